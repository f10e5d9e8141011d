"""Requests of v1: shared texts, the array of messages, correlation, several channels at once."""

from __future__ import annotations

from typing import Any


def test_an_equal_text_is_one_message_to_all(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello"}), toy.people("Ann", "Bob"))
    assert line == {
        "rung": 1,
        "path": "/resources/v1/messaging",
        "body": {
            "deliverychannel": "toy",
            "destination": [{"msisdn": ["+447700900000", "+447700900001"]}],
            "channels": {"toy": {"text": "Hello"}},
        },
        "rows": [0, 1],
    }


def test_personal_texts_are_an_array_of_messages(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello {{ name }}"}), toy.people("Ann", "Bob"))
    assert [message["channels"]["toy"]["text"] for message in line["body"]] == ["Hello Ann", "Hello Bob"]
    assert [message["destination"] for message in line["body"]] == [
        [{"msisdn": ["+447700900000"]}],
        [{"msisdn": ["+447700900001"]}],
    ]


def test_people_with_equal_values_share_a_message_of_the_array_and_rows_follow_the_addresses(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello {{ name }}"}), toy.people("Ann", "Bob", "Ann"))
    assert [len(message["destination"][0]["msisdn"]) for message in line["body"]] == [2, 1]
    assert line["rows"] == [0, 2, 1]


def test_a_personal_message_alone_is_an_object(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello {{ name }}"}), toy.people("Ann", "Ann"))
    assert line["body"]["channels"]["toy"]["text"] == "Hello Ann"


def test_a_request_holds_no_more_than_the_tps(toy: Any) -> None:
    for text in ("Hello", "Hello {{ name }}"):
        lines = toy.lines(toy.rung({"text": text}), toy.people(*"abcde"), tps=2)
        assert [line["rows"] for line in lines] == [[0, 1], [2, 3], [4]]


def test_a_request_holds_no_more_than_a_thousand(toy: Any) -> None:
    lines = toy.lines(toy.rung({"text": "Hello {{ name }}"}), toy.people(*map(str, range(2001))), tps=5000)
    assert [len(line["rows"]) for line in lines] == [1000, 1000, 1]


def test_the_tps_of_the_chosen_environment_wins(toy: Any) -> None:
    lines = toy.lines(toy.rung({"text": "Hello"}), toy.people(*"abc"), tps=1000, environment="trial")
    assert [line["rows"] for line in lines] == [[0, 1], [2]]


def test_each_locale_is_a_message_of_its_own(toy: Any) -> None:
    rung = toy.rung({"en": {"text": "Hello"}, "cy": {"text": "Helo"}}, locales=("en", "cy"))
    people = [toy.person(0, "en"), toy.person(1, "cy"), toy.person(2, "en")]
    lines = toy.lines(rung, people)
    assert [(line["body"]["channels"]["toy"]["text"], line["rows"]) for line in lines] == [
        ("Hello", [0, 2]),
        ("Helo", [1]),
    ]


def test_a_personal_correlation_stands_with_each_address_and_one_for_all_at_the_top(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello"}, settings={"correlationid": "c-{{ name }}"}), toy.people("a", "b"))
    assert line["body"]["destination"] == [
        {"msisdn": ["+447700900000"], "correlationid": "c-a"},
        {"msisdn": ["+447700900001"], "correlationid": "c-b"},
    ]
    assert "correlationid" not in line["body"]
    (line,) = toy.lines(toy.rung({"text": "Hello"}, settings={"correlationid": "run-7"}), toy.people("a", "b"))
    assert line["body"]["correlationid"] == "run-7"
    assert line["body"]["destination"] == [{"msisdn": ["+447700900000", "+447700900001"]}]


def test_a_row_s_own_correlation_wins(toy: Any) -> None:
    people = [toy.person(0), toy.person(1, correlation="own"), toy.person(2)]
    (line,) = toy.lines(toy.rung({"text": "Hello"}, settings={"correlationid": "run-7"}), people)
    assert line["body"]["destination"] == [
        {"msisdn": ["+447700900000"]},
        {"msisdn": ["+447700900001"], "correlationid": "own"},
        {"msisdn": ["+447700900002"]},
    ]


def test_an_instant_per_person_groups_people_by_it(toy: Any) -> None:
    rung = toy.rung({"text": "Hello"}, settings={"expiry": toy.moment("starts_at", -7200)})
    starts = ["2026-11-30T14:30+00:00", "2026-11-30T20:00+05:30", "2026-11-30T15:00:00.5+00:00"]
    people = [toy.person(row, starts_at=toy.instant(start)) for row, start in enumerate(starts)]
    (line,) = toy.lines(rung, people)
    assert [(message["expiry"], len(message["destination"][0]["msisdn"])) for message in line["body"]] == [
        ("2026-11-30T12:30:00.000Z", 2),
        ("2026-11-30T13:00:00.500Z", 1),
    ]


def test_addresses_that_stand_together_are_one_person(toy: Any) -> None:
    channel = toy.channel(addresses=("waid", "bsuid"), together=True)
    people = [
        toy.person(0, addresses={"waid": "1", "bsuid": "GB.1"}),
        toy.person(1, addresses={"waid": "2", "bsuid": "GB.2"}),
        toy.person(2, addresses={"bsuid": "GB.3"}),
    ]
    (line,) = toy.lines(toy.rung({"text": "Hello"}, channel=channel), people)
    assert line["body"]["destination"] == [
        {"waid": ["1", "2"], "bsuid": ["GB.1", "GB.2"]},
        {"bsuid": ["GB.3"]},
    ]
    assert line["rows"] == [0, 1, 2]


def test_of_two_addresses_the_api_s_preference_is_taken(toy: Any) -> None:
    channel = toy.channel(addresses=("msisdn", "email"))
    people = [toy.person(0, addresses={"email": "a@b.example", "msisdn": "+447700900000"})]
    (line,) = toy.lines(toy.rung({"text": "Hello"}, channel=channel), people)
    assert line["body"]["destination"] == [{"msisdn": ["+447700900000"]}]


def test_channels_at_the_same_time_share_one_array(toy: Any) -> None:
    other = toy.channel(addresses=("email",))
    rungs = (toy.rung({"text": "Hello"}), toy.rung({"text": "Hi"}, channel=other, beside=True))
    both = {"msisdn": "+447700900000", "email": "a@b.example"}
    people = [toy.person(0, addresses=both), toy.person(1), toy.person(2, addresses={"email": "c@b.example"})]
    made = toy.compile(toy.message(*rungs), people)
    (line,) = made["rung-1.ndjson"]
    assert [message["channels"]["toy"]["text"] for message in line["body"]] == ["Hello", "Hi"]
    assert line["rows"] == [0, 1, 0, 2]
    assert [(rung["people"], rung["requests"], rung["without_address"]) for rung in made["plan.json"]["rungs"]] == [
        (2, 1, 1),
        (2, 1, 1),
    ]


def test_channels_at_the_same_time_stay_within_the_tps_and_a_person_s_messages_together(toy: Any) -> None:
    rungs = (toy.rung({"text": "Hello"}), toy.rung({"text": "Hi"}, beside=True))
    lines = toy.compile(toy.message(*rungs), toy.people(*"abc"), tps=3)["rung-1.ndjson"]
    assert [line["rows"] for line in lines] == [[0, 0], [1, 1], [2, 2]]


def test_what_is_counted_from_the_sending_is_a_stamp(toy: Any) -> None:
    made = toy.compile(toy.message(toy.rung({"text": "Hello"}), expiry=toy.expiry(after=86400)), toy.people("a"))
    (line,) = made["rung-1.ndjson"]
    assert line["stamp"] == {"expiry": {"after_seconds": 86400}}
    assert "expiry" not in line["body"]


def test_zones_of_quiet_hours_go_with_the_people(toy: Any) -> None:
    message = toy.message(toy.rung({"text": "Hello"}), quiet=toy.quiet("tz", True))
    people = [toy.person(0, tz="Europe/London"), toy.person(1, tz="Europe/London")]
    assert toy.compile(message, people)["rung-1.ndjson"][0]["zone"] == "Europe/London"
    people.append(toy.person(2, tz="Asia/Kolkata"))
    (line,) = toy.compile(message, people)["rung-1.ndjson"]
    assert line["zones"] == ["Europe/London", "Europe/London", "Asia/Kolkata"]


def test_an_optional_text_that_comes_out_empty_is_left_out(toy: Any) -> None:
    rung = toy.rung({"text": "Hello", "title": "{% if name == 'Ann' %}Dr{% endif %}"})
    (line,) = toy.lines(rung, toy.people("Ann", "Bob"))
    assert [message["channels"]["toy"] for message in line["body"]] == [
        {"text": "Hello", "title": "Dr"},
        {"text": "Hello"},
    ]


def test_wire_adds_keys_and_replaces_none(toy: Any) -> None:
    wire = {"icmessage": "true", "channels": {"toy": {"text": "no", "extra": 1}}, "deliverychannel": "no"}
    (line,) = toy.lines(toy.rung({"text": "Hello"}, wire=wire), toy.people("a"))
    assert line["body"]["icmessage"] == "true"
    assert line["body"]["channels"]["toy"] == {"text": "Hello", "extra": 1}
    assert line["body"]["deliverychannel"] == "toy"


def test_fixed_texts_that_a_text_names_stand_in_it(toy: Any) -> None:
    rung = toy.rung({"text": "{{ name }}. {{ brand.bye }}"}, settings={"callbackData": "apt|{{ rung }}"})
    constants = {"brand.bye": "Bye", "rung": "1"}
    job = {"constants": lambda rung, locale: constants}
    (line,) = toy.lines(rung, toy.people("Ann"), **job)
    assert line["body"]["channels"]["toy"]["text"] == "Ann. Bye"
    assert line["body"]["callbackData"] == "apt|1"


def test_a_text_of_fixed_texts_alone_is_shared(toy: Any) -> None:
    constants = {"rung": "1"}
    made = toy.compile(
        toy.message(toy.rung({"text": "Rung {{ rung }}"})),
        toy.people("a", "b"),
        constants=lambda rung, locale: constants,
    )
    assert made["plan.json"]["rungs"][0]["strategy"] == "shared"
    assert made["rung-1.ndjson"][0]["body"]["channels"]["toy"]["text"] == "Rung 1"
