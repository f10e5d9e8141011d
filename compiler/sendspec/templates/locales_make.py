"""How wide a locale prints names, numbers and money: worked out with babel.

`python -m sendspec.templates.locales_make` prints `locales.tsv`; `locales` uses the same code for locales that are
not in it. It must not be imported for those that are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Literal

from babel import Locale
from babel.dates import get_timezone_name
from babel.numbers import get_currency_precision, get_currency_symbol, get_decimal_symbol, get_group_symbol

from sendspec.templates.filters import blanks, escaped
from sendspec.templates.isolated import isolated
from sendspec.values.bounds import Bounds
from sendspec.values.gsm import measure

#: The locales of the table. Any other works too; it costs a run of lint the import of babel.
TABLED = """
af ar bg bn ca cs cy da de de_AT de_CH el en en_AU en_CA en_GB en_IE en_IN en_NZ en_US en_ZA es es_ES es_MX et eu fa fi
fil fr fr_BE fr_CA fr_CH fr_FR ga gd gl he hi hr hu id is it it_IT ja ko lt lv ms nb nl nl_BE nl_NL nn pa pl pt pt_BR
pt_PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh zh_Hant
""".split()  # noqa: SIM905 (a column of words reads better)
#: The currencies whose symbols the table has.
CURRENCIES = """
AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW MXN NGN NOK NZD PHP PLN RON RUB SAR SEK SGD THB
TRY UAH USD ZAR
""".split()  # noqa: SIM905
_WIDTHS = {3: "abbreviated", 4: "wide", 5: "narrow", 6: "short"}


def make(locale: str, zones: bool = False) -> dict[str, str]:
    """The entry of a locale. `zones`: with the names of all time zones, which takes a while."""
    known = isolated(locale)
    entry = {field: encode(names) for field, names in _names(known).items()}
    if zones:
        entry["z"], entry["zzzz"] = encode(_zones(known, "short")), encode(_zones(known, "long"))
    for style in ("short", "medium", "long", "full"):
        entry[f"date.{style}"] = blanks(known.date_formats[style].pattern)
        entry[f"time.{style}"] = blanks(known.time_formats[style].pattern)
    decimal, money = known.decimal_formats[None], known.currency_formats["standard"]
    entry["marks"] = blanks("|".join((get_group_symbol(known), get_decimal_symbol(known))))
    entry["groups"] = "|".join(f"{first}/{second}" for first, second in (decimal.grouping, money.grouping))
    entry["money"] = blanks("|".join((*money.prefix, *money.suffix)))
    entry["symbols"] = "|".join(symbol(locale, code) for code in CURRENCIES)
    return entry


def symbol(locale: str, currency: str) -> str:
    """A currency's symbol in a locale."""
    return blanks(get_currency_symbol(currency, isolated(locale)))


def encode(texts: Iterable[str]) -> str:
    """The bounds of a text that is one of these: `3-4`, or all four extents and whether they are GSM 03.38."""
    found: Bounds | None = None
    for text in texts:
        widths = measure(text) | measure(escaped(text))  # the same but for a few locales, whose names have apostrophes
        found = widths if found is None else found | widths
    assert found is not None
    extents = (found.characters, found.octets, found.septets, found.units)
    spoken = [f"{least}-{most}" for least, most in extents]
    if len(set(spoken)) == 1 and found.gsm:
        return spoken[0]
    return ":".join((*spoken, {True: "yes", False: "no", None: "some"}[found.gsm]))


def _names(known: Locale) -> Mapping[str, Iterable[str]]:
    found: dict[str, Iterable[str]] = {}
    for count, width in _WIDTHS.items():
        for letter, context in (("E", "format"), ("c", "stand-alone")):
            found[letter * count] = known.days[context][width].values()
        if count == 6:
            continue
        for letter, context in (("M", "format"), ("L", "stand-alone")):
            found[letter * count] = known.months[context][width].values()
        found["a" * count] = _halves(known, width)
        if count < 5:
            found["G" * count] = [known.eras[width][1]]
            for letter, context in (("Q", "format"), ("q", "stand-alone")):
                found[letter * count] = known.quarters[context][width].values()
    return found


def _halves(known: Locale, width: str) -> list[str]:
    """The two halves of a day. Where the width asked for has no names, babel goes through the others in this order."""
    every = [known.day_periods["format"][other] for other in (width, "wide", "narrow", "abbreviated")]
    return [next(names[half] for names in every if half in names) for half in ("am", "pm")]


def _zones(known: Locale, width: Literal["short", "long"]) -> list[str]:
    """The names that babel gives all time zones, in winter and in summer."""
    import datetime as dt
    from zoneinfo import ZoneInfo, available_timezones

    found = set()
    for zone in sorted(available_timezones()):
        for month in (1, 7):
            moment = dt.datetime(2026, month, 1, tzinfo=ZoneInfo(zone))
            found.add(str(get_timezone_name(moment, width, locale=known)))
    return sorted(found)


def table() -> str:
    """The whole of `locales.tsv`: a line for the currencies, then one a locale."""
    digits = "|".join(str(get_currency_precision(code)) for code in CURRENCIES)
    lines = ["\t".join(("#", "|".join(CURRENCIES), digits))]
    for locale in TABLED:
        entry = make(locale, zones=True)
        lines.append("\t".join((locale, *(f"{field}={value}" for field, value in entry.items()))))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream when run as a program
    sys.stdout.write(table())
