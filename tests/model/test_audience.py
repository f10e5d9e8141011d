"""`audience`: every line that it takes, and what is told of one that cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

VARS = """  vars {
    name text(max 9), vip bool = no, at datetime = 2026-11-30T14:30Z,
    sum money(GBP) = 1, slot one_of(am, pm) = am
  }
"""
SMS = '  try sms from alerts { body "{{ name }}" }\n'


def audience(desk: Any, text: str, head: str = "") -> Any:
    return desk.message(VARS + SMS, head, f"  audience {text}\n").audience


def found(desk: Any, text: str, head: str = "") -> list[str]:
    """What is found of an audience, and only of it."""
    told: list[str] = desk.found(VARS + SMS, head, f"  audience {text}\n")
    return told


def test_every_line_of_a_file_audience_is_kept(desk: Any) -> None:
    made = audience(
        desk,
        """csv "data/people.csv" {
    msisdn      <- phone     as phone(GB)
    locale      <- lang      else en
    name        <- "First name" else "you"
    correlation <- ref
    vars        <- same
    ignore      [agent_id, "created at",]
    unique      by msisdn keep first
    exclude     csv "data/optout.csv" by msisdn
    exclude     jsonl "data/bounced.jsonl" by msisdn
    at_most     50_000
    max_rejects 2%
    delimiter   ";"
    encoding    "latin-1"
  }""",
        "locales [en, cy]\n",
    )
    assert (made.kind, made.path, made.same) == ("csv", "data/people.csv", True)
    takes = {take.target: (take.column, str(take.type) if take.type else None, take.otherwise) for take in made.mapping}
    assert takes == {
        "msisdn": ("phone", "phone(GB)", None),
        "locale": ("lang", None, "en"),
        "name": ("First name", "text(max 9)", "you"),
        "correlation": ("ref", None, None),
    }
    assert list(made.ignore) == ["agent_id", "created at"]
    assert (made.unique.key, made.unique.keep) == ("msisdn", "first")
    assert [(each.kind, each.path, each.key) for each in made.exclude] == [
        ("csv", "data/optout.csv", "msisdn"),
        ("jsonl", "data/bounced.jsonl", "msisdn"),
    ]
    assert (made.at_most, made.max_rejects, made.delimiter, made.encoding) == (50000, 0.02, ";", "latin-1")


@pytest.mark.parametrize(("written", "keep"), [("keep first", "first"), ("keep last", "last"), ("fail", "fail")])
def test_unique_keeps_one_or_fails(desk: Any, written: str, keep: str) -> None:
    text = f'csv "p.csv" {{ msisdn <- phone, vars <- same, unique by name {written} }}'
    made = audience(desk, text)
    assert (made.unique.key, made.unique.keep) == ("name", keep)


@pytest.mark.parametrize(("written", "value"), [("2%", 0.02), ("0.5%", 0.005), ("100%", 1.0), ("10", 10), ("0", 0)])
def test_rejects_are_allowed_as_a_share_or_a_number(desk: Any, written: str, value: float) -> None:
    assert (
        audience(desk, f'csv "p.csv" {{ msisdn <- phone, vars <- same, max_rejects {written} }}').max_rejects == value
    )


def test_a_database_and_a_parquet_file_are_read(desk: Any) -> None:
    made = audience(
        desk, 'sql "postgresql:///crm?service=x" query "select phone from t" { msisdn <- phone, vars <- same }'
    )
    assert (made.kind, made.path, made.query) == ("sql", "postgresql:///crm?service=x", "select phone from t")
    assert audience(desk, 'parquet "p.parquet" { msisdn <- phone, vars <- same }').kind == "parquet"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('jsonl "p.jsonl" { msisdn <- phone, delimiter ";" }', ["NAM001 delimiter"]),
        ('jsonl "p.jsonl" { msisdn <- phone, encoding "latin-1" }', []),
        ('parquet "p.parquet" { msisdn <- phone, encoding "latin-1" }', ["NAM001 encoding"]),
        ('parquet "p.parquet" { msisdn <- phone, encoding "latin-1", exclude csv "o.csv" by msisdn }', []),
        ('rows { row { msisdn "+447700900123" }, delimiter ";" }', ["NAM001 delimiter"]),
    ],
)
def test_how_a_file_is_read_is_stated_where_one_is(desk: Any, text: str, told: list[str]) -> None:
    assert found(desk, text) == told


def test_several_files_are_a_list(desk: Any) -> None:
    made = audience(desk, 'csv ["a.csv", "b/*.csv"] { msisdn <- phone, vars <- same }')
    assert (made.path, made.more) == ("a.csv", ("b/*.csv",))
    assert made.source.text[made.path_span.start : made.path_span.end] == '["a.csv", "b/*.csv"]'


def test_rows_hold_addresses_variables_and_a_correlation(desk: Any) -> None:
    made = audience(
        desk,
        """rows {
    row { msisdn "+447700900123", name "Ann", vip yes, at 2026-11-30T14:30:00+05:30, sum 12.50, slot pm }
    row { msisdn "+447700900456", name "Bob", correlation "b-2", vip "true", slot "pm" }
  }""",
    )
    assert [dict(row.cells) for row in made.rows] == [
        {"msisdn": "+447700900123", "name": "Ann", "vip": "yes", "at": "2026-11-30T14:30:00+05:30",
         "sum": "12.50", "slot": "pm"},
        {"msisdn": "+447700900456", "name": "Bob", "correlation": "b-2", "vip": "true", "slot": "pm"},
    ]  # fmt: skip


def test_a_locale_of_a_row_is_a_word(desk: Any) -> None:
    made = audience(desk, 'rows { row { msisdn "+447700900123", name "Ann", locale cy } }', "locales [en, cy]\n")
    assert made.rows[0].cells["locale"] == "cy"


def test_rows_can_be_mapped_as_columns_are(desk: Any) -> None:
    text = (
        'rows { row { msisdn "07700900123", name "Ann" }\n msisdn <- msisdn as phone(GB)\n locale <- locale else en\n}'
    )
    made = audience(desk, text, "locales [en, cy]\n")
    assert [(take.target, take.column, take.otherwise) for take in made.mapping] == [
        ("msisdn", "msisdn", None),
        ("locale", "locale", "en"),
    ]


CSV = 'csv "p.csv" {{ msisdn <- phone, vars <- same, {} }}'


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("msidn <- p", "NAM001 msidn"),
        ("nmae <- p", "NAM001 nmae"),
        ("name <-", "NAM002 <-"),
        ("name <- 5", "NAM002 5"),
        ("name <- a b", "NAM002 b"),
        ("name <- a as txet", "VAR001 txet"),
        ("name <- a as", "NAM002 as"),
        ("vip <- a else maybe", "VAR004 maybe"),
        ("vip <- a else", "NAM002 else"),
        ("locale <- a else en", "LOC002 en"),
        ("name <- a, name <- b", "NAM012 name"),
        ("vars <- same", "NAM012 vars"),
        ("vars <- sme", "NAM012 vars"),
        ("ignore x", "NAM002 x"),
        ("unique msisdn", "NAM002 msisdn"),
        ("unique by msisdn keep frist", "NAM002 frist"),
        ("unique by msisdn", "NAM002 msisdn"),
        ("unique by msisdn fail, unique by name fail", "NAM012 unique"),
        ('exclude "x.csv" by msisdn', 'NAM002 "x.csv"'),
        ('exclude csv "x.csv"', 'NAM002 "x.csv"'),
        ('exclude csv "x.csv" by', "NAM002 by"),
        ('at_most "5"', 'NAM002 "5"'),
        ("at_most -5", "NAM002 -5"),
        ("at_most 1.5", "NAM002 1.5"),
        ("at_most 5, at_most 6", "NAM012 at_most"),
        ("max_rejects x", "NAM002 x"),
        ("max_rejects -1", "NAM002 -1"),
        ("max_rejects 101%", "NAM002 101%"),
        ("delimiter ;", "SYN"),
        ("delimiter 5", "NAM002 5"),
        ('encoding "utf-8" x', "NAM002 x"),
        ('row { msisdn "1" }', "NAM001 row"),
        ("foo 1", "NAM001 foo"),
        ("ignroe [x]", "NAM001 ignroe"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_once(desk: Any, line: str, told: str) -> None:
    first, *rest = found(desk, CSV.format(line))
    assert first.startswith(told)
    assert {each[:6] for each in rest} <= ({"NAM002"} if "sme" in line else {"SYN007"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('cvs "p.csv" { msisdn <- phone }', "NAM002 cvs"),
        ("csv { msisdn <- phone }", "NAM002 csv"),
        ("csv people { msisdn <- phone }", "NAM002 people"),
        ('csv "p.csv"', 'NAM006 audience csv "p.csv"'),
        ('csv "p.csv" { }', 'NAM006 audience csv "p.csv"'),
        ('csv "p.csv" x { msisdn <- phone, vars <- same }', "NAM002 x"),
        ('sql "postgresql:///x" { msisdn <- phone, vars <- same }', 'NAM002 "postgresql:///x"'),
        ("csv [] { msisdn <- phone }", "NAM002 []"),
        ('csv ["a.csv", b] { msisdn <- phone }', "NAM002 b"),
        ('csv ["a.csv" "b.csv"] { msisdn <- phone }', 'NAM002 "b.csv"'),
        ("rows", "NAM006 audience rows"),
        ("rows { }", "NAM006 audience rows"),
    ],
)
def test_an_audience_that_cannot_be_read_is_told_once(desk: Any, text: str, told: str) -> None:
    assert found(desk, text) == [told]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("row", "NAM002 row"),
        ('row x { msisdn "1" }', "NAM002 x"),
        ('row { msidn "1" }', "NAM001 msidn"),
        ('row { name "a", name "b" }', "NAM012 name"),
        ("row { name 12 }", "VAR004 12"),
        ("row { name Ann }", "VAR004 Ann"),
        ("row { msisdn 447700900123 }", "VAR004 447700900123"),
        ("row { vip maybe }", "VAR004 maybe"),
        ("row { at 2026-11-30 }", "VAR004 2026-11-30"),
        ('row { name "a" "b" }', 'NAM002 "b"'),
        ("row { name }", "NAM002 name"),
        ('rw { name "a" }', "NAM001 rw"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_once(desk: Any, row: str, told: str) -> None:
    assert found(desk, f'rows {{ row {{ msisdn "+447700900123", name "a" }}\n {row} }}') == [told]


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("msidn <- p", "did you mean `msisdn`?"),
        ("nmae <- p", "did you mean `name`?"),
        ("zzz <- p", "declare it in `vars`"),
        ("at_mots 5", "did you mean `at_most`?"),
        ('exclude cvs "x" by name', "did you mean `csv`?"),
        ("zzz 1", "map a column with `name <- column`"),
    ],
)
def test_a_line_comes_with_the_nearest_word(desk: Any, line: str, help: str) -> None:
    assert desk.helped(VARS + SMS, rows=f"  audience {CSV.format(line)}\n") == [help]
