"""People who stand in the spec are judged by lint as compile judges them: with their own values in the requests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.pipeline import lint_file

SENDERS = """sender alerts sms { id "ACME" }
sender chat inapp { app "a_1" }
sender wa whatsapp { app "a_2" }
"""
VARS = '  vars { u text(max 40) = "", t text(max 40) = "t" }\n'
LONG = "x" * 30


def found(folder: Path, rows: str, rungs: str, head: str = "") -> list[tuple[str, str, str]]:
    spec = folder / "a.send"
    spec.write_text(
        f"{SENDERS}{head}\nmessage m {{\n  category service\n{VARS}  audience rows {{ {rows} }}\n  {rungs}\n}}\n",
        encoding="utf-8",
    )
    told = lint_file(spec, Config(folder), dt.date(2026, 11, 25))
    errors = (each for each in told if each.severity.value == "error")
    return [(each.code, each.source.text[each.span.start : each.span.end], each.message) for each in errors]


WRONG = "url is •••; expected an address that starts with https:// or http://"


@pytest.mark.parametrize(
    ("rows", "content", "expected"),
    [
        ('row { userid "a", u "foo" }', "image u", [("API013", "u", f"{WRONG} (row 0)")]),
        ('row { userid "a", u "https://a.example/b" }', "image u", []),
        (
            'row { userid "a", u "foo" } row { userid "b", u "https://a.example/b" } row { userid "c", u "foo" }',
            "image u",
            [("API013", "u", f"{WRONG} (rows 0 and 2)")],
        ),
        ('row { msisdn "+447700900123", u "foo" } row { userid "b", u "https://a.example/b" }', "image u", []),
        ('row { userid "a", u "foo" }', 'image "https://a.example/{{ u }}"', []),
        ('row { userid "a", u "foo" }', 'image "{{ u | upper }}"', []),
        ('row { userid "a" }', 'text "{% if u %}{{ u }}{% endif %}"', ["INA003"]),
        ('row { userid "a", u "x" }', 'text "{% if u %}{{ u }}{% endif %}"', []),
        ('row { userid "a", u "foo" }', 'image "{% if u == t %}a{% else %}b{% endif %}"', []),
    ],
)
def test_a_value_that_a_place_does_not_take_is_told_there_with_its_rows(
    tmp_path: Path, rows: str, content: str, expected: list[object]
) -> None:
    rungs = f'try inapp from chat {{ thread "t", {content} }}\n  else on failed try sms from alerts {{ body "Hi" }}'
    told = found(tmp_path, rows, rungs)
    assert (told if "INA003" not in expected else [code for code, *_ in told]) == expected


def test_a_value_is_never_shown(tmp_path: Path) -> None:
    row = f'row {{ userid "a", u "{LONG}" }}'
    told = found(tmp_path, row, 'try inapp from chat { thread "t", image u }')
    assert [code for code, *_ in told] == ["API013"]
    assert LONG not in told[0][2]


def test_each_person_is_judged_in_their_locale(tmp_path: Path) -> None:
    head = "locales [en, cy]"
    rungs = 'text x { en "Hi {{ u }}", cy "{{ u }}" }\n  try sms from alerts { body text.x }'
    rows = 'row { msisdn "+447700900123", locale en } row { msisdn "+447700900124", locale cy }'
    told = [(code, message) for code, _, message in found(tmp_path, rows, rungs, head)]
    assert told == [("SMS001", "body is empty; a message says something (row 1)")]


def test_what_is_wrong_for_everybody_is_told_once_and_without_rows(tmp_path: Path) -> None:
    row = 'row { userid "a", u "https://a.example/b" } row { userid "b", u "https://a.example/c" }'
    told = found(tmp_path, row, 'try inapp from chat { thread "", image u }')
    assert [(code, "row" in message) for code, _, message in told] == [("API005", False)]


def test_what_the_text_itself_makes_wrong_is_not_told_of_the_rows_again(tmp_path: Path) -> None:
    row = 'row { waid "447700900123", u "Leith" } row { waid "447700900124", u "a\\nb", t "x" }'
    rung = 'try whatsapp from wa { template "t" { place = "{{ u }},\\n{{ u }}", town = u } }'
    told = found(tmp_path, row, rung)
    assert [(code, marked, "row 1" in message) for code, marked, message in told] == [
        ("WAP026", '"{{ u }},\\n{{ u }}"', False),
        ("WAP026", "u", True),
    ]
