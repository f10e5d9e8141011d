"""WhatsApp's interactive content: the `list` object and the `reply` object, with every limit (facts §4.5, §8.3)."""

from __future__ import annotations

from sendspec.channels.declare import Anything, Array, Limit, Member, Object, OneOf, String
from sendspec.channels.whatsapp import checks
from sendspec.channels.whatsapp.pieces import (
    EXOTEL,
    GUPSHUP,
    ROW_CLASS,
    WA,
    address,
    limited,
    needed,
    one_of,
    saying,
    texts,
)
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

HEADER = Limit("WAP002", WA, 60)
BODY = Limit("WAP003", WA, 1024)
FOOTER = Limit("WAP004", WA, 60)
LIST_FOOTER = Limit("WAP004", EXOTEL, 60)  # the vendor states none for lists: the platform's is the limit (rule 5)
LIST_BUTTON = Limit("WAP005", WA, 20)
SECTION_TITLE = (
    Limit("WAP006", WA, 24),
    Limit("WAP006", GUPSHUP, 20, severity=Severity.WARNING, says="an operator takes"),  # C32
)
ROW_ID, ROW_TITLE, ROW_ABOUT = (
    Limit("WAP007", ROW_CLASS, 200),
    Limit("WAP008", ROW_CLASS, 24),
    Limit("WAP009", ROW_CLASS, 72),
)
BUTTON_TITLE, BUTTON_ID = Limit("WAP010", EXOTEL, 20), Limit("WAP011", EXOTEL, 256)
SECTIONS = Limit("WAP012", WA, 10, 1, Unit.ITEMS)
ROWS = Limit("WAP013", WA, least=1, unit=Unit.ITEMS)  # the most is counted over all sections, by a check
BUTTONS = Limit("WAP014", WA, 3, 1, Unit.ITEMS)

#: The types of a reply's header.
HEADERS = ("text", "document", "video", "image")


def _line(*types: str) -> Object:
    """A header that is a text."""
    return Object({"type": needed(one_of(*types)), "text": limited(HEADER)}, "a header")


def _media(kind: str, *further: str) -> Object:
    """A header that is a medium."""
    media = Object(
        {"url": address(), "provider": Member(Object(texts("name"))), **texts(*further)}, f"a header's {kind}"
    )
    return Object({"type": needed(one_of(*HEADERS)), kind: needed(media)}, "a header")


_ROW = Object(
    {
        "id": limited(ROW_ID),
        "title": limited(ROW_TITLE),
        "description": Member(String((ROW_ABOUT,))),  # C31: a table has it mandatory, a comment optional
    },
    "a row",
)
_SECTION = Object({"title": Member(String(SECTION_TITLE)), "rows": needed(Array(_ROW, (ROWS,)))}, "a section")
_SECTIONS = Array(_SECTION, (SECTIONS,), (checks.rows_in_all, checks.sections_are_named, checks.rows_are_told_apart))

LIST = Object(
    {
        "header": Member(_line("text")),
        "body": needed(saying(BODY)),
        "footer": Member(saying(LIST_FOOTER, required=False)),
        "action": needed(Object({"button": limited(LIST_BUTTON), "sections": needed(_SECTIONS)}, "a list's action")),
    },
    "a list",
)

_REPLY = Object({"id": limited(BUTTON_ID), "title": limited(BUTTON_TITLE)}, "a button's reply")
_BUTTON = Object({"type": needed(one_of("reply")), "reply": needed(_REPLY)}, "a button")
_BUTTONS = Array(_BUTTON, (BUTTONS,), (checks.buttons_are_told_apart,))
_HEADER = OneOf(
    "type",
    {
        "text": _line(*HEADERS),
        "image": _media("image"),
        "video": _media("video"),
        "document": _media("document", "filename"),
    },
    Object({"type": needed(one_of(*HEADERS))}, "a header", Anything()),
)

REPLY = Object(
    {
        "header": Member(_HEADER),
        "body": needed(saying(BODY)),
        "footer": Member(saying(FOOTER, required=False)),
        "action": needed(Object({"buttons": needed(_BUTTONS)}, "the action of a message with buttons")),
    },
    "a message with buttons",
)
