"""What begins with a digit and is no literal: what it was meant to be, and something in its place.

Imported only when there is such a thing. It must not know where a literal may stand.
"""

from __future__ import annotations

import re

from sendspec.record import NamedTuple
from sendspec.source import Span
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.literals import FORMS, LONGEST, Read, literal
from sendspec.syntax.nodes import Kind, Literal

# Forms of other languages and of other people, and what they are here.
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})-([A-Za-z]{3})[a-z]*-(\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORT_TIME = re.compile(r"\d:\d\d(?::\d\d)?", re.ASCII)
_BETWEEN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)", re.ASCII)
_HALVES = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap])m", re.ASCII | re.IGNORECASE)
_DURATION = re.compile(r"(\d{1,9})(?:(s)ec|(m)in|(h)(?:r|our)|(d)ay|(w))[a-z]*", re.ASCII | re.IGNORECASE)
_LOOSE_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:([Zz])|([+-])(\d\d)(\d\d)?)?", re.ASCII
)


class _Meant(NamedTuple):
    """What a malformed literal was meant to be: the right form (or nothing), and whether it says just the same."""

    code: str
    right: str
    what: str
    same: bool = True


def malformed(findings: Findings, text: str, span: Span) -> Read:
    """Tell what was meant, and give something in its place."""
    code, right, what, same = _meant(text) if len(text) <= LONGEST else _Meant("SYN015", "", "too long for a number")
    findings.error(
        code,
        f"`{text}` is {what}" if right else f"this is {what}",
        span,
        help=f"write `{right}`" if right else 'put it in `"…"` when it is a text',
        fix=fix(f"write `{right}`", (span.start, span.end, right)) if right and same else None,
    )
    found = FORMS.fullmatch(right)
    if found and not found["number"]:
        return Read(literal(Findings(findings.source), right, span).literal)
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
    if (found := _HALVES.fullmatch(text)) and 1 <= int(found[1]) <= 12 and int(found[2] or 0) < 60:
        right = f"{int(found[1]) % 12 + 12 * (found[3] in 'pP'):0>2}:{found[2] or '00'}"
        return _Meant("SYN015", right, "a time of half a day; a time has 24 hours, as in 20:00")
    if found := _BETWEEN.fullmatch(text):
        return _Meant("SYN015", f"{found[1]}..{found[2]}", "no range; a range has `..` between its ends")
    if found := _DURATION.fullmatch(text):
        count, *units = found.groups()
        right = f"{int(count) * 7}d" if units[-1] else f"{count}{''.join(filter(None, units)).lower()}"
        return _Meant("SYN015", right, "no duration; its units are `s`, `m`, `h` and `d`")
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
