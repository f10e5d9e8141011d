"""`sendspec receipts`: files and a listener; what is kept, what is told apart, and what it settles in the journal."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sendspec
from sendspec.mock.receipts import signed
from sendspec.submit.correlation import fingerprint, trace
from sendspec.submit.credentials import project_key
from sendspec.submit.journal import Ended, Holder, Intent, Journal, JournalError, Person, Result, State, create
from sendspec.submit.lock import locked
from sendspec.submit.receipt import Receipt
from sendspec.submit.receipt_apply import settle
from sendspec.submit.receipt_keep import Intake
from sendspec.submit.receipt_server import Listener
from sendspec.submit.receipt_store import Heard, Store, store_of

from .conftest import Call

KEY = b"0123456789abcdef-CANARY"
SECRET = b"s3cret-of-the-webhook"


def receipt(id: str, code: str = "7500", **more: Any) -> bytes:
    """The body of a receipt of an SMS."""
    info = {"code": code, "deliveryChannel": "SMS", "destination": "447700900101", "deliveryStatus": "x", **more}
    return json.dumps(
        {"deliveryInfoNotification": {"deliveryInfo": info, "correlationid": id, "transid": "t"}}
    ).encode()


def sending(path: Path, key: bytes, states: dict[str, State]) -> Journal:
    """A journal of one request to some people, by their ids, in some states."""
    create(path)
    journal = Journal(path)
    journal.make({"key": fingerprint(key), "run": "r"})
    journal.lease(Holder("t", "h", 1), 0.0)
    people = [Person(place, place, trace(key, id)) for place, id in enumerate(states)]
    journal.write(0.0, (), [Intent(1, 1, 0, people)])
    results = [Result(place, state, "x") for place, state in enumerate(states.values())]
    journal.write(0.0, [Ended(1, "C", 200, results)], ())
    return journal


def standing(journal: Journal) -> list[State]:
    """The states of the people of the one line."""
    return [state for _, state in sorted(journal.states(1, 0).items())]


@pytest.fixture
def begun(project: Path) -> Path:
    """A journal in the project, of four people."""
    key = project_key(project, make=True)
    assert key is not None
    states = {"a": State.UNKNOWN, "b": State.UNKNOWN, "c": State.ACCEPTED, "d": State.REFUSED}
    journal = sending(project / "m.journal", key, states)
    journal.release()
    journal.close()
    return project / "m.journal"


def test_a_receipt_in_a_file_settles_an_unknown_outcome(begun: Path, call: Call) -> None:
    file = begun.with_name("r.ndjson")
    file.write_bytes(b"\n".join([receipt("a"), receipt("a"), receipt("c", "7501"), receipt("zz"), b""]))
    done = call("receipts", "load", file, "--journal", begun)
    assert (done.status, done.err) == (0, "")
    assert (
        done.out
        == "3 of this sending, 2 of them new\n1 of another sending\n1 unknown before, accepted by their receipts\n"
    )
    journal = Journal(begun)
    assert standing(journal) == [State.ACCEPTED, State.UNKNOWN, State.ACCEPTED, State.REFUSED]
    again = call("receipts", "load", file, "--journal", begun)
    assert again.out == "3 of this sending, 0 of them new\n1 of another sending\n"


def test_what_is_no_receipt_is_told_and_the_others_are_kept(begun: Path, call: Call) -> None:
    file = begun.with_name("r.ndjson")
    incoming = json.dumps({"Channel": "SMS", "message": "STOP", "ts": "2026-11-29T09:36:09.266Z"}).encode()
    strange = [b"{", receipt("a", deliveryChannel="pigeon"), b"[" * 300_000]
    file.write_bytes(b"\n".join([receipt("b", "7207"), incoming, *strange]))
    done = call("receipts", "load", file, "--journal", begun)
    assert done.status == 1
    assert "1 of this sending, 1 of them new\n1 incoming\n4 not understood\n" in done.out
    assert "1 not understood: it is longer than 256 KB" in done.err
    assert "2 not understood: it is no JSON" in done.err
    assert standing(Journal(begun))[1] is State.ACCEPTED  # a failure proves as well that the request was accepted


def test_a_file_says_that_nothing_else_came_unless_it_is_partial(begun: Path, call: Call) -> None:
    file = begun.with_name("r.ndjson")
    file.write_bytes(receipt("a"))
    before = time.time()
    call("receipts", "load", file, "--journal", begun, "--partial")
    store = Store(store_of(begun))
    assert store.heard() == Heard(())
    call("receipts", "load", file, "--journal", begun)
    assert store.heard().until(before - 1000.0) >= before


def test_while_a_sender_is_at_work_the_journal_is_left_to_it(begun: Path, call: Call) -> None:
    file = begun.with_name("r.ndjson")
    file.write_bytes(receipt("a"))
    with locked(begun):
        done = call("receipts", "load", file, "--journal", begun)
    assert done.status == 0
    assert "a sender is at work" in done.err
    journal, store = Journal(begun), Store(store_of(begun))
    assert standing(journal)[0] is State.UNKNOWN
    journal.lease(Holder("u", "h", 1), 1.0)
    assert settle(journal, store, 2.0) == 1
    assert standing(journal)[0] is State.ACCEPTED


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["load", "r.ndjson", "--journal", "none.journal"], "none.journal: no journal of a sending"),
        (["load", "none.ndjson", "--journal", "m.journal"], "none.ndjson: no such file"),
        (["serve", "--journal", "m.journal"], "no secret for the signatures is named"),
        (["serve", "--journal", "m.journal", "--unsigned", "--bind", "0.0.0.0"], "--unsigned on 0.0.0.0"),
        (["serve", "--journal", "m.journal", "--secret-file", "open"], "open: others than its owner can read it"),
    ],
)
def test_what_stands_in_the_way_is_one_line(begun: Path, call: Call, arguments: list[str], words: str) -> None:
    begun.with_name("open").write_text("secret-secret")
    begun.with_name("open").chmod(0o644)
    done = call("receipts", *arguments)
    assert done.status == 2
    assert done.err.startswith(f"sendspec: {words}"), done.err


def test_another_key_of_the_project_is_refused(begun: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    begun.with_name("r.ndjson").write_bytes(receipt("a"))
    monkeypatch.setenv("SENDSPEC_JOURNAL_KEY", "another-key-of-16-and-more")
    done = call("receipts", "load", "r.ndjson", "--journal", begun)
    assert (done.status, "another key" in done.err) == (2, True)


STATES = st.sampled_from((State.UNKNOWN, State.DROPPED, State.UNSENT, State.ACCEPTED, State.REFUSED))
CODES = st.sampled_from(("7500", "7501", "7207", "7528", "7999"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STATES, min_size=1, max_size=5), st.data())
def test_neither_order_nor_number_of_receipts_matters(tmp_path: Path, states: list[State], data: st.DataObject) -> None:
    ids = [f"p{at}" for at in range(len(states))]
    came = data.draw(st.lists(st.tuples(st.sampled_from(ids), CODES), max_size=8))
    others = data.draw(st.permutations([*came, *came[: data.draw(st.integers(0, 8))]]))
    ends = []
    for order in (came, others):
        folder = tmp_path / str(next(COUNTER))
        folder.mkdir()
        journal = sending(folder / "j", KEY, dict(zip(ids, states, strict=True)))
        store = Store(store_of(folder / "j"))
        intake = Intake(journal, KEY)
        for id, code in order:
            kept = intake.take(receipt(id, code))[1]
            assert kept is not None
            store.add(KEY, [kept])
            if data.draw(st.booleans()):
                settle(journal, store, 1.0)
        settle(journal, store, 1.0)
        ends.append((standing(journal), {(kept.trace, kept.code, kept.state) for kept in store.since(0)}))
        journal.close()
        store.close()
    assert ends[0] == ends[1]
    by = {id: {code for told, code in came if told == id} for id in ids}
    for id, before, after in zip(ids, states, ends[0][0], strict=True):
        reached = bool(by[id] & {"7500", "7501", "7528"})
        proven = reached if before is State.UNSENT else bool(by[id]) and before in (State.UNKNOWN, State.DROPPED)
        assert after is (State.ACCEPTED if proven else before)


COUNTER = itertools.count()


def test_nothing_of_a_person_is_written_down(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.add(KEY, [Receipt("order-447700900101", "sms", "7500", "delivered", None, "447700900101", False)])
    store.close()
    for path in tmp_path.iterdir():
        assert b"447700900101" not in path.read_bytes()
        assert b"CANARY" not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0 or path.suffix in ("-wal", "-shm")


@pytest.mark.parametrize(
    ("times", "heard"),
    [
        ([(100.0, 200.0), (300.0, 400.0)], ((100.0, 400.0),)),  # the API tries again for as long
        ([(300.0, 400.0), (100.0, 179.0)], ((100.0, 179.0), (300.0, 400.0))),
        ([(100.0, 150.0), (300.0, 400.0), (160.0, 190.0)], ((100.0, 400.0),)),
        ([(0.0, 500.0), (100.0, 200.0)], ((0.0, 500.0),)),
    ],
)
def test_times_of_listening_that_nearly_touch_are_one(
    tmp_path: Path, times: list[tuple[float, float]], heard: tuple[tuple[float, float], ...]
) -> None:
    store = Store(tmp_path / "s")
    for since, until in times:
        store.listen(since, until)
    assert store.heard().times == heard


def test_silence_says_something_only_while_somebody_listened() -> None:
    heard = Heard(((1000.0, 2000.0), (5000.0, 6000.0)))
    assert heard.until(1500.0) == 2000.0
    assert heard.until(900.0) == 2000.0  # the API tries for two minutes
    assert heard.until(800.0) == 800.0
    assert heard.until(3000.0) == 3000.0
    assert Heard(()).until(5.0) == 5.0


def listening(
    tmp_path: Path, work: Callable[[Listener, str, aiohttp.ClientSession], Any], secret: bytes | None
) -> Store:
    """Runs something against a listener, and gives what it has kept."""
    journal = sending(tmp_path / "j", KEY, {f"p{at}": State.UNKNOWN for at in range(50)})
    store = Store(store_of(tmp_path / "j"))

    async def main() -> None:
        listener = Listener(Intake(journal, KEY), store, KEY, secret, lambda said: None)
        async with listener.serving("127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
            await work(listener, f"http://127.0.0.1:{port}/hook", client)

    asyncio.run(main())
    journal.close()
    return store


def test_the_listener_keeps_what_is_signed_before_it_answers_200(tmp_path: Path) -> None:
    async def work(listener: Listener, url: str, client: aiohttp.ClientSession) -> None:
        async def post(raw: bytes, header: str | None) -> int:
            headers = {} if header is None else {"x-hub-signature": header}
            async with client.post(url, data=raw, headers=headers) as answer:
                return answer.status

        for at, algorithm in ((1, "sha256"), (2, "sha512")):
            raw = receipt(f"p{at}")
            assert await post(raw, signed(raw, SECRET, algorithm)) == 200
            assert len(Store(store_of(tmp_path / "j")).since(0)) == at  # another process sees it by now
        forged = receipt("p3")
        assert await post(forged, signed(forged, b"guess", "sha256")) == 401
        assert await post(forged, signed(forged + b" ", SECRET, "sha256")) == 401
        assert await post(forged, None) == 401
        other = receipt("somebody")
        assert await post(other, signed(other, SECRET, "sha256")) == 200
        assert await post(b"{}", signed(b"{}", SECRET, "sha256")) == 400
        assert await post(b"x" * 300_000, None) == 413
        async with client.head(url) as answer:
            assert answer.status == 200
        async with client.put(url) as answer:
            assert answer.status == 405

    store = listening(tmp_path, work, SECRET)
    assert [kept.trace for kept in store.since(0)] == [trace(KEY, "p1"), trace(KEY, "p2")]
    assert len(store.heard().times) == 1


def test_shuffled_and_doubled_receipts_at_once_are_kept_once(tmp_path: Path) -> None:
    bodies = [receipt(f"p{at}", code) for at in range(50) for code in ("7501", "7500")] * 3

    async def work(listener: Listener, url: str, client: aiohttp.ClientSession) -> None:
        async def post(raw: bytes) -> int:
            async with client.post(url, data=raw) as answer:
                return answer.status

        bodies.sort(key=lambda raw: hash((raw, 7)))
        assert set(await asyncio.gather(*map(post, bodies))) == {200}

    kept = listening(tmp_path, work, None).since(0)
    assert len(kept) == len({(each.trace, each.code) for each in kept}) == 100


def test_too_many_at_once_are_asked_to_come_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sendspec.submit.receipt_server.MOST", 5)
    slow = Store.add

    def add(self: Store, key: bytes, receipts: Any) -> int:
        time.sleep(0.2)
        return slow(self, key, receipts)

    monkeypatch.setattr(Store, "add", add)

    async def work(listener: Listener, url: str, client: aiohttp.ClientSession) -> None:
        async def post(at: int) -> int:
            async with client.post(url, data=receipt(f"p{at}")) as answer:
                return answer.status

        answers = await asyncio.gather(*(post(at) for at in range(40)))
        assert set(answers) == {200, 503}
        kept = {each.trace for each in Store(store_of(tmp_path / "j")).since(0)}
        assert {trace(KEY, f"p{at}") for at, answer in enumerate(answers) if answer == 200} == kept

    listening(tmp_path, work, None)


def test_a_listener_may_be_there_before_the_journal_is(project: Path) -> None:
    package = str(Path(sendspec.__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": package}
    line = [
        sys.executable,
        "-m",
        "sendspec",
        "receipts",
        "serve",
        "--journal",
        "m.journal",
        "--unsigned",
        "--port",
        "18096",
    ]
    process = subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        assert process.stderr.readline() == (
            "sendspec: m.journal is not there yet: waiting for `sendspec send` to make it\n"
        )
        key = project_key(project, make=True)
        assert key is not None
        sending(project / "m.journal", key, {"a": State.UNKNOWN}).close()
        assert "listening on http://127.0.0.1:18096, without signatures" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.communicate()


def test_a_disk_that_fails_is_told_and_the_api_is_asked_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails, add = [True, False], Store.add

    def broken(self: Store, key: bytes, receipts: Any) -> int:
        if fails.pop(0):
            raise JournalError("j.receipts: database or disk is full")
        return add(self, key, receipts)

    monkeypatch.setattr(Store, "add", broken)

    async def work(listener: Listener, url: str, client: aiohttp.ClientSession) -> None:
        for expected in (503, 200):
            async with client.post(url, data=receipt("p1")) as answer:
                assert answer.status == expected

    assert [kept.trace for kept in listening(tmp_path, work, None).since(0)] == [trace(KEY, "p1")]


def test_the_command_listens_until_it_is_ended(begun: Path) -> None:
    package = str(Path(sendspec.__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": package, "SENDSPEC_RECEIPTS_SECRET": SECRET.decode()}
    line = [sys.executable, "-m", "sendspec", "receipts", "serve", "--journal", str(begun), "--port", "18097"]
    process = subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    found = re.search(r"listening on (http://127\.0\.0\.1:\d+)", process.stderr.readline())
    assert found is not None

    async def post() -> int:
        raw = receipt("a")
        headers = {"x-hub-signature": signed(raw, SECRET, "sha256")}
        async with aiohttp.ClientSession() as client, client.post(found[1], data=raw, headers=headers) as answer:
            return answer.status

    try:
        assert asyncio.run(post()) == 200
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0
    assert out == "1 of this sending\n1 unknown before, accepted by their receipts\n"
    assert standing(Journal(begun))[0] is State.ACCEPTED
