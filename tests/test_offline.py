"""No command but those that send opens a socket: here every attempt to make one ends the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: Run by Python before anything else. The hook sees sockets however they are made.
GUARD = """import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"{event}: no network here")

sys.addaudithook(forbid)
"""


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that cannot make a socket."""
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD)
    return {**os.environ, "PYTHONPATH": str(guard), "SENDSPEC_CACHE": "off"}


def run(environment: dict[str, str], *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, input=given, capture_output=True, check=False
    )


def test_the_guard_forbids_sockets_and_names(offline: dict[str, str]) -> None:
    for attempt in ("socket.socket()", "socket.getaddrinfo('localhost', 80)"):
        done = run(offline, "-c", f"import socket; {attempt}")
        assert done.returncode == 1
        assert b"no network here" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "specs"],
        ["lint", "specs/visits/appointment_reminder.send"],
        ["lint", "--output-format", "sarif", "specs"],
        ["format", "--check", "specs"],
        ["compile", "specs"],
        ["plan", "specs/visits"],
        ["compile", "specs/visits/appointment_reminder.send", "--workers", "2"],
        ["explain", "SMS004"],
        ["rules"],
        ["rules", "--output-format", "json"],
        ["schema", "plan"],
        ["mock", "--help"],
        ["--help"],
        ["--version"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_a_command_works_without_a_network(offline: dict[str, str], arguments: list[str]) -> None:
    done = run(offline, "-m", "sendspec", *arguments)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or arguments[0] == "format"


def test_what_is_compiled_is_verified_without_a_network(offline: dict[str, str], tmp_path: Path) -> None:
    made = run(
        offline, "-m", "sendspec", "compile", "specs/visits/appointment_reminder.send", "-o", str(tmp_path / "out")
    )
    assert made.returncode == 0, made.stderr.decode()
    body = (tmp_path / "out" / "appointment_reminder" / "rung-1.ndjson").read_bytes().split(b"\n")[0]

    done = run(offline, "-m", "sendspec", "verify", "-", given=json.dumps(json.loads(body)["body"]).encode())
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_a_project_is_set_up_and_mock_is_what_the_guard_stops(offline: dict[str, str], tmp_path: Path) -> None:
    assert run(offline, "-m", "sendspec", "init", str(tmp_path / "new")).returncode == 0
    stopped = run(offline, "-m", "sendspec", "mock", "--port", "0")
    assert stopped.returncode == 2
    assert b"no network here" in stopped.stderr
