"""A source → blocks of its rows, as columns of cells: thousands of rows for a few calls. It must not know what a column
means.

A CSV file is cut at its delimiters as one text wherever no quote stands. Everything else goes by the rows that `cells`
reads, and is the same there and here.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from sendspec.audience.cells import At, Cells, Rest, Table, fitted, records_of
from sendspec.audience.place import BrokenError
from sendspec.record import NamedTuple

#: So many characters are cut at once, and so many rows stand in a block that is made of rows.
SIZE, ROWS = 1 << 18, 2048

#: Where a row begins: its line, and of several files the one.
Where = tuple[int, str]


class Block(NamedTuple):
    """Rows by column: their numbers, where they begin, their cells, and by index the rows whose shape is wrong.
    `plain`: no cell needs quotes in CSV with commas."""

    rows: Sequence[int]
    places: Sequence[int | Where]
    columns: list[list[str]]
    faulty: Mapping[int, Cells]
    plain: bool = False

    def row(self, index: int) -> Cells:
        """One row, as `cells` gives it."""
        return self.faulty.get(index) or (self.rows[index], [column[index] for column in self.columns], ())

    def where(self, index: int) -> Where:
        """Where a row begins."""
        place = self.places[index]
        return place if isinstance(place, tuple) else (place, "")


def blocks(source: Table, again: Callable[[], AbstractContextManager[Table]]) -> Iterator[Block]:
    """All rows of a source that was just opened. Raises BrokenError on the way, as its rows would.

    `again` opens it once more: what cannot be decoded is met at the same row, however it is read.
    """
    number = 0
    if source.blocks is not None:
        yield from source.blocks()
        return
    if source.rest is None:
        yield from _by_rows(source.rows, source.at, len(source.header))
        return
    try:
        for block in by_text(source.rest, len(source.header), source.at.end):
            yield block
            number = block.rows[-1] + 1
    except UnicodeError:
        with again() as other:
            rows = (row for row in other.rows if row[0] >= number)
            yield from _by_rows(rows, other.at, len(other.header))


def _by_rows(rows: Iterator[Cells], at: At, width: int) -> Iterator[Block]:
    found: list[Cells] = []
    places: list[Where] = []
    try:
        for row in rows:
            found.append(row)
            places.append((at.line, at.file))
            if len(found) == ROWS:
                yield _block(found, places, width)
                found, places = [], []
    except BrokenError:
        if found:
            yield _block(found, places, width)
        raise
    if found:
        yield _block(found, places, width)


def _block(rows: list[Cells], places: list[Where], width: int) -> Block:
    faulty = {index: row for index, row in enumerate(rows) if row[2]}
    void = [""] * width
    cells = [void if row[2] else row[1] for row in rows]
    return Block([row[0] for row in rows], places, [list(column) for column in zip(*cells, strict=True)], faulty)


def by_text(rest: Rest, width: int, line: int) -> Iterator[Block]:
    """The blocks of a CSV file whose first lines, so many, are read."""
    number, carry = 0, ""
    while True:
        piece = rest.read(SIZE)
        text = carry + piece
        if not text:
            return
        cut = text.rfind("\n") + 1 if piece else len(text)
        if not cut:
            text += next(rest.lines, "")
            cut = len(text)
        chunk, carry = text[:cut], text[cut:]
        columns = _cut(chunk, rest.delimiter, width)
        if columns is not None:
            many = len(columns[0])
            lines = range(line + 1, line + 1 + many)
            yield Block(range(number, number + many), lines, columns, {}, rest.delimiter == ",")
            number, line = number + many, line + many
            continue
        feed, at = _Feed(chunk, carry, rest.lines), At(line)
        for block in _by_rows(_until_done(feed, rest.delimiter, at, number, width), at, width):
            yield block
            number = block.rows[-1] + 1
        carry, line = feed.carry, at.end


def _cut(text: str, delimiter: str, width: int) -> list[list[str]] | None:
    """The columns of whole lines without quotes; None where one line may be more or less than a row of that width."""
    text = text.replace("\r\n", "\n")
    if not text.endswith("\n"):
        text += "\n"
    if '"' in text or "\r" in text or "\0" in text or (width == 1 and "\n\n" in f"\n{text}"):
        return None
    many = text.count("\n")
    cells = text.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
    if len(cells) != many * (width + 1) + 1 or cells[width :: width + 1].count("\n") != many:
        return None
    return [cells[at : -1 : width + 1] for at in range(width)]


class _Feed:
    """The lines of a chunk, and those after it that its last row takes. `carry` is what was read beyond it."""

    def __init__(self, chunk: str, carry: str, lines: Iterator[str]) -> None:
        self.carry = carry
        self._waiting = list(io.StringIO(chunk, newline=""))
        self._waiting.reverse()
        self._lines = lines

    @property
    def done(self) -> bool:
        return not self._waiting

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if not self._waiting:
            self._waiting = list(io.StringIO(self.carry + next(self._lines, ""), newline=""))
            self._waiting.reverse()
            self.carry = ""
            if not self._waiting:
                raise StopIteration
        return self._waiting.pop()


def _until_done(feed: _Feed, delimiter: str, at: At, number: int, width: int) -> Iterator[Cells]:
    """The rows of a chunk. The one that begins in its last line may end behind it."""
    for row in fitted(records_of(feed, delimiter, at, number), width):
        yield row
        if feed.done:
            return
