"""Parts of a statement → leaves: the values of a request, with their bounds and the place that states them.

A place of a spec takes a text, a number, an instant…; each has one reader here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from sendspec.channels.declare import Slot, Takes
from sendspec.channels.filled import GAP, Leaf
from sendspec.model.findings import Findings
from sendspec.model.loader import Loader, Missing
from sendspec.model.nodes import Localised, Moment
from sendspec.model.parts import Parts, called
from sendspec.model.scope import Scope
from sendspec.nearest import did_you_mean
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Call, Kind, List, Literal, Part, Pipe, Shift, Text, Word
from sendspec.templates.bound import bound, escapes, opening, outline, sole
from sendspec.templates.check import check, reads
from sendspec.templates.filters import escaped
from sendspec.templates.parse import parse
from sendspec.templates.tree import Constant, Name, Print, Problem, Static, Template
from sendspec.values.gsm import measure
from sendspec.values.types import Kind as Type

UNKNOWN, FIXED, WRONG_TYPE, NO_FILE = "NAM003", "VAR008", "VAR006", "NAM009"
NO_NAME, NO_LOCALE = "TXT004", "LOC001"
FOREIGN, DOLLAR = "TXT013", "TXT014"  # `$(`, which some platforms fill in themselves
PATH = "TXT017"
#: The places whose text can be a whole file.
PROSE = frozenset({"text", "body", "html"})
_ENDINGS = (".txt", ".html", ".htm", ".send", ".json", ".csv", ".md")
SWITCHES = {"yes": True, "no": False}


def read_slot(slot: Slot, parts: Parts, scope: Scope) -> Leaf | tuple[Leaf, ...] | None:
    """The value of a slot, or None after telling what is wrong."""
    match slot.takes:
        case Takes.TEXT | Takes.VALUE:
            return text_leaf(slot, parts, scope)
        case Takes.NUMBER:
            return _number(slot, parts, scope)
        case Takes.INSTANT:
            return _instant(slot, parts, scope)
        case Takes.DURATION:
            literal = parts.literal(Kind.DURATION, "2h")
            return Leaf(slot.name, scope.findings.source, literal.span, literal.value) if literal else None
        case Takes.SWITCH:
            return _switch(slot, parts, scope)
        case Takes.CHOICE:
            here = parts.here
            word = parts.choice(*slot.choices)
            return (
                Leaf(slot.name, scope.findings.source, here, slot.choices[word], bounds=measure(slot.choices[word]))
                if word
                else None
            )
        case Takes.TEXTS | Takes.CHOICES:
            return _list(slot, parts, scope)


def text_leaf(slot: Slot, parts: Parts, scope: Scope) -> Leaf | None:
    """A text in one of its forms: quoted, a block, `file "…"`, `text.NAME`, a variable, a piped variable."""
    part = parts.take()
    source = scope.findings.source
    match part:
        case Text():
            if slot.html or slot.name in PROSE:
                told_path(f"{slot.name} file", part, scope.findings)
            return phrase_leaf(slot, part, source, scope)
        case Word(text="file") if isinstance(parts.next, Text):
            return _file(slot, parts, part, scope)
        case Word() if part.text in scope.variables:
            return phrase_leaf(slot, written(part.text, part.span), source, scope)
        case Word():
            return _named(slot, part, parts, scope)
        case Pipe():
            return phrase_leaf(slot, written(source.text[part.span.start : part.span.end], part.span), source, scope)
        case Literal(kind=Kind.DATE):
            return Leaf(slot.name, source, part.span, part.text, bounds=measure(part.text))
        case Literal(kind=Kind.NUMBER) if slot.takes is Takes.VALUE:
            return Leaf(slot.name, source, part.span, part.text, bounds=measure(part.text))
        case _:
            expected = f"a text for `{slot.name}`" if slot.name else "a text"
            said = called(part) if part else f"`{parts.statement.head.text}` ends here"
            scope.findings.error(
                "NAM002",
                part.span if part else parts.here,
                f"{said}; expected {expected}",
                "put it in quotes" if part else None,
            )
            return None


def told_path(words: str, text: Text, findings: Findings) -> None:
    """Tells that a text is nothing but the path of a file; `words` are those that would name the file."""
    value = text.value
    if text.block or not value.lower().endswith(_ENDINGS) or not set(value).isdisjoint(" \t\n:@?{"):
        return
    first, slash, _ = value.partition("/")
    if slash and "." in first.strip("."):
        return  # a web address without its scheme
    message = f'"{text.value}" is sent as it stands; it looks like the path of a file'
    findings.warning(PATH, text.span, message, f'write `{words} "{text.value}"`')


def written(expression: str, span: Span) -> Text:
    """The text that prints an expression which stands in the spec without braces."""
    return Text("{{ " + expression + " }}", False, ((0, span.start - 3),), span)


def phrase_leaf(
    slot: Slot, text: Text, source: Source, scope: Scope, used: tuple[Source, Span] | None = None
) -> Leaf | None:
    """The leaf of one text: parsed, its names checked, its length bounded. None after telling why not."""
    template, problems = parse(text.value)
    names = scope.names()
    silent = len(scope.silent)
    if template is not None:
        problems = (*problems, *(each for each in check(template, names) if not _lost(each, text, scope)))
        scope.used.update(reads(template))
        scope.templates.append(template)
    findings = scope.findings.of(source)
    for problem in problems:
        if problem.code in (DOLLAR, FOREIGN) and any(
            text.value.startswith(f"$({name})", problem.start) for name in scope.platform
        ):
            continue
        help = _as_written(problem.help, text, source)
        findings.add(problem.code, problem.severity, _inside(text, problem.start, problem.end), problem.message, help)
    if template is None or len(scope.silent) > silent or any(problem.severity.value == "error" for problem in problems):
        return None
    fixed = _fixed(template, scope, slot.html)
    if slot.fixed and fixed is None:
        findings.error(FIXED, text.span, f"`{slot.name}` is the same for everybody; it takes no variable")
        return None
    return _leaf(slot, template, fixed, text, source, scope, used)


def _as_written(help: str | None, text: Text, source: Source) -> str | None:
    """A help line for an expression that stands in the spec without braces: without them too, and with the quotes of
    the spec around the arguments of filters."""
    if help and text.value == f"{{{{ {source.text[text.span.start : text.span.end]} }}}}" and "{%" not in help:
        return re.sub(r"(?<=[( ])'([^']*)'(?=[,)])", r'"\1"', help.replace("{{ ", "").replace(" }}", ""))
    return help


def _lost(problem: Problem, text: Text, scope: Scope) -> bool:
    """Whether it only says that a name is unknown, whose declaration could not be read."""
    return problem.code == NO_NAME and scope.is_lost(text.value[problem.start : problem.end])


def _inside(text: Text, start: int, end: int) -> Span:
    """A stretch of a text, kept within the text's own span."""
    span = text.stretch(start, end)
    low = min(max(span.start, text.span.start), text.span.end)
    return Span(low, min(max(span.end, low), text.span.end))


