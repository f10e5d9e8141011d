"""The walk over a body and over a spec's tree: one declaration, the same verdict."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.channels.check import check
from sendspec.channels.declare import (
    Array,
    Fault,
    Form,
    Limit,
    Member,
    Number,
    Object,
    OneOf,
    Shape,
    String,
    Switch,
    Variant,
)
from sendspec.channels.filled import Leaf, Made
from sendspec.channels.forms import HTTPS, INSTANT
from sendspec.channels.sms.wire import V1_BODY, V2_BODY
from sendspec.diagnostic import Severity
from sendspec.source import Source, Span
from sendspec.values.bounds import Bounds, Extent, Unit
from sendspec.values.gsm import measure

SPEC = Source("a.send", "title")
TWENTY = Limit("X001", "a page", most=20)
TEN = Limit("X002", "another page", most=10, severity=Severity.WARNING)


def leaf(value: object = None, most: int = 0, **more: Any) -> Leaf:
    width = Extent(0, most)
    bounds = Bounds(width, width, width, width, None) if value is None else measure(str(value))
    return Leaf("title", SPEC, Span(0, 5), value, bounds=bounds, **more)


def found(shape: Shape, value: Any) -> list[tuple[str, str, tuple[str | int, ...]]]:
    return [(fault.code, fault.severity.value, fault.at) for fault in check(shape, value)]


def one(shape: Shape, value: Any) -> Fault:
    (fault,) = check(shape, value)
    return fault


def card(**members: Shape) -> Object:
    return Object({name: Member(shape) for name, shape in members.items()}, "RCS")


def test_a_text_at_its_limit_is_right_and_one_beyond_is_wrong() -> None:
    assert found(card(a=String((TWENTY,))), {"a": "x" * 20}) == []
    assert one(card(a=String((TWENTY,))), {"a": "x" * 21}).message == "a is 21 characters; RCS takes 20"


def test_only_the_worst_of_two_limits_is_told() -> None:
    assert found(card(a=String((TEN, TWENTY))), {"a": "x" * 15}) == [("X002", "warning", ("a",))]
    assert found(card(a=String((TEN, TWENTY))), {"a": "x" * 25}) == [("X001", "error", ("a",))]


def test_a_stricter_page_is_named_as_such() -> None:
    said = one(card(a=String((TEN, TWENTY))), {"a": "x" * 15}).message
    assert said == "a is 15 characters; RCS takes 10 by the stricter of its pages"


def test_a_personal_text_is_judged_by_the_longest_that_it_can_be() -> None:
    fault = one(card(a=String((TWENTY,))), Made(None, a=leaf(most=1602)))
    assert fault.message == "title is up to 1 602 characters; RCS takes 20"
    assert fault.help == "shorten it, or lower the `max` of its variables"
    assert isinstance(fault.origin, Leaf)


def test_a_fixed_text_of_a_spec_is_judged_like_one_of_a_body() -> None:
    shape = card(a=String((TWENTY,), form=HTTPS))
    assert found(shape, Made(None, a=leaf("http://acme.example"))) == found(shape, {"a": "http://acme.example"})


def test_a_unit_of_bytes_counts_utf8() -> None:
    shape = card(a=String((Limit("X003", "a page", most=4, unit=Unit.BYTES),)))
    assert found(shape, {"a": "abcd"}) == []
    assert one(shape, {"a": "dŵŵ"}).message == "a is 5 bytes; RCS takes 4"


def test_a_personal_text_is_trusted_where_its_type_has_the_form_and_refuted_by_its_beginning() -> None:
    shape = card(a=String(form=HTTPS))
    assert found(shape, Made(None, a=leaf(most=40, kind="url"))) == []
    assert found(shape, Made(None, a=leaf(most=40))) == []
    assert found(shape, Made(None, a=leaf(most=40, opening="https://acme.example/"))) == []
    assert found(shape, Made(None, a=leaf(most=40, opening="ht"))) == []
    assert found(shape, Made(None, a=leaf(most=40, opening="http://acme"))) == [("API012", "error", ("a",))]


def test_an_unknown_key_is_told_with_the_nearest_and_not_told_again_as_missing() -> None:
    shape = Object({"text": Member(String(), True)}, "SMS")
    fault = one(shape, {"txt": "Hi"})
    assert (fault.message, fault.help) == ("`txt` is no key of a request by SMS", "did you mean `text`?")


def test_another_case_of_a_key_is_an_error_that_gives_the_spelling() -> None:
    fault = one(card(replyTo=String()), {"reply_to": "x"})
    assert (fault.code, fault.help) == ("API001", "the key is spelt `replyTo`")


def test_another_documented_key_is_a_note_and_its_value_is_judged() -> None:
    shape = Object({"url": Member(String(form=HTTPS), also=(Variant("URL", "url", "C25"),))})
    assert found(shape, {"URL": "https://a.example"}) == [("API007", "note", ("URL",))]
    assert ("API012", "error", ("URL",)) in found(shape, {"URL": "http://a.example"})


def test_two_spellings_of_one_member_are_an_error() -> None:
    shape = Object({"url": Member(String(), also=(Variant("URL", "url", "C25"),))})
    assert found(shape, {"url": "a", "URL": "a"}) == [("API006", "error", ("URL",))]


def test_a_required_member_in_another_spelling_is_there() -> None:
    shape = Object({"url": Member(String(), True, also=(Variant("URL", "url", "C25"),))})
    assert found(shape, {"URL": "a"}) == [("API007", "note", ("URL",))]


def test_a_missing_member_is_told_at_the_object() -> None:
    shape = card(a=Object({"b": Member(String(), True)}))
    assert found(shape, {"a": {}}) == [("API002", "error", ("a",))]


@pytest.mark.parametrize("shape", [String(), Number(), Switch(), Array(String()), card(), String(form=INSTANT)])
def test_an_empty_string_is_absent_where_it_may_be(shape: Shape) -> None:
    assert found(card(a=shape), {"a": ""}) == []


def test_an_empty_string_is_an_error_at_the_value_where_it_must_be() -> None:
    assert found(Object({"a": Member(String(), True)}), {"a": ""}) == [("API005", "error", ("a",))]
    assert found(Object({"a": Member(String(empty=True), True)}), {"a": ""}) == []


@pytest.mark.parametrize("value", [None, 1, True, [], {}])
def test_a_text_is_no_other_type(value: object) -> None:
    assert found(card(a=String()), {"a": value}) == [("API003", "error", ("a",))]


def test_a_switch_is_no_number() -> None:
    assert found(card(a=Number()), {"a": True}) == [("API003", "error", ("a",))]


def test_a_number_has_its_range_and_its_other_form() -> None:
    shape = card(latitude=Number(-90, 90), n=Number(text="C24", whole=True))
    assert one(shape, {"latitude": 91}).message == "latitude is 91; RCS takes -90 to 90"
    assert found(shape, {"n": "3"}) == [("API007", "note", ("n",))]
    assert found(shape, {"n": "three"}) == [("API003", "error", ("n",))]
    assert found(shape, {"n": 3.5}) == [("API008", "error", ("n",))]


def test_both_forms_of_a_switch_are_taken_where_the_pages_disagree() -> None:
    shape = card(a=Switch("string", also="C9"), b=Switch())
    assert found(shape, {"a": "true"}) == []
    assert found(shape, {"a": True}) == [("API007", "note", ("a",))]
    assert found(shape, {"a": "yes"}) == [("API003", "error", ("a",))]
    assert found(shape, {"b": "true"}) == [("API003", "error", ("b",))]


def test_an_unknown_word_is_told_with_those_that_are_taken() -> None:
    fault = one(card(a=String(choices=("SHORT", "TALL"))), {"a": "TAL"})
    assert (fault.message, fault.help) == ('a is "TAL"; RCS takes "SHORT", "TALL"', "did you mean `TALL`?")


def test_a_folded_word_in_another_case_is_a_note() -> None:
    shape = card(a=String(choices=("Sent",), fold=True))
    assert found(shape, {"a": "SENT"}) == [("API007", "note", ("a",))]
    assert found(card(a=String(choices=("Sent",))), {"a": "SENT"}) == [("API004", "error", ("a",))]


def test_the_count_of_a_list_is_told_at_the_list() -> None:
    limits = (Limit("X004", "a page", most=3, least=2, unit=Unit.ITEMS),)
    shape = card(cards=Array(String(), limits))
    assert one(shape, {"cards": ["a"]}).message == "cards has 1 item; RCS takes at least 2"
    assert one(shape, {"cards": list("abcd")}).message == "cards has 4 items; RCS takes 3"


def test_alternatives_are_told_apart_by_their_member() -> None:
    kind = String(choices=("reply", "openUrl"), variants=(Variant("open", "openUrl", "C0"),))
    plain = Object({"type": Member(kind, True)})
    opens = Object({"type": Member(kind, True), "url": Member(String(), True)})
    shape = OneOf("type", {"reply": plain, "openUrl": opens}, plain)
    assert found(shape, {"type": "reply"}) == []
    assert found(shape, {"type": "openUrl"}) == [("API002", "error", ())]
    assert found(shape, {"type": "open", "url": "x"}) == [("API007", "note", ("type",))]
    assert found(shape, {"type": "other"}) == [("API004", "error", ("type",))]


def test_alternatives_without_a_deciding_member_are_told_apart_by_the_keys_that_stand() -> None:
    text, file = card(text=String((TWENTY,))), card(file=String((TEN,)))
    shape = OneOf("", {"text": text, "file": file}, card(text=String(), file=String()))
    assert found(shape, {"text": "x" * 21}) == [("X001", "error", ("text",))]
    assert found(shape, {"file": "x" * 11}) == [("X002", "warning", ("file",))]
    assert found(shape, {"file": "x", "text": "x"}) == [("API001", "error", ("file",))]
    assert found(shape, {}) == []
    assert found(shape, []) == [("API003", "error", ())]


def test_a_personal_address_is_never_quoted() -> None:
    form = Form("an address", "X005", lambda text: "an address", personal=True)
    assert "ann" not in one(card(to=String(form=form)), {"to": "ann"}).message


def test_the_pointer_starts_where_the_value_stands() -> None:
    (fault,) = check(card(a=String()), {"a": 1}, ("content", 0))
    assert fault.at == ("content", 0, "a")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
keys = st.sampled_from(sorted({*V1_BODY.members, *V2_BODY.members, "msisdn", "sms", "text"}))


@given(st.dictionaries(keys, json_values | st.dictionaries(keys, json_values, max_size=4), max_size=8))
@settings(max_examples=200, deadline=None)
def test_any_json_is_judged_without_raising_and_in_house_style(body: Any) -> None:
    for shape in (V1_BODY, V2_BODY):
        for fault in check(shape, body):
            assert "\n" not in fault.message
            assert not fault.message.endswith(".")
            assert not {"invalid", "illegal", "please"} & set(fault.message.lower().split())
