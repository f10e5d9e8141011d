"""JSON as people write it: every mistake has its words and its place, and no text makes the reader raise."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.channels.json_text import DEPTH, parse, places

MISTAKES = [
    ("", "the file is empty; expected a request body", 0),
    ('{"a": 1,}', "a comma stands before `}`", 7),
    ("[1, 2,]", "a comma stands before `]`", 5),
    ('{"a" 1}', "the key `a` has no `:` and no value", 1),
    ("{a: 1}", "the key `a` has no quotes", 1),
    ("{'a': 1}", "' opens no text in JSON", 1),
    ('{"a": “b”}', "“ opens no text in JSON", 6),
    ('{"a": 1 "b": 2}', '`"` stands here; expected `,` or `}`', 8),
    ('{"a": 1 // one\n}', "JSON has no comments", 8),
    ('{"a": [1, 2}', "`}` stands here; expected `,` or `]`", 11),
    ('{"a": [1, 2', "this `[` is never closed", 6),
    ('{"a": "b\nc"}', "the text has no closing quotes on its line", 6),
    ('{"a": "b', "the text has no closing quotes", 6),
    (r'{"a": "C:\dir"}', r"`\d` is no escape of JSON", 9),
    ('{"a": "\x01"}', "a control character (U+0001) stands in the text", 7),
    ('{"a": True}', "`True` is written `true` in JSON", 6),
    ('{"a": None}', "`None` is written `null` in JSON", 6),
    ('{"a": yes}', "`yes` has no quotes", 6),
    ('{"a": NaN}', "`NaN` is no number of JSON", 6),
    ('{"a": -Infinity}', "`-Infinity` is no number of JSON", 6),
    ('{"a": 1e999}', "1e999 is beyond all numbers", 6),
    ('{"a": 012}', "a number is written otherwise in JSON", 6),
    ('{"a": 1} {"b": 2}', "the JSON ends before this; nothing may follow it", 9),
    ('{"a": 1, "a": 2}', "`a` stands twice in one object", 9),
    (r'{"a": "\ud83d"}', "half of a surrogate pair is no character", 6),
    ("[" * 70 + "]" * 70, f"values lie more than {DEPTH} deep in one another", DEPTH),
    ("[" * 100_000, f"values lie more than {DEPTH} deep in one another", DEPTH),
    ("[" + "9" * 5000 + "]", "99999999999999999999… is beyond all numbers", 1),
]


@pytest.mark.parametrize(("text", "message", "start"), MISTAKES, ids=[text[:20] for text, *_ in MISTAKES])
def test_a_mistake_has_its_words_and_its_place(text: str, message: str, start: int) -> None:
    problem = parse(text).problems[0]
    assert (problem.message, problem.start) == (message, start)


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert parse(r'{"a": "\ud83c\udf7d"}') == ({"a": "\U0001f37d"}, ())


def test_a_value_is_placed_by_its_pointer_and_an_object_by_its_bracket() -> None:
    text = '{\n "a": [1, {"b/c": "dŵr"}]\n}'
    found = places(text, [(), ("a", 1), ("a", 1, "b/c"), ("a", 5)]).values
    assert {at: text[span.start : span.end] for at, span in found.items()} == {
        (): "{",
        ("a", 1): "{",
        ("a", 1, "b/c"): '"dŵr"',
    }


def test_a_key_is_placed_by_the_pointer_of_its_value() -> None:
    text = r'{"a": 1, "b\u0063" : [{"d": 2}, {"d": 3}]}'
    found = places(text, [(), ("bc",), ("bc", 1), ("bc", 1, "d")]).keys
    assert {at: (span.start, text[span.start : span.end]) for at, span in found.items()} == {
        ("bc",): (9, r'"b\u0063"'),
        ("bc", 1, "d"): (33, '"d"'),
    }


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=5),
    max_leaves=20,
)


@given(values, st.sampled_from([None, 1]), st.booleans())
@settings(max_examples=200, deadline=None)
def test_what_the_standard_library_writes_is_read_back_without_a_word(
    value: object, indent: int | None, plain: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=plain)
    assert parse(text) == (value, ())


@given(values, st.data())
@settings(max_examples=100, deadline=None)
def test_every_value_stands_where_it_is_said_to(value: object, data: st.DataObject) -> None:
    text = json.dumps(value, indent=2)
    at: list[str | int] = []
    while isinstance(value, (list, dict)) and value and data.draw(st.booleans()):
        if isinstance(value, list):
            at.append(data.draw(st.integers(0, len(value) - 1)))
            value = value[int(at[-1])]
        else:
            at.append(data.draw(st.sampled_from(sorted(value))))
            value = value[at[-1]]
    span = places(text, [tuple(at)]).values[tuple(at)]
    cut = text[span.start : span.end]
    assert cut in ("{", "[") if isinstance(value, (list, dict)) else json.loads(cut) == value


@given(st.text(alphabet="{}[]:,\"\\ \n\ttrufalsen0123.eE+-'/#\ud800é\x00") | st.text())
@settings(max_examples=200, deadline=None)
def test_no_text_makes_the_reader_raise_and_what_is_no_json_has_a_problem(text: str) -> None:
    found = parse(text)
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        assert found.problems
    for problem in found.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
        assert "\n" not in problem.message
