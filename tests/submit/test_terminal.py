"""What a person sees who looks at a terminal: how far a sending is, and a table of where it stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import shared, write_plan
from .judge import Judge, accepted, listening

pty = pytest.importorskip("pty", reason="needs a terminal of its own")


def seen(project: Path, *arguments: str) -> str:
    """What a command writes to a terminal."""
    master, slave = pty.openpty()
    own = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    own.pop("CI", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "sendspec", *arguments], cwd=project, env=own, stdout=slave, stderr=slave, stdin=slave
    )
    os.close(slave)
    got = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        got += part
    os.close(master)
    assert process.wait(20) == 0
    return got.decode()


def test_progress_is_one_line_that_goes_away_and_the_standing_a_table(judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(40, 2))
    judge.behaviour = lambda asked: accepted(asked)._replace(pause=0.1)
    with listening(judge) as port:
        told = seen(project, "send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm")
    assert "accepted · " in told
    assert "/s · " in told
    assert " s left" in told
    assert told.endswith("\r\x1b[Km, rung 1 (sms): 40 accepted\r\n")

    table = seen(project, "status", "out/m")
    assert "│" in table
    assert "accepted" in table
    assert "40" in table
