"""What an in-app rung may write, and what its sender states. It must not know the shape of a request."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.channels.notice_words import OPEN, interactive_word
from sendspec.channels.notices import CATEGORIES

MEDIA = ("image", "video", "audio", "file")
#: The API's signals by the words that every channel has for them.
SIGNALS = {"thread_alert": "threadAlert", "typing_on": "typingStart", "typing_off": "typingStop"}


def _slot(name: str, about: str, *, required: bool = False, fixed: bool = False) -> Slot:
    return Slot(name, Takes.TEXT, required=required, fixed=fixed, about=about)


def _text(name: str, about: str, *, required: bool = False) -> Word:
    """A word that takes one text."""
    return Word(name, (Slot(name, Takes.TEXT, about=about),), required=required, about=about)


CAPTION = _slot("caption", "the text above it")
SIZE = Slot("file_size", Takes.NUMBER, required=False, about="the size of the file in bytes")
LASTS = Slot("duration", Takes.DURATION, required=False, about="how long it plays")
PREVIEW = _slot("preview", "a small JPEG of it in base64")
DATA = _slot("data", "the id that comes back when it is tapped, letters and digits", required=True)
KEYS = "the block holds keys of your own, which come back with it"


def _media(name: str, about: str, *options: Slot) -> Word:
    url = Slot("url", Takes.TEXT, about="the address of the file")
    return Word(name, (url,), (CAPTION, SIZE, *options), kind=True, about=about)


_LABEL = _slot("label", "what the button says", required=True)
CARD = Word(
    "card",
    block=(
        _text("title", "the card's title", required=True),
        _text("subtitle", "a line under the title"),
        Word("image", (_slot("url", "its address", required=True),), most=None, about="a picture; a card has up to 5"),
        Word(
            "open",
            (_LABEL,),
            (_slot("url", "the address that it opens", required=True), DATA),
            block=(),
            free=True,
            most=None,
            about=f"a button that opens an address; {KEYS}",
        ),
        Word("reply", (_LABEL,), (DATA,), block=(), free=True, most=None, about=f"a button that answers; {KEYS}"),
    ),
    most=None,
    required=True,
    about="one card; there are up to 8, each with up to 3 buttons",
)

_COLLAPSE = _text("collapse_key", "notices with the same key replace each other")
_SOUND = _text("sound", "the sound that it makes")
_PICTURE = _text("image", "the address of a picture in it")
NOTIFICATION = Word(
    "notification",
    block=(
        _text("title", "its title", required=True),
        _text("text", "what it says", required=True),
        Word(
            "android",
            block=(
                _PICTURE,
                _text("iconurl", "the address of its icon"),
                _SOUND,
                _COLLAPSE,
                OPEN,
                Word("tags", block=(), free=True, about="keys of your own"),
            ),
            about="what is so on Android",
        ),
        Word(
            "ios",
            block=(
                _PICTURE,
                Word("badge", (Slot("badge", Takes.NUMBER),), about="the number on the app's icon"),
                _SOUND,
                _COLLAPSE,
                OPEN,
            ),
            about="what is so on iOS",
        ),
        Word(
            "web",
            block=(
                _COLLAPSE,
                _text("action", "what its button says"),
                Word(
                    "open",
                    options=(_slot("url", "the address that a click opens", required=True),),
                    about="what a click opens",
                ),
            ),
            about="what is so in a browser",
        ),
        interactive_word(tuple(CATEGORIES), devices=False, replies=True),
    ),
    about="the notice that goes out with the message",
)

WORDS = (
    Word(
        "thread",
        (_slot("id", "the thread's id", required=True),),
        required=True,
        about="the conversation that the message belongs to",
    ),
    Word("text", (Slot("text", Takes.TEXT),), kind=True, about="a text"),
    _media("image", "a picture", PREVIEW),
    _media("video", "a film", _slot("preview", "a small JPEG of it in base64", required=True), LASTS),
    _media("audio", "a sound", LASTS),
    _media("file", "any other file"),
    Word(
        "location",
        options=(
            Slot("latitude", Takes.NUMBER, about="degrees, south negative"),
            Slot("longitude", Takes.NUMBER, about="degrees, west negative"),
            CAPTION,
        ),
        kind=True,
        about="a place on the map",
    ),
    Word(
        "cards",
        options=(_slot("reference", "a reference of your own for the cards"), CAPTION),
        block=(CARD,),
        kind=True,
        about="cards to leaf through, with pictures and buttons",
    ),
    Word(
        "signal",
        (Slot("state", Takes.CHOICE, choices=SIGNALS),),
        (_slot("text", "a text beside the signal; there is none unless stated"),),
        block=(),
        free=True,
        kind=True,
        about="an event without content; the block of a thread alert holds keys of your own",
    ),
    Word(
        "quick_reply",
        (_slot("id", "the id that comes back, letters and digits", required=True), _LABEL),
        (_slot("image", "the address of a picture beside the label"),),
        block=(),
        free=True,
        most=None,
        about=f"an answer to tap, under the content; {KEYS}",
    ),
    _text("reference", "a reference of your own for the quick replies"),
    NOTIFICATION,
    Word("extras", block=(), free=True, about="keys of your own, which the app gets with the message"),
    Word(
        "template",
        (_slot("id", "the id of a stored template", required=True, fixed=True),),
        block=(),
        assigns=True,
        about="a stored template and its values, beside the content",
    ),
)

SENDER = (
    Word(
        "app",
        (_slot("app", "the id of the mobile or web asset", required=True, fixed=True),),
        required=True,
        about="the mobile or web asset that sends",
    ),
)
