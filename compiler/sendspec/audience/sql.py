"""What a database answers to a query → header and rows of cells. It must not know what a column means.

All that one reading asks is asked of one state of the database. How each kind of database is asked stands beside this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256

from sendspec.audience.cells import At, Cells, Table
from sendspec.audience.place import BrokenError, locate
from sendspec.model.nodes import Audience
from sendspec.record import NamedTuple
from sendspec.source import Where

UNREAD, UNANSWERED = "AUD017", "AUD022"
SQLITE = "sqlite:///"


class Answer(NamedTuple):
    """The names of the columns, and the rows, many at a time."""

    header: tuple[str, ...]
    batches: Iterator[list[Cells]]


#: How many rows come at a time.
BATCH = 2000
#: Asks the database once more, in the state that it was in before.
Ask = Callable[[], Answer]
#: A connection, open for as long as the context lasts.
Connected = Callable[[], AbstractContextManager[Ask]]


class Query:
    """A query that is ready to be asked. `sha256` is that of the rows of the last reading that came to its end."""

    def __init__(self, connected: Connected) -> None:
        self._connected = connected
        self._ask: Ask | None = None
        self.sha256: str | None = None

    @contextmanager
    def session(self) -> Iterator[None]:
        """Inside, every reading sees the same rows. Raises BrokenError."""
        with self._connected() as ask:
            self._ask = ask
            try:
                yield
            finally:
                self._ask = None

    @contextmanager
    def open(self) -> Iterator[Table]:
        """The answer. Raises BrokenError, at the beginning or on the way."""
        if self._ask is None:
            with self.session():
                yield self._table()
        else:
            yield self._table()

    def _table(self) -> Table:
        assert self._ask is not None
        answer = self._ask()
        return Table(answer.header, self._summed(answer), At())

    def _summed(self, answer: Answer) -> Iterator[Cells]:
        seen = sha256(repr(answer.header).encode("utf-8", "surrogatepass"))
        for batch in answer.batches:
            for _, cells, _ in batch:
                seen.update("\x1f".join(cells).encode("utf-8", "surrogatepass") + b"\x1e")
            yield from batch
        self.sha256 = seen.hexdigest()


def query_of(audience: Audience, base: Where, root: Where, rows: int | None) -> Query:
    """The query of an audience. With `rows` no more than these are asked for, and no connection leaves the machine.

    Raises BrokenError.
    """
    asked, address = audience.query or "", audience.path
    if address.startswith(SQLITE):
        from sendspec.audience.sqlite import connected

        path = locate(address.removeprefix(SQLITE), base, root)
        return Query(lambda: connected(path, asked, rows))
    if address.startswith(("postgresql://", "postgres://")):
        if rows is not None:
            raise BrokenError(UNREAD, "lint asks no database over a connection: compile does", "compile it to see more")
        from sendspec.audience.postgres import connected as joined

        return Query(lambda: joined(address, asked))
    scheme = address.partition("://")[0] if "://" in address else address
    hint = "write `postgresql://…` or `sqlite:///people.db`, or export the query as CSV"
    raise BrokenError(UNANSWERED, f"`{scheme}` is no kind of database that can be asked", hint)


def as_text(value: object) -> str:
    """A number as its digits, without the fraction of a whole one; no value as nothing."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1 << 53:
        return str(int(value))
    return str(value)


def columns(names: Sequence[str]) -> tuple[str, ...]:
    """The header of an answer. Raises BrokenError when there is none."""
    if not names:
        raise BrokenError(UNANSWERED, "the query has no columns", "write a `select` that names them")
    return tuple(names)
