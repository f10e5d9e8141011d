"""Files of request bodies: told apart by their keys, with pointers, and with places in the file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.channels.verify import verify
from sendspec.diagnostic import Diagnostic
from sendspec.source import Source

V1: dict[str, Any] = {
    "deliverychannel": "sms",
    "destination": [{"msisdn": ["+447700900123"]}],
    "channels": {"sms": {"senderid": "ACME", "text": "Hello"}},
}

V2: dict[str, Any] = {
    "channel": "sms",
    "from": "ACME",
    "to": [{"msisdn": ["+447700900123"]}],
    "content": {"type": "text", "text": "Hello"},
}


def found(body: Any) -> list[tuple[str, str | None]]:
    return [(one.code, one.pointer) for one in verify(Source("a.json", json.dumps(body)))]


def only(text: str) -> Diagnostic:
    (one,) = verify(Source("a.json", text))
    return one


def test_a_finding_has_the_place_of_the_value_in_the_file() -> None:
    text = json.dumps({**V1, "expiry": "tomorrow"}, indent=2)
    one = only(text)
    line, column = one.source.position(one.span.start)
    assert one.source.line(line)[column - 1 :] == '"tomorrow"'
    assert one.pointer == "/expiry"


@pytest.mark.parametrize(
    ("code", "key", "given"),
    [
        ("API001", "callbackdata", {**V1, "callbackdata": "yes"}),
        ("API001", "nothing like it", {**V1, "nothing like it": {"a": 1}}),
        ("API006", "correlationid", {**V2, "correlationid": "a", "correlationId": "a"}),
        ("API007", "correlationid", {**V2, "correlationid": "a"}),
        ("API029", "priority", {**V2, "priority": "1"}),
    ],
)
def test_a_wrong_key_is_marked_itself(code: str, key: str, given: dict[str, Any]) -> None:
    one = next(each for each in verify(Source("a.json", json.dumps(given, indent=2))) if each.code == code)
    assert one.source.text[one.span.start : one.span.end] == f'"{key}"'
    assert one.pointer == f"/{key}"
    assert key in one.message


def test_a_missing_key_is_marked_at_the_opening_brace_alone() -> None:
    body = {**V1, "channels": {"sms": {"senderid": "ACME"}}}
    one = only(json.dumps(body, indent=2))
    assert one.pointer == "/channels/sms"
    assert one.source.text[one.span.start : one.span.end] == "{"


def test_a_pointer_escapes_its_keys() -> None:
    assert found({**V1, "a/b~c": 1}) == [("API001", "/a~1b~0c")]


def test_a_missing_key_is_told_at_the_object() -> None:
    assert found({key: value for key, value in V1.items() if key != "destination"}) == [("API002", "")]


def test_a_body_without_its_channel_is_judged_by_what_it_holds() -> None:
    body = {"destination": [{"msisdn": ["+447700900123"]}], "channels": {"sms": {"txt": "Hello"}}}
    assert ("API002", "") in found(body)
    assert ("API001", "/channels/sms/txt") in found(body)


def test_a_list_holds_messages_of_several_channels() -> None:
    voice = {**V1, "deliverychannel": "voice", "channels": {"voice": {"promptid": "354"}}}
    assert found([V1, voice]) == []


def test_the_destinations_of_a_list_count_together() -> None:
    half = {**V1, "destination": [{"msisdn": [f"+447700{number:06}" for number in range(501)]}]}
    assert found([half, half]) == [("API022", "")]
    assert found([half]) == []


def test_a_message_of_v2_is_no_part_of_a_list() -> None:
    v2 = {"channel": "sms", "from": "ACME", "to": V1["destination"], "content": {"type": "text", "text": "Hello"}}
    assert found(v2) == []
    assert found([v2]) == [("API056", "/0")]


def test_what_stands_around_the_content_of_another_channel_is_checked() -> None:
    push = {"deliverychannel": "push", "destination": [{"userid": ["u"]}], "channels": {"push": {}}, "expiry": "x"}
    assert ("API010", "/expiry") in found(push)


def test_options_have_no_place_with_voice() -> None:
    voice = {**V1, "deliverychannel": "voice", "channels": {"voice": {}}, "options": {"domain": "https://s.example"}}
    assert ("API031", "/options") in found(voice)


def test_lines_that_compile_wrote_are_judged_each_in_its_place() -> None:
    wrong = {**V1, "route": "FAST"}
    text = "".join(json.dumps({"rung": 1, "path": "/x", "body": body, "rows": [0]}) + "\n" for body in (V1, wrong))
    told = verify(Source("rung-1.ndjson", text))
    assert [
        (one.code, one.pointer, one.source.position(one.span.start)[0]) for one in told if one.code == "API028"
    ] == [("API028", "/body/route", 2)]


def test_a_broken_line_does_not_hide_the_others() -> None:
    text = f'{json.dumps({**V1, "route": "FAST"})}\n{json.dumps(V1)}\n{{"deliverychannel": }}\n'
    codes = {(one.code, one.source.position(one.span.start)[0]) for one in verify(Source("a.ndjson", text))}
    assert {("API028", 1), ("API050", 3)} <= codes


def test_what_is_no_body_is_told() -> None:
    assert [found(body) for body in ({}, {"hello": "world"}, "sms", None, [1])] == [
        [("API056", "")],
        [("API056", "")],
        [("API056", "")],
        [("API056", "")],
        [("API056", "/0")],
    ]


def test_no_message_shows_an_address_of_a_person() -> None:
    body = {**V1, "destination": [{"msisdn": ["07700 900 123", {"a": 1}]}]}
    assert not [one for one in verify(Source("a.json", json.dumps(body))) if "900 123" in one.message]


def test_findings_come_in_the_order_of_the_file() -> None:
    body = {"expiry": "x", **V1, "notifyurl": "http://a.example", "route": "FAST"}
    spans = [one.span.start for one in verify(Source("a.json", json.dumps(body)))]
    assert spans == sorted(spans)


@given(st.text() | st.recursive(
    st.none() | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from([*V1, "channel", "to", "body", "sms", "msisdn"]), inner, max_size=4),
    max_leaves=15,
).map(json.dumps))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_no_file_makes_verify_raise(text: str) -> None:
    for one in verify(Source("a.json", text)):
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert one.pointer is not None
