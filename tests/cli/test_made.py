"""What compile tells of what it has written: tables for people, JSON for programs, nothing when asked for quiet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sendspec.schemas import validate

from .conftest import SENDER, Call

SPEC = (
    SENDER
    + """\
sender rich rcs { app "a_160000000000000002" }
sender chat whatsapp { app "a_160000000000000003" }

message m {
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    waid   <- wa
    unique by msisdn keep first
    max_rejects 50%
  }
  try whatsapp from chat { template "t" }
  else on failed try rcs from rich { text "Hello" }
  else on failed try sms from alerts { body "Hello" }
}
"""
)
PEOPLE = "phone,wa\n07700 900001,447700900001\n07700 900001,\nx,y\n07700 900002,\nx,447700900003\n"


@pytest.fixture
def filed(here: Path) -> Path:
    """A project with a message of three rungs, the last inside the one before."""
    (here / "m.send").write_text(SPEC)
    (here / "people.csv").write_text(PEOPLE)
    return here


def test_rows_and_rungs_are_told_in_tables(call: Call, filed: Path) -> None:
    done = call("compile", "m.send", "-o", "out")
    sizes = [(filed / "out" / "m" / f"rung-{number}.ndjson").stat().st_size for number in (1, 2)]
    assert (done.status, done.out) == (0, "")
    assert done.err[: done.err.index("sendspec: ")] == (
        "  message  rows  people  rejects  duplicates  excluded\n"
        "  m           5       2        2           1         0\n"
        "  rejects of m: AUD009 2\n"
        "\n"
        "  message  rung    channel   people  no address  requests  bytes\n"
        f"  m        1       whatsapp       1           1         1    {sizes[0]}\n"
        f"  m        2       rcs            2           0         1    {sizes[1]}\n"
        "  m        3 in 2  sms\n"
    )
    assert "sendspec: 1 message, 2 requests written to out\n" in done.err


def test_rows_that_are_all_people_need_no_table(call: Call, filed: Path) -> None:
    (filed / "people.csv").write_text("phone,wa\n07700 900001,447700900001\n")
    assert call("compile", "m.send", "-o", "out").err.startswith("  message  rung ")


def test_json_tells_the_same_on_standard_output(call: Call, filed: Path) -> None:
    done = call("compile", "m.send", "-o", "out", "--json", "--reject", "r.csv")
    (told,) = json.loads(done.out)
    plan = json.loads((filed / "out" / "m" / "plan.json").read_text(encoding="utf-8"))
    assert (told["message"], told["folder"], told["counts"]) == ("m", "out/m", plan["counts"])
    assert told["rejects"] == plan["rejects"] == {"AUD009": 2}
    for each, rung in zip(told["rungs"], plan["rungs"], strict=True):
        size = (filed / "out" / "m" / rung["file"]).stat().st_size if rung["file"] else 0
        assert each.pop("bytes") == size
        assert each.items() <= rung.items()
    assert "written" not in done.err


def test_quiet_tells_findings_alone(call: Call, filed: Path) -> None:
    done = call("compile", "m.send", "-o", "out", "--quiet", "--reject", "r.csv")
    assert (done.status, done.out) == (0, "")
    assert "AUD009" in done.err
    assert "sendspec:" not in done.err
    (filed / "people.csv").write_text("phone,wa\n07700 900001,447700900001\n")
    assert call("compile", "m.send", "-o", "out", "-q") == (0, "", "")
    assert call("compile", "m.send", "-q").out.count("\n") == 2


def test_json_needs_a_folder(call: Call, filed: Path) -> None:
    done = call("compile", "m.send", "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("sendspec: compile: --json: without -o, standard output takes the lines\n")


def test_the_plan_counts_rejects_by_code_as_its_schema_says(call: Call, filed: Path) -> None:
    (filed / "people.csv").write_text("phone,wa\n07700 900001,\n4.47E+11,y\nx,\n")
    call("compile", "m.send", "-o", "out", "--max-rejects", "2")
    plan = json.loads((filed / "out" / "m" / "plan.json").read_text(encoding="utf-8"))
    assert (plan["rejects"], plan["counts"]["rejects"]) == ({"AUD009": 2, "AUD010": 1}, 2)
    assert validate("plan", plan) is None
    plan["rejects"]["AUD009"] = "many"
    assert validate("plan", plan) is not None
