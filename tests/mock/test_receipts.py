"""Receipts have the shape of the channel's pages, come in their order unless a fault says otherwise, and are signed."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

import pytest

from sendspec import channels
from sendspec.mock.api import Mock, Rules
from sendspec.mock.receipts import Due, shape, signed, written

from .bodies import NOW, VALID, before, rcs, sent, sms

URL = "http://127.0.0.1:9/receipts"
#: What stands in `deliveryInfo` of every printed receipt, and beside it.
INFO = {"timeStamp", "Description", "code", "deliveryChannel", "destination", "destinationType", "deliveryStatus"}
BESIDE = {"transid", "callbackData", "correlationid"}


def receipts(body: object, **faults: float) -> list[Due]:
    """The receipts of a body, in the order of their times."""
    switched = {name.replace("_", "-"): rate for name, rate in faults.items()}
    return sorted(sent(Mock(Rules(faults=switched, notify=URL)), body).receipts, key=lambda one: one.at)


def states(body: object, **faults: float) -> list[str]:
    """The states that they bring."""
    return [one.event["state"] for one in receipts(body, **faults)]


def notification(one: Due) -> dict[str, Any]:
    """What a receipt says."""
    told: dict[str, Any] = json.loads(written(one))["deliveryInfoNotification"]
    return told


@pytest.mark.parametrize("name", channels.names())
def test_a_channel_declares_its_receipts(name: str) -> None:
    declared = shape(name)
    events = [*declared.good, *declared.more, *(event for chain in declared.bad for event in chain)]
    reports = channels.channel(name).reports
    assert declared.bad
    for event in events:
        assert {"state", "code", "status", "text", "after"} <= event.keys()
        assert event["code"].isdecimal()
    if reports:
        assert {event["state"] for event in (*declared.good, *declared.more)} <= reports
        assert "submitted" in {event["state"] for event in declared.good}
    good = {event["code"] for event in declared.good}
    assert all(chain[-1]["code"] not in good for chain in declared.bad)
    assert all(
        [event["after"] for event in chain] == sorted(event["after"] for event in chain) for chain in declared.bad
    )


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_every_person_of_a_body_gets_receipts_in_the_documented_shape(path: Any) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    for rates in ({}, {"failed": 1.0}, {"clicked": 1.0}):
        reply = sent(Mock(Rules(notify=URL, faults=rates)), body, now=before(body))
        for one in reply.receipts:
            told = notification(one)
            info = told["deliveryInfo"]
            assert info.keys() >= INFO
            assert (info if one.event.get("inside") else told).keys() >= BESIDE
            assert one.person.address.lstrip("+") == info["destination"].lstrip("+") != ""
        asked = [message.receipts for message in reply.accepted]
        if asked == [None] * len(asked) and not rates:
            assert len({one.transid for one in reply.receipts}) == reply.entry.people


def test_a_receipt_of_an_sms_is_the_one_that_the_page_shows() -> None:
    body = sms(correlation="apt-20931", callbackData="apt|1")
    reply = sent(Mock(Rules(notify=URL)), body)
    first, second = sorted(reply.receipts, key=lambda one: one.at)
    assert json.loads(written(second)) == {
        "deliveryInfoNotification": {
            "deliveryInfo": {
                "timeStamp": notification(second)["deliveryInfo"]["timeStamp"],
                "Description": "Delivered",
                "code": "7500",
                "deliveryChannel": "SMS",
                "additionalInfo": "",
                "destination": "447700900123",
                "destinationType": "msisdn",
                "deliveryStatus": "Delivered",
            },
            "carrier": "EXMPL",
            "subtid": "",
            "transid": reply.entry.transid,
            "callbackData": "apt|1",
            "correlationid": "apt-20931",
        }
    }
    assert first.event["code"] == "7501"
    assert NOW < first.at < second.at < NOW + 2.5


def test_each_destination_has_a_transid_and_its_own_correlation() -> None:
    to = [
        {"msisdn": ["+447700900101"], "correlationId": "a"},
        {"msisdn": ["+447700900102", "+447700900103"], "correlationId": "b"},
    ]
    reply = sent(Mock(Rules(notify=URL)), rcs(to=to, correlationId="all"))
    told = {(one.transid, one.person.correlation) for one in reply.receipts}
    whole = reply.entry.transid
    assert told == {(f"{whole}_0", "a"), (f"{whole}_1", "b"), (f"{whole}_2", "b")}


def test_a_request_of_v2_chooses_its_receipts() -> None:
    assert states(rcs()) == ["submitted", "delivered", "read"]
    assert states(rcs(requestedReceipts=["Delivered", "failed"])) == ["delivered"]
    body = {
        "channel": "sms",
        "from": "ACME",
        "to": [{"msisdn": ["+447700900123"]}],
        "content": {"type": "text", "text": "Hi"},
    }
    assert states({**body, "requestedReceipts": ["SENT"]}) == ["submitted"]


def test_what_becomes_of_a_message_is_chosen_by_faults() -> None:
    assert states(rcs(), undelivered=1) == ["submitted"]
    assert states(rcs(), unread=1) == ["submitted", "delivered"]
    assert states(sms(), clicked=1) == ["submitted", "delivered", "clicked"]
    assert {states(sms(correlation=str(number)), failed=1)[-1] for number in range(20)} == {"failed"}
    assert states(rcs(), missing_receipt=1) == []


def test_the_platform_s_own_fallback_has_receipts_of_its_own() -> None:
    options = {"smsFallback": True, "smsSenderId": "ACME", "text": "Hello"}
    found = [one for one in receipts(rcs(options=options), failed=1) if one.transid.endswith("_fallbackrcs")]
    assert [notification(one)["deliveryInfo"]["deliveryChannel"] for one in found] == ["SMS", "SMS"]
    failed = [one for one in receipts(rcs(options=options), failed=1) if one not in found]
    assert max(one.at for one in failed) <= min(one.at for one in found) + 2
    assert not [one for one in receipts(rcs(), failed=1) if one.transid.endswith("_fallbackrcs")]


def test_a_receipt_comes_twice_late_or_beside_a_forged_one() -> None:
    assert sorted(states(sms(), duplicate_receipt=1)) == ["delivered", "delivered", "submitted", "submitted"]
    assert max(one.at for one in receipts(sms(), late_receipt=1)) > NOW + 6
    forged = [one.event["state"] for one in receipts(sms(), forged_receipt=1) if one.forged]
    assert forged == ["failed", "failed"]


def test_late_receipts_come_behind_others() -> None:
    mock = Mock(Rules(faults={"late-receipt": 0.5}, notify=URL))
    found = set()
    for _ in range(30):
        ordered = sorted(sent(mock, rcs()).receipts, key=lambda one: one.at)
        found.add(tuple(one.event["state"] for one in ordered))
    assert ("submitted", "delivered", "read") in found
    assert len(found) > 1


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_a_signature_is_the_keyed_hash_in_hex(algorithm: str) -> None:
    assert signed(b"{}", b"secret", algorithm) == hmac.new(b"secret", b"{}", algorithm).hexdigest()
    assert len(signed(b"{}", b"secret", algorithm)) == hashlib.new(algorithm).digest_size * 2


@pytest.mark.parametrize(
    ("own", "rule", "made"),
    [
        ("https://hooks.acme.example/webex", None, ""),
        ("https://127.0.0.1:8090/", None, "https://127.0.0.1:8090/"),
        ("https://localhost/", None, "https://localhost/"),
        ("https://127.0.0.1.acme.example/", None, ""),
        ("https://hooks.acme.example/webex", URL, URL),
        (None, URL, URL),
        (None, None, ""),
    ],
)
def test_only_an_address_on_this_machine_is_called_unless_another_is_named(
    own: str | None, rule: str | None, made: str
) -> None:
    more: Mapping[str, str] = {"notifyurl": own} if own else {}
    reply = sent(Mock(Rules(notify=rule)), sms(**more))
    assert reply.entry.accepted
    assert {one.url for one in reply.receipts} == ({made} if made else set())
