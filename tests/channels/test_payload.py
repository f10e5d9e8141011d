"""The bytes of a payload: exact where it is the same for everybody, else the most it can be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sendspec.channels.filled import Leaf, Made, Tree
from sendspec.channels.payload import at_most, json_size
from sendspec.record import replace
from sendspec.source import Source, Span
from sendspec.values.bounds import Bounds, Extent

SOURCE, SPAN = Source("a.send", ""), Span(0, 0)


def personal(least: int, most: int) -> Leaf:
    extent = Extent(least, most)
    return Leaf("text", SOURCE, SPAN, None, object(), Bounds(extent, extent, extent, extent))


def fixed(value: object) -> Leaf:
    return Leaf("text", SOURCE, SPAN, value)


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [[]],
        {"a": {}},
        {"a": [], "b": [1, 2.5, True, None], "ü": 'say "yes"\n'},
        [{"a": "Llwynhendy, 14:30 😀"}, ""],
        "\\",
        -3,
    ],
)
def test_the_size_of_a_body_is_that_of_its_compact_json(value: Any) -> None:
    assert json_size(value) == len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def test_a_value_of_a_spec_counts_like_the_same_value_of_a_body() -> None:
    made: Tree = Made(None, text=fixed("Größe"), payload=Made(None), size=fixed(7), more=[fixed("a"), fixed("b")])
    assert json_size(made) == json_size({"text": "Größe", "payload": {}, "size": 7, "more": ["a", "b"]})


def test_a_personal_text_counts_at_its_longest() -> None:
    assert json_size({"text": personal(0, 40)}) == json_size({"text": "x" * 40})


def test_the_escapes_of_a_personal_text_count() -> None:
    assert json_size(replace(personal(0, 40), escapes=3)) == 45


def test_a_payload_at_its_limit_passes_and_one_byte_more_is_told_with_its_size() -> None:
    check = at_most("XYZ001", 12, "the payload", "a pigeon")
    assert list(check({"a": "12é"}, ())) == []
    (found,) = check({"a": "123é"}, ("channels",))
    assert (found.code, found.at) == ("XYZ001", ("channels",))
    assert found.message == "the payload is 13 bytes of JSON; a pigeon takes 12"


def test_a_personal_payload_is_told_as_what_it_can_be() -> None:
    check = at_most("XYZ001", 12, "the payload", "a pigeon")
    (found,) = check({"a": [personal(2, 40)]}, ())
    assert found.message == "the payload is up to 50 bytes of JSON; a pigeon takes 12"
