"""One line a finding: `path:line:column: error[CODE] message`, for editors and for grep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic
from sendspec.report.visible import visible

if TYPE_CHECKING:
    from sendspec.report import View


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """A line for each finding."""
    for found in findings:
        line, column = found.source.position(found.span.start)
        place = f"{visible(found.source.path)}:{line}:{column}"
        yield f"{place}: {found.severity.value}[{found.code}] {visible(found.message)}\n"
