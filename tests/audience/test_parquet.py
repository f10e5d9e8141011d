"""Parquet files of people: every value as a text, in the order of the file, whatever the machine."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience.cells import table
from sendspec.audience.nodes import Person, Reject
from sendspec.audience.people import Reading, open_audience
from sendspec.audience.place import BrokenError
from sendspec.audience.report import sample
from sendspec.diagnostic import Severity
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any

duckdb = pytest.importorskip("duckdb")


def make(path: Path, query: str) -> Path:
    """A Parquet file of a query's rows."""
    copy = f"COPY ({query}) TO '{path.name.replace(chr(39), chr(39) * 2)}' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        duckdb.connect().execute(copy).close()
    finally:
        os.chdir(before)
    return path


def read(path: Path) -> tuple[tuple[str, ...], list[list[str]]]:
    with table(path, "parquet", None, None) as source:
        return source.header, [list(cells) for _, cells, _ in source.rows]


def opened(spec: Spec, path: str = "people.parquet", **settings: Any) -> Reading:
    return open_audience(spec.message(path, "parquet", **settings), spec.config, spec.root)


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that lies elsewhere."""
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("'+447700900123'", "+447700900123"),
        ("'a\u0301 \U0001f600'", "a\u0301 \U0001f600"),
        ("NULL::VARCHAR", ""),
        ("447700900123::BIGINT", "447700900123"),
        ("12.50::DECIMAL(9,2)", "12.50"),
        ("12::DOUBLE", "12"),
        ("447700900123::DOUBLE", "447700900123"),
        ("-3::FLOAT", "-3"),
        ("1.5::DOUBLE", "1.5"),
        ("0.1::FLOAT", "0.1"),
        ("'nan'::DOUBLE", ""),
        ("1e17::DOUBLE", "1e+17"),
        ("true", "true"),
        ("false", "false"),
        ("DATE '2026-11-30'", "2026-11-30"),
        ("TIME '14:30:05'", "14:30:05"),
        ("TIMESTAMP '2026-11-30 14:30:00'", "2026-11-30 14:30:00"),
        ("TIMESTAMPTZ '2026-11-30 14:30:00+02'", "2026-11-30 12:30:00Z"),
        ("TIMESTAMPTZ '2026-11-30 14:30:00.25+00'", "2026-11-30 14:30:00.25Z"),
        ("'abc'::BLOB", "abc"),
        ("'f0000000-0000-4000-8000-000000000001'::UUID", "f0000000-0000-4000-8000-000000000001"),
    ],
)
@pytest.mark.usefixtures("far")
def test_a_value_becomes_its_text(tmp_path: Path, value: str, cell: str) -> None:
    assert read(make(tmp_path / "a.parquet", f"SELECT {value} AS v")) == (("v",), [[cell]])


@pytest.mark.parametrize("value", ["[1, 2]", "{'a': 1}", "MAP {'a': 1}", "INTERVAL 1 DAY"])
def test_what_is_no_text_is_told_where_the_mapping_reads_it(spec: Spec, value: str) -> None:
    make(spec.root / "people.parquet", f"SELECT '+447700900123' AS phone, {value} AS \"a tag\"")
    assert [type(each) for each in opened(spec, ignore=["a tag"])] == [Person]
    spec.add("tag", Type(Kind.TEXT, most=30))
    spec.mapping.append(spec.take("tag", "a tag"))
    rejects = [(each.row, each.column, each.code) for each in opened(spec) if isinstance(each, Reject)]
    assert (0, "a tag", "AUD013") in rejects


def test_rows_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = make(tmp_path / "a.parquet", "SELECT range AS n, hash(range) AS h FROM range(20000)")
    assert [row[0] for row in read(path)[1]] == [str(number) for number in range(20_000)]


@pytest.mark.parametrize("name", ["p[1].parquet", "lang=en.parquet", "it's.parquet", "a*.parquet"])
def test_a_name_is_a_name(tmp_path: Path, name: str) -> None:
    make(tmp_path / name, "SELECT 'this' AS v")
    for other in ("p1.parquet", "ab.parquet"):
        make(tmp_path / other, "SELECT 'other' AS v")
    assert read(tmp_path / name) == (("v",), [["this"]])


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        (lambda data: data[:-1000], "the Parquet file ends in the middle"),
        (lambda data: data[:3000] + bytes(3000) + data[6000:], "the Parquet file is damaged, or holds a text"),
        (lambda data: data[:-4] + b"PARE", "the Parquet file is encrypted"),
        (lambda data: b"phone,name\n", "the file is no Parquet"),
        (lambda data: b"PAR1", "the Parquet file is damaged"),
        (lambda data: b"", "the file is empty"),
    ],
    ids=["truncated", "overwritten", "encrypted", "CSV", "four bytes", "empty"],
)
def test_damage_is_told(tmp_path: Path, cut: Any, told: str) -> None:
    path = make(tmp_path / "a.parquet", "SELECT range AS n, hash(range)::VARCHAR AS h FROM range(20000)")
    path.write_bytes(cut(path.read_bytes()))
    with pytest.raises(BrokenError) as error:
        read(path)
    assert error.value.message.startswith(told)


def test_a_text_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenError, match="no UTF-8"):
        read(make(tmp_path / "a.parquet", r"SELECT '\xFF'::BLOB AS v"))


def test_people_are_read_as_from_any_other_file(spec: Spec) -> None:
    spec.add("name", Type(Kind.TEXT, most=30), "you").add("at", Type(Kind.DATETIME))
    make(
        spec.root / "people.parquet",
        "SELECT * FROM (VALUES ('07700 900123', 'Ann', TIMESTAMPTZ '2026-11-30 14:30Z'),"
        " ('x', NULL, TIMESTAMPTZ '2026-11-30 14:30Z')) AS t(phone, name, \"at\")",
    )
    person, reject = opened(spec)
    assert isinstance(person, Person)
    assert (person.addresses["msisdn"], person.values["name"]) == ("+447700900123", "Ann")
    assert str(person.values["at"]) == "2026-11-30 14:30:00+00:00"
    assert isinstance(reject, Reject)
    assert (reject.row, reject.line, reject.code) == (1, 0, "AUD009")


def test_several_files_and_exclusions_are_read(spec: Spec) -> None:
    make(spec.root / "a.parquet", "SELECT '+447700900123' AS phone")
    make(spec.root / "b.parquet", "SELECT 1 AS id, 'x' AS phone")
    make(spec.root / "out.parquet", "SELECT '+447700900123' AS phone")
    reading = opened(spec, "[ab].parquet", ignore=["id"], exclude=[("parquet", "out.parquet", "msisdn")])
    (reject,) = reading
    assert isinstance(reject, Reject)
    assert (reject.row, reject.file, reading.tally.excluded) == (1, "b.parquet", 1)
    (found,) = sample(spec.message("[ab].parquet", "parquet", ignore=["id"]), spec.config, spec.root)
    assert found.message.startswith("row 1 (b.parquet), column `phone`: ")


def test_the_ending_of_a_file_of_the_call_says_what_it_is(spec: Spec) -> None:
    made = make(spec.root / "today.parquet", "SELECT '+447700900123' AS phone")
    assert [type(each) for each in open_audience(spec.message(), spec.config, spec.root, made)] == [Person]


def test_without_the_extra_it_is_told_what_to_install(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    make(spec.root / "people.parquet", "SELECT 1 AS phone")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (found,) = sample(spec.message("people.parquet", "parquet"), spec.config, spec.root)
    assert (found.code, found.severity) == ("AUD017", Severity.NOTE)
    assert found.help == "install `sendspec[data]`, or export the file as CSV"
    assert opened(spec).findings[0].severity is Severity.ERROR
