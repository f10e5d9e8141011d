"""`sendspec compile --reject FILE`: what is written there, and when; and what is left alone."""

from __future__ import annotations

import csv
import errno
import json
from pathlib import Path
from typing import IO, Any

import pytest

from .conftest import SENDER, Call, one_line, snapshot

MESSAGE = """\
message NAME {
  vars { name text(max 20) example "Ann" }
  audience csv "people.csv" {
    msisdn <- phone
    vars <- same
  }
  try sms from alerts { body "Hello {{ name }}" }
}
"""
PEOPLE = "phone,name\n+447700900123,Ann\nx,Bob\n+447700900125,Cy\n=1+1,\n"


@pytest.fixture
def filed(here: Path) -> Path:
    """A project with a message to four people, two of whom are refused."""
    (here / "a.send").write_text(SENDER + MESSAGE.replace("NAME", "m"))
    (here / "people.csv").write_text(PEOPLE)
    return here


def refused(path: Path) -> list[tuple[str, str, str]]:
    """The message, row and code of each line."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(line["message"], line["row"], line["code"]) for line in csv.DictReader(file)]


ROWS = [("m", "1", "AUD009"), ("m", "3", "AUD009"), ("m", "3", "AUD011")]


def test_rows_that_stop_the_compile_are_written_and_nothing_else(call: Call, filed: Path) -> None:
    done = call("compile", "a.send", "-o", "out", "--reject", "r.csv")
    assert done.status == 1
    assert done.err.endswith("sendspec: 2 rejects written to r.csv\nsendspec: nothing was compiled\n")
    assert refused(filed / "r.csv") == ROWS
    assert sorted(path.name for path in filed.iterdir()) == ["a.send", "people.csv", "r.csv", "sendspec.toml"]


@pytest.mark.parametrize(("bound", "status"), [("2", 0), ("50%", 0), ("49%", 1), ("1", 1)])
def test_a_share_above_the_bound_stops_it(call: Call, filed: Path, bound: str, status: int) -> None:
    assert call("compile", "a.send", "-o", "out", "--reject", "r.csv", "--max-rejects", bound).status == status
    assert refused(filed / "r.csv") == ROWS
    assert (filed / "out").exists() == (status == 0)


def test_it_holds_as_many_rows_as_the_plan_counts(call: Call, filed: Path) -> None:
    call("compile", "a.send", "-o", "out", "--reject", "r.csv", "--max-rejects", "2")
    counts = json.loads((filed / "out" / "m" / "plan.json").read_text(encoding="utf-8"))["counts"]
    assert len({row for _, row, _ in refused(filed / "r.csv")}) == counts["rejects"] == 2
    assert counts["rows"] == counts["people"] + counts["rejects"] + counts["duplicates"] + counts["excluded"]


def test_rows_beyond_those_that_lint_looks_at_are_in_it(call: Call, filed: Path) -> None:
    people = "".join(f"+4477{number:08},Ann\n" for number in range(1500))
    (filed / "people.csv").write_text(f"phone,name\n{people}x,Bob\n")
    assert call("compile", "a.send", "-o", "out", "--reject", "r.csv").status == 1
    assert refused(filed / "r.csv") == [("m", "1500", "AUD009")]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_rows_of_all_messages_are_in_one_file(call: Call, filed: Path, workers: str) -> None:
    (filed / "a.send").write_text(SENDER + MESSAGE.replace("NAME", "one") + MESSAGE.replace("NAME", "two"))
    done = call("compile", "a.send", "--reject", "r.csv", "--max-rejects", "2", "--workers", workers)
    assert (done.status, "4 rejects written to r.csv" in done.err) == (0, True)
    assert refused(filed / "r.csv") == [(name, *row[1:]) for name in ("one", "two") for row in ROWS]


def test_messages_whose_rows_were_not_read_are_told(call: Call, filed: Path) -> None:
    (filed / "a.send").write_text(SENDER + MESSAGE.replace("NAME", "one") + MESSAGE.replace("NAME", "two"))
    done = call("compile", "a.send", "--reject", "r.csv")
    assert (done.status, "2 rejects written to r.csv; the rows of 1 message were not read" in done.err) == (1, True)


def test_people_who_are_there_twice_are_in_it(call: Call, filed: Path) -> None:
    spec = MESSAGE.replace("NAME", "m").replace("vars <- same", "vars <- same\n    unique by msisdn fail")
    (filed / "a.send").write_text(SENDER + spec)
    (filed / "people.csv").write_text("phone,name\n+447700900123,Ann\n+447700900123,Bob\n")
    assert call("compile", "a.send", "--reject", "r.csv").status == 1
    assert refused(filed / "r.csv") == [("m", "1", "AUD014")]


def test_without_rejects_it_has_a_header_alone(call: Call, filed: Path) -> None:
    call("compile", "a.send", "--reject", "r.csv")
    (filed / "people.csv").write_text("phone,name\n+447700900123,Ann\n")
    done = call("compile", "a.send", "--reject", "r.csv")
    assert (done.status, done.err) == (0, "sendspec: 0 rejects written to r.csv\n")
    assert refused(filed / "r.csv") == []


@pytest.mark.parametrize("people", ['phone,name\nx,Ann\n"x\n', "fone,name\n"], ids=["breaks", "does not fit"])
def test_a_list_that_cannot_be_read_to_its_end_leaves_what_was_there(call: Call, filed: Path, people: str) -> None:
    call("compile", "a.send", "--reject", "r.csv")
    (filed / "people.csv").write_text(people)
    before = snapshot(filed)
    assert call("compile", "a.send", "--reject", "r.csv").status == 1
    assert snapshot(filed) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("people.csv", "--reject people.csv: it is there and holds something else"),
        ("none/r.csv", "--reject none/r.csv: no such folder"),
        (".", "--reject .: it is a folder"),
        ("", "compile: --reject: an empty name names no file"),
    ],
)
def test_what_would_be_lost_by_it_is_told_and_left(call: Call, filed: Path, name: str, told: str) -> None:
    before = snapshot(filed)
    done = call("compile", "a.send", "-o", "out", "--reject", name)
    assert (done.status, one_line(done.err)) == (2, told)
    assert snapshot(filed) == before


def test_a_link_is_written_through(call: Call, filed: Path) -> None:
    (filed / "real.csv").write_text("")
    (filed / "r.csv").symlink_to("real.csv")
    call("compile", "a.send", "--reject", "r.csv")
    assert (filed / "r.csv").is_symlink()
    assert refused(filed / "real.csv") == ROWS


@pytest.mark.parametrize("name", ["0.csv.draft", "rejects.csv"])
def test_a_full_disk_is_one_line_and_nothing_stays(
    call: Call, filed: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from sendspec.audience import rejects

    opened: Any = rejects._opened

    def full(path: object) -> IO[str]:
        file: IO[str] = opened(path)
        if str(path).endswith(name):
            monkeypatch.setattr("csv.writer", lambda *_, **__: Full())
        return file

    class Full:
        def writerow(self, row: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(rejects, "_opened", full)
    before = snapshot(filed)
    done = call("compile", "a.send", "-o", "out", "--reject", "r.csv", "--max-rejects", "2")
    assert (done.status, done.out) == (2, "")
    assert done.err == "sendspec: the file of rejects cannot be written: no space left on device\n"
    assert snapshot(filed) == before
