"""Simulated campaigns in virtual time: the product's machine, limiter, breaker, outcomes and ladder, and everything
around them that fails.

`python tests/submit/simulation.py --campaigns 1000000 --seed 1` prints faults, lost, double and its seed. `--guard`
breaks the product on purpose, and must be noticed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import heappop, heappush
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.submit.simulation_world import (
    CHANNELS,
    EPOCH,
    KEY,
    ZONES,
    MemoryJournal,
    MemoryStore,
    Server,
    compiled,
    reached,
)

from sendspec.submit import journal, ladder_source, limiter, machine, outcome, source
from sendspec.submit.breaker import Breaker
from sendspec.submit.journal import State
from sendspec.submit.ladder import End, following, read_ladder
from sendspec.submit.ladder_facts import Facts
from sendspec.submit.ladder_people import People
from sendspec.submit.ladder_source import LadderSource
from sendspec.submit.machine import Fetch, Finished, Halt, Machine, Post, Rules, Save, Saved, Sleep, Woken
from sendspec.submit.parcel import Parcel
from sendspec.submit.quiet import Quiet
from sendspec.submit.receipt import Receipt
from sendspec.submit.receipt_store import GAP
from sendspec.submit.source import Source, identity, tracer

#: The receipts that a message may have: code, state, and the least time until it comes.
RECEIPTS = (
    (("7501", "submitted", 0.2), ("7500", "delivered", 2.0)), (("7500", "delivered", 1.0), ("7501", "submitted", 4.0)),
    (("7501", "submitted", 0.5), ("7871", "failed", 5.0)), (("7871", "failed", 0.01),), (("7501", "submitted", 1.0),),
    (("7500", "delivered", 90.0),), (("7871", "failed", 100.0),), (("7871", "failed", 3.0), ("7500", "delivered", 6.0)),
    (("7500", "delivered", 3.0), ("7871", "failed", 6.0)), (("7999", "unclear", 2.0),), (),
)  # fmt: skip
#: What may happen to a sender between two steps, and to who listens.
TROUBLES = (
    "killed before the commit", "killed after the commit", "killed before the post", "killed after the post",
    "killed at any time", "stopped for a while", "the clock goes back", "a second sender", "the disk is full",
    "asked to stop", "nobody listens", "a receipt twice", "a receipt of another sending",
)  # fmt: skip
#: A campaign has come to its end long before; one that has not is told as unended.
LONGEST = 4 * 3600.0


class BrokenError(Exception):
    """An invariant that does not hold."""


class KilledError(Exception):
    """The sender's process is gone."""


