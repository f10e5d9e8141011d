"""`sendspec init`: what it writes lints clean, is in style, compiles, and is sent to a mock; nothing is overwritten."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sendspec.cli.init_command import FILES
from sendspec.cli.mock_options import PORT

from .conftest import Call, environment, one_line, snapshot

#: The hook runner of the environment that the tests run in.
PREK = Path(sys.executable).parent / "prek"
NAMES = [name for name, _ in FILES]


@pytest.fixture
def fresh(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the call is made in."""
    folder = here.parent / "fresh"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def shim(tmp_path: Path) -> Path:
    """A folder in which `sendspec` is what is being tested."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "sendspec").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sendspec "$@"\n')
    (folder / "sendspec").chmod(0o755)
    return folder


def test_it_writes_every_file_and_says_so(call: Call, fresh: Path) -> None:
    told = call("init")
    assert (told.status, told.err) == (0, "")
    assert told.out.splitlines()[: len(NAMES)] == [f"written  {name}" for name in NAMES]
    assert "next:" in told.out
    assert all((fresh / name).is_file() for name in NAMES)
    assert sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file()) == sorted(NAMES)


def test_what_it_writes_lints_clean_is_in_style_and_compiles(call: Call, fresh: Path) -> None:
    call("init")
    assert call("lint", "--fail-on", "note", ".") == (0, "no findings in 1 file\n", "")
    assert call("format", "--check", ".").status == 0
    assert call("compile", "specs", "--env", "mock", "-o", "out").status == 0
    plan = json.loads((fresh / "out" / "welcome" / "plan.json").read_text(encoding="utf-8"))
    assert plan["rungs"][0]["people"] == 3
    (line,) = (fresh / "out" / "welcome" / "rung-1.ndjson").read_text(encoding="utf-8").splitlines()
    body = json.loads(line)["body"]
    texts = [{**body["substitutions"], **each.get("substitutions", {})} for each in body["to"]]
    assert texts == [{"first_name": "Ann"}, {"first_name": "Bob"}, {"first_name": "customer"}]
    assert call("verify", "out/welcome/rung-1.ndjson").status == 0


def test_the_settings_name_the_address_at_which_mock_listens(call: Call, fresh: Path) -> None:
    call("init")
    settings = tomllib.loads((fresh / "sendspec.toml").read_text(encoding="utf-8"))
    assert settings["env"]["mock"]["host"] == f"127.0.0.1:{PORT}"
    rest = re.sub(
        r"(?m)^# (?=\[env\.live\]|host|key_env|tps)", "", (fresh / "sendspec.toml").read_text(encoding="utf-8")
    )
    assert tomllib.loads(rest)["env"]["live"].keys() == {"host", "key_env", "tps"}


def test_nothing_is_overwritten(call: Call, fresh: Path) -> None:
    for name in NAMES[::2]:
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_text("mine")
    told = call("init", ".")
    assert told.status == 0
    expected = [f"{'kept   ' if at % 2 == 0 else 'written'}  {name}" for at, name in enumerate(NAMES)]
    assert told.out.splitlines()[: len(NAMES)] == expected
    assert all((fresh / name).read_text() == "mine" for name in NAMES[::2])
    before = snapshot(fresh)
    again = call("init", ".")
    assert again.out.splitlines()[: len(NAMES)] == [f"kept     {name}" for name in NAMES]
    assert snapshot(fresh) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_that_leads_nowhere_is_kept(call: Call, fresh: Path) -> None:
    (fresh / "sendspec.toml").symlink_to(fresh.parent / "elsewhere.toml")
    assert call("init").out.startswith("kept     sendspec.toml\n")
    assert not (fresh.parent / "elsewhere.toml").exists()


def test_settings_of_pyproject_are_not_hidden(call: Call, fresh: Path) -> None:
    (fresh / "pyproject.toml").write_text("[tool.sendspec.api]\ntps = 5\n")
    assert call("init").out.startswith("kept     sendspec.toml: the settings stand in pyproject.toml\n")
    assert not (fresh / "sendspec.toml").exists()


def test_another_folder_is_made_and_named(call: Call, fresh: Path) -> None:
    told = call("init", "a/new one")
    assert told.status == 0
    assert "  cd a/new one\n" in told.out
    assert (fresh / "a/new one/specs/welcome.send").is_file()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_takes_no_file_is_one_line(call: Call, fresh: Path) -> None:
    fresh.chmod(0o555)
    told = call("init")
    fresh.chmod(0o755)
    assert (told.status, one_line(told.err)) == (2, "sendspec.toml: it cannot be written: permission denied")


def test_a_file_where_a_folder_should_be_is_one_line(call: Call, fresh: Path) -> None:
    (fresh / "data").write_text("")
    told = call("init")
    assert (told.status, one_line(told.err)) == (2, "data: it is no folder")


def test_the_hooks_call_commands_that_are_there(call: Call, fresh: Path) -> None:
    call("init")
    entries = re.findall(r"(?m)^ +entry: sendspec (.+)$", (fresh / ".pre-commit-config.yaml").read_text())
    assert entries == ["format", "lint ."]
    assert call("format", "specs/welcome.send").status == 0
    assert call("lint", ".").status == 0


@pytest.mark.skipif(shutil.which("prek") is None and not PREK.exists(), reason="needs prek")
def test_the_hooks_pass_on_what_it_writes(call: Call, fresh: Path, shim: Path) -> None:
    call("init")
    own = environment(PATH=f"{shim}:{PREK.parent}:{os.environ['PATH']}", PREK_HOME=str(shim.parent / "prek"))
    for line in (["git", "init", "-q", "."], ["git", "add", "-A"], ["prek", "run", "--all-files"]):
        done = subprocess.run(line, env=own, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs a shell of POSIX, and curl")
def test_the_steps_of_the_workflow_run(call: Call, fresh: Path, shim: Path) -> None:
    """All but the installation, on another port, for two runs of the tests may be on one machine."""
    call("init")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = fresh / "sendspec.toml"
    settings.write_text(settings.read_text().replace(str(PORT), str(port)))
    steps = steps_of((fresh / ".github/workflows/messages.yml").read_text())
    assert list(steps) == ["install", "lint", "style", "compile", "send to a stand-in"]
    own = environment(SENDSPEC_MOCK_KEY="any", PATH=f"{shim}:{os.environ['PATH']}")
    for name, text in list(steps.items())[1:]:
        script = text.replace(str(PORT), str(port)).replace("mock &", f"mock --port {port} --log mock.ndjson &")
        done = subprocess.run(["sh", "-ec", script], env=own, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    entries = [json.loads(line) for line in (fresh / "mock.ndjson").read_text().splitlines()]
    sent = [each for each in entries if each["kind"] == "request" and each["accepted"]]
    assert sum(each["people"] for each in sent) == 3


def steps_of(workflow: str) -> dict[str, str]:
    """The named steps that run something, in their order."""
    found = {}
    for name, run in re.findall(r"(?ms)^ +- name: ([^\n]+)\n(?:(?! +- ).*?)??^ +run: (.+?)(?=^ +- |\Z)", workflow):
        lines = run.splitlines()
        found[name] = "\n".join(line.strip() for line in (lines[1:] if lines[0] == "|" else lines))
    return found
