"""What stands around the content of the channels that shorten no links or have several kinds of address."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sendspec.channels.verify import verify
from sendspec.diagnostic import Severity
from sendspec.source import Source

from .bodies import APPLE, CALL, INAPP, MESSENGER, MMS, PUSH, V1, V2, VOICE

OPTIONS = {"domain": "https://s.acme.example", "shortenLinks": "true", "trackClicks": "true"}
SAMPLES = {"msisdn": "+447700900123", "abcUserId": "urn:mbid:AQAAEXAMPLE0001", "email": "ann@example.com"}
ADDRESSES = (
    "msisdn", "email", "waid", "bsuid", "psid", "userid", "customerid", "abcUserId",
    "android_pushid", "ios_pushid", "hms_pushid", "chrome_pushid", "firefox_pushid", "safari_pushid",
)  # fmt: skip


def errors(body: Any) -> list[tuple[str, str | None]]:
    found = verify(Source("a.json", json.dumps(body)))
    return [(one.code, one.pointer) for one in found if one.severity is Severity.ERROR]


def to(body: dict[str, Any], *kinds: str) -> dict[str, Any]:
    """The same body to one destination with an address of each of these kinds."""
    people = "destination" if "deliverychannel" in body else "to"
    return {**body, people: [{kind: [SAMPLES.get(kind, "somebody")] for kind in kinds}]}


@pytest.mark.parametrize("name", [*V1, *V2])
def test_the_bodies_are_right(name: str) -> None:
    assert [errors(body) for body in (V1.get(name), V2.get(name)) if body] in ([[]], [[], []])


@pytest.mark.parametrize("body", [VOICE, PUSH, APPLE, CALL], ids=["voice", "push", "apple", "voice-v2"])
def test_a_channel_that_shortens_no_links_takes_no_options(body: dict[str, Any]) -> None:
    assert errors({**body, "options": OPTIONS}) == [("API031", "/options")]
    empty = [] if body is MMS else [("API031", "/options")]  # the page of MMS prints them so
    assert errors({**body, "options": {}}) == empty


@pytest.mark.parametrize("body", [INAPP, MESSENGER], ids=["inapp", "messenger"])
def test_the_links_of_a_text_are_shortened_with_a_domain(body: dict[str, Any]) -> None:
    assert errors({**body, "options": OPTIONS}) == []
    assert errors({**body, "options": {"shortenLinks": "true"}}) == [("API030", "/options")]


@pytest.mark.parametrize("body", [VOICE, MESSENGER, CALL, MMS], ids=["voice", "messenger", "voice-v2", "mms"])
def test_a_channel_of_one_kind_of_address_takes_no_other(body: dict[str, Any]) -> None:
    people = "destination" if "deliverychannel" in body else "to"
    (own,) = body[people][0]
    for kind in set(ADDRESSES) - {own}:
        assert errors(to(body, kind)) == [("API023", f"/{people}/0/{kind}")]
        assert errors(to(body, own, kind)) == [("API023", f"/{people}/0/{kind}")]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (PUSH, ("android_pushid", "ios_pushid", "hms_pushid", "chrome_pushid", "firefox_pushid")),
        (PUSH, ("android_pushid", "userid", "customerid")),
        (INAPP, ("userid", "customerid")),
    ],
    ids=["push-devices", "push-people", "inapp"],
)
def test_a_destination_has_one_kind_of_address(body: dict[str, Any], kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        assert ("API023", f"/destination/0/{kind}") not in errors(to(body, kind))
        for other in set(kinds) - {kind}:
            assert ("API024", "/destination/0") in errors(to(body, kind, other))
    for kind in ("msisdn", "email", "waid", "psid"):
        assert ("API023", f"/destination/0/{kind}") in errors(to(body, kind))


def test_a_text_to_apple_goes_to_its_own_kind_of_address_and_to_one_kind() -> None:
    assert errors(to(APPLE, "abcUserId")) == []
    assert ("API024", "/destination/0") in errors(to(APPLE, "abcUserId", "msisdn"))
    for kind in ("email", "waid", "psid", "android_pushid"):
        assert ("API023", f"/destination/0/{kind}") in errors(to(APPLE, kind))


def test_each_kind_of_address_may_stand_in_a_destination_of_its_own() -> None:
    both = {**INAPP, "destination": [{"userid": ["user-0001"]}, {"customerid": ["c-1"], "correlationid": "two"}]}
    assert errors(both) == []


def spread(count: int, in_one: bool) -> list[dict[str, Any]]:
    """A call to so many numbers, in one destination or in one each."""
    numbers = [f"+4477009{number:05}" for number in range(count)]
    return [{"msisdn": numbers}] if in_one else [{"msisdn": [number]} for number in numbers]


@pytest.mark.parametrize("in_one", [True, False], ids=["in one destination", "in one each"])
def test_a_request_takes_a_thousand_numbers(in_one: bool) -> None:
    for body, people in ((VOICE, "destination"), (CALL, "to"), (MMS, "to")):
        assert errors({**body, people: spread(1000, in_one)}) == []
        assert errors({**body, people: spread(1001, in_one)}) == [("API022", f"/{people}")]


def test_the_destinations_of_all_channels_in_a_list_count_together() -> None:
    others = [PUSH, INAPP, MESSENGER, APPLE]
    for in_one in (True, False):
        assert errors([*others, {**VOICE, "destination": spread(996, in_one)}]) == []
        assert errors([*others, {**VOICE, "destination": spread(997, in_one)}]) == [("API022", "")]


def test_a_call_of_v2_has_no_place_in_a_list() -> None:
    assert errors([VOICE, CALL]) == [("API056", "/1")]
    assert errors([MMS]) == [("API056", "/0")]


@pytest.mark.parametrize("name", V1)
def test_content_of_another_channel_is_told_where_it_stands(name: str) -> None:
    body = V1[name]
    sms = {"senderid": "ACME", "text": "See you on Monday"}
    assert errors({**body, "channels": {**body["channels"], "sms": sms}}) == [("API025", "/channels/sms")]
