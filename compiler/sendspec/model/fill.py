"""A statement matched with the word that a channel or a block declares: its values read, its block filled.

This pass knows declarations only; which channel they belong to does not matter here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.channels.filled import Filled, Leaf
from sendspec.model.free import free_object
from sendspec.model.keys import named
from sendspec.model.leaves import read_slot
from sendspec.model.parts import Parts, called
from sendspec.model.scope import Scope
from sendspec.model.values import assigned_value
from sendspec.nearest import did_you_mean
from sendspec.source import Span
from sendspec.syntax import nodes
from sendspec.syntax.nodes import Block, Statement

UNKNOWN, WRONG, MISSING, TWICE, KINDS = "NAM001", "NAM002", "NAM006", "NAM012", "NAM015"


def fill(word: Word, statement: Statement, scope: Scope) -> Filled:
    """The statement's values and block by the word's declaration. What is wrong is told; what is right is kept."""
    parts = Parts(statement, scope.findings)
    values = _values(word, parts, scope)
    return fill_block(word, statement.block, scope, statement.line, values)


def _values(word: Word, parts: Parts, scope: Scope) -> dict[str, Leaf | tuple[Leaf, ...]]:
    values: dict[str, Leaf | tuple[Leaf, ...]] = {}
    options = {slot.name: slot for slot in word.options}
    for slot in word.positional:
        if slot.required and parts.is_word(*options) and (lacks := _skipped(word, slot, parts)):
            parts.missed(*lacks)
            return values
        if parts.next is None or (not slot.required and _left_out(slot, options, parts)):
            if slot.required:
                parts.missed(f"{slot.takes.value} for `{slot.name}`" if slot.name else slot.takes.value)
                return values
            continue
        before = parts.next
        value = read_slot(slot, parts, scope)
        if value is not None:
            values[slot.name] = value
        elif parts.next is before:
            return values
    if _options(word, options, parts, scope, values):
        for slot in word.options:
            if slot.required and slot.name not in values:
                scope.findings.error(
                    MISSING, parts.statement.line, f"`{word.name}` has no `{slot.name}`", _example(slot)
                )
    return values


def _left_out(slot: Slot, options: Mapping[str, Slot], parts: Parts) -> bool:
    """Whether an optional place is empty: an option follows, or a text where one of a few words could stand."""
    return parts.is_word(*options) or (slot.takes is Takes.CHOICE and isinstance(parts.next, nodes.Text))


def _skipped(word: Word, slot: Slot, parts: Parts) -> tuple[str, str] | None:
    """What is told where an option stands in a required place: `row title "Balance"`."""
    if not isinstance(parts.after, nodes.Text):
        return None  # a variable may have the name of an option
    option = parts.next.text if isinstance(parts.next, nodes.Word) else ""
    what = slot.name or word.name
    return f"`{what}` first", f'write `{word.name} "…" {option} …`: `{word.name}` needs its {what} first'


def _options(
    word: Word, options: Mapping[str, Slot], parts: Parts, scope: Scope, values: dict[str, Leaf | tuple[Leaf, ...]]
) -> bool:
    """Reads `name value` pairs to the end. False when reading stopped at something that was told."""
    whole = True
    while (part := parts.next) is not None:
        if not isinstance(part, nodes.Word) or part.text not in options:
            _unknown_option(word, options, part, scope)
            return False
        if part.text in values:
            scope.findings.error(TWICE, part.span, f"`{part.text}` stands twice in one `{word.name}`")
        parts.take()
        before = parts.next
        value = read_slot(options[part.text], parts, scope)
        if value is not None:
            values.setdefault(part.text, value)
        else:
            whole = False
            if parts.next is before:
                return False
    return whole


def _unknown_option(word: Word, options: Mapping[str, Slot], part: nodes.Part, scope: Scope) -> None:
    takes = f"`{word.name}` takes {_listed(options)}" if options else f"`{word.name}` takes nothing more here"
    near = None
    if isinstance(part, nodes.Word):
        near = did_you_mean(part.text, options) or "begin another statement after a comma, or on a line of its own"
    elif isinstance(part, nodes.Text) and not any(slot.required for slot in word.positional) and not part.block:
        texts = [f'`{name} "…"`' for name, slot in options.items() if slot.takes is Takes.TEXT]
        near = f"write {' or '.join(texts)}" if texts else None
    scope.findings.error(
        UNKNOWN if isinstance(part, nodes.Word) else WRONG, part.span, f"{called(part)}; {takes}", near
    )


def _listed(names: Iterable[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _example(slot: Slot) -> str:
    shown = {Takes.NUMBER: "12", Takes.INSTANT: "2026-11-30T14:30Z", Takes.SWITCH: "yes", Takes.DURATION: "2h"}
    value = shown.get(slot.takes) or (next(iter(slot.choices)) if slot.choices else '"…"')
    return f"add `{slot.name} {value}`"


def fill_block(
    word: Word, block: Block | None, scope: Scope, line: Span, values: Mapping[str, Leaf | tuple[Leaf, ...]]
) -> Filled:
    """The block of a word, filled; `line` is what a finding about the whole statement marks."""
    source = scope.findings.source
    takes_block = word.block is not None or word.assigns or word.free
    if block is None:
        if any(child.required for child in word.block or ()):
            _missing(word, (), line, scope)
        return Filled(word, source, line, values)
    if not takes_block:
        scope.findings.error(
            WRONG,
            line,
            f"`{word.name}` takes no block",
            "write its options on the line itself" if word.options else None,
        )
        return Filled(word, source, line, values)
    if word.free:
        return Filled(word, source, line, values, free=free_object(block, scope))
    known = {child.name: child for child in word.block or ()}
    children: list[Filled] = []
    assigned: dict[str, Leaf | tuple[str, Leaf]] = {}
    strange = False
    for statement in map(named, block.statements) if word.assigns else block.statements:
        if word.assigns and statement.parts and isinstance(statement.parts[0], nodes.Sign):
            _assign(word, statement, scope, assigned)
        elif (child := known.get(statement.head.text)) is not None:
            children.append(fill(child, statement, scope))
        else:
            _unknown(word, known, statement, scope)
            strange = True
    made = tuple(children)
    _counts(word, made, scope)
    if not strange:  # else what is missing may stand there under another name
        _missing(word, made, line, scope)
    return Filled(word, source, line, values, made, assigned if word.assigns else None)


def _assign(word: Word, statement: Statement, scope: Scope, assigned: dict[str, Leaf | tuple[str, Leaf]]) -> None:
    name = statement.head.text
    if name in assigned:
        scope.findings.error(TWICE, statement.head.span, f"`{name}` is given twice in one `{word.name}`")
    parts = Parts(statement, scope.findings, assigns=True)
    if not parts.accept("="):
        parts.missed("`=` and a value")
        return
    value = assigned_value(name, word, parts, scope)
    if value is not None and parts.end():
        assigned[name] = value


def _unknown(word: Word, known: Mapping[str, Word], statement: Statement, scope: Scope) -> None:
    near = did_you_mean(statement.head.text, known)
    if word.assigns and len(statement.parts) == 1 and statement.block is None and near is None:
        source, value = statement.parts[0].span, scope.findings.source.text
        near = f"write `{statement.head.text} = {value[source.start : source.end]}`"
    if near is None and known:
        near = f"`{word.name}` takes {_listed(known)}"
    if near is None and word.assigns:
        near = f"write `{statement.head.text} = …`"
    scope.findings.error(UNKNOWN, statement.head.span, f"`{statement.head.text}` is no part of `{word.name}`", near)


def _counts(word: Word, children: tuple[Filled, ...], scope: Scope) -> None:
    seen: dict[str, int] = {}
    first_kind: Filled | None = None
    for child in children:
        name = child.word.name
        seen[name] = seen.get(name, 0) + 1
        if child.word.most is not None and seen[name] == child.word.most + 1:
            often = "once" if child.word.most == 1 else f"{child.word.most} times"
            scope.findings.error(TWICE, child.span, f"`{name}` stands again; `{word.name}` takes it {often}")
        if child.word.kind:
            if first_kind is not None and first_kind.word.name != name:
                scope.findings.error(
                    KINDS,
                    child.span,
                    f"`{name}` beside `{first_kind.word.name}`; a rung holds one kind of content",
                    "send the other on a rung of its own",
                )
            first_kind = first_kind or child


def _missing(word: Word, children: tuple[Filled, ...], line: Span, scope: Scope) -> None:
    present = {child.word.name for child in children}
    for child in word.block or ():
        if child.required and child.name not in present:
            scope.findings.error(MISSING, line, f"`{word.name}` has no `{child.name}`", f"add `{child.name} …`")
