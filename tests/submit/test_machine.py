"""The machine in a world of faults: nothing leaves before its intent is saved, and nobody is sent to twice."""

from __future__ import annotations

import heapq
import itertools
import random
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.submit.breaker import Breaker
from sendspec.submit.journal import State
from sendspec.submit.limiter import Limiter
from sendspec.submit.machine import (
    Batch,
    End,
    Event,
    Fetch,
    Finished,
    Halt,
    Left,
    Machine,
    Offered,
    Post,
    Rules,
    Save,
    Saved,
    Sleep,
    Woken,
)  # fmt: skip
from sendspec.submit.outcome import DOUBTFUL, UNSENT, Decision, Phase, Verdict

PHASES = {Decision.UNREACHED: Phase.NOT_WRITTEN, Decision.UNKNOWN: Phase.WRITTEN}
Answers = Callable[[Batch], list[Decision]]


class World:
    """Disk, network and clock of a machine, in virtual time. It judges every effect."""

    def __init__(self, batches: list[Batch], answers: Answers, rules: Rules, seed: int = 0) -> None:
        self.machine = Machine(rules, Limiter(0.0, 100), Breaker())
        self.left, self.answers, self.random = list(batches), answers, random.Random(seed)
        self.rules, self.now, self.order = rules, 0.0, itertools.count()
        self.events: list[tuple[float, int, Event]] = []
        self.state: dict[int, State] = {}
        self.saved: dict[int, Batch] = {}
        self.posted: list[tuple[float, Batch]] = []
        self.tried: Counter[Decision] = Counter()
        self.reason: str | None = None

    def later(self, seconds: float, event: Event) -> None:
        heapq.heappush(self.events, (self.now + seconds, next(self.order), event))

    def run(self) -> World:
        """Until the machine ends."""
        self.later(0, Woken())
        for _ in range(100_000):
            assert self.events, "the machine waits for nothing"
            self.now, _, event = heapq.heappop(self.events)
            for effect in self.machine.step(event, self.now, self.now):
                if isinstance(effect, End):
                    assert self.machine.under_way == 0
                    self.reason = effect.reason
                    return self
                self.carry_out(effect)
        raise AssertionError("the machine does not end")

    def carry_out(self, effect: Fetch | Save | Post | Sleep) -> None:
        match effect:
            case Fetch(stale=None):
                self.later(0, Offered(self.left.pop(0) if self.left else None))
            case Fetch(stale=batch):
                assert batch is not None
                self.left.insert(0, batch._replace(until=None))
                self.later(0, Offered(None, stale=True))
            case Sleep(seconds=seconds):
                assert seconds > 0
                self.later(seconds, Woken())
            case Save(ended=ended, intents=intents):
                for end in ended:
                    for result in end.results:
                        assert self.state[result.place] is State.SENDING
                        self.state[result.place] = result.state
                    del self.saved[end.number]
                for number, batch in intents:
                    for place in batch.places:
                        assert self.state.get(place, State.UNSENT) is State.UNSENT, "somebody is sent to twice"
                        self.state[place] = State.SENDING
                    self.saved[number] = batch
                self.later(self.random.random() / 50, Saved())
            case Post(number=number, batch=batch):
                assert self.saved[number] == batch, "it leaves before its intent is on disk"
                self.posted.append((self.now, batch))
                decisions = self.answers(batch)
                self.tried.update(set(decisions))
                phase = PHASES.get(decisions[0], Phase.ANSWERED)
                verdicts = [Verdict(decision) for decision in decisions]
                self.later(self.random.random(), Finished(number, phase, 200, verdicts))
                assert self.machine.under_way <= self.rules.width


def batches(*sizes: int) -> list[Batch]:
    """Batches of so many people; places are numbered through."""
    starts = itertools.accumulate(sizes, initial=0)
    return [Batch(1, line, tuple(range(at, at + size)), "sms")
            for line, (at, size) in enumerate(zip(starts, sizes, strict=False))]  # fmt: skip


def always(*decisions: Decision) -> Answers:
    """The answers in order, for whole batches; the last for all that follow."""
    said = iter(decisions)
    last = [decisions[-1]]

    def answer(batch: Batch) -> list[Decision]:
        last[0] = next(said, last[0])
        return [last[0]] * len(batch.places)

    return answer


