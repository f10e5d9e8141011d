"""What a finding marks: its lines, with secrets masked, and the fingerprint by which it is known again.

Shared by everything that writes findings down. It must not know how they are printed, nor what any code means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sendspec.diagnostic import Diagnostic
from sendspec.record import replace
from sendspec.source import Source, Span

#: What stands in an excerpt instead of a secret; it must not tell how long the secret is.
MASK = "•••"

#: A secret shorter than this is also a common word; taking it out of messages would spoil them.
_QUOTABLE = 6

#: The stretches that no excerpt may show, by the path of their source.
Secrets = Mapping[str, tuple[Span, ...]]


def secrets(findings: Iterable[Diagnostic]) -> Secrets:
    """The stretches that any of these findings calls secret. They are hidden in the excerpts of all of them."""
    spans: dict[str, set[Span]] = {}
    for finding in findings:
        if finding.secret:
            spans.setdefault(finding.source.path, set()).add(finding.span)
    return {path: tuple(sorted(found, key=lambda span: span.start)) for path, found in spans.items()}


def covered(findings: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """The findings, with no secret of one in the words of another, which may quote the address that holds it."""
    words = {found.source.text[found.span.start : found.span.end] for found in findings if found.secret}
    told = sorted((word for word in words if len(word) >= _QUOTABLE), key=len, reverse=True)
    return [_without(found, told) for found in findings] if told else findings


def _without(found: Diagnostic, words: Sequence[str]) -> Diagnostic:
    def clean(text: str) -> str:
        for word in words:
            text = text.replace(word, MASK)
        return text

    fix = found.fix
    shown = fix is None or not any(word in edit.text for edit in fix.edits for word in words)
    return replace(
        found,
        message=clean(found.message),
        label=clean(found.label),
        help=None if found.help is None else clean(found.help),
        related=tuple(replace(label, text=clean(label.text)) for label in found.related),
        fix=fix if shown else None,
    )


def line_of(finding: Diagnostic, hidden: Secrets) -> str:
    """The line on which a finding starts, without blanks around it and without any secret."""
    source = finding.source
    number, column = source.position(finding.span.start)
    text, start = source.line(number), finding.span.start - column + 1
    for span in reversed(hidden.get(source.path, ())):
        first, last = max(0, span.start - start), span.end - start
        if first < len(text) and last > 0:
            text = text[:first] + MASK + text[last:]
    return text.strip()


def fingerprints(findings: Sequence[Diagnostic]) -> tuple[str, ...]:
    """One for each finding: the same as long as its code, its path and its line's text stay, wherever the line is."""
    hidden = secrets(findings)
    return tuple(
        _digest(found.code, found.source.path, found.pointer or "", line_of(found, hidden)) for found in findings
    )


def unique(prints: Iterable[str]) -> tuple[str, ...]:
    """The same fingerprints told apart: the second finding on an equal line is `…:2`."""
    seen: Counter[str] = Counter()
    told: list[str] = []
    for each in prints:
        seen[each] += 1
        told.append(f"{each}:{seen[each]}")
    return tuple(told)


def _digest(*parts: str) -> str:
    from hashlib import sha256

    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def lines(source: Source, span: Span) -> tuple[int, int, int, int]:
    """Line, column, end line and end column of a span; the end is the place after its last character."""
    line, column = source.position(span.start)
    end_line, end_column = source.position(max(span.start, span.end))
    return line, column, end_line, end_column
