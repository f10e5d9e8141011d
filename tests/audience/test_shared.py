"""Addresses that several rows have, and locales that nobody knows: counted, with samples that name nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience.report import sample
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.pipeline import lint_file
from sendspec.values.types import Kind, Type

if TYPE_CHECKING:
    Spec = Any


def told(spec: Spec, rows: str, **settings: Any) -> list[tuple[str, str]]:
    spec.file(rows)
    return [(found.code, found.message) for found in sample(spec.message(**settings), spec.config, spec.root)]


def test_a_number_that_several_rows_have_is_told_once_however_it_is_written(spec: Spec) -> None:
    spec.file("phone\n+447700900123\n07700 900124\n07700 900123\n(07700) 900123\n+447700900124\n+447700900125\n")
    (found,) = sample(spec.message(), spec.config, spec.root)
    assert (found.code, found.severity) == ("AUD023", Severity.WARNING)
    assert found.message == (
        "3 of 6 rows have a `msisdn` that an earlier row has: "
        "`+4•••••••••23` in rows 0, 2, 3, `+4•••••••••24` in rows 1, 4"
    )
    assert found.help == "write `unique by msisdn keep first`, or each of them gets the message"
    assert found.source.text[found.span.start : found.span.end] == "msisdn"


def test_many_are_told_by_the_most_frequent(spec: Spec) -> None:
    placeholder = "+447700900999\n" * 40
    pairs = "".join(f"+4477009001{number:02}\n" * 2 for number in range(10))
    ((_, message),) = told(spec, f"phone\n{pairs}{placeholder}")
    assert message.startswith("49 of 60 rows have")
    assert "`+4•••••••••99` in rows 20, 21, 22, 23, 24 and 35 more, " in message
    assert message.endswith("in rows 2, 3 and 8 more")


@pytest.mark.parametrize("keep", ["first", "last", "fail"])
def test_rows_that_unique_tells_apart_by_it_are_not_told_again(spec: Spec, keep: str) -> None:
    rows = "phone\n+447700900123\n+447700900123\n"
    assert "AUD023" not in [code for code, _ in told(spec, rows, unique=("msisdn", keep))]


def test_rows_that_are_unique_by_something_else_are(spec: Spec) -> None:
    spec.add("ref", Type(Kind.ID, most=8))
    rows = "phone,ref\n+447700900123,A\n+447700900123,B\n+447700900123,B\n"
    ((code, message),) = told(spec, rows, unique=("ref", "first"))
    assert (code, message.split(" have ")[0].split(" has ")[0]) == ("AUD023", "1 of 3 row")


SPEC = """\
sender alerts sms { id "ACME" }
sender chat whatsapp { app "a_160000000000000003" }
message m {
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    waid   <- phone as phone(GB)
    email  <- mail
  }
  try whatsapp from chat { template "t" }
  else on failed try sms from alerts { body "Hello" }
}
"""


def test_a_column_that_is_two_addresses_is_told_once_and_one_that_no_rung_takes_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "m.send").write_text(SPEC)
    (tmp_path / "people.csv").write_text("phone,mail\n07700900123,a@example.com\n07700900123,a@example.com\n")
    found = lint_file((tmp_path / "m.send").as_posix(), Config(tmp_path), dt.date(2026, 1, 1))
    assert [(each.code, "`msisdn`" in each.message) for each in found] == [("AUD023", True)]


def test_rows_of_the_spec_itself_are_meant_so(spec: Spec) -> None:
    spec.mapping = []
    rows = spec.rows({"msisdn": "+447700900123"}, {"msisdn": "+447700900123"})
    assert sample(spec.message("", "rows", rows=rows, same=False), spec.config, spec.root) == ()


def test_rejects_and_those_who_are_left_out_share_nothing(spec: Spec) -> None:
    spec.file("phone\n+447700900123\n", "out.csv")
    rows = "phone\n+447700900123\n+447700900123\n+447700900124\n"
    assert told(spec, rows, exclude=[("csv", "out.csv", "msisdn")]) == []


def test_unknown_locales_are_told_with_how_many_have_each(spec: Spec) -> None:
    spec.locales = ("en", "cy")
    spec.mapping.append(spec.take("locale", "lang", otherwise="en"))
    langs = ["fr", "en", "de-AT", "fr", "Ann Lee", "zh_Hant", "EN", "c", "it", "pt"]
    rows = "".join(f"+4477009001{number:02},{lang}\n" for number, lang in enumerate(langs))
    ((code, message),) = told(spec, f"phone,lang\n{rows}")
    assert code == "AUD016"
    assert message == (
        "8 rows with a locale that this file does not have: "
        "`fr` in 2, `A•• ••e` in 1, `de-AT` in 1, `it` in 1, `pt` in 1 and 2 more"
    )
