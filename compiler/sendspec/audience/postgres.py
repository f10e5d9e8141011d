"""A PostgreSQL database, asked: by a cursor on the server, in one transaction that can do nothing but read.

psycopg asks, which an extra brings. Everything comes as the server writes it; instants in UTC, whatever its zone.
The words of an error are shown only where no row has been looked at: later ones can hold somebody's data.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from sendspec.audience.cells import Cells, Fault
from sendspec.audience.place import BrokenError
from sendspec.audience.sql import BATCH, UNANSWERED, UNREAD, Answer, Ask, columns

#: How a type's text becomes what a cell holds.
_SWITCHES = {b"t": "true", b"f": "false"}
#: Types that are no text, number, switch, date or time, beside arrays and whatever a database has declared itself.
_NESTED = ("bytea", "json", "jsonb", "record", "xml", "interval")


@contextmanager
def connected(address: str, query: str) -> Iterator[Ask]:
    """The database, connected. Raises BrokenError."""
    try:
        import psycopg
    except ImportError:
        hint = "install `sendspec[postgres]`, or export the query as CSV"
        message = "`audience sql` of PostgreSQL is not read by this installation"
        raise BrokenError(UNREAD, message, hint) from None
    connection = _connection(address, psycopg)
    try:
        with ExitStack() as closing:
            yield lambda: _ask(connection, query, closing, psycopg)
    finally:
        connection.close()


def _connection(address: str, library: Any) -> Any:
    try:
        made = library.connect(address, client_encoding="utf8", connect_timeout=10, application_name="sendspec")
        made.isolation_level = library.IsolationLevel.REPEATABLE_READ
        made.read_only = True
        made.execute("SET LOCAL TimeZone = 'UTC'")
        made.execute("SET LOCAL DateStyle = 'ISO, YMD'")
        made.execute("SET LOCAL extra_float_digits = 1")
    except library.Error as error:
        said = (str(error).splitlines() or ["no answer"])[0].strip()
        hint = "passwords come from the environment: PGPASSWORD, PGPASSFILE or a service"
        raise BrokenError(UNANSWERED, f"the database cannot be reached: {said}", hint) from None
    _load_texts(made, library)
    return made


def _load_texts(connection: Any, library: Any) -> None:
    """Has every value come as text."""
    from psycopg.adapt import Loader

    class AsText(Loader):
        def load(self, data: Any) -> str:
            return bytes(data).decode()

    class AsSwitch(Loader):
        def load(self, data: Any) -> str:
            return _SWITCHES[bytes(data)]

    class AsInstant(Loader):
        def load(self, data: Any) -> str:
            text = bytes(data).decode()
            return f"{text[:-3]}Z" if text.endswith("+00") else text

    for known in library.adapters.types:
        connection.adapters.register_loader(known.oid, AsText)
        connection.adapters.register_loader(known.array_oid, AsText)
    connection.adapters.register_loader("bool", AsSwitch)
    connection.adapters.register_loader("timestamptz", AsInstant)


def _ask(connection: Any, query: str, closing: ExitStack, library: Any) -> Answer:
    closing.close()  # what was asked before
    cursor = connection.cursor(name="people")
    closing.callback(_close, cursor, library)
    try:
        # an argument list, though empty, has the server take one statement alone
        cursor.execute(query.replace("%", "%%"), ())
    except library.Error as error:
        said = error.diag.message_primary or "no answer"
        raise BrokenError(UNANSWERED, f"the query cannot be asked: {said}", "write one `select`") from None
    described = cursor.description or ()
    header = columns([column.name for column in described])
    nested = [at for at, column in enumerate(described) if _is_nested(column, library)]
    return Answer(header, _rows(cursor, header, nested, library))


def _close(cursor: Any, library: Any) -> None:
    with suppress(library.Error):  # the connection may be gone, and what it held with it
        cursor.close()


def _is_nested(column: Any, library: Any) -> bool:
    known = library.adapters.types.get(column.type_code)
    return known is not None and (known.name in _NESTED or known.oid != column.type_code)


def _rows(cursor: Any, header: tuple[str, ...], nested: list[int], library: Any) -> Iterator[list[Cells]]:
    first = 0
    try:
        while rows := cursor.fetchmany(BATCH):
            yield [
                (
                    number,
                    ["" if value is None else value for value in row],
                    _faults(row, header, nested) if nested else (),
                )
                for number, row in enumerate(rows, first)
            ]
            first += len(rows)
    except library.Error as error:
        state = error.diag.sqlstate or "the connection is gone"
        raise BrokenError(UNANSWERED, f"the database breaks off its answer: {state}", "try it in `psql`") from None


def _faults(row: tuple[object, ...], header: tuple[str, ...], nested: list[int]) -> tuple[Fault, ...]:
    what = "nested data or bytes; a cell is a text, a number, a switch, a date or a time"
    hint = "make a text of it in the query"
    return tuple(Fault(header[at], "nested", what, hint) for at in nested if row[at] is not None)
