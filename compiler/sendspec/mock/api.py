"""The API itself, pure: a request and a moment → the answer, the receipts that follow, and what to note.

Neither clock nor network nor disk: `server` brings them, and a simulation brings its own. It must not know any channel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from random import Random
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from sendspec import channels
from sendspec.channels.declare import Api
from sendspec.mock.access import Access, denied
from sendspec.mock.call import (
    ACCEPTED,
    IN_BURST,
    PATHS,
    QUEUED,
    THROTTLED,
    Answer,
    Call,
    End,
    accepted_v1,
    accepted_v2,
    instant,
    refused,
)
from sendspec.mock.fault import Rates, Switch, draws, of_request
from sendspec.mock.log import Entry, correlations, findings, masked
from sendspec.mock.people import Message, messages
from sendspec.mock.rate import Rate, Verdict
from sendspec.mock.receipts import Due, due
from sendspec.mock.refusal import LARGE, MANY, NAMES, Judged, judged, meaning
from sendspec.mock.spoil import coded, mixed, spoiled
from sendspec.mock.times import start, untimely

_NOTHING: Mapping[str, int] = MappingProxyType({})
_LOCAL = ("localhost", "::1")


class Rules(NamedTuple):
    """How the mock behaves. `tps` None: no limit. `notify` is where all receipts go; without it, those of a request
    go to its own address when that is on this machine. `wait`: seconds until a delivery, `late`: those of `delay`."""

    seed: int = 0
    access: Access = Access()
    tps: int | None = None
    channel_tps: Mapping[str, int] = _NOTHING
    burst: bool = False
    faults: Rates = MappingProxyType({})
    notify: str | None = None
    wait: float = 2.0
    late: float = 5.0
    elsewhere: str = "http://elsewhere.example"


class Turn(NamedTuple):
    """The place of a request in the order of their coming, and the fault that happens to it. It is taken before the
    body is read, for some faults come before that."""

    number: int
    fault: Switch | None


class Reply(NamedTuple):
    """What follows from a request: its answer, the receipts, the entry, and the accepted messages."""

    answer: Answer
    receipts: tuple[Due, ...]
    entry: Entry
    accepted: tuple[Message, ...]


class _Done(NamedTuple):
    """What the API itself made of a request."""

    answer: Answer
    code: str
    judged: Judged | None = None
    messages: tuple[Message, ...] = ()
    transids: tuple[str, ...] = ()
    accepted: bool = False


class Mock:
    """One account. What it remembers is how much it took lately, and how many requests there were."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._rate = Rate(rules.tps, rules.channel_tps, rules.burst)
        self._number = 0

    def turn(self, method: str, path: str) -> Turn:
        """The next request. What is no message has no fault."""
        self._number += 1
        is_message = method == "POST" and path in PATHS
        return Turn(self._number, of_request(self.rules.faults, self.rules.seed, self._number) if is_message else None)

    def unread(self, turn: Turn, path: str, now: float) -> Entry:
        """The entry of a request whose body is not read: the connection is closed before."""
        name = turn.fault.name if turn.fault else None
        return Entry(turn.number, instant(now), _shown(path), PATHS.get(path), 0, "", False, name, End.CLOSED.value)

    def answer(self, turn: Turn, call: Call, now: float) -> Reply:
        """The answer to a request at a moment, in seconds since 1970."""
        rng, fault = draws(self.rules.seed, "answer", turn.number), turn.fault
        done = self._answered(call, now, rng) if _is_taken(fault, rng) else _Done(Answer(0, b"", ()), "")
        version = PATHS.get(call.path)
        if fault is not None and version is not None:
            done = self._disturbed(done, fault, version, call.path, rng)
        receipts = self._receipts(done, turn, now) if done.accepted else ()
        entry = self._entry(turn, call, now, done=done, receipts=len(receipts))
        return Reply(done.answer, receipts, entry, done.messages if done.accepted else ())

    def _disturbed(self, done: _Done, fault: Switch, version: str, path: str, rng: Random) -> _Done:
        if fault.name == "mixed-entries" and done.accepted:
            answer, refused_ones = mixed(done.answer, rng)
            kept = [at for at in range(len(done.messages)) if at not in refused_ones]
            taken = tuple(done.messages[at] for at in kept)
            return done._replace(answer=answer, messages=taken, transids=tuple(done.transids[at] for at in kept))
        if fault.taken == "yes":
            return done._replace(answer=spoiled(fault.name, done.answer, late=self.rules.late, rng=rng))
        transid = done.transids[0] if done.transids else _id(rng)
        answer, code = coded(fault.name, version, transid, elsewhere=self.rules.elsewhere + path, rng=rng)
        return done._replace(answer=answer, code=code)

    def _answered(self, call: Call, now: float, rng: Random) -> _Done:
        version = PATHS.get(call.path)
        if version is None or call.method != "POST":
            headers = () if version is None else (("allow", "POST"),)
            return _Done(Answer(404 if version is None else 405, b"", headers), "")
        transid = _id(rng)
        if call.body is None:
            return _Done(refused(version, LARGE, meaning(LARGE), transid), LARGE)
        if (code := denied(self.rules.access, call.headers, now)) is not None:
            said = "Authentication failed." if code == "7001" else meaning(code)
            return _Done(refused(version, code, said, transid), code)
        found = judged(version, call.body)
        if found.code is not None:
            return _Done(refused(version, found.code, found.description, transid), found.code, found)
        taken = messages(version, found.body)
        names = tuple(_channel(version, message.named)[0] for message in taken)
        people = Counter[str]()
        for name, message in zip(names, taken, strict=True):
            people[name] += len(message.people)
        return self._weighed(version, found, taken, people, transid, now)

    def _weighed(
        self, version: str, found: Judged, taken: tuple[Message, ...], people: Counter[str], transid: str, now: float
    ) -> _Done:
        """A right body: its times and the rate decide."""
        if (late := untimely(taken, now)) is not None:
            return _Done(refused(version, *late, transid), late[0], found, taken)
        if self._rate.too_many(people):
            return _Done(refused(version, MANY, "more destinations than the rate", transid), MANY, found, taken)
        verdict = self._rate.ask(now, people)
        if verdict is Verdict.ABOVE:
            return _Done(refused(version, THROTTLED, meaning(THROTTLED), transid), THROTTLED, found, taken)
        ids = (transid, *(f"{transid}_{number}" for number in range(1, len(taken))))
        if version == "v2":
            answer = accepted_v2(transid, _correlation(taken[0]), now)
        else:
            own = tuple(message.correlation for message in taken) if isinstance(found.body, list) else None
            answer = accepted_v1(ids, own, IN_BURST if verdict is Verdict.IN_BURST else QUEUED)
        return _Done(answer, ACCEPTED, found, taken, ids, accepted=True)

    def _receipts(self, done: _Done, turn: Turn, now: float) -> tuple[Due, ...]:
        rng, rules = draws(self.rules.seed, "receipts", turn.number), self.rules
        made: list[Due] = []
        for message, transid in zip(done.messages, done.transids, strict=True):
            url = rules.notify or (message.notify if _is_local(message.notify) else "")
            if not url:
                continue
            name, api = _channel(message.version, message.named)
            begin = start(message, now)
            made += due(message, name, api, transid, url, begin, rates=rules.faults, wait=rules.wait, rng=rng)
        return tuple(made)

    def _entry(self, turn: Turn, call: Call, now: float, *, done: _Done, receipts: int) -> Entry:
        return Entry(
            turn.number,
            instant(now),
            _shown(call.path),
            PATHS.get(call.path),
            done.answer.status,
            done.code,
            done.accepted,
            turn.fault.name if turn.fault else None,
            done.answer.end.value,
            done.transids[0] if done.transids else "",
            tuple(dict.fromkeys(_channel(each.version, each.named)[0] for each in done.messages)),
            len(done.messages),
            sum(len(message.people) for message in done.messages),
            correlations(done.messages),
            findings(done.judged.findings) if done.judged else (),
            receipts,
        )


