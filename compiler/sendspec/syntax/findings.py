"""The findings of this room while they are gathered: one source, one list, an upper bound.

It must not know what any of them means.
"""

from __future__ import annotations

from sendspec.diagnostic import Diagnostic, Edit, Fix, Label, Severity
from sendspec.record import replace
from sendspec.source import Source, Span

#: A text that is no spec at all need not be told of a million times.
MOST = 500


class Findings:
    """Findings about one source."""

    __slots__ = ("doubtful", "found", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.doubtful: list[Span] = []

    def error(self, code: str, message: str, span: Span, **more: object) -> None:
        """Add an error; `more` are the fields of Diagnostic."""
        self.add(Severity.ERROR, code, message, span, **more)

    def add(self, severity: Severity, code: str, message: str, span: Span, **more: object) -> None:
        """Add a finding, unless there are too many already."""
        if len(self.found) < MOST:
            self.found.append(Diagnostic(code, severity, message, self.source, span, **more))  # type: ignore[arg-type]
        elif len(self.found) == MOST:
            told = f"{MOST} findings about the form of this file; the rest is not told"
            self.found.append(
                Diagnostic("SYN024", Severity.ERROR, told, self.source, span, help="check that this file is a spec")
            )

    def label(self, start: int, end: int, text: str) -> tuple[Label, ...]:
        """A related place."""
        return (Label(self.source, Span(start, end), text),)

    def doubt(self, start: int) -> None:
        """A text seems to have ended too early here: what stands behind it on the line may be of the text."""
        if len(self.doubtful) < MOST:
            end = self.source.text.find("\n", start)
            self.doubtful.append(Span(start, end if end >= 0 else len(self.source.text)))

    def done(self) -> tuple[Diagnostic, ...]:
        """All of them, in the order of the text. None is mended where that could change what is sent."""
        if self.doubtful:
            self.found = [one if one.fix is None else self._doubted(one) for one in self.found]
        return tuple(sorted(self.found, key=lambda one: (one.span.start, one.span.end, one.code)))

    def _doubted(self, one: Diagnostic) -> Diagnostic:
        many = len(self.doubtful) == MOST
        inside = any(there.start <= one.span.start < there.end for there in self.doubtful)
        return replace(one, fix=None) if many or inside else one


def fix(title: str, *edits: tuple[int, int, str]) -> Fix:
    """A fix of edits, each (start, end, text)."""
    return Fix(title, tuple(Edit(Span(start, end), text) for start, end, text in edits))