class Campaign:
    """One campaign, from the first start to the last."""

    def __init__(self, seed: int, journal: MemoryJournal | None = None, store: MemoryStore | None = None) -> None:
        self.chance = chance = Random(seed)
        self.journal, self.store = journal or MemoryJournal(), store or MemoryStore()
        self.troubles: Counter[str] = Counter()
        self.calm = False
        self.stopped = 0.0  # so long a process may have stood still between an intent and its request
        self.now, self.order = 0.0, count()
        self.events: list[tuple[float, int, Callable[[], None]]] = []
        self.server = Server(chance, chance.choice((0.0, 0.05, 0.2, 0.5)))
        self.trouble = chance.choice((0.0, 0.002, 0.01))
        self.tps, self.skew = chance.randint(2, 12), chance.uniform(-2, 2)
        self.people = chance.randint(1, 9)
        self._plan()
        self.up, self.since, self.until = True, 0.0, 0.0
        self.ids: dict[str, tuple[int, int]] = {}
        self.waits: dict[tuple[int, int], float] = {}
        self.begun: dict[tuple[int, int], float] = {}
        self._later(0.0, self._beat)

    def _plan(self) -> None:
        chance = self.chance
        rungs: list[tuple[str, list[int], dict[str, Any] | None]] = []
        for at in range(chance.randint(1, 3)):
            wait = chance.choice((None, 10, 60))
            unless = chance.choice(("submitted", "delivered", "read")) if wait else None
            trigger = {"on": "failed", "after_seconds": wait, "unless": unless} if at else None
            people = [row for row in range(self.people) if not at or chance.random() < 0.9] or [0]
            rungs.append((CHANNELS[at], people, trigger))
        self.hours = chance.random() < 0.15
        ahead = chance.choice((0, 9, -5)) * 3600  # whose quiet hours are now: those of UTC, of Tokyo or of Lima
        start = _clock(EPOCH + ahead + chance.randint(-600, 600))
        end = _clock(EPOCH + ahead + chance.randint(900, 1500))
        quiet = Quiet(start, end, chance.choice(("UTC", None, None)), chance.random() < 0.3) if self.hours else None
        self.expires = chance.choice((None, None, 30, 300))
        expires = {"after_seconds": self.expires} if self.expires else None
        self.compiled, self.lines = compiled(rungs, chance.randint(1, 4), quiet=quiet, expires=expires)
        self.ladder = read_ladder(self.compiled.told["rungs"], expires)
        self.triggers = {number: trigger or {} for number, (_, _, trigger) in enumerate(rungs, 1)}

    def _later(self, seconds: float, work: Callable[[], None]) -> None:
        heappush(self.events, (self.now + seconds, next(self.order), work))

    def happens(self, what: str) -> bool:
        """Whether some trouble comes now."""
        if self.calm or self.chance.random() >= self.trouble:
            return False
        self.troubles[what] += 1
        return True

    # --- the listener -----------------------------------------------------------------------------------

    def _beat(self) -> None:
        if self.happens("nobody listens"):
            self.up = False
            self._later(self.chance.choice((30.0, 100.0, 400.0)), self._back)
        else:
            self.store.listen(EPOCH + self.since, EPOCH + self.now)
            self.until = self.now
            self._later(5.0, self._beat)

    def _back(self) -> None:
        self.up = True
        self.since = self.since if self.now - self.until <= GAP else self.now
        self._beat()

    def _told(self, receipt: Receipt, tries: int = 0) -> None:
        """A receipt comes; when nobody listens, the API tries three times more."""
        if not self.up:
            if tries < 3:
                self._later(60.0, lambda: self._told(receipt, tries + 1))
            return
        self.store.add([receipt])
        if self.happens("a receipt twice"):
            self._later(self.chance.uniform(0, 200), lambda: self._told(receipt))
        if self.happens("a receipt of another sending"):
            self.store.add([receipt._replace(id="somebody")])

    # --- the server -------------------------------------------------------------------------------------

    def post(self, post: Post, parcel: Parcel, done: Callable[[Finished], None]) -> None:
        """A request arrives at the server, which judges it."""
        rung, line = post.batch.rung, post.batch.line
        rows = [self.lines[rung].line(line).rows[place] for place in post.batch.places]
        self._lawful(rung, rows)
        answer, delay, ids = self.server.post(self.now, parcel, rung, rows)
        if (twice := [at for at, times in self.server.taken.items() if times > 1]) != []:
            raise BrokenError(f"double: {twice}")
        for id in ids:
            self.begun[self.ids[id]] = self.now
            for code, state, after in self.chance.choice(RECEIPTS):
                receipt = Receipt(id, CHANNELS[rung - 1], code, state, None, "", False)
                self._later(after * self.chance.uniform(1, 2), lambda receipt=receipt: self._told(receipt))  # type: ignore[misc]
        verdicts = outcome.outcome(answer.phase, answer.status, answer.body, parcel.asked)
        flat = [verdict for message in verdicts for verdict in message]
        finished = Finished(post.number, answer.phase, answer.status, flat, answer.retry_after)
        self._later(delay, lambda: done(finished))

    def _lawful(self, rung: int, rows: list[int]) -> None:
        """What the judge knows by itself: an intent is on disk, somebody's turn has come, and it is not too late."""
        wall = EPOCH + self.now + self.skew
        for row in rows:
            states = [entry.state for at, entry in self.journal.entries.items() if at[0] == rung and entry.row == row]
            if states != [State.SENDING]:
                raise BrokenError(f"no intent on disk: {states}")
            first = min(
                (at for (number, who), at in self.begun.items() if who == row and number < rung), default=self.now
            )
            if self.expires is not None and self.now > first + self.expires + 1 + self.stopped:
                raise BrokenError("started after the expiry")
            self._turn(rung, row)
            self.waits[rung, row] = self.now
            self._awake(row, wall)
        window = sum(number for at, number in self.server.arrived if at > self.now - 1) + len(rows)
        if window > self.tps:
            raise BrokenError(f"{window} in a second; the limit is {self.tps}")

    def _awake(self, row: int, wall: float) -> None:
        """By the judge's own reckoning: zones without summer time, so many hours from UTC."""
        quiet = self.compiled.quiet
        if quiet is None:
            return
        zone = quiet.zone or ZONES[row % len(ZONES)]
        ahead = {"UTC": 0, "Asia/Tokyo": 9, "America/Lima": -5}[zone] * 3600
        for moment in (wall, wall - 1 - self.stopped):
            clock = _clock(moment + ahead)
            over_night = quiet.start > quiet.end
            inside = quiet.start <= clock < quiet.end
            if not (inside or (over_night and (clock >= quiet.start or clock < quiet.end))):
                return
        raise BrokenError("sent in quiet hours")

    def _turn(self, rung: int, row: int) -> None:
        before = max((number for number, who in self.waits if who == row and number < rung), default=None)
        if any(number > rung for number, who in self.waits if who == row):
            raise BrokenError("somebody goes back")
        if before is None:
            return
        told = [kept for id, at in self.ids.items() if at == (before, row) for kept in self.store.of(tracer(KEY)(id))]
        failed = (before, row) in self.server.refused or any(kept.state == "failed" for kept in told)
        steps = [number for number in self.triggers if number > before]
        wait = self.triggers[steps[0]].get("after_seconds")
        if not failed and (wait is None or self.now < self.waits[before, row] + wait - 0.5 - self.stopped):
            raise BrokenError(f"rung {rung} was not due")

    # --- the sender -------------------------------------------------------------------------------------

    def run(self) -> str | None:
        """One process of the sender, until it ends or dies. Gives the reason of a stop; raises KilledError."""
        return Sender(self).run()

    def whole(self) -> dict[str, Any]:
        """The campaign: senders come and go; at last calm ones, until nobody is left."""
        runs = 0
        while self.now < LONGEST:
            runs += 1
            self.calm = runs > 12
            if self.calm:
                self.server.rate = 0.0
            try:
                reason = self.run()
            except KilledError:
                reason = "killed"
            if reason is None:
                self._proven()
            if reason is None and self.calm:
                break
            self._settle(self.chance.choice((0.0, 1.0, 30.0, 200.0)))
        else:
            raise BrokenError("unended")
        return self._judge()

    def _settle(self, seconds: float) -> None:
        """Time passes without a sender."""
        until = self.now + seconds
        while self.events and self.events[0][0] <= until:
            self.now, _, work = heappop(self.events)
            work()
        self.now = until

    def _proven(self) -> None:
        doubted = [entry for entry in self.journal.entries.values() if entry.state is State.UNKNOWN]
        if any(self.store.of(entry.trace) for entry in doubted):
            raise BrokenError("a receipt has settled nothing")

    def _judge(self) -> dict[str, Any]:
        """What it came to: everybody is taken, refused, closed or in doubt, and has one end."""
        lost = 0
        entries = self.journal.entries
        for row in {row for line in self.lines[1].each() for row in line.rows}:
            mine = [(at[0], entry.state) for at, entry in entries.items() if entry.row == row]
            if not mine:
                lost += 1
            for rung, state in mine:
                if state in (State.SENDING, State.UNSENT):
                    lost += 1
                if state is State.ACCEPTED and (rung, row) not in self.server.taken:
                    raise BrokenError("accepted, and the server never took it")
        sender = Sender(self)
        ends = sender.source.ends(EPOCH + self.now + self.skew)
        if lost or ends.total() != len({entry.row for entry in entries.values()}):
            raise BrokenError(f"lost: {lost}")
        unknown = sum(entry.state is State.UNKNOWN for entry in entries.values())
        self._proven()
        return {"ends": ends, "unknown": unknown, "reached": reached(self.store.kept)}


