"""The ladder in time: what happens next to one person, from what was tried, what receipts say, and what time it is.

Pure, and without memory: the same facts give the same answer, in whatever order and number they came. A person is on
one rung at a time, never goes back, and ends in one state.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from sendspec.channels.states import FAILED, REACHED
from sendspec.record import NamedTuple
from sendspec.submit.journal import State

_RANKS = {state: rank for rank, state in enumerate(REACHED)}
_DELIVERED = "delivered"
#: Up to when silence since a moment means that there was nothing to hear.
Heard = Callable[[float], float]


class End(Enum):
    """How it ended for a person; for one who still waits, how it ends if nothing more comes."""

    REACHED = "reached"  # a receipt says so
    ACCEPTED = "accepted"  # and no receipt says more
    FAILED = "failed"  # on every rung
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    SKIPPED = "skipped"
    DROPPED = "dropped"


class Step(NamedTuple):
    """A rung that has requests. `after` and `unless`: when it is tried without a failure of the one before.

    `carried_on`: the API itself sends something else when it fails, and only that one's failure counts.
    """

    number: int
    after: int | None = None
    unless: str | None = None
    carried_on: bool = False


class Ladder(NamedTuple):
    """The rungs in order. Nothing starts `expires` seconds after a person was first sent to."""

    steps: tuple[Step, ...]
    expires: int | None = None


class Entry(NamedTuple):
    """A message of a rung that was tried: where it stands, when it began and when its outcome was known, and the states
    that receipts have told. `more`: those of what the API sent in its place.

    A wait counts from the outcome, the expiry from the beginning: nothing is too early, and nothing too late.
    """

    state: State
    began: float
    at: float
    seen: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()


class Next(NamedTuple):
    """What happens next: `rung` is tried now; or nothing before `until`, or a receipt; or nothing ever again (`over`).

    `end` tells how it ends as things stand.
    """

    end: End
    rung: int | None = None
    until: float | None = None
    over: bool = False


#: The messages of the rungs that were tried, by the rungs' numbers. `and try` makes several of one rung.
Tried = Mapping[int, Sequence[Entry]]


def following(ladder: Ladder, reachable: Sequence[int], tried: Tried, now: float, heard: Heard) -> Next:
    """What happens next to a person who has addresses for the rungs of some numbers."""
    if not tried:
        return Next(End.EXPIRED, rung=reachable[0])
    current = max(tried)
    entries, end = tried[current], _end(ladder, tried)
    if any(entry.state is State.SENDING for entry in entries):
        return Next(end)
    if any(entry.state is State.UNSENT for entry in entries):
        late = len(tried) > 1 and now >= expiry(ladder, tried)
        return Next(End.EXPIRED, over=True) if late else Next(end, rung=current)
    later = next((number for number in reachable if number > current), None)
    done = _closed(entries) or later is None or any(_fulfilled(ladder, number, tried[number]) for number in tried)
    if done:
        return Next(end, over=True)
    until = _until(ladder, current, entries)
    if until is None or min(now, heard(_since(entries))) < until:
        return Next(end, until=until)
    if now >= expiry(ladder, tried):
        return Next(end if end is End.REACHED else End.EXPIRED, over=True)
    return Next(end, rung=later)


def _until(ladder: Ladder, current: int, entries: Sequence[Entry]) -> float | None:
    """From when on the next rung may be tried; None: only when something more is known."""
    step = _step(ladder, current)
    if all(_failed(step, entry) for entry in entries if entry.state not in _CLOSED):
        return 0.0
    after = next(each for each in ladder.steps if each.number > current)
    if after.after is None or max(map(_rank, entries)) >= _RANKS[after.unless or _DELIVERED]:
        return None
    return _since(entries) + after.after


def _since(entries: Sequence[Entry]) -> float:
    return max(entry.at for entry in entries)


def expiry(ladder: Ladder, tried: Tried) -> float:
    """From when on no further rung is tried for a person."""
    first = min((entry.began for entries in tried.values() for entry in entries), default=math.inf)
    return math.inf if ladder.expires is None else first + ladder.expires


def _fulfilled(ladder: Ladder, number: int, entries: Sequence[Entry]) -> bool:
    """Whether a rung has reached the person as far as the rung after it waits for; late counts as well."""
    after = next((each for each in ladder.steps if each.number > number), None)
    aim = max(_RANKS[(after and after.unless) or _DELIVERED], _RANKS[_DELIVERED])
    return max(map(_rank, entries)) >= aim


def _rank(entry: Entry) -> int:
    return max((_RANKS.get(state, -1) for state in entry.seen | entry.more), default=-1)


def _failed(step: Step, entry: Entry) -> bool:
    """Whether a message was refused, or a receipt says that it failed. One that was delivered has not failed."""
    if entry.state is State.REFUSED:
        return True
    told = entry.more if step.carried_on else entry.seen
    return FAILED in told and _rank(entry) < _RANKS[_DELIVERED]


def _step(ladder: Ladder, number: int) -> Step:
    return next(step for step in ladder.steps if step.number == number)


#: States in which a person is closed, with how that ended.
_CLOSED = {State.EXPIRED: End.EXPIRED, State.SKIPPED: End.SKIPPED, State.DROPPED: End.DROPPED}


def _closed(entries: Sequence[Entry]) -> bool:
    return all(entry.state in _CLOSED for entry in entries)


def _end(ladder: Ladder, tried: Tried) -> End:
    """How it ends for a person when nothing more is known or done."""
    every = [entry for entries in tried.values() for entry in entries]
    if max(map(_rank, every)) >= _RANKS[_DELIVERED]:
        return End.REACHED
    entries, step = tried[max(tried)], _step(ladder, max(tried))
    if _closed(entries):
        return _CLOSED[entries[0].state]
    open_ = [entry for entry in entries if entry.state not in _CLOSED and not _failed(step, entry)]
    if not open_:
        return End.FAILED
    doubtful = (State.UNKNOWN, State.SENDING)
    return End.UNKNOWN if all(each.state in doubtful and not each.seen for each in open_) else End.ACCEPTED


def read_ladder(rungs: Sequence[Mapping[str, Any]], expires: Mapping[str, Any] | None) -> Ladder:
    """The ladder of a plan: its `rungs` and its `expires`."""
    inside = {each["inside"] for each in rungs if each["native"]}
    steps: dict[int, Step] = {}
    for each in rungs:
        trigger = each["trigger"] or {}
        if not each["native"] and each["rung"] not in steps:
            number = each["rung"]
            steps[number] = Step(number, trigger.get("after_seconds"), trigger.get("unless"), number in inside)
    return Ladder(tuple(steps.values()), (expires or {}).get("after_seconds"))
