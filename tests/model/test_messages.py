"""The house style of what this room tells: over every finding that a heap of broken specs brings about."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Any

import pytest

from sendspec.diagnostic import Diagnostic
from sendspec.model.bind import Binder
from sendspec.model.loader import Found, Missing

#: What a message begins with when it does not begin with a word of ours.
OWN_WORDS = tuple('`"')
#: Names that are written with capitals wherever they stand.
NAMES = ("SMS", "RCS", "WhatsApp", "JSON", "UTF-8", "URL")
WHOLE = """locales [en, cy]
sender alerts sms { id "ACME" }
sender chat rcs { app "a_160000000000000002" }
snippet bye { en "Bye", cy "Hwyl" }
message m {
  category utility
  owner "crm"
  vars {
    name text(max 9) = "you" example "Ann" @pii
    at datetime
    tz timezone = "Europe/London"
    sum money(GBP) = 12.50
    slot one_of(am, pm) = am
    vip bool = no
  }
  audience csv "p.csv" {
    msisdn <- phone as phone(GB)
    locale <- lang else en
    vars <- same
    ignore [x, y]
    unique by msisdn keep first
    exclude csv "o.csv" by msisdn
    at_most 50_000
    max_rejects 2%
  }
  delivery { expires at - 2h, quiet 21:00..08:00 in tz then hold, route IMMD }
  track { correlation "a-{{ rung }}", notify "https://hooks.acme.example/x" auth "T", receipts [delivered] }
  policy { group "g", consent yes }
  try rcs from chat { card { title "{{ name }}", body text.t, reply "Yes" data "y" } }
  else after 20m unless delivered try sms from alerts {
    body "{{ at | local(tz, 'd MMM') }} {{ bye }}"
    unicode yes
    wire { a { b [1, "c"] } }
  }
  text t { en "Hello {{ name | upper }}", cy file "t.txt" }
  test "t" {
    given { msisdn "+447700900123", name "Ann", locale en }
    at 2026-11-29T17:00Z
    events { rcs submitted +2s }
    expect { rungs [rcs, sms], sms.parts 1, sms.body contains "x" }
  }
}
"""
TOKEN = re.compile(r'"[^"\n]*"|[\w.:+-]+|\S')


def mutations() -> list[str]:
    """Specs with one word cut, doubled, or swapped for another, the same in every run."""
    tokens = list(TOKEN.finditer(WHOLE))
    chance = random.Random(20261130)
    made = []
    for token in tokens:
        other = chance.choice(tokens)
        for text in ("", f"{token[0]} {token[0]}", other[0], chance.choice(["5", '"x"', "xyz", "[a]", "2026-11-30"])):
            made.append(WHOLE[: token.start()] + text + WHOLE[token.end() :])
    return made


class Shelf:
    """The one file beside the spec."""

    def load(self, importer: str, path: str) -> Found | Missing:
        return Found(path, b"Helo {{ nme }}") if path == "t.txt" else Missing("absent", "does not exist")


@cache
def heap() -> tuple[Diagnostic, ...]:
    """What is found in all of them, each message once."""
    bound = [Binder(Shelf(), {}).bind("a.send", text.encode()) for text in mutations()]
    found = {(each.code, each.message): each for one in bound for each in one.findings}
    return tuple(found.values())


@pytest.fixture
def findings() -> tuple[Diagnostic, ...]:
    return heap()


def test_the_heap_is_worth_the_name(findings: tuple[Diagnostic, ...]) -> None:
    assert len(findings) > 400
    assert len({each.code for each in findings}) > 30


def test_a_message_is_one_line_without_a_full_stop(findings: tuple[Diagnostic, ...]) -> None:
    texts = [text for each in findings for text in (each.message, each.help or "x")]
    assert [text for text in texts if "\n" in text or text != text.strip() or text.endswith((".", "!"))] == []


def test_a_message_begins_with_a_small_letter_or_with_the_writers_own_words(findings: tuple[Diagnostic, ...]) -> None:
    texts = [text for each in findings for text in (each.message, each.help or "x")]
    wrong = [text for text in texts if not text.startswith((*OWN_WORDS, *NAMES)) and text[:1] != text[:1].lower()]
    assert wrong == []


def test_a_message_blames_and_begs_nobody(findings: tuple[Diagnostic, ...]) -> None:
    words = re.compile(r"\b(invalid|illegal|please|oops|sorry|must not be|you)\b", re.IGNORECASE)
    quoted = re.compile(r'`[^`]*`|"[^"]*"')
    texts = [text for each in findings for text in (each.message, each.help or "")]
    assert [text for text in texts if words.search(quoted.sub("", text).replace("did you mean", ""))] == []


def test_quotes_and_backquotes_are_whole(findings: tuple[Diagnostic, ...]) -> None:
    texts = [text for each in findings for text in (each.message, each.help or "")]
    assert [text for text in texts if text.count("`") % 2 or "``" in text.replace("`` ` ``", "")] == []


def test_every_finding_marks_a_place_of_its_source(findings: tuple[Diagnostic, ...]) -> None:
    assert all(0 <= each.span.start <= each.span.end <= len(each.source.text) for each in findings)


def test_a_help_is_no_second_telling(findings: tuple[Diagnostic, ...]) -> None:
    assert [each.message for each in findings if each.help == each.message] == []


def test_a_nearest_name_is_another_name(findings: tuple[Diagnostic, ...]) -> None:
    meant = re.compile(r"did you mean `([^`]*)`\?")
    wrong = [
        (each.message, each.help)
        for each in findings
        if each.help
        and (near := meant.match(each.help))
        and each.source.text[each.span.start : each.span.end] == near[1]
    ]
    assert wrong == []


def test_the_help_about_a_bare_value_has_no_braces(desk: Any) -> None:
    text = f"message m {{\n  vars {{ day date }}\n{desk.rows}  try sms from s {{ body day }}\n}}\n"
    found = desk.bind('sender s sms { id "ACME" }\n' + text).findings
    (help,) = [each.help for each in found if each.code == "TXT008"]
    assert help == 'write `day | date("d MMMM y")`'
