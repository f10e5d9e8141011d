"""The AST: what a spec says, word by word, with the span of everything.

The language has one shape, `name parts… { statements }`; what a name means is the model's business, not this room's.
Every node's span lies inside its parent's.
"""

from __future__ import annotations

from enum import Enum

from sendspec.record import record
from sendspec.source import Source, Span


class Kind(Enum):
    """The kinds of literal. `value` is how a message to people calls one."""

    NUMBER = "a number"  # Literal.value: Decimal (int when it has no point)
    DURATION = "a duration"  # Literal.value: int, seconds
    DATE = "a date"  # Literal.value: datetime.date
    TIME = "a time"  # Literal.value: datetime.time
    INSTANT = "an instant"  # Literal.value: datetime.datetime, aware
    PERCENT = "a percentage"  # Literal.value: Decimal


@record(eq=False)
class Word:
    """A bare word or a reference, dots included: `delivered`, `yes`, `brand.sms`, `en-GB`."""

    text: str
    span: Span


@record(eq=False)
class Literal:
    """A number, duration, date, time, instant or percentage; `text` is as written."""

    kind: Kind
    value: object
    text: str
    span: Span


@record(eq=False)
class Text:
    """A string or a text block. `value` is decoded: escapes done, margin taken off.

    `marks` are pairs (offset in `value`, offset in the source), ascending, one at each place where the two stop
    running in step; the first is (0, …).
    """

    value: str
    block: bool
    marks: tuple[tuple[int, int], ...]
    span: Span

    def at(self, offset: int) -> int:
        """The offset in the source of an offset in `value`."""
        from bisect import bisect_right  # for findings only

        inside, outside = self.marks[bisect_right(self.marks, (offset, 1 << 62)) - 1]
        return outside + offset - inside

    def stretch(self, start: int, end: int) -> Span:
        """The span in the source of a stretch of `value`."""
        first = self.at(start)
        return Span(first, max(first, self.at(end - 1) + 1 if end > start else first))


@record(eq=False)
class Sign:
    """`=` or `<-` between two parts of a statement; `+` before the duration of a test event."""

    text: str
    span: Span


@record(eq=False)
class List:
    """`[a, b]`; an element may be several parts."""

    elements: tuple[tuple[Part, ...], ...]
    span: Span


@record(eq=False)
class Call:
    """`text(max 24)`, `local(tz, "HH:mm")`, `one_of(a, b)`; an argument may be several parts."""

    name: Word
    arguments: tuple[tuple[Part, ...], ...]
    span: Span


@record(eq=False)
class Pipe:
    """`starts_at | local(tz, "HH:mm")`."""

    value: Part
    filters: tuple[Word | Call, ...]
    span: Span


@record(eq=False)
class Shift:
    """`starts_at - 2h` or `starts_at + 2h`; `sign` is 1 or -1."""

    value: Part
    sign: int
    by: Literal
    span: Span


@record(eq=False)
class Range:
    """`21:00..08:00`."""

    low: Part
    high: Part
    span: Span


Part = Word | Literal | Text | Sign | List | Call | Pipe | Shift | Range


@record(eq=False)
class Annotation:
    """`@allow(SMS021, "why", until 2027-03-31)`. `name` is without the `@`; `arguments` None without brackets."""

    name: Word
    arguments: tuple[tuple[Part, ...], ...] | None
    span: Span


@record(eq=False)
class Block:
    """`{ … }`, the braces included in the span."""

    statements: tuple[Statement, ...]
    span: Span


@record(eq=False)
class Statement:
    """`name parts… { … }`. `span` covers annotations, head, parts and block; `doc` is the text of its `##` lines."""

    head: Word
    parts: tuple[Part, ...]
    block: Block | None
    annotations: tuple[Annotation, ...]
    doc: str | None
    span: Span

    @property
    def line(self) -> Span:
        """The statement without its annotations and its block: what a finding about the whole of it marks."""
        return self.head.span.to(self.parts[-1].span if self.parts else self.head.span)


@record(eq=False)
class Comment:
    """`# …` or `## …` (`doc`), up to but without the line end. `own_line`: nothing but blanks stands before it."""

    text: str
    doc: bool
    own_line: bool
    span: Span


@record(eq=False)
class Document:
    """A whole file. `comments` are all of them, in order, for the formatter."""

    source: Source
    statements: tuple[Statement, ...]
    comments: tuple[Comment, ...]
    span: Span
