"""Receipts: every documented shape is read, forged and strange ones are told, and neither order nor number matters."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.channels import names, states
from sendspec.channels.states import STATES
from sendspec.mock import receipts as mock
from sendspec.submit.receipt import LONGEST, Receipt, Strange, read_receipt, signed, whose

ID = "apt-20931"


def body(code: str = "7500", channel: str = "SMS", id: str | None = ID, **more: Any) -> dict[str, Any]:
    """A receipt as the pages show it."""
    info = {
        "timeStamp": "2026-11-29T09:00:04.749+00:00", "Description": "x", "code": code, "messageCount": "1",
        "deliveryChannel": channel, "additionalInfo": "", "destination": "447700900101", "destinationType": "msisdn",
        "deliveryStatus": "Delivered", **more,
    }  # fmt: skip
    return {"deliveryInfoNotification": {"deliveryInfo": info, "subtid": "", "transid": "t_0", "correlationid": id}}


def read(told: object) -> Receipt | Strange:
    """Reads what is told, as JSON."""
    return read_receipt(json.dumps(told).encode())


def of(told: object) -> tuple[str, str]:
    """The channel and state of a receipt."""
    found = read(told)
    assert isinstance(found, Receipt), found
    return found.channel, found.state


@pytest.mark.parametrize(
    ("code", "channel", "expected"),
    [
        ("7500", "SMS", ("sms", "delivered")),
        ("7101", "SMS", ("sms", "failed")),
        ("7528", "sms", ("sms", "clicked")),
        ("7501", "mms", ("mms", "submitted")),
        ("7524", "mms", ("mms", "read")),  # C77
        ("7524", "email", ("email", "failed")),
        ("7525", "mms", ("mms", "clicked")),
        ("7521", "email", ("email", "complained")),
        ("7520", "email", ("email", "failed")),
        ("7502", "rcs", ("rcs", "read")),
        ("7500", "whatsapp", ("whatsapp", "delivered")),
        ("7200", "whatsapp", ("whatsapp", "failed")),
        ("7010", "fb", ("messenger", "failed")),
        ("7409", "voice", ("voice", "progress")),
        ("7519", "voice", ("voice", "delivered")),
        ("7402", "voice", ("voice", "failed")),
        ("7502", "push", ("push", "read")),
        ("7105", "push", ("push", "failed")),
        ("7500", "rt", ("inapp", "delivered")),
        ("7577", "push", ("push", "unclear")),
        ("9002", "email", ("email", "failed")),
    ],
)
def test_the_code_decides_within_its_channel(code: str, channel: str, expected: tuple[str, str]) -> None:
    assert of(body(code, channel)) == expected


def test_the_words_beside_a_known_code_decide_nothing() -> None:
    assert of(body("7102", deliveryStatus="Submitted")) == ("sms", "failed")  # C79
    assert of(body("7500", "mms", deliveryStatus="Submitted")) == ("mms", "delivered")
    assert of(body("7500", deliveryStatus="Failed")) == ("sms", "delivered")


def test_a_code_that_no_page_has_fails_only_when_the_words_say_so() -> None:
    for status in ("Failed", "Un-Delivered", "Bounce", "Not Verified"):
        assert of(body("7999", deliveryStatus=status)) == ("sms", "failed")
    for status in ("Delivered", "Submitted", "", "Maybe"):
        assert of(body("7999", deliveryStatus=status)) == ("sms", "unclear")


def test_the_ids_of_an_in_app_click_stand_inside() -> None:
    told = body("7528", "rt", transid="t", correlationid=ID)
    del told["deliveryInfoNotification"]["correlationid"]
    found = read(told)
    assert isinstance(found, Receipt)
    assert (found.id, found.channel, found.state) == (ID, "inapp", "clicked")


def test_a_call_has_text_of_its_own_beside_the_receipt() -> None:
    assert of({"deliveryTransInfo": "<xml/>", **body("7406", "voice")}) == ("voice", "failed")


def test_the_sms_that_stands_in_for_an_rcs_says_so() -> None:
    told = body("7500", "SMS")
    told["deliveryInfoNotification"]["transid"] = "abc_fallbackrcs"
    found = read(told)
    assert isinstance(found, Receipt)
    assert found.carried_on


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("2026-11-29T09:00:04.749+00:00", 1795942804.749),
        ("2026-11-29T09:00:04.749Z", 1795942804.749),
        ("2026-11-29T04:00:04.749-05:00", 1795942804.749),
        ("2026-11-29T09:00:04.749", 1795942804.749),
        ("yesterday", None),
        (None, None),
    ],
)
def test_the_time_is_read_in_all_its_styles(told: str | None, at: float | None) -> None:
    found = read(body(timeStamp=told))
    assert isinstance(found, Receipt)
    assert found.at == (None if at is None else pytest.approx(at))


@pytest.mark.parametrize("name", names())
def test_what_the_stand_in_reports_is_read_as_what_it_means(name: str) -> None:
    declared = mock.shape(name)
    events = [*declared.good, *declared.more, *(event for chain in declared.bad for event in chain)]
    meant = {"bounced": "failed", "invalid": "failed", "answered": "delivered", "rejected": "failed"}
    seen = set()
    for event in events:
        told = body(event["code"], declared.channel, deliveryStatus=event["status"])
        channel, state = of({**event.get("around", {}), **told})
        assert channel == name
        if (expected := meant.get(event["state"], event["state"])) in STATES:
            assert state == expected, event
            seen.add(state)
        else:
            assert state in ("progress", "failed"), event
    assert "failed" in seen


@pytest.mark.parametrize("name", [*names(), "envelope"])
def test_a_channel_gives_each_code_one_state(name: str) -> None:
    told = states._read(name)
    codes = [code for state, listed in told.items() if state != "names" for code in listed]
    assert len(codes) == len(set(codes)) > 7
    assert set(told) <= {"names", *STATES}


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"x", b"null", b"[]", b"1", b'"7500"', b"{}", b'{"a":', b"\xff", b"[" * 90_000,
        b'{"deliveryInfoNotification": 1}', b'{"deliveryInfoNotification": {}}',
        b'{"deliveryInfoNotification": {"deliveryInfo": []}}', b'{"x": "' + b"a" * LONGEST + b'"}',
    ],
)  # fmt: skip
def test_what_is_no_receipt_is_told(raw: bytes) -> None:
    found = read_receipt(raw)
    assert isinstance(found, Strange)
    assert not found.incoming
    assert found.reason


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"deliveryChannel": "pigeon"}, "deliveryChannel"),
        ({"deliveryChannel": None}, "deliveryChannel"),
        ({"code": ""}, "code"),
        ({"code": True}, "code"),
        ({"code": ["7500"]}, "code"),
        ({"code": "7" * 300}, "code"),
    ],
)
def test_a_receipt_that_lacks_what_decides_is_told(change: dict[str, Any], word: str) -> None:
    found = read(body(**change))
    assert isinstance(found, Strange)
    assert word in found.reason


@pytest.mark.parametrize("id", [None, "", 1.5, [], "x" * 300])
def test_a_receipt_without_an_id_is_told(id: Any) -> None:
    found = read(body(id=id))
    assert isinstance(found, Strange)
    assert "correlationid" in found.reason


@pytest.mark.parametrize(
    "told",
    [
        {"userId": "8765", "Channel": "SMS", "oa": "447700900101", "message": "STOP", "ts": "2026-11-29T09:36:09.266Z"},
        {"channel": "WhatsApp", "event": "postback", "waid": "447700900101", "ts": "2026-11-29T09:49:57.374Z"},
        {"channel": "rcs", "msisdn": "+447700900101", "postback": "yes", "event": "postback", "ts": "2026-11-29"},
    ],
)  # fmt: skip
def test_what_a_person_sends_is_no_receipt_and_no_mistake(told: dict[str, Any]) -> None:
    found = read(told)
    assert isinstance(found, Strange)
    assert found.incoming


KEYS = ("deliveryInfoNotification", "deliveryInfo", "code", "deliveryChannel", "correlationid", "timeStamp")
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner),
)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_nothing_that_comes_makes_it_raise(told: object) -> None:
    assert isinstance(read(told), Receipt | Strange)


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_a_signature_is_the_keyed_hash_of_the_very_bytes(algorithm: str) -> None:
    raw, secret = json.dumps(body()).encode(), b"s3cret"
    right = mock.signed(raw, secret, algorithm)
    assert signed(secret, raw, right)
    assert signed(secret, raw, right.upper())
    assert signed(secret, raw, f"{algorithm}={right}")
    assert not signed(secret, raw + b" ", right)
    assert not signed(b"s3creu", raw, right)
    for at in range(len(right)):
        spoilt = right[:at] + ("0" if right[at] != "0" else "1") + right[at + 1 :]
        assert not signed(secret, raw, spoilt)


@pytest.mark.parametrize("header", [None, "", "sha256=", "0" * 40, "0" * 64, "0" * 128, "é" * 64, "md5=" + "0" * 64])
def test_no_signature_and_one_of_another_kind_are_wrong(header: str | None) -> None:
    assert not signed(b"s", b"{}", header)


def test_sha_1_is_not_taken_though_a_page_speaks_of_40_bytes() -> None:
    assert not signed(b"s", b"{}", hmac.new(b"s", b"{}", hashlib.sha1).hexdigest())  # C78


def test_an_address_is_the_same_in_all_its_spellings_and_no_hash_without_the_key() -> None:
    assert whose(b"k", "+447700900101") == whose(b"k", "447700900101")
    assert whose(b"k", "Ann@example.com") == whose(b"k", "ann@example.com")
    assert whose(b"k", "447700900101") != whose(b"j", "447700900101")
