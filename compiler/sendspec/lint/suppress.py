"""`@allow(CODE, "reason", until DATE)`: what it takes away, and what is wrong with it.

What cannot be read cannot be allowed, nor can a finding about an `@allow`.
This module must not read the clock: `today` is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint import registry
from sendspec.nearest import did_you_mean
from sendspec.record import NamedTuple
from sendspec.syntax.nodes import Annotation, Kind, Literal, Part, Statement, Text, Word

if TYPE_CHECKING:
    from datetime import date

    from sendspec.model.nodes import Unit
    from sendspec.source import Source, Span

#: Families whose findings no `@allow` takes away.
_FIXED = ("SYN", "ALW")
#: While one of these families has a finding, a file is not understood well enough to call an `@allow` idle.
_UNSURE = ("SYN", "NAM")
#: Declarations that other files use: what is allowed there may be found only from there.
_SHARED = ("snippet", "sender")
_FORM = 'write `@allow(CODE, "reason")` or `@allow(CODE, "reason", until 2030-01-31)`'


class _Allow(NamedTuple):
    """One `@allow`, read. `fault` is what is wrong with it; `holds`: it takes findings away."""

    source: Source
    within: Span
    mark: Span
    code: str
    holds: bool
    fault: Diagnostic | None
    shared: bool


def suppress(unit: Unit, found: Sequence[Diagnostic], today: date) -> list[Diagnostic]:
    """The findings that no `@allow` of this file or of its imports takes away, and those about this file's own ones."""
    own = list(_allows(unit.source, unit.document.statements, today))
    others = [allow for each in _imported(unit) for allow in _allows(each.source, each.document.statements, today)]
    if not own and not others:
        return list(found)
    used: set[Span] = set()
    kept: list[Diagnostic] = []
    for finding in found:
        taken = [allow for allow in (*own, *others) if _takes(allow, finding)]
        used.update(allow.mark for allow in taken if allow.source is unit.source)
        if not taken:
            kept.append(finding)
    kept.extend(allow.fault for allow in own if allow.fault)
    if not any(finding.code.startswith(_UNSURE) for finding in found):
        plain = (allow for allow in own if allow.fault is None and not allow.shared)
        kept.extend(_idle(allow) for allow in plain if allow.mark not in used)
    return kept


def _imported(unit: Unit) -> Iterator[Unit]:
    """Every file that this one imports, at any depth, each once."""
    seen: set[int] = {id(unit)}
    waiting = list(unit.imports.values())
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            waiting.extend(each.imports.values())
            yield each


def _takes(allow: _Allow, finding: Diagnostic) -> bool:
    """Whether a finding, or a place that it names, lies in the allowed statement."""
    if not allow.holds or allow.code != finding.code:
        return False
    places = [(finding.source, finding.span), *((label.source, label.span) for label in finding.related)]
    return any(
        source.path == allow.source.path and allow.within.start <= span.start and span.end <= allow.within.end
        for source, span in places
    )


def _allows(source: Source, statements: Iterable[Statement], today: date, shared: bool = False) -> Iterator[_Allow]:
    for statement in statements:
        inside = shared or statement.head.text in _SHARED
        for annotation in statement.annotations:
            if annotation.name.text == "allow":
                yield _read(source, statement.span, annotation, today)._replace(shared=inside)
        if statement.block is not None and statement.block.statements:
            yield from _allows(source, statement.block.statements, today, inside)


def _read(source: Source, within: Span, annotation: Annotation, today: date) -> _Allow:
    """An annotation taken apart. One that is only half wrong still holds, so that one mistake is one finding."""
    arguments = _arguments(annotation)
    word = arguments[0][0] if arguments and len(arguments[0]) == 1 else None
    if not isinstance(word, Word):
        mark = _span(arguments[0]) if arguments and arguments[0] else annotation.span
        what = "has something else than a code" if arguments else "has no code"
        return _Allow(source, within, mark, "", False, _malformed(source, mark, what), False)
    wrong = _code_fault(source, word)
    fault = wrong or _reason_fault(source, word, annotation) or _until_fault(source, annotation, today)
    holds = wrong is None and (fault is None or fault.code != "ALW003")
    return _Allow(source, within, word.span, word.text, holds, fault, False)


def _code_fault(source: Source, word: Word) -> Diagnostic | None:
    code, known = word.text, registry.codes()
    if code in known and code.startswith(_FIXED):
        message = f"`{code}` cannot be allowed; @allow takes the code of a finding about what a spec says"
        mend = "mend what it is about and take the @allow out"
        return Diagnostic("ALW006", Severity.ERROR, message, source, word.span, help=mend)
    if code in known:
        return None
    message = f"`{code}` is no code; @allow takes the code of a finding, such as SMS004"
    offer = did_you_mean(code.upper(), known) or "`sendspec rules` lists all codes"
    return Diagnostic("ALW002", Severity.ERROR, message, source, word.span, help=offer)


def _reason_fault(source: Source, code: Word, annotation: Annotation) -> Diagnostic | None:
    arguments = _arguments(annotation)
    if len(arguments) < 2 or _is_until(arguments[1]):
        message = f"@allow({code.text}) has no reason; an @allow says why"
        return Diagnostic("ALW001", Severity.ERROR, message, source, annotation.span, help=_FORM)
    reason = arguments[1]
    if len(reason) != 1 or not isinstance(reason[0], Text):
        return _malformed(source, _span(reason), "has something else as its reason")
    if not reason[0].value.strip():
        message = "the reason is empty; an @allow says why"
        return Diagnostic("ALW001", Severity.ERROR, message, source, reason[0].span, help=_FORM)
    return None


def _until_fault(source: Source, annotation: Annotation, today: date) -> Diagnostic | None:
    """What is wrong after the reason: nothing, or `until DATE` with a date that has not passed, may stand there."""
    rest = list(_arguments(annotation)[2:])
    if not rest:
        return None
    if len(rest) > 1:
        return _malformed(source, _span(rest[1]), "goes on after its date")
    last = rest[0][-1]
    if not _is_until(rest[0]) or len(rest[0]) > 2:
        return _malformed(source, _span(rest[0]), "has something else after its reason")
    if not isinstance(last, Literal) or last.kind is not Kind.DATE or not isinstance(last.value, type(today)):
        return _malformed(source, _span(rest[0]), "has an `until` without a date")
    if today <= last.value:
        return None
    message = f"@allow ended on {last.text}; what it allowed is told again"
    mend = "mend what it allowed, or give it a later date"
    return Diagnostic("ALW003", Severity.WARNING, message, source, last.span, help=mend)


def _arguments(annotation: Annotation) -> tuple[tuple[Part, ...], ...]:
    return annotation.arguments or ()


def _is_until(parts: tuple[Part, ...]) -> bool:
    return isinstance(parts[0], Word) and parts[0].text == "until"


def _span(parts: tuple[Part, ...]) -> Span:
    return parts[0].span.to(parts[-1].span)


def _malformed(source: Source, span: Span, what: str) -> Diagnostic:
    message = f"this @allow {what}; it takes a code, a reason and at most `until DATE`"
    return Diagnostic("ALW005", Severity.ERROR, message, source, span, help=_FORM)


def _idle(allow: _Allow) -> Diagnostic:
    message = f"@allow({allow.code}) allows nothing; no {allow.code} is found here"
    return Diagnostic("ALW004", Severity.WARNING, message, allow.source, allow.mark, help="take the @allow out")
