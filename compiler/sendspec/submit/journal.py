"""The journal: a SQLite file of what was meant to be sent and what became of it, on disk before anything goes on.

It holds no address, no text and no key; a person is a place of a line, and a keyed trace of the correlation id.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import Any

from sendspec.record import NamedTuple

#: The version of the tables; another one is not read.
FORMAT = 1
#: A journal that was made on another machine may be taken over when nothing was heard of its sender for so long.
SILENT = 60.0
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lease (only INTEGER PRIMARY KEY CHECK (only = 1), token TEXT NOT NULL, host TEXT NOT NULL,
  pid INTEGER NOT NULL, beat REAL NOT NULL);
CREATE TABLE request (number INTEGER PRIMARY KEY, rung INTEGER NOT NULL, line INTEGER NOT NULL,
  people INTEGER NOT NULL, claimed REAL NOT NULL, phase TEXT, status INTEGER, ended REAL);
CREATE TABLE entry (rung INTEGER NOT NULL, line INTEGER NOT NULL, place INTEGER NOT NULL, row INTEGER NOT NULL,
  trace BLOB, state TEXT NOT NULL, why TEXT, code TEXT, transaction_id TEXT, request INTEGER, tries INTEGER NOT NULL,
  PRIMARY KEY (rung, line, place)) WITHOUT ROWID;
CREATE INDEX entry_trace ON entry (trace);
CREATE INDEX entry_state ON entry (rung, state);
"""


class State(Enum):
    """Where a person of a rung stands. Whoever is not in the journal was never tried."""

    SENDING = "sending"  # the intent: bytes may have left
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    UNSENT = "unsent"  # tried, surely not accepted
    EXPIRED = "expired"  # nothing starts after the expiry
    SKIPPED = "skipped"  # quiet hours that skip
    DROPPED = "dropped"  # was unknown, and a person closed it


#: Whoever is in one of these may be claimed.
CLAIMABLE = frozenset({State.UNSENT})


class JournalError(Exception):
    """The journal cannot be read or written. Whoever sends stops before the next byte."""


class LeaseError(Exception):
    """Another sender works, or worked, on the journal."""


class Person(NamedTuple):
    """A person of a line: place in it, row of the source, and the trace of the correlation id."""

    place: int
    row: int
    trace: bytes


class Intent(NamedTuple):
    """What is written before a request leaves."""

    number: int
    rung: int
    line: int
    people: Sequence[Person]


class Result(NamedTuple):
    """What became of a person of a request. `why` is the word of the decision."""

    place: int
    state: State
    why: str
    code: str | None = None
    transaction: str | None = None


class Ended(NamedTuple):
    """What is written when a request has ended."""

    number: int
    phase: str
    status: int
    results: Sequence[Result]


class Holder(NamedTuple):
    """A process that sends."""

    token: str
    host: str
    pid: int


Connect = Callable[[str], Any]


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)


