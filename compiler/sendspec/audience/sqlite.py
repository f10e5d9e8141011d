"""An SQLite file, asked: it is read in one transaction, and the query can do nothing but read.

The words of an error are shown only where no row has been looked at: later ones can hold somebody's data.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from urllib.parse import quote

from sendspec.audience.cells import Cells, Fault
from sendspec.audience.place import BrokenError
from sendspec.audience.sql import BATCH, UNANSWERED, UNREAD, Answer, Ask, as_text, columns

_MAGIC = b"SQLite format 3\x00"
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
#: So many steps of SQLite's machine a lint lets a query take, told by the thousand thousand: a second or two.
STEPS, AT_A_TIME = 50, 1_000_000


@contextmanager
def connected(path: str, query: str, rows: int | None) -> Iterator[Ask]:
    """The file, open. With `rows` only the first ones are asked for, and not for long. Raises BrokenError."""
    _check(path)
    try:
        connection = sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise _broken(error) from None
    try:
        with _told():
            connection.execute("BEGIN")
        connection.set_authorizer(_may)
        _prepare(connection, query)
        yield lambda: _ask(connection, query, rows)
    finally:
        connection.close()


def _check(path: str) -> None:
    with open(path, "rb") as file:
        if file.read(16) not in (_MAGIC, b""):
            raise BrokenError(UNANSWERED, "the file is no SQLite database", "see whether it is encrypted, or a list")


def _may(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def _prepare(connection: sqlite3.Connection, query: str) -> None:
    """Has the query read, and not run: what SQLite says now is about its words alone."""
    try:
        connection.execute(f"EXPLAIN {query}").close()
    except (sqlite3.Error, sqlite3.Warning) as error:
        said = " ".join(str(error).split()).rstrip(".")
        said = "it does more than read" if said == "not authorized" else said[:1].lower() + said[1:]
        raise BrokenError(UNANSWERED, f"the query cannot be asked: {said}", "write one `select`") from None


def _ask(connection: sqlite3.Connection, query: str, rows: int | None) -> Answer:
    if rows is not None:
        steps = iter(range(STEPS))
        connection.set_progress_handler(lambda: next(steps, None) is None, AT_A_TIME)
    with _told():
        cursor = connection.execute(query)
    header = columns([name for name, *_ in cursor.description or ()])
    if rows is None:
        return Answer(header, _numbered(_all(cursor), header))
    with _told():
        first = cursor.fetchmany(rows)
    return Answer(header, _numbered(iter([first]), header))


def _all(cursor: sqlite3.Cursor) -> Iterator[list[tuple[object, ...]]]:
    with _told():
        while batch := cursor.fetchmany(BATCH):
            yield batch


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _broken(error) from None


def _broken(error: sqlite3.Error) -> BrokenError:
    name = getattr(error, "sqlite_errorname", "") or "a text that is no UTF-8"
    if name == "SQLITE_INTERRUPT":
        return BrokenError(UNREAD, "the query takes longer than lint looks at it", "compile it to see more")
    hint = "wait for whoever is writing to it" if name == "SQLITE_BUSY" else "try the query in `sqlite3`"
    return BrokenError(UNANSWERED, f"the database breaks off its answer: {name}", hint)


def _numbered(batches: Iterator[list[tuple[object, ...]]], header: tuple[str, ...]) -> Iterator[list[Cells]]:
    first = 0
    for batch in batches:
        kinds = set(map(type, chain.from_iterable(batch)))
        if kinds <= {str}:
            yield [(number, row, ()) for number, row in enumerate(batch, first)]  # type: ignore[misc]  # all texts
        else:
            yield [_cells(number, row, header) for number, row in enumerate(batch, first)]
        first += len(batch)


def _cells(number: int, row: tuple[object, ...], header: tuple[str, ...]) -> Cells:
    held = [at for at, value in enumerate(row) if isinstance(value, bytes)]
    what, hint = "bytes; a cell is a text or a number", "make a text of it in the query"
    faults = tuple(Fault(header[at], "nested", what, hint) for at in held)
    return number, ["" if at in held else as_text(value) for at, value in enumerate(row)], faults
