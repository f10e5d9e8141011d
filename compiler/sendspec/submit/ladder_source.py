"""The people of a whole ladder who are to be sent to: the first rung in its order, the others by receipts and waits.

It stands where a rung's source stands before the machine. All that it decides by is in the journal and the receipts, so
a sender that comes back goes on where the one before it was.
"""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Mapping
from heapq import heappop, heappush
from itertools import islice

from sendspec.submit.journal import Intent, Journal, Person, State
from sendspec.submit.ladder import End, Ladder, Next, Tried, expiry, following
from sendspec.submit.ladder_facts import Facts
from sendspec.submit.ladder_people import People
from sendspec.submit.machine import Batch, Offered
from sendspec.submit.parcel import Parcel
from sendspec.submit.receipt_apply import settle
from sendspec.submit.receipt_store import GAP, Store
from sendspec.submit.source import Source

#: How often receipts are looked for, and for how long people of one line are gathered into a request, in seconds.
POLL, GATHER = 1.0, 1.0
#: How often a listener says that it listens, and the longest time without a look, in seconds.
BEAT, LOOK = 6.0, 2.0
#: About so many people it is decided at once: outcomes must not wait for long.
MOST = 1_000
#: How long it is waited for receipts of failures when nothing else is to be done, in seconds.
PATIENCE = 900.0
#: After how long somebody who may not be written to now is looked at again, in seconds.
HELD = 30.0


