"""What a lint of one file loads: every commit hook waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sendspec.channels import names

#: Slow, and nothing that a spec without mistakes needs.
SLOW = {
    "asyncio", "babel", "calendar", "click", "concurrent.futures", "dataclasses", "difflib", "email_validator",
    "fnmatch", "hashlib", "inspect", "ipaddress", "jinja2", "jsonschema", "lark", "multiprocessing", "pathlib",
    "phonenumbers", "socket", "ssl", "tempfile", "typing", "urllib.parse", "zoneinfo",
}  # fmt: skip
#: What an answer that is remembered does without as well.
COMPILER = {"dataclasses", "datetime", "enum", "functools", "pathlib", "re", "typing"}
#: Runs the command as its entry point does, and tells on standard error what it has loaded.
PROGRAM = """
import os, sys
os._exit = lambda status: (sys.stderr.write(" ".join(sys.modules)), sys.stderr.flush(), end(status))
end = sys.exit
from sendspec.__main__ import process
process()
"""
SPEC = """\
locales [en, de]

sender alerts sms { id "ACME" }

message m {
  vars {
    name text(max 20) = "you" @pii
    at   datetime example 2026-11-30T14:30Z
    tz   timezone = "Europe/London"
  }
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    locale <- lang else en
    vars   <- same
    unique by msisdn keep first
  }
  try sms from alerts { body text.hello }
  text hello {
    en "Hello {{ name }}, {{ at | local(tz, 'HH:mm') }}"
    de "Hallo {{ name }}, {{ at | local(tz, 'HH:mm') }}"
  }
}
"""
PEOPLE = "phone,lang,name,at,tz\n07700 900123,en,Ann,2026-11-30T14:30Z,Europe/London\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one spec."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "m.send").write_text(SPEC, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


def loaded(project: Path, *arguments: str, cache: str = "on") -> set[str]:
    """The modules that a call has loaded at its end, which must be a good one."""
    env = {**os.environ, "SENDSPEC_CACHE": cache}
    call = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(call, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "no findings in 1 file\n"), done.stdout + done.stderr
    return set(done.stderr.split())


def families(modules: set[str]) -> set[str]:
    """The modules and all packages that they stand in."""
    return {module.rsplit(".", cut)[0] for module in modules for cut in range(module.count(".") + 1)}


def test_a_lint_of_one_file_loads_nothing_slow(project: Path) -> None:
    assert not SLOW & families(loaded(project, "lint", "m.send", cache="off"))


def test_only_the_channels_that_a_file_sends_by_are_loaded(project: Path) -> None:
    modules = loaded(project, "lint", "m.send", cache="off")
    assert "sendspec.channels.sms" in modules
    others = ("sendspec.channels.email", "sendspec.channels.rcs", "sendspec.channels.whatsapp")
    assert not [module for module in modules if module.startswith(others)]
    assert not [module for module in modules if module.startswith(("sendspec.report", "sendspec.lint.rules.rcs"))]


@pytest.mark.parametrize("name", names())
def test_a_channel_declares_itself_without_what_is_slow(name: str) -> None:
    program = f"import sys; from sendspec.channels import channel; channel('{name}'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    assert not SLOW & families(modules)
    assert "sendspec.channels.said" not in modules  # only `import` reads bodies


def test_a_remembered_answer_loads_no_compiler(project: Path) -> None:
    loaded(project, "lint", "m.send")
    modules = loaded(project, "lint", "m.send")
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    new = modules - set(bare.stdout.split())
    assert not (SLOW | COMPILER) & families(new)
    rooms = {module.split(".")[1] for module in new if module.startswith("sendspec.")}
    assert rooms == {"__main__", "blocked", "cli", "digest", "root", "summary"}
