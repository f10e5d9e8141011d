"""CLDR patterns of dates and times: cut as babel cuts them, and what is likely wrong with one.

It must not know locales: how wide a field is printed is `locales`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sendspec.diagnostic import Severity
from sendspec.record import NamedTuple
from sendspec.values.types import Kind

PATTERN, MIXUP = "TXT009", "TXT010"

_YEARS, _HOURS = tuple(range(1, 6)), (1, 2)
#: The letters that are taken and how often one may stand in a row (UTS 35, part 4, "Date Field Symbol Table").
DATE_LETTERS = {
    "G": (1, 2, 3, 4), "y": _YEARS, "Y": _YEARS, "u": _YEARS, "Q": (1, 2, 3, 4), "q": (1, 2, 3, 4),
    "M": (1, 2, 3, 4, 5), "L": (1, 2, 3, 4, 5), "w": (1, 2), "W": (1,), "d": (1, 2), "D": (1, 2, 3), "F": (1,),
    "E": (1, 2, 3, 4, 5, 6), "e": (1, 2), "c": (1, 3, 4, 5, 6),
}  # fmt: skip
TIME_LETTERS = {
    "a": (1, 2, 3, 4, 5), "h": _HOURS, "H": _HOURS, "K": _HOURS, "k": _HOURS, "m": _HOURS, "s": _HOURS,
    "S": (1, 2, 3),
}  # fmt: skip
ZONE_LETTERS = {"z": (1, 2, 3, 4), "Z": (1, 2, 3, 5), "x": (1, 2, 3, 4, 5), "X": (1, 2, 3, 4, 5)}
_LETTERS = {
    Kind.DATE: DATE_LETTERS,
    Kind.TIME: TIME_LETTERS,
    Kind.DATETIME: {**DATE_LETTERS, **TIME_LETTERS, **ZONE_LETTERS},
}
_CALLED = {
    **dict.fromkeys(DATE_LETTERS, "day"),
    **dict.fromkeys(TIME_LETTERS, "time"),
    **dict.fromkeys(ZONE_LETTERS, "zone"),
}
#: What stands for what in other notations.
_OTHERS = r"%-?[A-Za-z]"
_WORD = r"[A-Za-z]+"


class Field(NamedTuple):
    """A letter, so many `times` in a row ("MMM"), or text (`letter` "")."""

    letter: str
    times: int
    text: str
    start: int
    end: int


class Fault(NamedTuple):
    """What is wrong with a stretch of a pattern."""

    code: str
    severity: Severity
    message: str
    start: int
    end: int
    help: str | None


@lru_cache(256)
def fields(pattern: str) -> tuple[Field, ...]:
    """The fields and the text of a pattern, in order. `''` is a quote; text in single quotes stands for itself."""
    found: list[Field] = []
    at, quoted = 0, False
    while at < len(pattern):
        start, letter = at, pattern[at]
        if pattern.startswith("''", at):
            at += 2
            found.append(Field("", 1, "'", start, at))
        elif letter == "'":
            quoted, at = not quoted, at + 1
        elif not quoted and letter.isascii() and letter.isalpha():
            while at < len(pattern) and pattern[at] == letter:
                at += 1
            found.append(Field(letter, at - start, pattern[start:at], start, at))
        else:
            at += 1
            found.append(Field("", 1, letter, start, at))
    return tuple(found)


def faults(pattern: str, kind: Kind) -> Iterator[Fault]:
    """What is wrong, or likely to be, with a pattern for values of a kind."""
    if "%" in pattern and (other := re.search(_OTHERS, pattern)):
        help = "a day, a month and a year are `dd/MM/yyyy`, a time is `HH:mm`"
        message = f"`{other.group()}` is no field; patterns are CLDR's, without `%`"
        yield Fault(PATTERN, Severity.ERROR, message, other.start(), other.end(), help)
        return
    cut = fields(pattern)
    if pattern.replace("''", "").count("'") % 2:
        at = pattern.rindex("'")
        yield Fault(
            PATTERN,
            Severity.ERROR,
            "a quote is not closed in the pattern",
            at,
            at + 1,
            "write `''` for a quote that is text",
        )
        return
    wrong = next((fault for field in cut if field.letter and (fault := _fault(field, pattern, kind))), None)
    if wrong:
        yield wrong
    elif not any(field.letter for field in cut):
        yield Fault(
            PATTERN, Severity.ERROR, "the pattern has no field; every value would print the same", 0, len(pattern), None
        )
    else:
        yield from _mixups([field for field in cut if field.letter], pattern, kind)


def _fault(field: Field, pattern: str, kind: Kind) -> Fault | None:
    taken = _LETTERS[kind]
    if field.letter in taken:
        if field.times in taken[field.letter]:
            return None
        longest = field.letter * max(taken[field.letter])
        message = f"`{field.text}` is no field; the longest of its letter is `{longest}`"
        if field.times < max(taken[field.letter]):
            message = f"`{field.text}` is no field"
        return Fault(PATTERN, Severity.ERROR, message, field.start, field.end, None)
    start, end = _word_around(pattern, field)
    word = pattern[start:end]
    if len(set(word)) > 1:
        return Fault(
            PATTERN,
            Severity.ERROR,
            f"`{word}` is read as fields",
            start,
            end,
            f"put words in single quotes: `'{word}'`",
        )
    if field.letter in _CALLED:
        what = {Kind.DATE: "a date has no", Kind.TIME: "a time has no"}[kind]
        message = f"`{field.text}` asks for the {_CALLED[field.letter]}; {what} {_CALLED[field.letter]}"
        other = {"m": "M", "M": "m"}.get(field.letter)
        help = f"did you mean `{other * field.times}`?" if other else None
        return Fault(PATTERN, Severity.ERROR, message, field.start, field.end, help)
    return Fault(PATTERN, Severity.ERROR, f"`{field.text}` is no field of a pattern", field.start, field.end,
                 f"put text in single quotes: `'{field.text}'`")  # fmt: skip


def _word_around(pattern: str, field: Field) -> tuple[int, int]:
    found = next(word for word in re.finditer(_WORD, pattern) if word.start() <= field.start < word.end())
    return found.start(), found.end()


def _mixups(cut: list[Field], pattern: str, kind: Kind) -> Iterator[Fault]:
    letters = {field.letter for field in cut}
    for number, field in enumerate(cut):
        before = cut[number - 1] if number else None
        between = pattern[before.end : field.start].strip(" ") if before else ""
        after_hour = before is not None and before.letter in "hHKk" and between in (":", ".", "h")
        after_minute = before is not None and before.letter == "m" and between in (":", ".")
        if field.letter == "Y":
            yield _mixup(field, "is the year of the week, which differs around New Year", field.text.lower())
        elif field.letter == "D":
            yield _mixup(field, "is the day of the year", "d" * min(2, field.times))
        elif field.letter == "m" and not letters & set("hHKk"):
            yield _mixup(field, "is the minute, and no hour stands by it", field.text.upper())
        elif field.letter in "ML" and field.times <= 2 and after_hour:
            yield _mixup(field, "is the month, and it stands after the hour", field.text.lower())
        elif field.letter == "S" and after_minute:
            yield _mixup(field, "is a fraction of a second", field.text.lower())
        elif field.letter in "hK" and "a" not in letters:
            yield _mixup(field, "is the hour from 1 to 12, and nothing says which half of the day", field.text.upper())


def _mixup(field: Field, what: str, other: str) -> Fault:
    instead = "H" * len(other) if other in ("K", "KK") else other
    return Fault(
        MIXUP, Severity.WARNING, f"`{field.text}` {what}", field.start, field.end, f"did you mean `{instead}`?"
    )