class LadderSource:
    """The people of all rungs. `sources`: one for each rung, by its number."""

    def __init__(
        self, ladder: Ladder, sources: Mapping[int, Source], people: People, facts: Facts, journal: Journal,
        store: Store, patience: float = PATIENCE,
    ) -> None:  # fmt: skip
        self._ladder, self._sources, self._people, self._facts = ladder, sources, people, facts
        self._journal, self._store, self._patience = journal, store, patience
        self._first = ladder.steps[0].number
        self._ready: deque[Batch] = deque()
        self._groups: dict[tuple[int, int], tuple[float, dict[int, int]]] = {}
        self._timers: list[tuple[float, int]] = []
        self._asleep: list[tuple[float, int]] = []
        self._open: set[int] = set()
        self._unheard: set[int] = set()
        self._claimed: set[int] = set()
        self._changed: dict[int, None] = {}
        self._ours: set[tuple[int, int]] = set()
        self._receipts, self._looked, self._news = 0, -1e18, 0.0
        self._heard = store.heard()
        self._begun = False

    @property
    def waiting(self) -> int:
        """How many people may still be tried on a further rung."""
        return len(self._open)

    def offer(self, now: float, wall: float) -> Offered:
        """The next batch: of a later rung when one is due, else of the first."""
        self._look(wall)
        if not self._ready:
            self._gather(wall)
        if self._ready:
            return Offered(self._ready.popleft())
        first = self._sources[self._first].offer(now, wall)
        return first if first.batch is not None else Offered(None, self._pause(first.pause, wall))

    def again(self, batch: Batch, wall: float) -> Offered:
        """A batch that waited too long, without who must not be sent to."""
        if batch.rung == self._first:
            return self._sources[batch.rung].again(batch, wall)
        rows = self._sources[batch.rung].rows(batch.line)
        self._ours.difference_update((batch.rung, rows[place]) for place in batch.places)
        left = self._still(batch.rung, batch.line, {place: rows[place] for place in batch.places}, wall)
        self._ready.extend(left[1:])
        return Offered(left[0] if left else None, stale=True)

    def pack(self, batch: Batch, number: int, wall: float) -> tuple[Parcel, Intent]:
        """A batch as it leaves now, and its intent."""
        made, intent = self._sources[batch.rung].pack(batch, number, wall)
        self._claimed.update(person.row for person in intent.people)
        self._news = wall
        return made, intent

    def begin(self, wall: float) -> int:
        """Looks at everybody; gives how many people are to be tried on a later rung, or may be."""
        if not self._begun:
            self._begun, self._news = True, wall
            self._receipts = self._store.last()
            settle(self._journal, self._store, wall)
            known = self._journal.rows()
            for row in self._people.rows():
                if row in known or self._people.reachable(row)[0] != self._first:
                    self._touch(row, wall)
        return len(self._open)

    def ends(self, wall: float) -> Counter[End]:
        """How it ends for each person as things stand. Who was never tried is not among them."""
        told = ((row, self._facts.tried(self._ladder, row)) for row in self._people.rows())
        return Counter(self._next(row, tried, wall).end for row, tried in told if tried)

    def _look(self, wall: float) -> None:
        """Takes in what has happened since the last look."""
        self.begin(wall)
        if abs(wall - self._looked) >= POLL:
            self._looked = wall
            self._hear(wall)
        for row in list(islice(self._changed, MOST)):
            del self._changed[row]
            self._touch(row, wall)

    def _hear(self, wall: float) -> None:
        """Of whom there is news."""
        rows, self._claimed = self._claimed, set()
        if came := self._store.since(self._receipts, MOST):
            self._receipts, self._news = came[-1].number, wall
            traces = sorted({kept.trace for kept in came})
            settle(self._journal, self._store, wall, traces)
            rows |= self._journal.rows_of(traces)
        heard = self._store.heard()
        if [since for since, _ in heard.times] != [since for since, _ in self._heard.times]:
            rows |= self._unheard
        self._heard = heard
        for timers in (self._timers, self._asleep):
            while timers and timers[0][0] <= wall:
                rows.add(heappop(timers)[1])
        self._changed.update(dict.fromkeys(sorted(rows)))

    def _next(self, row: int, tried: Tried, wall: float) -> Next:
        return following(self._ladder, self._people.reachable(row), tried, wall, self._heard.until)

    def _touch(self, row: int, wall: float) -> None:
        """Decides anew about a person."""
        tried = self._facts.tried(self._ladder, row)
        if any(each.state is State.UNKNOWN and each.seen | each.more for entries in tried.values() for each in entries):
            settle(self._journal, self._store, wall)  # the receipt was here before the outcome
        made = self._next(row, tried, wall)
        self._open.discard(row)
        self._unheard.discard(row)
        if made.over:
            self._expire(row, tried, made, wall)
        elif made.rung is not None:
            if made.rung != self._first and (made.rung, row) not in self._ours:
                self._open.add(row)
                self._queue(made.rung, row, wall)
        else:
            self._open.add(row)
            self._wait(row, tried, made, wall)

    def _expire(self, row: int, tried: Tried, made: Next, wall: float) -> None:
        """Somebody whose time is over while they were to be tried again is closed in the journal too."""
        if made.end is End.EXPIRED and any(entry.state is State.UNSENT for entry in tried[max(tried)]):
            for line, place in self._people.places(max(tried), row):
                self._journal.set_aside(wall, max(tried), line, [Person(place, row, b"")], State.EXPIRED)

    def _wait(self, row: int, tried: Tried, made: Next, wall: float) -> None:
        """Somebody waits: for an outcome, for a moment, or for a receipt."""
        current = tried[max(tried)]
        if any(entry.state is State.SENDING for entry in current):
            self._claimed.add(row)
        elif made.until is None:
            return
        elif made.until > wall:
            heappush(self._timers, (made.until, row))
        elif self._heard.until(max(entry.at for entry in current)) >= wall - GAP:
            heappush(self._timers, (wall + BEAT, row))  # who listens says so only now and then
        else:
            self._unheard.add(row)

    def _queue(self, rung: int, row: int, wall: float) -> None:
        for line, place in self._people.places(rung, row):
            self._groups.setdefault((rung, line), (wall, {}))[1][place] = row

    def _gather(self, wall: float) -> None:
        """Makes batches of the people who have been gathered for long enough."""
        ripe = [key for key, (since, _) in self._groups.items() if abs(wall - since) >= GATHER]
        for key in ripe:
            rung, line = key
            self._ready.extend(self._still(rung, line, self._groups.pop(key)[1], wall))

    def _still(self, rung: int, line: int, places: Mapping[int, int], wall: float) -> tuple[Batch, ...]:
        """Batches of those whom nothing has kept from this rung by now."""
        still: dict[int, int] = {}
        ends = math.inf
        for place, row in places.items():
            tried = self._facts.tried(self._ladder, row)
            if self._next(row, tried, wall).rung == rung:
                still[place], ends = row, min(ends, expiry(self._ladder, tried))
            else:
                self._touch(row, wall)
        batches = self._take(rung, line, still, wall)
        if ends == math.inf:
            return batches
        return tuple(each._replace(until=ends if each.until is None else min(ends, each.until)) for each in batches)

    def _take(self, rung: int, line: int, places: Mapping[int, int], wall: float) -> tuple[Batch, ...]:
        """Batches of people of a line. Who is held back now is looked at again later."""
        batches = self._sources[rung].take(line, sorted(places), wall) if places else ()
        taken = {place for batch in batches for place in batch.places}
        self._ours.update((rung, places[place]) for place in taken)
        for place in places.keys() - taken:
            if self._journal.standing(rung, line, place) is None:
                heappush(self._asleep, (wall + HELD, places[place]))
            else:
                self._touch(places[place], wall)
        return batches

    def _pause(self, first: float | None, wall: float) -> float | None:
        """For how long there is nothing to do; None when nothing more will be."""
        pauses = [] if first is None else [first]
        if self._changed:
            pauses.append(0.0)
        if self._groups or self._claimed:
            pauses.append(GATHER)
        listens = any(until >= wall - GAP for _, until in self._heard.times)
        if self._asleep:
            pauses.append(self._asleep[0][0] - wall)
        if self._timers and listens:
            pauses.append(self._timers[0][0] - wall)
        if self._open and listens and wall - self._news < self._patience:
            pauses.append(LOOK)
        return max(POLL / 20, min(*pauses, LOOK)) if pauses else None
