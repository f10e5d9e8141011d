"""`sendspec send` and `sendspec receipts` against the mock: two programs of one house, written from the same pages by
different hands, have to agree."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web

from sendspec.channels.states import REACHED
from sendspec.mock.api import Mock, Rules
from sendspec.mock.fault import Rates, of_request
from sendspec.mock.receipts import shape, written
from sendspec.mock.receipts import signed as sign
from sendspec.mock.run import Place, serve
from sendspec.mock.server import Signature
from sendspec.submit.receipt import Receipt, read_receipt, signed

from .bodies import VALID, before, rcs, sent, sms

SECRET = b"of the webhook"
URL = "http://127.0.0.1:9/receipts"
SPEC = """\
sender alerts sms { id "ACME" }

message m {
  vars { ref id(max 12) }
  audience csv "people.csv" {
    msisdn <- phone
    vars   <- same
  }
  track { correlation "run-{{ ref }}", callback "{{ ref }}" }
  try sms from alerts { body "Hello" }
}
"""
PEOPLE = 60
#: Faults after which nobody can know whether the request was taken.
DOUBTFUL = ("drop", "reset", "lose", "lose-by-reset", "truncated", "non-json", "5xx", "7005", "7006")


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_every_receipt_of_the_mock_is_read_by_those_who_take_receipts(path: Path) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    for rates in ({}, {"failed": 1.0}, {"clicked": 1.0}):
        for one in sent(Mock(Rules(notify=URL, faults=rates)), body, now=before(body)).receipts:
            found = read_receipt(written(one))
            if not one.person.correlation:
                assert not isinstance(found, Receipt)
                continue
            assert isinstance(found, Receipt), found
            assert (found.id, found.code) == (one.person.correlation, one.event["code"])
            assert found.at == pytest.approx(one.at, abs=0.001) or one.shape.zone == ""
            failures = {chain[-1]["code"] for chain in one.shape.bad}
            if one.event["state"] in REACHED:
                assert found.state == one.event["state"]
            else:
                assert (found.state == "failed") == (found.code in failures)


def test_a_failure_that_the_platform_mends_itself_is_told_apart() -> None:
    options = {"smsFallback": True, "smsSenderId": "ACME", "text": "Hello"}
    body = rcs(options=options, correlationId="a")
    found = [read_receipt(written(one)) for one in sent(Mock(Rules(notify=URL, faults={"failed": 1.0})), body).receipts]
    kinds = {(each.channel, each.state, each.carried_on) for each in found if isinstance(each, Receipt)}
    assert {("rcs", "failed", False), ("sms", "delivered", True)} <= kinds


def test_signatures_are_taken_and_forged_ones_are_not() -> None:
    body = written(sent(Mock(Rules(notify=URL)), sms(correlation="a")).receipts[0])
    for algorithm in ("sha256", "sha512"):
        assert signed(b"secret", body, sign(body, b"secret", algorithm))
        assert not signed(b"secret", body, sign(body, b"not the secret", algorithm))


def test_a_receipt_names_its_channel_in_a_way_that_is_known() -> None:
    assert shape("inapp").channel == "rt"


# --- a whole sending -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A compiled plan in which every person has a request of their own."""
    folder = tmp_path_factory.mktemp("compiled")
    (folder / "sendspec.toml").write_text('[api]\nsms = "v2"\n[env.mock]\nkey_env = "MOCK_KEY"\ntps = 1000\n')
    rows = "".join(f"+4477009{number:05},{number:03}\n" for number in range(PEOPLE))
    (folder / "people.csv").write_text(f"phone,ref\n{rows}")
    (folder / "m.send").write_text(SPEC)
    made = called(folder, "compile", "m.send", "--env", "mock", "-o", "out")
    assert made.returncode == 0, made.stderr
    assert len((folder / "out/m/rung-1.ndjson").read_text().splitlines()) == PEOPLE
    return folder


