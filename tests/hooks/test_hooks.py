"""The commit hooks by real runners: their manifest is ours, but for its language, so that nothing has to be installed.

`try_real.sh` does the whole: the runner clones this repository and installs it by itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sendspec

from .sample import LIBRARY, make

MANIFEST = Path(__file__).parent.parent.parent / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent
#: So many specs that every runner splits them over processes.
SPECS = 160
RUNNERS = ["pre-commit", "prek"]


class Repository:
    """A repository with the hooks, and a runner of hooks."""

    def __init__(self, folder: Path, runner: str) -> None:
        self.folder, self.runner = folder, runner
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        home = folder.parent / "home"
        home.mkdir()
        self.environment = {
            **kept,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(sendspec.__file__).parent.parent),
            "HOME": str(home),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "PREK_HOME": str(home / "prek"),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

    def do(self, *line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            line, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=120, check=False
        )

    def git(self, *line: str) -> None:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@acme.example", "-c", "commit.gpgsign=false")
        done = self.do("git", *who, *line)
        assert done.returncode == 0, done.stderr

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "state", "--no-verify")

    def run(self, hook: str, *more: str) -> subprocess.CompletedProcess[str]:
        return self.do(str(BIN / self.runner), "run", hook, *more)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")
        self.git("add", name)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture(params=RUNNERS)
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """A committed repository of many specs in the style."""
    if not (BIN / request.param).exists() or not (BIN / "sendspec").exists() or not shutil.which("git"):
        pytest.skip(f"no {request.param}, or no git")
    folder = tmp_path / "repository"
    make(folder, SPECS)
    made = Repository(folder, request.param)
    hooks = [line for line in MANIFEST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    listed = "\n".join(f"      {line}".rstrip() for line in hooks).replace("language: python", "language: system")
    (folder / ".pre-commit-config.yaml").write_text(f"repos:\n  - repo: local\n    hooks:\n{listed}\n")
    assert made.do(str(BIN / "sendspec"), "format", ".").returncode == 0
    made.git("init", "-q", "-b", "main")
    made.commit()
    return made


@pytest.mark.parametrize("runner", RUNNERS)
def test_the_manifest_is_one_that_the_runner_takes(runner: str) -> None:
    if not (BIN / runner).exists():
        pytest.skip(f"no {runner}")
    done = subprocess.run([BIN / runner, "validate-manifest", MANIFEST], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_hooks_pass_on_many_files_and_leave_them_alone(repository: Repository) -> None:
    for hook in ("sendspec-lint", "sendspec-format", "sendspec-project"):
        done = repository.run(hook, "--all-files")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Passed" in done.stdout
    assert repository.do("git", "status", "--porcelain").stdout == ""


def test_names_of_an_import_resolve_although_the_files_are_split(repository: Repository) -> None:
    repository.write("lib/brand.send", LIBRARY.replace("alerts", "notices"))
    done = repository.run("sendspec-lint", "--all-files")
    assert done.returncode == 1
    assert done.stdout.count("error[NAM003]") == SPECS
    assert "brand.notices" in done.stdout


def test_only_what_a_commit_changes_is_linted_and_the_finding_is_shown(repository: Repository) -> None:
    name = "specs/area_0/visit_7.send"
    repository.write(name, repository.read(name).replace("body text.sms", "bdy text.sms"))
    done = repository.run("sendspec-lint")
    assert done.returncode == 1
    assert f"--> {name}:" in done.stdout
    assert done.stdout.count("error[") == 1


def test_a_spec_out_of_style_is_rewritten_and_stops_the_commit_once(repository: Repository) -> None:
    name = "specs/area_3/visit_31.send"
    styled = repository.read(name)
    repository.write(name, styled.replace("message ", "message   "))
    assert repository.run("sendspec-format").returncode == 1
    assert repository.read(name) == styled
    repository.git("add", name)
    assert repository.run("sendspec-format", "--files", name).returncode == 0


def test_the_whole_project_is_linted_when_a_commit_only_takes_a_file_away(repository: Repository) -> None:
    repository.git("rm", "-q", "lib/brand.send")
    assert repository.run("sendspec-lint").returncode == 0, "no spec is in this commit"
    done = repository.run("sendspec-project")
    assert done.returncode == 1
    assert done.stdout.count("error[NAM009]") == SPECS


def test_the_whole_project_is_linted_when_recipients_change(repository: Repository) -> None:
    repository.write("specs/people.csv", "telephone,lang,name\n+447700900123,en,Ann\n")
    done = repository.run("sendspec-project")
    assert done.returncode == 1
    assert done.stdout.count("error[AUD006]") == SPECS