OK = Decision.ACCEPTED
LOOSE = Rules(people=10, max_refused=1.0)


def test_all_are_sent_and_the_run_ends() -> None:
    world = World(batches(10, 20, 30), always(OK), LOOSE).run()
    assert world.reason is None
    assert Counter(world.state.values()) == {State.ACCEPTED: 60}


@pytest.mark.parametrize("decision", [Decision.UNREACHED, Decision.THROTTLED])
def test_what_was_surely_not_taken_is_sent_later(decision: Decision) -> None:
    world = World(batches(10, 10), always(decision, decision, OK), LOOSE).run()
    assert Counter(world.state.values()) == {State.ACCEPTED: 20}
    assert len(world.posted) == 4


@pytest.mark.parametrize("decision", sorted(DOUBTFUL, key=str))
def test_what_is_doubtful_is_never_sent_again(decision: Decision) -> None:
    world = World(batches(10), always(decision, OK), LOOSE).run()
    assert Counter(world.state.values()) == {State.UNKNOWN: 10}
    assert len(world.posted) == 1


@pytest.mark.parametrize(
    ("decision", "posts", "reason"),
    [
        (Decision.FAULT, 1, "request itself is wrong"), (Decision.ACCOUNT, 1, "refused"),
        (Decision.REDIRECTED, 1, "redirection"), (Decision.STRANGE, 3, "not understood"),
        (Decision.UNKNOWN, 6, "in a row is unknown"), (Decision.UNREACHED, 10, "not reached 10 times"),
    ],
)  # fmt: skip
def test_a_run_stops_when_a_person_has_to_look(decision: Decision, posts: int, reason: str) -> None:
    world = World(batches(*[1] * 20), always(decision), LOOSE).run()
    assert len(world.posted) == posts
    assert reason in str(world.reason)


def test_an_api_that_is_not_reached_is_tried_at_longer_and_longer_intervals() -> None:
    world = World(batches(1), always(Decision.UNREACHED), LOOSE).run()
    pauses = [later[0] - sooner[0] for sooner, later in itertools.pairwise(world.posted)]
    assert pauses[:3] == sorted(pauses[:3])
    assert pauses[0] >= 1
    assert pauses[4] >= 15, "the breaker is open"
    assert 300 < world.now < 1200


def test_a_share_of_refused_people_stops_the_run() -> None:
    rules = Rules(people=1000, max_refused=0.01)
    world = World(batches(*[5] * 200), always(Decision.REFUSED), rules).run()
    assert Counter(world.state.values()) == {State.REFUSED: 15}
    assert world.reason == "15 of 1000 people were refused; the bound is 1 %"


def test_only_the_throttled_of_a_request_are_sent_again() -> None:
    said = iter([[OK, Decision.THROTTLED, OK, Decision.THROTTLED]])
    world = World(batches(4), lambda batch: next(said, [OK] * len(batch.places)), LOOSE).run()
    assert [batch.places for _, batch in world.posted] == [(0, 1, 2, 3), (1, 3)]
    assert Counter(world.state.values()) == {State.ACCEPTED: 4}


def test_nothing_starts_after_the_time_that_is_set() -> None:
    rules = Rules(people=10, not_after=3.0)
    world = World(batches(*[100] * 10), always(OK), rules).run()
    assert world.posted[-1][0] < 3.1
    assert "--not-after" in str(world.reason)


def test_whoever_expires_while_waiting_is_offered_anew() -> None:
    late = [batch._replace(until=0.5) for batch in batches(10, 10)]
    world = World(late, always(OK), LOOSE).run()
    assert Counter(world.state.values()) == {State.ACCEPTED: 20}
    assert all(batch.until is None for _, batch in world.posted), "nobody leaves unexamined after the moment"


def test_a_stop_between_intent_and_leaving_lets_nothing_leave() -> None:
    machine = Machine(LOOSE, Limiter(-10.0, 100), Breaker())
    assert machine.step(Woken(), 0.0, 0.0) == (Fetch(),)
    (save,) = machine.step(Offered(batches(10)[0]), 0.0, 0.0)
    assert isinstance(save, Save)
    assert machine.step(Halt("asked"), 0.0, 0.0) == ()
    (save,) = machine.step(Saved(), 0.0, 0.0)
    assert isinstance(save, Save)
    assert {result.state for end in save.ended for result in end.results} == {State.UNSENT}
    assert machine.step(Saved(), 0.0, 0.0) == (End("asked"),)


