"""The types of variables and the bounds they give.

A type says which values a recipient's column may hold and how long they can be. It must not know about
files, rows or channels.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from sendspec.record import record


class Kind(Enum):
    """The names of types as a spec writes them."""

    TEXT = "text"
    INT = "int"
    DECIMAL = "decimal"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    TIMEZONE = "timezone"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    ID = "id"
    ONE_OF = "one_of"
    BOOL = "bool"
    LOCALE = "locale"


@record()
class Type:
    """A variable's type.

    `most` is the longest value in characters for text, url and id. `low` and `high` bound an int. `digits` and
    `places` shape a decimal (digits in all, places behind the point). `host` bounds a url. `code` is the
    currency of money (ISO 4217) or the region of a phone (ISO 3166). `choices` are the words of one_of, or
    the locales of the file for locale (none: any locale). `empty`: a text that may be empty, or nothing but
    blanks, since its default is.
    """

    kind: Kind
    most: int | None = None
    low: int | None = None
    high: int | None = None
    digits: int | None = None
    places: int | None = None
    host: str | None = None
    code: str | None = None
    choices: tuple[str, ...] = ()
    empty: bool = False

    @property
    def prints_plainly(self) -> bool:
        """Whether a value may stand in a text without a filter."""
        return self.kind not in NEEDS_FILTER

    def __str__(self) -> str:
        parts = {"max": self.most, "min": self.low, "digits": self.digits, "places": self.places}
        if self.kind is Kind.INT:
            parts["max"] = self.high
        inside = [f"{name} {value}" for name, value in parts.items() if value is not None]
        if self.host is not None:
            inside.insert(0, f'host "{self.host}"')
        inside += [word for word in (self.code, *self.choices) if word]
        return f"{self.kind.value}({', '.join(inside)})" if inside else self.kind.value


NEEDS_FILTER = frozenset({Kind.DATE, Kind.TIME, Kind.DATETIME, Kind.MONEY, Kind.BOOL})

#: What a value is in Python once it has passed its type: text-like kinds `str`, int `int`, decimal and money
#: `Decimal`, date/time/datetime the classes of `datetime` (datetime always aware), bool `bool`.
Value = object

MONEY_PLACES = Decimal("0.01")
