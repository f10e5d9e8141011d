"""What begins with a digit: numbers, percentages, durations, dates, times, instants, and what was meant to be one.

It must not know where a literal may stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sendspec.diagnostic import Severity
from sendspec.source import Span
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.nodes import Kind, Literal

if TYPE_CHECKING:
    from datetime import date, datetime, time

_FORMS = re.compile(
    r"(?P<duration>(?:\d+[smhd])+)"
    r"|(?P<number>-?\d+(?:_\d+)*(?:\.\d+)?)(?P<percent>%)?"
    r"|(?P<time>\d\d:\d\d(?::\d\d)?)"
    r"|(?P<date>\d{4}-\d\d-\d\d)"
    r"|(?P<instant>(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6})\d*)?(?:Z|([+-])(\d{1,2}):(\d\d)))",
    re.ASCII,
)
_STEP = re.compile(r"(\d+)([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LONGEST = 40

# Forms of other languages and of other people, and what they are here.
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})-([A-Za-z]{3})[a-z]*-(\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORT_TIME = re.compile(r"\d:\d\d(?::\d\d)?", re.ASCII)
_BETWEEN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)", re.ASCII)
_LOOSE_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:([Zz])|([+-])(\d\d)(\d\d)?)?", re.ASCII
)


class Read(NamedTuple):
    """A literal, and whether it is one at all (else it was meant as something unknown, and has been told)."""

    literal: Literal
    known: bool = True


def literal(findings: Findings, text: str, span: Span) -> Read:
    """The literal that `text` is."""
    found = _FORMS.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return _malformed(findings, text, span)
    if found["number"] is not None:
        kind = Kind.PERCENT if found["percent"] else Kind.NUMBER
        return Read(Literal(kind, _number(found["number"], kind), text, span))
    if found["duration"] is not None:
        seconds = sum(int(many) * _SECONDS[unit] for many, unit in _STEP.findall(text))
        return Read(Literal(Kind.DURATION, seconds, text, span))
    return _moment(findings, found, span)


def _number(text: str, kind: Kind) -> object:
    if kind is Kind.NUMBER and "." not in text:
        return int(text)
    from decimal import Decimal

    return Decimal(text)


def _moment(findings: Findings, found: re.Match[str], span: Span) -> Read:
    text = found[0]
    if found["time"]:
        return Read(Literal(Kind.TIME, _time(findings, text, span), text, span))
    if found["date"]:
        return Read(Literal(Kind.DATE, _date(findings, text, span), text, span))
    return Read(Literal(Kind.INSTANT, _instant(findings, found, span), text, span))


def _date(findings: Findings, text: str, span: Span) -> date:
    from calendar import monthrange
    from datetime import date

    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    last = monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
    if 1 <= day <= last:
        return date(year, month, day)
    why = f"that month has {last} days" if last else "a date is year-month-day" if year else "years begin with 1"
    findings.error(
        "SYN013",
        f"`{text}` is no day of the calendar; {why}",
        Span(span.start, span.start + 10),
        help="correct the date",
    )
    return date(max(year, 1), min(max(month, 1), 12), min(max(day, 1), last or 28))


def _time(findings: Findings, text: str, span: Span) -> time:
    from datetime import time

    hour, minute, second = (int(part) for part in f"{text}:00".split(":")[:3])
    if hour > 23 or minute > 59 or second > 59:
        findings.error(
            "SYN013", f"`{text}` is no time of day; a day goes from 00:00 to 23:59", span, help="correct the time"
        )
    return time(min(hour, 23), min(minute, 59), min(second, 59))


def _instant(findings: Findings, found: re.Match[str], span: Span) -> datetime:
    from datetime import datetime, timedelta, timezone

    day_text, time_text, fraction, sign, hours, minutes = found.groups()[-6:]
    at = span.start + 11
    day = _date(findings, day_text, span)
    clock = _time(findings, time_text, Span(at, at + len(time_text)))
    offset = timedelta()
    if sign:
        offset = timedelta(hours=min(int(hours), 14), minutes=min(int(minutes), 59)) * (-1 if sign == "-" else 1)
        _check_offset(findings, (sign, hours, minutes), span)
    clock = clock.replace(microsecond=int((fraction or "0").ljust(6, "0")))
    return datetime.combine(day, clock, timezone(offset))


def _check_offset(findings: Findings, parts: tuple[str, str, str], span: Span) -> None:
    sign, hours, minutes = parts
    written = f"{sign}{hours}:{minutes}"
    where = Span(span.end - len(written), span.end)
    if int(hours) > 14 or int(minutes) > 59:
        findings.error(
            "SYN013", f"`{written}` is no offset of a place; they go up to 14:00", where, help="correct the offset"
        )
    elif len(hours) == 1:
        right = f"{sign}0{hours}:{minutes}"
        findings.add(
            Severity.WARNING,
            "SYN016",
            f"`{written}` has one digit for its hours; `{right}` is understood",
            where,
            help=f"write `{right}`",
            fix=fix(f"write `{right}`", (where.start, where.end, right)),
        )


class _Meant(NamedTuple):
    """What a malformed literal was meant to be: the right form (or nothing), and whether it says just the same."""

    code: str
    right: str
    what: str
    same: bool = True


def _malformed(findings: Findings, text: str, span: Span) -> Read:
    """Tell what was meant, and give something in its place."""
    code, right, what, same = _meant(text) if len(text) <= _LONGEST else _Meant("SYN015", "", "too long for a number")
    findings.error(
        code,
        f"`{text}` is {what}" if right else f"this is {what}",
        span,
        help=f"write `{right}`" if right else 'put it in `"…"` when it is a text',
        fix=fix(f"write `{right}`", (span.start, span.end, right)) if right and same else None,
    )
    found = _FORMS.fullmatch(right)
    if found and not found["number"]:
        return Read(_moment(Findings(findings.source), found, span).literal)
    return Read(Literal(Kind.NUMBER, 0, text, span), known=False)


def _meant(text: str) -> _Meant:
    if found := _DAY_FIRST.fullmatch(text):
        right = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
        return _Meant("SYN014", right, "a date with its day first; a date is year-month-day", same=False)
    if found := _YEAR_FIRST.fullmatch(text):
        right = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
        return _Meant("SYN014", right, "nearly a date; a date is year-month-day, as in 2026-11-30")
    if (found := _NAMED.fullmatch(text)) and found[2].lower() in _MONTHS:
        right = f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1:0>2}-{found[1]:0>2}"
        return _Meant("SYN014", right, "a date with a month by name; a date is year-month-day")
    if _SHORT_TIME.fullmatch(text):
        return _Meant("SYN015", f"0{text}", "a time with one digit for its hours; it takes two")
    if found := _BETWEEN.fullmatch(text):
        return _Meant("SYN015", f"{found[1]}..{found[2]}", "no range; a range has `..` between its ends")
    if found := _LOOSE_INSTANT.fullmatch(text):
        return _meant_instant(found)
    return _Meant("SYN015", "", "no number, duration, date or time")


def _meant_instant(found: re.Match[str]) -> _Meant:
    day, clock, zulu, sign, hours, minutes = found.groups()
    if not zulu and not sign:
        told = "an instant without an offset; say where on earth it is that time"
        return _Meant("SYN015", f"{day}T{clock}Z", told, same=False)
    right = f"{day}T{clock}Z" if zulu else f"{day}T{clock}{sign}{hours}:{minutes or '00'}"
    return _Meant("SYN015", right, "nearly an instant; its form is 2026-11-30T14:30Z or 2026-11-30T14:30+05:30")
