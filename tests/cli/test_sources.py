"""The same people out of every kind of source are the same requests, to the byte."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Sequence
from csv import DictReader
from pathlib import Path
from typing import Any

import pytest

from .conftest import SENDER, Call

SPEC = """\
message m {
  vars {
    name text(max 20) = "you"
    born date
    sum  decimal(digits 9, places 2)
  }
  audience SOURCE {
    msisdn <- phone as phone(GB)
    vars   <- same
    unique by msisdn keep last
    exclude csv "out.csv" by msisdn
    max_rejects 1
  }
  try sms from alerts { body "Hello {{ name }}, born {{ born | date('yyyy') }}: {{ sum }}" }
}
"""
ROWS = [
    ("07700 900001", "Ann", "1990-01-31", "12.50"),
    ("07700 900002", "", "1991-02-28", "0.10"),
    ("x", "Cy", "1992-03-01", "1.00"),
    ("+447700900001", "Ann again", "1990-01-31", "3.00"),
    ("07700 900003", "Out", "1993-04-30", "4.00"),
    ("07700 900004", "Di\u00e9", "1994-05-31", "5.00"),
]
NAMES = ("phone", "name", "born", "sum")


def as_csv(rows: Sequence[tuple[str, ...]]) -> str:
    return "".join(",".join(row) + "\n" for row in [NAMES, *rows])


def _packed(here: Path) -> str:
    (here / "people.csv.gz").write_bytes(gzip.compress(as_csv(ROWS).encode()))
    return 'csv "people.csv.gz"'


def _zstd(here: Path) -> str:
    library: Any = pytest.importorskip("zstandard")
    (here / "people.csv.zst").write_bytes(library.compress(as_csv(ROWS).encode()))
    return 'csv "people.csv.zst"'


def _several(here: Path) -> str:
    (here / "people-1.csv").write_text(as_csv(ROWS[:2]), encoding="utf-8")
    turned = [tuple(reversed(row)) for row in [NAMES, *ROWS[2:]]]
    (here / "people-2.csv").write_text("".join(",".join(row) + "\n" for row in turned), encoding="utf-8")
    return 'csv "people-?.csv"'


def _objects(here: Path) -> str:
    lines = (json.dumps(dict(zip(NAMES, row, strict=True))) for row in ROWS)
    (here / "people.jsonl").write_text("\n".join(lines))
    return 'jsonl ["people.jsonl"]'


def _parquet(here: Path) -> str:
    library: Any = pytest.importorskip("duckdb")
    (here / "plain.csv").write_text(as_csv(ROWS), encoding="utf-8")
    types = "{'phone': 'VARCHAR', 'name': 'VARCHAR', 'born': 'DATE', 'sum': 'DECIMAL(9, 2)'}"
    library.connect().execute(
        f"COPY (SELECT * FROM read_csv('plain.csv', types = {types})) TO 'people.parquet' (FORMAT parquet)"
    ).close()
    return 'parquet "people.parquet"'


def _sqlite(here: Path) -> str:
    connection = sqlite3.connect(here / "people.db")
    connection.execute("create table people (phone text, name text, born text, sum text)")
    connection.executemany("insert into people values (?, nullif(?, ''), ?, ?)", ROWS)
    connection.commit()
    connection.close()
    return 'sql "sqlite:///people.db" query "select phone, name, born, sum from people order by rowid"'


@pytest.mark.parametrize("source", [_packed, _zstd, _several, _objects, _parquet, _sqlite])
def test_a_source_gives_the_requests_of_a_plain_file(call: Call, here: Path, source: Any) -> None:
    (here / "out.csv").write_text("phone\n07700 900003\n")
    (here / "people.csv").write_text(as_csv(ROWS), encoding="utf-8")
    made = {}
    for name, written in (("plain", 'csv "people.csv"'), ("other", source(here))):
        (here / f"{name}.send").write_text(SENDER + SPEC.replace("SOURCE", written))
        assert call("compile", f"{name}.send", "-o", name, "--reject", "r.csv").status == 0
        plan = json.loads((here / name / "m" / "plan.json").read_text(encoding="utf-8"))
        assert len(plan["audience"]["sha256"]) == 64
        with (here / "r.csv").open(encoding="utf-8", newline="") as file:
            refused = [[line[key] for key in ("row", "column", "code", "reason", "value")] for line in DictReader(file)]
        made[name] = (here / name / "m" / "rung-1.ndjson").read_bytes(), plan["counts"], refused
    assert made["plain"] == made["other"]
    counts = {"rows": 6, "people": 3, "rejects": 1, "duplicates": 1, "excluded": 1, "unknown_locales": 0}
    assert made["other"][1] == counts
    assert [line[:3] for line in made["other"][2]] == [["2", "phone", "AUD009"]]
