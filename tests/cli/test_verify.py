"""`sendspec verify`: request bodies from files and standard input, told where the value stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import GOOD, Call

BODY = {
    "deliverychannel": "sms",
    "destination": [{"msisdn": ["+447700900123"]}],
    "channels": {"sms": {"senderid": "ACME", "type": "1", "text": "Hello"}},
}
WRONG = json.dumps({**BODY, "deliverychanel": "sms"}, indent=2)


def test_a_body_that_the_api_takes_is_fine(call: Call, here: Path) -> None:
    (here / "body.json").write_text(json.dumps(BODY))
    (here / "bodies.json").write_text(json.dumps([BODY, BODY]))
    assert call("verify", "body.json", "bodies.json") == (0, "no findings in 2 files\n", "")


def test_a_finding_has_the_pointer_and_the_place_of_the_value(call: Call, here: Path) -> None:
    (here / "body.json").write_text(WRONG)
    made = call("verify", "--output-format", "json", "body.json")
    assert made.status == 1
    found = json.loads(made.out)
    assert [(each["code"], each["pointer"], each["path"]) for each in found] == [
        ("API001", "/deliverychanel", "body.json")
    ]
    line = WRONG.splitlines()[found[0]["line"] - 1]
    assert "deliverychanel" in line


def test_standard_input_is_read_once(process: Call, here: Path) -> None:
    assert process("verify", "-", stdin=json.dumps(BODY).encode()) == (0, "no findings in 1 file\n", "")
    assert process("verify", "-", "-", stdin=json.dumps(BODY).encode()).status == 0
    made = process("verify", "-", stdin=WRONG.encode())
    assert made.status == 1
    assert "<stdin>:" in made.out


NO_BODIES = {
    "open": (b"{", "API050"),
    "empty": (b"", "API050"),
    "bytes": (b"\xff", "SYN022"),
    "number": (b"3", "API056"),
    "other": (b"{}", "API056"),
    "spec": (GOOD.encode(), "API056"),
    "deep": (b"[" * 100_000, "API052"),
}


@pytest.mark.parametrize(("data", "code"), NO_BODIES.values(), ids=NO_BODIES)
def test_what_is_no_body_is_one_finding_and_no_crash(call: Call, here: Path, data: bytes, code: str) -> None:
    (here / "body.json").write_bytes(data)
    made = call("verify", "--output-format", "concise", "body.json")
    assert (made.status, made.err) == (1, "")
    assert len(made.out.splitlines()) == 1
    assert f"[{code}]" in made.out


def test_what_compile_wrote_is_fine(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    lines = call("compile", "a.send").out
    (here / "body.json").write_text(json.dumps(json.loads(lines)["body"]))
    (here / "lines.ndjson").write_text(lines * 2)
    assert call("verify", "--fail-on", "note", "body.json", "lines.ndjson").status == 0
    (here / "lines.ndjson").write_text(lines + lines.replace('"Hello"', "7"))
    told = call("verify", "--output-format", "concise", "lines.ndjson").out
    assert told.startswith("lines.ndjson:2:")


def test_a_plan_findings_and_a_spec_are_told_as_what_they_are(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "b.send").write_text(GOOD.replace("message", "mesage"))
    assert call("compile", "a.send", "-o", "out").status == 0
    plan = next(here.glob("out/*/plan.json"))
    (here / "findings.json").write_text(call("lint", "--output-format", "json", "b.send").out)
    (here / "findings.sarif").write_text(call("lint", "--output-format", "sarif", "b.send").out)
    for path, what, command in (
        (plan.relative_to(here).as_posix(), "a plan", "`sendspec verify` on `rung-1.ndjson`"),
        ("findings.json", "findings", "`sendspec lint` on the spec"),
        ("findings.sarif", "findings", "`sendspec lint` on the spec"),
        ("a.send", "a spec", "`sendspec lint`"),
        ("b.send", "a spec", "`sendspec lint`"),
    ):
        (told,) = json.loads(call("verify", "--output-format", "json", path).out)
        assert (told["code"], told["line"], told["column"]) == ("API056", 1, 1)
        assert what in told["message"]
        assert command in told["help"]
    (here / "spec.txt").write_text("# a spec\n\n" + GOOD)
    assert "this is a spec" in call("verify", "spec.txt").out
    (here / "prose.txt").write_text("message for you: hello")
    assert "API050" in call("verify", "prose.txt").out


def test_fail_on_holds_here_too(call: Call, here: Path) -> None:
    (here / "body.json").write_text(json.dumps({**BODY, "expiry": "2026-11-30T14:30:00+05:30"}))
    found = json.loads(call("verify", "--output-format", "json", "body.json").out)
    levels = {each["severity"] for each in found}
    assert levels
    assert "error" not in levels
    assert call("verify", "body.json").status == 0
    assert call("verify", "--fail-on", "note", "body.json").status == 1