class Sender:
    """A process that sends: the product's machine and sources over the campaign's journal."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        campaign.journal.lease(self)
        self.jumped = campaign.chance.uniform(0, 1000)
        self.waking: int | None = None
        self.parcels: dict[int, Parcel] = {}
        self.ready: list[machine.Event] = [Woken()]
        self.ended: list[str | None] = []
        ids, made = identity(KEY, "run"), limiter.Limiter(self.clock(), campaign.tps)
        lines: Any = campaign.lines
        people = People(lines)
        journal_: Any = campaign.journal
        store: Any = campaign.store
        facts = Facts(campaign.compiled, lines, people, journal_, store, KEY)
        sources = {
            rung.number: Source(
                campaign.compiled, rung, lines[rung.number], journal_, ids, tracer(KEY), made.largest
            )
            for rung in campaign.compiled.rungs
        }  # fmt: skip
        self.source = LadderSource(campaign.ladder, sources, people, facts, journal_, store, patience=60.0)
        rules = Rules(campaign.chance.randint(1, 3), campaign.people, 1.0)
        self.machine = Machine(rules, made, Breaker(), campaign.journal.last_number())

    def clock(self) -> float:
        """Seconds on a clock of its own."""
        return self.campaign.now + self.jumped

    def wall(self) -> float:
        """Seconds since 1970, a little wrong."""
        return EPOCH + self.campaign.now + self.campaign.skew

    def run(self) -> str | None:
        """Until it ends."""
        campaign = self.campaign
        while not self.ended:
            while self.ready and not self.ended:
                self._step(self.ready.pop(0))
            if self.ended:
                break
            if not campaign.events:
                raise BrokenError("nothing happens any more")
            if campaign.now > LONGEST:
                raise BrokenError("unended")
            campaign.now, _, work = heappop(campaign.events)
            work()
            self._troubles()
        return self.ended[0]

    def _troubles(self) -> None:
        campaign = self.campaign
        if campaign.happens("killed at any time"):
            self._die()
        if campaign.happens("stopped for a while"):
            seconds = campaign.chance.choice((0.5, 3.0, 50.0))
            campaign.stopped = max(campaign.stopped, seconds)
            campaign._settle(seconds)
        if campaign.happens("the clock goes back"):
            self.jumped -= campaign.chance.uniform(0, 3)
        if campaign.happens("asked to stop"):
            self.ready.append(Halt("it was asked to stop"))
        if campaign.happens("a second sender"):
            campaign.journal.lease("another")
            self._die()

    def _die(self) -> None:
        self.ended.append("dead")
        raise KilledError

    def _alive(self, event: machine.Event) -> None:
        if not self.ended:
            self.ready.append(event)

    def _step(self, event: machine.Event) -> None:
        for effect in self.machine.step(event, self.clock(), self.wall()):
            match effect:
                case Fetch(stale=None):
                    self.ready.append(self.source.offer(self.clock(), self.wall()))
                case Fetch(stale=batch):
                    assert batch is not None
                    self.ready.append(self.source.again(batch, self.wall()))
                case Save():
                    self._save(effect)
                case Post():
                    self._post(effect)
                case Sleep(seconds=seconds):
                    self._sleep(seconds)
                case machine.End(reason=reason):
                    self.ended.append(reason)

    def _sleep(self, seconds: float) -> None:
        mark = self.waking = next(self.campaign.order)
        self.campaign._later(min(seconds, 3600.0), lambda: self._alive(Woken()) if self.waking == mark else None)

    def _save(self, save: Save) -> None:
        campaign = self.campaign
        intents = []
        for number, batch in save.intents:
            self.parcels[number], intent = self.source.pack(batch, number, self.wall())
            intents.append(intent)
            for places, ids in zip(self.parcels[number].places, self.parcels[number].asked, strict=True):
                for place, id in zip(places, ids, strict=True):
                    campaign.ids[id] = (batch.rung, campaign.lines[batch.rung].line(batch.line).rows[place])
        if campaign.happens("killed before the commit"):
            self._die()
        if campaign.happens("the disk is full"):
            self._die()
        campaign.journal.write(self.wall(), save.ended, intents)
        if campaign.happens("killed after the commit"):
            self._die()
        campaign._later(campaign.chance.uniform(0.001, 0.02), lambda: self._alive(Saved()))

    def _post(self, post: Post) -> None:
        campaign = self.campaign
        if campaign.happens("killed before the post"):
            self._die()
        campaign.post(post, self.parcels.pop(post.number), self._alive)
        if campaign.happens("killed after the post"):
            self._die()


def _clock(wall: float) -> dt.time:
    return dt.datetime.fromtimestamp(wall, dt.UTC).time().replace(microsecond=0)


# --- guards: the product broken on purpose --------------------------------------------------------------


def _impatient(ladder: Any, reachable: Any, tried: Any, now: float, heard: Any) -> Any:
    return following(ladder, reachable, tried, now + 50, lambda at: 1e12)


@contextmanager
def _patched(where: Any, name: str, broken: Any) -> Iterator[None]:
    before = getattr(where, name)
    setattr(where, name, broken)
    try:
        yield
    finally:
        setattr(where, name, before)


def _resent(self: MemoryJournal, holder: object) -> None:
    self.holder = holder
    for row in self.entries.values():
        if row.state is State.SENDING:
            row.state = State.UNSENT


def _forgets(ladder: Any, reachable: Any, tried: Any, now: float, heard: Any) -> Any:
    """Decides by the first rung alone: a late failure there moves somebody on again."""
    return following(ladder, reachable, dict(list(tried.items())[:1]), now, heard)


GUARDS: dict[str, Callable[[], Any]] = {
    "a lost outcome is sent again": lambda: _patched(MemoryJournal, "lease", _resent),
    "a doubtful answer is tried again": lambda: _patched(
        outcome, "_CODES", {**outcome._CODES, "7006": outcome.Decision.THROTTLED}
    ),
    "a broken connection is tried again": lambda: _patched(
        machine, "_STATES", {**machine._STATES, outcome.Decision.UNKNOWN: State.UNSENT}
    ),
    "the ledger of the last second is left out": lambda: _patched(limiter, "WINDOW", 0.0),
    "silence counts though nobody listened and none was due": lambda: _patched(
        ladder_source, "following", _impatient
    ),
    "a late failure moves somebody on again": lambda: _patched(ladder_source, "following", _forgets),
    "quiet hours are forgotten": lambda: _patched(source.Source, "_awake", lambda _, line, places, at: (places, None)),
    "receipts settle nothing": lambda: _patched(ladder_source, "settle", lambda *given: 0),
    "who is unsent is left": lambda: _patched(source, "CLAIMABLE", frozenset()),
}  # fmt: skip


class Result(NamedTuple):
    """What many campaigns came to."""

    campaigns: int
    seed: int
    faults: dict[str, int]
    lost: int
    double: int
    other: list[str]
    ends: dict[str, int]
    unknown: int
    seconds: float


def simulate(campaigns: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Runs campaigns. What goes wrong is told with the seed of the campaign."""
    began = time.perf_counter()
    faults: Counter[str] = Counter()
    ends: Counter[End] = Counter()
    wrong: list[str] = []
    unknown = 0
    for number in range(campaigns):
        made = Campaign(seed * 10_000_000 + number)
        try:
            told = made.whole()
            ends += told["ends"]
            unknown += told["unknown"]
        except (BrokenError, journal.JournalError) as error:
            wrong.append(f"{seed * 10_000_000 + number}: {error}")
            if until_wrong:
                break
        faults += made.server.faults + made.troubles
    double = sum("double" in each or "twice" in each for each in wrong)
    lost = sum("lost" in each or "unended" in each for each in wrong)
    return Result(
        campaigns, seed, dict(sorted(faults.items())), lost, double, wrong[:20],
        {end.value: number for end, number in ends.items()}, unknown, round(time.perf_counter() - began, 1),
    )  # fmt: skip


def main() -> None:
    """The command line."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--campaigns", type=int, default=1000)
    read.add_argument("--seed", type=int, default=1)
    read.add_argument("--guard", choices=sorted(GUARDS))
    given = read.parse_args()
    if given.guard is None:
        result = simulate(given.campaigns, given.seed)
    else:
        with GUARDS[given.guard]():
            result = simulate(given.campaigns, given.seed)
    sys.stdout.write(json.dumps(result._asdict(), indent=1, ensure_ascii=False) + "\n")
    raise SystemExit(bool(result.other))


if __name__ == "__main__":
    main()
