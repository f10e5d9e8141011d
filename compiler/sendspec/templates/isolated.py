"""Babel's data of one locale, apart from that of all others.

Babel resolves an alias in place, in data that locales share: the names that one locale lacks are then those of
whichever locale was asked first (babel 2.18, `localedata.LocaleDataDict`). What is sent must not hang on that.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from babel import Locale, UnknownLocaleError, localedata

#: The sections of a locale's data in which an alias can stand.
ALIASED = ("currency_formats", "days", "eras", "months", "quarters")


@cache
def isolated(locale: str) -> Locale:
    """The locale as babel knows it, with data of its own; English where a file names none, or one unknown to babel."""
    try:
        known = Locale.parse(locale.replace("-", "_") or "en")
    except (UnknownLocaleError, ValueError):
        known = Locale("en")
    shared = localedata.load(str(known))
    data: dict[str | int | None, object] = {}
    data.update(shared)
    data.update((section, deepcopy(shared[section])) for section in ALIASED)
    known._Locale__data = localedata.LocaleDataDict(data)  # type: ignore[attr-defined]  # babel has no door for it
    return known
