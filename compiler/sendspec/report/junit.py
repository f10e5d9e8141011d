"""JUnit XML: a suite for each file, a test case for each finding. Errors fail; warnings and notes pass and are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.report.visible import visible

if TYPE_CHECKING:
    from sendspec.report import View

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """The document. A file without findings is a suite with one case that passes."""
    suites: dict[str, list[Diagnostic]] = {path: [] for path in sorted(view.paths)}
    for found in findings:
        suites.setdefault(found.source.path, []).append(found)
    tests = sum(len(suite) or 1 for suite in suites.values())
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="sendspec" tests="{tests}" failures="{_failures(findings)}" errors="0">\n'
    for path in sorted(suites):
        yield from _suite(path, suites[path], view)
    yield "</testsuites>\n"


def _suite(path: str, findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    counts = f'tests="{len(findings) or 1}" failures="{_failures(findings)}" errors="0" skipped="0"'
    yield f'  <testsuite name="{_escape(path)}" {counts}>\n'
    if not findings:
        yield f'    <testcase name="no findings" classname="{_escape(path)}" file="{_escape(path)}"/>\n'
    for found in findings:
        yield from _case(found, view)
    yield "  </testsuite>\n"


def _case(found: Diagnostic, view: View) -> Iterator[str]:
    line, column = found.source.position(found.span.start)
    path = _escape(found.source.path)
    name = f"{found.code} {view.catalogue.name_of(found.code)}".rstrip()
    yield f'    <testcase name="{_escape(name)} ({line}:{column})" classname="{path}" file="{path}" line="{line}">\n'
    text = f"{path}:{line}:{column}: {found.severity.value}: {_escape(found.message)}"
    text += f"\nhelp: {_escape(found.help)}" if found.help else ""
    if found.severity is Severity.ERROR:
        yield f'      <failure type="{found.code}" message="{_escape(found.message)}">{text}</failure>\n'
    else:
        yield f"      <system-out>{text}</system-out>\n"
    yield "    </testcase>\n"


def _failures(findings: Sequence[Diagnostic]) -> int:
    return sum(found.severity is Severity.ERROR for found in findings)


def _escape(text: str) -> str:
    """A text for a place between tags or in an attribute; XML has no control characters, so they stand as escapes."""
    return visible(text).translate(_ENTITIES)
