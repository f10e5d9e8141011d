"""`sendspec import`: specs from bodies, to standard output, to a file, to a folder; refusals in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Call

BODY = {
    "deliverychannel": "sms",
    "destination": [{"msisdn": ["+447700900123"]}],
    "channels": {"sms": {"senderid": "ACME", "text": "Hello"}},
}
SPEC = """\
sender sms_sender sms { id "ACME" }

message body {
  audience rows {
    row { msisdn "+447700900123" }
  }

  try sms from sms_sender {
    body "Hello"
  }
}
"""


@pytest.fixture(autouse=True)
def bodies(here: Path) -> None:
    (here / "body.json").write_text(json.dumps(BODY))
    (here / "other.json").write_text(json.dumps({**BODY, "icmessage": "true"}))


def test_a_spec_goes_to_standard_output(call: Call) -> None:
    assert call("import", "body.json") == (0, SPEC, "")


def test_a_body_comes_from_standard_input(process: Call) -> None:
    made = process("import", "-", stdin=json.dumps(BODY).encode())
    assert (made.status, made.out) == (0, SPEC.replace("message body", "message message"))


def test_a_spec_is_written_to_the_named_file(call: Call, here: Path) -> None:
    assert call("import", "body.json", "-o", "specs/new.send") == (
        0,
        "",
        "sendspec: 1 spec written to specs/new.send\n",
    )
    assert (here / "specs" / "new.send").read_text() == SPEC


def test_a_folder_gets_one_spec_a_file(call: Call, here: Path) -> None:
    assert call("import", "body.json", "other.json", "-o", "specs").status == 0
    assert sorted(path.name for path in (here / "specs").iterdir()) == ["body.send", "other.send"]
    assert "wire {" in (here / "specs" / "other.send").read_text()


@pytest.mark.parametrize("name", ["rung-1.ndjson", "rung-1.json", "rung-1.postman_collection.json"])
def test_a_spec_in_a_folder_has_the_name_of_its_file(call: Call, here: Path, name: str) -> None:
    (here / name).write_text(json.dumps(BODY))
    assert call("import", name, "-o", "specs").status == 0
    assert [path.name for path in (here / "specs").iterdir()] == ["rung-1.send"]


def test_what_is_imported_lints_and_compiles_to_the_body(call: Call) -> None:
    call("import", "body.json", "-o", "new.send")
    assert call("lint", "new.send").status == 0
    assert json.loads(call("compile", "new.send").out)["body"] == BODY


def test_what_cannot_be_said_is_remarked(call: Call, here: Path) -> None:
    (here / "old.json").write_text(json.dumps({**BODY, "destination": [{"msisdn": ["447700900123"]}]}))
    made = call("import", "old.json")
    assert (made.status, made.err) == (0, "sendspec: old: numbers are written with their `+`\n")


REFUSED = {
    "no file": (("nobody.json",), "nobody.json: no such file"),
    "no json": (("broken.json",), "broken.json: not JSON"),
    "no body": (("list.json",), "list.json: no request body in it"),
    "two into one": (("body.json", "other.json", "-o", "one.send"), "one file for 2 bodies"),
    "two of one name": (
        ("body.json", "old/body.json", "-o", "specs"),
        "body.json and old/body.json would both be body.send",
    ),
    "onto a folder": (("body.json", "-o", ""), "an empty name"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_imported_is_refused_and_writes_nothing(call: Call, here: Path, case: str) -> None:
    arguments, said = REFUSED[case]
    (here / "broken.json").write_text("{")
    (here / "list.json").write_text("[]")
    before = sorted(here.rglob("*"))
    made = call("import", *arguments)
    assert (made.status, made.out) == (2, "")
    assert said in made.err
    assert sorted(here.rglob("*")) == before


def test_nothing_is_written_when_one_of_several_is_refused(call: Call, here: Path) -> None:
    (here / "broken.json").write_text("{")
    assert call("import", "body.json", "broken.json", "-o", "specs").status == 2
    assert not (here / "specs").exists()
