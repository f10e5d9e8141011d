"""From the lines of a rung and the journal: who is sent to next, in batches that the limiter takes.

Whoever has expired, or may not be written to now, is told here; what is read twice gives the same batches.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from sendspec.submit.compiled import Compiled, Lines, Rung
from sendspec.submit.correlation import correlation, trace
from sendspec.submit.journal import CLAIMABLE, Intent, Journal, Person, State
from sendspec.submit.machine import Batch, Offered
from sendspec.submit.parcel import Line, Parcel, expired, expiry, parcel

#: How many lines are kept read.
_KEPT = 64


class People(Protocol):
    """Who is to be sent to: of one rung, or of a ladder."""

    def offer(self, now: float, wall: float) -> Offered: ...
    def again(self, batch: Batch, wall: float) -> Offered: ...
    def pack(self, batch: Batch, number: int, wall: float) -> tuple[Parcel, Intent]: ...


class Source:
    """The people of one rung who are still to be sent to."""

    def __init__(
        self, compiled: Compiled, rung: Rung, lines: Lines, journal: Journal, ids: Callable[[Line, int], str],
        traces: Callable[[str], bytes], largest: Callable[[str], int],
    ) -> None:  # fmt: skip
        self._compiled, self._rung, self._lines, self._journal = compiled, rung, lines, journal
        self._id, self._trace, self._largest = ids, traces, largest
        self._read: dict[int, Line] = {}
        self._ready: deque[Batch] = deque()
        self._each = self._lines.each()
        self._held: float | None = None

    def offer(self, now: float, wall: float) -> Offered:
        """The next batch. Whoever is held back for quiet hours comes with a later pass over the lines."""
        while not self._ready:
            line = next(self._each, None)
            if line is None:
                pause, self._held = self._held, None
                self._each = self._lines.each() if pause is not None else iter(())
                return Offered(None, None if pause is None else max(1.0, pause - wall))
            self._keep(line)
            self._ready.extend(self._batches(line, range(len(line.rows)), wall))
        return Offered(self._ready.popleft())

    def again(self, batch: Batch, wall: float) -> Offered:
        """A batch that waited, without who must not be sent to. Who is held back comes with a later pass."""
        left = tuple(self._batches(self._line(batch.line), batch.places, wall))
        self._ready.extend(left[1:])
        return Offered(left[0] if left else None, stale=True)

    def take(self, number: int, places: list[int], wall: float) -> tuple[Batch, ...]:
        """Batches of some people of a line, without who must not be sent to, or not now."""
        self._keep(line := self._line(number))
        return tuple(self._batches(line, places, wall))

    def rows(self, number: int) -> Sequence[int]:
        """The people of a line."""
        return self._line(number).rows

    def pack(self, batch: Batch, number: int, wall: float) -> tuple[Parcel, Intent]:
        """A batch as it leaves now, and its intent."""
        line = self._line(batch.line)
        moment = dt.datetime.fromtimestamp(wall, dt.UTC)
        made = parcel(line, batch.places, lambda place: self._id(line, place), moment)
        ids = {place: id for places, asked in zip(made.places, made.asked, strict=True)
               for place, id in zip(places, asked, strict=True)}  # fmt: skip
        people = [Person(place, line.rows[place], self._trace(ids[place])) for place in batch.places]
        return made, Intent(number, batch.rung, batch.line, people)

    def _keep(self, line: Line) -> None:
        while len(self._read) >= _KEPT:
            del self._read[next(iter(self._read))]
        self._read[line.number] = line

    def _line(self, number: int) -> Line:
        return self._read.get(number) or self._lines.line(number)

    def _batches(self, line: Line, asked: Sequence[int], wall: float) -> Iterator[Batch]:
        """Batches of those who may be sent to by the journal as it stands: a receipt may have come meanwhile."""
        states = self._journal.states(line.rung, line.number)
        free = [place for place in asked if states.get(place, State.UNSENT) in CLAIMABLE]
        places = self._alive(line, free, wall)
        places, until = self._awake(line, places, wall)
        channel = self._channel(line)
        most = self._largest(channel)
        for start in range(0, len(places), most):
            part = tuple(places[start : start + most])
            yield Batch(line.rung, line.number, part, channel, self._until(line, part, until))

    def _alive(self, line: Line, places: list[int], wall: float) -> list[int]:
        """Without those whose message has expired; the journal tells of them."""
        moment = dt.datetime.fromtimestamp(wall, dt.UTC)
        ends = self._compiled.expires
        late = set(places) if ends is not None and ends <= moment else expired(line, moment)
        self._set_aside(line, [place for place in places if place in late], State.EXPIRED, wall)
        return [place for place in places if place not in late]

    def _awake(self, line: Line, places: list[int], wall: float) -> tuple[list[int], float | None]:
        """Without those who have quiet hours now, and when the first of the others has them."""
        quiet = self._compiled.quiet
        if quiet is None or not places:
            return places, None
        pauses = {zone: quiet.pause(zone, wall) for zone in {line.zones[place] for place in places}}
        asleep = [place for place in places if pauses[line.zones[place]] > 0]
        if quiet.skip:
            self._set_aside(line, asleep, State.SKIPPED, wall)
        elif asleep:
            ends = [wall + pauses[line.zones[place]] for place in asleep]
            self._held = min(ends if self._held is None else [self._held, *ends])
        awake = [place for place in places if pauses[line.zones[place]] == 0]
        return awake, min((quiet.begins(zone, wall) for zone, pause in pauses.items() if pause == 0), default=None)

    def _until(self, line: Line, places: tuple[int, ...], until: float | None) -> float | None:
        ends = [until, *(moment.timestamp() for moment in (self._compiled.expires, expiry(line, places)) if moment)]
        return min((end for end in ends if end is not None), default=None)

    def _set_aside(self, line: Line, places: list[int], state: State, wall: float) -> None:
        if places:
            people = [Person(place, line.rows[place], b"") for place in places]
            self._journal.set_aside(wall, line.rung, line.number, people, state)

    def _channel(self, line: Line) -> str:
        """The channel by which a line is limited: of several in one request, the one that takes the fewest."""
        names = [name for name, path in self._rung.channels if path == line.path]
        return min(names or ["?"], key=self._largest)


def identity(key: bytes, run: str) -> Callable[[Line, int], str]:
    """Gives the correlation id of a person of a line."""
    return lambda line, place: correlation(key, run, (line.rung, line.number, place, line.rows[place]))


def tracer(key: bytes) -> Callable[[str], bytes]:
    """Gives the trace of a correlation id."""
    return lambda id: trace(key, id)
