"""One array of findings for other programs. Its keys are a contract; a text in it is never shown as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic
from sendspec.marked import lines

if TYPE_CHECKING:
    from sendspec.report import View


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """The array, one finding after the other. Beyond ASCII everything is escaped: no encoding can harm it."""
    opening = "[\n  "
    for found in findings:
        yield opening + json.dumps(_entry(found, view))
        opening = ",\n  "
    yield "[]\n" if opening == "[\n  " else "\n]\n"


def _entry(found: Diagnostic, view: View) -> dict[str, object]:
    line, column, end_line, end_column = lines(found.source, found.span)
    return {
        "code": found.code,
        "name": view.catalogue.name_of(found.code),
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        "path": found.source.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "pointer": found.pointer,
    }
