"""Requests of v2: substitutions by partial evaluation, grouping, and what `$(` means to nobody."""

from __future__ import annotations

from typing import Any

import pytest


def test_a_personal_text_stands_once_with_each_person_s_values(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello {{ name }}!"}, version="v2"), toy.people("Ann", "Bob"))
    assert line["path"] == "/v2/messages"
    assert line["body"] == {
        "channel": "toy",
        "to": [
            {"msisdn": ["+447700900000"], "substitutions": {"name": "Ann"}},
            {"msisdn": ["+447700900001"], "substitutions": {"name": "Bob"}},
        ],
        "content": {"text": "Hello $(name)!"},
    }


def test_an_equal_text_has_many_addresses_in_one_entry(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hello"}, version="v2"), toy.people("Ann", "Bob"))
    assert line["body"]["to"] == [{"msisdn": ["+447700900000", "+447700900001"]}]


def test_equal_parts_share_a_substitution_and_others_are_numbered(toy: Any) -> None:
    text = "{{ name | upper }} {{ name }} {{ name }} {{ name|upper }} {{ name | lower }}"
    (line,) = toy.lines(toy.rung({"text": text}, version="v2"), toy.people("Ann"))
    assert line["body"]["content"]["text"] == "$(name_2) $(name) $(name) $(name_2) $(name_3)"
    assert line["body"]["to"][0]["substitutions"] == {"name": "Ann", "name_2": "ANN", "name_3": "ann"}


def test_the_first_use_of_a_variable_has_its_name_even_through_a_filter(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"text": "{{ name | upper }}"}, version="v2"), toy.people("Ann"))
    assert line["body"]["content"]["text"] == "$(name)"


def test_a_branch_over_a_person_is_one_substitution(toy: Any) -> None:
    text = "Dear {% if name == 'Ann' %}Dr {{ name }}{% else %}friend{% endif %}."
    (line,) = toy.lines(toy.rung({"text": text}, version="v2"), toy.people("Ann", "Bob"))
    assert line["body"]["content"]["text"] == "Dear $(name)."
    assert [entry["substitutions"] for entry in line["body"]["to"]] == [{"name": "Dr Ann"}, {"name": "friend"}]


def test_a_part_that_is_empty_for_some_people_is_left_out_of_their_text(toy: Any) -> None:
    rung = toy.rung({"text": "Dear {{ name }}{% if name == 'Ann' %}, MD{% endif %}."}, version="v2")
    first, second = toy.lines(rung, toy.people("Ann", "Bob", "Cy"))
    assert first["body"]["content"]["text"] == "Dear $(name)$(name_2)."
    assert first["body"]["to"] == [{"msisdn": ["+447700900000"], "substitutions": {"name": "Ann", "name_2": ", MD"}}]
    assert second["body"]["content"]["text"] == "Dear $(name)."
    assert [entry["substitutions"] for entry in second["body"]["to"]] == [{"name": "Bob"}, {"name": "Cy"}]


def test_html_escapes_its_own_values_only(toy: Any) -> None:
    rung = toy.rung({"text": "{{ name }}", "html": toy.leaf("<b>{{ name }}</b>", html=True)}, version="v2")
    (line,) = toy.lines(rung, toy.people("A&B"))
    assert line["body"]["content"] == {"text": "$(name_2)", "html": "<b>$(name)</b>"}
    assert line["body"]["to"][0]["substitutions"] == {"name": "A&amp;B", "name_2": "A&B"}


def test_a_part_that_cannot_be_substituted_groups_people(toy: Any) -> None:
    rung = toy.rung({"text": "Hello {{ name }}", "subject": "For {{ branch }}"}, version="v2")
    toy.variables["branch"] = toy.variables["name"]
    people = [
        toy.person(row, name=f"N{row}", branch=branch) for row, branch in enumerate(["Cardiff", "Bath", "Cardiff"])
    ]
    made = toy.compile(toy.message(rung), people)
    assert [(line["body"]["content"]["subject"], line["rows"]) for line in made["rung-1.ndjson"]] == [
        ("For Cardiff", [0, 2]),
        ("For Bath", [1]),
    ]
    assert made["plan.json"]["rungs"][0]["strategy"] == "substitutions"


