"""Every spec in the README and in `docs/` is linted: it gives the findings that it marks, and no other.

A `send` fence is a whole spec; with a path behind the language it is laid beside the others of its section. A `send
message` fence is a part of a message: what it lacks is put around it, and only its errors count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.page import Fence, parse
from sendspec.pipeline import lint_file
from sendspec.project import config_for

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 30)
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
#: The fence that is a part of a message, not a file.
PART = "message"
_AROUND = 'sender alerts sms {{ id "ACME" }}\nmessage m {{\n{}}}\n'
_REST = {
    "audience": 'audience rows { row { msisdn "+447700900123" } }\n',
    "try": 'try sms from alerts { body "Hello" }\n',
}


class Example(NamedTuple):
    """A fence, where it stands, and what is laid beside it."""

    page: Path
    number: int
    fence: Fence
    beside: tuple[Fence, ...]

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.number}"


def _examples() -> Iterator[Example]:
    for page in PAGES:
        fences = parse(f"## Top\n{page.read_text(encoding='utf-8')}").fences
        for number, fence in enumerate(fences, 1):
            if fence.language == "send" and fence.path in ("", PART):
                beside = (each for each in fences if each.section == fence.section and each.path not in ("", PART))
                yield Example(page, number, fence, tuple(beside))


EXAMPLES = tuple(_examples())
WHOLE = [example for example in EXAMPLES if example.fence.path != PART]
PARTS = [example for example in EXAMPLES if example.fence.path == PART]


@pytest.mark.parametrize("example", WHOLE, ids=lambda example: example.name)
def test_an_example_gives_what_it_marks_and_nothing_else(example: Example, tmp_path: Path) -> None:
    marks = sorted((mark.line, mark.severity, mark.code) for mark in example.fence.marks)
    assert sorted(map(_told, _linted(example, example.fence.text, tmp_path))) == marks


@pytest.mark.parametrize("example", PARTS, ids=lambda example: example.name)
def test_a_part_of_a_message_has_no_errors(example: Example, tmp_path: Path) -> None:
    text = example.fence.text
    rest = "".join(more for word, more in _REST.items() if not any(row.startswith(word) for row in text.splitlines()))
    found = _linted(example, _AROUND.format(text + rest), tmp_path)
    assert [each.message for each in found if each.severity is Severity.ERROR] == []


def _linted(example: Example, text: str, folder: Path) -> tuple[Diagnostic, ...]:
    spec = folder / "spec.send"
    for path, content in [(spec, text), *((folder / each.path, each.text) for each in example.beside)]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    if not (folder / "sendspec.toml").exists():
        (folder / "sendspec.toml").touch()
    return lint_file(spec, config_for(spec), TODAY)


def _told(found: Diagnostic) -> tuple[int, str, str]:
    return found.source.position(found.span.start)[0], found.severity.value, found.code


def test_there_are_examples_in_the_readme_and_in_the_language_reference() -> None:
    assert {"README.md", "language.md"} <= {example.page.name for example in EXAMPLES}


def test_few_examples_are_only_parts() -> None:
    assert len(PARTS) <= len(EXAMPLES) / 3
