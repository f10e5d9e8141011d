"""What a text can do with a value: the filters, what each takes, and what it gives.

This is the one list of them; the check, the bounds and the pages read it. It must not know how a filter works.
"""

from __future__ import annotations

from sendspec.record import NamedTuple
from sendspec.values.types import Kind

#: Kinds whose values are texts.
TEXTUAL = frozenset({Kind.TEXT, Kind.ID, Kind.PHONE, Kind.EMAIL, Kind.URL, Kind.ONE_OF, Kind.LOCALE, Kind.TIMEZONE})
NUMERIC = frozenset({Kind.INT, Kind.DECIMAL, Kind.MONEY})


class Argument(NamedTuple):
    """An argument: what it must be ("zone", "pattern", "count", "places", "value"), and how a message calls it."""

    kind: str
    called: str


class Signature(NamedTuple):
    """A filter: the kinds of value it takes, its arguments (the last `optional` may be left out), how it is written
    in a text of `"…"`: with `'…'` inside."""

    takes: frozenset[Kind]
    arguments: tuple[Argument, ...]
    optional: int
    example: str


_PATTERN = Argument("pattern", "a CLDR pattern in quotes")

FILTERS = {
    "local": Signature(
        frozenset({Kind.DATETIME}), (Argument("zone", "a time zone"), _PATTERN), 0, "local(tz, 'd MMM HH:mm')"
    ),
    "date": Signature(frozenset({Kind.DATE}), (_PATTERN,), 1, "date('d MMMM y')"),
    "time": Signature(frozenset({Kind.TIME}), (_PATTERN,), 1, "time('HH:mm')"),
    "money": Signature(frozenset({Kind.MONEY}), (), 0, "money"),
    "number": Signature(NUMERIC, (Argument("places", "a number of decimal places, 0 to 9"),), 1, "number"),
    "upper": Signature(TEXTUAL, (), 0, "upper"),
    "lower": Signature(TEXTUAL, (), 0, "lower"),
    "title": Signature(TEXTUAL, (), 0, "title"),
    "capitalize": Signature(TEXTUAL, (), 0, "capitalize"),
    "trim": Signature(TEXTUAL, (), 0, "trim"),
    "truncate": Signature(TEXTUAL, (Argument("count", "a number of characters, from 1"),), 0, "truncate(20)"),
    "default": Signature(frozenset(Kind), (Argument("value", "a value to print instead"),), 0, "default('customer')"),
}

#: The filters that make a value of a kind printable, the best first.
OFFERS = {
    Kind.DATETIME: ("local",),
    Kind.DATE: ("date",),
    Kind.TIME: ("time",),
    Kind.MONEY: ("money", "number"),
}
