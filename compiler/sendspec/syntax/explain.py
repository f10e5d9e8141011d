"""The words of a syntax error: what stands there, and what the language has in that place.

It must not know how the parser goes on.
"""

from __future__ import annotations

import re

from sendspec.source import Span
from sendspec.syntax.findings import Findings
from sendspec.syntax.lalr import Stuck, Tables
from sendspec.syntax.nodes import Annotation
from sendspec.syntax.tokens import (
    AHEAD,
    ARROW,
    AT,
    BAR,
    COMMA,
    DOTS,
    DURATION,
    END,
    EQUALS,
    LBRACE,
    LITERAL,
    LPAR,
    LSQB,
    NEWLINE,
    RBRACE,
    RPAR,
    RSQB,
    SHIFT,
    TEXT,
    WORD,
    Tokens,
)  # fmt: skip

_SIGNS = {EQUALS: "=", ARROW: "<-", AHEAD: "+", BAR: "|", DOTS: ".."}
_VALUES = frozenset({WORD, LITERAL, DURATION, TEXT, LSQB})


def explain(findings: Findings, tokens: Tokens, stuck: Stuck, tables: Tables) -> None:
    """Tell the error at the token where the parser is stuck."""
    at = stuck.at
    kind = tokens.kinds[at]
    before = tokens.kinds[at - 1] if at else NEWLINE
    span = Span(tokens.starts[at], max(tokens.ends[at], tokens.starts[at]))
    idle = _idle(stuck)
    if idle is not None and kind in (RBRACE, END, LBRACE):
        _tell_idle(findings, idle)
        return
    if kind == COMMA and before in (COMMA, NEWLINE, LBRACE, LPAR, LSQB):
        findings.error(
            "SYN017", "`,` separates nothing; a comma stands between two things", span, help="take the comma out"
        )
        return
    message, help_ = _words(findings, tokens, at, frozenset(tables.states[stuck.states[-1]]))
    if kind in (NEWLINE, END, RBRACE) and at:
        span = Span(tokens.starts[at - 1], tokens.ends[at - 1])
    findings.error("SYN001", message, span, help=help_)


def _idle(stuck: Stuck) -> Annotation | None:
    """The annotation that stands before nothing, if that is the mistake."""
    last = stuck.values[-1] if stuck.values else None
    if last == -1 and len(stuck.values) > 1:
        last = stuck.values[-2]
    if isinstance(last, list) and last:
        last = last[-1]
    return last if isinstance(last, Annotation) else None


def _tell_idle(findings: Findings, idle: Annotation) -> None:
    findings.error(
        "SYN018",
        f"`@{idle.name.text}` annotates nothing; no statement follows it",
        idle.span,
        help="put it above a statement, or at the end of the line of one",
    )


def _words(findings: Findings, tokens: Tokens, at: int, expected: frozenset[int]) -> tuple[str, str]:
    """The message and the help."""
    kind = tokens.kinds[at]
    before = tokens.kinds[at - 1] if at else NEWLINE
    what = shown(findings, tokens, at)
    if before == SHIFT:
        sign = findings.source.text[tokens.starts[at - 1]]
        return (
            f"{what} after `{sign}`; a duration follows it, as in `starts_at {sign} 2h`",
            "write a duration: 30s, 20m, 2h, 7d",
        )
    if before == BAR:
        return f'{what} after `|`; a filter follows it, as in `| local(tz, "HH:mm")`', "write a filter's name"
    if before == DOTS:
        return f"{what} after `..`; the end of a range follows it, as in `21:00..08:00`", "write where the range ends"
    if kind in (BAR, DOTS, SHIFT):
        sign = findings.source.text[tokens.starts[at] : tokens.ends[at]]
        return f"`{sign}` without a value before it", "write the value first"
    if LBRACE not in expected and WORD in expected and TEXT not in expected:
        return _grouped(findings.source.text, tokens.starts[at]) or _no_head(kind, what)
    if kind == COMMA:
        return (
            "`,` inside a statement; commas separate elements of lists and statements of a block",
            "take the comma out",
        )
    return _misplaced(kind, what, expected)


def _grouped(text: str, start: int) -> tuple[str, str] | None:
    """`50,000`: digits grouped with a comma."""
    head, tail = re.search(r"\d*,$", text[max(0, start - 12) : start]), re.match(r"\d{3}\b", text[start : start + 4])
    if head is None or tail is None or head[0] == ",":
        return None
    return (
        f"`{head[0]}{tail[0]}` is cut in two by its comma; digits are grouped with `_`",
        f"write `{head[0][:-1]}_{tail[0]}`",
    )


def _no_head(kind: int, what: str) -> tuple[str, str]:
    if kind == LBRACE:
        return (
            "`{` without a head; a block belongs to a statement, as in `links { … }`",
            "write the block's name before `{`",
        )
    return f"{what} begins a statement; a statement begins with a word", "write the name of what this is first"


def _misplaced(kind: int, what: str, expected: frozenset[int]) -> tuple[str, str]:
    if kind == LPAR:
        return (
            "`(` without a name right before it; brackets hold the arguments of a name",
            "write the name, or take the brackets out",
        )
    if kind in (RPAR, RSQB):
        return f"{what} closes nothing here", "take it out"
    if kind == AT:
        return (
            f"{what} inside brackets; an annotation stands above a statement or ends its line",
            "move it to the end of the line",
        )
    if RPAR in expected or RSQB in expected:
        return (
            f"{what} inside brackets; `,` or `{')' if RPAR in expected else ']'}` was expected",
            "separate elements by commas",
        )
    if kind in _VALUES or kind in _SIGNS:
        return f"{what} behind the end of a statement; the next one begins on a line of its own", "begin a new line"
    return f"{what} was not expected here", "take it out"


def shown(findings: Findings, tokens: Tokens, at: int) -> str:
    """A token as a message shows it. Texts and long numbers are personal, so they are only named."""
    kind = tokens.kinds[at]
    text = findings.source.text[tokens.starts[at] : tokens.ends[at]]
    if kind == NEWLINE:
        return "the line's end"
    if kind == END:
        return "the file's end"
    if kind == TEXT:
        return "a text"
    if kind == LITERAL and sum(map(str.isdigit, text)) > 6:
        return "a number"
    return f"`{text}`" if len(text) <= 40 else "this"
