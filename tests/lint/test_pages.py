"""Every rule's page is proven: its form, and that its examples give the findings they mark and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import sendspec
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint import registry
from sendspec.lint.page import HEADINGS, Fence, Mark, Page, parse

TODAY = date(2026, 11, 30)
PACKAGE = Path(sendspec.__file__).parent
RULES = PACKAGE / "lint" / "rules"


@cache
def page_of(code: str) -> Page:
    return parse(registry.load(code)[0])


def examples() -> list[tuple[str, int]]:
    """Each example of each page that is checked: its code, and its number among the page's fences."""
    found = ((code, number) for code in registry.codes() for number in range(len(page_of(code).fences)))
    return [(code, number) for code, number in found if checked(page_of(code).fences[number])]


def checked(fence: Fence) -> bool:
    """Whether a fence is an example; one with a path is laid beside it, `text` is too large to show."""
    return not fence.path and fence.language != "text"


@pytest.mark.parametrize("code", registry.codes())
def test_a_page_has_its_form(code: str) -> None:
    page, (_, rule) = page_of(code), registry.load(code)
    assert (page.code, page.name) == (code, registry.name_of(code)), "the title is the code and the name of the file"
    assert tuple(heading for heading, _ in page.sections) == HEADINGS
    assert all(body for _, body in page.sections)
    assert rule.severities
    assert {fence.language for fence in page.fences if not fence.path} <= {"send", "json", "text"}
    assert {fence.section for fence in page.fences if not fence.path} == {"Fails", "Passes"}
    assert [fence for fence in page.fences if fence.section == "Passes" and checked(fence)]


@pytest.mark.parametrize("code", registry.codes())
def test_the_failing_examples_show_the_code_as_severe_as_declared(code: str) -> None:
    fails = [fence for fence in page_of(code).fences if fence.section == "Fails" and not fence.path]
    marks = [mark for fence in page_of(code).fences if fence.section == "Fails" for mark in fence.marks]
    shown = {Severity(mark.severity) for mark in marks if mark.code == code}
    assert shown or not any(map(checked, fails)), f"no example under Fails marks {code}"
    assert shown <= set(registry.load(code)[1].severities)


@pytest.mark.parametrize("code", registry.codes())
def test_the_passing_examples_mark_nothing(code: str) -> None:
    assert not [mark for fence in page_of(code).fences if fence.section == "Passes" for mark in fence.marks]


@pytest.mark.parametrize(("code", "number"), examples(), ids=lambda value: str(value))
def test_an_example_gives_what_it_marks_and_nothing_else(code: str, number: int, tmp_path: Path) -> None:
    page = page_of(code)
    fence = page.fences[number]
    beside = [each for each in page.fences if each.path and each.section == fence.section]
    if fence.language == "json":
        assert _verified(fence) == sorted((m.severity, m.code, m.pointer) for m in fence.marks)
        return
    found = _linted(fence, beside, tmp_path)
    expected = [
        (path, mark) for path, each in [("spec.send", fence), *((e.path, e) for e in beside)] for mark in each.marks
    ]
    assert sorted(_told(each, tmp_path) for each in found) == sorted(
        (path, mark.line, mark.severity, mark.code) for path, mark in expected
    ), [each.message for each in found]
    assert not list(_unmarked(expected, found, tmp_path)), "the marked text does not contain what the example quotes"


def _verified(fence: Fence) -> list[tuple[str, str, str]]:
    from sendspec.pipeline import verify_bytes

    found = verify_bytes("body.json", fence.text.encode())
    return sorted((each.severity.value, each.code, each.pointer or "") for each in found)


def _linted(fence: Fence, beside: Sequence[Fence], folder: Path) -> tuple[Diagnostic, ...]:
    from sendspec.pipeline import lint_file
    from sendspec.project import config_for

    spec = folder / "spec.send"
    for path, each in [(spec, fence), *((folder / each.path, each) for each in beside)]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.text.encode())
    configured = (folder / "sendspec.toml").exists()
    return lint_file(spec, config_for(spec) if configured else Config(folder), TODAY)


def _path(found: Diagnostic, folder: Path) -> str:
    return Path(found.source.path).resolve().relative_to(folder.resolve()).as_posix()


def _told(found: Diagnostic, folder: Path) -> tuple[str, int, str, str]:
    return _path(found, folder), found.source.position(found.span.start)[0], found.severity.value, found.code


def _unmarked(
    expected: Sequence[tuple[str, Mark]], found: Sequence[Diagnostic], folder: Path
) -> Iterator[tuple[str, Mark]]:
    """The marks whose quoted part no finding of the same place covers."""
    for path, mark in expected:
        texts = [
            each.source.text[each.span.start : each.span.end]
            for each in found
            if _told(each, folder) == (path, mark.line, mark.severity, mark.code)
        ]
        if not any(mark.part in text for text in texts):
            yield path, mark


def _codes_of(module: Path) -> Iterator[str]:
    """The codes that stand in a module as strings of their own; `*021` for one whose family is put in."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.fullmatch(r"[A-Z]{3}\d{3}", node.value):
                yield node.value
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.FormattedValue):
            last = node.values[-1]
            number = last.value if isinstance(last, ast.Constant) else None
            if isinstance(number, str) and re.fullmatch(r"\d{3}", number):
                yield f"*{number}"


@cache
def _used() -> frozenset[str]:
    return frozenset(code for module in PACKAGE.rglob("*.py") for code in _codes_of(module))


def test_every_code_that_the_compiler_uses_has_a_page() -> None:
    assert sorted(code for code in _used() if code[0] != "*" and code not in registry.codes()) == []


@pytest.mark.parametrize("code", registry.codes())
def test_every_page_documents_a_code_that_the_compiler_uses(code: str) -> None:
    assert code in _used() or f"*{code[-3:]}" in _used()


def test_a_file_of_rules_is_named_by_its_code_and_its_name() -> None:
    odd = [
        path.name for path in RULES.glob("*.py") if not re.fullmatch(r"[a-z]{3}\d{3}(_[a-z0-9]+)+|__init__", path.stem)
    ]
    assert odd == []
    stems = [path.stem for path in RULES.glob("*.py") if path.stem != "__init__"]
    assert len({stem[:6] for stem in stems}) == len(stems), "two files for one code"
