"""A source → buckets of its rows, each a file of its own: who has the same key is in the same bucket, so that one
bucket after the other can be compiled, here or elsewhere, with the memory that one takes.

A row's mark is BLAKE2b (16 bytes) of its normalised key, as `keys` makes it: the key of `unique`, else its first
address. A row without a key is marked by its cells. The bucket is where the mark stands among all marks: the first of K
buckets holds the first K-th of them. Whatever K is, buckets one after the other hold the rows in the order of marks.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sendspec.audience.blocks import Block, blocks, by_text
from sendspec.audience.cells import LONGEST_CELL, At, Cells, Fault, Rest, Table
from sendspec.audience.crowd import Blocks
from sendspec.audience.header import Plan
from sendspec.audience.nodes import Tally
from sendspec.audience.people import Reading
from sendspec.audience.sieve import Sieve
from sendspec.digest import blake2b

if TYPE_CHECKING:
    from typing import IO, Any

#: What stands before a row's own cells: its mark, its number, its line and file, and its cells as they stand with what
#: is wrong with their shape.
BEFORE = 5
#: So many rows of a bucket are a block.
ROWS = 2048
_TEXT: dict[str, Any] = {"encoding": "utf-8", "errors": "surrogatepass", "newline": ""}


def shard(reading: Reading, plan: Plan, files: Sequence[Path]) -> None:
    """Writes the rows of a source into buckets. Raises BrokenError when the source cannot be read to its end."""
    key = reading.audience.unique.key if reading.audience.unique else None
    part = plan._replace(
        addresses=tuple(column for column in plan.addresses if key in (None, column.target))[: None if key else 1],
        variables=tuple(column for column in plan.variables if key == column.target),
        locale=None,
        correlation=None,
        takes={},
    )
    name = key or next((column.target for column in part.addresses), "")
    read, sieve = Blocks(part), Sieve(part, None, ())
    with ExitStack() as open_, reading.open() as source:
        written = [open_.enter_context(file.open("w", **_TEXT)) for file in files]
        for block in blocks(source, reading.open):
            found = read.part(block, Tally())
            marks = sieve.marks(name, found.addresses, found.values, found.strays)
            for file, rows in zip(written, _sorted(block, marks, len(files)), strict=True):
                _write(file, block, rows)


def _sorted(block: Block, marks: Sequence[bytes | None], buckets: int) -> list[list[tuple[str, int]]]:
    """The rows of a block by bucket: the mark of each, and its index."""
    made: list[list[tuple[str, int]]] = [[] for _ in range(buckets)]
    for at, known in enumerate(marks):
        mark = known or _of_cells(block.row(at)[1])
        made[int.from_bytes(mark, "big") * buckets >> 128].append((mark.hex(), at))
    return made


def _of_cells(cells: Sequence[str]) -> bytes:
    return blake2b("\0".join(["", *cells]).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _write(file: IO[str], block: Block, rows: Sequence[tuple[str, int]]) -> None:
    columns = block.columns
    if block.plain:
        numbers, lines = block.rows, block.places
        file.writelines(
            [
                f"{mark},{numbers[at]},{lines[at]},,,{','.join([column[at] for column in columns])}\n"
                for mark, at in rows
            ]
        )
        return
    write = csv.writer(file).writerow
    for mark, at in rows:
        line, name = block.where(at)
        number, cells, faults = block.row(at)
        odd = json.dumps([cells, faults]) if faults else ""
        write((mark, number, line, name, odd, *([""] * len(columns) if faults else cells)))


@contextmanager
def bucket(path: Path, header: tuple[str, ...]) -> Iterator[Table]:
    """One bucket as a source: its rows in the order of their marks, and those of one mark in that of the source."""
    at = At()
    yield Table(header, _rows(path, len(header), at), at, None, lambda: _blocks(path, len(header)))


def _rows(path: Path, width: int, at: At) -> Iterator[Cells]:
    for block in _blocks(path, width):
        for index in range(len(block.rows)):
            at.line, at.file = block.where(index)
            yield block.row(index)


def _blocks(path: Path, width: int) -> Iterator[Block]:
    csv.field_size_limit(16 * LONGEST_CELL)  # cells as they stand are one cell here
    columns: list[list[str]] = [[] for _ in range(BEFORE + width)]
    with path.open(**_TEXT) as file:
        for block in by_text(Rest(file.read, iter(file.readline, ""), ","), BEFORE + width, 0):
            for column, more in zip(columns, block.columns, strict=True):
                column += more
    order = sorted(range(len(columns[0])), key=columns[0].__getitem__)
    for start in range(0, len(order), ROWS):
        some = order[start : start + ROWS]
        _, numbers, lines, files, odd, *cells = [[column[at] for at in some] for column in columns]
        rows = list(map(int, numbers))
        faulty = {at: _faulty(rows[at], said) for at, said in enumerate(odd) if said}
        yield Block(rows, list(zip(map(int, lines), files, strict=True)), cells, faulty)


def _faulty(row: int, said: str) -> Cells:
    cells, faults = json.loads(said)
    return row, cells, tuple(Fault(*fault) for fault in faults)