chosen = st.sampled_from([*[OK] * 12, *Decision])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 100), max_size=25), st.integers(1, 4), st.integers(0, 10**6), st.data())
def test_in_any_world_nobody_is_lost_or_sent_to_twice(
    sizes: list[int], width: int, seed: int, data: st.DataObject
) -> None:
    taken: Counter[int] = Counter()

    def answer(batch: Batch) -> list[Decision]:
        whole = data.draw(chosen)
        alone = whole in PHASES
        said = [whole if alone or each % 3 else data.draw(chosen.filter(lambda one: one not in PHASES))
                for each in range(len(batch.places))]  # fmt: skip
        taken.update(place for place, one in zip(batch.places, said, strict=True) if one not in UNSENT)
        return said

    world = World(batches(*sizes), answer, Rules(width, sum(sizes), 0.5), seed)
    halt = data.draw(st.none() | st.floats(0, 30))
    if halt is not None:
        world.later(halt, Halt("asked"))
    world.run()
    assert max(taken.values(), default=0) <= 1, "whoever may have been reached is not sent to again"
    assert State.SENDING not in world.state.values()
    stopped = world.reason is not None
    assert stopped or len(world.state) == sum(sizes)
    assert stopped or State.UNSENT not in world.state.values()


class Ledger:
    """A limiter that lets everything go, and remembers when it hears that a ticket has left."""

    def __init__(self) -> None:
        self.ticket = 0
        self.heard: list[tuple[float, int]] = []

    def wait(self, now: float, destinations: int, channel: str) -> float:
        self.ticket += 1
        return 0.0

    def left(self, now: float, ticket: int) -> None:
        self.heard.append((now, ticket))

    def slower(self, now: float, retry_after: float | None = None) -> None: ...


def test_the_limiter_hears_when_the_bytes_of_a_request_really_leave() -> None:
    ledger = Ledger()
    machine = Machine(LOOSE, ledger, Breaker())
    machine.step(Woken(), 0.0, 0.0)
    (save,) = machine.step(Offered(batches(10)[0]), 1.0, 0.0)
    assert isinstance(save, Save)
    assert machine.step(Saved(), 1.5, 0.0) == (Post(1, batches(10)[0]),)
    machine.step(Left(1), 1.9, 0.0)
    assert ledger.heard == [(1.5, 1), (1.9, 1)]
    machine.step(Finished(1, Phase.ANSWERED, 200, [Verdict(OK)] * 10), 2.0, 0.0)
    machine.step(Left(1), 2.5, 0.0)
    assert ledger.heard[2:] == [(2.5, 0)], "of a request that has ended no ticket is left"


@pytest.mark.parametrize("decision", [Decision.THROTTLED, Decision.UNREACHED])
def test_whoever_is_tried_again_is_looked_at_anew_first(decision: Decision) -> None:
    machine = Machine(LOOSE, Ledger(), Breaker())
    machine.step(Woken(), 0.0, 9.0)
    machine.step(Offered(batches(10)[0]), 0.0, 9.0)
    machine.step(Saved(), 0.0, 9.0)
    (save,) = machine.step(Finished(1, Phase.ANSWERED, 200, [Verdict(decision)] * 10), 0.0, 9.0)
    assert isinstance(save, Save)
    (fetch,) = machine.step(Saved(), 0.0, 9.0)
    if decision is Decision.UNREACHED:  # its pause is not over: others come first
        assert fetch == Fetch()
        (fetch,) = machine.step(Offered(None), 100.0, 109.0)
    assert isinstance(fetch, Fetch)
    assert fetch.stale is not None
    assert fetch.stale.places == tuple(range(10))
    assert machine.step(Offered(None, stale=True), 100.0, 109.0) == (Fetch(),), "somebody may be held back"
    assert machine.step(Offered(None), 100.0, 109.0) == (End(None),)
