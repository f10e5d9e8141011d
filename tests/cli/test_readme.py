"""The README's two commands: one line each, with their own set-up, and found by what CI runs them with."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Call

ROOT = Path(__file__).parent.parent.parent
FINDER = ROOT / "tests" / "readme_command.py"
COMMANDS = ["try", "test"]


def command(name: str) -> str:
    done = subprocess.run([sys.executable, FINDER, name], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.removesuffix("\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_line_that_stands_in_a_fence_of_its_own(name: str) -> None:
    line = command(name)
    assert line
    assert "\n" not in line
    assert f"\n```sh\n{line}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_makes_what_it_needs_and_stops_at_the_first_failure(name: str) -> None:
    steps = [shlex.split(step) for step in command(name).split(" && ")]
    assert steps[0] == ["python3", "-m", "venv", ".venv"]
    assert steps[1][:2] == [".venv/bin/pip", "install"]
    assert all(step[0].startswith(".venv/bin/") for step in steps[1:])
    assert not any(sign in command(name) for sign in (";", "||", "sudo", "curl"))


def test_there_is_no_third_command_and_an_unknown_one_is_told() -> None:
    assert re.findall(r"<!-- command: (\w+) -->", (ROOT / "README.md").read_text(encoding="utf-8")) == COMMANDS
    done = subprocess.run([sys.executable, FINDER, "build"], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "README.md has no command `build`\n")


def test_what_the_first_command_does_works(call: Call, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    steps = [shlex.split(step) for step in command("try").split(" && ")]
    calls = [step[1:] for step in steps if step[0] == ".venv/bin/sendspec"]
    assert [step[0] for step in calls] == ["lint", "compile"]
    for step in calls:
        made = call(*step)
        assert (made.status, made.err) == (0, "")
        assert made.out


def test_the_contributors_page_has_the_test_command() -> None:
    assert command("test") in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
