"""How far a compile is, is told at a terminal alone, and leaves nothing there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.audience.nodes import Tally
from sendspec.cli import progress
from sendspec.emit.job import Job

from .conftest import Call, environment

SPEC = """\
sender alerts sms { id "ACME" }
message m {
  vars { name text(max 20) example "Ann" }
  audience csv "people.csv" {
    msisdn <- phone
    vars <- same
    max_rejects 5%
  }
  try sms from alerts { body "Hello {{ name }}" }
}
"""


class Message:
    name = "m"


def job(tally: Tally, people: Any, crowds: Any = None) -> Job:
    config: Any = None
    message: Any = Message()
    return Job(message, "m.send", lambda: people, lambda: tally, config, {}, crowds=crowds)


@pytest.mark.parametrize("by_column", [False, True])
def test_the_line_is_written_anew_and_taken_away(capsys: pytest.CaptureFixture[str], by_column: bool) -> None:
    tally = Tally()
    times = iter([0.0, 0.1, 0.6, 0.7, 2.0])

    def people() -> Iterator[Any]:
        for _ in range(4):
            tally.rows += 1_000
            tally.rejects += 1
            yield object()

    given = job(tally, people(), people if by_column else None)
    watched = progress.progress(given, lambda: next(times))
    assert (watched.crowds is not None) == by_column
    assert len(list(watched.crowds() if watched.crowds else watched.people())) == 4
    first, second, *rest = capsys.readouterr().err.split("\r\x1b[K")[1:]
    assert first == "  m: 2 000 rows, 3 333 a second, 2 rejects"
    assert second == "  m: 4 000 rows, 2 000 a second, 4 rejects"
    assert rest == [""]


def test_short_work_writes_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    watched = progress.progress(job(Tally(), iter([object()] * 9)), lambda: 0.0)
    assert len(list(watched.people())) == 9
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("more", "arguments", "seen"),
    [({}, [], True), ({"CI": "true"}, [], False), ({"TERM": "dumb"}, [], False), ({}, ["--quiet"], False)],
)
def test_only_who_looks_at_a_terminal_sees_it(
    here: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, str], arguments: list[str], seen: bool
) -> None:
    import pty

    (here / "a.send").write_text(SPEC)
    (here / "people.csv").write_text("phone,name\n" + "".join(f"+4477{at:08},N{at}\n" for at in range(20_000)))
    ours, theirs = pty.openpty()
    program = (
        "from sendspec.cli import progress; progress.FIRST = 0.0; from sendspec.__main__ import process; process()"
    )
    line = [sys.executable, "-c", program, "compile", "a.send", "-o", "out", *arguments]
    with subprocess.Popen(line, stderr=theirs, env=environment(**{"TERM": "xterm", **more})) as done:
        os.close(theirs)
        told = b""
        while piece := _read(ours):
            told += piece
    os.close(ours)
    assert done.returncode == 0
    assert (b" rows, " in told) is seen
    assert (b"request" in told) == ("--quiet" not in arguments)


def _read(ours: int) -> bytes:
    try:
        return os.read(ours, 4096)
    except OSError:  # the other end is gone
        return b""


def test_a_pipe_sees_none_of_it(call: Call, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.send").write_text(SPEC)
    (here / "people.csv").write_text("phone,name\n" + "".join(f"+4477{at:08},N{at}\n" for at in range(5_000)))
    monkeypatch.setattr(progress, "FIRST", 0.0)
    assert "\x1b" not in call("compile", "a.send", "-o", "out").err
