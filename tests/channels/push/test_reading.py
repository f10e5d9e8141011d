"""The way back: what a body says, in the words of a spec."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.declare import Word
from sendspec.channels.push import CHANNEL, V1
from sendspec.channels.said import Reading, Said
from sendspec.importer import imported

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "api" / "fixtures" / "valid"
PEOPLE = [{"userid": ["skipper-0311"]}]


def bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every golden request and every right body."""
    for path in sorted(HERE.glob("golden/*.json")):
        for name, body in json.loads(path.read_text(encoding="utf-8")).items():
            yield f"{path.stem}-{name}", {**body, "destination": PEOPLE}
    for path in [*sorted(HERE.glob("valid/*.json")), *sorted(SHARED.glob("push-*.json"))]:
        if not path.name.endswith((".notes.json", ".gen.json")):
            yield path.stem, json.loads(path.read_text(encoding="utf-8"))


ALL = list(bodies())
over_all_bodies = pytest.mark.parametrize("body", [body for _, body in ALL], ids=[name for name, _ in ALL])
#: Forms that the compiler writes in another way, or that no spec should say.
OTHER_FORMS = ("older-forms", "browser-notice-without-title", "device-without-notice")


def read(body: dict[str, Any]) -> Reading:
    assert V1.read is not None
    return V1.read(body)


def declared(said: tuple[Said, ...], words: tuple[Word, ...]) -> None:
    known = {word.name: word for word in words}
    for one in said:
        word = known[one.word]
        needed = [slot for slot in word.positional if slot.required]
        assert len(needed) <= len(one.values) <= len(word.positional)
        assert set(one.options) <= {slot.name for slot in word.options}
        assert not one.assigned or word.assigns or word.free
        assert (one.block is None) or word.block is not None
        declared(one.block or (), word.block or ())


@over_all_bodies
def test_what_is_read_is_declared_where_it_stands(body: dict[str, Any]) -> None:
    reading = read(body)
    assert reading.content
    declared(reading.content, CHANNEL.words)
    declared(reading.sender, CHANNEL.sender)


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*at, key)
        yield from places(inner, (*at, key))


@over_all_bodies
def test_no_spoilt_body_makes_it_raise(body: dict[str, Any]) -> None:
    for at in places(body):
        wrongs: tuple[Any, ...] = (None, 7, ["x"], {}, "", True, "gone")
        for wrong in wrongs:
            spoilt = copy.deepcopy(body)
            inner = spoilt
            for key in at[:-1]:
                inner = inner[key]
            if wrong == "gone":
                del inner[at[-1]]
            else:
                inner[at[-1]] = wrong
            declared(read(spoilt).content, CHANNEL.words)


@pytest.mark.parametrize("name", [name for name, _ in ALL if name not in OTHER_FORMS])
def test_a_body_becomes_a_spec_that_compiles_to_it_again(name: str) -> None:
    done = imported("a.json", json.dumps(dict(ALL)[name]))
    assert [remark for remark in done.remarks if "compile" in remark or "become" in remark] == []


def test_buttons_that_the_compiler_would_write_alike_are_said_without_places() -> None:
    push = {
        "ios": {"text": "Will you come?"},
        "interactive": {
            "category": "DOUBLE_YES_NO",
            "device_types": ["ios"],
            "actions": [
                {"pos": "1", "action": "OPEN_WEBVIEW", "value": "https://harbour.example", "identifier": "YES"},
                {"pos": 2, "action": "OPEN_APP", "identifier": "NO"},
            ],
        },
    }
    *_, buttons = read({"channels": {"push": push}}).content
    assert (buttons.values, dict(buttons.options)) == (("DOUBLE_YES_NO",), {})
    assert [(line.word, line.values, dict(line.options)) for line in buttons.block or ()] == [
        ("open", (), {"webview": "https://harbour.example"}),
        ("open", ("OPEN_APP",), {}),
    ]
