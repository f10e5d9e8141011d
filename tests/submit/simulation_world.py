"""What a simulated campaign runs in: a journal and receipts in memory, lines in memory, and a server that alone judges.

They stand in for a disk, a network and a clock; everything that decides is the product's own code.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random, random
from typing import Any, NamedTuple, TypeVar

from sendspec.channels.states import REACHED
from sendspec.submit.compiled import Compiled, Rung
from sendspec.submit.correlation import trace
from sendspec.submit.journal import CLAIMABLE, Ended, Holder, Intent, Journal, JournalError, Person, State
from sendspec.submit.outcome import Phase
from sendspec.submit.parcel import Line, Parcel, read_line
from sendspec.submit.receipt import Receipt
from sendspec.submit.receipt_store import Heard, Kept, Store
from sendspec.submit.transport import Answer

KEY = b"the key of the simulated project"
V1 = "/resources/v1/messaging"
CHANNELS = ("whatsapp", "sms", "messenger")
KINDS = {"whatsapp": "waid", "sms": "msisdn", "messenger": "psid"}
EPOCH = 1_795_942_800.0
#: The zones of people: all have the same clock at some part of an hour, so that each sees the quiet hours.
ZONES = ("UTC", "Asia/Tokyo", "America/Lima")
T = TypeVar("T")


class MemoryLines:
    """The lines of a rung, in memory."""

    def __init__(self, texts: Sequence[bytes]) -> None:
        self._lines = [read_line(text, number) for number, text in enumerate(texts)]

    def each(self) -> Iterator[Line]:
        return iter(self._lines)

    def line(self, number: int) -> Line:
        return self._lines[number]


class Row:
    """A person of a line in the journal."""

    __slots__ = ("at", "began", "request", "row", "state", "trace")

    def __init__(self, row: int, state: State, trace: bytes, request: int, at: float) -> None:
        self.row, self.state, self.trace, self.request, self.at, self.began = row, state, trace, request, at, at


class MemoryJournal:
    """The journal, in memory: each write is whole or not at all, as on disk."""

    path = Path("simulated.journal")

    def __init__(self) -> None:
        self.entries: dict[tuple[int, int, int], Row] = {}
        self.requests: dict[int, tuple[int, int]] = {}
        self.holder: object = None

    def lease(self, holder: object) -> None:
        """Another sender takes over: what was under way is unknown."""
        self.holder = holder
        for row in self.entries.values():
            if row.state is State.SENDING:
                row.state = State.UNKNOWN

    def write(self, now: float, ended: Sequence[Ended] = (), intents: Sequence[Intent] = ()) -> None:
        for end in ended:
            rung, line = self.requests[end.number]
            for result in end.results:
                row = self.entries[rung, line, result.place]
                if row.state is State.SENDING and row.request == end.number:
                    row.state, row.at = result.state, now
        for intent in intents:
            self.requests[intent.number] = intent.rung, intent.line
            for person in intent.people:
                known = self.entries.get((intent.rung, intent.line, person.place))
                if known is not None and known.state not in CLAIMABLE:
                    raise JournalError("somebody would be sent to twice")
                made = Row(person.row, State.SENDING, person.trace, intent.number, now)
                self.entries[intent.rung, intent.line, person.place] = made

    def set_aside(self, now: float, rung: int, line: int, people: Sequence[Person], state: State) -> None:
        for person in people:
            known = self.entries.get((rung, line, person.place))
            if known is None:
                self.entries[rung, line, person.place] = Row(person.row, state, b"", 0, 0.0)
            elif known.state is State.UNSENT:
                known.state = state

    def states(self, rung: int, line: int) -> dict[int, State]:
        return {at[2]: row.state for at, row in self.entries.items() if at[:2] == (rung, line)}

    def standing(self, rung: int, line: int, place: int) -> tuple[State, float, float, bytes] | None:
        row = self.entries.get((rung, line, place))
        return None if row is None else (row.state, row.began, row.at, row.trace)

    def rows(self) -> set[int]:
        return {row.row for row in self.entries.values()}

    def rows_of(self, traces: Sequence[bytes]) -> set[int]:
        return {row.row for row in self.entries.values() if row.trace in traces}

    def sharing(self, trace: bytes) -> int:
        return min(2, sum(row.trace == trace for row in self.entries.values()))

    def doubted(self, traces: Sequence[bytes] | None = None) -> dict[bytes, set[State]]:
        made: dict[bytes, set[State]] = {}
        for row in self.entries.values():
            wanted = row.trace if traces is None else row.trace in traces
            if row.state in (State.UNKNOWN, State.DROPPED, State.UNSENT) and wanted:
                made.setdefault(row.trace, set()).add(row.state)
        return made

    def settle(self, now: float, proven: Sequence[tuple[bytes, State, str]]) -> int:
        count = 0
        for trace_, state, _ in proven:
            for row in self.entries.values():
                if row.trace == trace_ and row.state is state:
                    row.state, count = State.ACCEPTED, count + 1
        return count

    def last_number(self) -> int:
        return max(self.requests, default=0)


class MemoryStore:
    """The receipts, in memory."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self._known: set[tuple[object, ...]] = set()
        self._times: list[tuple[float, float]] = []

    def add(self, receipts: Iterable[Receipt]) -> None:
        for each in receipts:
            told = (trace(KEY, each.id), b"", each.channel, each.code, each.state, each.carried_on)
            if told not in self._known:
                self._known.add(told)
                self.kept.append(Kept(len(self.kept) + 1, *told))

    def listen(self, since: float, until: float) -> None:
        self._times = [each for each in self._times if each[0] != since] + [(since, until)]

    def heard(self) -> Heard:
        return Heard(tuple(sorted(self._times)))

    def since(self, number: int, most: int = -1) -> list[Kept]:
        return self.kept[number:] if most < 0 else self.kept[number : number + most]

    def of(self, trace: bytes) -> list[Kept]:
        return [each for each in self.kept if each.trace == trace]

    def about(self, traces: Iterable[bytes]) -> dict[bytes, tuple[tuple[str, str], ...]]:
        found = {each: tuple((kept.code, kept.state) for kept in self.of(each)) for each in traces}
        return {each: told for each, told in found.items() if told}

    def last(self) -> int:
        return len(self.kept)