class Journal:
    """An open journal. `connect` gives another connection of SQLite, in simulations of a disk."""

    def __init__(self, path: Path, connect: Connect = _connect) -> None:
        self.path = path
        self._token: str | None = None
        with _told(path):
            self._db = connect(os.fspath(path))
            self._set_up()

    def _set_up(self) -> None:
        """Write-ahead log, and every commit on disk before it counts as done: anything less loses the tail."""
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = 1", "foreign_keys = ON"):
            self._all(f"PRAGMA {pragma}")
        mode, level = self._one("PRAGMA journal_mode"), self._one("PRAGMA synchronous")
        if (mode, level) != ("wal", 2):
            raise JournalError(f"{self.path.name}: this disk takes no write-ahead log that lasts")

    @property
    def about(self) -> Mapping[str, str]:
        """What is written about the run as a whole."""
        with _told(self.path):
            return dict(self._all("SELECT key, value FROM about"))

    @property
    def made(self) -> bool:
        """Whether its tables are there. Raises JournalError when they are of another version."""
        with _told(self.path):
            version = self._one("PRAGMA user_version")
        if version not in (0, FORMAT):
            raise JournalError(f"{self.path.name}: a journal of form {version}; this version reads {FORMAT}")
        return bool(version == FORMAT)

    def make(self, about: Mapping[str, str]) -> None:
        """Makes the tables, all or none."""
        with _told(self.path), self._transaction():
            for statement in _TABLES.split(";"):
                if statement.strip():
                    self._all(statement)
            self._db.executemany("INSERT INTO about VALUES (?, ?)", list(about.items()))
            self._all(f"PRAGMA user_version = {FORMAT}")

    def close(self) -> None:
        """Closes it. What was committed is on disk already."""
        with _told(self.path):
            self._db.close()

    def note(self, **about: str | None) -> None:
        """Writes things about the run as a whole; None takes one away."""
        with _told(self.path), self._transaction():
            self._note(about)

    def lease(self, holder: Holder, now: float) -> int:
        """Makes this process the one sender, and gives how many people the one before left in an unknown state.

        The caller holds the lock of the journal's file, so a sender of this machine that has the lease is dead.
        """
        with _told(self.path), self._transaction():
            for token, host, pid, beat in self._all("SELECT token, host, pid, beat FROM lease"):
                if host != holder.host and now - beat < SILENT and token != holder.token:
                    raise LeaseError(f"process {pid} on {host} sends it; heard of {max(0, now - beat):.0f} s ago")
            self._all("INSERT OR REPLACE INTO lease VALUES (1, ?, ?, ?, ?)", (*holder, now))
            self._token = holder.token
            unknown = self._one("SELECT count(*) FROM entry WHERE state = 'sending'")
            self._all("UPDATE entry SET state = 'unknown', why = 'stopped' WHERE state = 'sending'")
            return int(unknown)

    def release(self) -> None:
        """Gives the lease back."""
        with _told(self.path), self._transaction():
            self._all("DELETE FROM lease WHERE token = ?", (self._token,))

    def write(
        self, now: float, ended: Sequence[Ended] = (), intents: Sequence[Intent] = (), **about: str | None
    ) -> None:
        """One commit: outcomes, then new intents. When it returns, all of it is on disk; when it raises, none is."""
        with _told(self.path), self._transaction():
            self._still_ours(now)
            for end in ended:
                self._end(end, now)
            for intent in intents:
                self._claim(intent, now)
            self._note(about)

    def set_aside(self, now: float, rung: int, line: int, people: Sequence[Person], state: State) -> None:
        """Closes people who are not sent to at all: expired or skipped. Whoever was sent to stays as they are."""
        with _told(self.path), self._transaction():
            self._still_ours(now)
            rows = [(rung, line, person.place, person.row, person.trace, state.value) for person in people]
            self._db.executemany(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, 0) "
                "ON CONFLICT DO UPDATE SET state = excluded.state WHERE state = 'unsent'",
                rows,
            )

    def turn_unknown(self, now: float, into: State) -> int:
        """Closes unknown people, or lets them be sent to again: only on a person's word. Gives how many."""
        with _told(self.path), self._transaction():
            self._still_ours(now)
            count = self._one("SELECT count(*) FROM entry WHERE state = 'unknown'")
            self._all("UPDATE entry SET state = ? WHERE state = 'unknown'", (into.value,))
            return int(count)

    def doubted(self, traces: Sequence[bytes] | None = None) -> dict[bytes, set[State]]:
        """The ids, by their traces, of people of whom only a receipt can say that a request was accepted: of all, or of
        those with some ids."""
        made: dict[bytes, set[State]] = {}
        which = "SELECT DISTINCT trace, state FROM entry WHERE state IN ('unknown', 'dropped', 'unsent')"
        with _told(self.path):
            if traces is None:
                found = self._all(f"{which} AND trace > x''")
            else:
                found = [row for trace in traces for row in self._all(f"{which} AND trace = ?", (trace,))]
        for trace, state in found:
            made.setdefault(trace, set()).add(State(state))
        return made

    def settle(self, now: float, proven: Sequence[tuple[bytes, State, str]]) -> int:
        """Receipts have proven that requests were accepted: of a trace, whoever is in a state, and by which code. Gives
        how many people."""
        with _told(self.path), self._transaction():
            self._still_ours(now)
            before = self._one("SELECT total_changes()")
            self._db.executemany(
                "UPDATE entry SET state = 'accepted', why = 'receipt', code = ? WHERE trace = ? AND state = ?",
                [(code, trace, state.value) for trace, state, code in proven],
            )
            return int(self._one("SELECT total_changes()") - before)

    def standing(self, rung: int, line: int, place: int) -> tuple[State, float, float, bytes] | None:
        """Where one person of a line stands, when they were claimed, when that ended, and the trace of their id; None:
        never tried."""
        with _told(self.path):
            found = self._all(
                "SELECT state, coalesce(claimed, 0), coalesce(ended, claimed, 0), trace FROM entry "
                "LEFT JOIN request ON number = request WHERE entry.rung = ? AND entry.line = ? AND place = ?",
                (rung, line, place),
            )
        return (State(found[0][0]), *found[0][1:]) if found else None

    def rows(self) -> set[int]:
        """The rows of all people who are in the journal."""
        with _told(self.path):
            return {row for (row,) in self._all("SELECT DISTINCT row FROM entry")}

    def rows_of(self, traces: Sequence[bytes]) -> set[int]:
        """The rows of the people whose ids have these traces."""
        with _told(self.path):
            found = (self._all("SELECT DISTINCT row FROM entry WHERE trace = ?", (trace,)) for trace in traces)
            return {row for rows in found for (row,) in rows}

    def sharing(self, trace: bytes) -> int:
        """How many people have this id: none, one, or 2 for several, to whom only a spec can give the same."""
        with _told(self.path):
            return len(self._all("SELECT 1 FROM entry WHERE trace = ? LIMIT 2", (trace,)))

    def states(self, rung: int, line: int) -> dict[int, State]:
        """Where the people of a line stand, by place."""
        with _told(self.path):
            found = self._all("SELECT place, state FROM entry WHERE rung = ? AND line = ?", (rung, line))
        return {place: State(state) for place, state in found}

    def counts(self) -> dict[int, dict[State, int]]:
        """How many people of each rung stand where."""
        made: dict[int, dict[State, int]] = {}
        with _told(self.path):
            for rung, state, count in self._all("SELECT rung, state, count(*) FROM entry GROUP BY rung, state"):
                made.setdefault(rung, {})[State(state)] = count
        return made

    def listed(self, state: State) -> Iterator[tuple[int, int, str | None, str | None]]:
        """The people in a state: rung, row, why and code, in the order of the rows."""
        with _told(self.path):
            yield from self._all(
                "SELECT rung, row, why, code FROM entry WHERE state = ? ORDER BY rung, row, line, place", (state.value,)
            )

    def holder(self) -> tuple[Holder, float] | None:
        """Who has the lease, and when they were last heard of; None when nobody has."""
        with _told(self.path):
            found = self._all("SELECT token, host, pid, beat FROM lease")
        return (Holder(*found[0][:3]), found[0][3]) if found else None

    def last_number(self) -> int:
        """The number of the last request; 0 when there is none."""
        with _told(self.path):
            return int(self._one("SELECT coalesce(max(number), 0) FROM request"))

    def paces(self, since: float) -> tuple[int, float | None, float | None]:
        """People of requests that ended since a moment, and the first and last such moment."""
        with _told(self.path):
            ((people, first, last),) = self._all(
                "SELECT coalesce(sum(people), 0), min(ended), max(ended) FROM request WHERE ended >= ?", (since,)
            )
        return int(people), first, last

    def _claim(self, intent: Intent, now: float) -> None:
        """Only who was never tried, or surely not accepted, can be claimed: the table itself refuses a second send."""
        self._all(
            "INSERT INTO request (number, rung, line, people, claimed) VALUES (?, ?, ?, ?, ?)",
            (intent.number, intent.rung, intent.line, len(intent.people), now),
        )
        before = self._one("SELECT total_changes()")
        self._db.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, 'sending', NULL, NULL, NULL, ?, 1) "
            "ON CONFLICT DO UPDATE SET state = 'sending', why = NULL, code = NULL, transaction_id = NULL, "
            "trace = excluded.trace, request = excluded.request, tries = tries + 1 WHERE state = 'unsent'",
            [(intent.rung, intent.line, *person, intent.number) for person in intent.people],
        )
        if self._one("SELECT total_changes()") - before != len(intent.people):
            raise JournalError(f"{self.path.name}: somebody would be sent to twice; this is a fault of sendspec")

    def _end(self, end: Ended, now: float) -> None:
        self._all(
            "UPDATE request SET phase = ?, status = ?, ended = ? WHERE number = ?",
            (end.phase, end.status or None, now, end.number),
        )
        place = "SELECT rung, line FROM request WHERE number = ?"
        rung, line = self._all(place, (end.number,))[0]
        self._db.executemany(
            "UPDATE entry SET state = ?, why = ?, code = ?, transaction_id = ? "
            "WHERE rung = ? AND line = ? AND place = ? AND request = ? AND state = 'sending'",
            [
                (each.state.value, each.why, each.code, each.transaction, rung, line, each.place, end.number)
                for each in end.results
            ],
        )

    def _still_ours(self, now: float) -> None:
        """A sender that was stopped for long may have lost the lease to another."""
        if self._token is None or self._one("SELECT token FROM lease WHERE only = 1") != self._token:
            raise LeaseError("another sender has taken over")
        self._all("UPDATE lease SET beat = ? WHERE only = 1", (now,))

    def _note(self, about: Mapping[str, str | None]) -> None:
        for key, value in about.items():
            if value is None:
                self._all("DELETE FROM about WHERE key = ?", (key,))
            else:
                self._all("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def _all(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        return list(self._db.execute(statement, values))

    def _one(self, statement: str, values: Sequence[object] = ()) -> Any:
        found = self._all(statement, values)
        return found[0][0] if found else None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._all("BEGIN IMMEDIATE")
        try:
            yield
            self._all("COMMIT")
        except BaseException:
            with suppress(Exception):  # the first error counts, and SQLite may have rolled back by itself
                self._all("ROLLBACK")
            raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Any error of SQLite or the disk as one of ours, in its own words and without a value."""
    try:
        yield
    except (JournalError, LeaseError):
        raise
    except (sqlite3.Error, OSError) as error:
        said = error.strerror or "error" if isinstance(error, OSError) else str(error)
        raise JournalError(f"{path.name}: {said.lower()}") from error


def create(path: Path) -> None:
    """Makes an empty file that only its owner reads, and makes its name last. One that is there stays."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except FileExistsError:
        return
    except OSError as error:
        raise JournalError(f"{path.name}: {(error.strerror or 'error').lower()}") from error