def _leaf(
    slot: Slot,
    template: Template,
    fixed: str | None,
    text: Text,
    source: Source,
    scope: Scope,
    used: tuple[Source, Span] | None,
) -> Leaf:
    names = scope.names()
    if fixed is not None:
        return Leaf(slot.name, source, text.span, fixed, bounds=measure(fixed), html=slot.html, used=used)
    only = sole(template)
    kind = names.get(only) if only else None
    return Leaf(
        slot.name,
        source,
        text.span,
        None,
        template,
        bound(template, names, scope.locale, slot.html),
        opening=opening(template, names),
        closing=template.pieces[-1].text if template.pieces and isinstance(template.pieces[-1], Static) else "",
        kind=kind.kind.value if kind and not isinstance(kind, str) else "",
        html=slot.html,
        used=used,
        outline=outline(template.pieces, names, GAP) if slot.html else "",
        escapes=escapes(template.pieces, names),
    )


def _fixed(template: Template, scope: Scope, html: bool) -> str | None:
    """The text when it is the same for everybody: it prints nothing but texts in quotes, snippets and constants."""
    names, out = scope.names(), []
    for piece in template.pieces:
        match piece:
            case Static():
                out.append(piece.text)
            case Print(filters=(), value=Name(text=name)) if isinstance(known := names.get(name), str):
                out.append(escaped(known) if html else known)
            case Print(filters=(), value=Constant(value=str() as stated)):  # `{{ '{{' }}`: what would be a tag
                out.append(escaped(stated) if html else stated)
            case _:
                return None
    return "".join(out)


