"""Specs as people write them from the language page alone: right ones, which say nothing and compile to bodies that the
API takes; and wrong ones, whose comments mark every finding that they give."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.write import write
from sendspec.pipeline import Linter, Request, job, lint_file, verify_bytes
from sendspec.project import config_for
from sendspec.source import Source
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format

TODAY = dt.date(2026, 11, 25)
HERE = Path(__file__).parent
RIGHT = sorted((HERE / "right").rglob("*.send"))
WRONG = sorted((HERE / "wrong").glob("*.send"))
NAMES = {path: path.relative_to(HERE).as_posix() for path in (*RIGHT, *WRONG)}

_MARK = re.compile(r'# (next )?(error|warning|note): ([A-Z]{3}\d{3})(?: "((?:[^"\\]|\\.)*)")?')


class Mark(NamedTuple):
    """A finding that a wrong spec must give: `part` is all that it marks."""

    line: int
    severity: str
    code: str
    part: str


def marks(text: str) -> list[Mark]:
    """The findings that comments mark: on their own line, or after `next` on the line below."""
    lines = enumerate(text.splitlines(), 1)
    return sorted(
        Mark(number + bool(found[1]), found[2], found[3], re.sub(r"\\(.)", r"\1", found[4] or ""))
        for number, line in lines
        for found in _MARK.finditer(line)
    )


def lint(path: Path) -> tuple[Diagnostic, ...]:
    return lint_file(path, config_for(path), TODAY)


def told(found: Diagnostic) -> str:
    line, column = found.source.position(found.span.start)
    return f"{line}:{column} {found.code} {found.message} | {found.help}"


# --- right -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", RIGHT, ids=NAMES.get)
def test_a_right_spec_gives_no_finding(path: Path) -> None:
    assert [told(found) for found in lint(path)] == []


@pytest.mark.parametrize("path", RIGHT, ids=NAMES.get)
def test_a_right_spec_in_style_means_the_same(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "right"
    shutil.copytree(HERE / "right", copy)
    styled = copy / path.relative_to(HERE / "right")
    styled.write_text(_styled(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert [told(found) for found in lint(styled)] == []
    assert _styled(styled.read_text(encoding="utf-8")) == styled.read_text(encoding="utf-8")
    assert _compiled(styled, tmp_path / "styled") == _compiled(path, tmp_path / "as-written")


def _styled(text: str) -> str:
    document, findings = parse(Source("spec.send", text))
    assert not findings
    return format(document)


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The lines of every message of the right specs, by spec and message."""
    made: dict[str, list[dict[str, Any]]] = {}
    for path in RIGHT:
        for name, lines in _compiled(path, tmp_path_factory.mktemp("out")).items():
            made[f"{NAMES[path]} {name}"] = lines
    return made


def _compiled(path: Path, out: Path) -> dict[str, list[dict[str, Any]]]:
    """The lines of each message of a spec."""
    linter, config = Linter(TODAY), config_for(path)
    unit = linter.bind(path, config).unit
    assert unit is not None
    write([job(linter, path, message, Request(), []) for message in unit.messages.values()], out)
    made: dict[str, list[dict[str, Any]]] = {}
    for name in unit.messages:
        texts = [file.read_text(encoding="utf-8") for file in sorted((out / name).glob("*.ndjson"))]
        made[name] = [json.loads(line) for text in texts for line in text.split("\n") if line]
    return made


def test_every_message_of_a_right_spec_compiles_to_requests(bodies: dict[str, list[dict[str, Any]]]) -> None:
    assert len(bodies) > 40
    assert [name for name, lines in bodies.items() if not lines] == []


def test_verify_finds_no_fault_in_what_was_compiled(bodies: dict[str, list[dict[str, Any]]]) -> None:
    faults = [
        f"{name}: {found.message}"
        for name, lines in bodies.items()
        for line in lines
        for found in verify_bytes(name, json.dumps(line["body"]).encode())
        if found.code != "API029"  # `route` and `priority` of v1, noted in lint too
    ]
    assert faults == []


def test_a_body_keeps_the_rules_of_the_api(bodies: dict[str, list[dict[str, Any]]]) -> None:
    odd = [f"{name}: {fault}" for name, lines in bodies.items() for line in lines for fault in _odd(line)]
    assert odd == []


