"""Several files as one audience: which they are, their order, their headers, and where a row stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience.nodes import Person, Reject
from sendspec.audience.people import Reading, open_audience
from sendspec.audience.report import sample
from sendspec.diagnostic import Severity
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any

NAME = Type(Kind.TEXT, most=30)


def lay_out(spec: Spec, files: dict[str, str]) -> None:
    for name, data in files.items():
        (spec.root / name).parent.mkdir(parents=True, exist_ok=True)
        spec.file(data, name)


def opened(spec: Spec, *paths: str, **settings: Any) -> Reading:
    return open_audience(spec.message(paths[0], more=paths[1:], **settings), spec.config, spec.root)


def numbers(reading: Reading) -> list[tuple[int, str]]:
    return [(each.row, each.addresses["msisdn"][-2:]) for each in reading if isinstance(each, Person)]


def phones(*last: int) -> str:
    return "phone\n" + "".join(f"+4477009001{each:02}\n" for each in last)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in reading.findings]


def test_a_pattern_is_its_files_by_name_and_rows_are_numbered_through(spec: Spec) -> None:
    lay_out(spec, {"p/b.csv": phones(3), "p/a.csv": phones(1, 2), "p/a.txt": "no", "q/c.csv": phones(4)})
    assert numbers(opened(spec, "p/*.csv")) == [(0, "01"), (1, "02"), (2, "03")]
    assert numbers(opened(spec, "[pq]/?.csv")) == [(0, "01"), (1, "02"), (2, "03"), (3, "04")]


def test_a_list_keeps_its_order_and_a_file_is_read_once(spec: Spec) -> None:
    lay_out(spec, {"a.csv": phones(1), "b.csv": phones(2), "c.csv": phones(3)})
    assert numbers(opened(spec, "b.csv", "*.csv")) == [(0, "02"), (1, "01"), (2, "03")]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(spec: Spec) -> None:
    lay_out(spec, {"p[1].csv": phones(1), "p1.csv": phones(2)})
    assert numbers(opened(spec, "p[1].csv")) == [(0, "01")]


def test_rows_that_are_refused_name_their_file_and_line(spec: Spec) -> None:
    lay_out(spec, {"a.csv": phones(1), "b.csv": "phone\n\n+447700900102\nx\n"})
    (reject,) = [each for each in opened(spec, "?.csv") if isinstance(each, Reject)]
    assert (reject.row, reject.file, reject.line) == (2, "b.csv", 4)
    (found,) = sample(spec.message("?.csv"), spec.config, spec.root)
    assert found.message.startswith("row 2 (b.csv:4), column `phone`: ")


def test_columns_may_stand_in_another_order_and_be_there_in_some_files_only(spec: Spec) -> None:
    spec.add("name", NAME, "you").add("tag", NAME, required=False)
    lay_out(
        spec,
        {
            "a.csv": "phone,name\n+447700900101,Ann\n",
            "b.csv": "tag,name,phone\nx,Bob,+447700900102\n",
            "c.csv": "phone\n+447700900103\n",
        },
    )
    reading = opened(spec, "?.csv")
    assert told(reading) == []
    assert [dict(each.values) for each in reading if isinstance(each, Person)] == [
        {"name": "Ann", "tag": None},
        {"name": "Bob", "tag": "x"},
        {"name": "you", "tag": None},
    ]


def test_a_broken_row_of_a_file_in_another_order_is_a_reject(spec: Spec) -> None:
    spec.add("name", NAME)
    lay_out(spec, {"a.csv": "phone,name\n+447700900101,Ann\n", "b.csv": "name,phone\nBob,+447700900102,x\nCy\n"})
    reading = opened(spec, "?.csv")
    assert [(each.row, each.code, each.reason) for each in reading if isinstance(each, Reject)] == [
        (1, "AUD013", "too-many-cells"),
        (2, "AUD013", "too-few-cells"),
    ]


def test_each_header_is_held_against_the_mapping_and_files_that_are_alike_are_told_once(spec: Spec) -> None:
    spec.add("name", NAME)
    lay_out(spec, {"a.csv": "phone,name\n", "b.csv": "fone,name\n", "c.csv": "fone,name\n", "d.csv": "phone,name,x\n"})
    assert told(opened(spec, "?.csv")) == [
        ("AUD006", "the file `b.csv` (and 1 more like it) has no column `phone`; `msisdn` needs it"),
        ("AUD007", "column `x` of the file `d.csv` is taken by nothing"),
    ]


def test_an_ignored_column_is_idle_when_no_file_has_it(spec: Spec) -> None:
    lay_out(spec, {"a.csv": "phone,x\n", "b.csv": "phone\n"})
    assert told(opened(spec, "?.csv", ignore=["x"])) == []
    assert [code for code, _ in told(opened(spec, "?.csv", ignore=["x", "y"]))] == ["AUD008"]


def test_a_pattern_that_nothing_matches_weighs_as_a_file_that_is_not_there(spec: Spec) -> None:
    (found,) = sample(spec.message("p/*.csv"), spec.config, spec.root)
    assert (found.code, found.severity, found.message) == ("AUD001", Severity.WARNING, "no file matches `p/*.csv`")
    assert opened(spec, "p/*.csv").findings[0].severity is Severity.ERROR
    assert opened(spec, "p\x00*.csv").findings[0].code == "AUD001"


def test_a_pattern_of_any_depth_is_not_taken(spec: Spec) -> None:
    lay_out(spec, {"p/a.csv": phones(1), "p/q/b.csv": phones(2)})
    assert told(opened(spec, "p/**/*.csv")) == [("AUD001", "`p/**/*.csv`: `**` is not taken")]
    assert numbers(opened(spec, "p/*.csv", "p/*/*.csv")) == [(0, "01"), (1, "02")]


def test_a_pattern_does_not_lead_out_of_the_project(spec: Spec) -> None:
    (spec.root / "in").mkdir()
    spec.config = type(spec.config)(spec.root / "in")
    lay_out(spec, {"a.csv": phones(1)})
    (found,) = open_audience(spec.message("../*.csv"), spec.config, spec.root / "in").findings
    assert (found.code, found.message) == ("AUD002", "`../a.csv` lies outside the project")


def test_what_breaks_is_told_of_its_file(spec: Spec) -> None:
    lay_out(spec, {"a.csv": phones(1), "b.csv": 'phone\n+447700900102\n"x\n'})
    reading = opened(spec, "?.csv")
    assert numbers(reading) == [(0, "01"), (1, "02")]
    assert reading.broken is not None
    assert reading.broken.message == "`b.csv`: the quote that opens in line 3 is never closed"
    lay_out(spec, {"c.csv": ""})
    assert told(opened(spec, "?.csv"))[0] == ("AUD003", "`c.csv`: the file is empty")


def test_people_are_told_apart_across_files(spec: Spec) -> None:
    lay_out(spec, {"a.csv": phones(1, 2), "b.csv": phones(2, 3)})
    assert numbers(opened(spec, "?.csv", unique=("msisdn", "first"))) == [(0, "01"), (1, "02"), (3, "03")]
    assert numbers(opened(spec, "?.csv", unique=("msisdn", "last"))) == [(0, "01"), (2, "02"), (3, "03")]


def test_exclusions_may_be_several_files(spec: Spec) -> None:
    lay_out(spec, {"people.csv": phones(1, 2, 3), "out/a.csv": phones(1), "out/b.csv": phones(3)})
    assert numbers(opened(spec, "people.csv", exclude=[("csv", "out/*.csv", "msisdn")])) == [(1, "02")]
    lay_out(spec, {"out/b.csv": "phone\nx\n"})
    (found,) = opened(spec, "people.csv", exclude=[("csv", "out/*.csv", "msisdn")]).findings
    assert "row 0 (out/b.csv:2)" in found.message
    lay_out(spec, {"out/b.csv": 'phone\n"x\n'})
    (found,) = opened(spec, "people.csv", exclude=[("csv", "out/*.csv", "msisdn")]).findings
    assert found.message == "`out/b.csv`: the quote that opens in line 2 is never closed"


def test_files_of_objects_and_packed_ones_are_read_alike(spec: Spec) -> None:
    import gzip

    lay_out(spec, {"a.jsonl": '{"phone": "+447700900101"}\n'})
    (spec.root / "b.jsonl.gz").write_bytes(gzip.compress(b'{"phone": "+447700900102"}\n'))
    assert numbers(opened(spec, "*.jsonl*", kind="jsonl")) == [(0, "01"), (1, "02")]


def test_the_call_may_name_several_files(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> None:
    away: Path = tmp_path_factory.mktemp("away")
    (away / "a.csv").write_text(phones(1))
    (away / "b.csv").write_text(phones(2))
    reading = open_audience(spec.message(), spec.config, spec.root, f"{away.as_posix()}/*.csv")
    assert numbers(reading) == [(0, "01"), (1, "02")]


def test_what_breaks_in_a_file_of_the_call_is_told_there(spec: Spec) -> None:
    broken = spec.file(b"phone\n\xff\n", "today.csv")
    (found,) = open_audience(spec.message(), spec.config, spec.root, broken).findings
    assert (found.source.path, found.code) == (broken.as_posix(), "AUD004")
    spec.file(phones(1) + '"x\n', "today.csv")
    reading = open_audience(spec.message(), spec.config, spec.root, broken)
    list(reading)
    assert reading.broken is not None
    assert (reading.broken.source.path, reading.broken.code) == (broken.as_posix(), "AUD013")
    (found,) = open_audience(spec.message(encoding="klingon"), spec.config, spec.root, broken).findings
    assert (found.source.path, found.code) == ("m.send", "AUD019")
