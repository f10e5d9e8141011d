"""Rows → people: mapping, locales, unique, exclude, and the tally that always adds up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.audience.nodes import Person, Reject, Tally
from sendspec.audience.people import Reading, above_most, open_audience, too_many
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any

NAME = Type(Kind.TEXT, most=30)


def opened(spec: Spec, data: str | bytes, **settings: Any) -> Reading:
    spec.file(data)
    return open_audience(spec.message(**settings), spec.config, spec.root)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in reading.findings]


def people(reading: Reading) -> list[Person]:
    return [each for each in reading if isinstance(each, Person)]


def rejects(reading: Reading) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, each.code) for each in reading if isinstance(each, Reject)]


def test_a_row_becomes_a_person_with_typed_values(spec: Spec) -> None:
    spec.add("first_name", NAME, "customer").add("due", Type(Kind.MONEY, code="GBP")).add("note", NAME, required=False)
    reading = opened(spec, "phone,first_name,due,note\n07700 900123, Ann ,12.5,\n+447700900124,,3,hi\n")
    assert people(reading) == [
        Person(0, "", {"msisdn": "+447700900123"}, {"first_name": " Ann ", "due": Decimal("12.50"), "note": None}),
        Person(1, "", {"msisdn": "+447700900124"}, {"first_name": "customer", "due": Decimal("3.00"), "note": "hi"}),
    ]
    assert reading.tally == Tally(rows=2, people=2)


def test_all_problems_of_a_row_are_told(spec: Spec) -> None:
    spec.add("first_name", NAME).add("day", Type(Kind.DATE))
    reading = opened(spec, "phone,first_name,day\n4.47E+11,,30/11/2026\n")
    assert rejects(reading) == [(0, "phone", "AUD010"), (0, "first_name", "AUD011"), (0, "day", "AUD010")]
    assert (reading.tally.rejects, reading.tally.by_reason) == (1, {"AUD010": 1, "AUD011": 1})


def test_no_message_of_a_reject_holds_the_value(spec: Spec) -> None:
    spec.add("first_name", Type(Kind.ID, most=3))
    reading = opened(spec, "phone,first_name\n447700900123,Annabelle Example\n")
    said = " ".join(each.message + each.what + each.shown for each in reading if isinstance(each, Reject))
    assert "447700900123" not in said
    assert "Annabelle" not in said


def test_a_column_that_the_mapping_reads_must_be_there(spec: Spec) -> None:
    spec.add("first_name", NAME)
    reading = opened(spec, "phone,given\n1,2\n")
    assert told(reading) == [("AUD006", "the file has no column `first_name`")]
    assert reading.findings[0].help == "map a column: `first_name <- given`"


def test_columns_beyond_those_that_are_missed_are_told(spec: Spec) -> None:
    spec.add("first_name", NAME)
    reading = opened(spec, "phone,given,agent\n1,2,3\n")
    assert [code for code, _ in told(reading)] == ["AUD006", "AUD007", "AUD007"]
    assert reading.findings[0].help == "map a column: `first_name <- given` or `agent`"


def test_variables_whose_columns_are_there_lack_one_line(spec: Spec) -> None:
    spec.add("a", NAME).add("b", NAME).add("c", NAME, "x")
    (found,) = opened(spec, "phone,a,b,c\n1,2,3,4\n", same=False).findings
    assert (found.code, found.message) == (
        "AUD006",
        "`a`, `b` and `c` are columns of the file and variables, and nothing maps the one to the other",
    )
    assert found.help == "write `vars <- same`"


def test_a_variable_with_a_default_whose_column_is_there_lacks_its_line(spec: Spec) -> None:
    spec.add("a", NAME, "x")
    (found,) = opened(spec, "phone,a\n1,2\n", same=False).findings
    assert (found.code, found.help) == ("AUD007", "write `vars <- same`, or `a <- a`")


def test_a_whatsapp_id_can_be_the_column_of_the_telephone_number(spec: Spec) -> None:
    spec.mapping.append(spec.take("waid", "whatsapp"))
    (found,) = opened(spec, "phone\n1\n").findings
    assert found.help == "map the same column as `msisdn`: `waid <- phone as phone(GB)`"


def test_a_mapping_that_is_left_out_is_told_once(spec: Spec) -> None:
    spec.add("first_name", NAME)
    (found,) = opened(spec, "phone,forename\n1,2\n", same=False).findings
    assert (found.code, found.help) == ("AUD006", "map a column: `first_name <- forename`")


def test_a_misspelt_column_of_the_only_mapping_is_told_with_the_one_that_is_there(spec: Spec) -> None:
    (found,) = opened(spec, "phnoe,agent\n1,2\n", ignore=["agent"]).findings
    assert (found.message, found.help) == ("the file has no column `phone`; `msisdn` needs it", "did you mean `phnoe`?")


def test_a_misspelt_column_is_told_once_where_it_is_missed(spec: Spec) -> None:
    spec.add("first_name", NAME)
    reading = opened(spec, "phone,frist_name\n1,2\n")
    assert told(reading) == [("AUD006", "the file has no column `first_name`")]
    assert reading.findings[0].help == "did you mean `frist_name`?"
    assert reading.findings[0].help == "did you mean `frist_name`?"
    assert list(reading) == []


def test_case_and_blanks_do_not_hide_the_column_that_is_meant(spec: Spec) -> None:
    spec.add("first_name", NAME)
    reading = opened(spec, "phone,First Name\n1,2\n")
    assert reading.findings[0].help == "did you mean `First Name`?"


def test_a_file_without_a_header_shows_nobodys_number(spec: Spec) -> None:
    spec.add("first_name", NAME)
    reading = opened(spec, "+447700900123,Annabelle\n")
    assert told(reading) == [("AUD006", "none of the mapped columns is in the header of the file")]


def test_a_variable_that_no_column_gives_is_told_once(spec: Spec) -> None:
    spec.add("first_name", NAME).add("free", NAME, required=False)
    reading = opened(spec, "phone\n+447700900123\n", same=False)
    assert told(reading) == [("AUD006", "no column gives `first_name`, which has no default")]


def test_ignored_columns_are_let_go_and_missing_ones_warned_about(spec: Spec) -> None:
    reading = opened(spec, "phone,agent\n+447700900123,7\n", ignore=["agent", "agnet"])
    assert [found.code for found in reading.findings] == ["AUD008"]
    assert len(people(reading)) == 1


def test_names_that_stand_twice_or_not_at_all_are_told(spec: Spec) -> None:
    assert told(opened(spec, "phone,a,a,\n1,2,3,4\n")) == [
        ("AUD005", "column `a` stands twice in the header of the file"),
        ("AUD005", "column 4 of the file has no name in the header"),
    ]


def test_an_unknown_locale_takes_the_else_and_is_counted(spec: Spec) -> None:
    spec.locales = ("en", "cy", "en-GB")
    spec.mapping.append(spec.take("locale", "lang", None, "cy"))
    reading = opened(
        spec, "phone,lang\n" + "".join(f"+447700900123,{lang}\n" for lang in ("en", "CY", "en_gb", "fr", ""))
    )
    assert [person.locale for person in people(reading)] == ["en", "cy", "en-GB", "cy", "cy"]
    assert reading.tally.unknown_locales == 1


def test_without_an_else_an_unknown_locale_is_a_reject_and_none_is_the_first(spec: Spec) -> None:
    spec.locales = ("en", "cy")
    spec.mapping.append(spec.take("locale", "lang"))
    reading = opened(spec, "phone,lang\n+447700900123,fr\n+447700900124,\n")
    assert rejects(reading) == [(0, "lang", "AUD016")]
    assert [person.locale for person in people(reading)] == ["en"]


def test_who_has_no_address_for_any_rung_is_a_reject(spec: Spec) -> None:
    spec.addresses = ("email", "msisdn")
    spec.mapping.append(spec.take("email", "mail"))
    reading = opened(spec, "phone,mail\n,ann@acme.example\n+447700900123,\n,x\n , \n")
    assert [person.addresses for person in people(reading)] == [
        {"email": "ann@acme.example"},
        {"msisdn": "+447700900123"},
    ]
    assert rejects(reading) == [(2, "mail", "AUD009"), (3, "", "AUD011")]


def test_a_correlation_of_more_than_50_bytes_is_a_reject(spec: Spec) -> None:
    spec.mapping.append(spec.take("correlation", "case"))
    reading = opened(spec, f"phone,case\n+447700900123,{'x' * 50}\n+447700900123,{'é' * 26}\n+447700900123,\n")
    assert [person.correlation for person in people(reading)] == ["x" * 50, None]
    assert rejects(reading) == [(1, "case", "AUD021")]


TWICE = "phone,n\n+447700900123,1\n07700900123,2\n+447700900124,3\nbad,4\n+447700900123,5\n"


@pytest.mark.parametrize(
    ("keep", "rows", "tally"),
    [
        ("first", [0, 2], Tally(5, 2, 1, 2, by_reason={"AUD009": 1})),
        ("last", [2, 4], Tally(5, 2, 1, 2, by_reason={"AUD009": 1})),
        ("fail", [0, 2], Tally(5, 2, 3, 0, by_reason={"AUD014": 2, "AUD009": 1})),
    ],
)
def test_unique_compares_addresses_as_they_are_sent(spec: Spec, keep: str, rows: list[int], tally: Tally) -> None:
    spec.add("n", Type(Kind.INT))
    reading = opened(spec, TWICE, unique=("msisdn", keep))
    assert [person.row for person in people(reading)] == rows
    assert reading.tally == tally


def test_a_key_that_nothing_maps_is_told(spec: Spec) -> None:
    assert told(opened(spec, "phone\n1\n", unique=("email", "first")))[0][0] == "AUD018"


@pytest.mark.parametrize("data", ["phone\n07700900123\n", "x;msisdn\n1;+44 7700 900123\n", "who\n+447700900123\n\n"])
def test_exclude_reads_its_keys_as_the_mapping_does(spec: Spec, data: str) -> None:
    spec.file(data, "out.csv")
    reading = opened(spec, "phone\n+447700900123\n+447700900124\n", exclude=[("csv", "out.csv", "msisdn")])
    assert [person.row for person in people(reading)] == [1]
    assert reading.tally == Tally(2, 1, excluded=1)


@pytest.mark.parametrize("data", ["phone\n7700900123\n", "a,b\n1,2\n", "+447700900123\n+447700900124\n", ""])
def test_a_list_that_cannot_be_compared_stops_everything(spec: Spec, data: str) -> None:
    spec.file(data, "out.csv")
    reading = opened(spec, "phone\n+447700900123\n", exclude=[("csv", "out.csv", "msisdn")])
    assert reading.findings[0].code in ("AUD020", "AUD003")
    assert list(reading) == []
    assert "7700900123" not in "".join(found.message for found in reading.findings)


def test_a_source_that_breaks_on_the_way_ends_the_reading_and_is_told(spec: Spec) -> None:
    reading = opened(spec, b"phone\n" + b"+447700900123\n" * 5000 + b"\xff\n")
    assert reading.usable
    assert len(people(reading)) == reading.tally.rows
    assert reading.broken is not None
    assert reading.broken.code == "AUD004"


def test_a_reading_can_be_read_again(spec: Spec) -> None:
    reading = opened(spec, "phone\n+447700900123\n+447700900123\n", unique=("msisdn", "first"))
    assert [list(reading), reading.tally.rows] == [list(reading), 2]


def test_inline_rows_need_no_mapping(spec: Spec) -> None:
    spec.mapping, spec.locales = [], ("en", "cy")
    spec.add("first_name", NAME, "you")
    rows = spec.rows({"msisdn": "+447700900123", "locale": "cy"}, {"msisdn": "+447700900124", "correlation": "b-2"})
    reading = open_audience(spec.message("", "rows", rows=rows), spec.config, spec.root)
    assert [(person.locale, person.correlation, person.values) for person in people(reading)] == [
        ("cy", None, {"first_name": "you"}),
        ("en", "b-2", {"first_name": "you"}),
    ]


def test_an_inline_row_that_lacks_a_needed_value_is_a_reject(spec: Spec) -> None:
    spec.mapping = []
    spec.add("first_name", NAME)
    reading = open_audience(
        spec.message("", "rows", rows=spec.rows({"msisdn": "+447700900123"})), spec.config, spec.root
    )
    assert rejects(reading) == [(0, "first_name", "AUD011")]


def test_another_file_takes_the_place_of_the_source_and_keeps_the_mapping(spec: Spec, tmp_path: Path) -> None:
    other = spec.file('{"phone": "07700900123"}\n', "other.jsonl")
    reading = open_audience(spec.message("nowhere.csv"), spec.config, spec.root, other)
    assert people(reading)[0].addresses == {"msisdn": "+447700900123"}


def test_a_file_in_place_of_inline_rows_has_columns_by_name(spec: Spec) -> None:
    spec.mapping = []
    other = spec.file("msisdn,extra\n+447700900123,1\n", "other.csv")
    rows = spec.rows({"msisdn": "+447700900124"})
    reading = open_audience(spec.message("", "rows", rows=rows), spec.config, spec.root, other)
    assert [found.code for found in reading.findings] == ["AUD007"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nobody.csv", "AUD001"),
        ("../people.csv", "AUD002"),
        (".", "AUD001"),
        ("/etc/hostname", "AUD002"),
        ("a\0b", "AUD001"),
    ],
)
def test_a_path_that_cannot_be_read_is_one_finding(spec: Spec, path: str, code: str) -> None:
    reading = open_audience(spec.message(path), spec.config, spec.root)
    assert [found.code for found in reading.findings] == [code]
    assert not reading.usable


def test_a_link_that_leaves_the_project_is_outside(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> None:
    away = tmp_path_factory.mktemp("away") / "people.csv"
    away.write_text("phone\n")
    (spec.root / "people.csv").symlink_to(away)
    assert open_audience(spec.message(), spec.config, spec.root).findings[0].code == "AUD002"


def test_at_most_is_a_brake(spec: Spec) -> None:
    reading = opened(spec, "phone\n+447700900123\n+447700900124\n", at_most=1)
    list(reading)
    found = above_most(reading)
    assert found is not None
    assert found.message == "2 people; `at_most` allows 1"


def test_rejects_are_too_many_by_share_or_by_count() -> None:
    tally = Tally(rows=100, people=98, rejects=2)
    verdicts = {limit: too_many(tally, limit) for limit in (0.03, 0.02, 0.019, 3, 2, 1, 0)}
    assert verdicts == {0.03: False, 0.02: False, 0.019: True, 3: False, 2: False, 1: True, 0: True}
    assert too_many(tally, None)
    assert not too_many(Tally(rows=1, people=1), None)


CELL = st.sampled_from(
    ["+447700900123", "07700900124", "7700900125", "", "x", "Ann", '"', "a,b", "4.47E+11", "\n", "#N/A"]
)


@settings(max_examples=100, deadline=None)
@given(
    cells=st.lists(st.lists(CELL, min_size=1, max_size=3), max_size=12),
    keep=st.sampled_from(["first", "last", "fail"]),
    out=st.booleans(),
)
def test_rows_are_people_rejects_duplicates_and_excluded(
    fresh: Callable[[], Spec], cells: list[list[str]], keep: str, out: bool
) -> None:
    spec = fresh().add("name", NAME)
    spec.file("phone\n07700900124\n", "out.csv")
    text = "phone,name\n" + "".join(",".join(row) + "\n" for row in cells)
    reading = opened(spec, text, unique=("msisdn", keep), exclude=[("csv", "out.csv", "msisdn")] if out else [])
    given = list(reading)
    tally = reading.tally
    assert tally.rows == tally.people + tally.rejects + tally.duplicates + tally.excluded
    assert sum(isinstance(each, Person) for each in given) == tally.people
    assert len({each.row for each in given if isinstance(each, Reject)}) == tally.rejects
    assert len({each.addresses["msisdn"] for each in given if isinstance(each, Person)}) == tally.people
