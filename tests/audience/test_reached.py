"""Whom no rung reaches: told with what reaches them, with what the ladder takes, and with what can be done here."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.pipeline import lint_file

FILE = 'csv "p.csv" { android_push <- android, chrome_push <- web, firefox_push <- browser }'
SMS = 'try sms from alerts { body "Hi" }'
PHONE = 'try push from app { android { text "Hi" } }'
WEB = 'try push from app { web { title "Hi", text "Hi" } }'
GIVE = "give the row such an address, or leave it out"


def found(folder: Path, audience: str, rungs: str) -> list[tuple[str, str | None]]:
    (folder / "p.csv").write_text("android,web,browser\nt-1,,\n,u-1,\n,,w-1\n", encoding="utf-8")
    spec = folder / "a.send"
    spec.write_text(
        'sender app push { app "a_1" }\nsender alerts sms { id "ACME" }\n'
        f'message m {{\n  vars {{ n text(max 3) = "x" }}\n  audience {audience}\n  {rungs}\n}}\n',
        encoding="utf-8",
    )
    told = lint_file(spec, Config(folder), dt.date(2026, 11, 25))
    return [(each.message, each.help) for each in told if each.code == "AUD012"]


@pytest.mark.parametrize(
    ("audience", "rungs", "said"),
    [
        (
            'rows { row { userid "u-1" } row { ios_push "t-1" } }',
            f"{PHONE}\n  else on failed {SMS}",
            "row 1: reached by `ios_push` alone, to which no rung goes; the ladder takes `userid`, `android_push`, "
            "`hms_push`, `customerid` or `msisdn`",
        ),
        (
            'rows { row { psid "1", email "ann@acme.example" } row { msisdn "+447700900123" } }',
            SMS,
            "row 0: reached by `psid` and `email` alone, to which no rung goes; the ladder takes `msisdn`",
        ),
        (
            'rows { row { n "a" } row { msisdn "+447700900123" } }',
            SMS,
            "row 0: without an address that a rung goes to; the ladder takes `msisdn`",
        ),
    ],
)
def test_an_inline_row_can_be_given_any_address_of_the_ladder(
    tmp_path: Path, audience: str, rungs: str, said: str
) -> None:
    assert found(tmp_path, audience, rungs) == [(said, GIVE)]


def test_a_file_has_the_columns_that_it_has(tmp_path: Path) -> None:
    said = (
        "row 0 (p.csv:2): reached by `android_push` alone, to which no rung goes; "
        "the ladder takes `chrome_push` or `firefox_push`"
    )
    assert found(tmp_path, FILE, WEB) == [(said, "fill `web` or `browser`, or leave the row out")]
    assert found(tmp_path, FILE, WEB.replace("{ web", '{ android { text "Hi" }, web')) == []
