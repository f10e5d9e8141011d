"""A rung's words by push → the fragments of a request: who sends, the notices, a stored template.

What makes a request right is the shapes' business, not this module's.
"""

from __future__ import annotations

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.channels.notice_words import action, interactive_made
from sendspec.record import replace

BROWSERS = ("chrome", "firefox")
PHONES = ("android", "ios")


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    stored = filled.child("template")
    return {
        "from": sender.text("app") if sender else None,
        "content": _push(filled),
        "message": _template(stored) if stored else None,
    }


def _push(filled: Filled) -> Made:
    android, ios, web = (filled.child(name) for name in ("android", "ios", "web"))
    buttons = filled.child("interactive")
    devices: list[Tree] = [block.word.name for block in (android, ios) if block is not None]
    return Made(
        filled,
        android=_android(android) if android else None,
        ios=_ios(ios) if ios else None,
        web=_web(web) if web else None,
        interactive=interactive_made(buttons, devices or list(PHONES)) if buttons else None,
    )


def _android(block: Filled) -> Made:
    picture = block.text("image")
    extras = Made(
        block,
        **_common(block, picture),
        iconurl=block.text("iconurl"),
        notificationChannelId=block.text("notification_channel_id"),
        sound=block.text("sound"),
        delay_while_idle=block.text("delay_while_idle"),
        notificationaction=action(block.child("open")),
    )
    return Made(block, title=block.text("title"), text=block.text("text"), extras=extras or None)


def _ios(block: Filled) -> Made:
    extras = Made(
        block,
        **_common(block),
        badge=_digits(block.text("badge")),
        sound=block.text("sound"),
        attachmenturl=block.text("image"),
        notificationaction=action(block.child("open")),
    )
    return Made(block, title=block.text("title"), text=block.text("text"), extras=extras or None)


def _web(block: Filled) -> Made:
    opens = block.child("open")
    browsers = block.child("platform_types")
    extras = Made(block, **_common(block))
    return Made(
        block,
        platform_types=browsers.many("platform_types") if browsers else list(BROWSERS),
        title=block.text("title"),
        text=block.text("text"),
        actiontext=block.text("actiontext"),
        url=opens.get("url") if opens else None,
        extras=extras or None,
    )


def _common(block: Filled, picture: Leaf | None = None) -> dict[str, Tree]:
    """The extras that all platforms have. On Android the picture is one of the tags."""
    tags = block.child("tags")
    made = Made(tags or block, imageurl=picture)
    for name, value in (tags.free or {}).items() if tags else ():
        made.setdefault(name, value)
    return {
        "collapse_key": block.text("collapse_key"),
        "time_to_live": _digits(block.text("time_to_live")),
        "customtags": made if made or tags else None,
    }


def _digits(leaf: Leaf | None) -> Leaf | None:
    """A number as the text that the API takes."""
    if leaf is None:
        return None
    return replace(leaf, form="text", value=None if leaf.value is None else str(leaf.value))


def _template(stored: Filled) -> Made:
    values = Made(stored)
    values.update({name: value for name, value in (stored.assigned or {}).items() if isinstance(value, Leaf)})
    return Made(stored, template=stored.first(), parameters=values or None)
