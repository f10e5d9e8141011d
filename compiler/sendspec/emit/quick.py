"""A lane by column: crowds in, lines out, byte for byte those of `ladder` and `batch`, which have the last word.

Every request is proven as `prove` does it, on its first person and on all who are unusual; the places of the others are
of one form, and their values were each proven by their type. Where anything does not fit, `Unfit` sends the message to
the way that takes people one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from sendspec.audience.crowd import Crowd
from sendspec.audience.header import Plan
from sendspec.emit.batch import MOST_GROUPS, MOST_PEOPLE, Sent
from sendspec.emit.columns import Unfit
from sendspec.emit.failure import RefusedError
from sendspec.emit.job import Job
from sendspec.emit.ladder import Lane, Line, Stage
from sendspec.emit.layout import compact
from sendspec.emit.places import Place, destinations, told
from sendspec.emit.run import Entry, Kin, Run, Sorter, key_of
from sendspec.emit.window import QuickWindow

#: Where the people stand in a body that is written once for many.
MARK = "\0people\0"
#: So many bodies are remembered.
FRAMES = 1024
_NOBODY = Place(0, ())


class Waiting:
    """People of one message who wait for others."""

    __slots__ = ("entries", "rows", "unusual", "zones")

    def __init__(self) -> None:
        self.unusual: list[Place] = []
        self.entries: list[Entry] = []
        self.rows: list[int] = []
        self.zones: list[str] = []

    def add(self, run: Run, start: int, end: int) -> None:
        """Takes some people of a run."""
        self.entries += run.entries[start:end]
        if not run.usual:
            self.unusual += [entry for entry in run.entries[start:end] if isinstance(entry, Place)]
        self.rows += run.rows[start:end]
        self.zones += run.zones[start:end]


class QuickGroups:
    """Shared texts, and v2: `batch.Groups` and `ladder.Lane` in one, for crowds."""

    def __init__(self, lane: Lane, job: Job, plan: Plan) -> None:
        self._track = lane.tracks[0]
        self._cap, self._prover = job.cap, lane.prover
        self._sorter = Sorter(self._track, plan, job.message)
        rung = self._track.rung
        self._version = rung.api.version
        self._start = compact({"rung": rung.number, "path": rung.api.path})[:-1] + ',"body":'
        self._stamp = lane.stamp
        self._open: dict[object, tuple[Kin, Waiting]] = {}
        self._count = 0
        self._frames: dict[object, tuple[str, str]] = {}

    def add(self, crowd: Crowd) -> Iterator[bytes]:
        """Takes people, and gives the lines that are full."""
        run = self._sorter.run(crowd)
        kin = run.alike
        if kin is not None and self._count + self._cap <= MOST_PEOPLE and len(self._open) < MOST_GROUPS:
            yield from self._add_alike(kin, run)
            return
        for at, kin in enumerate(run.kins):
            key = key_of(kin)
            _, waiting = self._open.setdefault(key, (kin, Waiting()))
            waiting.add(run, at, at + 1)
            self._count += 1
            if len(waiting.rows) == self._cap:
                yield self._take(key)
            elif len(self._open) > MOST_GROUPS or self._count > MOST_PEOPLE:
                yield self._take(next(iter(self._open)))

    def _add_alike(self, kin: Kin, run: Run) -> Iterator[bytes]:
        """People of one message: a slice of them for each request."""
        done, key = 0, key_of(kin)
        while done < len(run.rows):
            _, waiting = self._open.setdefault(key, (kin, Waiting()))
            end = min(len(run.rows), done + self._cap - len(waiting.rows))
            waiting.add(run, done, end)
            self._count += end - done
            done = end
            if len(waiting.rows) == self._cap:
                yield self._take(key)

    def close(self) -> Iterator[bytes]:
        """The lines of those who still wait, in the order in which they were opened."""
        for key in tuple(self._open):
            yield self._take(key)

    def _take(self, key: object) -> bytes:
        kin, waiting = self._open.pop(key)
        self._count -= len(waiting.rows)
        self._track.count.requests += 1
        self._track.count.people += len(waiting.rows)
        people, lacking = self._people(kin, waiting.entries, waiting.unusual)
        head, tail = self._frame(kin, lacking)
        said = compact({**self._stamp, **told(waiting.zones)})[1:-1]
        rows, more = ",".join(map(str, waiting.rows)), said and f",{said}"
        return f'{self._start}{head}[{people}]{tail},"rows":[{rows}]{more}}}\n'.encode()

    def _people(self, kin: Kin, entries: Sequence[Entry], unusual: Sequence[Place]) -> tuple[str, frozenset[str]]:
        """The objects of people, and the defaults that some of them leave to the message."""
        mould, group = kin
        cutter = self._sorter.cutters[mould.cut.locale]
        first = entries[0]
        sample = [_place(first, cutter.key)] if isinstance(first, str) else []
        places = [*sample, *unusual]
        try:
            self._prover.prove(Sent(mould, group, places), mould.message(group, places))
        except RefusedError:
            raise Unfit from None
        lacking = frozenset(
            name for name in mould.cut.defaults for place in unusual if name not in dict(place.substitutions)
        )
        if not cutter.own:
            return self._addresses(entries, cutter.key), lacking
        if not unusual:
            return ",".join(entries), lacking  # type: ignore[arg-type]  # all of them are JSON
        return ",".join(self._objects(entries)), lacking

    def _objects(self, entries: Sequence[Entry]) -> Iterator[str]:
        """People who have something of their own: only unusual ones that are neighbours can share an object."""
        for unusual, some in groupby(entries, lambda entry: isinstance(entry, Place)):
            neighbours = list(some)
            if unusual:
                yield from map(compact, destinations(neighbours, self._version))  # type: ignore[arg-type]
            else:
                yield from neighbours  # type: ignore[misc]

    def _addresses(self, entries: Sequence[Entry], key: str) -> str:
        """People who have nothing of their own stand in one object."""
        if all(isinstance(entry, str) for entry in entries):
            return f'{{"{key}":[{",".join(entries)}]}}'  # type: ignore[arg-type]  # all of them are JSON
        places = [entry if isinstance(entry, Place) else Place(0, ((key, json.loads(entry)),)) for entry in entries]
        return compact(destinations(places, self._version))[1:-1]

    def _frame(self, kin: Kin, lacking: frozenset[str]) -> tuple[str, str]:
        """A body before and after its people; remembered."""
        key = key_of(kin), lacking
        if key not in self._frames:
            if len(self._frames) >= FRAMES:
                self._frames.clear()
            self._frames[key] = self._framed(kin, lacking)
        return self._frames[key]

    def _framed(self, kin: Kin, lacking: frozenset[str]) -> tuple[str, str]:
        mould, group = kin
        given = tuple((name, "-") for name, _ in mould.cut.each if name not in lacking)
        body = mould.message(group, [Place(0, ((self._sorter.cutters[mould.cut.locale].key, "-"),), None, given)])
        place = "destination" if self._version == "v1" else "to"
        if place not in body:
            raise Unfit
        said = compact({**body, place: MARK}).split(compact(MARK))
        if len(said) != 2:
            raise Unfit
        return said[0], said[1]


class ByPerson:
    """A stage that takes crowds one by one: several lanes, or what has no form by column."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def add(self, crowd: Crowd) -> Iterator[bytes]:
        """Takes people, and gives the lines that are full."""
        for person in crowd.people():
            yield from self._lines(self._stage.add(person))

    def close(self) -> Iterator[bytes]:
        """The lines of those who still wait."""
        return self._lines(self._stage.close())

    def _lines(self, lines: Iterator[Line]) -> Iterator[bytes]:
        try:
            for line in lines:
                yield f"{line.text}\n".encode()
        except RefusedError:
            raise Unfit from None


#: What takes crowds.
Quick = QuickGroups | QuickWindow | ByPerson


def quick(job: Job, made: Sequence[Stage]) -> dict[int, Quick]:
    """What takes crowds, by the number of the stage. Raises Unfit where no stage is any better for it."""
    found = {stage.number: _lane(job, stage) for stage in made}
    if all(isinstance(lane, ByPerson) for lane in found.values()):
        raise Unfit
    return found


def _lane(job: Job, stage: Stage) -> Quick:
    assert job.plan is not None
    try:
        if len(stage.lanes) == 1 and len(stage.lanes[0].tracks) == 1:
            lane = stage.lanes[0]
            return (QuickWindow if lane.as_array else QuickGroups)(lane, job, job.plan)
    except Unfit:
        pass
    return ByPerson(stage)


def _place(entry: str, key: str) -> Place:
    """The place that a piece of JSON says: an object, or an address of the one kind."""
    said = json.loads(entry)
    if isinstance(said, str):
        return Place(0, ((key, said),))
    given = said.pop("substitutions", {})
    correlation = said.pop("correlationid", said.pop("correlationId", None))
    return Place(0, tuple((name, found[0]) for name, found in said.items()), correlation, tuple(given.items()))
