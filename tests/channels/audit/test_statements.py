"""Statements of the API's pages that hold for whole messages, each from both sides, with the severity that is ours."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sendspec.channels.verify import verify
from sendspec.source import Source

SMS: dict[str, Any] = {
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
RCS: dict[str, Any] = {**V2, "channel": "rcs", "from": "a_160000000000000002"}
EMAIL: dict[str, Any] = {
    "channel": "email",
    "from": "hello@acme.example",
    "to": [{"email": ["ann@example.com"]}],
    "content": {"type": "text", "subject": "Your visit", "text": "See you on Monday"},
}
LINKS = {"domain": "https://s.acme.example"}
POLICY = {"contactPolicyGroup": "care", "channelCheckConsent": True}


def found(body: Any) -> set[str]:
    """Code, severity and pointer of each finding, in one text."""
    told = verify(Source("a.json", json.dumps(body)))
    return {f"{one.code} {one.severity.value} {one.pointer}" for one in told}


def sms(**members: Any) -> dict[str, Any]:
    return {**SMS, **members}


def to(**members: Any) -> dict[str, Any]:
    return {**SMS, "destination": [{"msisdn": ["+447700900123"], **members}]}


def v2(**members: Any) -> dict[str, Any]:
    return {**V2, **members}


def texted(text: str, **members: Any) -> dict[str, Any]:
    return {**SMS, "channels": {"sms": {"senderid": "ACME", "text": text, **members}}}


def rcs(**members: Any) -> dict[str, Any]:
    return {**RCS, **members}


def email(**members: Any) -> dict[str, Any]:
    return {**EMAIL, **members}


def content(**members: Any) -> dict[str, Any]:
    return {**EMAIL, "content": {**EMAIL["content"], **members}}


RIGHT: tuple[dict[str, Any], ...] = (
    sms(correlationid="x" * 50),
    sms(correlationid="é" * 25),
    sms(callbackData="x" * 2000),
    sms(notifyurl="https://hooks.example/a "),
    sms(expiry="2026-11-30T12:30:00.000Z"),
    sms(options={**LINKS, "trackClicks": "true", "allowFallbackURL": "false"}),
    sms(contactPolicy=POLICY),
    sms(gtrId=["g-1"]),
    sms(icmessage="true", conversationid="any"),
    sms(
        correlationid="",
        callbackData="",
        notifyurl="",
        expiry="",
        conversationid="",
        route="",
        message={"template": ""},
    ),
    sms(appid="a_1"),
    texted("x" * 449),
    texted("Croeso, dŵr", type="4"),
    v2(correlationId="x" * 50, callbackData="x" * 2000, notifyUrl="https://hooks.example/a"),
    v2(sendAt="2026-11-29T09:00:00.000Z", expireAt="2026-12-06T09:00:00.000Z", batchId="b"),
    v2(validity="259200"),
    v2(smartlinks=[{"smartlinkId": "4371", "validity": 1}]),
    v2(requestedReceipts=["SUBMITTED", "DELIVERED", "FAILED"]),
    v2(options={"trackClicks": "true"}),
    rcs(requestedReceipts=["Sent", "Delivered", "Read", "Failed", "Clicked"]),
    rcs(options={"carrierId": 3, "smsFallback": True, "smsSenderId": "ACME", "text": "x" * 1024}),
    rcs(**{"from": "+447700900199"}),
    email(multipleToRecipients=True, cc=["a@acme.example"], bcc=[]),
    email(to=[{"email": [f"{'x' * 64}@{'a' * 63}.{'b' * 63}.example"]}]),
    content(replyTo="care@acme.example"),
)

TOLD: tuple[tuple[dict[str, Any], str], ...] = (
    (sms(correlationid="x" * 51), "API026 error /correlationid"),
    (sms(correlationid="é" * 26), "API026 error /correlationid"),
    (to(correlationid="x" * 51), "API026 error /destination/0/correlationid"),
    (to(correlationId="x"), "API001 error /destination/0/correlationId"),
    (sms(correlationId="x"), "API001 error /correlationId"),
    (sms(callbackData="x" * 2001), "API027 error /callbackData"),
    (sms(callbackData="é" * 1025), "API027 warning /callbackData"),
    (sms(callbackdata="x"), "API001 error /callbackdata"),
    (sms(expiry="2026-11-30T18:30:19.456+05:30"), "API011 note /expiry"),
    (sms(expiry="2026-11-30T18:30:19.456+5:30"), "API011 warning /expiry"),
    (sms(options={**LINKS, "trackClicks": True}), "API007 note /options/trackClicks"),
    (sms(options={"trackClicks": "true"}), "API030 error /options"),
    (sms(options={**LINKS, "trackClicks": "yes"}), "API003 error /options/trackClicks"),
    (sms(contactPolicy={"channelCheckConsent": True}), "API038 error /contactPolicy"),
    (sms(contactPolicy={"contactPolicyGroup": "care", "channelCheckConsent": False}), "API037 error /contactPolicy"),
    (
        sms(contactPolicy={**POLICY, "channelRequirePreference": True}),
        "API001 error /contactPolicy/channelRequirePreference",
    ),
    (sms(contactPolicy={**POLICY, "channelCheckConsent": "true"}), "API003 error /contactPolicy/channelCheckConsent"),
    (sms(**{"contact policy": [POLICY]}), "API001 error /contact policy"),
    (sms(gtrId=["g-1", "g-2"]), "API039 error /gtrId"),
    (sms(route="IMMD"), "API029 note /route"),
    (sms(route="LCG"), "API028 error /route"),
    (sms(priority="urgent"), "API029 note /priority"),
    (sms(priority=1), "API003 error /priority"),
    (sms(channels=[{"sms": {"text": "Hello"}}]), "API003 error /channels"),
    (sms(channels={"sms": {"text": "Hello"}}), "SMS008 note /channels/sms"),
    (texted("x" * 450), "SMS005 note /channels/sms/text"),
    (texted("x" * 1025), "SMS004 warning /channels/sms/text"),
    (texted("é" * 513), "SMS004 warning /channels/sms/text"),
    (texted("x" * 4001), "SMS004 error /channels/sms/text"),
    (texted("Hello", type="2"), "API004 error /channels/sms/type"),
    (texted("Hello", type=1), "API003 error /channels/sms/type"),
    (texted("Hello", sendLinkAsAppClip="true"), "API003 error /channels/sms/sendLinkAsAppClip"),
    (v2(content={"type": "text", "text": "x" * 4001}), "SMS004 error /content/text"),
    (v2(correlationid="x"), "API007 note /correlationid"),
    (v2(correlationid="x", correlationId="x"), "API006 error /correlationid"),
    (v2(notifyurl="https://hooks.example/a"), "API007 note /notifyurl"),
    (v2(notifyurlAuthId="x"), "API001 error /notifyurlAuthId"),
    (v2(sendAt="2026-11-29T09:00:00.000Z", expireAt="2026-11-29T09:00:00.000Z"), "API033 error /expireAt"),
    (v2(sendAt="2026-11-29T09:00:00.000Z", expireAt="2026-12-06T09:00:00.001Z"), "API034 error /expireAt"),
    (v2(validity="60", expireAt="2026-11-29T09:00:00.000Z"), "API035 error /validity"),
    (v2(validity=60), "API003 error /validity"),
    (v2(validity="259201"), "API036 error /validity"),
    (v2(priority="1"), "API029 note /priority"),
    (v2(priority="4"), "API004 error /priority"),
    (v2(route="IMMD"), "API001 error /route"),
    (v2(smartlinks=[{"smartlinkId": 4371, "validity": 1}]), "API007 note /smartlinks/0/smartlinkId"),
    (v2(smartlinks=[{"smartlinkId": "4371", "validity": "1"}]), "API007 note /smartlinks/0/validity"),
    (v2(smartlinks=[{"validity": 1}]), "API002 error /smartlinks/0"),
    (v2(requestedReceipts=["SENT"]), "API007 note /requestedReceipts/0"),
    (v2(requestedReceipts=["Delivered"]), "API040 error /requestedReceipts/0"),
    (v2(template={"id": "5S2EXMPLNR"}), "API032 error "),
    (v2(**{"contact policy": [{**POLICY, "channelRequirePreference": True}]}), "API007 note /contact policy"),
    (v2(**{"from": "+447700900199"}), "API015 error /from"),
    (v2(content={"type": "text", "text": "Hello $(first_name)"}), "API042 warning /content/text"),
    (v2(options={**LINKS, "smsFallback": True}), "API001 error /options/smsFallback"),
    (rcs(requestedReceipts=["DELIVERED"]), "API007 note /requestedReceipts/0"),
    (rcs(options={"carrierId": "3"}), "API007 note /options/carrierId"),
    (rcs(options={"smsFallback": True, "smsSenderId": "ACME", "text": "x" * 1025}), "RCS002 error /options/text"),
    (rcs(content={"type": "text", "text": "x" * 1025}), "RCS001 error /content/text"),
    (rcs(content={"type": "agentEvent", "event": "READ"}), "RCS019 error /content"),
    (rcs(template={"id": "R", "subject": "x"}, content=""), "API001 error /template/subject"),
    (email(requestedReceipts=["bounced"]), "API007 note /requestedReceipts/0"),
    (email(requestedReceipts=["Delivered"]), "API040 error /requestedReceipts/0"),
    (email(options={"trackClicks": "true"}), "API007 note /options/trackClicks"),
    (email(multipleToRecipients="true"), "API003 error /multipleToRecipients"),
    (email(to=[{"email": [f"{'x' * 65}@acme.example"]}]), "API016 error /to/0/email/0"),
    (content(encoding="utf-8"), "API007 note /content/encoding"),
    (content(subject=""), "API005 error /content/subject"),
)  # fmt: skip


@pytest.mark.parametrize("body", RIGHT, ids=range(len(RIGHT)))
def test_what_the_pages_take_has_nothing_to_say(body: dict[str, Any]) -> None:
    assert found(body) == set()


@pytest.mark.parametrize(("body", "told"), TOLD, ids=[told for _, told in TOLD])
def test_what_the_pages_do_not_take_or_write_otherwise_is_the_one_finding(body: dict[str, Any], told: str) -> None:
    everything = found(body)
    worst = {one for one in everything if " error " in one}
    assert (worst or everything) == {told}
