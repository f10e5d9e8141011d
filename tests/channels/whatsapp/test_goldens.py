"""The specs of `golden/`, bound and laid out by the channel's request template, beside the requests that they give.

What hangs on a person is shown as `<personal>`. `--rewrite-goldens` writes the requests anew.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec import channels
from sendspec.channels.check import check
from sendspec.channels.filled import Filled, Leaf, Tree
from sendspec.channels.whatsapp import CHANNEL
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.emit.layout import lay_out
from sendspec.model.nodes import Rung
from sendspec.pipeline import Linter

HERE = Path(__file__).parent / "golden"
SPECS = sorted(HERE.glob("*.send"))
PERSONAL = "<personal>"
#: What stands for a person's value of a form that is digits.
FORMS = {"timestamp": "1796049000", "amount_1000": "40000"}


def plain(tree: Tree) -> Any:
    """A fragment as JSON."""
    if isinstance(tree, Leaf):
        if tree.form in FORMS:
            return FORMS[tree.form]
        return f"{tree.opening}{PERSONAL}{tree.closing}" if tree.value is None else tree.value
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items() if value is not None}
    return [plain(value) for value in tree] if isinstance(tree, list) else tree


def request_of(rung: Rung) -> dict[str, object]:
    """The request of a rung in its one locale, with nobody in it."""
    (fragments,) = rung.fragments.values()
    given = {name: plain(tree) for name, tree in fragments.items()}
    body = lay_out(CHANNEL, rung.api, given, Path(channels.__file__).parent)
    return {key: [] if key == "destination" else value for key, value in body.items()}


def requests(path: Path) -> dict[str, object]:
    """The requests of a spec by message."""
    return {name: request_of(rung) for name, rung in rungs(path).items()}


def rungs(path: Path) -> dict[str, Rung]:
    """The first rungs of a spec by message."""
    bound = Linter(dt.date(2026, 11, 25)).bind(path, Config(path.parent))
    assert bound.unit is not None
    assert [(found.code, found.message) for found in bound.findings if found.severity is Severity.ERROR] == []
    return {name: message.rungs[0] for name, message in bound.unit.messages.items()}


def said(filled: Filled) -> Iterator[Leaf]:
    """Every value that a statement and its block state."""
    for value in (*filled.values.values(), *(filled.assigned or {}).values()):
        yield from [value] if isinstance(value, Leaf) else [leaf for leaf in value if isinstance(leaf, Leaf)]
    for child in filled.children:
        yield from said(child)


def sent(tree: Tree) -> Iterator[Leaf]:
    """Every value of a fragment."""
    if isinstance(tree, Leaf):
        yield tree
    for inner in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from sent(inner)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_nothing_that_a_rung_states_is_dropped(path: Path) -> None:
    for rung in rungs(path).values():
        for locale, filled in rung.contents.items():
            arrived = {leaf.span for tree in rung.fragments[locale].values() for leaf in sent(tree)}
            assert [leaf.name for leaf in said(filled) if leaf.span not in arrived] == []


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_gives_its_golden_requests(path: Path, request: pytest.FixtureRequest) -> None:
    made, golden = requests(path), path.with_suffix(".json")
    if request.config.getoption("--rewrite-goldens", default=False):
        golden.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert list(made) == list(json.loads(golden.read_text(encoding="utf-8")))
    assert made == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_golden_request_is_one_that_the_api_takes(path: Path) -> None:
    for name, body in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")).items():
        body["destination"] = [{"waid": ["447700900411"]}]
        found = [fault for fault in check(CHANNEL.api().body, body) if fault.severity is Severity.ERROR]
        assert (name, found) == (name, [])


def test_every_golden_belongs_to_a_spec() -> None:
    assert {path.stem for path in HERE.glob("*.json")} == {path.stem for path in SPECS}