@pytest.fixture
def project(compiled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and the key in its variable."""
    monkeypatch.setenv("MOCK_KEY", "right")
    return Path(shutil.copytree(compiled, tmp_path / "project"))


def called(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    line = [sys.executable, "-m", "sendspec", *arguments]
    own = {**os.environ, "SENDSPEC_CACHE": "off"}
    return subprocess.run(line, cwd=project, env=own, capture_output=True, text=True, timeout=60, check=False)


def sending(
    project: Path, rules: Rules, *, times: int = 1, got: list[tuple[bytes, str]] | None = None
) -> tuple[list[Any], list[dict[str, Any]], Any]:
    """Sends to a mock, so many times; how each call ended, the entries of the log, and the totals.

    `got` is filled with the receipts that come until none is waiting: bodies and signatures.
    """

    async def take(request: web.BaseRequest) -> web.Response:
        assert got is not None
        got.append((await request.read(), request.headers["x-hub-signature"]))
        return web.Response()

    async def run() -> Any:
        receiver = web.ServerRunner(web.Server(take, access_log=None), shutdown_timeout=0.1)
        await receiver.setup()
        await web.TCPSite(receiver, "127.0.0.1", 0).start()
        notify = f"http://127.0.0.1:{receiver.addresses[0][1]}/" if got is not None else None
        stop, address = asyncio.Event(), asyncio.get_running_loop().create_future()
        with (project / "mock.ndjson").open("w") as file:
            place = Place("127.0.0.1", 0, signature=Signature(SECRET, "sha256"), file=file)
            server = asyncio.create_task(serve(rules._replace(notify=notify), place, address.set_result, stop))
            at = await asyncio.wait_for(address, 20)
            call = ("send", "out/m", "--env", "mock", "--host", at.removeprefix("http://"), "--confirm")
            done = [await asyncio.to_thread(called, project, *call) for _ in range(times)]
            await settled(at)
            stop.set()
            log = await server
        await receiver.cleanup()
        return done, log

    done, log = asyncio.run(run())
    entries = [json.loads(line) for line in (project / "mock.ndjson").read_text().splitlines()]
    return done, [entry for entry in entries if entry["kind"] == "request"], log.totals


async def settled(at: str) -> None:
    """Waits until no receipt is to come."""
    async with ClientSession() as client:
        for _ in range(400):
            async with client.get(f"{at}/log.json") as answer:
                told = await answer.json()
            totals = told["totals"]
            if told["receipts waiting"] == 0 and totals.get("receipts taken", 0) == totals["receipts due"]:
                return
            await asyncio.sleep(0.05)
    raise AssertionError("receipts are still to come")


def test_a_sending_to_a_mock_without_faults_reaches_everybody_once(project: Path) -> None:
    done, entries, totals = sending(project, Rules(access=Rules().access._replace(key="right"), tps=1000), times=2)
    assert [each.returncode for each in done] == [0, 0], done[0].stderr
    assert (totals["people"], totals["correlation ids accepted twice"], totals["refused"]) == (PEOPLE, 0, 0)
    assert {entry["version"] for entry in entries} == {"v2"}


def gentle(faults: Rates) -> Iterator[int]:
    """Seeds by which two requests of a sending are doubtful: at three the sender pauses."""
    for seed in count():
        drawn = (of_request(faults, seed, number) for number in count(1))
        names = [fault.name if fault else "" for fault in islice(drawn, PEOPLE + 10)]
        there = [name for at, name in enumerate(names) if at < PEOPLE + names[:at].count("7020")]
        if sum(name in DOUBTFUL for name in there) == 2 and "7020" in there:
            yield seed


FAULTS = {"7020": 0.02} | dict.fromkeys(DOUBTFUL, 0.005)


@pytest.mark.parametrize("seed", list(islice(gentle(FAULTS), 1)))
def test_a_mock_that_lies_and_loses_gets_nobody_twice_and_what_it_hides_is_told(project: Path, seed: int) -> None:
    done, entries, totals = sending(project, Rules(seed, tps=1000, faults=FAULTS), times=2)
    accepted = Counter(person for entry in entries if entry["accepted"] for person in entry["correlation"])
    hidden = [entry for entry in entries if entry["fault"] in DOUBTFUL]
    assert len(hidden) == 2
    assert totals["correlation ids accepted twice"] == 0
    assert set(accepted.values()) == {1}
    assert len(accepted) >= PEOPLE - 2
    assert [each.returncode for each in done] == [3, 3], done[0].stdout + done[0].stderr
    assert [" ".join(each.stdout.split()) for each in done] == ["m, rung 1 (sms): 58 accepted, 2 unknown"] * 2


def test_a_mock_that_redirects_gets_neither_key_nor_body_at_the_other_origin(project: Path) -> None:
    done, _, totals = sending(project, Rules(faults={"307": 1.0}))
    assert done[0].returncode == 4
    assert (totals["people"], totals["requests at the other origin"]) == (0, 0)


def test_a_wrong_key_stops_a_sending_at_once(project: Path) -> None:
    done, entries, totals = sending(project, Rules(access=Rules().access._replace(key="another")))
    assert done[0].returncode == 4
    assert totals["people"] == 0
    assert len(entries) <= 8
    assert "right" not in done[0].stdout + done[0].stderr


def test_receipts_of_the_mock_settle_what_its_lost_answers_left_unknown(project: Path) -> None:
    faults = {"lose": 0.04, "failed": 0.1, "duplicate-receipt": 0.2, "late-receipt": 0.2, "forged-receipt": 0.2}
    seed = next(seed for seed in count() if sum(name == "lose" for name in drawn(faults, seed)) == 2)
    got: list[tuple[bytes, str]] = []
    rules = Rules(seed, tps=1000, faults=faults, wait=0.2)
    done, _, totals = sending(project, rules, got=got)
    assert done[0].returncode == 3
    assert "58 accepted, 2 unknown" in " ".join(done[0].stdout.split())
    assert totals["receipts taken"] == len(got) > 2 * PEOPLE
    true = [body for body, signature in got if signed(SECRET, body, signature)]
    assert len(true) < len(got)
    (project / "receipts.ndjson").write_bytes(b"\n".join(true) + b"\n")
    loaded = called(project, "receipts", "load", "receipts.ndjson", "--journal", "out/m.journal")
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr
    status = called(project, "status", "out/m.journal", "--json")
    assert json.loads(status.stdout)["unknown"] == []


def drawn(faults: Rates, seed: int) -> list[str]:
    """The faults of requests, as many as there are people."""
    found = (of_request(faults, seed, number) for number in range(1, PEOPLE + 1))
    return [fault.name for fault in found if fault]
