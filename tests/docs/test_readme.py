"""What the README shows is what the commands say, for the files in `docs/example`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "example"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown(marker: str, language: str) -> str:
    """The fence behind a marker."""
    found = re.search(rf"<!-- {re.escape(marker)} -->\n```{language}\n(.*?)```", README, re.S)
    assert found, f"the README has no fence behind `{marker}`"
    return found[1]


def said(*arguments: str) -> str:
    """What a command writes in the folder of the example."""
    own = {**os.environ, "SENDSPEC_CACHE": "off", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "sendspec", *arguments]
    return subprocess.run(command, cwd=EXAMPLE, env=own, capture_output=True, timeout=60, check=False).stdout.decode()


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in said("compile", "reminder.send").splitlines()]


def test_the_readme_shows_the_spec_that_is_compiled() -> None:
    assert shown("docs/example/reminder.send", "send") == (EXAMPLE / "reminder.send").read_text(encoding="utf-8")
    assert (EXAMPLE / "data" / "visits.csv").read_text(encoding="utf-8") in README


def test_the_spec_of_the_readme_has_no_findings_and_the_style() -> None:
    assert said("lint", "reminder.send") == "no findings in 1 file\n"


def test_the_first_request_is_shown_whole() -> None:
    first = lines()[0]
    assert json.loads(shown("rung 1", "json")) == first["body"]
    assert f"POST {first['path']}" in README


def test_the_second_request_is_shown_by_its_first_message() -> None:
    assert json.loads(shown("rung 2, the first message", "json")) == lines()[1]["body"][0]


def test_the_readme_shows_what_verify_says_first() -> None:
    assert said("verify", "body.json").startswith(shown("verify: the first finding", "text"))


def test_the_settings_of_the_readme_are_settings() -> None:
    from sendspec.project import read_config

    (found,) = re.findall(r"```toml\n(.*?)```", README, re.S)
    assert read_config(ROOT, ROOT / "sendspec.toml", tomllib.loads(found)).environments


def test_the_readme_names_every_command_that_is_there() -> None:
    from sendspec.cli.app import COMMANDS

    assert [name for name in COMMANDS if f"`sendspec {name}" not in README] == []


def test_the_readme_is_read_in_a_minute_or_two() -> None:
    assert len(README.splitlines()) < 220


def test_every_page_that_is_linked_is_there() -> None:
    missing = []
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = re.sub(r"(```+).*?\1", "", page.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
            if not target.startswith("https://") and not (page.parent / target).exists():
                missing.append(f"{page.relative_to(ROOT)}: {target}")
    assert missing == []
