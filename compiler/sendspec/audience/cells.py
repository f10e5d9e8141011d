"""A source → its header and, one after the other, its rows of cells as text. It must not know what a column means.

Never is a file read whole. What is wrong with one row comes with that row; what ends the reading is a BrokenError.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sendspec.audience.place import BrokenError
from sendspec.audience.sniff import HEAD, delimiter_of, encoding_of
from sendspec.record import NamedTuple
from sendspec.source import Where
from sendspec.values.trouble import grouped

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import BinaryIO

    from sendspec.audience.blocks import Block
    from sendspec.model.nodes import Audience

MISSING, EMPTY, BYTES, ROW, KIND = "AUD001", "AUD003", "AUD004", "AUD013", "AUD017"

#: The longest line, and the longest cell, that is taken in: a quote that is never closed must not fill the memory.
LONGEST_LINE = 8 << 20
LONGEST_CELL = 1 << 20


class Fault(NamedTuple):
    """What is wrong with the shape of a row, or of one of its cells: not the value, which is not looked at here."""

    column: str
    reason: str
    message: str
    hint: str | None = None


#: A row: its number in the source, its cells in the order of the header, and what is wrong with it.
Cells = tuple[int, Sequence[str], tuple[Fault, ...]]


class At:
    """Where the reading is: the line in which the latest row begins, from 1 (0 where there is no file), and of several
    files the one, as it is printed. `end`: the line of CSV in which it ends."""

    __slots__ = ("end", "file", "line")

    def __init__(self, line: int = 0) -> None:
        self.line, self.end, self.file = line, line, ""


class Rest(NamedTuple):
    """What follows the header of a CSV file, as text: for whoever reads it in blocks, and not by its rows."""

    read: Callable[[int], str]
    lines: Iterator[str]
    delimiter: str


class Table(NamedTuple):
    """A source that is open: its columns, its rows, and where the latest of them stands. `blocks` gives the same rows
    in another form, where the source has them in it (see `audience.blocks`)."""

    header: tuple[str, ...]
    rows: Iterator[Cells]
    at: At
    rest: Rest | None = None
    blocks: Callable[[], Iterator[Block]] | None = None


@contextmanager
def table(path: Where, kind: str, delimiter: str | None, encoding: str | None) -> Iterator[Table]:
    """Opens a file of people for as long as the context lasts. Raises BrokenError, at the beginning or on the way."""
    try:
        if kind == "parquet":
            from sendspec.audience.parquet import open_parquet

            with open_parquet(path) as made:
                yield made
            return
        with _opened(path) as raw:
            head = raw.read(HEAD)
            raw.seek(0)
            codec = encoding_of(head, encoding)
            text = io.TextIOWrapper(raw, codec, errors="strict", newline="")
            lines = _lines(text, path, codec)
            if kind == "jsonl":
                from sendspec.audience.objects import open_objects

                yield open_objects(lines)
            else:
                yield _open_csv(lines, head.decode(codec, "replace"), delimiter, text.read)
    except OSError as error:
        raise BrokenError(
            MISSING, f"`{os.path.basename(path)}` cannot be read: {(error.strerror or 'a fault of the disk').lower()}"
        ) from error


def _opened(path: Where) -> BinaryIO:
    name = os.fspath(path).lower()
    if name.endswith(".gz"):
        from sendspec.audience.packed import unpacked

        return unpacked(path)
    if name.endswith(".zst"):
        from sendspec.audience.zstd import unzipped

        return unzipped(path)
    return open(path, "rb")


def inline(audience: Audience) -> Table:
    """The rows that a spec holds itself."""
    header = tuple(dict.fromkeys(name for row in audience.rows for name in row.cells))
    rows = ((number, [row.cells.get(name, "") for name in header], ()) for number, row in enumerate(audience.rows))
    return Table(header, rows, At())


def unread(kind: str) -> BrokenError:
    """What to say about a kind of file that this installation does not read."""
    hint = "install `sendspec[data]`, or export the file as CSV"
    return BrokenError(KIND, f"`audience {kind}` is not read by this installation", hint)


def _lines(text: io.TextIOWrapper, path: Where, codec: str) -> Iterator[str]:
    """The lines of a file, ends kept. What cannot be decoded is told with its line and byte."""
    number = 0
    read = text.readline
    try:
        while line := read(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise BrokenError(
                    ROW,
                    f"line {grouped(number)} is longer than {grouped(LONGEST_LINE)} characters",
                    "is this a CSV file?",
                )
            yield line
    except UnicodeError:
        raise _undecodable(path, codec) from None


def _undecodable(path: Where, codec: str) -> BrokenError:
    """Finds the first bytes that are not text, by a second look at the file."""
    import codecs

    decoder = codecs.getincrementaldecoder(codec)()
    line, before = 1, 0
    with _opened(path) as raw:
        while True:
            piece = raw.read(HEAD)
            held = len(decoder.getstate()[0])
            try:
                line += decoder.decode(piece, not piece).count("\n")
            except UnicodeDecodeError as error:
                line += error.object[: error.start].decode(codec, "replace").count("\n")
                at = before - held + error.start
                return _no_text(codec, line, at, error.object[error.start : error.start + 1], error.object)
            except UnicodeError:
                return _no_text(codec, line, before, b"", b"")
            if not piece:
                return _no_text(codec, line, before, b"", b"")
            before += len(piece)


def _no_text(codec: str, line: int, at: int, byte: bytes, around: bytes) -> BrokenError:
    name = "utf-8" if codec == "utf-8-sig" else codec
    what = f" (0x{byte.hex().upper()})" if byte else ""
    message = f"line {grouped(line)}, byte {grouped(at)}{what} is no {name.upper()}"
    other = "cp1252" if any(0x80 <= code < 0xA0 for code in around) else "latin-1"
    hint = f'state what the file is in: `encoding "{other}"`' if name == "utf-8" else "export the file as UTF-8"
    return BrokenError(BYTES, message, hint)


# --- CSV -------------------------------------------------------------------------------------------------


def _open_csv(lines: Iterator[str], head: str, stated: str | None, read: Callable[[int], str]) -> Table:
    import csv

    csv.field_size_limit(LONGEST_CELL)
    first = head.removeprefix("\ufeff").splitlines(keepends=True)[:20]
    announced = first[0].strip() if first else ""
    at = At()
    if announced.lower().startswith("sep=") and len(announced) == 5:  # a line that Excel reads and writes
        next(lines, None)
        at.line = 1
        stated = stated or announced[4]
        first = first[1:]
    delimiter = delimiter_of(first, stated)
    records = records_of(lines, delimiter, at)
    for _, cells, faults in records:
        if faults:
            raise BrokenError(ROW, f"the header cannot be read: {faults[0].message}", faults[0].hint)
        header = tuple(name.strip().removeprefix("\ufeff") for name in cells)
        if any(header):
            return Table(header, fitted(records, len(header)), at, Rest(read, lines, delimiter))
    raise BrokenError(EMPTY, "the file is empty", "the first line names the columns")


def records_of(lines: Iterator[str], delimiter: str, at: At, number: int = -1) -> Iterator[Cells]:
    """The records of a CSV file, numbered from -1: the header is the first. A line without cells is no record. The
    lines that `at` is beyond were read before."""
    import csv

    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    skipped = before = at.line
    while True:
        try:
            for cells in reader:
                at.end = skipped + reader.line_num
                if cells:
                    at.line = before + 1
                    yield number, cells, ()
                    number += 1
                before = at.end
            return
        except csv.Error as error:
            message = str(error)
            if "unexpected end" in message:
                hint = "close the quote; a quote inside a cell is doubled"
                raise BrokenError(
                    ROW, f"the quote that opens in line {grouped(before + 1)} is never closed", hint
                ) from None
            if "field limit" in message:
                raise BrokenError(
                    ROW, f"line {grouped(before + 1)} begins a cell of more than {grouped(LONGEST_CELL)} characters",
                    "look for a quote that is never closed",
                ) from None  # fmt: skip
            fault = Fault("", "quote", "broken by text after a closing quote", "a quote inside a cell is doubled")
            at.line, at.end = before + 1, skipped + reader.line_num
            yield number, (), (fault,)
            number += 1
            before = at.end


def fitted(records: Iterator[Cells], width: int) -> Iterator[Cells]:
    """The rows, each as wide as the header. Empty cells beyond it are let go."""
    for row in records:
        cells = row[1]
        if len(cells) == width or row[2]:
            yield row
        elif len(cells) > width and not any(cells[width:]):
            yield row[0], cells[:width], ()
        else:
            yield row[0], cells, (_ragged(len(cells), width),)


def _ragged(cells: int, width: int) -> Fault:
    if cells > width:
        message = f"{cells} cells wide; the header has {width}"
        return Fault("", "too-many-cells", message, "a cell that holds the delimiter stands in quotes")
    return Fault(
        "",
        "too-few-cells",
        f"{cells} {'cell' if cells == 1 else 'cells'} wide; the header has {width}",
        "look for a lost delimiter",
    )
