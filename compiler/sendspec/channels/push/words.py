"""What a spec may write in a rung by push, and in its sender. It must not know the shape of a request."""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.channels.notice_words import OPEN, interactive_word

PLATFORMS = ("android", "ios", "web")
_BROWSERS = MappingProxyType({name: name for name in ("chrome", "firefox", "safari")})


def _text(name: str, about: str, *, required: bool = False) -> Word:
    """A word that takes one text."""
    return Word(name, (Slot(name, Takes.TEXT, about=about),), required=required, about=about)


def _fixed(name: str, about: str, *, required: bool = False) -> Word:
    """A word whose text is the same for everybody."""
    return Word(name, (Slot(name, Takes.TEXT, fixed=True, about=about),), required=required, about=about)


_TITLE = _text("title", "the line above the text")
_TEXT = _text("text", "what the notice says", required=True)
_IMAGE = _text("image", "the address of a picture in the notice")
_COLLAPSE = _text("collapse_key", "a notice with the same key takes the place of this one")
_LIVES = Word(
    "time_to_live",
    (Slot("time_to_live", Takes.DURATION, about="how long delivery is tried; `0s`: now or never"),),
    about="how long delivery is tried, four weeks unless stated; `0s`: now or never",
)
_TAGS = Word("tags", block=(), free=True, about="keys of your own, which the app gets with the notice")

ANDROID = Word(
    "android",
    block=(
        _TITLE,
        _TEXT,
        _IMAGE,
        OPEN,
        _COLLAPSE,
        _LIVES,
        _text("iconurl", "the address of the notice's icon"),
        _fixed("notification_channel_id", "the app's own channel that the notice belongs to"),
        _fixed("sound", "a sound; no longer heeded"),
        _fixed("delay_while_idle", "whether to wait for the phone to wake; no longer heeded"),
        _TAGS,
    ),
    about="the notice on phones with Android, those of Huawei too",
)
IOS = Word(
    "ios",
    block=(
        _TITLE,
        _TEXT,
        _IMAGE,
        Word("badge", (Slot("badge", Takes.NUMBER),), about="the number on the app's icon"),
        _fixed("sound", "`default`, or a sound file of the app with its extension"),
        OPEN,
        _COLLAPSE,
        _LIVES,
        _TAGS,
    ),
    about="the notice on iPhones and iPads",
)
WEB = Word(
    "web",
    block=(
        Word(
            "platform_types",
            (Slot("platform_types", Takes.CHOICES, choices=_BROWSERS),),
            about="the browsers that show it; Chrome and Firefox unless stated",
        ),
        _text("title", "the line above the text", required=True),
        _TEXT,
        Word(
            "open",
            options=(Slot("url", Takes.TEXT, about="the address that a click opens"),),
            about="what a click opens",
        ),
        _text("actiontext", "what the button says, on Safari"),
        _COLLAPSE,
        _LIVES,
        _TAGS,
    ),
    about="the notice in browsers",
)

WORDS = (
    ANDROID,
    IOS,
    WEB,
    interactive_word(),
    Word(
        "template",
        (Slot("id", Takes.TEXT, fixed=True, about="the id of a stored template"),),
        block=(),
        assigns=True,
        about="a stored template and its values, beside the notices",
    ),
)

SENDER = (_fixed("app", "the id of the mobile or web asset in the console", required=True),)
