"""Characters that the language does not have where they stand: told, with what to write instead, and passed over.

It must not know the grammar.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sendspec.source import Span
from sendspec.syntax import quotes
from sendspec.syntax.findings import fix
from sendspec.syntax.nodes import Sign
from sendspec.syntax.tokens import BROKEN, COMMA, EQUALS, LBRACE, NEWLINE, TEXT, WORD

if TYPE_CHECKING:
    from sendspec.syntax.scan import Scanner

_BLANKS = re.compile(r"[^\S\r\n]+")
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_RUN = re.compile(r"[^\w\s\"#{}()\[\],|=@:;'‘’“”„«`+-]+")
_COLON = re.compile(r":[ \t]*")


def odd(scanner: Scanner, start: int) -> int:
    """One character that begins no token. Returns where to go on."""
    text = scanner.text
    char = text[start]
    pair = text[start : start + 2]
    if found := quotes.foreign(scanner.findings, start):
        scanner.emit(TEXT, found.text, start, found.end)
        return found.end
    if pair in ("->", "=>"):
        return _arrow(scanner, start, pair)
    if pair == "==":
        return _equals(scanner, start)
    if pair in ("//", "/*"):
        return _comment(scanner, start, pair)
    if char == ":":
        return _colon(scanner, start)
    if char == ";":
        return _semicolon(scanner, start)
    return _unknown(scanner, start)


def _arrow(scanner: Scanner, start: int, pair: str) -> int:
    scanner.findings.error(
        "SYN007",
        f"`{pair}` is no sign of the language; a mapping is written `variable <- column`",
        Span(start, start + 2),
        help="write `<-`, with the variable on its left and the column on its right",
    )
    scanner.emit(BROKEN, None, start, start + 2)
    return start + 2


def _equals(scanner: Scanner, start: int) -> int:
    scanner.findings.error(
        "SYN007",
        "`==` is no sign of the language; a value is set with `=`",
        Span(start, start + 2),
        help="write `=`",
        fix=fix("write `=`", (start, start + 2, "=")),
    )
    scanner.emit(EQUALS, Sign("=", Span(start, start + 2)), start, start + 2)
    return start + 2


def _comment(scanner: Scanner, start: int, pair: str) -> int:
    end = _LINE.match(scanner.text, start).end()  # type: ignore[union-attr]
    scanner.findings.error(
        "SYN007",
        f"`{pair}` begins no comment; a comment begins with `#`",
        Span(start, start + 2),
        help="write `#`",
        fix=fix("write `#`", (start, start + 2, "#")) if pair == "//" else None,
    )
    return end


def _colon(scanner: Scanner, start: int) -> int:
    text, tokens = scanner.text, scanner.tokens
    named = tokens.kinds[-1:] == [WORD] and tokens.ends[-1] == start
    name = text[tokens.starts[-1] : start] if named else ""
    end = _COLON.match(text, start).end()  # type: ignore[union-attr]
    if tokens.kinds[-1:] == [TEXT] and (len(tokens.kinds) == 1 or tokens.kinds[-2] in (NEWLINE, LBRACE, COMMA)):
        return end  # a key of JSON: its text in place of a head is told already
    scanner.findings.error(
        "SYN007",
        f"`:` after `{name}`; a value follows its name after a blank" if named else "`:` is no sign of the language",
        Span(start, start + 1),
        help=f"write `{name} …`" if named else "take it out",
        fix=fix("take the `:` out", (start, end, "" if text[end : end + 1] in ("", "\r", "\n") else " "))
        if named
        else None,
    )
    return end


def _semicolon(scanner: Scanner, start: int) -> int:
    last = _LINE_END.match(scanner.text, start + 1) is not None
    scanner.findings.error(
        "SYN007",
        "`;` separates nothing; a statement ends with its line",
        Span(start, start + 1),
        help="take it out" if last else "begin a new line, or write `,` inside a block on one line",
        fix=fix("take the `;` out", (start, start + 1, "")) if last else None,
    )
    scanner.waiting = not scanner.soft
    return start + 1


def _unknown(scanner: Scanner, start: int) -> int:
    text = scanner.text
    blanks = _BLANKS.match(text, start)
    if blanks:
        scanner.findings.error(
            "SYN002",
            f"{_named(text[start])} stands between words; a plain blank separates them",
            Span(start, blanks.end()),
            help="write a blank",
            fix=fix("write a blank", (start, blanks.end(), " ")),
        )
        return blanks.end()
    run = _RUN.match(text, start)
    end = run.end() if run else start + 1
    scanner.findings.error(
        "SYN002",
        f"{_named(text[start])} has no meaning here; only texts hold it",
        Span(start, end),
        help='put what is a text in `"…"`, and take the rest out',
    )
    return end


def _named(char: str) -> str:
    return f"`{char}`" if char.isprintable() and not char.isspace() else f"the character U+{ord(char):04X}"
