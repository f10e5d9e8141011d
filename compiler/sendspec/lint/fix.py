"""Fixes: the edits of findings, put into their texts. Overlapping ones wait for the next run."""

from __future__ import annotations

from collections.abc import Iterable

from sendspec.diagnostic import Diagnostic, Edit
from sendspec.source import Source


def fixed(found: Iterable[Diagnostic]) -> dict[str, tuple[str, str]]:
    """The texts before and after, by path, of the files that a fix changes."""
    edits: dict[str, tuple[Source, list[Edit]]] = {}
    for finding in found:
        if finding.fix is not None:
            _, chosen = edits.setdefault(finding.source.path, (finding.source, []))
            if not any(_meet(edit, other) for edit in finding.fix.edits for other in chosen):
                chosen.extend(finding.fix.edits)
    return {path: (source.text, _applied(source.text, chosen)) for path, (source, chosen) in edits.items()}


def _meet(one: Edit, other: Edit) -> bool:
    return (one.span.start < other.span.end and other.span.start < one.span.end) or one.span == other.span


def _applied(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
