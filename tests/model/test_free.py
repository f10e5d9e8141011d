"""A block with names of the writer's own: what a value can be, and what is told of one that it cannot."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = 'sender garden inapp { app "MU10000041" }\n'
ROWS = '  audience rows { row { userid "grower-41", ref "A-1" } }\n'
VARS = "  vars { ref id(max 10) }\n"


def spec(extras: str) -> str:
    return f'{VARS}  try inapp from garden {{ thread "plot", text "Hello", extras {{ {extras} }} }}'


def extras(desk: Any, inside: str) -> Any:
    (fragments,) = desk.message(spec(inside), HEAD, ROWS).rungs[0].fragments.values()
    return fragments["content"]["message"]["extras"]


def test_a_value_is_a_text_a_number_a_switch_a_list_or_a_block(desk: Any) -> None:
    made = extras(desk, 'a "x", whole 3, minus -2, half 1.5, on yes, off no, list [1, "b", no], deep { er { y "z" } }')
    plain = {name: made[name].value for name in ("a", "whole", "minus", "half", "on", "off")}
    assert plain == {"a": "x", "whole": 3, "minus": -2, "half": 1.5, "on": True, "off": False}
    assert [leaf.value for leaf in made["list"]] == [1, "b", False]
    assert made["deep"]["er"]["y"].value == "z"


def test_an_empty_block_is_an_object_without_keys(desk: Any) -> None:
    assert extras(desk, "") == {}


def test_a_variable_is_personal_wherever_it_stands(desk: Any) -> None:
    made = extras(desk, 'a ref, b ["{{ ref }}"], c { d "no {{ ref }}" }')
    assert all(leaf.personal for leaf in (made["a"], made["b"][0], made["c"]["d"]))


def test_a_name_that_is_no_word_stands_in_quotes_and_a_list_of_objects_is_made_of_items(desk: Any) -> None:
    made = extras(desk, 'key "1 st" ref, key "b c" { item 1 { d 2 }, item 2 ["x"] }, key "z", item 3')
    assert list(made) == ["1 st", "b c", "key", "item"]
    assert made["1 st"].personal
    assert made["b c"][0]["d"].value == 2
    assert made["b c"][1][0].value == "x"


def test_a_value_of_a_stored_template_has_any_name(desk: Any) -> None:
    content = 'template "t" { key "1" = ref, key "a b" = "x" }'
    rows = '  audience rows { row { msisdn "+447700900123", ref "A-1" } }\n'
    (fragments,) = (
        desk.message(f"{VARS}  try sms from alerts via v2 {{ {content} }}", rows=rows).rungs[0].fragments.values()
    )
    assert list(fragments["substitutions"]) == ["1", "a b"]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("a { item 2 1 }", "NAM002 item 2 1"),
        ("a { item 1 1, b 2 }", "NAM002 b 2"),
        ("item 1 1", "NAM002 1"),
        ('key "a" 1, key "a" 2', 'NAM012 "a"'),
        ("a 1, a 2", "NAM012 a"),
        ("a", "NAM002 a"),
        ('a "x" "y"', 'NAM002 "y"'),
        ('a "x" { b 1 }', 'NAM002 a "x"'),
        ("a [1, nobody]", "NAM003 nobody"),
        ("a { b nobody }", "NAM003 nobody"),
    ],
)
def test_what_is_no_value_is_told_where_it_stands(desk: Any, inside: str, told: str) -> None:
    assert told in desk.found(spec(inside), HEAD, ROWS)