def test_people_are_grouped_where_nothing_can_be_substituted(toy: Any) -> None:
    made = toy.compile(
        toy.message(toy.rung({"text": "Hi", "subject": "{{ name }}"}, version="v2")), toy.people("a", "b", "a")
    )
    assert [line["rows"] for line in made["rung-1.ndjson"]] == [[0, 2], [1]]
    assert made["plan.json"]["rungs"][0]["strategy"] == "grouped"


def test_open_groups_are_bounded_and_the_oldest_goes_first(toy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sendspec.emit.batch.MOST_GROUPS", 2)
    lines = toy.lines(toy.rung({"text": "Hi", "subject": "{{ name }}"}, version="v2"), toy.people(*"abcab"))
    assert [line["rows"] for line in lines] == [[0], [1], [2], [3], [4]]


def test_a_dollar_bracket_of_a_spec_is_carried_in_a_substitution_for_all(toy: Any) -> None:
    for text, people in (("Pay $(name) $(x", toy.people("Ann")), ("Pay $(name) $(x {{ name }}", toy.people("$(x)"))):
        (line,) = toy.lines(toy.rung({"text": text}, version="v2"), people)
        assert line["body"]["content"]["text"].startswith("Pay $(dollar)name) $(dollar)x")
        assert line["body"]["substitutions"] == {"dollar": "$("}


def test_the_platform_s_own_placeholder_stays(toy: Any) -> None:
    (line,) = toy.lines(toy.rung({"html": "<a href='$(unsubscribe)'>", "text": "x"}, version="v2"), toy.people("Ann"))
    assert line["body"]["content"]["html"] == "<a href='$(unsubscribe)'>"
    assert "substitutions" not in line["body"]


def test_values_of_a_stored_template_are_each_person_s_or_for_all(toy: Any) -> None:
    rung = toy.rung({"text": "x"}, version="v2")
    fragments = {
        "": {**rung.fragments[""], "substitutions": {"who": toy.leaf("{{ name }}"), "where": toy.leaf("Bath")}}
    }
    from sendspec.record import replace

    (line,) = toy.lines(replace(rung, fragments=fragments), toy.people("Ann"))
    assert line["body"]["substitutions"] == {"where": "Bath"}
    assert line["body"]["to"][0]["substitutions"] == {"who": "Ann"}


def test_a_correlation_stands_in_the_entry(toy: Any) -> None:
    rung = toy.rung({"text": "Hello"}, version="v2", settings={"correlationId": "c-{{ name }}"})
    (line,) = toy.lines(rung, toy.people("a", "b"))
    assert line["body"]["to"][1] == {"msisdn": ["+447700900001"], "correlationId": "c-b"}


def test_an_expiry_from_the_sending_is_a_validity_up_to_three_days(toy: Any) -> None:
    rung = toy.rung({"text": "Hello"}, version="v2")
    (line,) = toy.compile(toy.message(rung, expiry=toy.expiry(after=259200)), toy.people("a"))["rung-1.ndjson"]
    assert line["body"]["validity"] == "259200"
    assert "stamp" not in line
    (line,) = toy.compile(toy.message(rung, expiry=toy.expiry(after=259201)), toy.people("a"))["rung-1.ndjson"]
    assert "validity" not in line["body"]
    assert line["stamp"] == {"expireAt": {"after_seconds": 259201}}


def test_rungs_of_both_versions_at_the_same_time_have_requests_of_their_own(toy: Any) -> None:
    rungs = (toy.rung({"text": "one"}), toy.rung({"text": "two"}, version="v2", beside=True))
    lines = toy.compile(toy.message(*rungs), toy.people("a"))["rung-1.ndjson"]
    assert [(line["rung"], line["path"]) for line in lines] == [(1, "/resources/v1/messaging"), (1, "/v2/messages")]


def test_the_alphabet_of_a_text_groups_people_by_what_their_values_need(toy: Any) -> None:
    kind = toy.leaf("Hi {{ name }}", form="alphabet", choices=("text", "unicode"))
    rung = toy.rung({"text": "Hi {{ name }}", "type": kind}, version="v2")
    lines = toy.lines(rung, toy.people("Ann", "Łukasz", "Bob"))
    assert [(line["body"]["content"]["type"], line["rows"]) for line in lines] == [("text", [0, 2]), ("unicode", [1])]
