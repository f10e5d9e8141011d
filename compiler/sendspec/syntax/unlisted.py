"""`locales en, cy`: a list whose brackets were left out, at the top of a file, where commas separate nothing.

Imported only when there is such a comma. It must not know what a head means.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sendspec.source import Span
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.nodes import List, Statement, Word

if TYPE_CHECKING:
    from sendspec.syntax.build import Run

_COMMA = re.compile(r"[ \t]*,[ \t]*")
_LINE_END = re.compile(r"[ \t]*(?:#|[\r\n]|\Z)")


def unlisted(findings: Findings, run: Run) -> list[int]:
    """The commas that separate declarations after all; each list without brackets is told, and put in its statement."""
    text, left, made = findings.source.text, set(run.commas), []
    at = 0
    while at < len(run.statements):
        first, words = run.statements[at], _words(text, run.statements, at)
        if len(words) > 1 and _LINE_END.match(text, words[-1].span.end):
            left -= {comma for comma in left if words[0].span.start < comma < words[-1].span.end}
            first = _listed(findings, first, words)
            at += len(words) - 1
        made.append(first)
        at += 1
    run.statements = made
    return sorted(left)


def _words(text: str, statements: list[Statement], at: int) -> list[Word]:
    """The last word of a statement, and those behind the commas that follow it on its line."""
    first = statements[at]
    found = [part for part in first.parts[-1:] if isinstance(part, Word) and _plain(first)]
    while found and (at := at + 1) < len(statements):
        one = statements[at]
        comma = _COMMA.match(text, found[-1].span.end)
        if one.parts or not _plain(one) or comma is None or comma.end() != one.head.span.start:
            break
        found.append(one.head)
    return found


def _plain(statement: Statement) -> bool:
    return statement.block is None and not statement.annotations


def _listed(findings: Findings, first: Statement, words: list[Word]) -> Statement:
    span = words[0].span.to(words[-1].span)
    text = findings.source.text
    right = f"[{', '.join(word.text for word in words)}]"
    said = text[first.span.start : span.start] + right
    findings.error(
        "SYN017",
        f"`,` after `{words[0].text}`; the elements of a list stand in `[ ]`",
        span,
        help=f"write `{said}`" if len(said) <= 60 else "put the list in `[ ]`",
        fix=fix("put the list in `[ ]`", (span.start, span.start, "["), (span.end, span.end, "]")),
    )
    parts = (*first.parts[:-1], List(tuple((word,) for word in words), span))
    return Statement(first.head, parts, None, (), first.doc, Span(first.span.start, span.end))
