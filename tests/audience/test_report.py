"""Rejects → findings: root cause first, none dropped, nobody named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience.people import open_audience
from sendspec.audience.report import Causes, findings, persons, sample
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Take
from sendspec.source import Span
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any

GOOD = "+447700900123,Ann\n"
#: A line of the mapping of its own.
LAST = Span(1, 2)


def report(spec: Spec, rows: str, limit: float | None = None, **settings: Any) -> tuple[Diagnostic, ...]:
    spec.add("name", Type(Kind.TEXT, most=30))
    spec.file("phone,name\n" + rows)
    reading = open_audience(spec.message(**settings), spec.config, spec.root)
    causes = Causes()
    for _ in persons(reading, causes):
        pass
    return findings(reading, causes, limit)


def test_a_few_rows_are_told_one_by_one_with_row_column_and_masked_value(spec: Spec) -> None:
    found = report(spec, GOOD * 2 + "4.47E+11,Ann\n")
    assert [(each.code, each.message) for each in found] == [
        (
            "AUD010",
            "row 2 (people.csv:4), column `phone`: `4.•••+•1` is a number in scientific form; "
            "the spreadsheet has cut off its digits",
        )
    ]
    assert found[0].source.text[found[0].span.start : found[0].span.end] == "msisdn"


def test_one_cause_in_many_rows_is_one_finding_with_all_rows(spec: Spec) -> None:
    found = report(spec, "7700900123,Ann\n" * 60 + GOOD + "7700900124,Ann\n")
    assert len(found) == 1
    assert found[0].message.startswith("61 of 62 rows, column `phone`: a telephone number without its leading zero")
    assert found[0].message.endswith("rows 0–59, 61")


def test_rows_without_a_value_to_show_are_told_with_where_they_stand(spec: Spec) -> None:
    found = report(spec, "+447700900123,\n" * 6)
    assert "; row 0 (people.csv:2), row 1 (people.csv:3), row 2 (people.csv:4); rows 0–5" in found[0].message


def test_the_line_of_the_mapping_that_failed_is_marked(spec: Spec) -> None:
    spec.mapping.append(Take("waid", "phone", None, None, LAST))
    spec.file("phone\n07700 900123\n")
    (found,) = sample(spec.message(), spec.config, spec.root)
    assert found.span == LAST
    assert found.help == "write `waid <- phone as phone(GB)`"


def test_one_cell_is_told_once_however_often_it_is_read(spec: Spec) -> None:
    spec.mapping.append(Take("waid", "phone", Type(Kind.PHONE, code="GB"), None, LAST))
    spec.file("phone\n4.47E+11\n")
    (found,) = sample(spec.message(), spec.config, spec.root)
    assert found.span == spec.mapping[0].span


def test_the_path_of_a_file_that_replaces_the_source_is_told(spec: Spec) -> None:
    other = spec.file("phone\nx\n", "today.csv")
    (found,) = sample(spec.message("nobody.csv"), spec.config, spec.root, other)
    assert f"({other.as_posix()}:2)" in found.message


def test_rows_beyond_the_limit_are_counted(spec: Spec) -> None:
    found = report(spec, "7700900123,Ann\n" * 5000)
    assert found[0].message.endswith("rows 0–99 and 4 900 more rows")
    assert "row 0 (people.csv:2) `7••••••••3`, row 1 (people.csv:3) `" in found[0].message


def test_the_most_frequent_cause_comes_first(spec: Spec) -> None:
    found = report(spec, "+447700900123,\n" + "x,Ann\n" * 20)
    assert [each.code for each in found] == ["AUD009", "AUD011"]


@pytest.mark.parametrize(
    ("given", "weight"),
    [
        ({}, Severity.ERROR),
        ({"limit": 0.5}, Severity.WARNING),
        ({"max_rejects": 1}, Severity.WARNING),
        ({"max_rejects": 0.1}, Severity.ERROR),
    ],
)
def test_rejects_weigh_less_where_they_are_allowed_for(spec: Spec, given: dict[str, Any], weight: Severity) -> None:
    assert report(spec, GOOD + "x,Ann\n", **given)[0].severity is weight


def test_a_repeated_person_weighs_whatever_is_allowed_for(spec: Spec) -> None:
    found = report(spec, GOOD * 2, 0.9, unique=("msisdn", "fail"))
    assert [(each.code, each.severity) for each in found] == [("AUD014", Severity.ERROR)]


def test_lint_looks_at_the_first_thousand_rows(spec: Spec) -> None:
    people = "".join(f"+4477009{number:05}\n" for number in range(1000))
    spec.file(f"phone\n{people}x\n")
    assert sample(spec.message(), spec.config, spec.root) == ()
    spec.file(f"phone\n{people[:-14]}x\n")
    (found,) = sample(spec.message(), spec.config, spec.root)
    assert found.message == "row 999 (people.csv:1001), column `phone`: `•` is not a telephone number"


def test_lint_only_warns_of_a_file_that_is_not_there(spec: Spec) -> None:
    (found,) = sample(spec.message("nobody.csv"), spec.config, spec.root)
    assert (found.code, found.severity, found.message) == ("AUD001", Severity.WARNING, "`nobody.csv` does not exist")


@pytest.mark.parametrize("path", ["data/loans.csv", "data/Loan.csv", "data/loan.csb"])
def test_a_misspelt_file_is_told_with_the_one_that_is_there(spec: Spec, path: str) -> None:
    (spec.root / "data").mkdir()
    spec.file("phone\n", "data/loan.csv")
    (found,) = sample(spec.message(path), spec.config, spec.root)
    assert found.help == "did you mean `data/loan.csv`?"


def test_a_header_without_rows_is_worth_a_warning(spec: Spec) -> None:
    spec.file("phone\n")
    (found,) = sample(spec.message(), spec.config, spec.root)
    assert (found.code, found.severity) == ("AUD003", Severity.WARNING)


def test_inline_rows_are_told_at_their_cells(spec: Spec) -> None:
    spec.mapping = []
    spec.add("name", Type(Kind.TEXT, most=3))
    rows = spec.rows({"msisdn": "x", "name": "Ann"}, *[{"msisdn": "+447700900123", "name": "Annabelle"}] * 7)
    found = sample(spec.message("", "rows", rows=rows), spec.config, spec.root)
    assert len(found) == 8
    assert found[0].span == rows[1].spans["name"]
    assert all("Anna" not in each.message for each in found)


def test_no_finding_holds_a_forbidden_word_or_ends_in_a_full_stop(spec: Spec) -> None:
    found = report(spec, "x,\n,Ann\n1,2,3\n4.47E+11," + "y" * 31 + "\n#REF!,a\x01\n")
    assert len(found) >= 6
    for each in found:
        assert not each.message.endswith(".")
        assert not {"invalid", "illegal", "please"} & set(each.message.lower().split())
