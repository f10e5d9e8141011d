"""A whole ladder by `sendspec send`: receipts and silence carry people on, once; a server alone judges who got it."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec import schemas
from sendspec.submit.credentials import project_key
from sendspec.submit.journal import Journal
from sendspec.submit.receipt import Receipt
from sendspec.submit.receipt_store import Store, store_of

from .conftest import V1, V2, Call, Outcome, number, write_plan
from .judge import Asked, Behaviour, Judge, Says, accepted, coded, http, listening

Ladder = Callable[..., Outcome]
SILENT = {"on": "failed", "after_seconds": 1, "unless": "delivered"}
FAILED = {"on": "failed", "after_seconds": None, "unless": None}


def body(channel: str, people: range | list[int]) -> dict[str, Any]:
    """A message to people by a channel."""
    if channel == "email":
        to = [{"email": [f"p{person}@example.com"]} for person in people]
        return {"channel": "email", "from": "a@example.com", "to": to, "content": {"subject": "x", "text": "x"}}
    kind = {"whatsapp": "waid", "sms": "msisdn", "rcs": "msisdn"}[channel]
    return {"deliverychannel": channel, "channels": {}, "destination": [{kind: [number(each) for each in people]}]}


def rung(
    at: int, channel: str, people: list[int], trigger: dict[str, Any] | None, each: int = 4, **more: Any
) -> tuple[dict[str, Any], bytes]:
    """A rung of a plan, and its lines."""
    path = V2 if channel == "email" else V1
    parts = [people[start : start + each] for start in range(0, len(people), each)]
    lines = [{"rung": at, "path": path, "body": body(channel, part), "rows": part} for part in parts]
    text = "".join(json.dumps(line) + "\n" for line in lines).encode()
    told = {
        "rung": at, "channel": channel, "api": "v2" if path == V2 else "v1", "path": path, "and": False,
        "trigger": trigger, "waits_for": [at - 1] if at > 1 else [], "native": False, "inside": None, "left_out": [],
        "strategy": "shared", "substitutions": [], "file": f"rung-{at}.ndjson",
        "sha256": hashlib.sha256(text).hexdigest(), "requests": len(lines), "people": len(people),
        "without_address": 0, **more,
    }  # fmt: skip
    return told, text


def write_ladder(folder: Path, *rungs: tuple[dict[str, Any], bytes], **changes: Any) -> None:
    """A compiled folder of several rungs."""
    write_plan(folder, [], rungs=[told for told, _ in rungs], **changes)
    for told, text in rungs:
        (folder / told["file"]).write_bytes(text)


def three(folder: Path, people: int = 10, **changes: Any) -> None:
    """WhatsApp, else after a second unless delivered SMS, else on failed e-mail."""
    everybody = list(range(people))
    write_ladder(
        folder, rung(1, "whatsapp", everybody, None), rung(2, "sms", everybody, SILENT),
        rung(3, "email", everybody, FAILED), **changes,
    )  # fmt: skip


class World:
    """What the API's receipts say: `codes` by channel and person, told as soon as a message is taken."""

    def __init__(self, journal: Path, key: bytes, listens: bool = True) -> None:
        self.path, self.key = store_of(journal), key
        self.codes: dict[tuple[str, int], list[str]] = {}
        self.refuses: set[str] = set()
        self.sent: list[tuple[str, int]] = []
        self.requests: list[tuple[str, int]] = []
        self.carried_on: dict[int, str] = {}
        if listens:
            self._store(lambda store: store.listen(time.time() - 5, time.time() + 3600))

    def _store(self, work: Callable[[Store], object]) -> None:
        store = Store(self.path)
        work(store)
        store.close()

    def behaves(self, asked: Asked) -> Says:
        receipts: list[Receipt] = []
        for message in asked.messages:
            one = asked._replace(body=json.dumps(message).encode())
            channel = message.get("deliverychannel") or message["channel"]
            self.requests.append((channel, len(one.ids)))
            if channel in self.refuses:
                return coded("7004")(asked)
            receipts += self._told(channel, one)
        self._store(lambda store: store.add(self.key, receipts))
        return accepted(asked)

    def _told(self, channel: str, asked: Asked) -> Iterator[Receipt]:
        for id, address in zip(asked.ids, asked.addresses, strict=True):
            person = int(address[8:]) if address[0] == "+" else int(address[1:].split("@")[0])
            self.sent.append((channel, person))
            for code in self.codes.get((channel, person), ()):
                yield Receipt(id, channel, code, _state(code), None, address, False)
            if channel == "rcs" and person in self.carried_on:
                code = self.carried_on[person]
                yield Receipt(id, "sms", code, _state(code), None, address, True)

    def of(self, channel: str) -> list[int]:
        """Who was sent to by a channel."""
        return sorted(person for name, person in self.sent if name == channel)


