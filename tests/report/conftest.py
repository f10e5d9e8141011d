"""Findings to be reported, a catalogue of made-up rules, and the option that rewrites the golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

import pytest

from sendspec.diagnostic import Diagnostic, Edit, Fix, Label, Severity
from sendspec.record import replace
from sendspec.source import Source, Span

GOLDEN = Path(__file__).parent / "golden"

PAGE = """# {code} {name}

## What it checks
A text fits into what the channel takes,
in its own unit.

## Why it matters
What does not fit is `cut`.

## Fails
```send
message m {{ }}  # error: {code}
```

## Passes
```csv data/people.csv
a,b

1,2
```
"""


class Described(NamedTuple):
    severities: tuple[Severity, ...]


class Rules:
    """Three made-up rules: what the reports look up, without the real ones."""

    names: ClassVar = {"SEC003": "key-in-spec", "SMS004": "text-over-limit", "SMS021": "not-in-gsm-7"}

    def codes(self) -> tuple[str, ...]:
        return tuple(self.names)

    def name_of(self, code: str) -> str:
        return self.names.get(code, "")

    def load(self, code: str) -> tuple[str, Described]:
        severity = Severity.WARNING if code == "SMS021" else Severity.ERROR
        return PAGE.format(code=code, name=self.names[code]), Described((severity,))


SPEC = """\
message visit {
	try sms from alerts { body "日本 👨‍👩‍👧 e\u0301 caf\u00e9, ${long}" }  # key: TOKEN-4711-SECRET
  text sms {
    en "a"
    cy "b"
    fr "c"
    de "d"
    it "e"
    es "f"
    pt "g"
  }
}
""".replace("${long}", "again and " * 20 + "again")


@pytest.fixture
def rules() -> Rules:
    return Rules()


@pytest.fixture
def findings() -> tuple[Diagnostic, ...]:
    """One of everything, out of order: several sources, lines and severities, a fix, a secret, nasty characters."""
    spec, brand = Source("specs/a b%.send", SPEC), Source("lib/brand.send", 'snippet bye "Bye"\n')
    body = Source("body.json", '{"channel": "sms",\n "x": 1}')
    nasty = Source('specs/\x1b[31m,:\n<&".send', 'sender "a\x1b]0;x\x07\u202eb" {{ x }}\n')

    def at(source: Source, piece: str, to: str = "") -> Span:
        start = source.text.index(piece)
        return Span(start, source.text.index(to, start) + len(to) if to else start + len(piece))

    related = (
        Label(spec, at(spec, "sms"), "sent here"),
        Label(brand, at(brand, '"Bye"'), "and this stands in it"),
    )
    long = "text is 1 602 characters; SMS takes 1 530"
    over = Diagnostic("SMS004", Severity.ERROR, long, spec, at(spec, "text sms", "  }\n"))
    foreign = Diagnostic("SMS021", Severity.WARNING, "`日` is not in GSM-7", spec, at(spec, "日"))
    key = Diagnostic("SEC003", Severity.ERROR, "what looks like a key stands here", spec, at(spec, "TOKEN-4711-SECRET"))
    words = 'x\x1b[2J\r\n::error::y <b>&" [a](http://e.example) 100%'
    return (
        replace(over, label="longest in `pt`", related=related),
        replace(key, secret=True),
        replace(
            foreign,
            label="makes it UCS-2",
            help="write it otherwise",
            fix=Fix("write `Japan`", (Edit(at(spec, "日本"), "Japan"),)),
        ),
        Diagnostic("SMS021", Severity.NOTE, "wide", spec, at(spec, "caf\u00e9")),
        Diagnostic("API002", Severity.ERROR, "`to` is missing", body, Span(0, len(body.text)), pointer="/a~1b"),
        Diagnostic("SMS004", Severity.ERROR, words, nasty, at(nasty, '"a', 'b"')),
        Diagnostic("SYN001", Severity.ERROR, "the file ends here; a `}` is missing", brand, Span(18, 18)),
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a golden file, or writes it with `--rewrite-goldens`."""

    def compare(name: str, text: str) -> None:
        if request.config.getoption("--rewrite-goldens", default=False):
            (GOLDEN / name).write_bytes(text.encode())
        assert text.encode() == (GOLDEN / name).read_bytes()

    return compare
