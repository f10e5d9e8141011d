"""The file of refused rows: every one of them, masked, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.audience.nodes import Reject
from sendspec.audience.people import open_audience
from sendspec.audience.rejects import HEADER, join, safe, written
from sendspec.audience.report import Causes, persons
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any

FORMULA = "=+-@\t\r\n＝＋－＠"
CELL = st.one_of(
    st.sampled_from(["+447700900123", "07700900124", "", "=SUM(1)", "@SUM", "-1", "+", '"', "a,b", "#N/A", "\r\n"]),
    st.text(max_size=6),
)


def rejected(spec: Spec, **settings: Any) -> tuple[list[list[str]], list[Reject]]:
    """What stands in the file of an audience's rejects, and the rejects themselves."""
    reading = open_audience(spec.message(**settings), spec.config, spec.root)
    part, whole = spec.root / "part", spec.root / "rejects.csv"
    seen: list[Reject] = []
    with written(part, reading) as put:
        assert put is not None
        for each in reading:
            if isinstance(each, Reject):
                put(each)
                seen.append(each)
    assert not reading.broken
    rows = join([part], whole)
    assert rows == reading.tally.rejects
    with whole.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    assert tuple(head) == HEADER
    return lines, seen


def test_a_line_says_where_the_row_is_what_is_wrong_and_what_to_do(spec: Spec) -> None:
    spec.file("phone\n+447700900123\n7700900124\n")
    lines, _ = rejected(spec)
    message, row, file, line, column, code, reason, value, help = lines[0]
    assert (message, row, file, line, column, code, value) == (
        "m",
        "1",
        "people.csv",
        "3",
        "phone",
        "AUD010",
        "7••••••••4",
    )
    assert reason == "a telephone number without its leading zero, as a spreadsheet leaves it"
    assert help


def test_a_row_of_several_files_names_its_own(spec: Spec) -> None:
    spec.file("phone\n+447700900123\n", "a.csv")
    spec.file("phone\nx\n", "b.csv")
    lines, _ = rejected(spec, path="?.csv")
    assert [line[:4] for line in lines] == [["m", "1", "b.csv", "2"]]


def test_a_row_of_the_spec_itself_stands_in_no_file(spec: Spec) -> None:
    lines, _ = rejected(spec, path="", kind="rows", rows=spec.rows({"msisdn": "x"}), same=False)
    assert lines[0][:4] == ["m", "0", "", ""]


def test_a_person_who_is_there_twice_is_in_it(spec: Spec) -> None:
    spec.file("phone\n+447700900123\n07700 900123\n")
    lines, _ = rejected(spec, unique=("msisdn", "fail"))
    assert [(line[1], line[5]) for line in lines] == [("1", "AUD014")]


@pytest.mark.parametrize("mark", FORMULA)
def test_a_cell_is_no_formula(mark: str) -> None:
    assert safe(f"{mark}1") == f"'{mark}1"
    assert safe(f"1{mark}") == f"1{mark}"


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.tuples(CELL, CELL), max_size=10),
    name=st.sampled_from(["name", "=name", "@x", "+1 2", "-a"]),
)
def test_every_refused_row_is_in_it_and_nothing_runs(
    fresh: Callable[[], Spec], rows: list[tuple[str, str]], name: str
) -> None:
    spec = fresh().add("tag", Type(Kind.ID, most=4))
    spec.mapping.append(spec.take("tag", name))
    with (spec.root / "people.csv").open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([("phone", name), *rows])
    lines, seen = rejected(spec)
    assert [int(line[1]) for line in lines] == [reject.row for reject in seen]
    assert [line[5] for line in lines] == [reject.code for reject in seen]
    assert not any(cell.startswith(tuple(FORMULA)) for line in lines for cell in line)
    assert all(len(line) == len(HEADER) for line in lines)


def test_no_value_stands_in_it(spec: Spec) -> None:
    spec.add("tag", Type(Kind.ID, most=4))
    spec.file("phone,tag\n07700900999x,Annabel Lee\n")
    rejected(spec)
    text = (spec.root / "rejects.csv").read_text(encoding="utf-8")
    assert not any(part in text for part in ("7700900999", "Annabel", "nnabel"))


def test_a_source_that_breaks_leaves_no_part(spec: Spec) -> None:
    spec.file('phone\nx\n"x\n')
    reading = open_audience(spec.message(), spec.config, spec.root)
    part: Path = spec.root / "part"
    with written(part, reading) as put:
        causes = Causes(put)
        list(persons(reading, causes))
    assert [cause.count for cause in causes] == [1]
    assert (spec.root / "part.draft").read_text(encoding="utf-8").count("\n") == 1
    assert reading.broken
    assert not part.exists()
