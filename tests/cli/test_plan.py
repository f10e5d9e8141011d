"""`sendspec plan`: its numbers are those of what compile writes, and it leaves nothing."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sendspec.emit import census
from sendspec.values.gsm import parts

from .conftest import SENDER, Call, snapshot

ROOT = Path(__file__).parents[2]
SPEC = """\
locales [en, cy]
sender alerts sms { id "ACME" }
sender chat whatsapp { app "a_160000000000000003" }

message m {
  vars {
    name text(max 200) = "you"
    due  money(GBP) = 1
  }
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    waid   <- wa
    locale <- lang else en
    vars   <- same
    unique by msisdn keep first
    max_rejects 1
  }
  try whatsapp from chat { template "t" { name = name } }
  else after 1h30m unless read try sms from alerts { body text.sms }
  text sms {
    en "{{ name }}, you owe {{ due | money }}"
    cy "Fixed, the same for all"
  }
}
"""
LONG = "a" * 170
PEOPLE = f"""\
phone,wa,lang,name,due
07700 900001,447700900001,en,Ann,1.50
07700 900002,,en,{LONG},2
07700 900003,447700900003,cy,Cy,3
07700 900004,447700900004,fr,\u00e9\u0142{"b" * 100},4
x,,en,Ed,5
07700 900001,,en,Again,6
"""


@pytest.fixture
def filed(here: Path) -> Path:
    """A project with a message of two rungs to people of every kind."""
    (here / "m.send").write_text(SPEC, encoding="utf-8")
    (here / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return here


def planned(call: Call, *arguments: object) -> Any:
    done = call("plan", *arguments, "--output-format", "json")
    assert done.status == 0, done
    return json.loads(done.out)


def lengths(folder: Path) -> Counter[int]:
    """The parts of all texts in the requests of an SMS rung, by what stands in them alone."""
    found: Counter[int] = Counter()
    for line in (folder / "rung-2.ndjson").read_text(encoding="utf-8").splitlines():
        body = json.loads(line)["body"]
        for one in body if isinstance(body, list) else [body]:
            if "to" not in one:
                people = sum(len(each["msisdn"]) for each in one["destination"])
                found[parts(one["channels"]["sms"]["text"]).parts] += people
                continue
            for each in one["to"]:
                given = {**one.get("substitutions", {}), **each.get("substitutions", {})}
                text = one["content"]["text"]
                for name, value in given.items():
                    text = text.replace(f"$({name})", value)
                assert "$(" not in text
                found[parts(text).parts] += len(each["msisdn"])
    return found


def test_the_numbers_are_told_by_rung_and_locale(call: Call, filed: Path) -> None:
    done = call("plan", "m.send")
    assert done.status == 0
    assert done.out == (
        "m (m.send)\n"
        "  rows 6 = people 4 + rejects 1 + duplicates 1 + excluded 0\n"
        "  rejects by code: AUD009 1\n"
        "  unknown locales 1\n"
        "\n"
        "  rung  channel   tried                    people  no address  requests  bytes  largest\n"
        "  1     whatsapp                                3           1         1    695      695\n"
        "  2     sms       after 1h30m unless read       4           0         1    840      840\n"
        "\n"
        "  rung  channel   locale  people  1 part  2 parts\n"
        "  1     whatsapp  en           2\n"
        "  1     whatsapp  cy           1\n"
        "  2     sms       en           3       1        2\n"
        "  2     sms       cy           1       1\n"
        "\n"
    )
    assert "AUD009" in done.err


@pytest.mark.parametrize("api", ["v1", "v2"])
def test_they_are_those_of_what_compile_writes(call: Call, filed: Path, api: str) -> None:
    (filed / "sendspec.toml").write_text(f'[api]\nsms = "{api}"\n')
    (plan,) = planned(call, "m.send")
    assert call("compile", "m.send", "-o", "out").status == 0
    made = json.loads((filed / "out" / "m" / "plan.json").read_text(encoding="utf-8"))
    assert (plan["counts"], plan["audience"]) == (made["counts"], made["audience"])
    for told, rung in zip(plan["rungs"], made["rungs"], strict=True):
        known = ("rung", "channel", "api", "and", "trigger", "inside", "people", "without_address", "requests")
        assert {key: told[key] for key in known} == {key: rung[key] for key in known}
        lines = (filed / "out" / "m" / rung["file"]).read_text(encoding="utf-8").splitlines()
        bodies = [json.dumps(json.loads(line)["body"], ensure_ascii=False, separators=(",", ":")) for line in lines]
        sizes = [len(body.encode()) for body in bodies]
        assert told["file"] == {"requests": len(lines), "total": sum(sizes), "least": min(sizes), "most": max(sizes)}
        assert sum(each["people"] for each in told["locales"].values()) == rung["people"]
    found = Counter[int]()
    for each in plan["rungs"][1]["locales"].values():
        found.update({int(count): people for count, people in each["parts"].items()})
    assert found == lengths(filed / "out" / "m") == {1: 2, 2: 2}


def test_specs_of_all_kinds_can_be_planned(call: Call) -> None:
    plans = planned(call, *(ROOT / "specs" / name for name in ("bank", "tours", "utility", "visits")))
    assert {rung["channel"] for plan in plans for rung in plan["rungs"]} > {"sms", "rcs", "whatsapp", "email", "mms"}
    inside = [rung for plan in plans for rung in plan["rungs"] if rung["inside"]]
    assert all(rung["file"] is None and rung["requests"] == 0 and rung["people"] for rung in inside)
    assert inside


def test_nothing_of_it_stays(call: Call, filed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    before = snapshot(filed)
    planned(call, "m.send")
    assert call("plan", "m.send", "--max-rejects", "0").status == 1
    assert snapshot(filed) == before
    assert list(scratch.iterdir()) == []


def test_what_stops_a_compile_stops_it(call: Call, filed: Path) -> None:
    done = call("plan", "m.send", "--max-rejects", "0")
    assert (done.status, "AUD009" in done.out) == (1, True)
    assert done.err == "sendspec: nothing was planned\n"
    (filed / "m.send").write_text(SPEC.replace("body text.sms", "bdy text.sms"), encoding="utf-8")
    assert call("plan", "m.send").status == 1


def test_only_the_named_messages_and_other_people_are_planned(call: Call, filed: Path) -> None:
    (filed / "b.send").write_text(
        SENDER + 'message b { audience rows { row { msisdn "+447700900009" } }\n try sms from alerts { body "Hi" } }\n'
    )
    assert [plan["message"] for plan in planned(call, ".")] == ["b", "m"]
    assert [plan["message"] for plan in planned(call, ".", "--message", "b")] == ["b"]
    (filed / "other.csv").write_text("phone,wa,lang,name,due\n07700 900007,,cy,Di,1\n")
    (plan,) = planned(call, "m.send", "--audience", "other.csv")
    assert plan["counts"]["people"] == 1


def test_addresses_that_several_people_have_are_told(call: Call, filed: Path) -> None:
    (filed / "m.send").write_text(SPEC.replace("unique by msisdn keep first", ""), encoding="utf-8")
    done = call("plan", "m.send")
    assert "  shared msisdn 1, by 2 people; `+4•••••••••01` by 2\n" in done.out
    (plan,) = planned(call, "m.send")
    shared = {"addresses": 1, "people": 2, "shown": "+4•••••••••01", "most": 2, "partly": False}
    assert plan["shared"] == {"msisdn": shared}


def test_people_that_are_counted_otherwise_than_compiled_are_a_fault_of_ours(
    call: Call, filed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(census, "_count_all", lambda *given: None)
    done = call("plan", "m.send")
    assert (done.status, "this is a fault of sendspec" in done.err) == (2, True)
