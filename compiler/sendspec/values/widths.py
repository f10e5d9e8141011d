"""How long a value of a type can be when it is printed as it is.

A given value is never empty or blank, such a cell being no value; a default can be. This module must not know about
filters, texts or locales.
"""

from __future__ import annotations

from sendspec.values.bounds import NOTHING, Bounds, Extent
from sendspec.values.gsm import measure
from sendspec.values.types import Kind, Type

#: An int without bounds is a 64-bit one; money has up to 15 digits before its point (`values.quantities`).
LOWEST, HIGHEST = -(2**63), 2**63 - 1
MONEY_DIGITS, MONEY_PLACES, DECIMAL_DIGITS = 15, 4, 18
#: RFC 5321 §4.5.3.1: 64 octets before the `@`; RFC 3696 erratum 1690: 254 in all.
LONGEST_EMAIL, LONGEST_LOCAL = 254, 64
#: E.164 §6: at most 15 digits after the `+`.
LONGEST_PHONE = 16
#: "America/Argentina/ComodRivadavia" and "GB" of the IANA list.
LONGEST_ZONE, SHORTEST_ZONE = 32, 2
LONGEST_LOCALE = 30  # what `values.read` takes of a file without locales


def url_opening(type: Type) -> str:
    """The beginning that every url of a type has."""
    return f"https://{type.host}" if type.host else "http"


def of_type(type: Type) -> Bounds:
    """The bounds of a variable of this type, printed plainly (kinds that need a filter: their ISO form)."""
    match type.kind:
        case Kind.TEXT:
            least, most = 0 if type.empty else 1, type.most or 1
            doubled = Extent(least, 2 * most)
            return Bounds(Extent(least, most), Extent(least, 4 * most), doubled, doubled, None)
        case Kind.ID:
            return plain(1, type.most or 1)
        case Kind.URL:
            return _url(type)
        case Kind.EMAIL:  # before the `@`: ^{|}~ cost two septets, the backtick is outside
            return loose(plain(3, LONGEST_EMAIL), LONGEST_LOCAL)
        case Kind.PHONE:
            return plain(2, LONGEST_PHONE)
        case Kind.TIMEZONE:
            return plain(SHORTEST_ZONE, LONGEST_ZONE)
        case Kind.LOCALE if not type.choices:
            return plain(2, LONGEST_LOCALE)
        case Kind.ONE_OF | Kind.LOCALE:
            return any_of(type.choices)
        case Kind.INT:
            return whole(*reach(type))
        case _:
            return _written(type)


def plain(least: int, most: int) -> Bounds:
    """The bounds of a text whose characters all cost one of everything."""
    extent = Extent(least, max(least, most))
    return Bounds(extent, extent, extent, extent)


def loose(bounds: Bounds, doubles: int) -> Bounds:
    """The same when up to so many characters may be of the extension table, or not of the alphabet at all."""
    septets = Extent(bounds.septets.least, bounds.septets.most + doubles)
    return Bounds(bounds.characters, bounds.octets, septets, bounds.units, None)


def any_of(texts: tuple[str, ...]) -> Bounds:
    """The bounds of a text that is one of these."""
    found: Bounds | None = None
    for text in texts:
        found = measure(text) if found is None else found | measure(text)
    return found or NOTHING


def reach(type: Type) -> tuple[int, int]:
    """The least and the greatest value of an int."""
    return (LOWEST if type.low is None else type.low), (HIGHEST if type.high is None else type.high)


def shape(type: Type) -> tuple[int, int]:
    """Digits before and behind the point of a decimal or of money, at most."""
    if type.kind is Kind.MONEY:
        return MONEY_DIGITS, MONEY_PLACES
    digits = DECIMAL_DIGITS if type.digits is None else type.digits
    if type.places is None:
        return max(1, digits), digits
    return max(1, digits - type.places), type.places


def whole(low: int, high: int) -> Bounds:
    """The bounds of a whole number between two."""
    widths = [len(str(low)), len(str(high))]
    if low <= 0 <= high:
        widths.append(1)
    elif low < 0:
        widths.append(len(str(high)))
    return plain(min(widths), max(widths))


def _url(type: Type) -> Bounds:
    opening = url_opening(type)
    least = max(len(opening), 8)  # "http://a"
    most = max(least, type.most or least)
    return loose(plain(least, most), most - len(opening))


def _written(type: Type) -> Bounds:
    match type.kind:
        case Kind.DECIMAL | Kind.MONEY:
            before, places = shape(type)
            return plain(1, 1 + before + (1 + places if places else 0))
        case Kind.BOOL:
            return plain(2, 5)
        case Kind.DATE:
            return plain(10, 10)
        case Kind.TIME:
            return plain(5, 15)
        case _:
            return plain(16, 32)
