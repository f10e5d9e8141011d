"""A body read back into words: each is declared where it stands, and nothing that a body lacks raises."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels import channel
from sendspec.channels.declare import Word
from sendspec.channels.mms.reading import read
from sendspec.channels.said import CLOSE, OPEN, Reading, Said

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "api" / "fixtures" / "valid"


def bodies() -> dict[str, dict[str, Any]]:
    files = [*HERE.glob("valid/*.json"), *SHARED.glob("mms-*.json")]
    whole = {file.stem: json.loads(file.read_text()) for file in files if not file.name.endswith((".notes.json",))}
    golden = [json.loads(file.read_text()) for file in HERE.glob("golden/*.json")]
    return {name: body for name, body in whole.items() if "channel" in body} | {
        name: body for one in golden for name, body in one.items()
    }


BODIES = bodies()
each_body = pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)


def undeclared(said: Sequence[Said], words: Sequence[Word]) -> Iterator[str]:
    """What no word declares."""
    known = {word.name: word for word in words}
    for one in said:
        word = known.get(one.word)
        if word is None or len(one.values) > len(word.positional):
            yield one.word
            continue
        yield from set(one.options) - {slot.name for slot in word.options}
        if one.assigned and not word.assigns:
            yield f"{one.word} ="
        yield from undeclared(one.block or (), word.block or ())


def check(reading: Reading) -> None:
    mms, sms = channel("mms"), channel("sms")
    assert [*undeclared(reading.content, mms.words), *undeclared(reading.sender, mms.sender)] == []
    if reading.then is not None:
        name, further = reading.then
        assert name == "sms"
        assert [*undeclared(further.content, sms.words), *undeclared(further.sender, sms.sender)] == []


@each_body
def test_what_a_body_says_is_said_in_declared_words(body: dict[str, Any]) -> None:
    reading = read(body)
    assert reading.content
    assert [said.word for said in reading.sender] == ["id"]
    check(reading)


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a tree with a key or a number in it."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from places(tree[key])


@each_body
def test_a_body_with_anything_else_in_it_is_read_without_raising(body: dict[str, Any]) -> None:
    kinds: list[Any] = [None, 7, [], {}, "", "x", True, [7], "missing"]
    for at in range(sum(1 for _ in places(body))):
        for wrong in kinds:
            spoilt = copy.deepcopy(body)
            inside, key = next(place for number, place in enumerate(places(spoilt)) if number == at)
            if wrong == "missing":
                del inside[key]
            else:
                inside[key] = wrong
            check(read(spoilt))


def slides(*attachments: object) -> list[tuple[Said, ...] | None]:
    made = read({"content": {"subject": "a", "name": "b", "attachments": list(attachments)}})
    return [said.block for said in made.content if said.word == "slide"]


def test_the_type_of_a_file_is_said_where_its_ending_does_not_tell() -> None:
    address = "https://cdn.ferry.example/"
    kinds = [(f"{address}a.pdf", "pdf"), (f"{address}a", "pdf"), (f"{address}{OPEN}id{CLOSE}.pdf", "pdf")]
    kinds += [(f"{address}a.pdf?v={OPEN}id{CLOSE}", "pdf"), (f"{address}a.jpg", "image")]
    made = slides(*({"type": kind, "mediaUrl": url, "duration": 5} for url, kind in kinds))
    said = [(one[0].word, dict(one[0].options)) for one in made if one]
    assert said == [("file", {}), ("file", {"type": "pdf"}), ("file", {}), ("file", {"type": "pdf"}), ("image", {})]


def test_silence_is_what_the_compiler_writes_by_itself() -> None:
    made = slides({"duration": 5}, {"duration": 7.5}, {})
    assert [[(said.word, said.values) for said in block or ()] for block in made] == [
        [],
        [("duration", (7.5,))],
        [("timed", (False,))],
    ]
    unnamed = read({"content": {"subject": "a"}}).content
    assert [(said.word, said.values) for said in unnamed] == [("subject", ("a",)), ("name", ("",))]


def test_the_stand_in_is_an_sms_from_the_same_number() -> None:
    reading = read({"from": "+12025550119", "content": {"fallbacktext": "Pier 2"}})
    assert reading.then is not None
    name, sms = reading.then
    assert (name, [said.values for said in (*sms.content, *sms.sender)]) == ("sms", [("Pier 2",), ("12025550119",)])
