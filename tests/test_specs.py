"""The example specs: without a finding, in the one style, compiled, and every request within what the API takes."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import sendspec
from sendspec import schemas
from sendspec.channels.verify import verify
from sendspec.decompile.which import which
from sendspec.diagnostic import Severity
from sendspec.source import Source
from sendspec.syntax.decode import decode
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format

ROOT = Path(__file__).parent.parent
SPECS = sorted((ROOT / "specs").rglob("*.send"))
CHANNELS = Path(sendspec.__file__).parent / "channels"


def sendspec_(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sendspec", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@cache
def compiled() -> dict[str, Any]:
    """Every plan and line file that the specs make, by its path."""
    with TemporaryDirectory() as folder:
        done = sendspec_("compile", "specs", "-o", folder)
        assert done.returncode == 0, done.stdout + done.stderr
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): _read(path) for path in files}


def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else [json.loads(line) for line in text.split("\n")[:-1]]


def lines() -> list[tuple[str, Any]]:
    return [(name, line) for name, found in compiled().items() if name.endswith(".ndjson") for line in found]


def bodies() -> list[tuple[str, Any]]:
    """Each message of each request, and the file that it stands in."""
    return [
        (name, body)
        for name, line in lines()
        for body in (line["body"] if isinstance(line["body"], list) else [line["body"]])
    ]


def test_there_are_specs_of_every_channel_in_two_locales_with_imports_and_ladders() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SPECS]
    messages = [text for text in texts if "\nmessage " in text]
    assert len(messages) >= 8
    for word in (
        "try sms",
        "try rcs",
        "try email",
        "try whatsapp",
        "import ",
        "locales [en, ",
        "and try ",
        "csv ",
        "jsonl ",
    ):
        assert any(word in text for text in messages), word


def test_lint_finds_nothing_at_all() -> None:
    done = sendspec_("lint", "--no-cache", "--output-format", "json", "specs")
    assert (json.loads(done.stdout), done.returncode) == ([], 0)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_formats_to_itself(path: Path) -> None:
    source = decode(path.name, path.read_bytes())
    assert isinstance(source, Source)
    document, found = parse(source)
    assert found == ()
    assert format(document) == source.text


def test_every_message_is_compiled_with_people_on_every_rung_of_its_own() -> None:
    plans = {name: plan for name, plan in compiled().items() if name.endswith("plan.json")}
    messages = [text for path in SPECS for text in path.read_text(encoding="utf-8").split("\nmessage ")[1:]]
    assert len(plans) == len(messages)
    for name, plan in plans.items():
        assert schemas.validate("plan", plan) is None, name
        assert plan["counts"]["people"] > 0
        assert all(rung["people"] for rung in plan["rungs"] if not rung["native"]), name


def test_every_line_keeps_the_schema_of_lines() -> None:
    assert [(name, schemas.validate("line", line)) for name, line in lines() if not schemas.holds("line", line)] == []


def test_every_body_passes_verify() -> None:
    found = [
        (name, one.code, one.message)
        for name, body in bodies()
        for one in verify(Source("body.json", json.dumps(body)))
        if one.severity is not Severity.NOTE
    ]
    assert found == []


def test_every_body_keeps_the_schema_of_its_channel() -> None:
    checked = 0
    for name, body in bodies():
        made_for = which(body)
        assert made_for is not None, name
        assert schemas.validate(CHANNELS / made_for.channel.name / "request.schema.json", body) is None, name
        checked += 1
    assert checked


def test_the_hash_of_a_line_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    from hashlib import sha256

    done = sendspec_("compile", "specs/visits", "-o", str(tmp_path))
    assert done.returncode == 0, done.stderr
    for path in tmp_path.rglob("plan.json"):
        for rung in _read(path)["rungs"]:
            if rung["file"]:
                assert sha256((path.parent / rung["file"]).read_bytes()).hexdigest() == rung["sha256"]
