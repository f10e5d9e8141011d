"""Where the passes of this room put what they find: a list that only grows, and the place it is found in."""

from __future__ import annotations

from sendspec.diagnostic import Diagnostic, Fix, Label, Severity
from sendspec.record import field, record
from sendspec.source import Source, Span


@record(eq=False)
class Findings:
    """The findings of one file. `of` gives the same list for a text that stands in another file."""

    source: Source
    found: list[Diagnostic] = field(default_factory=list)

    def of(self, source: Source) -> Findings:
        """The same list, for spans of another source."""
        return self if source is self.source else Findings(source, self.found)

    def within(self, span: Span) -> bool:
        """Whether an error stands inside a span."""
        errors = (found for found in self.found if found.severity is Severity.ERROR and found.source is self.source)
        return any(span.start <= found.span.start and found.span.end <= span.end for found in errors)

    def error(self, code: str, span: Span, message: str, help: str | None = None, *related: Label) -> None:
        """Adds an error at a span."""
        self.add(code, Severity.ERROR, span, message, help, related=related)

    def warning(self, code: str, span: Span, message: str, help: str | None = None, *related: Label) -> None:
        """Adds a warning at a span."""
        self.add(code, Severity.WARNING, span, message, help, related=related)

    def add(
        self,
        code: str,
        severity: Severity,
        span: Span,
        message: str,
        help: str | None = None,
        *,
        label: str = "",
        related: tuple[Label, ...] = (),
        fix: Fix | None = None,
    ) -> None:
        """Adds a finding at a span."""
        self.found.append(Diagnostic(code, severity, message, self.source, span, label, help, related, fix))


def unread(finding: Diagnostic) -> bool:
    """Whether a finding may have kept a name from being seen where it is used."""
    families = ("SYN", "NAM", "TXT", "VAR", "LAD", "LOC", "TIM")
    return finding.severity is Severity.ERROR and finding.code[:3] in families
