"""Words that several kinds of interactive content share: pictures, bubbles, ids. It must not know a request's shape."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word

STYLES = {"icon": "icon", "small": "small", "large": "large"}


def one(name: str, about: str, *, required: bool = False) -> Word:
    """A word that takes one text."""
    return Word(name, (Slot(name, Takes.TEXT, about=about),), required=required, about=about)


def number(name: str, about: str) -> Word:
    """A word that takes one number."""
    return Word(name, (Slot(name, Takes.NUMBER, about=about),), about=about)


def switch(name: str, about: str) -> Word:
    """A word that takes `yes` or `no`."""
    return Word(name, (Slot(name, Takes.SWITCH, about="yes or no"),), about=about)


def option(name: str, about: str) -> Slot:
    """A text that can be left out."""
    return Slot(name, Takes.TEXT, required=False, about=about)


def position(name: str, about: str) -> Slot:
    """A number that can be left out."""
    return Slot(name, Takes.NUMBER, required=False, about=about)


IDENTIFIER = Slot("id", Takes.TEXT, about="what comes back when it is chosen")
IMAGE_IDENTIFIER = option("image_identifier", "the picture beside it, one of the `image` lines")
ORDER = position("order", "its place, from 0")

_BUBBLE = (
    Word(
        "style",
        (Slot("style", Takes.CHOICE, choices=STYLES),),
        about="the size of its picture; icon unless stated",
    ),
    one("title", "its first line"),
    one("subtitle", "its second line"),
    one("image_identifier", "its picture, one of the `image` lines"),
)
RECEIVED = Word("received_message", block=_BUBBLE, about="the bubble that a person sees before the answer")
REPLY = Word(
    "reply_message",
    block=(*_BUBBLE, one("alternate_title", "what stands for it where it cannot be shown")),
    about="the bubble that stands for the answer",
)
LIVE_LAYOUT = switch("use_live_layout", "whether the extension draws the bubble; yes unless stated")
BID = switch("bid", "whether the request names the extension that shows it")
IMAGE = Word(
    "image",
    (Slot("url", Takes.TEXT, required=False, about="its public address, PNG"),),
    (
        Slot("identifier", Takes.TEXT, about="what it is referred to by"),
        option("data", "the picture itself in base64, PNG of up to 200 KB"),
    ),
    most=None,
    about="a picture that bubbles, items and pages show",
)
INTERACTIVE = (
    one("request_identifier", "the id of the request, which comes back with the answer", required=True),
    IMAGE,
    RECEIVED,
    REPLY,
    LIVE_LAYOUT,
    BID,
)
