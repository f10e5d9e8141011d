"""How wide each locale prints names, numbers and money: from a table, and by babel for locales that are not in it.

`locales_make` writes the table. This module must not know types or templates.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from sendspec.record import NamedTuple
from sendspec.values.bounds import Bounds, Extent
from sendspec.values.widths import plain

_GSM = {"yes": True, "no": False, "some": None}
#: Names of time zones in a locale that the table does not have.
_ANY_ZONE = Bounds(Extent(1, 120), Extent(1, 360), Extent(1, 240), Extent(1, 120), None)


class Marks(NamedTuple):
    """How a locale writes a number: its two marks, and how many digits the last group has and each of the others."""

    group: str
    decimal: str
    last: int
    others: int


class Money(NamedTuple):
    """What stands around an amount, positive and negative; how its digits are grouped; the digits behind the point."""

    prefixes: tuple[str, str]
    suffixes: tuple[str, str]
    marks: Marks
    places: int


@cache
def name(locale: str, letters: str) -> Bounds:
    """The bounds of a field that prints a name: `MMM`, `EEEE`, `a`, `zzzz`."""
    field = letters[0] * 3 if len(letters) < 3 and letters[0] not in "zG" else letters
    if letters[0] == "G":
        field = "G" * max(3, len(letters))
    if letters[0] == "z":
        field = "zzzz" if len(letters) == 4 else "z"
    coded = _entry(locale).get(field)
    return _ANY_ZONE if coded is None else decode(coded)


def style(locale: str, filter: str, length: str) -> str:
    """The pattern that a locale has for `date` or `time` in one of CLDR's lengths."""
    return _entry(locale)[f"{filter}.{length}"]


@cache
def marks(locale: str) -> Marks:
    """How a locale writes numbers."""
    return _marks(locale, 0)


@cache
def money(locale: str, currency: str) -> Money:
    """How a locale writes an amount of a currency."""
    entry, symbol = _entry(locale), _symbol(locale, currency)
    around = [part.replace("¤", symbol) for part in entry["money"].split("|")]
    return Money((around[0], around[1]), (around[2], around[3]), _marks(locale, 1), _places(currency))


def decode(coded: str) -> Bounds:
    """The bounds that `locales_make.encode` wrote."""
    parts = coded.split(":")
    extents = []
    for part in parts[:4]:
        least, most = part.split("-")
        extents.append(Extent(int(least), int(most)))
    if len(parts) == 1:
        return plain(*extents[0])
    return Bounds(extents[0], extents[1], extents[2], extents[3], _GSM[parts[4]])


def _marks(locale: str, which: int) -> Marks:
    entry = _entry(locale)
    group, decimal = entry["marks"].split("|")
    last, others = entry["groups"].split("|")[which].split("/")
    return Marks(group, decimal, int(last), int(others))


@cache
def _entry(locale: str) -> Mapping[str, str]:
    wanted = locale.replace("-", "_") or "en"
    line = _lines().get(wanted)
    if line is None:
        from sendspec.templates.locales_make import make

        return make(wanted)
    return dict(field.split("=", 1) for field in line.split("\t"))


@cache
def _lines() -> Mapping[str, str]:
    with open(os.path.join(os.path.dirname(__file__), "locales.tsv"), encoding="utf-8") as file:
        text = file.read()
    return dict(line.split("\t", 1) for line in text.split("\n") if line)


@cache
def _heads() -> Mapping[str, int]:
    """The currencies of the table, each with its place in the column `symbols`."""
    codes = _lines()["#"].split("\t")[0].split("|")
    return {code: at for at, code in enumerate(codes)}


def _symbol(locale: str, currency: str) -> str:
    at = _heads().get(currency)
    if at is None:
        from sendspec.templates.locales_make import symbol

        return symbol(locale.replace("-", "_") or "en", currency)
    return _entry(locale)["symbols"].split("|")[at]


def _places(currency: str) -> int:
    at = _heads().get(currency)
    if at is None:
        from babel.numbers import get_currency_precision

        return get_currency_precision(currency)
    return int(_lines()["#"].split("\t")[1].split("|")[at])