class Fault(NamedTuple):
    """What happens to a request: how far it came for the sender, what it is told, and whether the people are taken."""

    name: str
    phase: Phase = Phase.ANSWERED
    status: int = 200
    body: str = ""
    taken: bool = False
    delay: float = 0.1
    retry_after: float | None = None


A, B, C = Phase.NOT_WRITTEN, Phase.WRITTEN, Phase.ANSWERED
_CODE = '{{"response": {{"code": "{}", "description": "x"}}}}'
#: What may happen to a request beside being taken and answered as it should be.
FAULTS = (
    Fault("the name is not known", A), Fault("the connection is refused", A, delay=2.0),
    Fault("the handshake fails", A, delay=5.0), Fault("reset before it was read", B),
    Fault("reset after it was taken", B, taken=True), Fault("no answer, not taken", B, delay=60.0),
    Fault("no answer, taken", B, taken=True, delay=60.0), Fault("half an answer", body='{"response": [', taken=True),
    Fault("an answer of no JSON", body="<html>", taken=True), Fault("an empty answer", taken=True),
    Fault("too long an answer", body='{"response": []}' + " " * (1 << 20), taken=True),
    Fault("503, taken", status=503, taken=True), Fault("503, not taken", status=503), Fault("404", status=404),
    Fault("502 after a while", status=502, taken=True, delay=20.0), Fault("429", status=429, retry_after=3.0),
    Fault("429 without a time", status=429), Fault("7020", body=_CODE.format(7020)),
    Fault("7006, taken", body=_CODE.format(7006), taken=True), Fault("7006, not taken", body=_CODE.format(7006)),
    Fault("7005", body=_CODE.format(7005), taken=True), Fault("7016", body=_CODE.format(7016)),
    Fault("a code of no page", body=_CODE.format(7777), taken=True), Fault("refused content", body=_CODE.format(7004)),
    Fault("a refused account", body=_CODE.format(7001)), Fault("a fault of the request", body=_CODE.format(7000)),
    Fault("a redirection", status=307), Fault("accepted by status 400", status=400, body="ok", taken=True),
    Fault("an entry is missing", body="missing", taken=True),
    Fault("entries in another order", body="turned", taken=True),
    Fault("one of them is refused", body="partly", taken=True),
    Fault("said twice, and not the same", body="both", taken=True),
)  # fmt: skip


