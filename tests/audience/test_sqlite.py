"""SQLite files of people: asked for reading alone, in one state, and never for long by lint."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience import sqlite
from sendspec.audience.nodes import Person, Reject
from sendspec.audience.people import Reading, open_audience
from sendspec.audience.report import sample
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any

ENDLESS = "with recursive n(phone) as (select 1 union all select phone + 1 from n) select phone from n where phone < 0"


def make(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


def opened(spec: Spec, query: str, path: str = "sqlite:///people.db", **settings: Any) -> Reading:
    return open_audience(spec.message(path, "sql", query=query, **settings), spec.config, spec.root)


def linted(spec: Spec, query: str, path: str = "sqlite:///people.db") -> tuple[Diagnostic, ...]:
    return sample(spec.message(path, "sql", query=query), spec.config, spec.root)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in reading.findings]


@pytest.fixture
def people(spec: Spec) -> Spec:
    """A spec whose people stand in a table."""
    rows = "('+447700900123', 'Ann'), ('07700 900124', NULL), ('x', 'Cy')"
    make(spec.root / "people.db", f"create table t (phone text, name text); insert into t values {rows}")
    spec.add("name", Type(Kind.TEXT, most=30), "you")
    return spec


def test_rows_become_people_and_rejects(people: Spec) -> None:
    reading = opened(people, "select phone, name from t order by rowid")
    ann, bob, reject = reading
    assert isinstance(ann, Person)
    assert isinstance(bob, Person)
    assert isinstance(reject, Reject)
    assert (ann.addresses["msisdn"], ann.values["name"]) == ("+447700900123", "Ann")
    assert (bob.addresses["msisdn"], bob.values["name"]) == ("+447700900124", "you")
    assert (reject.row, reject.line, reject.file, reject.code) == (2, 0, "", "AUD009")


@pytest.mark.parametrize(
    ("value", "cell"),
    [("12", "12"), ("12.0", "12"), ("12.5", "12.5"), ("1e17", "1e+17"), ("'a'", "a"), ("null", ""), ("'1.0'", "1.0")],
)
def test_a_value_becomes_its_text(people: Spec, value: str, cell: str) -> None:
    with opened(people, f"select {value} as v").open() as source:
        assert (source.header, [list(row[1]) for row in source.rows]) == (("v",), [[cell]])


def test_bytes_are_told_where_the_mapping_reads_them(people: Spec) -> None:
    reading = opened(people, "select phone, x'00ff' as name from t where name = 'Ann'")
    assert [(each.column, each.code) for each in reading if isinstance(each, Reject)] == [("name", "AUD013")]
    ignored = opened(people, "select phone, name, x'00ff' as b from t where name = 'Ann'", ignore=["b"])
    assert [type(each) for each in ignored] == [Person]


@pytest.mark.parametrize(
    "query",
    [
        "delete from t",
        "insert into t values ('a', 'b') returning phone",
        "create table u (a)",
        "attach 'other.db' as o",
        "pragma journal_mode = wal",
        "select phone from t; delete from t",
        "select load_extension('x')",
    ],
)
def test_a_query_can_do_nothing_but_read(people: Spec, query: str) -> None:
    before = (people.root / "people.db").read_bytes()
    assert [code for code, _ in told(opened(people, query))] == ["AUD022"]
    assert (people.root / "people.db").read_bytes() == before
    assert sorted(path.name for path in people.root.iterdir()) == ["people.db"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select fone from t", "the query cannot be asked: no such column: fone"),
        ("select phone from u", "the query cannot be asked: no such table: u"),
        ("selct phone", 'the query cannot be asked: near "selct": syntax error'),
        ("", "the query cannot be asked: incomplete input"),
    ],
)
def test_a_query_that_cannot_be_asked_is_told_by_lint_too(people: Spec, query: str, said: str) -> None:
    assert told(opened(people, query)) == [("AUD022", said)]
    assert [(found.code, found.severity) for found in linted(people, query)] == [("AUD022", Severity.ERROR)]


def test_an_answer_that_breaks_off_is_told_without_its_values(people: Spec) -> None:
    broken = "select phone, json_extract(case when name = 'Ann' then '{}' else 'secret{' end, '$.a') as name from t"
    reading = opened(people, broken)
    list(reading)
    assert reading.broken is not None
    assert reading.broken.message == "the database breaks off its answer: SQLITE_ERROR"
    reading = opened(people, "select phone, cast(x'5365ff' as text) as name from t")
    list(reading)
    assert reading.broken is not None
    assert reading.broken.message == "the database breaks off its answer: a text that is no UTF-8"


def test_lint_reads_the_first_rows_and_not_for_long(people: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "STEPS", 2)
    (found,) = linted(people, ENDLESS)
    assert (found.code, found.severity) == ("AUD017", Severity.NOTE)
    assert found.message == "the query takes longer than lint looks at it"
    (found,) = linted(people, "select phone, name from t")
    assert found.message == "row 2, column `phone`: `•` is not a telephone number"
    many = "with recursive n(i) as (select 0 union all select i + 1 from n where i < 3000)"
    (found,) = linted(people, f"{many} select 'x' as phone, 'A' as name from n")
    assert found.message.startswith("1 000 of 1 000 rows")


def test_the_table_of_the_mapping_is_the_answer(people: Spec) -> None:
    assert told(opened(people, "select phone, name, 1 as x from t")) == [
        ("AUD007", "column `x` of the answer is taken by nothing")
    ]
    (found,) = opened(people, "select phone as a, name as b from t").findings
    assert (found.code, found.help) == ("AUD006", "name the columns in the query: `select mobile as phone`")
    (found,) = linted(people, "select phone, name from t where 0")
    assert (found.code, found.message) == ("AUD003", "the query gives no rows")


def test_all_passes_of_a_reading_see_one_state(people: Spec) -> None:
    make(people.root / "people.db", "pragma journal_mode = wal; delete from t where name = 'Cy'")
    reading = opened(people, "select phone, name from t", unique=("msisdn", "last"))
    given = iter(reading)
    assert isinstance(next(given), Person)
    make(people.root / "people.db", "insert into t select phone, 'later' from t")
    rest = [each.values["name"] for each in given if isinstance(each, Person)]
    assert (rest, reading.tally.rows) == (["you"], 2)
    reading.tally.rows = 0
    assert (len(list(reading)), reading.tally.rows, reading.tally.duplicates) == (2, 4, 2)


def test_the_rows_have_a_sum_of_their_own(people: Spec) -> None:
    def summed(query: str) -> str | None:
        reading = opened(people, query)
        list(reading)
        assert reading.query is not None
        return reading.query.sha256

    one = "select phone, name from t where name = 'Ann'"
    assert (
        summed(one) == summed("select phone, name from t where phone like '+%'") != summed("select phone, name from t")
    )
    assert len(summed(one) or "") == 64


@pytest.mark.parametrize(
    ("address", "code", "message"),
    [
        ("sqlite:///none.db", "AUD001", "`none.db` does not exist"),
        ("sqlite:///../people.db", "AUD002", "`../people.db` lies outside the project"),
        ("sqlite:////etc/passwd", "AUD002", "`/etc/passwd` lies outside the project"),
        ("sqlite:///list.csv", "AUD022", "the file is no SQLite database"),
        ("mysql://crm/people", "AUD022", "`mysql` is no kind of database that can be asked"),
        ("people.db", "AUD022", "`people.db` is no kind of database that can be asked"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(people: Spec, address: str, code: str, message: str) -> None:
    people.file("phone\n", "list.csv")
    assert told(opened(people, "select 1", address)) == [(code, message)]


def test_the_name_of_a_file_is_a_name(spec: Spec) -> None:
    make(spec.root / "a?b#c%20.db", "create table t (phone); insert into t values ('+447700900123')")
    assert [type(each) for each in opened(spec, "select phone from t", "sqlite:///a?b#c%20.db")] == [Person]


def test_a_database_that_goes_away_is_told(people: Spec) -> None:
    reading = opened(people, "select phone, name from t")
    (people.root / "people.db").write_bytes(b"gone")
    assert list(reading) == []
    assert reading.broken is not None
    assert reading.broken.message == "the file is no SQLite database"
