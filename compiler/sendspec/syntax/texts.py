"""From the characters between quotes to a Text: escapes, margins, and the map back to the source.

It must not know where a text ends (`quotes` finds that) nor what is sent of it.
"""

from __future__ import annotations

import re

from sendspec.source import Span
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.nodes import Text

_BACKSLASH = re.compile(r"\\(?:u\{([0-9A-Fa-f]*)\}|(.?))", re.S)
_PLAIN = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}
_MEANT = {"r": "\\n", "N": "\\n", "T": "\\t", "'": "'", "{": "{", "$": "$", "#": "#", "%": "%", "/": "/", "`": "`"}
_HEX = r"(?:u|U|x)([0-9A-Fa-f]{1,8})"
_INDENT = re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\r\n]*")
_FAR = 2000
_BREAK = re.compile(r"\r\n?|\n")


class _Decoder:
    """Writes the value of a text and, beside it, where each stretch came from."""

    __slots__ = ("block", "closing", "findings", "marks", "pieces", "size", "text")

    def __init__(self, findings: Findings, start: int, block: bool, closing: str = "") -> None:
        self.findings = findings
        self.text = findings.source.text
        self.block = block
        self.closing = closing  # quotes that are not the language's: their escapes are those of the text all the same
        self.pieces: list[str] = []
        self.marks = [(0, start)]
        self.size = 0

    def put(self, piece: str, at: int) -> None:
        """Append a piece that stands for the source from `at` on."""
        self.mark(at)
        self.pieces.append(piece)
        self.size += len(piece)

    def mark(self, at: int) -> None:
        """Note that the value goes on at this place of the source."""
        inside, outside = self.marks[-1]
        if outside + self.size - inside == at:
            return
        if inside == self.size:
            self.marks[-1] = (inside, at)
        else:
            self.marks.append((self.size, at))

    def copy(self, start: int, end: int) -> None:
        """Append a stretch of the source, its escapes undone."""
        at = start
        if self.text.find("\\", start, end) >= 0:
            for found in _BACKSLASH.finditer(self.text, start, end):
                if found.start() > at:
                    self.put(self.text[at : found.start()], at)
                self.put(self._escape(found), found.start())
                at = found.end()
        if end > at:
            self.put(self.text[at:end], at)

    def _escape(self, found: re.Match[str]) -> str:
        code, plain = found.groups()
        if code is None:
            if plain in _PLAIN:
                return _PLAIN[plain]
            if plain and plain in self.closing:
                return str(plain)
            return self._unknown(found)
        number = int(code, 16) if 0 < len(code) <= 8 else 1 << 32
        if number <= 0x10FFFF and not 0xD800 <= number < 0xE000:
            return chr(number)
        why = "half of a surrogate pair" if 0xD800 <= number < 0xE000 else "no character"
        self.findings.error(
            "SYN009",
            f"`\\u{{{code[:8]}}}` is {why}; `\\u{{…}}` takes the number of a character, up to 10FFFF",
            Span(*found.span()),
            label="no such character",
            help="write the character itself, or its number as in `\\u{1F600}`",
        )
        return "�"

    def _unknown(self, found: re.Match[str]) -> str:
        start, end = found.span()
        number = re.compile(_HEX).match(self.text, start + 1)
        meant = _MEANT.get(found[2])
        if number:
            end, meant = number.end(), f"\\u{{{number[1]}}}"
        shown = self.text[start:end] if self.text[start:end].isprintable() else "\\"
        told = "`\\` stands before a blank" if found[2].isspace() or not found[2] else f"`{shown}` is no escape"
        if found[2] == "'" and (opener := self._opener(start)):
            self._in_tag(opener, Span(start, end))
            return found[0]
        self.findings.error(
            "SYN009",
            f'{told}; a text takes `\\"` `\\\\` `\\n` `\\t` `\\u{{…}}`',
            Span(start, end),
            label="unknown escape",
            help=f"write `{meant}`" if meant else "write `\\\\` for a backslash",
            fix=fix(f"write `{meant}`", (start, end, meant)) if number and meant else None,
        )
        return found[0]

    def _opener(self, at: int) -> int:
        """Where the tag begins that this place of the source is in, or 0."""
        low = max(self.marks[0][1], at - _FAR)
        opener = max(self.text.rfind("{{", low, at), self.text.rfind("{%", low, at))
        closer = max(self.text.rfind("}}", low, at), self.text.rfind("%}", low, at))
        return opener if opener > closer else 0

    def _in_tag(self, opener: int, span: Span) -> None:
        r"""A quote inside of one, as in `'HH:mm \'on\''`: other quotes around the whole hold it. Told once a tag."""
        if self.text.find("\\'", opener, span.start) < 0:
            self.findings.error(
                "SYN009",
                "`\\'` is no escape, and `'` alone would end what stands in `'…'`",
                span,
                label="unknown escape",
                help='put the whole in `\\"…\\"`, as in `\\"HH:mm \'on\' d MMM\\"`',
            )

    def text_node(self, span: Span, end: int) -> Text:
        """What has been written, as a node; `end` is where the closing quotes stand."""
        self.mark(end)
        return Text("".join(self.pieces), self.block, tuple(self.marks), span)


