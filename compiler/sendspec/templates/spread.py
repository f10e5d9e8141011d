"""What a print can give: each of a few known texts, or any text within bounds; and what filters make of that.

The bounds are exact where the values are known and never too small where they are not. Nothing is rendered here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from sendspec.record import NamedTuple
from sendspec.templates import filters as text_filters
from sendspec.templates import locales
from sendspec.templates.pattern import Field, fields
from sendspec.templates.tree import Constant, Filter, Name
from sendspec.values.bounds import NOTHING, Bounds, Extent
from sendspec.values.gsm import measure
from sendspec.values.types import Kind, Type
from sendspec.values.widths import of_type, plain, reach, shape, url_opening

#: A type of `one_of` with more choices than this is taken as a whole.
MOST_CHOICES = 200


class Spread(NamedTuple):
    """Any text within bounds. `marked`: how many of its characters HTML may escape, at most, each into five."""

    bounds: Bounds
    marked: int


class Typed(NamedTuple):
    """A value of a type that no filter has turned into a text yet."""

    type: Type


Outcome = str | Spread | Typed
Scope = Mapping[str, Type | str]


def outcomes(value: Name | Constant, applied: tuple[Filter, ...], scope: Scope, locale: str) -> tuple[Outcome, ...]:
    """What a value can print after its filters."""
    found = _start(value, scope)
    for each in applied:
        if each.name == "default":
            found = (*found, *_start(each.arguments[0], scope))
        else:
            found = tuple(_filtered(one, each, locale) for one in found)
    return found


def extent(found: tuple[Outcome, ...], html: bool) -> Bounds:
    """The bounds of a text that is any of these."""
    total: Bounds | None = None
    for one in found:
        bounds = _bounds(one, html)
        total = bounds if total is None else total | bounds
    return NOTHING if total is None else total


def _start(value: Name | Constant, scope: Scope) -> tuple[Outcome, ...]:
    if isinstance(value, Constant):
        return (_constant(value.value),)
    known = scope.get(value.text)
    if known is None:
        return (Spread(NOTHING, 0),)
    if isinstance(known, str):
        return (known,)
    if known.kind in (Kind.ONE_OF, Kind.LOCALE) and 0 < len(known.choices) <= MOST_CHOICES:
        return known.choices
    return (Typed(known),)


def _constant(value: object) -> Outcome:
    if isinstance(value, int) and not isinstance(value, bool):
        return Typed(Type(Kind.INT, low=value, high=value))
    if isinstance(value, Decimal):
        text = format(value, "f")
        before, _, behind = text.lstrip("-").partition(".")
        return Typed(Type(Kind.DECIMAL, digits=len(before) + len(behind), places=len(behind)))
    return value if isinstance(value, str) else ""


def _bounds(one: Outcome, html: bool) -> Bounds:
    if isinstance(one, str):
        return measure(text_filters.escaped(one) if html else one)
    spread = one if isinstance(one, Spread) else _spread(one.type)
    return _escaped(spread) if html else spread.bounds


def _spread(type: Type) -> Spread:
    """A value of a type, printed plainly. Which characters of it HTML may escape hangs on the type."""
    bounds = of_type(type)
    match type.kind:
        case Kind.TEXT:
            return Spread(bounds, bounds.characters.most)
        case Kind.URL:
            return Spread(bounds, bounds.characters.most - len(url_opening(type)))
        case Kind.EMAIL:  # `&` and `'` stand before the `@` alone
            return Spread(bounds, bounds.septets.most - bounds.characters.most)
        case _:
            return Spread(bounds, 0)


def _escaped(spread: Spread) -> Bounds:
    """The bounds when up to `marked` characters of one octet become five each."""
    bounds, grown = spread.bounds, 4 * spread.marked
    if not grown:
        return bounds
    ceiling = 5 * bounds.characters.most
    doubles = max(0, bounds.septets.most - bounds.characters.most - spread.marked)
    return Bounds(
        Extent(bounds.characters.least, bounds.characters.most + grown),
        Extent(bounds.octets.least, min(bounds.octets.most + grown, ceiling)),
        Extent(bounds.septets.least, min(bounds.characters.most + grown + doubles, ceiling)),
        Extent(bounds.units.least, min(bounds.units.most + grown, ceiling)),
        bounds.gsm,
    )


# --- filters ---------------------------------------------------------------------------------------------


def _filtered(one: Outcome, applied: Filter, locale: str) -> Outcome:
    arguments = [argument.value for argument in applied.arguments if isinstance(argument, Constant)]
    match applied.name:
        case "local" | "date" | "time":
            return dated(applied.name, arguments, locale)
        case "number" if isinstance(one, Typed):
            places = arguments[0] if arguments and isinstance(arguments[0], int) else None
            return Spread(numbered(one.type, places, locale), 0)
        case "money" if isinstance(one, Typed):
            return Spread(_money(one.type.code or "XXX", locale), 0)
        case "truncate" if arguments and isinstance(arguments[0], int):
            return _truncated(one, arguments[0])
        case name if change := _TEXT_FILTERS.get(name):
            return _changed(one, name, change)
        case _:
            return one


_TEXT_FILTERS: Mapping[str, Callable[[object], str]] = {
    "upper": text_filters.upper,
    "lower": text_filters.lower,
    "title": text_filters.title,
    "capitalize": text_filters.capitalize,
    "trim": text_filters.trim,
}


def _changed(one: Outcome, name: str, change: Callable[[object], str]) -> Outcome:
    if isinstance(one, str):
        return change(one)
    bounds, marked = one if isinstance(one, Spread) else _spread(one.type)
    if name == "trim":
        if isinstance(one, Typed) and not one.type.empty:  # a value is more than blanks, even of text
            return Spread(bounds, marked)
        return Spread(bounds | NOTHING if bounds.gsm is not False else _emptied(bounds), marked)
    if bounds.octets == bounds.characters:  # ASCII stays what it is
        return Spread(bounds, marked)
    characters = bounds.characters
    widest = 3 if bounds.units.most == characters.most else 4
    return Spread(
        Bounds(
            characters,
            Extent(characters.least, max(bounds.octets.most, widest * characters.most)),
            Extent(characters.least, 2 * characters.most),
            Extent(characters.least, max(bounds.units.most, characters.most)),
            None,
        ),
        marked,
    )


def _emptied(bounds: Bounds) -> Bounds:
    return Bounds(
        Extent(0, bounds.characters.most), Extent(0, bounds.octets.most), Extent(0, bounds.septets.most),
        Extent(0, bounds.units.most), None,
    )  # fmt: skip


def _truncated(one: Outcome, most: int) -> Outcome:
    if isinstance(one, str):
        return text_filters.truncate(one, most)
    bounds, marked = one if isinstance(one, Spread) else _spread(one.type)
    if bounds.characters.most <= most:
        return Spread(bounds, marked)
    always = bounds.characters.least > most
    mark = len(text_filters.CUT.encode())
    cut = most - 1  # characters that stay before the mark, which is one UTF-16 unit and not in the SMS alphabet
    widest = 1 if bounds.octets.most == bounds.characters.most else 4
    octets = cut * widest + mark
    whole = Bounds(
        Extent(bounds.characters.least, most),
        Extent(bounds.octets.least, min(bounds.octets.most, most * widest)),
        Extent(bounds.septets.least, min(bounds.septets.most, 2 * most)),
        Extent(bounds.units.least, min(bounds.units.most, 2 * most)),
        bounds.gsm,
    )
    units = min(bounds.units.most, 2 * cut) + 1
    shortened = Bounds(Extent(most, most), Extent(cut + mark, octets), Extent(most, most), Extent(most, units), False)
    return Spread(shortened if always else whole | shortened, min(marked, most))


# --- numbers ---------------------------------------------------------------------------------------------


def numbered(type: Type, places: int | None, locale: str) -> Bounds:
    """The bounds of `| number`."""
    marks = locales.marks(locale)
    if type.kind is Kind.INT:
        low, high = reach(type)
        behind = _behind(0, places, marks)
        negative = None if low >= 0 else _digits(len(str(max(1, -high))), len(str(-low)), marks)
        positive = None if high < 0 else _digits(len(str(max(0, low))), len(str(high)), marks)
    else:
        before, decimals = shape(type)
        behind = _behind(decimals, places, marks)
        rounds_up = 1 if places is not None and places < decimals else 0
        negative = positive = _digits(1, before + rounds_up, marks)
    below = None if negative is None else measure("-") + negative + behind
    above = None if positive is None else positive + behind
    if below is None or above is None:
        return below or above or NOTHING
    return above | below


def _money(currency: str, locale: str) -> Bounds:
    made = locales.money(locale, currency)
    before, decimals = shape(Type(Kind.MONEY))
    rounds_up = 1 if made.places < min(2, decimals) else 0
    digits = _digits(1, before + rounds_up, made.marks) + _behind(decimals, made.places, made.marks)
    positive, negative = (
        measure(prefix) + digits + measure(suffix) for prefix, suffix in zip(made.prefixes, made.suffixes, strict=True)
    )
    return positive | negative


def _behind(decimals: int, places: int | None, marks: locales.Marks) -> Bounds:
    """The decimal mark and what follows: so many places, or as many as the value has."""
    if places is not None:
        return measure(marks.decimal) + plain(places, places) if places else NOTHING
    return NOTHING | (measure(marks.decimal) + plain(1, decimals)) if decimals else NOTHING


def _digits(least: int, most: int, marks: locales.Marks) -> Bounds:
    """From so many digits to so many, with the marks between groups."""
    single = max(least, min(most, marks.last))  # the longest without a mark, which may not be GSM 03.38
    return _grouped(least, marks) | _grouped(single, marks) | _grouped(most, marks)


def _grouped(digits: int, marks: locales.Marks) -> Bounds:
    gaps = 0 if digits <= marks.last else 1 + (digits - marks.last - 1) // marks.others
    return plain(digits, digits) + measure(marks.group * gaps)


# --- dates -----------------------------------------------------------------------------------------------


def dated(filter: str, arguments: list[object], locale: str) -> Spread:
    """What `| local`, `| date` or `| time` can give."""
    pattern = next((argument for argument in arguments[-1:] if isinstance(argument, str)), None)
    if pattern is None:
        pattern = "short" if filter == "time" else "medium"
    if filter != "local" and pattern in text_filters.STYLES:
        pattern = locales.style(locale, filter, pattern)
    total, text = NOTHING, ""
    for field in fields(pattern):
        if field.letter:
            total += _field(field, locale)
        else:
            text += field.text
    return Spread(total + measure(text), len(text_filters.escaped(text)) - len(text))


def _field(field: Field, locale: str) -> Bounds:
    count = field.times
    match field.letter:
        case "y" | "u":
            return plain(2, 2) if count == 2 else plain(count, max(count, 4))
        case "Y":  # the last days of 9999 may be of the year 10000
            return plain(2, 2) if count == 2 else plain(count, max(count, 5))
        case "M" | "L" | "d" | "h" | "H" | "K" | "k" | "m" | "s" | "w" if count <= 2:
            return plain(count, 2)
        case "Q" | "q" | "e" | "c" if count <= 2:
            return plain(count, count)
        case "D":
            return plain(count, 3)
        case "F" | "W":
            return plain(1, 1)
        case "S":  # babel rounds: .99 of a second by one digit is 10
            return plain(count, count + 1)
        case "Z":
            return plain(5, 5) if count < 5 else plain(1, 6)
        case "x":
            return plain(3, 6)
        case "X":
            return plain(1, 6)
        case _:
            return locales.name(locale, field.text)
