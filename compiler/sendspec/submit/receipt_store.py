"""The receipts of a sending, in a SQLite file beside its journal: whoever listens writes here, and never waits for the
sender, nor the sender for them.

It holds keyed traces of ids and addresses, and nothing that says who somebody is. The order and the number of arrivals
change nothing in it but when somebody was listening.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sendspec.record import NamedTuple
from sendspec.submit.correlation import trace
from sendspec.submit.journal import JournalError, create
from sendspec.submit.receipt import Receipt, whose

FORMAT = 1
#: A listener may be away for so long, in seconds: the API tries a receipt again three times, 60 s apart.
GAP = 120.0
_TABLES = """
CREATE TABLE receipt (number INTEGER PRIMARY KEY, trace BLOB NOT NULL, who BLOB NOT NULL, channel TEXT NOT NULL,
  code TEXT NOT NULL, state TEXT NOT NULL, carried_on INTEGER NOT NULL, at REAL,
  UNIQUE (trace, who, channel, code, carried_on));
CREATE TABLE listened (since REAL PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
"""


class Kept(NamedTuple):
    """A receipt as it is kept."""

    number: int
    trace: bytes
    who: bytes
    channel: str
    code: str
    state: str
    carried_on: bool


class Heard(NamedTuple):
    """When somebody was listening: times from and to, in order."""

    times: tuple[tuple[float, float], ...]

    def until(self, at: float) -> float:
        """Up to when silence since a moment means that there was nothing to hear."""
        return max((until for since, until in self.times if since - GAP <= at <= until), default=at)


def store_of(journal: Path) -> Path:
    """Where the receipts of a journal are."""
    return journal.with_name(journal.name + ".receipts")


class Store:
    """An open file of receipts. It is made when it is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        create(path)
        with self._told():
            self._db = sqlite3.connect(os.fspath(path), timeout=10.0, isolation_level=None, check_same_thread=False)
            self._all("PRAGMA journal_mode = WAL")
            self._all("PRAGMA synchronous = FULL")
            with self._transaction():
                if (version := self._all("PRAGMA user_version")[0][0]) == 0:
                    for statement in filter(str.strip, _TABLES.split(";")):
                        self._all(statement)
                    self._all(f"PRAGMA user_version = {FORMAT}")
                elif version != FORMAT:
                    raise JournalError(f"{path.name}: receipts of form {version}; this version reads {FORMAT}")

    def close(self) -> None:
        """Closes it. What was added is on disk already."""
        with self._told():
            self._db.close()

    def add(self, key: bytes, receipts: Iterable[Receipt]) -> int:
        """Keeps receipts, on disk when this returns; gives how many were new."""
        rows = [
            (
                trace(key, each.id),
                whose(key, each.address) if each.address else b"",
                each.channel,
                each.code,
                each.state,
                int(each.carried_on),
                each.at,
            )
            for each in receipts
        ]
        with self._told(), self._transaction():
            before = self._all("SELECT total_changes()")[0][0]
            self._db.executemany(
                "INSERT OR IGNORE INTO receipt (trace, who, channel, code, state, carried_on, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
            return int(self._all("SELECT total_changes()")[0][0] - before)

    def listen(self, since: float, until: float) -> None:
        """Notes that somebody has been listening. Times that nearly touch become one."""
        with self._told(), self._transaction():
            near = "SELECT min(since), max(until) FROM listened WHERE since <= ? AND until >= ?"
            first, last = self._all(near, (until + GAP, since - GAP))[0]
            if first is not None:
                self._all("DELETE FROM listened WHERE since <= ? AND until >= ?", (until + GAP, since - GAP))
                since, until = min(since, first), max(until, last)
            self._all("INSERT OR REPLACE INTO listened VALUES (?, ?)", (since, until))

    def heard(self) -> Heard:
        """When somebody was listening."""
        with self._told():
            return Heard(tuple(self._all("SELECT since, until FROM listened ORDER BY since")))

    def since(self, number: int, most: int = -1) -> list[Kept]:
        """The receipts after one, in the order in which they came; at most so many."""
        return self._kept("number > ?", number, most)

    def of(self, trace: bytes) -> list[Kept]:
        """The receipts with an id."""
        return self._kept("trace = ?", trace)

    def last(self) -> int:
        """The number of the last receipt; 0 when there is none."""
        with self._told():
            return int(self._all("SELECT coalesce(max(number), 0) FROM receipt")[0][0])

    def about(self, traces: Iterable[bytes]) -> dict[bytes, tuple[tuple[str, str], ...]]:
        """What is known of messages: code and state of each receipt, by the trace of the id."""
        made: dict[bytes, tuple[tuple[str, str], ...]] = {}
        with self._told():
            for each in traces:
                found = self._all("SELECT code, state FROM receipt WHERE trace = ? ORDER BY number", (each,))
                if found:
                    made[each] = tuple(found)
        return made

    def counts(self) -> dict[tuple[str, str], int]:
        """How many receipts there are of each channel and state."""
        with self._told():
            found = self._all("SELECT channel, state, count(*) FROM receipt GROUP BY channel, state ORDER BY 1, 2")
        return {(channel, state): count for channel, state, count in found}

    def _kept(self, where: str, value: object, most: int = -1) -> list[Kept]:
        columns = "number, trace, who, channel, code, state, carried_on"
        with self._told():
            found = self._all(f"SELECT {columns} FROM receipt WHERE {where} ORDER BY number LIMIT ?", (value, most))
        return [Kept._make((*row[:6], bool(row[6]))) for row in found]

    def _all(self, statement: str, values: tuple[object, ...] = ()) -> list[Any]:
        return list(self._db.execute(statement, values))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._all("BEGIN IMMEDIATE")
        try:
            yield
            self._all("COMMIT")
        except BaseException:
            with suppress(Exception):
                self._all("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            said = error.strerror or "error" if isinstance(error, OSError) else str(error)
            raise JournalError(f"{self.path.name}: {said.lower()}") from error
