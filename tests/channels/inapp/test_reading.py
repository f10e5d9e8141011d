"""What a body says: in words that the channel declares, and nothing at all of what is no body."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.declare import Word
from sendspec.channels.inapp import CHANNEL
from sendspec.channels.inapp.reading import read
from sendspec.channels.said import Reading, Said

HERE = Path(__file__).parent


def bodies() -> Iterator[tuple[str, Any]]:
    for path in sorted(HERE.glob("valid/*.json")):
        if not path.name.endswith(".notes.json"):
            yield path.stem, json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(HERE.glob("golden/*.json")):
        for name, body in json.loads(path.read_text(encoding="utf-8")).items():
            yield f"{path.stem}-{name}", body


each_body = pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in bodies()])


def strange(said: Sequence[Said], words: Sequence[Word]) -> Iterator[str]:
    """What of a reading the words do not take where it stands."""
    known = {word.name: word for word in words}
    for one in said:
        if (word := known.get(one.word)) is None:
            yield one.word
            continue
        options = {slot.name for slot in word.options}
        least = sum(slot.required for slot in word.positional)
        if not least <= len(one.values) <= len(word.positional) or not set(one.options) <= options:
            yield f"{one.word} {one.values} {sorted(one.options)}"
        if one.assigned and not (word.assigns or word.free):
            yield f"{one.word} ="
        yield from strange(one.block or (), word.block or ())


def told(reading: Reading) -> list[str]:
    return [*strange(reading.content, CHANNEL.words), *strange(reading.sender, CHANNEL.sender)]


def mutants(value: Any) -> Iterator[Any]:
    """The value with each of its members in turn taken out or replaced by something else."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        gone = copy.copy(value)
        del gone[key]
        yield gone
        for other in (None, 7, "", [], ["x"], {}, {"x": 1}, True):
            made = copy.copy(value)
            made[key] = other
            yield made
        for inner in mutants(value[key]):
            made = copy.copy(value)
            made[key] = inner
            yield made


@each_body
def test_a_body_is_read_in_words_that_are_declared(body: Any) -> None:
    reading = read(body)
    assert told(reading) == []
    assert [one.word for one in reading.content][:1] == ["thread"]


@each_body
def test_a_spoilt_body_is_read_as_far_as_it_goes(body: Any) -> None:
    for spoilt in mutants(body):
        assert told(read(spoilt)) == []


def test_an_empty_object_of_the_writers_own_is_said_with_braces() -> None:
    message = {"text": "a", "extras": {}}
    (*_, extras) = read({"channels": {"appmessaging": {"thread_id": "t", "message": message}}}).content
    assert (extras.word, extras.block, dict(extras.assigned)) == ("extras", (), {})


def test_members_that_are_empty_say_nothing() -> None:
    message = {"text": "", "attachment": {"contentType": "file", "file": "https://a.example/b", "size": ""}}
    thread, file = read({"channels": {"appmessaging": {"thread_id": "t", "message": message}}}).content
    assert (thread.word, file.word, dict(file.options)) == ("thread", "file", {})
