"""Whatever a cell of a file holds arrives in the request as those characters: data is never looked into."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

CELLS = [
    "{{ 7*7 }}",
    "{{ name }}",
    "{% if x %}",
    "{# x #}",
    "$(name)",
    "$(dollar)",
    "$(name",
    "a $( b",
    'it\'s "quoted"',
    "back\\slash \\n \\u0041",
    "=cmd|' /C calc'!A0",
    "<b>&amp;</b></script>",
    "é ŵ € 漢",
    "\U0001f9d1\u200d\U0001f680 emoji",
    "\u200fright\u202eto left",
    "\u2028line separator",
    "a,b;c\td",
    "null",
    "yes",
    "  blanks  ",
]
LINES = "two\nlines\r\nand three"
SENDERS = """sender alerts sms { id "ACME" }
sender chat rcs { app "a_160000000000000002" }
sender mail email { address "hello@acme.example" }
sender talk whatsapp { app "a_160000000000000003" }
"""
COLUMNS = ("msisdn", "email", "waid", "name")


def rows(cells: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        (f"+4477009001{number:02d}", f"p{number:02d}@example.com", f"4477009001{number:02d}", cell)
        for number, cell in enumerate(cells)
    ]


def as_csv(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([COLUMNS, *rows(cells)])
    return out.getvalue()


def as_jsonl(cells: Sequence[str]) -> str:
    return "".join(json.dumps(dict(zip(COLUMNS, row, strict=True))) + "\n" for row in rows(cells))


WRITERS = {"csv": as_csv, "jsonl": as_jsonl}


def compiled(folder: Path, rung: str, cells: Sequence[str], kind: str = "csv", version: str = "v1") -> list[Any]:
    """The bodies of a message of one rung to these people, as a reader of the lines sees them."""
    (folder / "sendspec.toml").write_text(f'[api]\nsms = "{version}"\n')
    (folder / f"people.{kind}").write_text(WRITERS[kind](cells), encoding="utf-8", newline="")
    spec = folder / "m.send"
    spec.write_text(
        f"{SENDERS}message m {{\n  vars {{ name text(max 60) }}\n"
        f'  audience {kind} "people.{kind}" {{ msisdn <- msisdn, email <- email, waid <- waid, name <- name }}\n'
        f"  {rung}\n}}\n"
    )
    done = subprocess.run([sys.executable, "-m", "sendspec", "compile", str(spec)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
    return [json.loads(line)["body"] for line in done.stdout.decode().split("\n")[:-1]]


def expanded(value: Any, given: Mapping[str, str]) -> Any:
    """A text as the platform fills it in: each `$(name)` once, what comes in is not looked into."""
    if isinstance(value, str):
        return re.sub(r"\$\(([^()]*)\)", lambda found: given.get(found[1], found[0]), value)
    if isinstance(value, dict):
        return {key: expanded(inner, given) for key, inner in value.items()}
    return [expanded(inner, given) for inner in value] if isinstance(value, list) else value


def contents(bodies: Sequence[Any]) -> list[tuple[str, Any]]:
    """What each address gets, whole, in the order of the addresses (which is that of the rows)."""
    return sorted(_contents(bodies), key=lambda pair: pair[0])


def _contents(bodies: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for body in bodies:
        for message in body if isinstance(body, list) else [body]:
            for entry in message.get("to") or message["destination"]:
                for address in entry.get("msisdn") or entry.get("email") or entry.get("waid"):
                    content = {key: message[key] for key in ("content", "channels", "message") if key in message}
                    yield address, expanded(content, given(message, entry))


def given(message: Any, entry: Any) -> dict[str, str]:
    """The substitutions of a person: those for all, and their own."""
    return {**message.get("substitutions", {}), **entry.get("substitutions", {})}


def texts(tree: Any) -> set[str]:
    """Every text in a tree."""
    if isinstance(tree, dict):
        return {text for inner in tree.values() for text in texts(inner)}
    if isinstance(tree, list):
        return {text for inner in tree for text in texts(inner)}
    return {tree} if isinstance(tree, str) else set()


RUNGS = {
    "sms": ('try sms from alerts { body "Hi {{ name }}!" }', "v1"),
    "sms on v2": ('try sms from alerts { body "Hi {{ name }}!" }', "v2"),
    "rcs": ('try rcs from chat { text "Hi {{ name }}!" }', "v1"),
    "rcs card": ('try rcs from chat { card { title "Hi {{ name }}!", body "x" } }', "v1"),
    "mail": ('try email from mail { subject "Hi", text "Hi {{ name }}!" }', "v1"),
    "whatsapp": ('try whatsapp from talk { text "Hi {{ name }}!" }', "v1"),
}


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("rung", RUNGS)
def test_a_cell_arrives_in_a_text_as_its_characters(rung: str, kind: str, tmp_path: Path) -> None:
    spec, version = RUNGS[rung]
    got = [texts(content) for _, content in contents(compiled(tmp_path, spec, CELLS, kind, version))]
    assert len(got) == len(CELLS)
    assert [cell for cell, found in zip(CELLS, got, strict=True) if f"Hi {cell}!" not in found] == []


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("rung", ["sms", "sms on v2", "rcs", "mail", "whatsapp"])
def test_line_ends_in_a_cell_arrive(rung: str, kind: str, tmp_path: Path) -> None:
    spec, version = RUNGS[rung]
    ((_, content),) = contents(compiled(tmp_path, spec, [LINES], kind, version))
    assert f"Hi {LINES}!" in texts(content)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_cell_arrives_in_the_html_of_a_mail_escaped_and_in_its_text_plain(kind: str, tmp_path: Path) -> None:
    spec = 'try email from mail { subject "Hi", text "Hi {{ name }}!", html "<p>Hi {{ name }}!</p>" }'
    for cell, (_, content) in zip(CELLS, contents(compiled(tmp_path, spec, CELLS, kind)), strict=True):
        assert content["content"]["text"] == f"Hi {cell}!"
        found = content["content"]["html"]
        inside = found.removeprefix("<p>Hi ").removesuffix("!</p>")
        assert html.unescape(inside) == cell
        assert not set("<>\"'") & set(inside)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_cell_arrives_as_the_value_of_a_stored_template(kind: str, tmp_path: Path) -> None:
    spec = 'try whatsapp from talk { template "t1" { who = name } }'
    cells = [cell for cell in CELLS if "\u2028" not in cell]  # one line, says WhatsApp
    got = [content["message"]["parameters"]["who"] for _, content in contents(compiled(tmp_path, spec, cells, kind))]
    assert got == cells


def test_a_cell_arrives_in_the_fallback_that_the_api_carries_out(tmp_path: Path) -> None:
    spec = 'try rcs from chat { text "Hi {{ name }}!" }\n  else on failed try sms from alerts { body "Yo {{ name }}!" }'
    bodies = compiled(tmp_path, spec, CELLS)
    assert all(body["channel"] == "rcs" for body in bodies)
    entries = [entry for body in bodies for entry in body["to"]]
    whole = [expanded(body, given(body, entry)) for body in bodies for entry in body["to"]]
    assert len(entries) == len(CELLS)
    for cell, body in zip(CELLS, whole, strict=True):
        assert {f"Hi {cell}!", f"Yo {cell}!"} <= texts(body)


@pytest.mark.parametrize("rung", RUNGS)
def test_a_placeholder_that_is_text_in_a_spec_arrives_beside_one_in_the_data(rung: str, tmp_path: Path) -> None:
    spec, version = RUNGS[rung]
    spec = spec.replace("Hi {{ name }}!", "$(name) {{ name }} $(x")
    ((_, content),) = contents(compiled(tmp_path, spec, ["$(name)"], version=version))
    assert "$(name) $(name) $(x" in texts(content)


@pytest.mark.parametrize(
    "rung",
    [
        'try email from mail { subject "Hi {{ name }}", text "x" }',
        'try whatsapp from talk { template "t1" { who = name } }',
    ],
)
def test_a_line_end_that_would_begin_a_header_or_break_a_template_is_refused(rung: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"\(row 0\)"):
        compiled(tmp_path, rung, ["a\r\nBcc: all@acme.example"])
