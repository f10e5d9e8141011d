"""What begins with a digit: numbers, percentages, durations, dates, times, instants, and dates that no calendar has.

It must not know where a literal may stand.
"""

from __future__ import annotations

import re

from sendspec.diagnostic import Severity
from sendspec.record import NamedTuple
from sendspec.source import Span
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.nodes import Kind, Literal

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from datetime import date, datetime, time

FORMS = re.compile(
    r"(?P<duration>(?:\d+[smhd])+)"
    r"|(?P<number>-?\d+(?:_\d+)*(?:\.\d+)?)(?P<percent>%)?"
    r"|(?P<time>\d\d:\d\d(?::\d\d)?)"
    r"|(?P<date>\d{4}-\d\d-\d\d)"
    r"|(?P<instant>(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6})\d*)?(?:Z|([+-])(\d{1,2}):(\d\d)))",
    re.ASCII,
)
_STEP = re.compile(r"(\d+)([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST = 40


class Read(NamedTuple):
    """A literal, and whether it is one at all (else it was meant as something unknown, and has been told)."""

    literal: Literal
    known: bool = True


def literal(findings: Findings, text: str, span: Span) -> Read:
    """The literal that `text` is."""
    found = FORMS.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        from sendspec.syntax.malformed import malformed

        return malformed(findings, text, span)
    if found["number"] is not None:
        kind = Kind.PERCENT if found["percent"] else Kind.NUMBER
        return Read(Literal(kind, _number(found["number"], kind), text, span))
    if found["duration"] is not None:
        seconds = sum(int(many) * _SECONDS[unit] for many, unit in _STEP.findall(text))
        return Read(Literal(Kind.DURATION, seconds, text, span))
    return moment(findings, found, span)


def _number(text: str, kind: Kind) -> object:
    if kind is Kind.NUMBER and "." not in text:
        return int(text)
    from decimal import Decimal

    return Decimal(text)


def moment(findings: Findings, found: re.Match[str], span: Span) -> Read:
    """The date, time or instant that `FORMS` found."""
    text = found[0]
    if found["time"]:
        return Read(Literal(Kind.TIME, _time(findings, text, span), text, span))
    if found["date"]:
        return Read(Literal(Kind.DATE, _date(findings, text, span), text, span))
    return Read(Literal(Kind.INSTANT, _instant(findings, found, span), text, span))


def _date(findings: Findings, text: str, span: Span) -> date:
    from datetime import date

    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    try:
        return date(year, month, day)
    except ValueError:
        from calendar import monthrange  # slow to import, and few need it
    last = monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
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
