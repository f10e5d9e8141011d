"""A lane of v1 with personal texts, by column: crowds in, lines out, byte for byte those of `batch.Window`.

Each line proves its first, longest and shortest message, and every one that is unusual; the others have their form, and
values that their types have proven.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from sendspec.audience.crowd import Crowd
from sendspec.audience.header import Plan
from sendspec.emit.batch import Sent
from sendspec.emit.columns import Unfit
from sendspec.emit.failure import RefusedError
from sendspec.emit.job import Job
from sendspec.emit.ladder import Lane
from sendspec.emit.layout import compact
from sendspec.emit.messages import MessageCutter
from sendspec.emit.places import Place, told
from sendspec.emit.run import Entry, Kin, Run, Sorter, key_of


class QuickWindow:
    """Up to `cap` people a line; those with equal messages share one of its messages."""

    def __init__(self, lane: Lane, job: Job, plan: Plan) -> None:
        self._track, self._cap, self._prover = lane.tracks[0], job.cap, lane.prover
        self._sorter = Sorter(self._track, plan, job.message, MessageCutter)
        rung = self._track.rung
        self._start = compact({"rung": rung.number, "path": rung.api.path})[:-1] + ',"body":'
        self._stamp = lane.stamp
        self._waiting = Run([], [], [], [])

    def add(self, crowd: Crowd) -> Iterator[bytes]:
        """Takes people, and gives the lines that are full."""
        run = self._waiting.then(self._sorter.run(crowd))
        done = 0
        while len(run.rows) - done > self._cap:
            yield self._line(run.cut(done, done + self._cap))
            done += self._cap
        self._waiting = run.cut(done)

    def close(self) -> Iterator[bytes]:
        """The line of those who still wait."""
        if self._waiting.rows:
            yield self._line(self._waiting)

    def _line(self, run: Run) -> bytes:
        self._track.count.requests += 1
        self._track.count.people += len(run.rows)
        rows: Sequence[int] = run.rows
        zones = run.zones
        if run.usual and run.differ:
            bodies: Sequence[str] = run.entries  # type: ignore[assignment]  # all of them are JSON
            sizes = list(map(len, bodies))
            for at in {0, sizes.index(max(sizes)), sizes.index(min(sizes))}:
                (kin,) = run.cut(at, at + 1).kins
                self._prove(kin, [self._place(kin, bodies[at])])
        else:
            bodies, order = self._shared(run.kins, run.entries)
            rows = [rows[at] for at in order]
            zones = zones and [zones[at] for at in order]
        body = f"[{','.join(bodies)}]" if len(bodies) > 1 else bodies[0]
        said = compact({**self._stamp, **told(zones)})[1:-1]
        more = said and f",{said}"
        return f'{self._start}{body},"rows":[{",".join(map(str, rows))}]{more}}}\n'.encode()

    def _shared(self, kins: Sequence[Kin], entries: Sequence[Entry]) -> tuple[list[str], list[int]]:
        """The messages of a line in which some are shared or unusual, and the people in their order."""
        sorted_: dict[object, list[int]] = {}
        for at, kin in enumerate(kins):
            sorted_.setdefault(key_of(kin), []).append(at)
        bodies: list[str] = []
        for those in sorted_.values():
            kin, entry = kins[those[0]], entries[those[0]]
            places = [self._place(kins[at], entries[at]) for at in those]
            body = self._prove(kin, places)
            bodies.append(entry if len(those) == 1 and isinstance(entry, str) else compact(body))
        return bodies, [at for those in sorted_.values() for at in those]

    def _prove(self, kin: Kin, places: Sequence[Place]) -> Mapping[str, object]:
        """A message, proven."""
        mould, group = kin
        body = mould.message(group, places, lift=True)
        try:
            self._prover.prove(Sent(mould, group, list(places)), body)
        except RefusedError:
            raise Unfit from None
        return body

    def _place(self, kin: Kin, entry: Entry) -> Place:
        """The place of who a message is for."""
        if isinstance(entry, Place):
            return entry
        cutter = self._sorter.cutters[kin[0].cut.locale]
        assert isinstance(cutter, MessageCutter)
        body = json.loads(entry)
        one = body["destination"][0]
        correlation = body.get("correlationid") if cutter.tracked else one.get("correlationid")
        return Place(0, ((cutter.key, one[cutter.key][0]),), correlation, tracked=cutter.tracked)
