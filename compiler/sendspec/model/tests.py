"""`test` blocks: parsed, named and typed now; a later pass runs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sendspec.channels.declare import Channel
from sendspec.channels.declare import Word as Declared
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.diagnostic import Label
from sendspec.model.findings import Findings
from sendspec.model.nodes import Rung, Test
from sendspec.model.parts import Parts, called
from sendspec.model.scope import Known
from sendspec.model.typing import LONGEST
from sendspec.model.variables import literal_value
from sendspec.nearest import did_you_mean, nearest
from sendspec.syntax.nodes import Kind, List, Literal, Part, Statement, Text, Word
from sendspec.values.types import Kind as TypeKind
from sendspec.values.types import Type

UNKNOWN, MISSING, TWICE, DECLARED = "NAM001", "NAM006", "NAM012", "NAM004"
RELATIONS = ("contains", "is", "starts", "ends")
BLOCKS = ("given", "at", "events", "expect")
STATUSES = ("submitted", "delivered", "read", "clicked", "failed")
_KINDS = {"msisdn": TypeKind.PHONE, "email": TypeKind.EMAIL}


def once(tests: Iterable[Test], findings: Findings) -> None:
    """Tells of a test that has the name of an earlier one."""
    seen: dict[str, Test] = {}
    for test in tests:
        first = seen.setdefault(test.name, test)
        if first is not test:
            label = Label(findings.source, first.statement.line, "first here")
            findings.error(DECLARED, test.statement.line, "two tests of this message have this name", None, label)


def read_test(statement: Statement, known: Known, rungs: Iterable[Rung], findings: Findings) -> Test | None:
    """A test of a message, or None when it has no name."""
    parts = Parts(statement, findings)
    name = parts.text("the name of the test, in quotes")
    if name is None:
        return None
    parts.end()
    channels = {rung.channel.name: rung.channel for rung in rungs}
    given: dict[str, object] = {}
    at: object = None
    events: list[tuple[str, str, int]] = []
    expect: list[tuple[Part, ...]] = []
    for line in statement.block.statements if statement.block else ():
        inner = line.block.statements if line.block else ()
        match line.head.text:
            case "given":
                _given(inner, known, given, findings)
            case "at":
                moment = Parts(line, findings).literal(Kind.INSTANT, "2026-11-29T17:00Z")
                at = moment.value if moment and Parts(line, findings, line.parts[1:]).end() else None
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


def _given(lines: Iterable[Statement], known: Known, given: dict[str, object], findings: Findings) -> None:
    names = [*ADDRESS_KEYS, *known.variables, "locale"]
    for line in lines:
        name, parts = line.head.text, Parts(line, findings)
        if name in known.lost:
            continue
        if name in given:
            findings.error(TWICE, line.head.span, f"`{name}` is given twice")
        if name not in names:
            findings.error(
                UNKNOWN,
                line.head.span,
                f"`{name}` is no address and no variable of this message",
                did_you_mean(name, names),
            )
            continue
        if name in known.variables:
            made = known.variables[name].type
        elif name == "locale":
            made = Type(TypeKind.LOCALE, choices=tuple(filter(None, known.locales)))
        else:
            made = Type(_KINDS[name]) if name in _KINDS else Type(TypeKind.TEXT, most=LONGEST)
        given[name] = literal_value(made, parts, findings)
        parts.end()


def _event(line: Statement, channels: Collection[str], findings: Findings) -> tuple[str, str, int] | None:
    """`whatsapp submitted +2s`: a channel of the ladder, a status, and when after the start, in seconds."""
    parts = Parts(line, findings)
    if line.head.text not in channels:
        findings.error(
            UNKNOWN,
            line.head.span,
            f"`{line.head.text}` is no channel of this ladder",
            did_you_mean(line.head.text, channels) or _ladder(channels),
        )
        return None
    status = parts.choice(*STATUSES)
    if status is None or not parts.expect("+"):
        return None
    after = parts.literal(Kind.DURATION, "20m")
    parts.end()
    return (line.head.text, status, int(str(after.value))) if after else None


def _ladder(channels: Iterable[str]) -> str | None:
    listed = ", ".join(f"`{name}`" for name in channels)
    return f"its channels are {listed}" if listed else None


def _expected(line: Statement, channels: Mapping[str, Channel], findings: Findings) -> bool:
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
                    f"{called(word)} is no channel of this ladder",
                    (did_you_mean(word.text, channels) if isinstance(word, Word) else None) or _ladder(channels),
                )
        return listed is not None
    seen = _seen(channels[name]) if name in channels else frozenset[str]()
    if member not in seen:
        near = nearest(line.head.text, [f"{each}.{word}" for each in channels for word in _seen(channels[each])])
        findings.error(
            UNKNOWN,
            line.head.span,
            f"`{line.head.text}` is nothing that a test can look at",
            f"did you mean `{near}`?" if near else 'write `rungs [sms]` or `sms.body contains "…"`',
        )
        return False
    match line.parts:
        case (Literal() | Text() | Word(),) | (Word(text="contains" | "is" | "starts" | "ends"), Text()):
            return True
        case (Word(text=relation), Text()):
            Parts(line, findings).missed("`contains`, `is`, `starts` or `ends`", did_you_mean(relation, RELATIONS))
            return False
        case _:
            Parts(line, findings).missed("a value, or `contains` and a text")
            return False


def _seen(channel: Channel) -> frozenset[str]:
    """What a test can look at in a channel: its words, and its parts where texts are counted in parts."""
    return frozenset(_names(channel.words)) | ({"parts"} if channel.parts else set())


def _names(words: Iterable[Declared]) -> Iterator[str]:
    for word in words:
        yield word.name
        yield from (slot.name for slot in (*word.positional, *word.options))
        yield from _names(word.block or ())
