"""Cuts the power of a sender, or lets its disk fail: does the next sender lose anybody, or send to anybody twice?

`python tests/submit/power.py --cuts 100000 --seed 1` prints the result. The sender is the product's own machine and
journal, on a disk in memory; `--guard` breaks it on purpose, and must be noticed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, deque
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.submit.disk import FAULTS, Connection, Disk

from sendspec.submit.breaker import Breaker
from sendspec.submit.journal import Holder, Intent, Journal, JournalError, Person, State
from sendspec.submit.limiter import Limiter
from sendspec.submit.machine import (
    Batch,
    End,
    Event,
    Fetch,
    Finished,
    Machine,
    Offered,
    Post,
    Rules,
    Save,
    Saved,
    Sleep,
    Woken,
)
from sendspec.submit.outcome import UNSENT, Decision, Phase, Verdict

GUARDS = ("synchronous = NORMAL", "the request leaves before its intent is on disk")
PATH, LINES, EACH, WIDTH = Path("/j"), 4, 2, 2
#: What the network says: mostly yes.
ANSWERS = (*[Decision.ACCEPTED] * 8, Decision.THROTTLED, Decision.UNREACHED, Decision.UNKNOWN, Decision.REFUSED)


class Result(NamedTuple):
    """What was found after so many faults."""

    cuts: int = 0
    stopped: int = 0
    lost: int = 0
    double: int = 0
    forgotten: int = 0
    unknown: int = 0
    too_unknown: int = 0

    def plus(self, other: Result) -> Result:
        return Result(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


class Loose(Journal):
    """A journal that does not wait for the disk."""

    def _set_up(self) -> None:
        self._all("PRAGMA journal_mode = WAL")
        self._all("PRAGMA synchronous = NORMAL")


def opened(disk: Disk, guard: str | None) -> Journal:
    kind = Loose if guard == GUARDS[0] else Journal
    return kind(PATH, lambda path: Connection(disk, path))


def fresh() -> dict[str, bytes]:
    """The files of a journal with which nothing was sent yet."""
    disk = Disk()
    journal = Journal(PATH, lambda path: Connection(disk, path))
    journal.make({"plan": "p"})
    return {name: bytes(file.now) for name, file in disk.files.items()}


class Sender:
    """One run on a disk, in virtual time, until it ends or the journal fails."""

    def __init__(self, disk: Disk, chance: random.Random, guard: str | None, world: World) -> None:
        self.journal, self.chance, self.guard, self.world = opened(disk, guard), chance, guard, world
        self.now = 0.0
        self.acknowledged: dict[int, State] = {}

    def run(self, token: str) -> bool:
        """Whether it came to its end."""
        try:
            self.journal.lease(Holder(token, "here", 1), 1.0)
            left = deque(batch for line in range(LINES) if (batch := self._batch(line)))
            rules, last = Rules(WIDTH, LINES * EACH, 1.0), self.journal.last_number()
            machine = Machine(rules, Limiter(-10.0, 1000), Breaker(), last)
            events: deque[Event] = deque([Woken()])
            pause = 0.0
            while True:
                if not events:
                    self.now += max(pause, 0.01)
                    events.append(Woken())
                for effect in machine.step(events.popleft(), self.now, 1.0):
                    match effect:
                        case End():
                            return True
                        case Sleep(seconds=seconds):
                            pause = seconds
                        case Fetch(stale=Batch() as batch):
                            events.append(Offered(batch._replace(until=None), stale=True))
                        case Fetch():
                            events.append(Offered(left.popleft() if left else None))
                        case Save():
                            self._save(effect)
                            events.append(Saved())
                        case Post(number=number, batch=batch):
                            events.append(self.world.post(number, batch, self.guard != GUARDS[1]))
        except JournalError:
            return False

    def _batch(self, line: int) -> Batch | None:
        known = self.journal.states(1, line)
        free = tuple(place for place in range(EACH) if known.get(place, State.UNSENT) is State.UNSENT)
        return Batch(1, line, free, "sms") if free else None

    def _save(self, save: Save) -> None:
        intents = [
            Intent(number, 1, line, [Person(place, line * EACH + place, b"t" * 16) for place in places])
            for number, (_, line, places, _, _) in save.intents
        ]
        if self.guard == GUARDS[1]:
            for _, batch in save.intents:
                self.world.take(batch)
        self.journal.write(1.0, save.ended, intents)
        for end in save.ended:  # in the order of the commit: who is unsent may be claimed in the same one
            line = self.world.batches[end.number].line
            self.acknowledged |= {line * EACH + result.place: result.state for result in end.results}
        for number, batch in save.intents:
            self.world.batches[number] = batch
            self.acknowledged |= {batch.line * EACH + place: State.SENDING for place in batch.places}


class World:
    """The network and the one who judges: how often each person was taken."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.taken = chance, Counter[int]()
        self.batches: dict[int, Batch] = {}
        self.doubtful = 0

    def take(self, batch: Batch) -> None:
        self.taken.update(batch.line * EACH + place for place in batch.places)

    def post(self, number: int, batch: Batch, takes: bool) -> Finished:
        """A request that leaves, and what is said of it."""
        decision = self.chance.choice(ANSWERS)
        if takes and (decision is Decision.ACCEPTED or (decision is Decision.UNKNOWN and self.chance.random() < 0.5)):
            self.take(batch)
        self.doubtful += len(batch.places) if decision is Decision.UNKNOWN else 0
        phase = {Decision.UNREACHED: Phase.NOT_WRITTEN, Decision.UNKNOWN: Phase.WRITTEN}.get(decision, Phase.ANSWERED)
        assert decision not in UNSENT or not takes or decision in (Decision.THROTTLED, Decision.UNREACHED)
        return Finished(number, phase, 200, [Verdict(decision)] * len(batch.places))


