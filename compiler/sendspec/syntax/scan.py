"""Characters → tokens: one regular expression, one pass, and repairs that keep one mistake one finding.

It must not know the grammar, but for where a line end separates statements.
"""

from __future__ import annotations

import re

from sendspec.source import Span
from sendspec.syntax import brackets
from sendspec.syntax.findings import Findings
from sendspec.syntax.literals import literal
from sendspec.syntax.nodes import Comment, Kind, Literal, Sign, Word
from sendspec.syntax.plain import in_tag, plain
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
    NEWLINE,
    RBRACE,
    SHIFT,
    TEXT,
    WORD,
    Tokens,
)  # fmt: skip

_WORD = r"[^\W\d]\w*+(?:\.[^\W\d]\w*+|-(?!(?:[0-9]+[smhd])+\b)\w++)*+"
_MASTER = re.compile(
    rf"""[ \t]*+(?:
    (?P<word>{_WORD})
  | (?P<line>(?:\r\n?|\n)[ \t\r\n]*+)
  | (?P<text>"(?!"")[^"\\\r\n]*+")
  | (?P<bracket>[{{}}()\[\]])
  | (?P<sign>=(?![=>])|<-|\.\.|[,|])
  | (?P<number>-?[0-9](?:\w|[.:/+-](?=[0-9])|-(?=[A-Za-z]{{3}}))*+%?)
  | (?P<comment>\#[^\r\n]*+)
  | (?P<shift>[+]|-(?!>))
  | (?P<quote>")
  | (?P<at>@{_WORD})
  | (?P<end>\Z)
  | (?P<odd>.)
  )""",
    re.X | re.S,
)
_GROUP = _MASTER.groupindex
_W, _L, _T, _B, _S = _GROUP["word"], _GROUP["line"], _GROUP["text"], _GROUP["bracket"], _GROUP["sign"]
_SIGNS = {"=": EQUALS, "<-": ARROW, "..": DOTS, ",": COMMA, "|": BAR}
#: After these a line end separates nothing.
_OPEN_ENDED = frozenset({LBRACE, COMMA, NEWLINE})
#: Before these neither.
_CLOSED = frozenset({RBRACE, END})


