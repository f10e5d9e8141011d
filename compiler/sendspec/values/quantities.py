"""Whole numbers, decimals, amounts of money and switches, out of the text of a cell.

Digits are ASCII and the decimal sign is the point, whatever the locale of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from sendspec.values.trouble import Trouble, error_cell, grouped, number_damage, trimmed, typographic
from sendspec.values.types import Type

#: An int without stated bounds fits 64 bits.
LEAST, MOST = -(1 << 63), (1 << 63) - 1
#: The longest whole part of an amount of money.
MONEY_DIGITS = 15

#: Minor units of ISO 4217 where they are not two.
_MINOR = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

_SWITCH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def money_places(currency: str | None) -> int:
    """How many digits the minor unit of a currency has."""
    return next((places for places, codes in _MINOR.items() if currency in codes.split()), 2)


def of_int(made: Type) -> Callable[[str], int | Trouble]:
    """A reader of whole numbers between the type's bounds."""
    low = LEAST if made.low is None else made.low
    high = MOST if made.high is None else made.high
    match = re.compile(r"[+-]?[0-9]+").fullmatch
    width = max(len(str(low)), len(str(high)))

    def read(text: str) -> int | Trouble:
        text = trimmed(text)
        if not match(text):
            return _no_number(text) or Trouble("not-int", "not a whole number; expected digits", "write it as `42`")
        digits = text.lstrip("+-0")
        value = int(text) if len(digits) <= width else None
        if value is None or not low <= value <= high:
            above = text[0] != "-" if value is None else value > high
            edge = f"above {grouped(high)}" if above else f"below {grouped(low)}"
            return Trouble("out-of-range", f"{edge}; `{made}` ends there", None)
        if text.lstrip("+-")[:1] == "0" and len(text.lstrip("+-")) > 1:
            return Trouble(
                "leading-zero",
                "a number that would lose its leading zero",
                "declare the variable `id(max …)`: it keeps every digit",
            )
        return value

    return read


def of_decimal(made: Type) -> Callable[[str], Decimal | Trouble]:
    """A reader of decimals of so many digits, so many of them behind the point."""
    digits = 18 if made.digits is None else made.digits
    places = digits if made.places is None else made.places
    whole = digits if made.places is None else digits - places
    match = re.compile(r"[+-]?([0-9]+)(?:\.([0-9]+))?").fullmatch

    def read(text: str) -> Decimal | Trouble:
        text = trimmed(text)
        found = match(text)
        if not found:
            return _no_number(text) or Trouble(
                "not-decimal", "not a decimal number; expected digits and a point", "write it as `12.50`"
            )
        front, behind = found[1].lstrip("0"), found[2] or ""
        if len(behind) > places:
            return Trouble(
                "too-many-places", f"a number with {_digits(len(behind))} behind the point; `{made}` takes {places}"
            )
        if len(front) > whole or len(front) + len(behind) > max(digits, 1):
            return Trouble(
                "too-many-digits",
                f"a number of {len(front) + len(behind)} digits; `{made}` takes {_room(whole, places, digits)}",
            )
        return Decimal(text) if front or behind.strip("0") else abs(Decimal(text))

    return read


def _digits(count: int) -> str:
    return "1 digit" if count == 1 else f"{count} digits"


def _room(whole: int, places: int, digits: int) -> str:
    return f"{whole} before the point and {places} behind it" if whole + places == digits else str(digits)


def of_money(made: Type) -> Callable[[str], Decimal | Trouble]:
    """A reader of amounts: as many digits behind the point as the currency has."""
    places = money_places(made.code)
    unit = Decimal(1).scaleb(-places)
    match = re.compile(r"[+-]?([0-9]+)(?:\.([0-9]+))?").fullmatch

    def read(text: str) -> Decimal | Trouble:
        text = trimmed(text)
        found = match(text)
        if not found:
            return _no_money(text, made)
        if len((found[2] or "").rstrip("0")) > places:
            return Trouble(
                "too-many-places", f"an amount with {_digits(len(found[2]))} behind the point; {made.code} has {places}"
            )
        if len(found[1].lstrip("0")) > MONEY_DIGITS:
            return Trouble(
                "too-many-digits",
                f"an amount of {len(found[1])} digits; `{made}` takes {MONEY_DIGITS} before the point",
            )
        value = Decimal(text).quantize(unit)
        return value if value else abs(value)

    return read


def _no_money(text: str, made: Type) -> Trouble:
    bare = trimmed(text.strip("$£€¥₹").removeprefix(made.code or "").removesuffix(made.code or ""))
    if bare != text and re.fullmatch(r"[+-]?[0-9.,' ]+", bare):
        return Trouble(
            "currency-sign",
            "an amount with its currency; expected the number alone",
            "write it as `12.50`: the type names the currency",
        )
    return _no_number(text) or Trouble(
        "not-money", "not an amount of money; expected digits and a point", "write it as `12.50`"
    )


def _no_number(text: str) -> Trouble | None:
    return error_cell(text) or number_damage(text) or typographic(text)


def of_bool(made: Type) -> Callable[[str], bool | Trouble]:
    """A reader of switches."""

    def read(text: str) -> bool | Trouble:
        text = trimmed(text)
        value = _SWITCH.get(text.lower())
        if value is not None:
            return value
        return error_cell(text) or Trouble("not-bool", "neither yes nor no", "write yes or no, true or false, 1 or 0")

    return read
