"""A code quality report of GitLab: one array, shown in merge requests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.marked import fingerprints, lines, unique
from sendspec.report.visible import visible

if TYPE_CHECKING:
    from sendspec.report import View

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """The array. A fingerprint stays the same as long as the line does, and belongs to one finding alone."""
    from hashlib import sha256

    told = (sha256(each.encode()).hexdigest() for each in unique(fingerprints(findings)))
    entries = [_entry(found, print, view) for found, print in zip(findings, told, strict=True)]
    yield json.dumps(entries, indent=2) + "\n"


def _entry(found: Diagnostic, fingerprint: str, view: View) -> dict[str, object]:
    line, _, end_line, _ = lines(found.source, found.span)
    return {
        "type": "issue",
        "description": visible(found.message),
        "check_name": f"{found.code} {view.catalogue.name_of(found.code)}".rstrip(),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": found.source.path, "lines": {"begin": line, "end": end_line}},
    }
