"""Why a cell's text is no value of its type, and the marks that spreadsheets leave behind when they rewrite data.

A message completes the sentence "the value is …" and never repeats the value. This module must not know about types.
"""

from __future__ import annotations

import re

from sendspec.record import NamedTuple


class Trouble(NamedTuple):
    """`reason` is a stable key to group by, `message` completes "the value is …", `hint` is what to do about it."""

    reason: str
    message: str
    hint: str | None = None


AS_TEXT = "format the column as text in the spreadsheet and export it again"

#: The reasons that mean that a spreadsheet has rewritten the value (or never had one).
DAMAGE = frozenset(
    {
        "error-cell", "scientific", "point-zero", "lost-zero", "lost-plus", "serial-date", "other-date", "thousands",
        "decimal-comma", "lost-character",
    }
)  # fmt: skip

#: What spreadsheets show in place of a value that they could not work out.
_ERROR_CELLS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!"}
)

#: Blanks beside Unicode's own that come along when text is copied: zero-width ones and direction marks.
_UNSEEN = "\u200b\u200e\u200f\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufeff"


def trimmed(text: str) -> str:
    """The text without blanks at its ends, unseen ones included."""
    short = text.strip()
    while short and (short[0] in _UNSEEN or short[-1] in _UNSEEN):
        short = short.strip(_UNSEEN).strip()
    return short


def error_cell(text: str) -> Trouble | None:
    """Told when the text is what a spreadsheet writes in place of a value."""
    if text[:1] != "#" or not (text.upper() in _ERROR_CELLS or not text.strip("#")):
        return None
    word = text.upper() if text.strip("#") else "####"
    return Trouble("error-cell", f"the spreadsheet error {word}, not a value", "mend the formula, or empty the cell")


def number_damage(text: str) -> Trouble | None:
    """Told when a spreadsheet has written a number in its own way."""
    if re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+", text):
        return Trouble("scientific", "a number in scientific form; the spreadsheet has cut off its digits", AS_TEXT)
    if re.fullmatch(r"[+-]?\d+\.0+", text):
        return Trouble("point-zero", "a number with `.0` behind it, as a spreadsheet writes it", AS_TEXT)
    groups = r"[+-]?\d{1,3}([, \u00a0\u202f'’])\d{3}(?:\1\d{3})*(?:\.\d+)?"
    if re.fullmatch(rf"{groups}|[+-]?\d{{1,3}}(?:\.\d{{3}})+,\d+", text):
        return Trouble(
            "thousands", "a number with separators of thousands", "write the digits alone, for instance `1234.50`"
        )
    if re.fullmatch(r"[+-]?\d+,\d+", text):
        return Trouble("decimal-comma", "a number with a decimal comma; expected a point", "write it as `12.50`")
    return None


def date_damage(text: str, expected: str, hint: str) -> Trouble | None:
    """Told when a date stands in another form than ISO 8601; `hint` is how to mend the column."""
    if re.fullmatch(r"(?:\d{1,2}([/.\- ])\d{1,2}\1\d{2,4}|\d{4}[/.]\d{1,2}[/.]\d{1,2})(?:[ T,].*)?", text):
        return Trouble("other-date", f"a date in a spreadsheet's form; expected {expected}", hint)
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", text):
        return Trouble("serial-date", f"a spreadsheet's serial number of a day; expected {expected}", hint)
    if re.fullmatch(r"(?=.*[A-Za-z]{3})[\d\w .,/-]*\b\d{4}\b.*|\d{1,2}[- ][A-Za-z]{3,}[- ]\d{2,4}", text):
        return Trouble("other-date", f"a date in words; expected {expected}", hint)
    return None


def typographic(text: str) -> Trouble | None:
    """Told when curly quotes or fixed blanks stand where only plain characters can."""
    if any(quote in text for quote in "“”‘’„«»"):
        return Trouble("curly-quotes", "in curly quotes", "take the quotes off")
    if "\u00a0" in text or "\u202f" in text:
        return Trouble("fixed-blank", "a value with a no-break blank inside", "replace it by nothing or a plain blank")
    return None


def grouped(number: int) -> str:
    """A number as people read it: `1 602`."""
    return f"{number:,}".replace(",", " ")
