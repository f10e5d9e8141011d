"""`compile --buckets`: in one process, in several, bucket by bucket by hand, ended and begun again: the same bytes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sendspec.cli import buckets
from sendspec.emit.write import make

from .conftest import Call, environment, one_line, snapshot

SPEC = """\
locales [en, cy]
sender alerts sms { id "ACME" }
message m {
  vars {
    who  text(max 20) = "you"
    ref  id(max 8)
  }
  audience csv "people.csv" {
    msisdn  <- phone as phone(GB)
    locale  <- lang else en
    vars    <- same
    unique  by msisdn keep first
    exclude csv "out.csv" by msisdn
    max_rejects 10%
  }
  try sms from alerts { body text.t }
  text t { en "Hello {{ who }}, {{ ref }}", cy "Helo {{ who }}, {{ ref }}" }
}
"""
PEOPLE = 1500


def rows(count: int = PEOPLE) -> list[str]:
    """People of whom some stand there twice, some are left out, and some are wrong."""
    made = [f'07700 9{number:05},{("en", "cy", "fr")[number % 3]},"N, {number}",A-{number}' for number in range(count)]
    made += [f"+4477009{number:05},en,Again,A-{number}" for number in range(0, count, 10)]
    return [*made, "+447700999999,en,,A-1", "4.47E+11,en,Bad,A-2", "+447700999998,en,Bad,no id", "short,row"]


@pytest.fixture
def spec(here: Path) -> Path:
    (here / "m.send").write_text(SPEC)
    (here / "sendspec.toml").write_text('[api]\nsms = "v2"\n')
    (here / "out.csv").write_text("phone\n" + "".join(f"07700 9{number:05}\n" for number in range(0, 300, 7)))
    (here / "people.csv").write_text("phone,lang,who,ref\n" + "\n".join(rows()) + "\n")
    return here


def people(folder: Path) -> list[tuple[str, str, str]]:
    """Who gets what: number, text and values, as they stand in the requests."""
    found = []
    for line in (folder / "m" / "rung-1.ndjson").read_text().splitlines():
        body = json.loads(line)["body"]
        for place in body["to"]:
            found += [(phone, body["content"]["text"], json.dumps(place["substitutions"])) for phone in place["msisdn"]]
    return found


def plan(folder: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((folder / "m" / "plan.json").read_text())
    return made


def test_one_process_two_and_each_bucket_by_hand_write_the_same_bytes(call: Call, spec: Path) -> None:
    one = call("compile", "m.send", "-o", "aaa", "--buckets", "5", "--reject", "aaa.csv")
    two = call("compile", "m.send", "-o", "bbb", "--buckets", "5", "--reject", "bbb.csv", "--workers", "2")
    for number in (3, 1, 5, 2, 4):
        assert call("compile", "m.send", "-o", "ccc", "--bucket", f"{number}/5").status == 0
    hand = call("compile", "m.send", "-o", "ccc", "--buckets", "5", "--reject", "ccc.csv")
    assert (one.status, two.status, hand.status) == (0, 0, 0), one.err
    assert snapshot(spec / "aaa") == snapshot(spec / "bbb") == snapshot(spec / "ccc")
    assert (spec / "aaa.csv").read_bytes() == (spec / "bbb.csv").read_bytes() == (spec / "ccc.csv").read_bytes()
    assert one.err == two.err.replace("bbb", "aaa") == hand.err.replace("ccc", "aaa")
    assert sorted(os.listdir(spec / "aaa")) == ["m"], "no step is left"


def test_the_people_of_all_buckets_are_those_of_a_plain_compile(call: Call, spec: Path) -> None:
    assert call("compile", "m.send", "-o", "plain", "--reject", "plain.csv").status == 0
    assert call("compile", "m.send", "-o", "out", "--buckets", "7", "--reject", "out.csv_").status == 0
    assert sorted(people(spec / "out")) == sorted(people(spec / "plain"))
    assert plan(spec / "out")["counts"] == plan(spec / "plain")["counts"]
    assert plan(spec / "out")["audience"] == plan(spec / "plain")["audience"]
    assert sorted((spec / "out.csv_").read_text().splitlines()) == sorted((spec / "plain.csv").read_text().splitlines())
    (rung,) = plan(spec / "out")["rungs"]
    assert rung["people"] == len(people(spec / "out"))


def test_people_stand_in_the_order_of_their_keys_however_many_buckets_and_however_the_source_is_sorted(
    call: Call, spec: Path
) -> None:
    assert call("compile", "m.send", "-o", "two", "--buckets", "2").status == 0
    assert call("compile", "m.send", "-o", "nine", "--buckets", "9").status == 0
    unique, again = rows()[:PEOPLE], rows()[PEOPLE:]
    (spec / "people.csv").write_text("phone,lang,who,ref\n" + "\n".join([*reversed(unique), *again]) + "\n")
    assert call("compile", "m.send", "-o", "other", "--buckets", "2").status == 0

    def order(name: str) -> list[str]:
        return [phone for phone, text, _ in people(spec / name) if text.startswith("Hello")]

    assert order("two") == order("other")
    assert people(spec / "two") == people(spec / "other")
    assert sorted(order("nine")) == sorted(order("two"))


def test_neither_hash_seed_nor_locale_nor_zone_changes_a_byte(call: Call, spec: Path) -> None:
    assert call("compile", "m.send", "-o", "one", "--buckets", "3").status == 0
    other = environment(PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Tokyo")
    command = [sys.executable, "-m", "sendspec", "compile", "m.send", "--buckets", "3", "-o", "two"]
    subprocess.run(command, cwd=spec, env=other, check=True, capture_output=True)
    assert snapshot(spec / "one") == snapshot(spec / "two")


def test_a_compile_that_is_killed_is_finished_from_the_buckets_that_are_done(call: Call, spec: Path) -> None:
    assert call("compile", "m.send", "-o", "whole", "--buckets", "6").status == 0
    command = [sys.executable, "-m", "sendspec", "compile", "m.send", "-o", "out", "--buckets", "6", "--workers", "2"]
    begun = subprocess.Popen(
        command,
        cwd=spec,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    steps = spec / "out" / buckets.FOLDER
    while begun.poll() is None and not list(steps.glob("m-*/[0-9]")):
        time.sleep(0.005)
    if begun.poll() is None:
        os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()
    there = {path: path.stat().st_mtime_ns for path in steps.glob("m-*/[0-9]/made/plan.json")}
    assert not (spec / "out" / "m").exists() or begun.returncode == 0
    again = call("compile", "m.send", "-o", "out", "--buckets", "6")
    assert again.status == 0, again.err
    assert there or begun.returncode == 0
    assert snapshot(spec / "out") == snapshot(spec / "whole")


def test_buckets_that_are_done_are_not_done_again(call: Call, spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("compile", "m.send", "-o", "whole", "--buckets", "3").status == 0
    for number in (1, 3):
        assert call("compile", "m.send", "-o", "out", "--bucket", f"{number}/3").status == 0
    asked: list[int] = []

    def counted(job: Any, folder: Path) -> dict[str, object]:
        asked.append(1)
        return make(job, folder)

    monkeypatch.setattr(buckets, "make", counted)
    assert call("compile", "m.send", "-o", "out", "--buckets", "3").status == 0
    assert asked == [1]
    assert snapshot(spec / "out") == snapshot(spec / "whole")


def test_what_was_done_of_other_people_is_not_taken(call: Call, spec: Path) -> None:
    for number in (1, 2):
        assert call("compile", "m.send", "-o", "out", "--bucket", f"{number}/2").status == 0
    text = (spec / "people.csv").read_text().replace("N, 7", "Someone")
    (spec / "people.csv").write_text(text)
    assert call("compile", "m.send", "-o", "out", "--buckets", "2").status == 0
    assert call("compile", "m.send", "-o", "new", "--buckets", "2").status == 0
    assert (spec / "out" / "m" / "rung-1.ndjson").read_bytes() == (spec / "new" / "m" / "rung-1.ndjson").read_bytes()


def test_rejects_are_judged_over_all_buckets_as_a_plain_compile_judges_them(call: Call, spec: Path) -> None:
    few = ("--max-rejects", "2")
    plain = call("compile", "m.send", "-o", "plain", *few)
    made = call("compile", "m.send", "-o", "out", "--buckets", "4", *few)
    assert plain.status == made.status == 1
    assert sorted(made.out.splitlines()) == sorted(plain.out.splitlines())
    assert not (spec / "out" / "m").exists()
    assert call("compile", "m.send", "-o", "out", "--buckets", "4", "--max-rejects", "3").status == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ("--buckets", "0", "-o", "out"),
        ("--buckets", "many", "-o", "out"),
        ("--buckets", "501", "-o", "out"),
        ("--bucket", "4/3", "-o", "out"),
        ("--bucket", "0/3", "-o", "out"),
        ("--bucket", "3", "-o", "out"),
        ("--bucket", "1/3", "--buckets", "3", "-o", "out"),
        ("--buckets", "3"),
    ],
)
def test_what_names_no_buckets_is_refused_in_one_line(call: Call, spec: Path, wrong: tuple[str, ...]) -> None:
    made = call("compile", "m.send", *wrong)
    assert made.status == 2
    assert "--bucket" in made.err
    assert not (spec / "out").exists()


def test_a_database_is_not_asked_bucket_by_bucket(call: Call, here: Path) -> None:
    import sqlite3

    with sqlite3.connect(here / "people.db") as base:
        base.execute("create table people (phone text)")
    (here / "m.send").write_text(
        'sender alerts sms { id "ACME" }\nmessage m {\n'
        '  audience sql "sqlite:///people.db" query "select phone from people" { msisdn <- phone }\n'
        '  try sms from alerts { body "Hello" }\n}\n'
    )
    made = call("compile", "m.send", "-o", "out", "--buckets", "2")
    assert made.status == 2
    assert "database" in one_line(made.err)
