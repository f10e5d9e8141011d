"""What a spec may write on RCS: the words, their places for values, and the request's values of choices."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.record import replace

ORIENTATIONS = {"vertical": "VERTICAL", "horizontal": "HORIZONTAL"}
ALIGNMENTS = {"left": "LEFT", "right": "RIGHT"}
HEIGHTS = {"short": "SHORT", "medium": "MEDIUM", "tall": "TALL"}
WIDTHS = {"small": "SMALL", "medium": "MEDIUM"}
EVENTS = {"typing_on": "IS_TYPING", "read": "READ"}

_URL = Slot("url", Takes.TEXT, about="the public address of the file, ending in its type")
_SIZE = Slot("file_size", Takes.NUMBER, required=False, about="the size of the file in bytes")
_HEIGHT = Slot(
    "height", Takes.CHOICE, required=False, choices=HEIGHTS, about="how tall it is shown; medium unless stated"
)
_STILL_HEIGHT = replace(_HEIGHT, about="how tall it is shown")
_LABEL = Slot("label", Takes.TEXT, about="what the button says")
_DATA = Slot("data", Takes.TEXT, required=False, about="what comes back when it is tapped")


def _number(name: str, about: str) -> Slot:
    return Slot(name, Takes.NUMBER, about=about)


def _text(name: str, about: str, required: bool = True) -> Slot:
    return Slot(name, Takes.TEXT, required=required, about=about)


SUGGESTIONS = (
    Word("reply", (_LABEL,), (_DATA,), most=None, about="a button that answers"),
    Word(
        "open",
        (_LABEL,),
        (_text("url", "the address it opens"), _DATA),
        most=None,
        about="a button that opens an address",
    ),
    Word(
        "dial",
        (_LABEL,),
        (_text("phone", "the number it calls, with + and country code"), _DATA),
        most=None,
        about="a button that calls a number",
    ),
    Word(
        "map",
        (_LABEL,),
        (
            _number("latitude", "degrees, north positive"),
            _number("longitude", "degrees, east positive"),
            _text("address", "the place in words", required=False),
            _DATA,
        ),
        most=None,
        about="a button that shows a place",
    ),
    Word("ask_location", (_LABEL,), (_DATA,), most=None, about="a button that asks where the person is"),
    Word(
        "event",
        (_LABEL,),
        (
            Slot("from", Takes.INSTANT, about="when it begins"),
            Slot("to", Takes.INSTANT, about="when it ends"),
            _text("title", "what it is called"),
            _text("about", "more about it", required=False),
            _DATA,
        ),
        most=None,
        about="a button that adds an event to the calendar",
    ),
)


def _one_text(name: str, about: str) -> Word:
    return Word(name, (Slot(name, Takes.TEXT, about=about),), about=about)


def _media(name: str, about: str) -> Word:
    return Word(name, (_URL,), (_SIZE,), block=SUGGESTIONS, kind=True, about=about)


def _card_media(name: str, *options: Slot) -> Word:
    return Word(name, (_URL,), (_HEIGHT, _SIZE, *options), about=f"the {name} of the card")


_TEXTS = (_one_text("title", "the card's title"), _one_text("body", "the card's text"))
_STILL = _text("thumbnail", "the address of a small still of it", required=False)
_THUMBNAIL = Word(
    "thumbnail",
    (_URL,),
    (
        _text("type", "its media type: image/jpeg or image/png", required=False),
        _STILL_HEIGHT,
        _SIZE,
        _text("about", "what it shows", required=False),
    ),
    about="the still that stands for the media until it is loaded",
)
_CARD = (
    *_TEXTS,
    _card_media("image", _STILL),
    _card_media("video", _STILL),
    _THUMBNAIL,
    Word(
        "orientation",
        (Slot("orientation", Takes.CHOICE, choices=ORIENTATIONS),),
        about="media above the text (vertical, unless stated) or beside it",
    ),
    Word(
        "thumbnail_alignment",
        (Slot("thumbnail_alignment", Takes.CHOICE, choices=ALIGNMENTS),),
        about="the side of the media in a horizontal card; left unless stated",
    ),
    *SUGGESTIONS,
)
_SLIDE = (*_TEXTS, _card_media("image"), _card_media("video"), *SUGGESTIONS)

WORDS = (
    Word("text", (_text("text", "what it says"),), block=SUGGESTIONS, kind=True, about="a plain text"),
    _media("image", "a picture: BMP, GIF, JPEG or PNG"),
    _media("video", "a film: MPEG-4"),
    _media("audio", "a sound: MP3, MP4, M4A or WAV"),
    _media("file", "any other file"),
    Word("card", block=_CARD, kind=True, about="a rich card: media, texts and buttons together"),
    Word(
        "carousel",
        (Slot("width", Takes.CHOICE, choices=WIDTHS, about="how wide its cards are"),),
        block=(Word("card", block=_SLIDE, most=None, about="one card of the carousel"), *SUGGESTIONS),
        kind=True,
        about="two to ten cards to leaf through",
    ),
    Word(
        "template",
        (Slot("id", Takes.TEXT, fixed=True, about="the id of a stored template"),),
        block=(),
        kind=True,
        assigns=True,
        about="a stored template; each assignment is a variable of it",
    ),
    Word(
        "signal",
        (Slot("state", Takes.CHOICE, choices=EVENTS),),
        (_text("message_id", "the id of the message that was read", required=False),),
        kind=True,
        about="an event without content",
    ),
    *SUGGESTIONS,
    Word(
        "carrier_id",
        (_number("carrier_id", "the operator's number"),),
        about="the person's operator, which spares a look-up",
    ),
    Word(
        "sms_fallback",
        (Slot("sms_fallback", Takes.SWITCH),),
        about="`no` keeps an SMS that follows out of this request: it is sent by a request of its own",
    ),
)

SENDER = (
    Word(
        "app",
        (Slot("app", Takes.TEXT, fixed=True, about="the id of the RCS app"),),
        required=True,
        about="the app that the message comes from",
    ),
)
