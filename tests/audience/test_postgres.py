"""PostgreSQL, asked for real: a server of our own on a socket of the file system, where one is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
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

psycopg = pytest.importorskip("psycopg")


def _program(name: str) -> str | None:
    places = [os.environ.get("PATH", ""), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin")))]
    return shutil.which(name, path=os.pathsep.join(places))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a database of our own."""
    initdb, postgres = _program("initdb"), _program("postgres")
    if not initdb or not postgres or sys.platform == "win32":
        pytest.skip("no PostgreSQL is installed")
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:  # a socket's path must be short
        folder = Path(name)
        user = {"user": "nobody"} if os.geteuid() == 0 else {}  # the server refuses to run as root
        if user:
            shutil.chown(folder, "nobody")
        plain = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "cwd": folder, **user}
        make = [initdb, "-D", "data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(make, check=True, **plain)  # type: ignore[call-overload]
        quick = ["-c", "fsync=off", "-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}"]
        with subprocess.Popen([postgres, "-D", "data", *quick, "-c", "TimeZone=Asia/Kolkata"], **plain) as process:  # type: ignore[call-overload]
            try:
                assert process.stdout is not None
                for line in process.stdout:
                    if b"ready to accept connections" in line:
                        break
                yield f"postgresql://tester@/postgres?host={folder}"
            finally:
                process.terminate()
                if process.stdout:
                    process.stdout.close()


@pytest.fixture
def people(spec: Spec, server: str) -> Spec:
    """A spec whose people stand in a table of the server."""
    rows = "('+447700900123', 'Ann'), ('07700 900124', NULL), ('x', 'Cy')"
    make(server, f"drop table if exists t; create table t (id serial, phone text, name text);"
                 f"insert into t (phone, name) values {rows}")  # fmt: skip
    spec.add("name", Type(Kind.TEXT, most=30), "you")
    spec.address = server
    return spec


def make(server: str, script: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(script)


def opened(spec: Spec, query: str, address: str | None = None, **settings: Any) -> Reading:
    message = spec.message(address or spec.address, "sql", query=query, **settings)
    return open_audience(message, spec.config, spec.root)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in reading.findings]


def test_rows_become_people_and_rejects(people: Spec) -> None:
    ann, bob, reject = opened(people, "select phone, name from t order by id")
    assert isinstance(ann, Person)
    assert isinstance(bob, Person)
    assert isinstance(reject, Reject)
    assert (ann.addresses["msisdn"], ann.values["name"]) == ("+447700900123", "Ann")
    assert (bob.addresses["msisdn"], bob.values["name"]) == ("+447700900124", "you")
    assert (reject.row, reject.line, reject.code) == (2, 0, "AUD009")


VALUES = {
    "12": "12",
    "9007199254740993::int8": "9007199254740993",
    "12.50::numeric(9, 2)": "12.50",
    "12::float8": "12",
    "0.1::float4": "0.1",
    "true": "true",
    "false": "false",
    "null::int": "",
    "'a %s % b'": "a %s % b",
    "'é\U0001f600'": "é\U0001f600",
    "date '2026-11-30'": "2026-11-30",
    "time '14:30'": "14:30:00",
    "timestamp '2026-11-30 14:30'": "2026-11-30 14:30:00",
    "timestamptz '2026-11-30 14:30+02'": "2026-11-30 12:30:00Z",
    "timestamptz '2026-11-30 14:30:00.25Z'": "2026-11-30 14:30:00.25Z",
    "'f0000000-0000-4000-8000-000000000001'::uuid": "f0000000-0000-4000-8000-000000000001",
}


def test_a_value_becomes_its_text(people: Spec) -> None:
    with opened(people, f"select {', '.join(VALUES)}").open() as source:
        (row,) = [list(cells) for _, cells, _ in source.rows]
    assert dict(zip(VALUES, row, strict=True)) == VALUES


@pytest.mark.parametrize("value", ["array[1, 2]", """'{"a": 1}'::jsonb""", "'a'::bytea", "interval '1 day'"])
def test_what_is_no_text_is_told_where_the_mapping_reads_it(people: Spec, value: str) -> None:
    reading = opened(people, f"select phone, {value} as name from t where id = 1")
    assert [(each.column, each.code) for each in reading if isinstance(each, Reject)] == [("name", "AUD013")]
    ignored = opened(people, f"select phone, {value} as tag from t where id = 1", ignore=["tag"])
    assert [type(each) for each in ignored] == [Person]


@pytest.mark.parametrize(
    "query",
    [
        "delete from t",
        "with gone as (delete from t returning *) select * from gone",
        "select phone, name from t; delete from t",
        "select phone, name from t; commit; delete from t",
        "select nextval('t_id_seq')::text as phone, 'A' as name",
    ],
)
def test_a_query_can_do_nothing_but_read(people: Spec, query: str) -> None:
    reading = opened(people, query)
    list(reading)
    assert [code for code, _ in told(reading)] == ["AUD022"] or reading.broken is not None
    with psycopg.connect(people.address) as connection:
        assert connection.execute("select count(*), nextval('t_id_seq') from t").fetchone() == (3, 4)


def test_a_query_that_cannot_be_asked_is_told(people: Spec) -> None:
    assert told(opened(people, "select fone from t")) == [
        ("AUD022", 'the query cannot be asked: column "fone" does not exist')
    ]
    assert told(opened(people, "select from t")) == [("AUD022", "the query has no columns")]


def test_an_answer_that_breaks_off_is_told_without_its_values(people: Spec) -> None:
    reading = opened(people, "select phone, (phone::int8)::text as name from t order by id")
    given = list(reading)
    assert len(given) < 3
    assert reading.broken is not None
    assert reading.broken.message == "the database breaks off its answer: 22P02"


def test_a_connection_that_is_cut_is_told(people: Spec) -> None:
    reading = opened(people, "select '+447700900123' as phone, 'A' as name from generate_series(1, 100000)")
    given = iter(reading)
    next(given)
    make(people.address, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sendspec'")
    assert sum(1 for _ in given) < 100_000
    assert reading.broken is not None
    assert reading.broken.code == "AUD022"


def test_all_passes_of_a_reading_see_one_state(people: Spec) -> None:
    reading = opened(people, "select phone, name from t where id < 3 or id > 3 order by id", unique=("msisdn", "last"))
    given = iter(reading)
    assert isinstance(next(given), Person)
    make(people.address, "insert into t (phone, name) select phone, 'later' from t")
    assert ([each.values["name"] for each in given if isinstance(each, Person)], reading.tally.rows) == (["you"], 2)
    assert (len(list(reading)), reading.tally.duplicates) == (3, 2)


def test_a_long_answer_comes_in_pieces(people: Spec) -> None:
    query = "select '+4477' || lpad(n::text, 8, '0') as phone, 'A' as name from generate_series(0, 4999) as n"
    assert [each.row for each in opened(people, query)] == list(range(5000))


def test_a_database_that_is_not_there_is_told_without_a_password(people: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "hunter2")
    (found,) = opened(people, "select 1", f"postgresql://tester@/postgres?host={people.root}").findings
    assert (found.code, found.message.startswith("the database cannot be reached: ")) == ("AUD022", True)
    assert "\n" not in found.message
    assert "hunter2" not in found.message + str(found.help)


def test_lint_opens_no_connection(people: Spec) -> None:
    (found,) = sample(people.message(people.address, "sql", query="select 1"), people.config, people.root)
    assert (found.code, found.severity) == ("AUD017", Severity.NOTE)


def test_without_the_extra_it_is_told_what_to_install(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    (found,) = opened(spec, "select 1", "postgresql:///crm").findings
    assert (found.code, found.severity) == ("AUD017", Severity.ERROR)
    assert found.help == "install `sendspec[postgres]`, or export the query as CSV"
