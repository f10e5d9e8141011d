"""What divides the people of a request on v2 is told, once a rung, and nothing that they can share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.pipeline import lint_file

SENDERS = """\
sender alerts sms { id "ACME" }
sender app rcs { app "a_160000000000000002" }
sender mail email { address "hello@acme.example" }
"""
VARS = "vars { name text(max 10), ref id(max 10), vip bool, town one_of(Oban, Mull), at datetime }"
CSV = 'audience csv "data/people.csv" { msisdn <- phone as phone(GB), email <- mail as email, vars <- same }'
HEAD = "name,ref,vip,town,at,phone,mail\nAnn,V-1,yes,Oban,2030-11-30T14:30Z,+447700900123,ann@example.com\n"


def told(here: Path, content: str, settings: str = "", audience: str = CSV) -> list[tuple[str, str]]:
    """The message of each finding of the rule, and what it marks."""
    (here / "data").mkdir(exist_ok=True)
    (here / "data" / "people.csv").write_text(HEAD)
    spec = here / "a.send"
    spec.write_text(f"{SENDERS}message m {{\n  {VARS}\n  {audience}\n  {settings}\n  {content}\n}}\n")
    found = lint_file(spec, Config(here), dt.date(2026, 11, 25))
    assert not [one for one in found if one.severity.value == "error"], found
    return [(one.message, one.source.text[one.span.start : one.span.end]) for one in found if one.code == "API064"]


@pytest.mark.parametrize(
    "content",
    [
        'try rcs from app { text "{{ name }}" }',
        'try sms from alerts { body "{{ name }}" }',
        'try rcs from app { text "Hello", reply "{% if vip %}Lounge{% else %}Pier{% endif %} of {{ town }}" }',
        'try email from mail { subject "Your visit", html "<p>{{ name }}</p>", text "{{ ref }}" }',
        'try rcs from app { text "Hello", event "Add it" title "Visit" from at to at + 1h }',
    ],
)
def test_what_people_share_is_not_told(tmp_path: Path, content: str) -> None:
    assert told(tmp_path, content, 'delivery { expires at }\n  track { correlation "{{ ref }}" }') == []


def test_a_rung_is_told_once_and_its_words_are_named(tmp_path: Path) -> None:
    one = 'reply "Yes" data "{{ ref }}"'
    (found,) = told(tmp_path, f'try rcs from app {{ text "{{{{ name }}}}", {one} }}')
    assert found == ("`data` differs from person to person; RCS may need a request for each", '"{{ ref }}"')
    (found,) = told(tmp_path, f'try rcs from app {{ text "Hello", reply "{{{{ name }}}}", {one} }}')
    assert found[0].startswith("`label` and `data` differ from person to person")
    several = f'try rcs from app {{ card {{ title "{{{{ name }}}}", body "{{{{ ref }}}}", {one} }} }}'
    (found,) = told(tmp_path, several)
    assert found[0].startswith("`title` and 2 other words differ")


def test_a_text_that_the_api_sends_by_itself_is_a_part_of_the_request_around_it(tmp_path: Path) -> None:
    ladder = 'try rcs from app { text "Hello" } else on failed try sms from alerts { body "{{ name }}" }'
    assert [mark for _, mark in told(tmp_path, ladder)] == ['"{{ name }}"']
    later = 'try rcs from app { text "Hello" } else after 5m unless delivered try sms from alerts { body "{{ name }}" }'
    assert told(tmp_path, later) == []


def test_callback_data_are_the_requests(tmp_path: Path) -> None:
    found = told(tmp_path, 'try rcs from app { text "Hello" }', 'track { callback "{{ ref }}" }')
    assert [mark for _, mark in found] == ['"{{ ref }}"']
    assert told(tmp_path, 'try sms from alerts { body "Hello" }', 'track { callback "{{ ref }}" }') == []


def test_a_text_by_name_is_told_where_it_is_used(tmp_path: Path) -> None:
    found = told(tmp_path, 'try rcs from app { card { title text.t } }\n  text t "{{ name }}"')
    assert [mark for _, mark in found] == ["text.t"]


def test_inline_rows_are_few(tmp_path: Path) -> None:
    row = '"+447700900123", email "a@b.example", name "A", ref "B", vip yes, town Oban, at 2030-11-30T14:30Z'
    assert (
        told(
            tmp_path,
            'try rcs from app { card { title "{{ name }}" } }',
            "",
            f"audience rows {{ row {{ msisdn {row} }} }}",
        )
        == []
    )
