"""A text → the text around its tags, and the tokens inside them, as Jinja's lexer cuts them.

What Jinja would take and the language does not is cut here too, so that the parser can name it.
It must not know what a token means.
"""

from __future__ import annotations

import re

from sendspec.record import NamedTuple

#: The largest text: twice what the longest content of any channel takes.
LONGEST = 1_048_576
#: Characters that stand for others while a text is rendered; no text may hold them (see `render`).
RESERVED = "\x00\x1c"

_OPEN = re.compile(r"\{[{%]")
_TOKEN = re.compile(
    r"(?P<blank>\s+)"
    r"|(?P<end>[-+]?(?:\}\}|%\}))"
    r"|(?P<open>\{[{%])"
    r"|(?P<decimal>(?:0|[1-9][0-9]*)\.[0-9]+(?![\w.]))"
    r"|(?P<whole>(?:0|[1-9](?:_?[0-9])*)(?![\w.]))"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?!\w))"
    r"""|(?P<string>'(?:[^'\\\r\n]|\\['"\\nt])*'|"(?:[^"\\\r\n]|\\['"\\nt])*")"""
    r"|(?P<sign>//|\*\*|==|!=|<=|>=|[-+*/%~<>=(){}\[\].,:;|])"
    r"|(?P<odd>\w+|.)",
    re.DOTALL,
)


def reserved(text: str) -> int:
    """Where the first of the reserved characters stands, or -1."""
    return min((at for each in RESERVED if (at := text.find(each)) >= 0), default=-1)


class Token(NamedTuple):
    """A token of a tag. `kind` is decimal, whole, name, string, sign, odd or end."""

    kind: str
    text: str
    start: int
    end: int


class Tag(NamedTuple):
    """A tag with its tokens, the end token not among them.

    `opener` is `{{` or `{%`; `closer` is `}}` or `%}`, or "" when the tag is never closed. `plus`: it has a `+`
    at either end.
    """

    opener: str
    closer: str
    tokens: tuple[Token, ...]
    start: int
    end: int
    trims_before: bool
    trims_after: bool
    plus: bool


class Raw(NamedTuple):
    """The text between two tags. `text` is what stays of it when the tags beside it have taken their blanks away."""

    text: str
    start: int
    end: int


def scan(text: str) -> list[Raw | Tag]:
    """The tags of a text and what stands between them, in order; together they cover it."""
    found: list[Raw | Tag] = []
    at, trims = 0, False
    while at < len(text):
        opening = _OPEN.search(text, at)
        if opening is None:
            _add(found, text, at, len(text), trims, False)
            break
        tag = _tag(text, opening.start())
        if opening.start() > at:
            _add(found, text, at, opening.start(), trims, tag.trims_before)
        found.append(tag)
        at, trims = tag.end, tag.trims_after
    return found


def _add(found: list[Raw | Tag], text: str, start: int, end: int, left: bool, right: bool) -> None:
    kept = text[start:end]
    if left:
        kept = kept.lstrip()
    if right:
        kept = kept.rstrip()
    found.append(Raw(kept, start, end))


def _tag(text: str, start: int) -> Tag:
    opener = text[start : start + 2]
    at = start + 2
    sign = text[at : at + 1]
    if sign in ("-", "+"):
        at += 1
    tokens: list[Token] = []
    match = _TOKEN.match
    while found := match(text, at):
        kind, at = str(found.lastgroup), found.end()
        if kind == "end":
            closer, plus = found.group(), "+" in (sign, found.group()[0])
            return Tag(opener, closer[-2:], tuple(tokens), start, at, sign == "-", closer[0] == "-", plus)
        if kind == "open":
            at = found.start()
            break
        if kind != "blank":
            tokens.append(Token(kind, found.group(), found.start(), at))
    return Tag(opener, "", tuple(tokens), start, at, sign == "-", False, False)
