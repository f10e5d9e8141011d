"""The values of a stored template: a text, a piped variable, or a typed call such as `currency(deposit)`."""

from __future__ import annotations

from decimal import Decimal

from sendspec.channels.declare import Slot, Takes
from sendspec.channels.filled import Datum, Leaf
from sendspec.model.leaves import phrase_leaf, read_slot, written
from sendspec.model.parts import Parts
from sendspec.model.scope import Scope
from sendspec.nearest import did_you_mean
from sendspec.record import replace
from sendspec.syntax.nodes import Call, Kind, Literal, Part, Pipe, Word
from sendspec.values.types import Kind as TypeKind

#: How a value is written for people where a typed call names it bare.
_DEFAULT = {TypeKind.DATETIME: 'local("UTC", "d MMM yyyy HH:mm \'UTC\'")', TypeKind.MONEY: "money"}


def assigned_value(name: str, calls: tuple[str, ...], parts: Parts, scope: Scope) -> Leaf | tuple[str, Leaf] | None:
    """The value after `name =`: a Leaf, `(call, Leaf)` for a typed one, or None after telling what is wrong."""
    part = parts.next
    if not isinstance(part, Call):
        value = read_slot(Slot(name, Takes.VALUE), parts, scope)
        return value if isinstance(value, Leaf) else None
    parts.take()
    call = part.name.text
    if call not in calls:
        known = ", ".join(f"`{known}(…)`" for known in calls)
        help = did_you_mean(call, calls) or (f"the kinds are {known}" if known else "write the value itself")
        scope.findings.error("NAM001", part.name.span, f"`{call}` is no kind of template value", help)
        return None
    if len(part.arguments) != 1:
        scope.findings.error("NAM002", part.span, f"`{call}` has {len(part.arguments)} values; it takes one")
        return None
    within = Parts(parts.statement, scope.findings, part.arguments[0])
    value = _argument(name, within, scope)
    return (call, value) if value is not None and within.end() else None


def _argument(name: str, parts: Parts, scope: Scope) -> Leaf | None:
    """The argument of a typed call: the text that people read, with the typed value behind it where there is one."""
    part, slot = parts.next, Slot(name, Takes.VALUE)
    variable = scope.variables.get(part.text) if isinstance(part, Word) else None
    if isinstance(part, Word) and variable is not None and (writing := _DEFAULT.get(variable.type.kind)):
        parts.take()
        leaf = phrase_leaf(slot, written(f"{part.text} | {writing}", part.span), scope.findings.source, scope)
    else:
        read = read_slot(slot, parts, scope)
        leaf = read if isinstance(read, Leaf) else None
    return replace(leaf, datum=_datum(part, scope)) if leaf is not None else None


def _datum(part: Part | None, scope: Scope) -> Datum | None:
    """The typed value at the head of an argument."""
    head = part.value if isinstance(part, Pipe) else part
    match head:
        case Word(text=name) if name in scope.variables:
            made = scope.variables[name].type
            return Datum(name, made.code or "") if made.kind in _DEFAULT else None
        case Literal(kind=Kind.NUMBER, value=int() | Decimal() as number):
            return Datum("", value=Decimal(number))
        case _:
            return None
