"""A piece of a source with marks under it, aligned in columns and cut to the width of a terminal.

Secrets are masked here. This module must not know what is marked, nor why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sendspec.marked import MASK
from sendspec.record import NamedTuple
from sendspec.report.visible import shown, visible, width
from sendspec.source import Source, Span

_TAB = 4
#: How many lines are shown at each end of a mark over many lines.
_ENDS = 3


class Mark(NamedTuple):
    """A stretch to be marked. A primary one gets `^^^`, another `---`."""

    span: Span
    label: str
    primary: bool


class Row(NamedTuple):
    """A row right of the gutter. `number` is the line that it shows; `mark` is set where it marks something."""

    number: int | None
    text: str
    mark: Mark | None = None


class _Line(NamedTuple):
    """What is shown of a line. `columns` are the columns at which its characters start, from character `low` on."""

    text: str
    columns: list[int]
    low: int

    def column(self, character: int) -> int:
        """The column of a character, or of the nearest one that is shown."""
        return self.columns[min(max(character - self.low, 0), len(self.columns) - 1)]


class Sheet(NamedTuple):
    """A source to cut excerpts from: what must not be shown of it, and how many columns there are."""

    source: Source
    hidden: Sequence[Span]
    room: int


def excerpt(sheet: Sheet, marks: Sequence[Mark]) -> list[Row]:
    """The rows that show all marks, from top to bottom, with `...` where lines are left out."""
    rows: list[Row] = []
    before: int | None = None
    for first, last, drawn in sorted(_blocks(sheet, marks), key=lambda block: block[:2]):
        if before is not None and first > before + 1:
            rows.append(Row(None, "..."))
        rows += drawn
        before = max(before or 0, last)
    return rows


def _blocks(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Row]]]:
    """Lines that are shown together: first and last number, and their rows."""
    lines: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: not mark.primary):
        mark = mark._replace(span=_trimmed(sheet.source, mark.span))
        first, last = sheet.source.position(mark.span.start)[0], sheet.source.position(mark.span.end)[0]
        if first == last:
            lines.setdefault(first, []).append(mark)
        else:
            yield first, last, list(_bracket(sheet, mark, first, last))
    for number, found in lines.items():
        waiting = found
        while waiting:
            rows, waiting = _underlined(sheet, number, waiting)
            yield number, number, rows


def _trimmed(source: Source, span: Span) -> Span:
    """A stretch inside the text, without the line ends at its end."""
    start = min(span.start, len(source.text))
    end = min(span.end, len(source.text))
    while end > start and source.text[end - 1] in "\r\n":
        end -= 1
    return Span(start, max(start, end))


def _underlined(sheet: Sheet, number: int, marks: Sequence[Mark]) -> tuple[list[Row], list[Mark]]:
    """A line with the marks that fit beside the first one, and those that need the line to be shown again."""
    places = [_characters(sheet.source, number, mark.span) for mark in marks]
    line = _line(sheet, number, places[0])
    rows, left = [Row(number, line.text)], list[Mark]()
    for mark, (first, last) in zip(marks, places, strict=True):
        if mark is not marks[0] and not line.low <= first < line.low + len(line.columns):
            left.append(mark)
            continue
        start, end = line.column(first), line.column(last)
        sign = "^" if mark.primary else "-"
        drawn = f"{' ' * start}{sign * max(1, end - start)} {visible(mark.label)}"
        rows.append(Row(None, drawn.rstrip(), mark))
    return rows, left


def _bracket(sheet: Sheet, mark: Mark, first: int, last: int) -> Iterator[Row]:
    """A mark over several lines: a bar at their left, from the character where it starts to the one where it ends."""
    sheet = sheet._replace(room=sheet.room - 2)
    start = sheet.source.position(mark.span.start)[1] - 1
    text, line = sheet.source.line(first), _line(sheet, first, (start, start + 1))
    if text[:start].strip():
        yield Row(first, f"  {line.text}")
        yield Row(None, f" {'_' * (line.column(start) + 1)}{'^' if mark.primary else '-'}", mark)
    else:
        yield Row(first, f"/ {line.text}")
    for number in range(first + 1, last):
        if number < first + _ENDS or number > last - _ENDS:
            yield Row(number, f"| {_line(sheet, number, (0, 0)).text}".rstrip())
        elif number == first + _ENDS:
            yield Row(None, "| ...")
    end = sheet.source.position(mark.span.end)[1] - 2
    line = _line(sheet, last, (end, end + 1))
    yield Row(last, f"| {line.text}")
    sign = "^" if mark.primary else "-"
    yield Row(None, f"|{'_' * (line.column(end) + 1)}{sign} {visible(mark.label)}".rstrip(), mark)


def _characters(source: Source, number: int, span: Span) -> tuple[int, int]:
    """Where a stretch of one line starts and ends in it, in characters from 0."""
    start = source.position(span.start)[1] - 1
    return start, start + span.end - span.start


def _line(sheet: Sheet, number: int, around: tuple[int, int]) -> _Line:
    """A line as it is shown: all of it, or what fits around a stretch, with `…` where it goes on."""
    text = sheet.source.line(number)
    near = max(0, around[0] - 2 * sheet.room)
    cells = _cells(sheet, number, text, near)
    low, high = _window([wide for _, wide in cells], around[0] - near, sheet.room)
    open_left, open_right = near + low > 0, near + high < len(text)
    columns = list(accumulate((wide for _, wide in cells[low:high]), initial=1 if open_left else 0))
    inside = "".join(piece for piece, _ in cells[low:high])
    return _Line(f"{'…' if open_left else ''}{inside}{'…' if open_right else ''}".rstrip(), columns, near + low)


def _cells(sheet: Sheet, number: int, text: str, near: int) -> list[tuple[str, int]]:
    """What is shown for each character from `near` on, as far as it can be of use, and its width."""
    start = _start(sheet.source, number)
    cells: list[tuple[str, int]] = []
    column = 0
    for at in range(near, min(len(text), near + 5 * sheet.room)):
        cell = _cell(sheet, text, at, start)
        if text[at] == "\t" and cell[0] != MASK:
            cell = " " * (_TAB - column % _TAB), _TAB - column % _TAB
        cells.append(cell)
        column += cell[1]
    return cells


def _cell(sheet: Sheet, text: str, at: int, start: int) -> tuple[str, int]:
    for span in sheet.hidden:
        if span.start <= start + at < span.end:
            opens = at == 0 or span.start == start + at
            return (MASK, len(MASK)) if opens else ("", 0)
    piece = shown(text, at)
    return piece, width(text, at) if piece == text[at] else len(piece)


def _start(source: Source, number: int) -> int:
    """The offset at which a line starts."""
    low, high = 0, len(source.text)
    while low < high:
        middle = (low + high) // 2
        if source.position(middle)[0] < number:
            low = middle + 1
        else:
            high = middle
    return low


def _window(widths: Sequence[int], first: int, room: int) -> tuple[int, int]:
    """The characters to show of a line: all where they fit, else some before `first` and as many as fit after it."""
    if sum(widths) <= room:
        return 0, len(widths)
    low, used = min(first, len(widths)), 0
    while low > 0 and used + widths[low - 1] <= room // 3:
        low -= 1
        used += widths[low]
    high, used = low, 0
    while high < len(widths) and used + widths[high] <= room - 2:
        used += widths[high]
        high += 1
    while high == len(widths) and low > 0 and used + widths[low - 1] <= room - 2:
        low -= 1
        used += widths[low]
    return low, high
