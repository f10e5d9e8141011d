"""A text with a name, and stretches of it.

Offsets count characters of the decoded text. Lines and columns exist only where something is printed.
This module must not know what the text means.
"""

from __future__ import annotations

import os

from sendspec.record import field, record

#: A path of a file or a folder, as anyone gives it.
Where = str | os.PathLike[str]


def posix(path: Where) -> str:
    """A path as it is printed: with slashes, and without what says nothing."""
    text = os.fspath(path)
    if "//" in text or "/./" in text or text[:2] == "./" or text[-1:] in ("/", ".", "") or os.sep != "/":
        from pathlib import Path

        return Path(text).as_posix()
    return text


@record()
class Span:
    """A stretch of a source: character offsets, `start` included, `end` not."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The stretch from the start of this one to the end of the other."""
        return Span(self.start, other.end)


@record(eq=False)
class Source:
    """One text as a person sees it: `path` in POSIX form as it is printed, `text` decoded, line ends untouched."""

    path: str
    text: str
    _lines: list[int] = field(default_factory=list)

    def _starts(self) -> list[int]:
        if not self._lines:
            text, at, starts = self.text, 0, [0]
            while (at := text.find("\n", at) + 1) > 0:
                starts.append(at)
            self._lines.extend(starts)
        return self._lines

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in characters."""
        from bisect import bisect_right  # for findings only

        starts = self._starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end."""
        starts = self._starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
