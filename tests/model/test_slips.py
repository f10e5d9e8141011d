"""A word left out or put in the wrong place is told once, with what to write."""

from __future__ import annotations

from typing import Any

import pytest

VARS = '  vars { name text(max 9) = "x" }\n'
SMS = '  try sms from alerts { body "Hello {{ name }}" }\n'
WHATSAPP = '  try whatsapp from talk { template "t" { who = name } }\n'


@pytest.mark.parametrize(
    ("inside", "told", "help"),
    [
        (f"  delivery {{ expires 12h }}\n{VARS}{SMS}", "NAM002 12h", "write `expires after 12h`"),
        (f"  delivery {{ expires 1h30m }}\n{VARS}{SMS}", "NAM002 1h30m", "write `expires after 1h30m`"),
        (
            VARS + WHATSAPP.replace("who = name", "who name"),
            "NAM001 who",
            "write `who = name`",
        ),
        (
            VARS + WHATSAPP.replace("who = name", "who name | upper"),
            "NAM001 who",
            "write `who = name | upper`",
        ),
        (
            '  try whatsapp from talk { list { body "x", button "y", section "a" { row title "Balance" } } }\n',
            "NAM002 title",
            'write `row "…" title …`: `row` needs its id first',
        ),
        (
            "  vars { due date = 2026-12-02 }\n" + SMS.replace('"Hello {{ name }}"', "due"),
            "TXT008 due",
            'write `due | date("d MMMM y")`',
        ),
        (VARS.replace('"x"', '"x" pii') + SMS, "NAM002 pii", "write `@pii` at the end of the line"),
        (
            '  try email from mail { subject "x", text "y", unsubscribe "https://acme.example/u" }\n',
            'NAM002 "https://acme.example/u"',
            'write `url "…"` or `email "…"` or `subject "…"`',
        ),
    ],
)
def test_it_is_told_with_what_to_write(desk: Any, inside: str, told: str, help: str) -> None:
    (found,) = desk.findings(inside)
    assert (desk.told(found), found.help) == (told, help)


@pytest.mark.parametrize(
    ("line", "told", "help"),
    [
        ("unique", "NAM002 unique", "write `unique by msisdn keep first`"),
        ("unique msisdn", "NAM002 msisdn", "write `unique by msisdn keep first`"),
        ("unique ref keep last", "NAM002 ref", "write `unique by ref keep first`"),
        ("unique by email", "NAM002 email", "write `unique by email keep first`"),
    ],
)
def test_unique_says_how_it_is_written(desk: Any, line: str, told: str, help: str) -> None:
    rows = f'  audience csv "p.csv" {{ msisdn <- phone, {line} }}\n'
    (found,) = desk.findings('  try sms from alerts { body "Hello" }\n', rows=rows)
    assert (desk.told(found), found.help) == (told, help)


@pytest.mark.parametrize("path", ["hello.txt", "texts/hello.txt", "../a/b-c.HTML", "./x.md", "a.json", "x/y.send"])
def test_a_text_that_is_a_path_asks_for_the_word_file(desk: Any, path: str) -> None:
    (found,) = desk.findings(f'  try sms from alerts {{ body "{path}" }}\n')
    assert (desk.told(found), found.help) == (f'TXT017 "{path}"', f'write `body file "{path}"`')
    assert desk.found(f'  text x "{path}"\n  try sms from alerts {{ body text.x }}\n') == [f'TXT017 "{path}"']


@pytest.mark.parametrize(
    "text", ["See a.txt", "https://acme.example/a.html", "www.acme.example/a.html", "acme.example", "{{ name }}.txt"]
)
def test_a_text_that_is_more_than_a_path_is_a_text(desk: Any, text: str) -> None:
    assert desk.found(f'{VARS}  try sms from alerts {{ body "{text}" }}\n') == []


def test_the_address_and_the_name_of_a_file_are_no_texts(desk: Any) -> None:
    attach = 'attach "terms.txt" url "https://acme.example/terms.txt" type "text/plain"'
    assert desk.found(f'  try email from mail {{ subject "terms.md", text "y", {attach} }}\n') == []


def test_a_substitution_of_the_api_s_own_form_is_told_where_it_names_a_variable(desk: Any) -> None:
    (found,) = desk.findings(f'{VARS}  try sms from alerts {{ body "Hello $(Name)" }}\n')
    assert (desk.told(found), found.help) == ("TXT013 $(Name)", "write `{{ name }}`")
    assert desk.found('  try sms from alerts { body "Call $(free)" }\n') == ["TXT014 $("]


def test_what_the_platform_fills_in_is_its_own_though_a_variable_has_its_name(desk: Any) -> None:
    vars = '  vars { unsubscribe text(max 9) = "x" }\n'
    mail = '  try email from mail { subject "x {{ unsubscribe }}", html "<p>$(unsubscribe)</p>" }\n'
    assert desk.found(vars + mail) == []


@pytest.mark.parametrize("tag", ["{{1}}", "{{ 2 }}", "{{ 1.5 }}"])
def test_a_number_in_braces_is_told(desk: Any, tag: str) -> None:
    assert desk.found(f'  try sms from alerts {{ body "Hello {tag}" }}\n') == [f"TXT018 {tag}"]


def test_a_constant_text_or_a_number_through_a_filter_is_not(desk: Any) -> None:
    assert desk.found("  try sms from alerts { body \"{{ '{{' }} {{ 1234.5 | number(2) }}\" }\n") == []


@pytest.mark.parametrize("wrong", ["try mail from mail", "try email from mial", "try email mail"])
def test_a_variable_of_a_text_that_could_not_be_read_is_not_said_to_be_needed(desk: Any, wrong: str) -> None:
    rung = f'  {wrong} {{ subject "x", text "Hello {{{{ name | default(\'you\') }}}}" }}\n'
    bound = desk.bind(desk.spec("  vars { name text(max 9) }\n" + rung))
    assert not bound.unit.messages["m"].variables["name"].required
    assert len(bound.findings) == 1
