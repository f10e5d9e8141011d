"""Bodies by Messenger, read back: only declared words, and nothing raises on a body that is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.declare import Word
from sendspec.channels.messenger import CHANNEL, V1
from sendspec.channels.messenger.reading import read
from sendspec.channels.said import Said

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "api" / "fixtures" / "valid"
BODIES = {
    **{path.stem: json.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("valid/*.json"))},
    **{f"shared-{path.stem}": json.loads(path.read_text("utf-8")) for path in sorted(SHARED.glob("messenger-*.json"))},
    **{name: body for path in HERE.glob("golden/*.json") for name, body in json.loads(path.read_text("utf-8")).items()},
}
BODIES = {name: body for name, body in BODIES.items() if "channels" in body}


def undeclared(said: tuple[Said, ...], words: tuple[Word, ...]) -> Iterator[str]:
    """What no word of a block takes."""
    known = {word.name: word for word in words}
    for one in said:
        if (word := known.get(one.word)) is None:
            yield one.word
            continue
        least = sum(slot.required for slot in word.positional)
        if not least <= len(one.values) <= len(word.positional):
            yield f"{one.word} of {len(one.values)} values"
        yield from (f"{one.word} {name}" for name in one.options.keys() - {slot.name for slot in word.options})
        if one.block is not None and word.block is None:
            yield f"{one.word} with a block"
        yield from undeclared(one.block or (), word.block or ())


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_read_into_declared_words(name: str) -> None:
    reading = read(BODIES[name])
    kinds = [one.word for one in reading.content if one.word in CHANNEL.session]
    assert len(kinds) == 1
    assert list(undeclared(reading.content, CHANNEL.words)) == []
    assert [(one.word, one.values) for one in reading.sender] == [("app", (BODIES[name]["appid"],))]


def spoilt(tree: Any) -> Iterator[Any]:
    """The tree with one value replaced or left out, for each value of it."""
    yield from (None, 7, [], {}, "", [[]], True)
    keys = range(len(tree)) if isinstance(tree, list) else list(tree) if isinstance(tree, dict) else ()
    for key in keys:
        copy = list(tree) if isinstance(tree, list) else dict(tree)
        del copy[key]
        yield copy
        for inner in spoilt(tree[key]):
            copy = list(tree) if isinstance(tree, list) else dict(tree)
            copy[key] = inner
            yield copy


@pytest.mark.parametrize("name", ["question", "courses", "choice", "bill", "typing", "film"])
def test_a_spoilt_body_is_read_as_far_as_it_goes(name: str) -> None:
    for body in spoilt(BODIES[name]):
        if isinstance(body, dict):
            assert list(undeclared(read(body).content, CHANNEL.words)) == []


@pytest.mark.parametrize(
    ("seconds", "instant"),
    [
        ("1796049000", "2026-11-30T14:30:00Z"),
        ("0", "1970-01-01T00:00:00Z"),
        ("01796049000", None),
        ("9" * 40, None),
        ("٣", None),
        ("yesterday", None),
        (1796049000, None),
    ],
)
def test_seconds_are_read_as_an_instant(seconds: object, instant: str | None) -> None:
    body = json.loads(json.dumps(BODIES["bill"]))
    body["channels"]["OTT-Messaging"]["fb"]["attachment"]["payload"]["timestamp"] = seconds
    (receipt,) = (one for one in read(body).content if one.word == "receipt")
    assert [one.values[0] for one in receipt.block or () if one.word == "timestamp"] == ([instant] if instant else [])


def test_the_channel_reads_with_it() -> None:
    body = {"deliverychannel": "fb", "channels": {"OTT-Messaging": {"fb": {"text": "Hello"}}}}
    assert V1.read is not None
    (text,) = V1.read(body).content
    assert (text.word, text.values) == ("text", ("Hello",))
    assert [one.word for one in read(body).content] == ["text"]
