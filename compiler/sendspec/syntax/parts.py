"""Parts and annotations as text, in the one style.

A part stands on one line; where it is told to, or where comments stand inside, a list or the arguments of a call stand
one element a line. It must not know of statements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from sendspec.syntax.nodes import Annotation, Call, Comment, List, Literal, Part, Pipe, Range, Shift, Sign, Text, Word

STEP = "  "
_BREAK = re.compile(r"\r\n?|\n")
_OFFSET = re.compile(r"(?<=[+-])(\d:\d\d)$")


class Comments:
    """The comments of a document, handed out in order, each once."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._all = comments
        self._next = 0

    def before(self, end: int) -> bool:
        """Whether one is left that begins before `end`."""
        return self._next < len(self._all) and self._all[self._next].span.start < end

    def peek(self) -> Comment | None:
        """The next one, left where it is."""
        return self._all[self._next] if self._next < len(self._all) else None

    def take(self, end: int) -> list[Comment]:
        """Those left that begin before `end`."""
        first = self._next
        while self.before(end):
            self._next += 1
        return list(self._all[first : self._next])

    def split(self, end: int) -> tuple[str, list[Comment]]:
        """The same: what goes behind the line just printed, and those that have lines of their own."""
        found = self.take(end)
        if found and not found[0].own_line:
            return f"  {found[0].text}", found[1:]
        return "", found


class PartPrinter:
    """Prints parts of one source."""

    def __init__(self, text: str, comments: Comments) -> None:
        self.text = text
        self.comments = comments

    def pieces(self, parts: Sequence[Part], indent: str, *, wrap: bool = False) -> list[str]:
        """The parts as they stand with one blank between them. `wrap`: lists stand one element a line."""
        shown: list[str] = []
        for at, part in enumerate(parts):
            piece = self.part(part, indent, wrap=wrap)
            if at and isinstance(before := parts[at - 1], Sign) and before.text == "+":
                shown[-1] += piece
            else:
                shown.append(piece)
        return shown

    def part(self, part: Part, indent: str, *, wrap: bool = False) -> str:
        """One part."""
        match part:
            case Word() | Sign():
                return part.text
            case Literal():
                return _OFFSET.sub(r"0\1", part.text)
            case Text():
                return self._block(part, indent) if part.block else self.text[part.span.start : part.span.end]
            case List():
                return "[" + self._elements(part.elements, part.span.end, indent, wrap=wrap) + "]"
            case Call():
                return f"{part.name.text}({self._elements(part.arguments, part.span.end, indent)})"
            case Pipe():
                return " | ".join(self.part(one, indent) for one in (part.value, *part.filters))
            case Shift():
                return f"{self.part(part.value, indent)} {'+' if part.sign > 0 else '-'} {part.by.text}"
            case Range():
                return f"{self.part(part.low, indent)}..{self.part(part.high, indent)}"
            case _:
                assert_never(part)

    def annotation(self, annotation: Annotation, indent: str) -> str:
        """`@name` or `@name(arguments)`."""
        name = f"@{annotation.name.text}"
        if annotation.arguments is None:
            return name
        return f"{name}({self._elements(annotation.arguments, annotation.span.end, indent)})"

    def _elements(self, elements: Sequence[Sequence[Part]], end: int, indent: str, *, wrap: bool = False) -> str:
        """What stands between brackets that end at `end`."""
        if not (wrap and elements) and not self.comments.before(end):
            return ", ".join(" ".join(self.pieces(one, indent)) for one in elements)
        inner = indent + STEP
        first, own = self.comments.split(elements[0][0].span.start if elements else end)
        lines = [first, *(inner + comment.text for comment in own)]
        for at, one in enumerate(elements):
            shown = " ".join(self.pieces(one, inner))
            behind, own = self.comments.split(elements[at + 1][0].span.start if at + 1 < len(elements) else end)
            lines.append(f"{inner}{shown},{behind}")
            lines.extend(inner + comment.text for comment in own)
        return "\n".join((*lines, indent))

    def _block(self, text: Text, indent: str) -> str:
        """A text block, its margin moved under the statement."""
        lines = _BREAK.split(self.text[text.span.start + 3 : text.span.end - 3])
        margin, inner = lines[-1], indent + STEP
        shown = (line[len(margin) :] if line.startswith(margin) else "" for line in lines[1:-1])
        return "\n".join(('"""', *(inner + line if line else "" for line in shown), f'{inner}"""'))
