"""Words of `delivery`, `track` and `policy` → members of a request, spelt for each version of the API."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import pytest

from sendspec import channels
from sendspec.channels.declare import Takes, Word
from sendspec.channels.envelope import BLOCKS, MEMBERS, fragments
from sendspec.channels.filled import Filled, Leaf, Tree
from sendspec.source import Source, Span

SPEC = Source("a.send", "")
SPAN = Span(0, 0)
WORDS = {word.name: word for block in BLOCKS.values() for word in block.block or ()}
V1, V2 = (channels.channel("sms").api(version) for version in ("v1", "v2"))


def leaf(name: str, value: object) -> Leaf:
    return Leaf(name, SPEC, SPAN, value)


def filled(word: Word, *given: object, children: tuple[Filled, ...] = ()) -> Filled:
    slots = (*word.positional, *word.options)
    values: dict[str, Leaf | tuple[Leaf, ...]] = {}
    for slot, value in zip(slots, given, strict=False):
        values[slot.name] = (
            tuple(leaf(slot.name, one) for one in value) if isinstance(value, list) else leaf(slot.name, value)
        )
    return Filled(word, SPEC, SPAN, MappingProxyType(values), children)


def setting(name: str, *given: object) -> dict[str, Filled]:
    return {name: filled(WORDS[name], *given)}


def block(name: str, **given: object) -> dict[str, Filled]:
    inner = {word.name: word for word in WORDS[name].block or ()}
    return {name: filled(WORDS[name], children=tuple(filled(inner[word], value) for word, value in given.items()))}


def plain(tree: Tree) -> Any:
    if isinstance(tree, Leaf):
        return tree.value
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items()}
    return [plain(value) for value in tree] if isinstance(tree, list) else tree


def members(version: str, settings: dict[str, Filled], expiry: Leaf | None = None) -> tuple[Any, tuple[str, ...]]:
    made, lacking = fragments(version, settings, expiry, V1 if version == "v1" else V2)
    return plain(made), lacking


CASES = [
    (setting("route", "IMMD"), {"route": "IMMD"}, {}),
    (setting("priority", 1), {"priority": "1"}, {}),
    (setting("send_at", "2026-11-30T12:30:00.000Z"), {}, {"sendAt": "2026-11-30T12:30:00.000Z"}),
    (setting("validity", 7200), {}, {"validity": "7200"}),
    (setting("batch_id", "b-1"), {}, {"batchId": "b-1"}),
    (setting("correlation", "c"), {"correlationid": "c"}, {"correlationId": "c"}),
    (setting("callback", "c"), {"callbackData": "c"}, {"callbackData": "c"}),
    (setting("conversation_id", "c"), {"conversationid": "c"}, {}),
    (setting("gtr_id", ["G-1", "G-2"]), {"gtrId": ["G-1", "G-2"]}, {}),
    (setting("receipts", ["delivered", "failed"]), {}, {"requestedReceipts": ["DELIVERED", "FAILED"]}),
    (
        setting("notify", "https://a.example", "TNP1"),
        {"notifyurl": "https://a.example", "notifyurlAuthId": "TNP1"},
        {"notifyUrl": "https://a.example", "notifyUrlAuthId": "TNP1"},
    ),
    (
        block("links", domain="https://s.example", shorten=True, track=False),
        {"options": {"domain": "https://s.example", "shortenLinks": "true", "trackClicks": "false"}},
        {"options": {"domain": "https://s.example", "shortenLinks": "true", "trackClicks": "false"}},
    ),
    (
        setting("group", "g"),
        {"contactPolicy": {"contactPolicyGroup": "g"}},
        {"contactPolicy": {"contactPolicyGroup": "g"}},
    ),
]


@pytest.mark.parametrize(("settings", "v1", "v2"), CASES, ids=[next(iter(case[0])) for case in CASES])
def test_a_setting_is_spelt_for_its_version_or_left_out_by_name(
    settings: dict[str, Filled], v1: dict[str, Any], v2: dict[str, Any]
) -> None:
    name = next(iter(settings))
    assert members("v1", settings) == (v1, () if v1 else (name,))
    assert members("v2", settings) == (v2, () if v2 else (name,))


def test_the_lines_of_the_policy_make_one_object_with_json_switches() -> None:
    settings = {**setting("group", "g"), **setting("consent", True), **setting("cap", False)}
    made, _ = members("v1", settings)
    assert made["contactPolicy"] == {
        "contactPolicyGroup": "g",
        "channelCheckConsent": True,
        "channelApplyFrequencyCap": False,
    }


def test_smart_links_stand_beside_the_channel_on_v1_and_at_the_top_on_v2() -> None:
    link = next(iter(WORDS["smartlinks"].block or ()))
    settings = {"smartlinks": filled(WORDS["smartlinks"], children=(filled(link, "5", 30),))}
    assert members("v1", settings)[0] == {"channels": {"smartlinks": [{"linkid": "5", "validity": "30"}]}}
    assert members("v2", settings)[0] == {"smartlinks": [{"smartlinkId": "5", "validity": 30}]}


def test_the_expiry_has_the_name_of_its_version() -> None:
    expiry = leaf("expires", "2026-11-30T12:30:00.000Z")
    assert members("v1", {}, expiry)[0] == {"expiry": "2026-11-30T12:30:00.000Z"}
    assert members("v2", {}, expiry)[0] == {"expireAt": "2026-11-30T12:30:00.000Z"}


def test_a_receipt_that_a_channel_has_not_is_named_and_the_others_stay() -> None:
    made, lacking = members("v2", setting("receipts", ["delivered", "read"]))
    assert made == {"requestedReceipts": ["DELIVERED"]}
    assert lacking == ("receipts read",)


def words() -> Iterator[Word]:
    open_words = list(BLOCKS.values())
    while open_words:
        word = open_words.pop()
        open_words += word.block or ()
        yield word


def test_every_word_says_what_it_is_for() -> None:
    assert [word.name for word in words() if not word.about and word.name not in BLOCKS] == []


def test_every_member_that_settings_give_stands_in_the_body_of_its_version() -> None:
    for api in (V1, V2):
        known = set(api.body.members) | ({"smartlinks"} if api.version == "v1" else set())
        assert MEMBERS[api.version] <= known


def test_a_choice_maps_words_to_values() -> None:
    for word in words():
        for slot in (*word.positional, *word.options):
            assert bool(slot.choices) == (slot.takes in (Takes.CHOICE, Takes.CHOICES)), word.name