class Server:
    """Takes requests, and alone knows who was sent to what. `taken`: rung and row → how often."""

    def __init__(self, chance: Random, rate: float) -> None:
        self.chance, self.rate = chance, rate
        self.taken: Counter[tuple[int, int]] = Counter()
        self.refused: set[tuple[int, int]] = set()
        self.arrived: list[tuple[float, int]] = []
        self.faults: Counter[str] = Counter()

    def post(self, now: float, parcel: Parcel, rung: int, rows: Sequence[int]) -> tuple[Answer, float, list[str]]:
        """What a request is answered, how long that takes, and the ids of those who were taken."""
        self.arrived.append((now, len(rows)))
        fault = self.chance.choice(FAULTS) if self.chance.random() < self.rate else None
        ids = [id for message in parcel.asked for id in message]
        if fault is None:
            return self._taken(rung, rows, ids, Answer(C, 200, _entries(parcel)), self.chance.uniform(0.02, 0.4))
        self.faults[fault.name] += 1
        body, spared = self._body(fault, parcel, ids)
        answer = Answer(fault.phase, fault.status if fault.phase is C else 0, body, fault.retry_after)
        if fault.body == _CODE.format(7004):
            self.refused.update((rung, row) for row in rows)
        if not fault.taken:
            return answer, fault.delay, []
        self.refused.update((rung, row) for row, id in zip(rows, ids, strict=True) if id in spared)
        both = [(row, id) for row, id in zip(rows, ids, strict=True) if id not in spared]
        return self._taken(rung, [row for row, _ in both], [id for _, id in both], answer, fault.delay)

    def _taken(
        self, rung: int, rows: Sequence[int], ids: list[str], answer: Answer, delay: float
    ) -> tuple[Answer, float, list[str]]:
        self.taken.update((rung, row) for row in rows)
        return answer, delay, ids

    def _body(self, fault: Fault, parcel: Parcel, ids: list[str]) -> tuple[bytes, set[str]]:
        entries = [{"code": "1001", "correlationid": id} for id in ids]
        if fault.body == "missing":
            return json.dumps({"response": entries[1:] or [{}]}).encode(), set()
        if fault.body == "turned":
            return json.dumps({"response": entries[::-1]}).encode(), set()
        if fault.body == "partly":
            entries[0]["code"] = "7102"
            return json.dumps({"response": entries}).encode(), {ids[0]}
        if fault.body == "both":
            return json.dumps({"response": [*entries, {**entries[0], "code": "7004"}]}).encode(), set()
        if fault.body == "ok":
            return _entries(parcel), set()
        return fault.body.encode(), set()


def _entries(parcel: Parcel) -> bytes:
    return json.dumps({"response": [{"code": "1001"} for _ in parcel.asked]}).encode()


