"""The specs of every channel's `golden/` folder beside the requests that they give.

`--rewrite-goldens` writes the requests anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sendspec import channels
from sendspec.channels.schema import path_of
from sendspec.channels.verify import judge
from sendspec.diagnostic import Severity
from sendspec.schemas import validate

from .golden import channel_of, declared, peopled, request_of, rungs, said, sent, stated

HERE = Path(__file__).parent
SPECS = sorted(HERE.glob("*/golden/*.send"))
each_spec = pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")


@each_spec
def test_a_spec_gives_its_golden_requests(path: Path, request: pytest.FixtureRequest) -> None:
    made = {name: request_of(rung) for name, rung in rungs(path).items()}
    golden = path.with_suffix(".json")
    if request.config.getoption("--rewrite-goldens", default=False):
        golden.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    kept = json.loads(golden.read_text(encoding="utf-8"))
    assert list(made) == list(kept)
    assert made == kept


@each_spec
def test_nothing_that_a_rung_states_is_dropped(path: Path) -> None:
    for rung in rungs(path).values():
        for locale, filled in rung.contents.items():
            arrived = {leaf.span for tree in rung.fragments[locale].values() for leaf in sent(tree)}
            assert [leaf.name for leaf in said(filled) if leaf.span not in arrived] == []


@each_spec
def test_a_golden_request_is_one_that_the_api_takes(path: Path) -> None:
    channel, first = channel_of(path), rungs(path)
    for name, body in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")).items():
        whole = peopled(first[name], body)
        errors = [fault.message for fault in judge(whole) if fault.severity is Severity.ERROR]
        assert (name, errors) == (name, [])
        assert validate(path_of(channel.name), whole) is None


@pytest.mark.parametrize("name", channels.names())
def test_every_word_and_option_of_a_channel_stands_in_a_golden_spec(name: str) -> None:
    first = [rung for path in SPECS if path.parts[-3] == name for rung in rungs(path).values()]
    seen = {word for rung in first for filled in rung.contents.values() for word in stated(filled)}
    assert sorted(set(declared(channels.channel(name).words)) - seen) == []


def test_every_golden_belongs_to_a_spec() -> None:
    assert {path.with_suffix(".send") for path in HERE.glob("*/golden/*.json")} == set(SPECS)