def string(
    findings: Findings, start: int, end: int, *, inner: tuple[int, int] | None = None, closing: str = ""
) -> Text:
    """The text of a string from its first quote to behind its last one; `inner` where the quotes are not those, and
    `closing` where they are not the language's."""
    low, high = inner or (start + 1, end - 1)
    decoder = _Decoder(findings, low, block=False, closing=closing)
    decoder.copy(low, high)
    return decoder.text_node(Span(start, end), high)


def block(findings: Findings, start: int, close: int, end: int) -> Text:
    """The text of a block: quotes at `start` and at `close` (where `end` is the same, the closing ones are missing)."""
    text = findings.source.text
    decoder = _Decoder(findings, start + 3, block=True)
    lines = _lines(text, start + 3, close)
    first = lines.pop(0)
    if text[first[0] : first[1]].strip(" \t"):
        _beside(findings, first, "after the opening", "start the text on the next line")
    margin = ""
    if lines:
        last = lines.pop()
        margin = text[last[0] : close]
        if margin.strip(" \t") or end == close:
            if end > close:
                _beside(
                    findings, (last[0], close), "before the closing", "put the closing quotes on a line of their own"
                )
            margin = _common(text, [*lines, last])
            lines.append(last)
    if text[first[0] : first[1]].strip(" \t"):
        decoder.copy(_INDENT.match(text, first[0], first[1]).end(), first[1])  # type: ignore[union-attr]
        if lines:
            decoder.put("\n", first[1])
    _fill(decoder, lines, margin)
    return decoder.text_node(Span(start, end), close)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The lines of a stretch: where each starts, where it ends, and where the next one starts."""
    lines, at = [], start
    for found in _BREAK.finditer(text, start, end):
        lines.append((at, found.start(), found.end()))
        at = found.end()
    lines.append((at, end, end))
    return lines


def _beside(findings: Findings, line: tuple[int, ...], where: str, help_: str) -> None:
    text = findings.source.text
    start = _INDENT.match(text, line[0], line[1]).end()  # type: ignore[union-attr]
    end = start + len(text[start : line[1]].rstrip())
    findings.error(
        "SYN011", f'text {where} `"""`; a text block has its quotes apart from its lines', Span(start, end), help=help_
    )


def _common(text: str, lines: list[tuple[int, int, int]]) -> str:
    """The longest margin that all lines have, for a block whose closing quotes set none."""
    margins = [_INDENT.match(text, low, high)[0] for low, high, _ in lines if text[low:high].strip(" \t")]  # type: ignore[index]
    if not margins:
        return ""
    least, most = min(margins), max(margins)
    size = next((at for at, (a, b) in enumerate(zip(least, most, strict=False)) if a != b), len(least))
    return least[:size]


def _fill(decoder: _Decoder, lines: list[tuple[int, int, int]], margin: str) -> None:
    text, told = decoder.text, False
    for number, (low, high, _) in enumerate(lines, 1):
        inside = low
        if text.startswith(margin, low, high):
            inside = low + len(margin)
        elif not text[low:high].strip(" \t"):
            inside = high
        else:
            inside = _INDENT.match(text, low, high).end()  # type: ignore[union-attr]
            told = told or _left(decoder.findings, (low, high), margin)
        joins = _joins(text, inside, high)
        decoder.copy(inside, high - joins)
        if not joins and number < len(lines):
            decoder.put("\n", high)


def _joins(text: str, start: int, end: int) -> int:
    """1 when the line ends in a backslash that is not itself escaped, else 0."""
    at = end
    while at > start and text[at - 1] == "\\":
        at -= 1
    return (end - at) % 2


def _left(findings: Findings, line: tuple[int, int], margin: str) -> bool:
    text = findings.source.text
    indent = _INDENT.match(text, *line)[0]  # type: ignore[index]
    mixed = len(indent) >= len(margin)
    told = (
        "this line's margin mixes tabs and blanks otherwise than that of the closing quotes"
        if mixed
        else f"this line begins at column {len(indent) + 1}; the closing quotes set the margin at {len(margin) + 1}"
    )
    start = line[0] + len(indent)
    findings.error(
        "SYN010",
        told,
        Span(start, start + len(text[start : line[1]].rstrip())),
        label="left of the margin" if not mixed else "another margin",
        help="move the line to the right, or the closing quotes to the left",
        fix=fix("move the line to the margin", (line[0], start, margin)),
    )
    return True