def compiled(rungs: Sequence[tuple[str, list[int], dict[str, Any] | None]], each: int, **more: Any) -> tuple[
    Compiled, dict[int, MemoryLines]
]:  # fmt: skip
    """A plan and its lines. A rung is its channel, its people and its trigger."""
    lines: dict[int, MemoryLines] = {}
    told: list[dict[str, Any]] = []
    for number, (channel, people, trigger) in enumerate(rungs, 1):
        parts = [people[at : at + each] for at in range(0, len(people), each)]
        texts = []
        for part in parts:
            to = [{KINDS[channel]: [f"44770090{row:04d}" for row in part]}]
            body = {"deliverychannel": channel, "destination": to}
            zones = [ZONES[row % len(ZONES)] for row in part]
            line = {"rung": number, "path": V1, "body": body, "rows": part, "zones": zones}
            texts.append(json.dumps(line).encode())
        lines[number] = MemoryLines(texts)
        told.append({
            "rung": number, "channel": channel, "path": V1, "trigger": trigger, "native": False, "inside": None,
            "people": len(people), "requests": len(parts),
        })  # fmt: skip
    made = tuple(
        Rung(each["rung"], "x", each["people"], each["requests"], ((each["channel"], V1),), (each,)) for each in told
    )
    plan = {"message": "m", "rungs": told, "expires": more.get("expires")}
    return Compiled(Path(), plan, "0", made, more.get("quiet"), None), lines


def reached(kept: Iterable[Kept]) -> bool:
    """Whether a receipt tells of a delivery."""
    return any(each.state in REACHED[1:] for each in kept)


class PairedJournal(MemoryJournal):
    """The journal in memory beside the product's own on a disk: whatever is asked, both have to say the same."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.real = Journal(path)
        self.real.make({"run": "run"})

    def lease(self, holder: object) -> None:
        super().lease(holder)
        self.real.lease(Holder(f"{id(holder)} {random()}", "here", 1), 0.0)

    def write(self, now: float, ended: Sequence[Ended] = (), intents: Sequence[Intent] = ()) -> None:
        super().write(now, ended, intents)
        self.real.write(now, ended, intents)

    def set_aside(self, now: float, rung: int, line: int, people: Sequence[Person], state: State) -> None:
        super().set_aside(now, rung, line, people, state)
        self.real.set_aside(now, rung, line, people, state)

    def states(self, rung: int, line: int) -> dict[int, State]:
        return same(super().states(rung, line), self.real.states(rung, line))

    def standing(self, rung: int, line: int, place: int) -> tuple[State, float, float, bytes] | None:
        return same(super().standing(rung, line, place), self.real.standing(rung, line, place))

    def rows(self) -> set[int]:
        return same(super().rows(), self.real.rows())

    def rows_of(self, traces: Sequence[bytes]) -> set[int]:
        return same(super().rows_of(traces), self.real.rows_of(traces))

    def sharing(self, trace: bytes) -> int:
        return same(super().sharing(trace), self.real.sharing(trace))

    def doubted(self, traces: Sequence[bytes] | None = None) -> dict[bytes, set[State]]:
        return same(super().doubted(traces), self.real.doubted(traces))

    def settle(self, now: float, proven: Sequence[tuple[bytes, State, str]]) -> int:
        return same(super().settle(now, proven), self.real.settle(now, proven))

    def last_number(self) -> int:
        return same(super().last_number(), self.real.last_number())


class PairedStore(MemoryStore):
    """The receipts in memory beside the product's own on a disk."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.real = Store(path)

    def add(self, receipts: Iterable[Receipt]) -> None:
        told = tuple(receipts)
        super().add(told)
        self.real.add(KEY, told)

    def listen(self, since: float, until: float) -> None:
        super().listen(since, until)
        self.real.listen(since, until)

    def heard(self) -> Heard:
        return same(super().heard(), self.real.heard())

    def since(self, number: int, most: int = -1) -> list[Kept]:
        return same(super().since(number, most), self.real.since(number, most))

    def of(self, trace: bytes) -> list[Kept]:
        return same(super().of(trace), self.real.of(trace))

    def about(self, traces: Iterable[bytes]) -> dict[bytes, tuple[tuple[str, str], ...]]:
        told = tuple(traces)
        return same(super().about(told), self.real.about(told))

    def last(self) -> int:
        return same(super().last(), self.real.last())


def same(one: T, other: T) -> T:
    """What two stores say, which has to be one thing."""
    assert one == other, (one, other)
    return one
