"""Compiled plans made by hand, and calls of the commands in a process of their own or in this one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sendspec.__main__ import main

from .judge import Judge, listening

V1, V2 = "/resources/v1/messaging", "/v2/messages"
KEY = "k3y-of-the-service-CANARY"


def number(person: int) -> str:
    """The address of a person."""
    return f"+4477009{person:05d}"


def sms(*people: int, **more: object) -> dict[str, Any]:
    """A message of v1 to some people."""
    to = [{"msisdn": [number(person) for person in people]}]
    return {"deliverychannel": "sms", "destination": to, "channels": {"sms": {"senderid": "A", "text": "x"}}, **more}


def write_plan(folder: Path, lines: list[dict[str, Any]], **changes: Any) -> Path:
    """A compiled folder of one rung, as compile writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode()
    (folder / "rung-1.ndjson").write_bytes(text)
    people = sum(len(line["rows"]) for line in lines)
    rung = {
        "rung": 1, "channel": "sms", "api": "v1", "path": V1, "and": False, "trigger": None, "waits_for": [],
        "native": False, "inside": None, "left_out": [], "strategy": "shared", "substitutions": [],
        "file": "rung-1.ndjson", "sha256": hashlib.sha256(text).hexdigest(), "requests": len(lines), "people": people,
        "without_address": 0,
    }  # fmt: skip
    plan = {
        "format": 1, "sendspec": "0", "message": "m", "category": None, "owner": None,
        "spec": {"path": "m.send", "files": {}}, "audience": {"sha256": None}, "profile": "current",
        "environment": None, "destinations_per_request": 1000,
        "counts": {"rows": people, "people": people, "rejects": 0, "duplicates": 0, "excluded": 0,
                   "unknown_locales": 0},
        "quiet": None, "expires": None, "rungs": [rung], **changes,
    }  # fmt: skip
    (folder / "plan.json").write_text(json.dumps(plan, indent=2) + "\n")
    return folder


def shared(count: int, each: int) -> list[dict[str, Any]]:
    """Lines to so many people, so many in each."""
    parts = [range(at, min(at + each, count)) for at in range(0, count, each)]
    return [{"rung": 1, "path": V1, "body": sms(*part), "rows": list(part)} for part in parts]


class Outcome(NamedTuple):
    """How a call ended, and what it wrote."""

    status: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that the calls are made in."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "sendspec.toml").write_text('[api]\ntps = 100000\n[env.test]\nkey_env = "CANARY_KEY"\n')
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CANARY_KEY", KEY)
    for name in ("NO_COLOR", "FORCE_COLOR", "CI", "SENDSPEC_JOURNAL_KEY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def call(project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Calls `sendspec` in this process, as its entry point does. The limiter's first wait is left out."""
    monkeypatch.setattr("sendspec.submit.limiter.WINDOW", 0.001)

    def made(*arguments: object) -> Outcome:
        monkeypatch.setattr("sys.argv", ["sendspec", *map(str, arguments)])
        status = main()
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return made


@pytest.fixture
def judge() -> Judge:
    """The server of a test."""
    return Judge()


@pytest.fixture
def send(call: Call, judge: Judge, project: Path) -> Any:
    """Sends `out/m` to the judge, who listens at one port for all of a test."""
    with listening(judge) as port:
        yield lambda *more: call("send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm", *more)