class Scanner:
    """The state of one pass. `soft` counts the open ( and [, in which line ends are blank."""

    __slots__ = ("bol", "docs", "findings", "frames", "fresh", "rewinds", "soft", "text", "tokens", "waiting")

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.text = findings.source.text
        self.tokens = Tokens()
        self.frames: list[brackets.Frame] = []
        self.soft = 0
        self.waiting = False  # a line has ended since the last token
        self.fresh = True  # nothing but blanks on this line so far
        self.bol = 0  # where the line begins
        self.docs: list[str] = []
        self.rewinds = 0

    def run(self) -> Tokens:
        """Scan to the end."""
        text, match, emit = self.text, _MASTER.match, self.emit
        at = 1 if text.startswith("\ufeff") else 0
        while (found := match(text, at)) is not None:
            group = found.lastindex
            start, at = found.span(group)  # type: ignore[arg-type]
            if group == _W:
                emit(WORD, Word(text[start:at], Span(start, at)), start, at)
            elif group == _L:
                self.line(start, at)
            elif group == _T:
                if text.find("{", start, at) > 0 and in_tag(text, start, at):
                    at = self.quote(start)
                else:
                    emit(TEXT, plain(text, start, at), start, at)
            elif group == _S:
                self.sign(start, at)
            elif group == _B:
                at = brackets.bracket(self, start)
            elif (go := self.rare(found, start, at)) < 0:
                break
            else:
                at = go
        return self.tokens

    def emit(self, kind: int, leaf: object, start: int, end: int) -> None:
        """Append a token, and before it the line end that is due."""
        tokens = self.tokens
        if self.waiting:
            self.waiting = False
            if kind not in _CLOSED and tokens.kinds and tokens.kinds[-1] not in _OPEN_ENDED:
                tokens.add(NEWLINE, -1, start, start)
        self.fresh = False
        if self.docs:
            tokens.docs[start] = "\n".join(self.docs)
            self.docs = []
        tokens.kinds.append(kind)
        tokens.leaves.append(leaf)
        tokens.starts.append(start)
        tokens.ends.append(end)

    def line(self, start: int, end: int) -> None:
        """A line has ended; so may have blank lines after it."""
        self.fresh = True
        if self.soft:
            brackets.line_inside(self, end)
        else:
            self.waiting = True
        if self.docs and self.text.count("\n", start, end) > 1:
            self.docs = []
        self.bol = max(self.text.rfind("\n", start, end), self.text.rfind("\r", start, end)) + 1

    def sign(self, start: int, end: int) -> None:
        """`=` `<-` `..` `,` `|`."""
        text = self.text[start:end]
        kind = _SIGNS[text]
        leaf = Sign(text, Span(start, end)) if kind in (EQUALS, ARROW) else start
        self.emit(kind, leaf, start, end)

    def rare(self, found: re.Match[str], start: int, end: int) -> int:
        """Everything else. Returns where to go on, or -1 at the end."""
        match found.lastgroup:
            case "number":
                return self.number(start, end)
            case "comment":
                self.comment(start, end)
            case "shift":
                self.shift(start, end)
            case "quote":
                return self.quote(start)
            case "at":
                self.emit(AT, Word(self.text[start + 1 : end], Span(start + 1, end)), start, end)
            case "end":
                brackets.at_end(self, start)
                if self.tokens.kinds[-1:] == [END]:
                    return -1
                return self.bol
            case _:
                from sendspec.syntax.odd import odd  # only mistakes need it

                return odd(self, start)
        return end

    def number(self, start: int, end: int) -> int:
        """What begins with a digit, or with `-` and a digit."""
        text = self.text[start:end]
        if text[0] == "-" and not text[1:].replace("_", "").replace(".", "").rstrip("%").isdigit():
            self.emit(SHIFT, -1, start, start + 1)
            return start + 1
        if end - start < 19 and text.isascii() and text.isdigit():
            self.emit(LITERAL, Literal(Kind.NUMBER, int(text), text, Span(start, end)), start, end)
            return end
        made, known = literal(self.findings, text, Span(start, end))
        kind = DURATION if made.kind is Kind.DURATION else LITERAL
        if not known and self.starts_statement():
            self.emit(WORD, Word(text, Span(start, end)), start, end)
        else:
            self.emit(kind, made, start, end)
        return end

    def starts_statement(self) -> bool:
        """Whether the next token is the first of a statement."""
        kinds = self.tokens.kinds
        return not self.soft and (self.waiting or not kinds or kinds[-1] in _OPEN_ENDED)

    def comment(self, start: int, end: int) -> None:
        """`# …` or `## …`."""
        text = self.text[start:end].rstrip()
        doc = text.startswith("##")
        if doc and self.fresh and not self.soft:
            self.docs.append(text[2:].removeprefix(" "))
        self.tokens.comments.append(Comment(text, doc, self.fresh, Span(start, start + len(text))))

    def shift(self, start: int, end: int) -> None:
        """`+` and `-`: a shift, or the sign before the moment of a test event."""
        text = self.text
        if text[start] == "+" and text[end : end + 1].isdigit() and (start == 0 or text[start - 1] in " \t\r\n,{[("):
            self.emit(AHEAD, Sign("+", Span(start, end)), start, end)
        else:
            self.emit(SHIFT, 1 if text[start] == "+" else -1, start, end)

    def quote(self, start: int) -> int:
        """A string with escapes, an unclosed one, or a text block."""
        from sendspec.syntax import quotes  # many files have none

        if self.text.startswith('"""', start):
            found = quotes.block(self.findings, start, self.bol)
        else:
            opened = sum(frame.bol == self.bol for frame in self.frames if frame.char == "{")
            found = quotes.string(self.findings, start, opened)
        self.emit(TEXT, found.text, start, found.end)
        broken = max(self.text.rfind("\n", start, found.end), self.text.rfind("\r", start, found.end))
        if broken >= 0:
            self.bol = broken + 1
        return found.end


def scan(findings: Findings) -> Tokens:
    """The tokens of the findings' source, ending with END."""
    return Scanner(findings).run()
