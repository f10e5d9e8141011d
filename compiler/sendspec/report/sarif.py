"""SARIF 2.1.0, with what code scanning asks for. Columns count characters; secrets stand in no part of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from sendspec import __version__
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.marked import fingerprints, lines, unique
from sendspec.report.explain import plain, section
from sendspec.report.visible import visible
from sendspec.source import Source, Span

if TYPE_CHECKING:
    from sendspec.report import View

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_WEIGHTS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_SECURITY = "SEC"


def write(findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """One log of one run."""
    codes = sorted({found.code for found in findings})
    prints = unique(fingerprints(findings))
    run = {
        "tool": {"driver": _driver(codes, view)},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(found, codes.index(found.code), print) for found, print in zip(findings, prints, strict=True)
        ],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(codes: Sequence[str], view: View) -> dict[str, object]:
    version = {"version": __version__, "semanticVersion": __version__}
    return {"name": "sendspec", **version, "rules": [_rule(code, view) for code in codes]}


def _rule(code: str, view: View) -> dict[str, object]:
    name = view.catalogue.name_of(code)
    if not name:
        return {"id": code}
    page, rule = view.catalogue.load(code)
    what = " ".join(section(page, "What it checks").split())
    properties: dict[str, object] = {"problem.severity": _WEIGHTS[rule.severities[0]], "precision": "very-high"}
    if code.startswith(_SECURITY):
        properties |= {"tags": ["security"], "security-severity": "7.0"}
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": name.replace("-", " ")},
        "fullDescription": {"text": what},
        "help": {"text": "".join(plain(page)), "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severities[0]]},
        "properties": properties,
    }


def _result(found: Diagnostic, rule: int, fingerprint: str) -> dict[str, object]:
    text = found.message + (f"\n\nhelp: {found.help}" if found.help else "")
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": _message(text),
        "locations": [_location(found.source, found.span)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label.source, label.span), "message": _message(label.text)}
            for number, label in enumerate(found.related, 1)
        ]
    if found.fix:
        result["fixes"] = [_fix(found)]
    if found.pointer is not None:
        result["properties"] = {"pointer": found.pointer}
    return result


def _message(text: str) -> dict[str, object]:
    """A plain message. `](` would begin a link into the log (§3.11.6), which no spec may do."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return {"text": shown.replace("](", "] (")}


def _location(source: Source, span: Span) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": _artifact(source), "region": _region(source, span)}}


def _artifact(source: Source) -> dict[str, object]:
    path = quote(source.path, safe="/", errors="surrogateescape")
    return {"uri": f"file://{path}"} if path.startswith("/") else {"uri": path}


def _region(source: Source, span: Span) -> dict[str, object]:
    line, column, end_line, end_column = lines(source, span)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(found: Diagnostic) -> dict[str, object]:
    edits = found.fix.edits if found.fix else ()
    replacements = [
        {"deletedRegion": _region(found.source, edit.span), "insertedContent": {"text": edit.text}} for edit in edits
    ]
    change = {"artifactLocation": _artifact(found.source), "replacements": replacements}
    return {"description": _message(found.fix.title if found.fix else ""), "artifactChanges": [change]}
