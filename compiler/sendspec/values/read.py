"""A cell's text → a value of its type, or why it is none.

Blanks at the ends of a cell are cut off for every type but `text`, which is kept as it stands. What is wrong is told
without the value. This module must not know about files, rows or columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sendspec.nearest import did_you_mean
from sendspec.values.moments import of_date, of_datetime, of_time, of_timezone
from sendspec.values.quantities import of_bool, of_decimal, of_int, of_money
from sendspec.values.reach import address, of_email, of_phone, of_url
from sendspec.values.trouble import Trouble, error_cell, grouped, number_damage, trimmed, typographic
from sendspec.values.types import Kind, Type, Value

__all__ = ["Reader", "Trouble", "address", "read", "reader"]

Reader = Callable[[str], Value | Trouble]


def read(made: Type, text: str) -> Value | Trouble:
    """The value that a cell's text is. An empty text is for the caller to judge: it is no value."""
    return reader(made)(text)


def reader(made: Type) -> Reader:
    """The function that reads values of a type: made once, used for every row."""
    return _READERS[made.kind](made)


def _of_text(made: Type) -> Reader:
    most = made.most if made.most is not None else 1 << 30

    def read_text(text: str) -> Value | Trouble:
        if len(text) > most:
            return Trouble("too-long", f"{grouped(len(text))} characters long; `{made}` takes {grouped(most)}")
        if text.isprintable() and "#" not in text and "\ufffd" not in text:
            return text
        return _no_text(text) or text

    return read_text


def _no_text(text: str) -> Trouble | None:
    """What a text cannot hold, if it does hold it."""
    trouble = error_cell(text.strip())
    if trouble:
        return trouble
    if "\ufffd" in text:
        return Trouble(
            "lost-character",
            "a text with U+FFFD in it: a character was lost before this file was written",
            "export the data again as UTF-8",
        )
    if re.search("[\ud800-\udfff]", text):
        return Trouble("half-character", "a text with half of a surrogate pair in it", "export the data again as UTF-8")
    control = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)
    if control is None:
        return None
    hint = 'try `encoding "cp1252"`' if control[0] >= "\x80" else "take it out of the data"
    return Trouble("control-character", f"a text with the control character U+{ord(control[0]):04X} in it", hint)


_OR_TEXT = "clean the column, or declare the variable `text(max …)`"


def _of_id(made: Type) -> Reader:
    most = made.most if made.most is not None else 1 << 30
    match = re.compile(r"[A-Za-z0-9._:-]+").fullmatch

    def read_id(text: str) -> Value | Trouble:
        text = trimmed(text)
        if not match(text):
            return (
                error_cell(text) or number_damage(text) or typographic(text)
                or Trouble("not-id", "not an id: it holds more than letters, digits and `. _ : -`", _OR_TEXT)
            )  # fmt: skip
        if len(text) > most:
            return Trouble("too-long", f"{grouped(len(text))} characters long; `{made}` takes {grouped(most)}")
        return text

    return read_id


def _of_locale(made: Type) -> Reader:
    return _of_choice(made) if made.choices else _read_tag


def _read_tag(text: str) -> Value | Trouble:
    """Any locale, for a file that names none of its own."""
    tag = trimmed(text)
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", tag):
        return tag
    return error_cell(text) or Trouble("not-locale", "not a locale such as `en` or `en-GB`")


def _of_choice(made: Type) -> Reader:
    choices = frozenset(made.choices)
    listed = ", ".join(f"`{choice}`" for choice in made.choices[:8]) + (" …" if len(made.choices) > 8 else "")
    what = "of this file's locales" if made.kind is Kind.LOCALE else "of the declared words"

    def read_choice(text: str) -> Value | Trouble:
        if text in choices:
            return text
        text = trimmed(text)
        if text in choices:
            return text
        near = did_you_mean(text, choices) if len(text) <= 64 else None
        return error_cell(text) or Trouble("not-listed", f"none {what}; expected {listed}", near)

    return read_choice


_READERS: dict[Kind, Callable[[Type], Reader]] = {
    Kind.TEXT: _of_text,
    Kind.INT: of_int,
    Kind.DECIMAL: of_decimal,
    Kind.MONEY: of_money,
    Kind.DATE: of_date,
    Kind.TIME: of_time,
    Kind.DATETIME: of_datetime,
    Kind.TIMEZONE: of_timezone,
    Kind.PHONE: of_phone,
    Kind.EMAIL: of_email,
    Kind.URL: of_url,
    Kind.ID: _of_id,
    Kind.ONE_OF: _of_choice,
    Kind.BOOL: of_bool,
    Kind.LOCALE: _of_locale,
}
