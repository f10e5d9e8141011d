"""Calls of the command: in this process, or as a process of its own where streams, signals and folders matter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import sendspec
from sendspec.__main__ import main

SENDER = 'sender alerts sms { id "ACME" }\n'
GOOD = """\
sender alerts sms { id "ACME" }

message m {
  audience rows {
    row { msisdn "+447700900123" }
  }
  try sms from alerts { body "Hello" }
}
"""
BAD = GOOD.replace("body", "bdy")
WARNED = GOOD.replace("message m", 'snippet unused "x"\n\nmessage m')


class Outcome(NamedTuple):
    """How a call ended, and what it wrote."""

    status: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project that the call is made in; nothing of the test's own surroundings shows."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "sendspec.toml").write_text("")
    monkeypatch.chdir(project)
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SENDSPEC_CACHE", "off")
    return project


@pytest.fixture
def call(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Calls `sendspec` in this process, as its entry point does."""

    def made(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["sendspec", *map(str, arguments)])
        capfd.readouterr()
        status = main()
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return made


def environment(**more: str) -> dict[str, str]:
    """The environment of a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "CI")}
    package = str(Path(sendspec.__file__).parent.parent)
    return {**kept, "SENDSPEC_CACHE": "off", "PYTHONPATH": package, **more}


@pytest.fixture
def process(here: Path) -> Call:
    """Calls `sendspec` as a process of its own."""

    def made(*arguments: Any, stdin: bytes = b"", **more: str) -> Outcome:
        line = [sys.executable, "-m", "sendspec", *arguments]
        done = subprocess.run(line, input=stdin, capture_output=True, timeout=60, env=environment(**more), check=False)
        return Outcome(
            done.returncode, *(text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
        )

    return made


@pytest.fixture
def shell(here: Path) -> Call:
    """Runs a line of a shell in which `$S` is the command."""

    def made(line: str, **more: str) -> Outcome:
        env = environment(S=f"{sys.executable} -m sendspec", **more)
        done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, timeout=60, env=env, check=False)
        return Outcome(done.returncode, done.stdout, done.stderr)

    return made


def one_line(text: str) -> str:
    """The one line of a refusal: its words, when there is nothing else but one line of help."""
    first, *rest = text.splitlines()
    assert first.startswith("sendspec: "), text
    assert not rest or (len(rest) == 1 and rest[0].startswith("  help: ")), text
    return first.removeprefix("sendspec: ")


def snapshot(folder: Path) -> dict[str, bytes]:
    """All files and folders below one, with their bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}
