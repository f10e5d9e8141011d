"""Workflow commands of GitHub Actions, which show findings beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.marked import lines
from sendspec.report.visible import visible

if TYPE_CHECKING:
    from sendspec.report import View

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """A command for each finding."""
    for found in findings:
        line, column, end_line, end_column = lines(found.source, found.span)
        properties: dict[str, object] = {"file": found.source.path, "line": line, "endLine": end_line}
        if line == end_line:  # columns of a range over several lines are refused
            properties |= {"col": column, "endColumn": end_column}
        properties["title"] = f"{found.code} {view.catalogue.name_of(found.code)}".rstrip()
        listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        text = _data(visible(found.message)) + (f"%0Ahelp: {_data(visible(found.help))}" if found.help else "")
        yield f"::{_COMMANDS[found.severity]} {listed}::{text}\n"


def _data(text: str) -> str:
    """Escaped as the runner's toolkit does it for the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
