"""What leaves is the line, narrowed, with an id for each person: nothing is lost, added or moved to somebody else."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendspec.submit.correlation import LONGEST, correlation, fingerprint, trace
from sendspec.submit.parcel import TornError, expired, parcel, read_instant, read_line

NOW = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)
V1, V2 = "/resources/v1/messaging", "/v2/messages"


def text(body: object, rows: int, path: str = V1, **more: object) -> bytes:
    return json.dumps({"rung": 1, "path": path, "body": body, "rows": list(range(rows)), **more}).encode()


def packed(body: object, rows: int, places: list[int], path: str = V1, **more: object) -> tuple[Any, Any]:
    """The body that leaves, and who is asked about."""
    made = parcel(read_line(text(body, rows, path, **more), 0), places, lambda place: f"id-{place}", NOW)
    return json.loads(made.body), made.asked


def sms(*numbers: str, **more: object) -> dict[str, Any]:
    return {"deliverychannel": "sms", "destination": [{"msisdn": list(numbers)}], "channels": {"sms": {}}, **more}


def test_people_who_share_a_destination_get_one_each_with_an_id() -> None:
    body, asked = packed(sms("+1", "+2", "+3"), 3, [0, 1, 2])
    assert body["destination"] == [
        {"msisdn": ["+1"], "correlationid": "id-0"},
        {"msisdn": ["+2"], "correlationid": "id-1"},
        {"msisdn": ["+3"], "correlationid": "id-2"},
    ]
    assert asked == (("id-0", "id-1", "id-2"),)


def test_a_correlation_of_the_spec_stays_and_its_destination_whole() -> None:
    body, asked = packed(sms("+1", "+2", correlationid="mine"), 2, [0, 1])
    assert (body["destination"], body["correlationid"]) == ([{"msisdn": ["+1", "+2"]}], "mine")
    assert asked == (("mine", "mine"),)
    own = {"channel": "rcs", "to": [{"msisdn": ["+1"], "correlationId": "a"}, {"msisdn": ["+2"]}]}
    body, asked = packed(own, 2, [0, 1], V2)
    assert body["to"] == [{"msisdn": ["+1"], "correlationId": "a"}, {"msisdn": ["+2"], "correlationId": "id-1"}]
    assert asked == (("a", "id-1"),)


def test_one_mail_for_several_stays_one() -> None:
    mail = {"channel": "email", "to": [{"email": ["a@x.example", "b@x.example"]}], "multipleToRecipients": True}
    body, asked = packed(mail, 2, [0, 1], V2)
    assert body["to"] == [{"email": ["a@x.example", "b@x.example"], "correlationId": "id-0"}]
    assert asked == (("id-0", "id-0"),)


def test_a_line_narrows_to_any_of_its_people() -> None:
    three = [sms("+1", "+2"), sms("+3"), sms("+4")]
    assert packed(three, 4, [2, 3])[0] == [packed(three, 4, [2])[0], packed(three, 4, [3])[0]]
    body, asked = packed(three, 4, [1])
    assert body == sms("+1") | {"destination": [{"msisdn": ["+2"], "correlationid": "id-1"}]}
    assert asked == (("id-1",),)


def test_kinds_of_address_that_stand_together_are_one_person() -> None:
    body, _ = packed({"destination": [{"waid": ["1", "2"], "bsuid": ["A", "B"]}]}, 2, [1])
    assert body["destination"] == [{"waid": ["2"], "bsuid": ["B"], "correlationid": "id-1"}]


def test_values_of_a_person_go_with_the_person() -> None:
    to = [{"msisdn": ["+1"], "substitutions": {"n": "Ann"}}, {"msisdn": ["+2"], "substitutions": {"n": "Bob"}}]
    body, _ = packed({"channel": "rcs", "to": to, "substitutions": {"s": "x"}}, 2, [1], V2)
    assert body["to"] == [{"msisdn": ["+2"], "substitutions": {"n": "Bob"}, "correlationId": "id-1"}]


def test_ids_of_the_gateway_follow_their_destinations() -> None:
    two = {"destination": [{"msisdn": ["+1", "+2"]}, {"msisdn": ["+3"]}], "gtrId": ["g", "h"]}
    assert packed(two, 3, [0, 1, 2])[0]["gtrId"] == ["g", "g", "h"]
    assert packed(two, 3, [2])[0]["gtrId"] == ["h"]


def test_the_stamp_is_the_instant_of_leaving_in_every_message() -> None:
    body, _ = packed([sms("+1"), sms("+2")], 2, [0, 1], stamp={"expiry": {"after_seconds": 90}})
    assert [message["expiry"] for message in body] == ["2026-11-30T09:01:30.000Z"] * 2


def test_a_line_whose_rows_and_addresses_differ_is_not_sent() -> None:
    with pytest.raises(TornError, match="line 1 has 2 addresses and 3 rows"):
        read_line(text(sms("+1", "+2"), 3), 0)


@pytest.mark.parametrize(
    ("told", "late"),
    [
        ("2026-11-30T09:00:00.000Z", True), ("2026-11-30T09:00:00.001Z", False), ("2026-11-30T08:59:59Z", True),
        ("2026-11-30T14:30:00.000+5:30", True), ("2026-11-30T14:31:00.000+05:30", False),
        ("2026-11-30T04:00:00-0500", True), ("", False), ("soon", False),
    ],
)  # fmt: skip
def test_a_message_past_its_own_expiry_is_told(told: str, late: bool) -> None:
    line = read_line(text([sms("+1"), sms("+2", "+3", expiry=told)], 3), 0)
    assert expired(line, NOW) == ({1, 2} if late else set())
    line = read_line(text({"to": [{"msisdn": ["+1"]}], "expireAt": told}, 1, V2), 0)
    assert expired(line, NOW) == ({0} if late else set())


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_instants_are_read_as_they_are_written(instant: dt.datetime, minutes: int) -> None:
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    assert read_instant(instant.replace(tzinfo=zone).isoformat()) == instant.replace(tzinfo=zone)


people = st.lists(st.lists(st.lists(st.integers(), min_size=1, max_size=3), min_size=1, max_size=3), min_size=1)


@given(people, st.sampled_from([V1, V2]), st.data())
def test_every_person_who_is_wanted_leaves_once_and_nobody_else(
    shape: list[list[list[int]]], path: str, data: st.DataObject
) -> None:
    number = iter(range(1000))
    key = "to" if path == V2 else "destination"
    body = [{key: [{"msisdn": [str(next(number)) for _ in entry]} for entry in message]} for message in shape]
    total = next(number)
    places = data.draw(st.sets(st.integers(0, total - 1), min_size=1))
    sent, asked = packed(body if len(body) > 1 else body[0], total, sorted(places), path)
    messages = sent if isinstance(sent, list) else [sent]
    spelling = "correlationId" if path == V2 else "correlationid"
    left = [(entry["msisdn"], entry[spelling]) for message in messages for entry in message[key]]
    assert left == [([str(place)], f"id-{place}") for place in sorted(places)]
    assert [id for ids in asked for id in ids] == [id for _, id in left]


ids = st.tuples(*[st.integers(0, 10**9)] * 4)


@given(st.binary(min_size=16), st.text(), ids, ids)
def test_ids_are_short_steady_and_apart(key: bytes, run: str, one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    made = correlation(key, run, one)
    assert made == correlation(key, run, one)
    assert 27 <= len(made.encode()) <= 36 <= LONGEST
    assert made.isalnum()
    assert (made == correlation(key, run, other)) is (one == other)
    assert made != correlation(key + b"x", run, one)


def test_a_trace_tells_nothing_without_the_key() -> None:
    number = "+447700900123"
    assert trace(b"k" * 16, number) != trace(b"l" * 16, number)
    assert len(trace(b"k" * 16, number)) == 16
    assert fingerprint(b"k" * 16) != fingerprint(b"l" * 16)
