"""`wire`: keys that a spec adds to a request as they stand."""

from __future__ import annotations

from typing import Any

import pytest


def wire(desk: Any, inside: str) -> Any:
    return desk.message(f'  try sms from alerts {{ body "Hello", wire {{ {inside} }} }}').rungs[0].wire


def test_every_kind_of_json_can_be_written(desk: Any) -> None:
    made = wire(
        desk,
        'text "x", whole 3, minus -2, point 1.5, on yes, off no, list [1, "a", none], deep { er { y "z" } }, no none',
    )
    assert made == {
        "text": "x", "whole": 3, "minus": -2, "point": 1.5, "on": True, "off": False,
        "list": [1, "a", None], "deep": {"er": {"y": "z"}}, "no": None,
    }  # fmt: skip


def test_several_blocks_are_one(desk: Any) -> None:
    message = desk.message('  try sms from alerts { body "a", wire { a { b 1 } }, wire { a { c 2 } } }')
    assert message.rungs[0].wire == {"a": {"b": 1, "c": 2}}


def test_it_is_no_content(desk: Any) -> None:
    assert "NAM013 try sms from alerts" in desk.found("  try sms from alerts { wire { a 1 } }")


def test_it_is_noted(desk: Any) -> None:
    (found,) = desk.findings('  try sms from alerts { body "a", wire { a 1 } }')
    assert (found.code, found.severity.value) == ("API060", "note")


@pytest.mark.parametrize(
    "line", ['deliverychannel "x"', 'channels "x"', 'destination "x"', 'channels { sms { text "x" } }', "a 1, a 2"]
)
def test_it_never_replaces_what_is_there(desk: Any, line: str) -> None:
    found = desk.found(f'  try sms from alerts {{ body "a", wire {{ {line} }} }}')
    assert [each[:6] for each in found] == ["API060", "API061"]


def test_it_adds_below_what_is_there(desk: Any) -> None:
    assert wire(desk, 'channels { sms { futureKey "x" } }') == {"channels": {"sms": {"futureKey": "x"}}}


@pytest.mark.parametrize("line", ["a", "a 1 2", "a b", "a 2h", "a 2026-11-30", "a x | upper", 'a "x" { b 1 }'])
def test_what_is_no_json_is_told(desk: Any, line: str) -> None:
    found = desk.found(f'  try sms from alerts {{ body "a", wire {{ {line} }} }}')
    assert [each[:6] for each in found] == ["API060", "NAM002"]


@pytest.mark.parametrize("line", ["l [2h]", "l [a]", "l [[1], 2h]", "l [1 2]"])
def test_a_list_of_what_is_no_json_is_told(desk: Any, line: str) -> None:
    found = desk.found(f'  try sms from alerts {{ body "a", wire {{ {line} }} }}')
    assert "NAM002" in [each[:6] for each in found] or any(each.startswith("SYN") for each in found)


@pytest.mark.parametrize("block", ["wire", "wire { }", 'wire "x"'])
def test_it_takes_a_block(desk: Any, block: str) -> None:
    found = desk.found(f'  try sms from alerts {{ body "a", {block} }}')
    assert [each[:6] for each in found] == (["API060"] if "{" in block else ["API060", "NAM002"])


RICH = """  try rcs from chat {
    text "Hello"
    reply "Yes" data "y"
    reply "No" data "n"
    wire { %s }
  }"""


def test_a_key_that_is_no_word_stands_in_quotes(desk: Any) -> None:
    made = wire(desk, 'key "1st" "x", key "a b" { key "" 2 }, key "z"')
    assert made == {"1st": "x", "a b": {"": 2}, "key": "z"}


def test_a_list_of_objects_is_made_of_items(desk: Any) -> None:
    made = wire(desk, "a { item 1 { b 1 }, item 2 [2], item 3 { item 1 no }, item 4 {} }, item 7, c { item 8 }")
    assert made == {"a": [{"b": 1}, [2], [False], {}], "item": 7, "c": {"item": 8}}


def test_an_item_of_a_list_that_is_there_gets_keys(desk: Any) -> None:
    made = desk.message(RICH % "content { suggestions { item 2 { newFlag yes } } }").rungs[0].wire
    assert made == {"content": {"suggestions": {1: {"newFlag": True}}}}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("content { suggestions { item 3 { a 1 } } }", "NAM002"),
        ("content { suggestions { item 1 { a 1 }, b 2 } }", "NAM002"),
        ("content { suggestions { item 1 5 } }", "API061"),
        ('content { suggestions { item 1 { type "x" } } }', "API061"),
        ("content { suggestions { a 1 } }", "API061"),
        ("content { text { a 1 } }", "API061"),
        ("content { item 1 { a 1 } }", "NAM002"),
        ("new { item 2 { a 1 } }", "NAM002"),
        ("new { item 1 1, b 2 }", "NAM002"),
        ("new { item 1 x }", "NAM002"),
        ("new { b { c 1 } }, new { b 2 }", "API061"),
        ("new none, new { b 2 }", "API061"),
        ("content none", "API061"),
        ("new { item 1 1 }, new { item 1 2 }", "API061"),
        ('key "a" 1, key "a" 2', "API061"),
    ],
)
def test_items_and_keys_that_are_not_there_are_told(desk: Any, line: str, code: str) -> None:
    assert [each[:6] for each in desk.found(RICH % line)] == ["API060", code]
