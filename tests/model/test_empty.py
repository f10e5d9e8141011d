"""Texts that can be empty, or are: lint tells of them where compile refuses the people for whom they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.blocked import BlockedError
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.failure import RefusedError
from sendspec.emit.ladder import stages
from sendspec.pipeline import Linter, Request, job
from sendspec.source import Source
from sendspec.syntax.nodes import List, Part, Statement, Text
from sendspec.syntax.parse import parse

SENDERS = """sender alerts sms { id "ACME" }
sender chat rcs { app "a_160000000000000002" }
sender mail email { address "hello@acme.example" }
sender caller voice { number "442079460000" }
sender abc apple { app "a_160000000000000003" }
sender inside inapp { app "a_160000000000000004" }
"""
ROW = 'row { msisdn "+447700900123", email "ann@example.com", abc_user "urn:mbid:AQ", userid "u-1" }'
LISTED = 'request_identifier "r", received_message { title "T" }, reply_message { title "T" }, section { item "1" "A" }'
NOTED = ROW.replace("row { ", 'row { note "https://a.example/a.png", ')
PICTURE = 'image "https://acme.example/a.png" height medium'


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    marked = [(each, each.source.text[each.span.start : each.span.end]) for each in found]
    return [(each.code, text, each.message) for each, text in marked if each.code != "NAM005"]


def spec(rung: str, variables: str = 'note text(max 25) = ""', audience: str = ROW) -> str:
    rows = f"audience rows {{ {audience} }}" if "row " in audience else audience
    return f"{SENDERS}message m {{\n  vars {{ {variables} }}\n  {rows}\n  try {rung}\n}}\n"


def linted(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    (folder / "a.send").write_text(text, encoding="utf-8")
    return Linter(dt.date(2026, 11, 25)).lint(folder / "a.send", Config(folder))


def refused(path: Path) -> tuple[Diagnostic, ...]:
    """Why a spec, of which lint tells no error, does not compile; nothing when it does."""
    linter, told = Linter(dt.date(2026, 11, 25)), list[Diagnostic]()
    unit = linter.bind(path, Config(path.parent)).unit
    for message in unit.messages.values() if unit else ():
        if message.audience is None or message.audience.kind != "rows":
            continue
        work = job(linter, path, message, Request(), told)
        try:
            for stage in stages(work):
                for person in work.people():
                    list(stage.add(person))
                list(stage.close())
        except RefusedError as stopped:
            return stopped.diagnostics
    return ()


#: Rungs that say nothing without the note, and what is told of them.
EMPTY = [
    ("sms from alerts { body note }", "body can be empty; a message says something"),
    (
        'sms from alerts { body "{% if note %}{{ note }}{% endif %}" }',
        "body can be empty; a message says something",
    ),
    ("sms from alerts via v2 { body note }", "body can be empty; SMS needs a value"),
    ("rcs from chat { text note }", "text can be empty; RCS needs a value"),
    ('rcs from chat { text "Hello", reply note data "y" }', "label can be empty; RCS needs a value"),
    ('email from mail { subject note, text "Hello" }', "subject can be empty; e-mail needs a value"),
    (
        'email from mail { subject "Hi", text "Hello", html note }',
        "html can be empty; then the mail is of type html",
    ),
    ("apple from abc { text note }", "text can be empty; Apple Messages needs a value"),
    (
        f'rcs from chat {{ card {{ title "Hi", {PICTURE}, open "See" url note }} }}',
        "url can be empty; RCS needs a value",
    ),
    ('inapp from inside { thread "t", image note }', "url can be empty; in-app messaging needs a value"),
    (
        f'apple from abc {{ list_picker {{ {LISTED}, image note identifier "a" }} }}',
        "url can be empty; then the pict",
    ),
    ('inapp from inside { thread "t", text note }', "text can be empty; then the message has neither"),
]


@pytest.mark.parametrize(("rung", "said"), EMPTY)
def test_what_compile_refuses_for_somebody_lint_tells_at_the_text(tmp_path: Path, rung: str, said: str) -> None:
    ((code, marked, message),) = told(linted(tmp_path, spec(rung, audience=NOTED)))
    assert (code, "note" in marked) == ("TXT019", True)
    assert message.startswith(said)
    assert refused(tmp_path / "a.send") == ()


@pytest.mark.parametrize(("rung", "_"), EMPTY)
def test_of_inline_rows_lint_says_what_compile_says(tmp_path: Path, rung: str, _: str) -> None:
    found = linted(tmp_path, spec(rung, audience=f"{NOTED} {ROW}"))
    (lost,) = refused(tmp_path / "a.send")
    (error,) = (each for each in found if each.severity is Severity.ERROR)
    assert (error.code, error.message.endswith("(row 1)")) == (lost.code, True)


@pytest.mark.parametrize(
    ("rung", "cells", "said", "help"),
    [
        (
            "sms from alerts { body note }",
            "",
            "the message has no `body`; SMS takes a text, a binary body or a stored template (row 0)",
            "add `body`",
        ),
        (
            'inapp from inside { thread "t", image note }',
            'note "foo", ',
            "url is •••; expected an address that starts with https:// or http:// (row 0)",
            "write the address in full, with https:// before it",
        ),
        (
            'inapp from inside { thread "t", cards { card { title "T", image "{{ note }}.png" } } }',
            'note "foo", ',
            "url is •••; expected an address that starts with https:// or http:// (row 0)",
            "write the address in full, with https:// before it",
        ),
    ],
)
def test_what_compile_refuses_it_tells_in_the_words_of_the_spec(
    tmp_path: Path, rung: str, cells: str, said: str, help: str
) -> None:
    linted(tmp_path, spec(rung, audience=ROW.replace("row { ", f"row {{ {cells}")))
    assert [(each.message, each.help) for each in refused(tmp_path / "a.send")] == [(said, help)]


@pytest.mark.parametrize(
    ("rung", "variables"),
    [
        ("sms from alerts { body note }", 'note text(max 20) = "x"'),
        ("sms from alerts { body note }", "note text(max 20)"),
        ('sms from alerts { body "Hello{{ note }}" }', 'note text(max 20) = ""'),
        ("sms from alerts { body \"{{ note | default('x') }}\" }", "note text(max 20)"),
        ('sms from alerts { body "{% if note %}{{ note }}{% else %}-{% endif %}" }', 'note text(max 20) = ""'),
        (f'rcs from chat {{ card {{ title "Hello", body note, {PICTURE} }} }}', 'note text(max 20) = ""'),
    ],
)
def test_a_text_that_says_something_or_that_may_be_missing_is_not_told(
    tmp_path: Path, rung: str, variables: str
) -> None:
    row = ROW.replace("row { ", 'row { note "n", ') if "=" not in variables else ROW
    assert told(linted(tmp_path, spec(rung, variables, row))) == []
    assert refused(tmp_path / "a.send") == ()


@pytest.mark.parametrize(
    ("default", "otherwise", "codes"),
    [
        ("", ' else ""', ["TXT019"]),
        (' = "x"', ' else ""', ["TXT019"]),
        (' = ""', ' else "x"', []),
        (' = ""', "", ["TXT019"]),
    ],
)
def test_the_else_of_the_mapping_goes_before_the_default(
    tmp_path: Path, default: str, otherwise: str, codes: list[str]
) -> None:
    (tmp_path / "p.csv").write_text("phone,note\n+447700900123,n\n", encoding="utf-8")
    people = f'audience csv "p.csv" {{\n msisdn <- phone\n note <- note{otherwise}\n }}'
    found = linted(tmp_path, spec("sms from alerts { body note }", f"note text(max 20){default}", people))
    assert [code for code, *_ in told(found)] == codes


def test_a_text_that_is_wrong_anyway_is_told_once(tmp_path: Path) -> None:
    rung = 'voice from caller via v2 { say note { language "", voice "v", gender male, region "UK" } }'
    assert sorted(code for code, *_ in told(linted(tmp_path, spec(rung, audience=NOTED)))) == ["API005", "TXT019"]


@pytest.mark.parametrize("word", ["prompt", "flow"])
def test_a_call_that_names_nothing_is_told_in_the_words_of_the_spec(tmp_path: Path, word: str) -> None:
    found = linted(tmp_path, spec(f'voice from caller {{ {word} "" }}', "a int = 1"))
    assert told(found) == [("VOI001", '""', "the call has neither `flow` nor `prompt`; it takes one of them")]
    assert [each.help for each in found if each.code == "VOI001"] == ["name a `prompt` or a `flow`"]


# --- the example specs -----------------------------------------------------------------------------------

SPECS = Path(__file__).parent.parent.parent / "specs"


def texts(statement: Statement) -> Iterator[Text]:
    """The texts of a statement and of its block."""
    parts: list[Part] = list(statement.parts)
    parts += [part for each in parts if isinstance(each, List) for element in each.elements for part in element]
    yield from (part for part in parts if isinstance(part, Text))
    for inner in statement.block.statements if statement.block else ():
        yield from texts(inner)


def rungs(text: str) -> Iterator[Text]:
    """The texts of a spec's senders, rungs and named texts."""
    for declared in parse(Source("a.send", text))[0].statements:
        lines = declared.block.statements if declared.block and declared.head.text == "message" else ()
        for line in (declared, *lines) if declared.head.text == "sender" else lines:
            if line.head.text in ("sender", "try", "else", "and", "text"):
                yield from texts(line)


@pytest.mark.parametrize("name", ["app/delivery_chat", "utility/flood_call", "visits/branch_desk", "tours/boston_tour"])
def test_whichever_text_of_a_spec_is_emptied_lint_tells_what_compile_refuses(name: str, tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "brand.send").write_bytes((SPECS / "lib" / "brand.send").read_bytes())
    whole = (SPECS / f"{name}.send").read_text(encoding="utf-8").replace("../lib/", "lib/")
    silent: list[Any] = []
    for text in rungs(whole):
        (tmp_path / "a.send").write_text(f'{whole[: text.span.start]}""{whole[text.span.end :]}', encoding="utf-8")
        try:
            found = Linter(dt.date(2026, 11, 25)).lint(tmp_path / "a.send", Config(tmp_path))
        except BlockedError:
            continue
        if not any(each.severity is Severity.ERROR for each in found) and (lost := refused(tmp_path / "a.send")):
            silent.append((whole[text.span.start : text.span.end], lost))
    assert silent == []
