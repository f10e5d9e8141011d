"""The notice that goes out with an in-app message: `notification` and its limits (facts §4.10, C68 to C70).

How a spec writes it is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Anything, Fault, Member, Object, Pointer, String
from sendspec.channels.filled import Tree
from sendspec.channels.forms import WEB_URL
from sendspec.channels.notices import CATEGORIES, Codes, badge, device_types, interactive, notification_action
from sendspec.diagnostic import Severity

_PAGE = "DEV/live-chat-in-app-messaging-api"
CODES = Codes(link="INA015", target="INA016", count="INA017", word="INA018")


def _may(*names: str, shape: String | None = None) -> dict[str, Member]:
    return {name: Member(shape or String(), source=_PAGE) for name in names}


def _not_printed(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Members that push has, and no printed in-app request (C68)."""
    for key in ("device_types", "pushref"):
        if isinstance(value, dict) and value.get(key, "") not in ("", []):
            said = f"`{key}` goes with push; the compiler writes none beside an in-app message (C68)"
            yield Fault("API007", Severity.NOTE, said, (*at, key), "leave it out", value[key])


_ADDRESS = String(form=WEB_URL)
_TAGS = Object(_may("imageurl", shape=_ADDRESS), "`customtag`", rest=Anything())
_OPENS = Member(notification_action(CODES), source=f"{_PAGE}, C70")
_ANDROID = Object(
    {
        **_may("collapse_key", "sound"),
        **_may("iconurl", shape=_ADDRESS),
        "customtag": Member(_TAGS, source=_PAGE),
        "notificationaction": _OPENS,
    },
    "`android_extras`",
)
_IOS = Object(
    {
        **_may("attachmenturl", shape=_ADDRESS),
        **_may("collapse_key", "sound"),
        **_may("badge", shape=String(form=badge("INA019"))),
        "notificationaction": _OPENS,
    },
    "`ios_extras`",
)
_WEB = Object({**_may("collapsekey", "action"), **_may("url", shape=_ADDRESS)}, "`web_extras`")
_BUTTONS = interactive(
    CODES, device_types(required=False), categories=tuple(CATEGORIES), replies=True, checks=(_not_printed,)
)

NOTIFICATION = Object(
    {
        "title": Member(String(), True, source=f"{_PAGE}, status 7004"),
        "text": Member(String(), True, source=_PAGE),
        "android_extras": Member(_ANDROID, source=_PAGE),
        "ios_extras": Member(_IOS, source=_PAGE),
        "web_extras": Member(_WEB, source=_PAGE),
        "interactive": Member(_BUTTONS, source=f"{_PAGE}, C68, C69"),
    },
    "the notification",
)
