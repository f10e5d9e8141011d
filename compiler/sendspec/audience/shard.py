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

from sendspec.audience.blocks import Block, blocks
from sendspec.audience.cells import LONGEST_CELL, At, Cells, Fault, Table
from sendspec.audience.crowd import Blocks
from sendspec.audience.header import Plan
from sendspec.audience.nodes import Tally
from sendspec.audience.people import Reading
from sendspec.audience.sieve import Sieve
from sendspec.digest import blake2b

if TYPE_CHECKING:
    from typing import Any

#: What stands before a row's own cells: its mark, its number, its line and file, and what is wrong with its shape.
BEFORE = 5
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
        writers = [csv.writer(open_.enter_context(file.open("w", **_TEXT))) for file in files]
        for block in blocks(source, reading.open):
            found = read.part(block, Tally())
            marks = sieve.marks(name, found.addresses, found.values, found.strays)
            for at, rows in _sorted(block, marks, len(files)).items():
                writers[at].writerows(rows)


def _sorted(block: Block, marks: Sequence[bytes | None], buckets: int) -> dict[int, list[Sequence[object]]]:
    """The rows of a block by bucket, as they are written."""
    made: dict[int, list[Sequence[object]]] = {}
    for at, (mark, *cells) in enumerate(zip(marks, *block.columns, strict=True)):
        fault = ""
        if at in block.faulty:
            _, cells, faults = block.faulty[at]  # type: ignore[assignment]  # cells as they stand
            fault = json.dumps([tuple(each) for each in faults])
        if mark is None:
            mark = _of_cells(cells)
        line, file = block.where(at)
        row = (mark.hex(), block.rows[at], line, file, fault, *cells)
        made.setdefault(int.from_bytes(mark) * buckets >> 128, []).append(row)
    return made


def _of_cells(cells: Sequence[object]) -> bytes:
    return blake2b("\0".join(["", *map(str, cells)]).encode("utf-8", "surrogatepass"), digest_size=16).digest()


@contextmanager
def bucket(path: Path, header: tuple[str, ...]) -> Iterator[Table]:
    """One bucket as a source: its rows in the order of their marks, and those of one mark in that of the source."""
    at = At()
    yield Table(header, _rows(path, at), at)


def _rows(path: Path, at: At) -> Iterator[Cells]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(**_TEXT) as file:
        rows = sorted(csv.reader(file), key=lambda row: (row[0], int(row[1])))
    for _, number, line, file_, fault, *cells in rows:
        at.line, at.file = int(line), file_
        yield int(number), cells, tuple(Fault(*each) for each in json.loads(fault)) if fault else ()
