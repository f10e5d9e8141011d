"""Where a sending stands, read from its journal: counts a rung and state, who is in doubt, how fast it goes.

It reads and changes nothing; a sender may be at work meanwhile.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sendspec.record import NamedTuple
from sendspec.submit.campaign import StoppedError
from sendspec.submit.compiled import PLAN
from sendspec.submit.journal import Journal, State
from sendspec.submit.receipt_store import Store, store_of

#: The rate is that of the last so many seconds.
LATELY = 30.0


class Report(NamedTuple):
    """A sending as it stands. `told` is what `--json` prints; `journal.schema.json` describes it."""

    told: Mapping[str, Any]

    @property
    def rungs(self) -> list[dict[str, Any]]:
        """The rungs with their counts."""
        return list(self.told["rungs"])

    @property
    def at_work(self) -> bool:
        """Whether a sender is known to be at work."""
        return bool(self.told["sender"] and self.told["sender"]["alive"])


def journal_at(path: Path) -> Path:
    """The journal that is meant by its own path, or by the folder of its plan."""
    if path.name == PLAN:
        path = path.parent
    return path.resolve().with_name(path.resolve().name + ".journal") if path.is_dir() else path


def report(journal: Journal, now: float) -> Report:
    """Where the sending of a journal stands at a moment."""
    about, counts = journal.about, journal.counts()
    rungs = [
        _rung(rung, counts.get(rung["rung"], {}), first=number == 0)
        for number, rung in enumerate(json.loads(about["rungs"]))
    ]
    rate = _rate(journal, now)
    left = rungs[0]["left"] if rungs else 0
    return Report(
        {
            "format": 1,
            "message": about["message"],
            "plan": about["plan"],
            "host": about["host"],
            "began": _instant(float(about["began"])),
            "stopped": about.get("stopped"),
            "locked": about.get("locked"),
            "sender": _sender(journal),
            "rungs": rungs,
            "ladder": json.loads(about.get("ladder", "null")),
            "unknown": [
                {"rung": rung, "row": row, "why": why, "code": code}
                for state in (State.UNKNOWN, State.SENDING)
                for rung, row, why, code in journal.listed(state)
            ],
            "receipts": _receipts(journal.path),
            "rate": rate,
            "seconds_left": round(left / rate) if left and rate else None,
        }
    )


def _rung(rung: Mapping[str, Any], by: Mapping[State, int], *, first: bool) -> dict[str, Any]:
    """Of a later rung nobody can say how many are left: most people never come to it."""
    tried = sum(count for state, count in by.items() if state is not State.UNSENT)
    return {
        "rung": rung["rung"],
        "channel": rung["channel"],
        "people": rung["people"],
        "states": {state.value: by[state] for state in State if state is not State.UNSENT and by.get(state)},
        "left": max(0, rung["people"] - tried) if first else None,
    }


def _rate(journal: Journal, now: float) -> float | None:
    """People a second over the last while; None when nobody was sent to."""
    people, first, last = journal.paces(now - LATELY)
    if not people or first is None or last is None:
        return None
    return round(people / max(1.0, now - first), 2)


def _sender(journal: Journal) -> dict[str, Any] | None:
    held = journal.holder()
    if held is None:
        return None
    holder, beat = held
    here = holder.host == socket.gethostname()
    return {
        "host": holder.host,
        "process": holder.pid,
        "heard": _instant(beat),
        "alive": _alive(holder.pid) if here else None,
    }


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _receipts(journal: Path) -> list[dict[str, Any]]:
    path = store_of(journal)
    if not path.exists():
        return []
    store = Store(path)
    try:
        return [
            {"channel": channel, "state": state, "count": count} for (channel, state), count in store.counts().items()
        ]
    finally:
        store.close()


def _instant(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def rows(journal: Journal) -> Iterator[tuple[str, ...]]:
    """Every person of the journal, for a table: head first. No address is among it."""
    yield ("rung", "row", "state", "why", "code")
    for state in State:
        for rung, row, why, code in journal.listed(state):
            yield (str(rung), str(row), state.value, why or "", code or "")


def opened(path: Path) -> Journal:
    """The journal at a path, to read. Raises StoppedError when there is none."""
    journal = Journal(path) if path.is_file() else None
    if journal is None or not journal.made:
        raise StoppedError(f"{path}: no journal; nothing was sent from there", "`sendspec send` makes one")
    return journal