def warm() -> None:
    """Loads every channel, so that the first request is not slower than the others."""
    for version, name in NAMES.items():
        judged(version, f'{{"{name}": ""}}'.encode())


def _shown(path: str) -> str:
    return path if path in PATHS else masked(path)


def _is_taken(fault: Switch | None, rng: Random) -> bool:
    """Whether the API looks at a request at all."""
    even = rng.random() < 0.5
    return fault is None or fault.taken == "yes" or (fault.taken == "half" and even)


def _id(rng: Random) -> str:
    return str(UUID(int=rng.getrandbits(128), version=4))


def _correlation(message: Message) -> str:
    """The id that v2 echoes: that of the request, or of its only destination."""
    return message.people[0].correlation if len(message.people) == 1 else message.correlation


@cache
def _channel(version: str, named: str) -> tuple[str, Api]:
    """The channel that a body names, by any name that it has there."""
    for name in channels.names():
        for api in channels.channel(name).apis:
            if api.version == version and named in _names(api):
                return name, api
    raise KeyError(named)


def _names(api: Api) -> set[str]:
    from sendspec.channels.declare import String

    shape = api.body.members["deliverychannel" if api.version == "v1" else "channel"].shape
    given = {variant.given for variant in shape.variants} if isinstance(shape, String) else set()
    return {api.name, *api.profiles.values(), *given}


def _is_local(url: str) -> bool:
    """Whether an address is on this machine: no other is called unless the user names it."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host in _LOCAL or (host.startswith("127.") and host.replace(".", "").isdigit())
