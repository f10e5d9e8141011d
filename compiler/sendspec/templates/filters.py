"""What a text can do with a value. Numbers, money and dates go by the locale, through babel, imported at need.

A value that is not there (`Absent`) passes every filter but `default`. This module must not know Jinja, nor where
values come from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

#: What stands at the end of a text that `truncate` has cut.
CUT = "…"
#: HTML's five, each as at most five characters.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
#: The lengths that CLDR names; `date` and `time` take one in place of a pattern.
STYLES = ("short", "medium", "long", "full")

#: Where Jinja cuts words for `title`.
_BETWEEN_WORDS = r"([-\s({\[<]+)"


class Unprintable(Exception):  # noqa: N818 (the caller words it: a row, or a test's `given`)
    """A value that a text needs is not there, or has no form here. `name` is the variable's, or "" where unknown."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"`{name}` {why}" if name else why)
        self.name, self.why = name, why


class Absent:
    """A value that is not there: false, equal to nothing but itself, in no order, and not printable."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Absent)

    def __hash__(self) -> int:
        return 0

    def _never(self, other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _never

    def __str__(self) -> str:
        raise Unprintable(self.name, "has no value")


def plain(value: object) -> str:
    """A value as a text prints it without a filter: numbers in plain digits, without exponent or grouping."""
    match value:
        case str():
            return value
        case bool() | None:
            raise Unprintable("", "a switch cannot be printed; choose with `{% if %}`")
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case Absent():
            return str(value)
        case _:
            raise Unprintable("", f"a {type(value).__name__} cannot be printed without a filter")


_BLANKS = {0x00A0: " ", 0x202F: " "}


def escaped(text: str) -> str:
    """A text for HTML: in an element and in a quoted attribute."""
    return text.translate(ESCAPES)


# --- texts -----------------------------------------------------------------------------------------------
# Cases change character by character, as Unicode's simple mappings do: a text never grows, so its length is known from
# its type ("straße" becomes "STRAßE").


def upper(value: object) -> str:
    """`| upper`."""
    return _mapped(plain(value), str.upper)


def lower(value: object) -> str:
    """`| lower`."""
    return _mapped(plain(value), str.lower)


def capitalize(value: object) -> str:
    """`| capitalize`: the first character large, the others small."""
    text = plain(value)
    return _mapped(text[:1], str.upper) + _mapped(text[1:], str.lower)


def title(value: object) -> str:
    """`| title`: as Jinja cuts words, so that "o'brien" becomes "O'brien"."""
    return "".join(map(capitalize, re.split(_BETWEEN_WORDS, plain(value))))


def trim(value: object) -> str:
    """`| trim`: without blanks at either end."""
    return plain(value).strip()


def truncate(value: object, most: int) -> str:
    """`| truncate(n)`: at most n characters, the last being `…` when something was cut."""
    text = plain(value)
    return text if len(text) <= most else text[: most - len(CUT)] + CUT


def default(value: object, otherwise: object) -> object:
    """`| default(x)`: x where there is no value."""
    return otherwise if value is None or value == "" or isinstance(value, Absent) else value


def _mapped(text: str, change: Callable[[str], str]) -> str:
    changed = change(text)
    if len(changed) == len(text):
        return changed
    return "".join(new if len(new := change(old)) == 1 else old for old in text)


# --- by locale -------------------------------------------------------------------------------------------


def number(locale: str, value: object, places: int | None = None) -> str:
    """`| number` and `| number(2)`: grouped as the locale does, with all its decimals or with so many."""
    amount = _amount(value)
    shape = _known(locale).decimal_formats[None]
    if places is None:
        return blanks(shape.apply(amount, _known(locale), decimal_quantization=False))
    return blanks(_fixed_places(shape.pattern, places).apply(_rounded(amount, places), _known(locale)))


def money(locale: str, value: object, currency: str = "") -> str:
    """`| money`: an amount with its currency, as the locale writes it."""
    from babel.numbers import get_currency_precision

    if not currency:
        raise Unprintable("", "has no currency; the renderer was not told its type")
    amount = _rounded(_amount(value), get_currency_precision(currency))
    return blanks(_known(locale).currency_formats["standard"].apply(amount, _known(locale), currency=currency))


def local(locale: str, value: object, zone: str, pattern: str) -> str:
    """`| local(tz, pattern)`: an instant as clocks of a time zone show it."""
    from zoneinfo import ZoneInfo

    if not isinstance(value, dt.datetime):
        raise Unprintable("", f"a {type(value).__name__} has no local time; expected a datetime")
    try:
        there = value.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        raise Unprintable("", "names no time zone; expected one such as Europe/London") from None
    except OverflowError:
        raise Unprintable("", "is outside the calendar in that time zone") from None
    return _dated(pattern, there, locale)


def date(locale: str, value: object, pattern: str = "medium") -> str:
    """`| date(pattern)`: a day; without a pattern as the locale writes it."""
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise Unprintable("", f"a {type(value).__name__} is no day; expected a date")
    return _dated(blanks(_known(locale).date_formats[pattern].pattern) if pattern in STYLES else pattern, value, locale)


def time(locale: str, value: object, pattern: str = "short") -> str:
    """`| time(pattern)`: a time of day; without a pattern as the locale writes it."""
    if not isinstance(value, dt.time):
        raise Unprintable("", f"a {type(value).__name__} is no time of day; expected a time")
    return _dated(blanks(_known(locale).time_formats[pattern].pattern) if pattern in STYLES else pattern, value, locale)


def blanks(text: str) -> str:
    """A locale's own writing with plain blanks: one that does not break, or is narrow, would make an SMS Unicode."""
    return text.translate(_BLANKS)


def by_locale(locale: str) -> dict[str, Callable[..., object]]:
    """Every filter by its name, for one locale; a value that is not there passes all but `default`."""
    every: dict[str, Callable[..., object]] = {
        **{made.__name__: _passing(made) for made in (upper, lower, title, capitalize, trim, truncate)},
        **{made.__name__: _passing(_for(made, locale)) for made in (number, money, local, date, time)},
        "default": default,
    }
    return every


def _for(made: Callable[..., str], locale: str) -> Callable[..., str]:
    def filter(value: object, *arguments: object) -> str:
        return made(locale, value, *arguments)

    return filter


def _passing(made: Callable[..., str]) -> Callable[..., object]:
    def filter(value: object, *arguments: object) -> object:
        return value if isinstance(value, Absent) else made(value, *_given(arguments))

    return filter


def _given(arguments: Iterable[object]) -> Iterable[object]:
    for argument in arguments:
        if isinstance(argument, Absent):
            raise Unprintable(argument.name, "has no value")
        yield argument


def _dated(pattern: str, value: dt.date | dt.time, locale: str) -> str:
    from babel.dates import parse_pattern

    return str(parse_pattern(pattern).apply(value, _known(locale)))


def _amount(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Unprintable("", f"a {type(value).__name__} is no number")
    return Decimal(value)


def _rounded(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


def _known(locale: str) -> Locale:
    from sendspec.templates.isolated import isolated

    return isolated(locale)


@cache
def _fixed_places(pattern: str, places: int) -> NumberPattern:
    from babel.numbers import parse_pattern

    return parse_pattern(re.sub(r"\.[#0]+", "." + "0" * places if places else "", pattern))
