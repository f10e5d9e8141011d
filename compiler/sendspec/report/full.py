"""For people: each finding with the piece of its source that it is about, and a line that sums up.

Colours only when asked for; nothing that a spec or a file name holds can steer the terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.marked import Secrets, secrets
from sendspec.report.excerpt import Mark, Row, Sheet, excerpt
from sendspec.report.visible import visible
from sendspec.source import Source
from sendspec.summary import summary

if TYPE_CHECKING:
    from sendspec.report import View

_RED, _YELLOW, _CYAN, _BLUE, _BOLD = "1;31", "1;33", "1;36", "1;34", "1"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.NOTE: _CYAN}
#: Narrower than this, an excerpt shows nothing of use.
_LEAST = 40


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """The findings, one after the other, then the sum."""
    hidden = secrets(findings)
    for found in findings:
        yield "".join(f"{line}\n" for line in _finding(found, hidden, view)) + "\n"
    if view.closing:
        levels = Counter(found.severity for found in findings)
        fixes = sum(found.fix is not None for found in findings)
        yield summary([*(levels[severity] for severity in Severity), fixes], len(view.paths)) + "\n"


def _finding(found: Diagnostic, hidden: Secrets, view: View) -> Iterator[str]:
    color = _COLORS[found.severity]
    name = view.catalogue.name_of(found.code)
    title = f"{found.code}] {name}" if name else f"{found.code}]"
    yield _paint(f"{found.severity.value}[{title}", color, view) + _paint(f": {visible(found.message)}", _BOLD, view)
    groups = list(_groups(found))
    gutter = max(len(str(_last_line(source, marks))) for source, marks in groups)
    for source, marks in groups:
        line, column = source.position((found.span if source is found.source else marks[0].span).start)
        arrow = "-->" if source is found.source else ":::"
        yield f"{' ' * gutter}{_paint(arrow, _BLUE, view)} {visible(source.path)}:{line}:{column}"
        if source.text:
            sheet = Sheet(source, hidden.get(source.path, ()), max(_LEAST, view.width - gutter - 3))
            yield _bar(gutter, view)
            yield from (_row(row, gutter, color, view) for row in excerpt(sheet, marks))
    yield from _remarks(found, gutter, view)


def _groups(found: Diagnostic) -> Iterator[tuple[Source, list[Mark]]]:
    """The marks of a finding by source, its own source first."""
    sources = {found.source.path: found.source}
    marks = {found.source.path: [Mark(found.span, found.label, True)]}
    for label in found.related:
        sources.setdefault(label.source.path, label.source)
        marks.setdefault(label.source.path, []).append(Mark(label.span, label.text, False))
    return ((sources[path], of_source) for path, of_source in marks.items())


def _last_line(source: Source, marks: Sequence[Mark]) -> int:
    return max(source.position(mark.span.end)[0] for mark in marks)


def _row(row: Row, gutter: int, color: str, view: View) -> str:
    if row.number is None and row.mark is None:
        return _paint(row.text, _BLUE, view) if row.text == "..." else f"{_bar(gutter, view)} {row.text}"
    text = row.text if row.mark is None else _paint(row.text, color if row.mark.primary else _BLUE, view)
    number = "" if row.number is None else str(row.number)
    return f"{_paint(f'{number:>{gutter}} |', _BLUE, view)} {text}".rstrip()


def _bar(gutter: int, view: View) -> str:
    return _paint(f"{' ' * gutter} |", _BLUE, view)


def _remarks(found: Diagnostic, gutter: int, view: View) -> Iterator[str]:
    """The lines below the excerpt: where in a body, what to do, what `--fix` does."""
    remarks = {
        "at": found.pointer,
        "help": found.help,
        "fix": f"{found.fix.title} (--fix does it)" if found.fix else None,
    }
    for word, text in remarks.items():
        if text:
            sign = _paint(f"{' ' * gutter} =", _BLUE, view)
            yield f"{sign} {_paint(f'{word}:', _BOLD, view)} {visible(text)}"


def _paint(text: str, color: str, view: View) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if view.color and text else text
