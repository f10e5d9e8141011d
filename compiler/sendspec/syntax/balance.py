"""Which brace is missing or too many, when a file's braces do not pair: the indentation tells.

It must not know the grammar. It is asked only when the counts differ: a file whose braces pair may be indented as it
likes.
"""

from __future__ import annotations

from typing import Any

from sendspec.record import NamedTuple
from sendspec.source import Span
from sendspec.syntax.findings import Findings
from sendspec.syntax.tokens import AT, LBRACE, NEWLINE, RBRACE, WORD, Tokens


class _Open(NamedTuple):
    """A `{`: where it stands, how far its line is indented, and how far the first line inside."""

    start: int
    indent: int
    inner: int


def balance(findings: Findings, tokens: Tokens) -> Tokens:
    """The tokens with braces made up, or taken out, as far as the indentation says where. Each is told."""
    surplus = tokens.kinds.count(LBRACE) - tokens.kinds.count(RBRACE)
    return _Balance(findings, tokens, surplus).run() if surplus else tokens


class _Balance:
    def __init__(self, findings: Findings, tokens: Tokens, surplus: int) -> None:
        self.findings = findings
        self.text = findings.source.text
        self.old = tokens
        self.new = Tokens()
        self.new.comments, self.new.docs = tokens.comments, tokens.docs
        self.missing, self.extra = max(surplus, 0), max(-surplus, 0)
        self.stack: list[_Open] = []

    def run(self) -> Tokens:
        old, indent, line = self.old, 0, 0
        for at, kind in enumerate(old.kinds):
            start = old.starts[at]
            if kind == NEWLINE:  # it has the place of the token after it
                self.new.add(kind, old.leaves[at], start, start)
                continue
            broken = max(self.text.rfind("\n", line, start), self.text.rfind("\r", line, start))
            first = broken >= 0 or at == 0
            if first:
                indent = start - max(broken + 1, 0)
            line = start
            if first and kind in (WORD, AT):
                self._line(start, indent)
            if kind == RBRACE and not self._closes(start, indent if first else -1):
                continue
            if kind == LBRACE:
                self.stack.append(_Open(start, indent, -1))
            self.new.add(kind, old.leaves[at], start, old.ends[at])
        return self.new

    def _line(self, start: int, indent: int) -> None:
        """A statement begins a line: close the blocks that it cannot stand in."""
        while self.missing and self.stack and self._outside(self.stack[-1], indent):
            opened = self.stack.pop()
            self.missing -= 1
            self._make_up(opened, start)
        if self.stack and self.stack[-1].inner < 0:
            self.stack[-1] = self.stack[-1]._replace(inner=indent)

    def _outside(self, opened: _Open, indent: int) -> bool:
        """Whether a line cannot stand in a block: the block's own lines, or what follows its brace, stand deeper."""
        if indent > opened.indent:
            return False
        if opened.inner >= 0:
            return opened.inner > opened.indent
        rest = self.text[opened.start + 1 : self._line_end(opened.start)].strip()
        return bool(rest) and not rest.startswith("#")

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def _make_up(self, opened: _Open, start: int) -> None:
        self.findings.error(
            "SYN003",
            "`{` is never closed",
            Span(opened.start, opened.start + 1),
            label="opened here",
            help="put `}` where the block ends",
            related=self.findings.label(start, start + 1, "this line stands outside of the block"),
        )
        new = self.new
        held: list[Any] = (
            [column.pop() for column in (new.kinds, new.leaves, new.starts, new.ends)]
            if new.kinds[-1] == NEWLINE
            else []
        )
        end = new.ends[-1]
        new.add(RBRACE, end, end, end)
        if held:
            new.add(held[0], held[1], held[2], held[3])

    def _closes(self, start: int, indent: int) -> bool:
        """Take a `}` (`indent` -1: not the first of its line), or say that it is one too many."""
        if not self.stack:
            return True
        if self.extra and 0 <= indent != self.stack[-1].indent and self.stack[-1].inner > self.stack[-1].indent:
            self.extra -= 1
            self.findings.error(
                "SYN006",
                "`}` closes nothing; the block at this depth is closed already",
                Span(start, start + 1),
                label="one too many",
                help="take it out",
                related=self.findings.label(
                    self.stack[-1].start, self.stack[-1].start + 1, "the open block begins here"
                ),
            )
            return False
        self.stack.pop()
        return True
