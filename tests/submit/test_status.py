"""`sendspec status` tells where a sending stands, while it goes on and afterwards."""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sendspec import schemas

from .conftest import V1, Call, Outcome, shared, sms, write_plan
from .judge import Asked, Judge, Says, accepted, coded, http, listening

Run = Callable[..., Outcome]


def mixed(asked: Asked) -> Says:
    """By the row that a request begins with: accepted, refused, lost, or an unclear code."""
    number = int(asked.addresses[0][-2:])
    if number < 4:
        return accepted(asked)
    if number < 6:
        return coded("7102")(asked)
    return Says((), takes=True) if number < 8 else coded("7016", takes=True)(asked)


@pytest.fixture
def sent(call: Call, project: Path) -> Call:
    """A sending of ten people, two a request, that ended with all kinds of outcome."""
    write_plan(project / "out/m", shared(10, 2))
    with listening(Judge(mixed)) as port:
        done = call("send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm", "--max-refused", "50%")
    assert done.status == 3, done
    return call


def test_people_are_counted_by_state_and_the_doubtful_told_by_row(sent: Call) -> None:
    done = sent("status", "out/m.journal")
    assert (done.status, done.err) == (0, "")
    first, *rest = done.out.splitlines()
    assert first.startswith("m, begun 20")
    assert [" ".join(line.split()) for line in rest] == [
        "rung channel people accepted refused unknown left",
        "1 sms 10 4 2 4 0",
        "in doubt on rung 1, by row: 6, 7, 8 (7016), 9 (7016)",
    ]


def test_the_folder_of_the_plan_names_its_journal(sent: Call) -> None:
    assert sent("status", "out/m").out == sent("status", "out/m.journal").out
    assert sent("status", "out/m/plan.json").out == sent("status", "out/m.journal").out


def test_the_same_stands_in_json_that_keeps_its_schema(sent: Call) -> None:
    told = json.loads(sent("status", "out/m", "--json").out)
    assert schemas.validate("journal", told) is None
    assert told["rungs"] == [
        {"rung": 1, "channel": "sms", "people": 10, "states": {"accepted": 4, "refused": 2, "unknown": 4}, "left": 0}
    ]
    assert told["unknown"] == [
        {"rung": 1, "row": row, "why": "unknown", "code": code}
        for row, code in ((6, None), (7, None), (8, "7016"), (9, "7016"))
    ]
    assert told["sender"] is None


def test_everybody_stands_in_the_table(sent: Call, project: Path) -> None:
    assert sent("status", "out/m", "--csv", "all.csv").err == "sendspec: 10 people written to all.csv\n"
    with (project / "all.csv").open(newline="") as file:
        head, *body = csv.reader(file)
    assert head == ["rung", "row", "state", "why", "code"]
    assert sorted((int(row), state) for _, row, state, _, _ in body) == [
        *((row, "accepted") for row in range(4)), (4, "refused"), (5, "refused"),
        *((row, "unknown") for row in range(6, 10)),
    ]  # fmt: skip


def test_a_code_that_a_server_makes_up_comes_into_no_spreadsheet(call: Call, project: Path) -> None:
    write_plan(project / "out/m", shared(1, 1))
    evil = Judge(lambda asked: Says((http(200, b'{"response": {"code": "=1+1"}}'),)))
    with listening(evil) as port:
        assert call("send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm").status == 3
    call("status", "out/m", "--csv", "all.csv")
    assert (project / "all.csv").read_text() == "rung,row,state,why,code\n1,0,unknown,strange,other\n"


def test_why_it_stopped_is_told(call: Call, project: Path) -> None:
    write_plan(project / "out/m", shared(4, 2))
    with listening(Judge(coded("7001"))) as port:
        assert call("send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm").status == 4
    out = call("status", "out/m").out
    assert "stopped: the account or its key is refused (7001)" in out
    assert "`send --resume` goes on" in out
    told = json.loads(call("status", "out/m", "--json").out)
    assert schemas.validate("journal", told) is None
    assert told["rungs"][0]["left"] == 4


def test_it_follows_a_sender_to_its_end(project: Path) -> None:
    write_plan(project / "out/m", shared(30, 1))
    judge = Judge(lambda asked: accepted(asked)._replace(pause=0.1))
    with listening(judge) as port:
        command = [sys.executable, "-m", "sendspec"]
        host = ("--host", f"127.0.0.1:{port}")
        sender = subprocess.Popen([*command, "send", "out/m", *host, "--confirm", "--at-once", "1"], cwd=project)
        while not judge.asked:
            assert sender.poll() is None
        told = subprocess.run(
            [*command, "status", "out/m", "--follow", "--json"], cwd=project, capture_output=True, text=True, check=True
        ).stdout
        assert sender.wait(20) == 0
    seen: list[dict[str, Any]] = [json.loads(line) for line in told.splitlines()]
    assert [schemas.validate("journal", each) for each in seen] == [None] * len(seen)
    assert seen[0]["sender"]["alive"] is True
    assert seen[0]["sender"]["process"] == sender.pid
    assert seen[-1]["rungs"][0]["left"] == 0
    assert len({each["rungs"][0]["left"] for each in seen}) > 1


def test_a_sender_that_was_cut_off_is_told(project: Path, call: Call) -> None:
    write_plan(project / "out/m", [{"rung": 1, "path": V1, "body": sms(0), "rows": [0]}])
    judge = Judge(lambda asked: Says(stall=True))
    with listening(judge) as port:
        command = [sys.executable, "-m", "sendspec", "send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm"]
        sender = subprocess.Popen(command, cwd=project)
        while not judge.asked:
            assert sender.poll() is None
        sender.kill()
        sender.wait()
    out = call("status", "out/m").out
    assert "the last sender was cut off" in out
    assert "in doubt on rung 1, by row: 0\n" in out


def test_where_nothing_was_sent_there_is_nothing_to_tell(call: Call, project: Path) -> None:
    write_plan(project / "out/m", shared(4, 2))
    for path in ("out/m", "none.journal"):
        done = call("status", path)
        assert (done.status, "no journal; nothing was sent" in done.err) == (2, True)
    (project / "x.journal").write_text("no journal at all" * 100)
    done = call("status", "x.journal")
    assert (done.status, "x.journal: file is not a database" in done.err) == (2, True)


def test_of_a_later_rung_nobody_says_how_many_are_left(call: Call, project: Path) -> None:
    plan = write_plan(project / "out/m", shared(2, 2)) / "plan.json"
    told = json.loads(plan.read_text())
    later = {**told["rungs"][0], "rung": 2, "file": "rung-2.ndjson", "waits_for": [1],
             "trigger": {"on": "failed", "after_seconds": None, "unless": None}}  # fmt: skip
    (project / "out/m/rung-2.ndjson").write_bytes((project / "out/m/rung-1.ndjson").read_bytes().replace(
        b'"rung":1', b'"rung":2'))  # fmt: skip
    later["sha256"] = hashlib.sha256((project / "out/m/rung-2.ndjson").read_bytes()).hexdigest()
    plan.write_text(json.dumps({**told, "rungs": [told["rungs"][0], later]}))
    with listening(Judge()) as port:
        assert call("send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm").status == 0
    report = json.loads(call("status", "out/m", "--json").out)
    assert schemas.validate("journal", report) is None
    assert [rung["left"] for rung in report["rungs"]] == [0, None]
