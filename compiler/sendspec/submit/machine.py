"""What a sender does next, as a pure machine: events in, effects out. Product and simulations run this same code.

It has no clock, network or disk; `now` is a number of seconds that only grows, `wall` the seconds since 1970. Nothing
leaves before its intent is on disk, and nothing more is claimed before an outcome that is known is on disk too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from sendspec.record import NamedTuple
from sendspec.submit.journal import Ended, Result, State
from sendspec.submit.outcome import DOUBTFUL, Decision, Phase, Verdict

#: Failures to reach the API in a row after which it is given up (the breaker's pauses make that some eight minutes).
UNREACHABLE = 10
#: Strange answers in a run, and doubtful ones in a row, after which a person has to look.
STRANGE, DOUBTS = 3, 6
#: The `until` of a batch that is looked at anew before it goes.
STALE = 0.0
#: The longest pause between two tries to reach the API, in seconds, before the breaker has its say.
PAUSE = 30.0


class Limiter(Protocol):
    """How fast requests may leave."""

    @property
    def ticket(self) -> int: ...
    def wait(self, now: float, destinations: int, channel: str) -> float: ...
    def left(self, now: float, ticket: int) -> None: ...
    def slower(self, now: float, retry_after: float | None = None) -> None: ...


class Breaker(Protocol):
    """Whether requests may leave at all."""

    @property
    def locked(self) -> bool: ...
    def wait(self, now: float) -> float: ...
    def answered(self) -> None: ...
    def unreached(self, now: float) -> None: ...
    def unknown(self, now: float) -> None: ...
    def refused(self) -> None: ...
    def released(self) -> None: ...


class Batch(NamedTuple):
    """People of a line who go in one request. `until`: the moment from which some of them have expired."""

    rung: int
    line: int
    places: tuple[int, ...]
    channel: str
    until: float | None = None


class Offered(NamedTuple):
    """Event: the next batch. None: there is none now; `pause` seconds later there are more, None: never again.

    `stale`: it answers a Fetch of a stale batch, and None says that nobody of it is left.
    """

    batch: Batch | None
    pause: float | None = None
    stale: bool = False


class Saved(NamedTuple):
    """Event: what was to be saved is on disk."""


class Left(NamedTuple):
    """Event: the first bytes of a request leave now, perhaps long after they were let go."""

    number: int


class Finished(NamedTuple):
    """Event: a request has ended, with a verdict for each of its places."""

    number: int
    phase: Phase
    status: int
    verdicts: Sequence[Verdict]
    retry_after: float | None = None


class Woken(NamedTuple):
    """Event: time has passed, or it begins."""


class Halt(NamedTuple):
    """Event: no further claim; what is under way comes to its end."""

    reason: str


class Fetch(NamedTuple):
    """Effect: offer a batch. `stale`: this one again, without who has expired."""

    stale: Batch | None = None


class Save(NamedTuple):
    """Effect: one commit of outcomes and intents. `locked`: the breaker waits for a person."""

    ended: tuple[Ended, ...]
    intents: tuple[tuple[int, Batch], ...]
    locked: bool


class Post(NamedTuple):
    """Effect: the request may leave now. Its intent is on disk."""

    number: int
    batch: Batch


class Sleep(NamedTuple):
    """Effect: wake the machine after so many seconds, unless something happens before."""

    seconds: float


class End(NamedTuple):
    """Effect: nothing is under way any more. `reason`: why people are left; None when none are."""

    reason: str | None


Event = Offered | Saved | Left | Finished | Woken | Halt
Effect = Fetch | Save | Post | Sleep | End


class Rules(NamedTuple):
    """The bounds of a run. `people` is what the share of refused ones is measured by."""

    width: int = 1
    people: int = 0
    max_refused: float = 0.01
    not_after: float | None = None


_STATES = {
    Decision.ACCEPTED: State.ACCEPTED,
    Decision.REFUSED: State.REFUSED,
    **dict.fromkeys(DOUBTFUL, State.UNKNOWN),
}
_STOPS = {
    Decision.FAULT: "the API says that the request itself is wrong ({}): a fault of sendspec or of its settings",
    Decision.ACCOUNT: "the account or its key is refused ({})",
    Decision.REDIRECTED: "the host answers with a redirection ({}), which is never followed",
}


class Machine:
    """A run. `refused` are people who were refused before it."""

    def __init__(self, rules: Rules, limiter: Limiter, breaker: Breaker, last: int = 0, refused: int = 0) -> None:
        self._rules, self._limiter, self._breaker = rules, limiter, breaker
        self._last, self._refused = last, refused
        self._under_way: dict[int, Batch] = {}
        self._tickets: dict[int, int] = {}
        self._again: list[tuple[float, Batch]] = []
        self._hand: Batch | None = None
        self._ended: list[Ended] = []
        self._saving: Save | None = None
        self._fetching = self._over = False
        self._resumes: float | None = None
        self._strange = self._doubts = self._unreached = 0
        self._reason: str | None = None

    @property
    def under_way(self) -> int:
        """How many requests have an intent and no outcome."""
        return len(self._under_way)

    def step(self, event: Event, now: float, wall: float) -> tuple[Effect, ...]:
        """Takes an event, and says what to do."""
        effects: list[Effect] = []
        match event:
            case Offered():
                self._offered(event, now)
            case Saved():
                effects += self._saved(now)
            case Left():
                self._limiter.left(now, self._tickets.get(event.number, 0))
            case Finished():
                self._finished(event, now)
            case Halt():
                self._halt(event.reason)
            case Woken():
                pass
        effects += self._next(now, wall)
        return tuple(effects)

    def _offered(self, event: Offered, now: float) -> None:
        self._fetching = False
        if event.stale:
            self._again += [(now, event.batch)] if event.batch else []
            self._over = False  # somebody of it may be held back, and comes later
            return
        self._hand = event.batch
        if event.batch is None:
            self._over = event.pause is None
            self._resumes = None if event.pause is None else now + event.pause

    def _saved(self, now: float) -> Iterator[Effect]:
        """Intents are on disk: their requests leave. Who was to stop meanwhile lets them not leave at all."""
        saved, self._saving = self._saving, None
        for number, batch in saved.intents if saved else ():
            if self._reason is None:
                self._limiter.left(now, self._tickets[number])
                yield Post(number, batch)
            else:
                self._breaker.released()
                never = tuple(Result(place, State.UNSENT, "stopped") for place in batch.places)
                self._end(number, Ended(number, Phase.NOT_WRITTEN.value, 0, never))

    def _end(self, number: int, ended: Ended) -> None:
        del self._under_way[number]
        self._tickets.pop(number, None)
        self._ended.append(ended)

    def _finished(self, event: Finished, now: float) -> None:
        batch = self._under_way[event.number]
        results = tuple(
            Result(place, _STATES.get(said.decision, State.UNSENT), said.decision.value, said.code, said.transaction)
            for place, said in zip(batch.places, event.verdicts, strict=True)
        )
        self._end(event.number, Ended(event.number, event.phase.value, event.status, results))
        said = {verdict.decision: verdict for verdict in event.verdicts}
        self._judge(said, event, now)
        self._later(batch, event, now)
        self._refused += sum(result.state is State.REFUSED for result in results)
        if self._refused > self._rules.max_refused * self._rules.people:
            bound = f"{self._rules.max_refused * 100:g} %"
            self._halt(f"{self._refused} of {self._rules.people} people were refused; the bound is {bound}")

    def _judge(self, said: dict[Decision, Verdict], event: Finished, now: float) -> None:
        """What an outcome means for the run as a whole."""
        doubtful = not DOUBTFUL.isdisjoint(said)
        if Decision.UNREACHED in said:
            self._breaker.unreached(now)
        elif doubtful:
            self._breaker.unknown(now)
        else:
            self._breaker.answered()
        self._unreached = self._unreached + 1 if Decision.UNREACHED in said else 0
        self._doubts = self._doubts + 1 if doubtful else 0
        self._strange += Decision.STRANGE in said
        if Decision.ACCOUNT in said:
            self._breaker.refused()
        for decision, words in _STOPS.items():
            if decision in said:
                self._halt(words.format(said[decision].code or f"HTTP {event.status}"))
        if self._strange >= STRANGE:
            self._halt(f"{STRANGE} answers were not understood")
        if self._doubts >= DOUBTS:
            self._halt(f"the outcome of {DOUBTS} requests in a row is unknown")
        if self._unreached >= UNREACHABLE:
            self._halt(f"the API was not reached {UNREACHABLE} times in a row")

    def _later(self, batch: Batch, event: Finished, now: float) -> None:
        """Who is tried again: only throttled people and those whose request was never written. When their time has come
        they are looked at anew: a receipt may have told that they were reached after all."""
        by = {
            decision: tuple(place for place, each in zip(batch.places, event.verdicts, strict=True)
                            if each.decision is decision)
            for decision in (Decision.THROTTLED, Decision.UNREACHED)
        }  # fmt: skip
        if by[Decision.THROTTLED]:
            self._limiter.slower(now, event.retry_after)
            self._again.append((now, batch._replace(places=by[Decision.THROTTLED], until=STALE)))
        if by[Decision.UNREACHED]:
            pause = min(2.0 ** min(self._unreached - 1, 10), PAUSE)
            self._again.append((now + pause, batch._replace(places=by[Decision.UNREACHED], until=STALE)))
        self._again.sort(key=lambda later: later[0])

    def _halt(self, reason: str) -> None:
        self._reason = self._reason or reason

    def _next(self, now: float, wall: float) -> Iterator[Effect]:
        if self._saving is not None or self._fetching:
            return
        claimed, then = self._claim(now, wall)
        if self._ended or claimed is not None:
            intents = () if claimed is None else ((self._number(claimed), claimed),)
            self._saving = Save(tuple(self._ended), intents, self._breaker.locked)
            self._ended = []
            yield self._saving
        elif isinstance(then, Fetch):
            self._fetching = True
            if then.stale is not None:
                self._take(then.stale)
            yield then
        elif isinstance(then, Sleep):
            yield then
        elif not self._under_way:
            yield End(self._reason)

    def _number(self, batch: Batch) -> int:
        self._last += 1
        self._under_way[self._last] = batch
        self._tickets[self._last] = self._limiter.ticket
        return self._last

    def _claim(self, now: float, wall: float) -> tuple[Batch | None, Fetch | Sleep | None]:
        """The batch that goes now; or else what to do until one can."""
        if self._rules.not_after is not None and wall >= self._rules.not_after and self._more():
            self._halt("the time that --not-after sets has come")
        if self._reason is not None or len(self._under_way) >= self._rules.width:
            return None, None
        due = bool(self._again) and self._again[0][0] <= now
        if not due and self._hand is None:
            return None, self._lookout(now)
        batch = self._again[0][1] if due else self._hand
        assert batch is not None
        if batch.until is not None and wall >= batch.until:
            return None, Fetch(batch)
        if (seconds := self._admitted(batch, now)) > 0:
            return None, Sleep(seconds)
        self._take(batch)
        return batch, None

    def _more(self) -> bool:
        return not self._over or self._hand is not None or bool(self._again)

    def _take(self, batch: Batch) -> None:
        """A batch goes, or goes back: it is no longer at hand."""
        if batch is self._hand:
            self._hand = None
        else:
            self._again = [later for later in self._again if later[1] is not batch]

    def _admitted(self, batch: Batch, now: float) -> float:
        """How many seconds until breaker and limiter both let it go."""
        seconds = self._breaker.wait(now)
        if seconds > 0:
            return seconds
        seconds = self._limiter.wait(now, len(batch.places), batch.channel)
        if seconds > 0:
            self._breaker.released()
        return seconds

    def _lookout(self, now: float) -> Fetch | Sleep | None:
        """Nothing is at hand: fetch more, or wait for what comes later."""
        if not self._over and self._resumes is None:
            return Fetch()
        if self._again:
            return Sleep(self._again[0][0] - now)
        if self._resumes is None or self._under_way:
            return None
        if now < self._resumes:
            return Sleep(self._resumes - now)
        self._resumes = None
        return Fetch()
