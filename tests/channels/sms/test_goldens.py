"""The specs of `golden/` beside the requests that they give, on the version that their name starts with.

What hangs on a person is shown as `<personal>`. `--rewrite-goldens` writes the requests anew.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sendspec import channels
from sendspec.channels.filled import Leaf, Tree
from sendspec.channels.schema import path_of
from sendspec.channels.sms import CHANNEL
from sendspec.channels.verify import judge
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.emit.layout import lay_out
from sendspec.model.nodes import Rung
from sendspec.pipeline import Linter
from sendspec.schemas import validate

HERE = Path(__file__).parent / "golden"
SPECS = sorted(HERE.glob("*.send"))
PERSONAL = "<personal>"
PEOPLE = ("destination", "to")


def plain(tree: Tree) -> Any:
    """A fragment as JSON."""
    if isinstance(tree, Leaf):
        return (tree.choices[1] if tree.choices else PERSONAL) if tree.value is None else tree.value
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items() if value is not None}
    return [plain(value) for value in tree] if isinstance(tree, list) else tree


def request_of(rung: Rung) -> dict[str, Any]:
    """The request of a rung in its one locale, with nobody in it."""
    (fragments,) = rung.fragments.values()
    given = {name: plain(tree) for name, tree in fragments.items() if tree is not None}
    body = lay_out(CHANNEL, rung.api, given, Path(channels.__file__).parent)
    return {key: [] if key in PEOPLE else value for key, value in body.items()}


def requests(path: Path) -> dict[str, dict[str, Any]]:
    """The requests of a spec by message."""
    config = Config(path.parent, versions={"sms": path.stem.split("-")[0]})
    bound = Linter(dt.date(2026, 9, 1)).bind(path, config)
    assert bound.unit is not None
    assert [(found.code, found.message) for found in bound.findings if found.severity is Severity.ERROR] == []
    return {name: request_of(message.rungs[0]) for name, message in bound.unit.messages.items()}


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_gives_its_golden_requests(path: Path, request: pytest.FixtureRequest) -> None:
    made, golden = requests(path), path.with_suffix(".json")
    if request.config.getoption("--rewrite-goldens", default=False):
        golden.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(golden.read_text(encoding="utf-8")) == made


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_what_the_compiler_writes_has_no_fault_and_keeps_the_schema(path: Path) -> None:
    for name, body in requests(path).items():
        whole = {**body, **{key: [{"msisdn": ["+447700900341"]}] for key in PEOPLE if key in body}}
        faults = [fault for fault in judge(whole) if fault.code not in ("API029", "SMS005")]
        assert [(name, fault.code, fault.message) for fault in faults] == []
        assert validate(path_of("sms"), whole) is None


def test_every_golden_belongs_to_a_spec() -> None:
    assert {path.stem for path in HERE.glob("*.json")} == {path.stem for path in SPECS}