def _odd(line: dict[str, Any]) -> Iterator[str]:
    """What a reader of the API's pages, and of nothing of ours, would object to."""
    messages = line["body"] if isinstance(line["body"], list) else [line["body"]]
    v1 = line["path"] == "/resources/v1/messaging"
    people = 0
    for message in messages:
        yield from _odd_values(message, "")
        entries = message["destination"] if v1 else message["to"]
        for entry in entries:
            (addresses, *_) = (value for value in entry.values() if isinstance(value, list))
            people += len(addresses)
            correlation = entry.get("correlationid" if v1 else "correlationId", "x")
            if len(correlation.encode()) > 50:
                yield "a correlation of more than 50 bytes"
            if ("substitutions" in entry or correlation != "x") and len(addresses) != 1:
                yield "personal text for several addresses"
        text = json.dumps(message.get("content", {}))
        own = set(re.findall(r"\$\((\w+)\)", text)) - {"unsubscribe"}
        for entry in entries if own else ():
            given = {**message.get("substitutions", {}), **entry.get("substitutions", {})}
            if own - set(given):
                yield f"no value for {own - set(given)}"
        kind = ("deliverychannel", "destination") if v1 else ("channel", "from", "to")
        if not set(kind) <= set(message):
            yield f"lacks one of {kind}"
        if not v1 and ("content" in message) == ("template" in message):
            yield "exactly one of content and template"
        if not v1 and any(key != key[0].lower() + key[1:] or "_" in key for key in message):
            yield "a key that is not in camel case"
        if any(not isinstance(value, str) for key, value in message.get("options", {}).items() if key in _SAID):
            yield "a link option that is no string"
        if any(not isinstance(value, bool) for key, value in message.get("contactPolicy", {}).items() if key in _FLAGS):
            yield "a flag of the contact policy that is no boolean"
    if not 0 < people <= 1000 or people != len(line["rows"]):
        yield f"{people} addresses for {len(line['rows'])} rows"


_SAID = ("shortenLinks", "allowFallbackURL", "domain", "tag1", "tag2")
_FLAGS = ("channelCheckConsent", "channelApplyFrequencyCap")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
#: Events are printed without a fraction, everything else with one (C16).
_EVENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _odd_values(value: Any, at: str) -> Iterator[str]:
    if value == "" or value is None or value == []:
        yield f"{at} is empty"
    form = _EVENT if at.endswith(("/startTime", "/endTime")) else _INSTANT
    if at.endswith(("/expiry", "/sendAt", "/expireAt", "/startTime", "/endTime")) and not form.fullmatch(str(value)):
        yield f"{at} is {value}"
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _odd_values(each, f"{at}/{key}")


# --- wrong -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", WRONG, ids=NAMES.get)
def test_a_wrong_spec_gives_the_findings_that_it_marks_and_no_other(path: Path) -> None:
    found = lint(path)
    expected = marks(path.read_text(encoding="utf-8"))
    given = sorted(
        Mark(each.source.position(each.span.start)[0], each.severity.value, each.code, _marked(each, expected))
        for each in found
    )
    assert given == expected, [told(each) for each in found]


def _marked(found: Diagnostic, expected: list[Mark]) -> str:
    """The text that a finding marks, or nothing where no comment quotes it."""
    line = found.source.position(found.span.start)[0]
    quoted = {mark.part for mark in expected if (mark.line, mark.code) == (line, found.code)}
    text = found.source.text[found.span.start : found.span.end]
    return "" if quoted == {""} else text


@pytest.mark.parametrize("path", WRONG, ids=NAMES.get)
def test_an_error_says_what_to_write(path: Path) -> None:
    silent = [
        told(found)
        for found in lint(path)
        if found.severity is Severity.ERROR and not found.help and not found.fix and not found.related
        if not re.search(r"; expected |takes |for instance|such as", found.message)
    ]
    assert silent == []


def test_there_are_many_kinds_of_mistakes() -> None:
    found = [mark for path in WRONG for mark in marks(path.read_text(encoding="utf-8"))]
    assert len(found) > 200
    assert len({mark.code for mark in found}) > 80
