"""Dates, times, instants and time zones, out of the text of a cell: ISO 8601 and names of the IANA list, nothing else.

Nothing here asks for the machine's own zone or clock.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable
from functools import lru_cache

from sendspec.values.trouble import Trouble, date_damage, error_cell, trimmed, typographic
from sendspec.values.types import Type

#: An instant must stay a date in every zone.
_FIRST, _LAST = 1000, 9998

_DATE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_TIME = r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?"
_ZONE = r"(Z|z|([+-])([0-9]{2}):?([0-9]{2}))?"


def of_date(made: Type) -> Callable[[str], dt.date | Trouble]:
    """A reader of dates such as `2026-11-30`."""
    match = re.compile(_DATE).fullmatch
    expected = "the ISO form `2026-11-30`"

    def read(text: str) -> dt.date | Trouble:
        text = trimmed(text)
        found = match(text)
        if found:
            return _date(found[1], found[2], found[3])
        if re.fullmatch(_DATE + r"[T ].*", text):
            return Trouble(
                "date-with-time",
                f"a date with a time of day; expected {expected}",
                "leave the time out, or declare the variable `datetime`",
            )
        return _no_date(text, expected, "give the column the ISO format `yyyy-mm-dd`")

    return read


def of_time(made: Type) -> Callable[[str], dt.time | Trouble]:
    """A reader of times of day such as `14:30`."""
    match = re.compile(_TIME).fullmatch

    def read(text: str) -> dt.time | Trouble:
        text = trimmed(text)
        found = match(text)
        if found:
            return _time(found[1], found[2], found[3], found[4])
        if re.fullmatch(r"[0-9]{1,2}(?:[:.][0-9]{2}){0,2} ?[AaPp]\.?[Mm]\.?|[0-9]:[0-9]{2}(?::[0-9]{2})?", text):
            return Trouble(
                "other-time",
                "a time in another form; expected 24 hours with two digits each",
                "write it as `09:30` or `21:30`",
            )
        return (
            error_cell(text)
            or typographic(text)
            or Trouble("not-time", "not a time of day; expected `14:30`", "write it as `14:30`")
        )

    return read


def of_datetime(made: Type) -> Callable[[str], dt.datetime | Trouble]:
    """A reader of instants such as `2026-11-30T14:30Z`. Without `Z` or an offset there is no instant."""
    match = re.compile(f"{_DATE}[Tt ]{_TIME}{_ZONE}").fullmatch
    expected = "the ISO form `2026-11-30T14:30Z`"

    def read(text: str) -> dt.datetime | Trouble:
        text = trimmed(text)
        found = match(text)
        if not found:
            return _no_instant(text, expected)
        if found[8] is None:
            return Trouble(
                "no-offset",
                "a date and a time without `Z` or an offset, so no instant",
                "add `Z` for UTC or an offset as `+01:00`",
            )
        day, time = _date(found[1], found[2], found[3]), _time(found[4], found[5], found[6], found[7])
        if isinstance(day, Trouble):
            return day
        if isinstance(time, Trouble):
            return time
        zone = _offset(found[9], found[10], found[11]) if found[9] else dt.UTC
        if isinstance(zone, Trouble):
            return zone
        if not _FIRST <= day.year <= _LAST:
            return Trouble("out-of-range", f"outside of the years {_FIRST} to {_LAST}")
        return dt.datetime.combine(day, time, zone)

    return read


def _date(year: str, month: str, day: str) -> dt.date | Trouble:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return Trouble(
            "no-such-day", "no day of the calendar", "look at the month and the day: the form is year-month-day"
        )


def _time(hour: str, minute: str, second: str | None, fraction: str | None) -> dt.time | Trouble:
    try:
        return dt.time(int(hour), int(minute), int(second or 0), int((fraction or "0")[:6].ljust(6, "0")))
    except ValueError:
        return Trouble("no-such-time", "no time of day", "the day runs from `00:00` to `23:59`")


def _offset(sign: str, hours: str, minutes: str) -> dt.tzinfo | Trouble:
    far = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or far > 14 * 60:
        return Trouble(
            "no-such-offset", "an instant with an offset that no place has", "offsets run from `-12:00` to `+14:00`"
        )
    return dt.timezone(dt.timedelta(minutes=-far if sign == "-" else far)) if far else dt.UTC


def _no_instant(text: str, expected: str) -> Trouble:
    if re.fullmatch(_DATE, text):
        return Trouble(
            "date-alone",
            f"a date without a time; expected {expected}",
            "add the time and the zone, or declare the variable `date`",
        )
    if re.fullmatch(f"{_DATE}[Tt ]{_TIME}" + r" ?[+-][0-9]:?[0-9]{2}", text):
        return Trouble("short-offset", "an instant whose offset has one digit of hours", "write the offset as `+05:30`")
    return _no_date(
        text, expected, "give the column the form `yyyy-mm-ddThh:mm`, with `Z` behind it for UTC or an offset"
    )


def _no_date(text: str, expected: str, hint: str) -> Trouble:
    return (
        error_cell(text)
        or date_damage(text, expected, hint)
        or typographic(text)
        or Trouble("not-date", f"not a date; expected {expected}", None)
    )


def of_timezone(made: Type) -> Callable[[str], str | Trouble]:
    """A reader of names of time zones such as `Europe/London`."""

    def read(text: str) -> str | Trouble:
        text = trimmed(text)
        return text if _is_zone(text) else error_cell(text) or _no_zone(text)

    return read


def _no_zone(text: str) -> Trouble:
    if re.fullmatch(r"(?:UTC|GMT)?[+-][0-9]{1,2}(?::?[0-9]{2})?", text):
        return Trouble(
            "offset-as-zone",
            "an offset; a time zone has a name, since offsets change with the season",
            "write it as `Europe/London`",
        )
    return Trouble("not-zone", "not a time zone of the IANA list", _near_zone(text) or "write it as `Europe/London`")


@lru_cache(512)
def _is_zone(name: str) -> bool:
    """Whether the IANA list has the name. `localtime` and the like are the machine's own, so they are none."""
    if name == "UTC":
        return True
    if not re.fullmatch(r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Z][A-Za-z0-9_+-]*){0,2}", name) or name == "Factory":
        return False
    if _is_installed(name):
        return True
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder of the list, a wrong file, no such name
        return False
    return True


def _is_installed(name: str) -> bool:
    """Whether the system has the zone where zoneinfo looks first: most are there, and that import is slow."""
    if "PYTHONTZPATH" in os.environ:
        return False
    try:
        with open(f"/usr/share/zoneinfo/{name}", "rb") as file:
            return file.read(4) == b"TZif"
    except OSError:
        return False


@lru_cache(128)
def _near_zone(name: str) -> str | None:
    if len(name) > 40:
        return None
    from zoneinfo import available_timezones

    from sendspec.nearest import did_you_mean

    return did_you_mean(name.replace(" ", "_"), (zone for zone in available_timezones() if "/" in zone))
