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


@pytest.mark.parametrize(
    ("inside", "told"),
    [
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
