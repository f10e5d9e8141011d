"""What lint says of texts by SMS: their parts, and the characters that make them Unicode."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic
from sendspec.pipeline import lint_file

SPEC = """sender alerts sms {{ id "ACME" }}
message m {{
  {vars}
  audience rows {{ row {{ msisdn "+447700900123" {cells} }} }}
  try sms from alerts {{ {content} }}
}}
"""


def lint(folder: Path, content: str, vars: str = "", cells: str = "", versions: str = "v1") -> list[Diagnostic]:
    spec = folder / "a.send"
    text = SPEC.format(content=content, vars=f"vars {{ {vars} }}" if vars else "", cells=cells)
    spec.write_text(text, encoding="utf-8")
    return list(lint_file(spec, Config(folder, versions={"sms": versions}), dt.date(2026, 9, 1)))


def said(found: list[Diagnostic], code: str) -> list[str]:
    return [one.message for one in found if one.code == code]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("x" * 160, []),
        ("x" * 161, ["body is 2 parts"]),
        ("x" * 159 + "€", ["body is 2 parts"]),
        ("ŵ" * 70, []),
        ("ŵ" * 71, ["body is 2 parts as Unicode"]),
        ("\U0001f600" * 36, ["body is 2 parts as Unicode"]),
    ],
    ids=range(6),
)
def test_a_fixed_text_is_counted_in_parts(text: str, parts: list[str], tmp_path: Path) -> None:
    assert said(lint(tmp_path, f'body "{text}"'), "SMS020") == parts


def test_a_personal_text_is_counted_by_its_bounds(tmp_path: Path) -> None:
    found = lint(tmp_path, 'body "Hello {{ who }}"', "who id(max 200)", ', who "a"')
    assert said(found, "SMS020") == ["body is up to 2 parts"]


def test_values_that_may_need_unicode_are_told_apart(tmp_path: Path) -> None:
    found = lint(tmp_path, 'body "Hello {{ who }}"', "who text(max 200)", ', who "a"')
    (message,) = said(found, "SMS020")
    assert message.startswith("body is up to 2 parts, up to ")
    assert message.endswith("when a value is outside the SMS alphabet")


def test_the_first_character_outside_the_alphabet_is_marked(tmp_path: Path) -> None:
    (one,) = [one for one in lint(tmp_path, 'body "It’s “free”"') if one.code == "SMS021"]
    assert one.source.text[one.span.start : one.span.end] == "’"
    assert one.message.startswith("`’` (U+2019) and 2 more are outside the SMS alphabet")
    assert one.help == "write `'`, or accept it with `unicode yes`"


def test_a_text_that_is_accepted_as_unicode_is_left_in_peace(tmp_path: Path) -> None:
    assert said(lint(tmp_path, 'body "It’s free", unicode yes'), "SMS021") == []


def test_a_binary_message_on_v2_is_an_error_at_its_word(tmp_path: Path) -> None:
    (one,) = [one for one in lint(tmp_path, 'binary "00"', versions="v2") if one.code == "SMS003"]
    assert one.source.text[one.span.start : one.span.end] == '"00"'


def test_a_stored_template_on_v2_takes_no_dlt_id(tmp_path: Path) -> None:
    found = lint(tmp_path, 'template "T1" { }, dlt_template "1"', versions="v2")
    assert [one.code for one in found if one.severity.value == "error"] == ["SMS003"]


def test_a_limit_is_told_where_the_text_stands(tmp_path: Path) -> None:
    found = lint(tmp_path, 'body "Hello {{ who }}"', "who text(max 4000)", ', who "a"')
    assert said(found, "SMS004") == ["body is up to 4 006 characters; SMS takes 4 000"]