def _state(code: str) -> str:
    return {"7500": "delivered", "7501": "submitted"}.get(code, "failed")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks and gathers more often than in the product."""
    for name, seconds in (("POLL", 0.05), ("GATHER", 0.1), ("LOOK", 0.1), ("BEAT", 0.2)):
        monkeypatch.setattr(f"sendspec.submit.ladder_source.{name}", seconds)


@pytest.fixture
def judge() -> Judge:
    return Judge()


@pytest.fixture
def send(call: Call, judge: Judge, project: Path) -> Any:
    """Sends `out/m` to the judge, who listens at one port for all of a test."""
    with listening(judge) as port:
        host = ("--host", f"127.0.0.1:{port}")
        yield lambda *more: call("send", "out/m", *host, "--confirm", "--patience", "1s", *more)


@pytest.fixture
def world(project: Path, judge: Judge) -> World:
    """The receipts of the sending of `out/m`; somebody listens."""
    (project / "out").mkdir()
    key = project_key(project, make=True)
    assert key is not None
    made = World(project / "out/m.journal", key)
    judge.behaviour = made.behaves
    return made


def test_failures_and_silence_carry_people_on_and_everybody_ends_once(
    send: Ladder, call: Call, world: World, project: Path
) -> None:
    three(project / "out/m")
    world.codes = {
        **{("whatsapp", person): ["7501", "7500"] for person in (0, 1, 2, 3)},
        ("whatsapp", 4): ["7871"],
        ("whatsapp", 5): ["7501", "7871", "7871"],
        ("whatsapp", 6): ["7501"],
        **{("sms", person): ["7500"] for person in (4, 6, 7)},
        **{("sms", person): ["7203"] for person in (5, 8)},
        ("email", 5): ["7500"],
        ("email", 8): ["7520"],
    }
    done = send("--at-once", "2")
    assert (done.status, done.out.splitlines()) == (
        1, ["m, rung 1 (whatsapp): 10 accepted", "m, all rungs: 8 reached, 1 accepted, 1 failed"],
    )  # fmt: skip
    assert world.of("whatsapp") == list(range(10))
    assert world.of("sms") == [4, 5, 6, 7, 8, 9]
    assert world.of("email") == [5, 8]
    shown = call("status", "out/m.journal").out.splitlines()
    assert "  all rungs: 8 reached, 1 accepted, 1 failed; 1 person may be tried on a further rung" in shown
    told = json.loads(call("status", "out/m.journal", "--json").out)
    assert schemas.validate("journal", told) is None
    assert told["ladder"] == {"ends": {"reached": 8, "accepted": 1, "failed": 1}, "waiting": 1}
    again = send("--at-once", "2")
    assert (again.status, again.out) == (done.status, done.out)
    assert len(world.sent) == 18


def test_people_of_one_line_move_on_together(send: Ladder, world: World, project: Path) -> None:
    three(project / "out/m", 40)
    world.codes = {("whatsapp", person): ["7871"] for person in range(40)}
    world.codes |= {("sms", person): ["7500"] for person in range(40)}
    assert send().status == 0
    assert world.of("sms") == list(range(40))
    assert len([size for channel, size in world.requests if channel == "sms"]) <= 20


def test_a_refused_rung_moves_on_at_once_without_anybody_listening(send: Ladder, world: World, project: Path) -> None:
    Store(world.path)._db.execute("DELETE FROM listened")
    three(project / "out/m", 3)
    world.refuses = {"whatsapp"}
    done = send("--max-refused", "100%")
    assert world.of("sms") == [0, 1, 2]
    assert done.out.splitlines()[-1] == "m, all rungs: 3 accepted"
    assert "3 people may be tried on a further rung" in done.err


def test_silence_proves_nothing_when_nobody_listens_and_a_loaded_file_makes_it_count(
    send: Ladder, call: Call, world: World, project: Path
) -> None:
    Store(world.path)._db.execute("DELETE FROM listened")
    three(project / "out/m", 3)
    first = send()
    assert (first.status, world.of("sms")) == (0, [])
    assert "nobody listens or none came" in first.err
    time.sleep(1.1)
    assert send().status == 0
    assert world.of("sms") == []
    (project / "none.ndjson").write_bytes(b"")
    assert call("receipts", "load", "none.ndjson", "--journal", "out/m.journal").status == 0
    send()
    assert world.of("sms") == [0, 1, 2]


def test_an_unknown_outcome_is_settled_by_a_receipt_and_never_sent_again(
    send: Ladder, judge: Judge, world: World, project: Path
) -> None:
    three(project / "out/m", 2)
    world.codes = {("whatsapp", 0): ["7500"], ("whatsapp", 1): ["7500"]}
    answers: Behaviour = world.behaves
    judge.behaviour = lambda asked: answers(asked) and Says((), takes=True)  # takes it, and says nothing
    done = send()
    assert (done.status, done.out.splitlines()[-1]) == (0, "m, all rungs: 2 reached")
    assert world.sent == [("whatsapp", 0), ("whatsapp", 1)]


def test_who_lacks_an_address_begins_on_their_own_first_rung(send: Ladder, world: World, project: Path) -> None:
    write_ladder(
        project / "out/m", rung(1, "whatsapp", [0, 1], None), rung(2, "sms", [1, 2], FAILED),
        rung(3, "email", [0, 2, 3], FAILED),
    )  # fmt: skip
    world.codes = {("whatsapp", 0): ["7871"], ("whatsapp", 1): ["7500"], ("sms", 2): ["7203"]}
    assert send().status == 0
    assert (world.of("whatsapp"), world.of("sms"), world.of("email")) == ([0, 1], [2], [0, 2, 3])


def test_a_rung_that_starts_after_the_expiry_is_not_tried(send: Ladder, world: World, project: Path) -> None:
    three(project / "out/m", 2, expires={"after_seconds": 1})
    world.codes = {("whatsapp", 1): ["7871"]}
    done = send()
    assert world.of("sms") == [1]
    assert (done.status, done.out.splitlines()[-1]) == (1, "m, all rungs: 1 accepted, 1 expired")


def test_one_id_for_several_people_is_told_apart_by_the_address(send: Ladder, world: World, project: Path) -> None:
    everybody = [0, 1, 2]
    told, text = rung(1, "whatsapp", everybody, None)
    line = json.loads(text)
    line["body"]["correlationid"] = "spring"
    text = json.dumps(line).encode() + b"\n"
    first = {**told, "sha256": hashlib.sha256(text).hexdigest()}, text
    write_ladder(project / "out/m", first, rung(2, "sms", everybody, FAILED))
    world.codes = {("whatsapp", 0): ["7500"], ("whatsapp", 1): ["7871"], ("whatsapp", 2): ["7501"]}
    send()
    assert world.of("sms") == [1]


def test_a_sender_that_comes_back_goes_on_where_the_last_one_was(send: Ladder, world: World, project: Path) -> None:
    three(project / "out/m", 8)
    world.codes = {("whatsapp", person): ["7871"] for person in range(8)}
    stopped = send("--tps", "4", "--not-after", "2020-01-01T00:00+00:00")
    assert (stopped.status, world.sent) == (4, [])
    for _ in range(3):
        send()
    assert (world.of("whatsapp"), world.of("sms")) == (list(range(8)), list(range(8)))


def test_the_api_is_left_alone_for_as_long_as_it_wanted_over_a_restart(
    send: Ladder, judge: Judge, world: World, project: Path
) -> None:
    three(project / "out/m", 4)
    judge.behaviour = lambda asked: Says((http(403, b""),), False)
    assert send().status == 4
    journal = Journal(project / "out/m.journal")
    assert json.loads(journal.about["rate"])["hold"] == 0
    journal.note(rate=json.dumps({"pace": 0.25, "hold": 2.0, "at": time.time()}))
    journal.close()
    judge.behaviour, began = world.behaves, time.time()
    assert send("--resume").status == 0
    assert time.time() - began > 2
    assert world.of("whatsapp") == [0, 1, 2, 3]


def test_several_channels_at_once_fail_together_and_one_is_enough(send: Ladder, world: World, project: Path) -> None:
    told, _ = rung(1, "whatsapp", [0, 1], None)
    messages = [body("whatsapp", [0, 1]), body("sms", [0, 1])]
    line = json.dumps({"rung": 1, "path": V1, "body": messages, "rows": [0, 1, 0, 1]}).encode() + b"\n"
    first = {**told, "sha256": hashlib.sha256(line).hexdigest(), "people": 2, "requests": 1}
    beside = {**first, "channel": "sms", "and": True}
    later = rung(2, "email", [0, 1], FAILED)
    write_ladder(project / "out/m", (first, line), later)
    plan = json.loads((project / "out/m/plan.json").read_text())
    (project / "out/m/plan.json").write_text(json.dumps({**plan, "rungs": [first, beside, later[0]]}))
    world.codes = {
        ("whatsapp", 0): ["7871"], ("sms", 0): ["7500"], ("whatsapp", 1): ["7871"], ("sms", 1): ["7203"],
        ("email", 1): ["7500"],
    }  # fmt: skip
    done = send()
    assert (done.status, done.out.splitlines()[-1]) == (0, "m, all rungs: 2 reached")
    assert (world.of("whatsapp"), world.of("sms"), world.of("email")) == ([0, 1], [0, 1], [1])


def test_what_the_api_itself_sends_instead_decides_about_the_rung_after(
    send: Ladder, world: World, project: Path
) -> None:
    told, text = rung(1, "rcs", [0, 1, 2], None)
    inside = {
        **told, "rung": 2, "channel": "sms", "trigger": FAILED, "waits_for": [1], "native": True, "inside": 1,
        "file": None, "sha256": None, "requests": 0, "people": 0, "strategy": None,
    }  # fmt: skip
    later = rung(3, "email", [0, 1, 2], FAILED)
    write_ladder(project / "out/m", (told, text), later)
    plan = json.loads((project / "out/m/plan.json").read_text())
    (project / "out/m/plan.json").write_text(json.dumps({**plan, "rungs": [told, inside, later[0]]}))
    world.codes = {("rcs", person): ["7307"] for person in (0, 1, 2)} | {("email", 1): ["7500"]}
    world.carried_on = {0: "7500", 1: "7203"}
    done = send()
    assert world.of("email") == [1]
    assert (done.status, done.out.splitlines()[-1]) == (0, "m, all rungs: 2 reached, 1 accepted")
