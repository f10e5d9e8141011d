"""The rungs of one number, which go out at the same time: people in, request lines out.

v1 rungs of one number share their requests ("several channels in one request"); v2 takes one channel a request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sendspec.audience.nodes import Person
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.batch import Groups, Request, Sorted, Window
from sendspec.emit.cut import cut, stamp
from sendspec.emit.failure import RefusedError
from sendspec.emit.job import Count, Job
from sendspec.emit.layout import compact
from sendspec.emit.mould import Mould, mould
from sendspec.emit.places import zones
from sendspec.emit.prove import Prover
from sendspec.model.nodes import Message, Rung
from sendspec.record import NamedTuple
from sendspec.templates.render import Unprintable


class Line(NamedTuple):
    """One HTTP request. `more` are the keys that not every line has."""

    rung: int
    path: str
    body: object
    rows: Sequence[int]
    more: Mapping[str, object]

    @property
    def text(self) -> str:
        """The line as it is written, without its line end."""
        known = {"rung": self.rung, "path": self.path, "body": self.body, "rows": self.rows}
        return compact({**known, **self.more})


class Track:
    """A rung in each locale, and what it comes to."""

    def __init__(self, rung: Rung, first: int, job: Job) -> None:
        self.rung, self.count = rung, Count()
        locales, profile = enumerate(rung.fragments, first), job.config.profile
        self.moulds = {
            locale: mould(number, cut(rung, locale, job.message, job.constants(rung, locale)), job.folder, profile)
            for number, locale in locales
        }

    @property
    def personal(self) -> bool:
        """Whether people get different messages."""
        return any(known.cut.grouping for known in self.moulds.values())

    @property
    def each(self) -> tuple[str, ...]:
        """The names of what people are given for themselves."""
        return tuple(dict.fromkeys(name for known in self.moulds.values() for name, _ in known.cut.each))

    def mould_of(self, person: Person) -> Mould:
        """The mould of a person's locale, or of the first."""
        return self.moulds.get(person.locale) or next(iter(self.moulds.values()))


class Lane:
    """Rungs that share requests: one, or several of v1."""

    def __init__(self, tracks: Sequence[Track], job: Job, prover: Prover) -> None:
        self.tracks = tracks
        rung = tracks[0].rung
        several = rung.api.version == "v1" and (len(tracks) > 1 or tracks[0].personal)
        self._waiting = Window(job.cap) if several else Groups(job.cap)
        self.prover, self._message = prover, job.message
        self.stamp = {"stamp": stamped} if (stamped := stamp(rung, job.message.expiry)) else {}
        self.as_array = several

    def strategy(self, track: Track) -> str:
        """How personal texts of a rung go out: the word of plan.json."""
        if self.as_array:
            return "array"
        if track.each:
            return "substitutions"
        return "grouped" if track.personal else "shared"

    def add(self, person: Person) -> Iterator[Line]:
        """Takes a person, and gives the lines that are full."""
        zone = _zone(person, self._message)
        found: list[Sorted] = []
        for track in self.tracks:
            known = track.mould_of(person)
            try:
                sorted_ = known.sort(person, zone)
            except Unprintable as lack:
                raise _unprintable(lack, person, track.rung, self._message) from None
            if sorted_ is None:
                track.count.without_address += 1
            else:
                found.append(Sorted(known, *sorted_))
        return map(self._line, self._waiting.add(found))

    def close(self) -> Iterator[Line]:
        """The lines of those that still wait."""
        return map(self._line, self._waiting.close())

    def _line(self, request: Request) -> Line:
        bodies: list[dict[str, Any]] = []
        for sent in request:
            bodies.append(sent.mould.message(sent.group, sent.places, lift=self.as_array))
            self.prover.prove(sent, bodies[-1])
        for track in self.tracks:
            theirs = [sent for sent in request if sent.mould.cut.rung is track.rung]
            track.count.requests += bool(theirs)
            track.count.people += sum(len(sent.places) for sent in theirs)
        places = [place for sent in request for place in sent.places]
        rung = self.tracks[0].rung
        body = bodies if len(bodies) > 1 else bodies[0]
        return Line(rung.number, rung.api.path, body, [place.row for place in places], {**self.stamp, **zones(places)})


def _zone(person: Person, message: Message) -> str:
    """The zone of a person's quiet hours, where it is their own."""
    quiet = message.quiet
    return str(person.values.get(quiet.zone) or "") if quiet and quiet.zone_is_variable else ""


def _unprintable(lack: Unprintable, person: Person, rung: Rung, message: Message) -> RefusedError:
    known = message.variables.get(lack.name)
    source, span = (known.source, known.statement.line) if known else (rung.source, rung.statement.line)
    return RefusedError((Diagnostic("VAR004", Severity.ERROR, f"{lack} (row {person.row})", source, span),))


class Stage:
    """All rungs of one number; their lines stand in one file."""

    def __init__(self, number: int, lanes: Sequence[Lane]) -> None:
        self.number, self.lanes = number, lanes

    def add(self, person: Person) -> Iterator[Line]:
        """Takes a person, and gives the lines that are full."""
        for lane in self.lanes:
            yield from lane.add(person)

    def close(self) -> Iterator[Line]:
        """The lines of those that still wait."""
        for lane in self.lanes:
            yield from lane.close()


def stages(job: Job) -> tuple[Stage, ...]:
    """The message's rungs, ready for people. A rung that the API carries out inside another has no stage."""
    prover, first, made = Prover(job.folder), 0, []
    sent = (rung for rung in job.message.rungs if not rung.native)
    for number, rungs in groupby(sent, lambda rung: rung.number):
        tracks = []
        for rung in rungs:
            tracks.append(Track(rung, first, job))
            first += len(rung.fragments)
        together = [track for track in tracks if track.rung.api.version == "v1"]
        alone = [[track] for track in tracks if track.rung.api.version != "v1"]
        made.append(Stage(number, [Lane(lane, job, prover) for lane in ([together] if together else []) + alone]))
    return tuple(made)
