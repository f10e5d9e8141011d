"""Where a text begins and ends, also when its quotes are missing, wrong or on another line.

It must not know what tokens stand around it, but for the braces that the line has opened before.
"""

from __future__ import annotations

import re

from sendspec.record import NamedTuple
from sendspec.source import Span
from sendspec.syntax import texts
from sendspec.syntax.findings import MOST, Findings, fix
from sendspec.syntax.nodes import Text
from sendspec.syntax.plain import in_tag

_STRING = re.compile(r'"(?:[^"\\\r\n]++|\\[^\r\n])*+')
_BLOCK = re.compile(r'"""(?:[^"\\]++|\\.|"(?!""))*+', re.S)
_REST = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_FAR = 2000
_AHEAD = r'(?:\r\n?|\n)(?:[^"\r\n]*(?:\r\n?|\n)){0,20}?([^"\r\n]*\S)"(?=[ \t]*(?:[\r\n,})\]]|\Z|[a-z@#]))'
_TAIL = r"[\s{})\],]*\Z"
_NEXT_LINE = r"(?:\r\n?|\n)([ \t]*)(?=[^\s])"
_FOREIGN = {"'": "'", "‘": "’'", "’": "’'", "“": '”"', "”": '”"', "„": '“”"', "«": "»", "`": "`"}


class Found(NamedTuple):
    """A text, and where the scanner goes on."""

    text: Text
    end: int


def string(findings: Findings, start: int, opened: int) -> Found:
    """The string that begins at `start`; `opened` are the braces that its line has opened before it."""
    text = findings.source.text
    end = _STRING.match(text, start).end()  # type: ignore[union-attr]
    if text.startswith('"', end):
        if in_tag(text, start, end):
            if whole := _torn(findings, start, end):
                return whole
            findings.doubt(end)
        return Found(texts.string(findings, start, end + 1), end + 1)
    over = re.compile(_AHEAD).match(text, end)
    if over and text[end - 1] != '"':
        findings.error(
            "SYN012",
            'a text in `"` ends on its own line; this one goes on',
            Span(start, end),
            label="no closing quotes on this line",
            help='write `\\n` for a line break, or a text block between `"""` and `"""`',
            related=findings.label(over.end() - 1, over.end(), "the closing quotes stand here"),
        )
        return Found(texts.string(findings, start, over.end()), over.end())
    end = _without_tail(text, start, end, opened)
    findings.error(
        "SYN005",
        "a text begins here and its line has no closing quotes",
        Span(start, end),
        label="never closed",
        help='put `"` where the text ends',
    )
    return Found(texts.string(findings, start, end, inner=(start + 1, end)), end)


def _torn(findings: Findings, start: int, early: int) -> Found | None:
    """The whole of a text whose tag has quotes of the text's own kind. What it holds is told when they are right."""
    from sendspec.syntax.torn import advice, torn  # only mistakes need it

    found = torn(findings.source.text, start, early, '"')
    if found is None:
        return None
    findings.error(
        "SYN025",
        f'the text ends at this `"`, inside of its `{found.opener}`',
        Span(early, early + 1),
        label="ends the text",
        help=advice(found.tag),
    )
    return Found(texts.string(Findings(findings.source), start, found.end), found.end)


def _without_tail(text: str, start: int, end: int, opened: int) -> int:
    """The end of an unclosed string: brackets at the line's end that close what the line opened are not of the text."""
    low = max(start + 1, text.rfind("}}", start, end) + 2, text.rfind("%}", start, end) + 2)
    tail = re.compile(_TAIL).search(text, low, end)
    if tail is None or tail.start() == end:
        return max(end - (text[start + 1 : end] != text[start + 1 : end].rstrip()), start + 1)
    brackets = tail[0]
    if brackets.count("}") > opened or (not opened and brackets.strip() not in ("{", "]", ")")):
        return end
    return max(tail.start(), start + 1)


def block(findings: Findings, start: int, line: int) -> Found:
    """The text block whose quotes begin at `start`, on the line that begins at `line`."""
    text = findings.source.text
    close = _BLOCK.match(text, start).end()  # type: ignore[union-attr]
    closed = text.startswith('"""', close)
    indent = len(text[line:start]) - len(text[line:start].lstrip(" \t"))
    if not closed or _opens_another(text, start, close):
        cut = _dedent(text, start + 3, close, indent)
        if cut is not None or not closed:
            return _unclosed(findings, start, close if cut is None else cut)
    return Found(texts.block(findings, start, close, close + 3), close + 3)


def _opens_another(text: str, start: int, close: int) -> bool:
    """Whether the quotes found look like those that open the next block: words before them, nothing behind."""
    bol = max(text.rfind("\n", start, close), start + 3)
    return bol > start + 3 and bool(text[bol:close].strip()) and _LINE_END.match(text, close + 3) is not None


def _dedent(text: str, start: int, end: int, indent: int) -> int | None:
    """The end of the line before the first one that stands no further right than the line that opened the block."""
    for found in re.compile(_NEXT_LINE).finditer(text, start, end):
        if len(found[1]) <= indent:
            return found.start()
    return None


def _unclosed(findings: Findings, start: int, end: int) -> Found:
    text = findings.source.text
    end = start + len(text[start:end].rstrip())
    line = _REST.match(text, end)
    findings.error(
        "SYN005",
        'a text block begins here and has no closing `"""`',
        Span(start, start + 3),
        label="never closed",
        help='put `"""` on a line of its own below the text',
        related=findings.label(end - 1, line.end() if line else end, "the text seems to end here"),
    )
    return Found(texts.block(findings, start, end, end), end)


def foreign(findings: Findings, start: int) -> Found | None:
    """A text in quotes that are not the language's, or None when they do not close on their line."""
    text = findings.source.text
    closing = _FOREIGN.get(text[start])
    if closing is None:
        return None
    line = _REST.match(text, start + 1, start + _FAR)
    high = line.end() if line else start + 1
    ends = [at for at in (text.find(one, start + 1, high) for one in closing) if at > 0]
    if not ends:
        return None
    end = min(ends) if len(findings.found) > MOST else _foreign_end(text, start, high, closing, min(ends))
    inside = text[start + 1 : end]
    open_tag = in_tag(text, start, end)
    if open_tag:
        findings.doubt(end)
    findings.error(
        "SYN008",
        f'`{text[start]}` opens no text; a text stands in `"`',
        Span(start, end + 1),
        label="other quotes",
        help=_as_text(inside, text[end]),
        fix=None
        if open_tag or '"' in inside or "\\" in inside
        else fix('write `"`', (start, start + 1, '"'), (end, end + 1, '"')),
    )
    return Found(texts.string(findings, start, end + 1, closing=closing), end + 1)


def _foreign_end(text: str, start: int, high: int, closing: str, first: int) -> int:
    """Where a text in foreign quotes ends: not at an escaped one, nor at one of a tag of its own."""
    found = re.compile(rf"(?:\\[^\r\n]|[^{closing}\\\r\n])*+").match(text, start + 1, high)
    end = found.end() if found and text[found.end() : found.end() + 1] in tuple(closing) else first
    if in_tag(text, start, end):
        from sendspec.syntax.torn import torn

        whole = torn(text, start, end, closing)
        return whole.end - 1 if whole else end
    return end


def _as_text(inside: str, closing: str) -> str:
    """How to write a text in foreign quotes."""
    told = 'put the text in `"…"`'
    if re.search(r'(?<!\\)"', inside):
        told += ', and write `\\"` for each `"` in it'
    return f"{told}; `{closing}` needs no `\\` in it" if f"\\{closing}" in inside else told
