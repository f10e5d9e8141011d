"""After a syntax error: tell it, cut the stacks back to the last whole statement, and go on at the next line or `}`.

It must not know what a head means.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sendspec.source import Span
from sendspec.syntax import explain
from sendspec.syntax.findings import Findings
from sendspec.syntax.lalr import Action, Stuck, Tables, feed
from sendspec.syntax.tokens import BROKEN, CLOSING, COMMA, END, LBRACE, NEWLINE, RBRACE, WORD, Tokens

_BRACKETS = frozenset(CLOSING.values())


class Recovery:
    """Called by the driver where it is stuck; returns the token to go on with."""

    def __init__(self, findings: Findings, tokens: Tokens, tables: Tables, acts: Sequence[Action | None]) -> None:
        self.findings = findings
        self.tokens = tokens
        self.tables = tables
        self.acts = acts

    @cached_property
    def _opened(self) -> frozenset[int]:
        """The states right after `{`."""
        return frozenset(row[LBRACE] for row in self.tables.states if row.get(LBRACE, -1) >= 0)

    @cached_property
    def _anchors(self) -> frozenset[int]:
        """The states with whole statements only since the last `{`."""
        after = [self.tables.symbols.index(name) for name in ("open", "closed")]
        return frozenset(
            {0, *self._opened, *(row[name] for row in self.tables.states for name in after if name in row)}
        )

    def __call__(self, stuck: Stuck) -> int:
        at, states, _ = stuck
        kind = self.tokens.kinds[at]
        opening = next((values for state, values in self._open(stuck)), None)
        if kind == END and opening is not None and states[-1] in self._anchors:
            return self._close(stuck, opening)
        if kind == RBRACE and opening is None and states[-1] in self._anchors:
            return self._stray(at)
        if not self._told(at):
            explain.explain(self.findings, self.tokens, stuck, self.tables)
        while states[-1] not in self._anchors:
            states.pop()
            stuck.values.pop()
        return self._go_on(stuck)

    def _open(self, stuck: Stuck) -> list[tuple[int, int]]:
        """The innermost `{` that is open: its state, and where it stands."""
        for at in range(len(stuck.states) - 1, 0, -1):
            if stuck.states[at] in self._opened:
                return [(stuck.states[at], stuck.values[at - 1])]
        return []

    def _told(self, at: int) -> bool:
        tokens = self.tokens
        kind = tokens.kinds[at]
        return kind == BROKEN or (kind in _BRACKETS and tokens.starts[at] == tokens.ends[at])

    def _close(self, stuck: Stuck, opening: int) -> int:
        end = self.tokens.starts[stuck.at]
        self.findings.error(
            "SYN003",
            "`{` is never closed",
            Span(opening, opening + 1),
            label="opened here",
            help="put `}` where the block ends",
            related=self.findings.label(end, end, "the file ends here"),
        )
        feed(self.tables, self.acts, stuck, RBRACE, max(end, opening + 1))
        return stuck.at

    def _stray(self, at: int) -> int:
        start = self.tokens.starts[at]
        self.findings.error(
            "SYN006",
            "`}` closes nothing; no `{` is open",
            Span(start, start + 1),
            label="nothing to close",
            help="take it out",
        )
        return at + 1

    def _go_on(self, stuck: Stuck) -> int:
        """The next token that may follow the statements read so far."""
        kinds, states = self.tokens.kinds, stuck.states
        at, depth = stuck.at, 0
        while True:
            kind = kinds[at]
            if kind == END or (depth == 0 and kind == RBRACE):
                return at
            if depth == 0 and kind == LBRACE and self._head(stuck):
                return at
            if kind == NEWLINE and depth == 0:
                return at if NEWLINE in self.tables.states[states[-1]] else at + 1
            if (
                kind == COMMA
                and depth == 0
                and at > stuck.at
                and kinds[at + 1] in (WORD, NEWLINE)
                and COMMA in self.tables.states[states[-1]]
            ):
                return at
            depth += (kind == LBRACE) - (kind == RBRACE)
            at += 1

    def _head(self, stuck: Stuck) -> bool:
        """Make up a head for the block of a broken statement, so that what it holds is read too."""
        if NEWLINE in self.tables.states[stuck.states[-1]]:
            feed(self.tables, self.acts, stuck, NEWLINE, -1)
        return feed(self.tables, self.acts, stuck, WORD, None)
