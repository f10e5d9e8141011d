"""Bodies told apart by their keys, lists of messages, and values that no sender means: one finding, at its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sendspec.channels.verify import verify
from sendspec.diagnostic import Severity
from sendspec.pipeline import verify_bytes
from sendspec.source import Source

from .bodies import V1

AROUND: dict[str, Any] = {
    "destination": [{"msisdn": ["+447700900123"]}],
    "channels": {"sms": {"senderid": "ACME", "text": "Hello"}},
}
SMS: dict[str, Any] = {"deliverychannel": "sms", **AROUND}
V2: dict[str, Any] = {
    "channel": "sms",
    "from": "ACME",
    "to": [{"msisdn": ["+447700900123"]}],
    "content": {"type": "text", "text": "Hello"},
}
WHATSAPP: dict[str, Any] = {
    "deliverychannel": "whatsapp",
    "appid": "a_160000000000000003",
    "destination": [{"waid": ["447700900123"]}],
    "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Hello"}}}},
}
TEMPLATE: dict[str, Any] = {
    **WHATSAPP,
    "message": {"template": "513900000000003", "parameters": {"otp": {"type": "otp", "value": "120345"}}},
    "channels": {"OTT-Messaging": {"wa": {}}},
}
EMAIL: dict[str, Any] = {
    "channel": "email",
    "from": "hello@acme.example",
    "to": [{"email": ["ann@example.com"]}],
    "content": {"type": "text", "subject": "Your visit", "text": "See you on Monday"},
}
OTHERS = tuple(V1.values())


def errors(body: Any) -> list[tuple[str, str | None]]:
    found = verify(Source("a.json", json.dumps(body)))
    return [(one.code, one.pointer) for one in found if one.severity is Severity.ERROR]


def notes(body: Any) -> list[tuple[str, str | None]]:
    found = verify(Source("a.json", json.dumps(body)))
    return [(one.code, one.pointer) for one in found if one.severity is not Severity.ERROR]


def without(body: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key not in keys}


@pytest.mark.parametrize(("body", "key"), [(SMS, "deliverychannel"), (V2, "channel"), (WHATSAPP, "deliverychannel")])
def test_the_channel_is_missed_at_the_message_and_what_is_no_channel_where_it_stands(
    body: dict[str, Any], key: str
) -> None:
    assert errors(without(body, key)) == [("API002", "")]
    assert errors({**body, key: ""}) == [("API005", f"/{key}")]
    untyped: tuple[Any, ...] = (None, 7, ["sms"], {}, True)
    for value in untyped:
        assert errors({**body, key: value}) == [("API003", f"/{key}")]
    for wrong in ("SMS", "fax", "twitter", "wechat", "Whatsapp", " sms"):
        assert errors({**body, key: wrong}) == [("API020", f"/{key}")]
    for other in (key[:-1], key.upper(), key.capitalize(), f"{key}s"):
        if other != "channels":
            assert errors({**without(body, key), other: body[key]}) == [("API001", f"/{other}")]


def test_a_channel_of_the_other_version_is_told_as_none() -> None:
    for name in ("rcs", "email", "mms"):
        assert errors({**SMS, "deliverychannel": name}) == [("API020", "/deliverychannel")]
    for name in ("whatsapp", "push", "fb", "appmessaging", "AppleBusinessChat"):
        assert errors({**V2, "channel": name}) == [("API020", "/channel")]


def test_the_other_versions_key_for_the_channel_is_an_error_where_it_stands() -> None:
    assert errors({**SMS, "channel": "sms"}) == [("API001", "/channel")]
    assert errors({**V2, "deliverychannel": "sms"}) == [("API001", "/deliverychannel")]
    assert ("API001", "/channel") in errors({**without(SMS, "deliverychannel"), "channel": "sms"})
    assert ("API001", "/deliverychannel") in errors({**without(V2, "channel"), "deliverychannel": "sms"})


def test_what_one_message_needs_is_not_asked_of_another() -> None:
    template = without(TEMPLATE, "channels")
    assert errors(template) == []
    assert errors(without(template, "deliverychannel")) == [("API002", "")]
    both = {**WHATSAPP, "destination": [{"waid": ["447700900123"], "bsuid": ["GB.1000000000000001"]}]}
    assert errors({**both, "deliverychannel": "wa"}) == [("API020", "/deliverychannel")]


def test_a_list_mixes_channels_and_its_pointers_begin_with_the_place_in_it() -> None:
    assert errors([SMS, *OTHERS, WHATSAPP]) == []
    assert notes([SMS, *OTHERS, WHATSAPP]) == []
    spoilt = {**WHATSAPP, "destination": [{"waid": [""]}]}
    assert errors([SMS, *OTHERS, spoilt]) == [("API005", f"/{len(OTHERS) + 1}/destination/0/waid/0")]
    assert errors([SMS, without(SMS, "destination")]) == [("API002", "/1")]


def test_a_list_of_nothing_and_a_list_of_lists_are_told() -> None:
    assert errors([]) == [("API021", "")]
    assert errors([[SMS]]) == [("API056", "/0")]
    assert errors([SMS, None, "sms", 7]) == [("API056", "/1"), ("API056", "/2"), ("API056", "/3")]
    assert errors([V2]) == [("API056", "/0")]


def test_a_thousand_destinations_are_taken_and_one_more_is_not() -> None:
    def people(count: int) -> list[str]:
        return [f"+4477009{number:05}" for number in range(count)]

    for most, wanted in ((1000, []), (1001, [("API022", "/destination")])):
        assert errors({**SMS, "destination": [{"msisdn": people(most)}]}) == wanted
        assert errors({**SMS, "destination": [{"msisdn": [one]} for one in people(most)]}) == wanted
    half = {**SMS, "destination": [{"msisdn": people(500)}]}
    assert errors([half, {**half, "destination": [{"msisdn": [one]} for one in people(500)]}]) == []
    assert errors([half, half, SMS]) == [("API022", "")]


def test_what_must_be_there_and_is_empty_is_told_at_the_empty_text() -> None:
    wa = "/channels/OTT-Messaging/wa"
    assert errors({**TEMPLATE, "message": {**TEMPLATE["message"], "template": ""}}) == [("API002", "/message/template")]
    assert errors({**TEMPLATE, "message": {}}) == [("API002", "/message")]
    assert errors(without(TEMPLATE, "message")) == [("WAP039", "")]
    empty_type = {"OTT-Messaging": {"wa": {"type": "", "text": {"body": "Hello"}}}}
    assert errors({**WHATSAPP, "channels": empty_type}) == [("WAP039", f"{wa}/type")]
    policy = {"contactPolicyGroup": "", "channelCheckConsent": True}
    assert errors({**SMS, "contactPolicy": policy}) == [("API038", "/contactPolicy/contactPolicyGroup")]
    binary = {"sms": {"senderid": "ACME", "type": "3", "body": ""}}
    assert errors({**SMS, "channels": binary}) == [("SMS002", "/channels/sms/body")]
    rcs = {**V2, "channel": "rcs", "options": {"smsFallback": True, "smsSenderId": "", "text": "Hello"}}
    assert errors(rcs) == [("RCS017", "/options/smsSenderId")]
    html = {"type": "html", "subject": "Your visit", "html": ""}
    assert errors({**EMAIL, "content": html}) == [("EML003", "/content/html")]


def test_a_type_spelt_otherwise_is_told_at_its_key_alone() -> None:
    for body in (V2, EMAIL, {**V2, "channel": "rcs"}):
        content = {("Type" if key == "type" else key): value for key, value in body["content"].items()}
        assert errors({**body, "content": content}) == [("API001", "/content/Type")]
    reply = {"Type": "reply", "displayText": "Yes"}
    rcs = {**V2, "channel": "rcs", "content": {**V2["content"], "suggestions": [reply]}}
    assert errors(rcs) == [("API001", "/content/suggestions/0/Type")]


def test_null_is_no_value_of_any_member() -> None:
    for body in (SMS, V2, WHATSAPP, TEMPLATE, EMAIL):
        for key in body:
            assert errors({**body, key: None}) == [("API003", f"/{key}")]
    assert errors({**SMS, "callbackData": None, "options": None}) == [
        ("API003", "/callbackData"),
        ("API003", "/options"),
    ]
    assert errors({**EMAIL, "content": {**EMAIL["content"], "replyTo": None}}) == [("API003", "/content/replyTo")]


def test_a_template_takes_a_passcode_of_that_type_alone_and_ends_of_addresses_on_one_line() -> None:
    def with_values(**values: Any) -> dict[str, Any]:
        return {**TEMPLATE, "message": {"template": "5139", "parameters": values}}

    assert errors(with_values(otp={"type": "url", "value": "120345"})) == [("API004", "/message/parameters/otp/type")]
    broken = with_values(manage={"type": "url", "payload": "a/20931\nb"})
    assert errors(broken) == [("WAP026", "/message/parameters/manage/payload")]


def test_one_long_section_is_told_at_its_rows_and_several_at_the_sections() -> None:
    def menu(*sizes: int) -> dict[str, Any]:
        sections = [
            {"title": f"Day {day}", "rows": [{"id": f"{day}-{row}", "title": "Slot"} for row in range(size)]}
            for day, size in enumerate(sizes)
        ]
        listed = {"body": {"text": "When?"}, "action": {"button": "Show times", "sections": sections}}
        return {**WHATSAPP, "channels": {"OTT-Messaging": {"wa": {"type": "list", "list": listed}}}}

    at = "/channels/OTT-Messaging/wa/list/action/sections"
    assert errors(menu(10)) == errors(menu(4, 6)) == []
    assert errors(menu(11)) == [("WAP013", f"{at}/0/rows")]
    assert errors(menu(5, 6)) == [("WAP013", at)]


def test_an_empty_footer_counts_as_none() -> None:
    reply = {
        "body": {"text": "Will you come?"},
        "footer": {"text": ""},
        "action": {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]},
    }
    body = {**WHATSAPP, "channels": {"OTT-Messaging": {"wa": {"type": "reply", "reply": reply}}}}
    assert errors(body) == notes(body) == []


ODD = ('"\\ud83d"', "1e999", "9" * 5000, "NaN", '"\\u0000"', "[" * 60 + "]" * 60, '"' + "x" * 1_000_000 + '"', "-0.0",
       '"٤٤٧٧٠٠٩٠٠١٢٣"', '"\u202e"', "{}", "[[[]]]", "1E400", '"  "')  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=[odd[:12] for odd in ODD])
def test_odd_values_anywhere_are_told_and_never_raise(odd: str) -> None:
    for body in (SMS, V2, TEMPLATE, EMAIL):
        text = json.dumps(body)
        for value in (
            '"+447700900123"',
            '"447700900123"',
            '"Hello"',
            '"ACME"',
            '"text"',
            '"sms"',
            '"otp"',
            '["ann@example.com"]',
        ):
            spoilt = text.replace(value, odd, 1)
            for one in verify_bytes("a.json", spoilt.encode("utf-8", "surrogatepass")):
                assert one.message
                assert 0 <= one.span.start <= one.span.end


@pytest.mark.parametrize(
    "data", [b"", b" ", b"\xef\xbb\xbf{}", b"\xff\xfe{\x00", b"[" * 100_000, b'{"a":' * 5000, b'"\\']
)
def test_bytes_that_are_no_body_have_an_error(data: bytes) -> None:
    assert [one for one in verify_bytes("a.json", data) if one.severity is Severity.ERROR]
