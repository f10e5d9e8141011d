"""The way back: what a body says, in the words of a spec."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.declare import Word
from sendspec.channels.said import Said
from sendspec.channels.voice import CHANNEL
from sendspec.importer import imported

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "api" / "fixtures" / "valid"


def bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every golden request and every right body."""
    for path in sorted(HERE.glob("golden/*.json")):
        for name, body in json.loads(path.read_text(encoding="utf-8")).items():
            yield f"{path.stem}-{name}", body
    files = [*sorted(HERE.glob("valid/*.json")), *sorted(SHARED.glob("voice-*.json"))]
    for path in files:
        if not path.name.endswith((".notes.json", ".gen.json")):
            yield path.stem, json.loads(path.read_text(encoding="utf-8"))


ALL = list(bodies())
over_all_bodies = pytest.mark.parametrize("body", [body for _, body in ALL], ids=[name for name, _ in ALL])


def read(body: dict[str, Any]) -> Any:
    api = CHANNEL.api("v1" if "deliverychannel" in body else "v2")
    assert api.read is not None
    return api.read(body)


def declared(said: tuple[Said, ...], words: tuple[Word, ...]) -> None:
    known = {word.name: word for word in words}
    for one in said:
        word = known[one.word]
        assert len(one.values) == len(word.positional)
        assert set(one.options) <= {slot.name for slot in word.options}
        assert not one.assigned
        assert (one.block is None) or word.block is not None
        declared(one.block or (), word.block or ())


@over_all_bodies
def test_what_is_read_is_declared_where_it_stands(body: dict[str, Any]) -> None:
    reading = read(body)
    declared(reading.content, CHANNEL.words)
    declared(reading.sender, CHANNEL.sender)


def test_the_words_of_a_call() -> None:
    reading = read({"deliverychannel": "voice", "channels": {"voice": {"callflowid": "184", "cli": "442079460141"}}})
    assert [(one.word, one.values) for one in reading.content] == [("flow", ("184",))]
    assert [(one.word, one.values) for one in reading.sender] == [("number", ("442079460141",))]


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


@over_all_bodies
def test_a_body_becomes_a_spec_that_compiles_to_it_again(body: dict[str, Any]) -> None:
    people = "destination" if "deliverychannel" in body else "to"
    if not body[people]:
        body = {**body, people: [{"msisdn": ["+447700900341"]}]}
    done = imported("a.json", json.dumps(body))
    unlike = [remark for remark in done.remarks if "compile" in remark or "become" in remark]
    assert unlike == []


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        ({"promptid": "712", "cli": "+442079460141"}, 'message: "+442079460141" is written "442079460141"'),
        ({"media": "fog.wav"}, "message: `media` is written `promptid`"),
    ],
)
def test_another_form_becomes_the_current_one_with_a_remark(body: dict[str, Any], remark: str) -> None:
    people = [{"msisdn": ["+447700900341"]}]
    whole = {"deliverychannel": "voice", "destination": people, "channels": {"voice": body}}
    done = imported("message.json", json.dumps(whole))
    assert remark in done.remarks
