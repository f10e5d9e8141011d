"""Whole columns of cells against their type: a cheap test of all of them at once, then of each, and the type's own
reader for what neither is sure of.

A cell is sure when its reader takes it, and its value prints as a known text: for most types the cell itself. What is
not sure is not wrong: whoever asks reads it by itself. This module must not know files, rows or people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import partial
from operator import itemgetter

from sendspec.record import NamedTuple
from sendspec.values.gsm import is_gsm
from sendspec.values.possible import possible
from sendspec.values.reach import plain_mail, plain_national, plain_number
from sendspec.values.read import Reader, Trouble
from sendspec.values.types import Kind, Type

#: Says of a column of cells that none is empty, and each is sure. It may say no where that is so.
All = Callable[[Sequence[str]], "Sure"]
#: The text that a cell's value prints as, or None where it is not sure. It is not asked of empty cells.
Each = Callable[[str], str | None]


class Sure(IntEnum):
    """What is known of a column. TAME: all cells are sure, and none holds a quote, a backslash or a character outside
    the SMS alphabet: they stand in JSON and in an SMS as they are."""

    NOTHING = 0
    CELLS = 1
    TAME = 2


class Column(NamedTuple):
    """Cells as their values print, and which of them are not sure."""

    texts: Sequence[str]
    unsure: list[int]
    tame: bool = False


#: How many verdicts of one column are kept.
MOST = 1 << 16

#: The types whose values are texts, and print as they are read.
TEXTUAL = frozenset(
    {Kind.TEXT, Kind.ID, Kind.URL, Kind.PHONE, Kind.EMAIL, Kind.ONE_OF, Kind.LOCALE, Kind.TIMEZONE, Kind.INT}
)


def column(read: Reader, made: Type | None) -> Callable[[Sequence[str]], Column]:
    """What reads columns as `read` does, which is the reader of the type `made`, or of ids that have no type: the text
    that each value prints as, and the places of those that have none.

    An empty cell is none of them: it stays empty. A value that is no text (see `TEXTUAL`) stays the cell that it was.
    """
    every, each = _tests(made, read) if made else (None, _nothing)
    textual = made is None or made.kind in TEXTUAL

    def one(cell: str) -> str | None:
        if not cell:
            return ""
        sure = each(cell)
        if sure is None and textual and not cell.isspace():
            value = read(cell)
            return value if isinstance(value, str) else None
        return sure

    def all_(cells: Sequence[str]) -> Column:
        if every is not None and cells and (sure := every(cells)):
            return Column(cells, [], sure is Sure.TAME)
        found = [one(cell) for cell in cells]
        return Column([text or "" for text in found], [at for at, text in enumerate(found) if text is None])

    return all_


def _nothing(cell: str) -> None:
    return None


def _tests(made: Type, read: Reader) -> tuple[All | None, Each]:
    match made.kind:
        case Kind.TEXT:
            most = 1 << 30 if made.most is None else made.most
            return partial(_all_texts, most), partial(_text, most)
        case Kind.ID:
            most = 1 << 30 if made.most is None else made.most
            return partial(_all_ids, most), partial(_id, most)
        case Kind.URL if made.host is not None:
            most = 1 << 30 if made.most is None else made.most
            return partial(_all_urls, f"https://{made.host.lower()}/", most), _nothing
        case Kind.PHONE:
            return _all_numbers, partial(_number, made.code)
        case Kind.EMAIL:
            return None, _mail
        case Kind.ONE_OF if made.choices:
            return partial(_all_listed, frozenset(made.choices)), _nothing
        case Kind.INT:
            return None, partial(_int, read)
        case _:
            kept = _Kept(read, made.kind in TEXTUAL)
            return partial(_all_kept, kept), _of_kept(kept)


class _Kept(dict[str, bool]):
    """Which cells a reader takes, and takes as they are where its values are texts."""

    def __init__(self, read: Reader, textual: bool) -> None:
        super().__init__()
        self._read, self._textual = read, textual

    def __missing__(self, cell: str) -> bool:
        if len(self) >= MOST:
            self.clear()
        value = self._read(cell) if cell and not cell.isspace() else None
        self[cell] = taken = value == cell if self._textual else not isinstance(value, Trouble | None)
        return taken


def _all_kept(kept: _Kept, cells: Iterable[str]) -> Sure:
    return Sure(all(map(kept.__getitem__, cells)))


def _all_listed(choices: frozenset[str], cells: Iterable[str]) -> Sure:
    return Sure(choices.issuperset(cells))


def _of_kept(kept: _Kept) -> Each:
    return lambda cell: cell if kept[cell] else None


# --- texts -----------------------------------------------------------------------------------------------


def _tame(text: str) -> Sure:
    """What is known of sure cells that are put together to this text."""
    quoted = '"' in text or "\\" in text or not text.isprintable()
    return Sure.CELLS if quoted or not is_gsm(text) else Sure.TAME


def _all_texts(most: int, cells: Sequence[str]) -> Sure:
    if max(map(len, cells)) > most:
        return Sure.NOTHING
    joined = " ".join(cells)  # an empty cell, or one that begins with a blank, makes two blanks
    bare = joined[:1] not in ("", " ") and joined[-1] != " " and "  " not in joined
    if not (bare and joined.isprintable() and "#" not in joined and "\ufffd" not in joined):
        return Sure.NOTHING
    return _tame(joined)


def _text(most: int, cell: str) -> str | None:
    sure = len(cell) <= most and cell.isprintable() and "#" not in cell and "\ufffd" not in cell
    return cell if sure and not cell.isspace() else None


_NO_ID = re.compile(r"[^A-Za-z0-9._:\n-]").search
_ID = re.compile(r"[A-Za-z0-9._:-]+").fullmatch


def _lines(cells: Sequence[str]) -> str | None:
    """The cells, each in a line of its own, with a line end before and behind; None where one is not one line."""
    joined = "\n" + "\n".join(cells) + "\n"
    return joined if joined.count("\n") == len(cells) + 1 and "\n\n" not in joined else None


def _all_ids(most: int, cells: Sequence[str]) -> Sure:
    if max(map(len, cells)) > most or (text := _lines(cells)) is None or _NO_ID(text):
        return Sure.NOTHING
    return Sure.TAME


def _id(most: int, cell: str) -> str | None:
    return cell if len(cell) <= most and _ID(cell) else None


_NO_URL = re.compile(r"[^!-~\n]").search


def _all_urls(start: str, most: int, cells: Sequence[str]) -> Sure:
    text = _lines(cells)
    if text is None or max(map(len, cells)) > most:
        return Sure.NOTHING
    if text.count(f"\n{start}") != len(cells) or _NO_URL(text):
        return Sure.NOTHING
    return Sure.CELLS if '"' in text or "\\" in text or "`" in text else Sure.TAME


def _int(read: Reader, cell: str) -> str | None:
    return cell if str(read(cell)) == cell else None  # the words of a Trouble are no number


# --- reach -----------------------------------------------------------------------------------------------

_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_BEGINNING = itemgetter(slice(5))


def _all_numbers(cells: Sequence[str]) -> Sure:
    """E.164 numbers of one length, whose beginnings allow it (see `reach`)."""
    long = len(cells[0])
    joined = "".join(cells)
    if not (8 <= long <= 16 and joined.isascii() and len(joined) == long * len(cells)):
        return Sure.NOTHING
    if joined.encode().translate(_ZEROS) != (b"+" + b"0" * (long - 1)) * len(cells):
        return Sure.NOTHING
    plain = all(plain_number(beginning.ljust(long, "2")) for beginning in set(map(_BEGINNING, cells)))
    return Sure.TAME if plain else Sure.NOTHING


def _number(region: str | None, cell: str) -> str | None:
    return cell if plain_number(cell) or possible(cell) else plain_national(cell, region)


def _mail(cell: str) -> str | None:
    found = plain_mail(cell)
    return cell if found and found[1].islower() else None