def after(state: State) -> set[State]:
    """What may stand where a state was acknowledged: itself, or what a commit that nobody heard of made of it."""
    if state is State.SENDING:
        return set(State)
    return {State.UNSENT, State.SENDING} if state is State.UNSENT else {state}


def cut(seed: int, base: dict[str, bytes], fault: str, guard: str | None) -> Result:
    """One sender whose disk fails, and the next one, on what is left."""
    chance = random.Random(seed)
    world, disk = World(chance), Disk(base)
    first = Sender(disk, chance, guard, world)
    disk.fails(fault, chance.randrange(100))
    ended = first.run("first")
    first.journal.close()

    left = disk.after_a_cut(chance)
    second = Sender(left, chance, guard, world)
    found = {row: state for state in State for _, row, _, _ in second.journal.listed(state)}
    forgotten = sum(found.get(row) not in after(state) for row, state in first.acknowledged.items())
    if not second.run("second"):
        raise AssertionError("the second sender's disk is whole")
    states = {row: state for state in State for _, row, _, _ in second.journal.listed(state)}
    second.journal.close()
    unknown = sum(state is State.UNKNOWN for state in states.values())
    return Result(
        1,
        int(not ended),
        lost=sum(state is State.ACCEPTED and not world.taken[row] for row, state in states.items())
        + sum(row not in states for row in range(LINES * EACH)),
        double=sum(count > 1 for count in world.taken.values()),
        forgotten=forgotten,
        unknown=unknown,
        too_unknown=max(0, unknown - world.doubtful - WIDTH * EACH),
    )


def cuts(number: int, seed: int, guard: str | None = None, fault: str | None = None) -> Result:
    """So many faults, of one kind or of all in turn."""
    base, whole = fresh(), Result()
    for at in range(number):
        whole = whole.plus(cut(seed * 1_000_003 + at, base, fault or FAULTS[at % len(FAULTS)], guard))
    return whole


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--fault", choices=FAULTS)
    parser.add_argument("--guard", choices=GUARDS)
    options = parser.parse_args()
    result = cuts(options.cuts, options.seed, options.guard, options.fault)
    sys.stdout.write(json.dumps({**result._asdict(), "seed": options.seed, "guard": options.guard}) + "\n")
