"""A Parquet file → header and rows of cells, everything as text. It must not know what a column means.

DuckDB reads it, which an extra brings: by one thread, so that rows come in their order and memory is bounded.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sendspec.audience.cells import EMPTY, At, Cells, Fault, Table, unread
from sendspec.audience.place import BrokenError
from sendspec.source import Where

DAMAGED = "AUD004"
_MAGIC, _ENCRYPTED = b"PAR1", b"PARE"
_AGAIN = "copy or export it again"
#: How many rows come at a time.
BATCH = 2048
#: What is no text, number, switch, date or time, by the beginning of DuckDB's name for it.
_NESTED = re.compile(r"(STRUCT|MAP|UNION|BLOB|BIT|INTERVAL|VARIANT|GEOMETRY)\b|.*\]$")
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "memory_limit": "512MB",
    "temp_directory": "",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
}
#: How a column of a type is made a text, where plain CAST would not do. Instants are written in UTC, whatever the zone
#: of the machine; a whole number that stands there as a fraction, as it does when a column has gaps, is a whole number.
_AS_TEXT = {
    "TIMESTAMP WITH TIME ZONE": "CAST(make_timestamp(epoch_us({0})) AS VARCHAR) || 'Z'",
    **dict.fromkeys(
        ("FLOAT", "DOUBLE"),
        "CASE WHEN isnan({0}) THEN NULL WHEN {0} = trunc({0}) AND abs({0}) < 9007199254740992 "
        "THEN CAST(CAST({0} AS BIGINT) AS VARCHAR) ELSE CAST({0} AS VARCHAR) END",
    ),
}


@contextmanager
def open_parquet(path: Where) -> Iterator[Table]:
    """The file, open. Raises BrokenError, at the beginning or on the way."""
    _check(path)
    try:
        import duckdb
    except ImportError:
        raise unread("parquet") from None
    connection = duckdb.connect(":memory:", config=_SETTINGS)
    try:
        source = f"read_parquet({_quoted(path)}, binary_as_string = true, hive_partitioning = false)"
        with _damage(duckdb):
            columns = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
        names = tuple(str(column[0]) for column in columns)
        types = [str(column[1]) for column in columns]
        nested = [name for name, kind in zip(names, types, strict=True) if _NESTED.match(kind)]
        wanted = [_as_text(name, kind) for name, kind in zip(names, types, strict=True)]
        wanted += [f"{_named(name)} IS NOT NULL" for name in nested]
        with _damage(duckdb):
            result = connection.execute(f"SELECT {', '.join(wanted)} FROM {source}")
        yield Table(names, _rows(result, names, nested, duckdb), At())
    finally:
        connection.close()


def _check(path: Where) -> None:
    """Told of what is no Parquet by its first and last bytes, before a library is asked."""
    with open(path, "rb") as file:
        head = file.read(4)
        if not head:
            raise BrokenError(EMPTY, "the file is empty", _AGAIN)
        file.seek(-len(head), os.SEEK_END)
        tail = file.read(4)
    if _ENCRYPTED in (head, tail):
        raise BrokenError(DAMAGED, "the Parquet file is encrypted", "export it without encryption")
    if head != _MAGIC:
        raise BrokenError(DAMAGED, "the file is no Parquet", "say what it is: `audience csv`, or `--audience FILE.csv`")
    if tail != _MAGIC:
        raise BrokenError(DAMAGED, "the Parquet file ends in the middle", _AGAIN)


def _quoted(path: Where) -> str:
    """A path as SQL has it, whole, so that it is no address, and without anything that stands for other files."""
    escaped = re.sub(r"([*?\[])", r"[\1]", os.path.abspath(path))
    return "'" + escaped.replace("'", "''") + "'"


def _named(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _as_text(column: str, kind: str) -> str:
    if _NESTED.match(kind):
        return "''"
    return f"coalesce({_AS_TEXT.get(kind, 'CAST({0} AS VARCHAR)').format(_named(column))}, '')"


@contextmanager
def _damage(library: Any) -> Iterator[None]:
    try:
        yield
    except library.Error:
        raise BrokenError(DAMAGED, "the Parquet file is damaged, or holds a text that is no UTF-8", _AGAIN) from None


def _rows(result: Any, names: tuple[str, ...], nested: list[str], library: Any) -> Iterator[Cells]:
    number, width = 0, len(names)
    while True:
        with _damage(library):
            rows = result.fetchmany(BATCH)
        if not rows:
            return
        for row in rows:
            yield number, row[:width], _faults(row[width:], nested) if nested else ()
            number += 1


def _faults(there: tuple[bool, ...], nested: list[str]) -> tuple[Fault, ...]:
    what = "nested data or bytes; a cell is a text, a number, a switch, a date or a time"
    named = zip(nested, there, strict=True)
    return tuple(Fault(name, "nested", what, "flatten the data") for name, holds in named if holds)
