"""Rejects → a CSV file for whoever mends the list: a line for each thing that is wrong with a row.

Values stand in it masked, and no cell of it is a formula to a spreadsheet. It must not know how rejects are weighed.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from sendspec.audience.header import shown
from sendspec.audience.nodes import Reject
from sendspec.audience.people import Reading
from sendspec.blocked import BlockedError, reason
from sendspec.source import Where

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

HEADER = ("message", "row", "file", "line", "column", "code", "reason", "value", "help")
#: What makes a spreadsheet take a cell for a formula when it comes first; wide forms are those of East Asian keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(text: str) -> str:
    """A cell that a spreadsheet takes for a text."""
    return f"'{text}" if text.startswith(_FORMULA) else text


@contextmanager
def written(part: Where | None, reading: Reading) -> Iterator[Callable[[Reject], None] | None]:
    """Writes the rejects of one message into the file `part`, which is there only once all rows have been read."""
    if part is None:
        yield None
        return
    draft = f"{os.fspath(part)}.draft"
    with _told():
        file = _opened(draft)
    row = csv.writer(file, lineterminator="\n").writerow

    def write(reject: Reject) -> None:
        with _told():
            row(_cells(reject, reading))

    try:
        yield write
        if not reading.broken:
            with _told():
                file.close()
                os.replace(draft, part)
    finally:
        with suppress(OSError):
            file.close()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BlockedError(f"the file of rejects cannot be written: {reason(error)}") from error


def _opened(path: Where) -> IO[str]:
    """A file to write to. A name that stands in it may hold bytes that are no UTF-8."""
    return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="")


def _cells(reject: Reject, reading: Reading) -> Sequence[object]:
    placed = reject.file or (reading.printed if reading.files else "")
    texts = (
        shown(reject.column) if reject.column else "",
        reject.code,
        reject.what or reject.message,
        reject.shown,
        reject.hint or "",
    )
    return (reading.message.name, reject.row, safe(placed), reject.line or "", *map(safe, texts))


def join(parts: Sequence[Where], path: Where) -> int:
    """Puts parts together to one file, and gives how many rows stand in it."""
    rows = 0
    with _told(), _opened(path) as file:
        csv.writer(file, lineterminator="\n").writerow(HEADER)
        for part in parts:
            before = ""
            with open(part, encoding="utf-8", newline="") as lines:
                for line in csv.reader(_copied(lines, file)):
                    rows += line[1] != before
                    before = line[1]
        file.flush()
        os.fsync(file.fileno())
    return rows


def _copied(lines: IO[str], to: IO[str]) -> Iterator[str]:
    for line in lines:
        to.write(line)
        yield line


def is_ours(path: Where) -> bool:
    """Whether a file is one of rejects, or empty: whatever else it may be must not be written over."""
    with open(path, "rb") as file:
        return file.read(4096).split(b"\n")[0] in (b"", ",".join(HEADER).encode())
