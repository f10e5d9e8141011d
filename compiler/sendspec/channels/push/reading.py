"""A body by push → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.notice_reading import say_action, say_interactive
from sendspec.channels.push.content import BROWSERS
from sendspec.channels.said import Reading, Said, members, say, some

Tree = Mapping[str, object]


def read(body: Tree) -> Reading:
    """What a message says."""
    push, stored = members(body, "channels", "push"), members(body, "message")
    devices = [name for name in ("android", "ios") if isinstance(push.get(name), Mapping)]
    content = some(
        _android(members(push, "android")) if "android" in devices else None,
        _ios(members(push, "ios")) if "ios" in devices else None,
        _web(members(push, "web")) if isinstance(push.get("web"), Mapping) else None,
        say_interactive(members(push, "interactive"), devices),
        say("template", stored.get("template"), block=(), assigned=members(stored, "parameters")),
    )
    return Reading(content, some(say("app", body.get("appid"))))


def _android(held: Tree) -> Said | None:
    extras = members(held, "extras")
    tags = extras.get("customtags")
    picture = members(extras, "customtags").get("imageurl")
    rest = {name: value for name, value in tags.items() if name != "imageurl"} if isinstance(tags, Mapping) else {}
    return say(
        "android",
        block=[
            *_text(held),
            say("image", picture if isinstance(picture, str) else None),
            say_action(members(extras, "notificationaction")),
            say("iconurl", extras.get("iconurl")),
            say("notification_channel_id", extras.get("notificationChannelId")),
            say("sound", extras.get("sound")),
            say("delay_while_idle", extras.get("delay_while_idle")),
            *_common(extras),
            say("tags", block=(), assigned=rest) if rest or tags == {} else None,
        ],
    )


def _ios(held: Tree) -> Said | None:
    extras = members(held, "extras")
    return say(
        "ios",
        block=[
            *_text(held),
            say("image", extras.get("attachmenturl")),
            say("badge", extras.get("badge")),
            say("sound", extras.get("sound")),
            say_action(members(extras, "notificationaction")),
            *_common(extras),
            _tags(extras),
        ],
    )


def _web(held: Tree) -> Said | None:
    extras = members(held, "extras")
    browsers = held.get("platform_types", held.get("platorm_types"))
    url = held.get("url")
    return say(
        "web",
        block=[
            say("platform_types", browsers) if isinstance(browsers, list) and browsers != list(BROWSERS) else None,
            *_text(held),
            say("open", url=url) if url is not None else None,
            say("actiontext", held.get("actiontext")),
            *_common(extras),
            _tags(extras),
        ],
    )


def _text(held: Tree) -> tuple[Said | None, ...]:
    return say("title", held.get("title")), say("text", held.get("text"))


def _common(extras: Tree) -> tuple[Said | None, ...]:
    return say("collapse_key", extras.get("collapse_key")), say("time_to_live", extras.get("time_to_live"))


def _tags(extras: Tree) -> Said | None:
    tags = extras.get("customtags")
    return say("tags", block=(), assigned=tags) if isinstance(tags, Mapping) else None
