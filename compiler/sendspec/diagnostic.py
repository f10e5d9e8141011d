"""What a pass has to say about a source: one finding, its labels and, at times, a fix.

Messages follow the house style: lower case, no full stop, one line, the writer's own words first.
This module must not know how a finding is printed, nor what any code means.
"""

from __future__ import annotations

from enum import Enum

from sendspec.record import record
from sendspec.source import Source, Span


class Severity(Enum):
    """How much a finding weighs. `value` is the word of the JSON contract."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record(eq=False)
class Label:
    """A place that helps to understand a finding, with a few words about it."""

    source: Source
    span: Span
    text: str


@record(eq=False)
class Edit:
    """Replace one stretch of the finding's source by a text."""

    span: Span
    text: str


@record(eq=False)
class Fix:
    """Edits that mend a finding without changing what is sent: what `lint --fix` does."""

    title: str
    edits: tuple[Edit, ...]


@record(eq=False)
class Diagnostic:
    """One finding. `span` is the smallest text that must change; `pointer` a JSON Pointer, for request bodies only.

    `secret`: the marked text must not be shown again; whoever prints an excerpt masks it.
    """

    code: str
    severity: Severity
    message: str
    source: Source
    span: Span
    label: str = ""
    help: str | None = None
    related: tuple[Label, ...] = ()
    fix: Fix | None = None
    pointer: str | None = None
    secret: bool = False
