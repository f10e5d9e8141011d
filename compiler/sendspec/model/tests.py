"""`test` blocks: parsed, named and typed now; a later pass runs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.model.findings import Findings
from sendspec.model.nodes import Rung, Test, Variable
from sendspec.model.parts import Parts
from sendspec.model.variables import literal_value
from sendspec.nearest import did_you_mean
from sendspec.syntax.nodes import Kind, List, Literal, Part, Statement, Text, Word
from sendspec.values.types import Kind as TypeKind
from sendspec.values.types import Type

UNKNOWN, MISSING = "NAM001", "NAM006"
BLOCKS = ("given", "at", "events", "expect")
STATUSES = ("submitted", "delivered", "read", "clicked", "failed")
_KINDS = {"msisdn": TypeKind.PHONE, "email": TypeKind.EMAIL}


def read_test(
    statement: Statement,
    variables: Mapping[str, Variable],
    rungs: Iterable[Rung],
    locales: tuple[str, ...],
    findings: Findings,
) -> Test | None:
    """A test of a message, or None when it has no name."""
    parts = Parts(statement, findings)
    name = parts.text("the name of the test, in quotes")
    if name is None:
        return None
    parts.end()
    channels = {rung.channel.name for rung in rungs}
    given: dict[str, object] = {}
    at: object = None
    events: list[tuple[str, str, int]] = []
    expect: list[tuple[Part, ...]] = []
    for line in statement.block.statements if statement.block else ():
        inner = line.block.statements if line.block else ()
        match line.head.text:
            case "given":
                given.update(_given(inner, variables, locales, findings))
            case "at":
                moment = Parts(line, findings).literal(Kind.INSTANT, "2026-11-29T17:00Z")
                at = moment.value if moment else None
            case "events":
                events += [event for each in inner if (event := _event(each, channels, findings))]
            case "expect":
                expect += [(each.head, *each.parts) for each in inner if _expected(each, channels, findings)]
            case other:
                findings.error(
                    UNKNOWN,
                    line.head.span,
                    f"`{other}` is no part of `test`",
                    did_you_mean(other, BLOCKS) or f"a test takes {', '.join(BLOCKS)}",
                )
    if not expect:
        findings.error(MISSING, statement.line, "the test expects nothing", "add `expect { rungs [sms] }`")
    return Test(name.value, given, at, tuple(events), tuple(expect), findings.source, statement)


def _given(
    lines: Iterable[Statement], variables: Mapping[str, Variable], locales: tuple[str, ...], findings: Findings
) -> dict[str, object]:
    given: dict[str, object] = {}
    known = [*ADDRESS_KEYS, *variables, "locale"]
    for line in lines:
        name, parts = line.head.text, Parts(line, findings)
        if name not in known:
            findings.error(
                UNKNOWN,
                line.head.span,
                f"`{name}` is no address and no variable of this message",
                did_you_mean(name, known),
            )
            continue
        if name in variables:
            made = variables[name].type
        elif name == "locale":
            made = Type(TypeKind.LOCALE, choices=locales)
        else:
            made = Type(_KINDS.get(name, TypeKind.TEXT), most=1000)
        given[name] = literal_value(made, parts, findings)
        parts.end()
    return given


def _event(line: Statement, channels: set[str], findings: Findings) -> tuple[str, str, int] | None:
    """`whatsapp submitted +2s`: a channel of the ladder, a status, and when after the start, in seconds."""
    parts = Parts(line, findings)
    if line.head.text not in channels:
        findings.error(
            UNKNOWN,
            line.head.span,
            f"`{line.head.text}` is no channel of this ladder",
            did_you_mean(line.head.text, channels),
        )
        return None
    status = parts.choice(*STATUSES)
    if status is None or not parts.expect("+"):
        return None
    after = parts.literal(Kind.DURATION, "20m")
    parts.end()
    return (line.head.text, status, int(str(after.value))) if after else None


def _expected(line: Statement, channels: set[str], findings: Findings) -> bool:
    """`rungs [whatsapp, sms]`, `sms.parts 1`, `sms.body contains "…"`."""
    name, _, member = line.head.text.partition(".")
    if name == "rungs" and not member:
        listed = Parts(line, findings).list("a list of channels")
        for element in listed.elements if isinstance(listed, List) else ():
            word = element[0]
            if not isinstance(word, Word) or word.text not in channels:
                findings.error(
                    UNKNOWN,
                    word.span,
                    "this is no channel of this ladder",
                    did_you_mean(word.text, channels) if isinstance(word, Word) else None,
                )
        return listed is not None
    if name not in channels or not member:
        findings.error(
            UNKNOWN,
            line.head.span,
            f"`{line.head.text}` is nothing that a test can look at",
            did_you_mean(name, channels) or 'write `rungs [sms]` or `sms.body contains "…"`',
        )
        return False
    match line.parts:
        case (Literal() | Text() | Word(),) | (Word(text="contains" | "is" | "starts" | "ends"), Text()):
            return True
        case _:
            Parts(line, findings).missed("a value, or `contains` and a text")
            return False