def _named(slot: Slot, word: Word, parts: Parts, scope: Scope) -> Leaf | None:
    """A text or snippet by its name."""
    name = word.text.removeprefix("text.")
    found = scope.texts.get(name) if word.text.startswith("text.") else scope.snippets.get(word.text)
    if found is None and scope.is_lost(word.text):
        return None
    if found is None:
        known = [*scope.variables, *scope.snippets, *(f"text.{text}" for text in scope.texts)]
        what = "text" if word.text.startswith("text.") else "variable, text or snippet"
        scope.findings.error(
            UNKNOWN, word.span, f"`{word.text}` is no {what} of this message", _near(word.text, known, scope)
        )
        return None
    scope.used.add(word.text)
    phrase = found.phrases.get(scope.locale) or found.phrases.get("")
    if phrase is None:  # told where it is declared or imported
        scope.silent.append(word.text)
        return None
    return phrase_leaf(slot, phrase.text, phrase.source, scope, (scope.findings.source, word.span))


def missing_locale(text: Localised, lacking: Sequence[str], findings: Findings) -> None:
    """Tells, where a text or snippet is declared, that it has no text for some locales."""
    listed = ", ".join(f"`{locale}`" for locale in lacking)
    message = f"`{text.name}` has no text for {listed}"
    findings.error(NO_LOCALE, text.statement.parts[0].span, message, f'add `{lacking[0]} "…"`')


def _near(name: str, known: list[str], scope: Scope) -> str | None:
    if near := did_you_mean(name, known):
        return near
    if name in scope.texts:
        return f"a text of the message is named `text.{name}`"
    return "put a text in quotes"


def _file(slot: Slot, parts: Parts, word: Word, scope: Scope) -> Leaf | None:
    """`file "mail/a.html"`: the text of a file beside the spec."""
    named = parts.take()
    if not isinstance(named, Text):
        return None
    found = file_text(named, scope.findings, scope.loader)
    return found and phrase_leaf(slot, found[1], found[0], scope, (scope.findings.source, word.span.to(named.span)))


def file_text(named: Text, findings: Findings, loader: Loader) -> tuple[Source, Text] | None:
    """The text of a file that a spec names, or None after telling why there is none."""
    found = loader.load(findings.source.path, named.value)
    if isinstance(found, Missing):
        findings.error(NO_FILE, named.span, f'"{named.value}" {found.message}', found.help)
        return None
    try:
        decoded = found.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.error(
            NO_FILE, named.span, f'"{named.value}" is not UTF-8 at byte {error.start}', "save the file as UTF-8"
        )
        return None
    whole = Text(decoded.replace("\r\n", "\n"), True, _marks(decoded), Span(0, len(decoded)))
    return Source(found.path, decoded), whole


def _marks(decoded: str) -> tuple[tuple[int, int], ...]:
    """Where a file's text and the same with plain line ends run apart: after each CRLF."""
    marks, at, lost = [(0, 0)], 0, 0
    while (at := decoded.find("\r\n", at)) >= 0:
        marks.append((at - lost, at + 1))
        at, lost = at + 2, lost + 1
    return tuple(marks)


def _number(slot: Slot, parts: Parts, scope: Scope) -> Leaf | None:
    part, source = parts.next, scope.findings.source
    match part:
        case Literal(kind=Kind.NUMBER, value=value):
            parts.take()
            return Leaf(
                slot.name,
                source,
                part.span,
                value if isinstance(value, int) else float(Decimal(str(value))),
                form="number",
            )
        case Word(text=name) if name in scope.variables:
            parts.take()
            return _typed(slot, part, scope, (Type.INT, Type.DECIMAL), "number")
        case Word(text=name) if scope.is_lost(name):
            parts.take()
            return None
        case _:
            parts.missed(f"a number for `{slot.name}`", "for instance `12` or `51.48`")
            return None


def _typed(slot: Slot, word: Word, scope: Scope, kinds: tuple[Type, ...], form: str) -> Leaf | None:
    """A variable of one of some types, standing alone."""
    scope.used.add(word.text)
    variable = scope.variables[word.text]
    if variable.type.kind not in kinds:
        wanted = " or ".join(kind.value for kind in kinds)
        scope.findings.error(WRONG_TYPE, word.span, f"`{word.text}` is {variable.type}; expected {wanted}")
        return None
    template, _ = parse("{{ " + word.text + " }}")
    assert template is not None
    return Leaf(slot.name, scope.findings.source, word.span, None, template, None, form, kind=variable.type.kind.value)


def instant_text(value: dt.datetime) -> str:
    """An instant as requests write it: UTC with milliseconds and `Z`."""
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03d}Z"


def _instant(slot: Slot, parts: Parts, scope: Scope) -> Leaf | None:
    part, source = parts.next, scope.findings.source
    shift, value = 0, part
    if isinstance(part, Shift):
        shift, value = part.sign * int(str(part.by.value)), part.value
    width = measure("2026-11-30T14:30:00.000Z")
    match value:
        case Literal(kind=Kind.INSTANT, value=dt.datetime() as moment):
            parts.take()
            try:
                text = instant_text(moment + dt.timedelta(seconds=shift))
            except OverflowError:
                scope.findings.error("NAM002", value.span, f"`{value.text}` moved by that is outside the calendar")
                return None
            return Leaf(slot.name, source, value.span, text, bounds=width, form="instant", kind="instant")
        case Word(text=name) if name in scope.variables:
            parts.take()
            leaf = _typed(slot, value, scope, (Type.DATETIME,), "instant")
            return leaf and Leaf(
                slot.name, source, value.span, None, Moment(name, shift), width, "instant", kind="instant"
            )
        case Word(text=name) if "." not in name:
            parts.take()
            if not scope.is_lost(name):
                near = did_you_mean(name, scope.variables) or "declare it in `vars`"
                scope.findings.error(UNKNOWN, value.span, f"`{name}` is no variable of this message", near)
            return None
        case _:
            parts.missed(f"an instant for `{slot.name}`", "for instance `2026-11-30T14:30Z`, or a datetime variable")
            return None


def _switch(slot: Slot, parts: Parts, scope: Scope) -> Leaf | None:
    here = parts.here
    if parts.is_word("true", "false", "on", "off"):
        parts.missed("`yes` or `no`", "switches are written `yes` and `no`")
        parts.take()
        return None
    word = parts.choice(*SWITCHES)
    return Leaf(slot.name, scope.findings.source, here, SWITCHES[word], form="switch") if word else None


def _list(slot: Slot, parts: Parts, scope: Scope) -> tuple[Leaf, ...] | None:
    found = parts.list(slot.takes.value)
    if not isinstance(found, List):
        return None
    inner = Slot(
        slot.name,
        Takes.TEXT if slot.takes is Takes.TEXTS else Takes.CHOICE,
        choices=slot.choices,
        html=slot.html,
        fixed=slot.fixed,
    )
    leaves = []
    for element in found.elements:
        within = Parts(parts.statement, parts.findings, element)
        leaf = read_slot(inner, within, scope)
        if isinstance(leaf, Leaf) and within.end():
            leaves.append(leaf)
    return tuple(leaves)


def part_of(parts: tuple[Part, ...]) -> Part | None:
    """The one part of an argument, or None when there are several."""
    return parts[0] if len(parts) == 1 else None


__all__ = ["Call", "instant_text", "part_of", "phrase_leaf", "read_slot", "text_leaf"]
