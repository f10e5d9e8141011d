"""The values of a stored template: a text, a piped variable, or a typed call such as `currency(deposit)`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from sendspec.channels.declare import Slot, Takes
from sendspec.channels.declare import Word as Declared
from sendspec.channels.filled import Datum, Leaf
from sendspec.model.leaves import phrase_leaf, read_slot, written
from sendspec.model.parts import Parts
from sendspec.model.scope import Scope
from sendspec.nearest import did_you_mean
from sendspec.record import replace
from sendspec.syntax.nodes import Call, Kind, Literal, Part, Pipe, Word
from sendspec.values.codes import CURRENCIES
from sendspec.values.types import Kind as TypeKind

#: How a value is written for people where a typed call names it bare.
_DEFAULT = {TypeKind.DATETIME: 'local("UTC", "d MMM yyyy HH:mm \'UTC\'")', TypeKind.MONEY: "money"}


def assigned_value(name: str, word: Declared, parts: Parts, scope: Scope) -> Leaf | tuple[str, Leaf] | None:
    """The value after `name =`: a Leaf, `(call, Leaf)` for a typed one, or None after telling what is wrong."""
    part = parts.next
    if not isinstance(part, Call):
        value = read_slot(Slot(name, Takes.VALUE), parts, scope)
        return value if isinstance(value, Leaf) else None
    parts.take()
    call = part.name.text
    if call not in word.calls:
        known = ", ".join(f"`{known}(…)`" for known in word.calls)
        help = did_you_mean(call, word.calls) or (f"the kinds are {known}" if known else "write the value itself")
        scope.findings.error("NAM001", part.name.span, f"`{call}` is no kind of template value", help)
        return None
    if not 1 <= len(part.arguments) <= (2 if call in word.behind else 1):
        takes = "a text and the value behind it" if call in word.behind else "one"
        scope.findings.error("NAM002", part.span, f"`{call}` has {len(part.arguments)} values; it takes {takes}")
        return None
    first, *second = (Parts(parts.statement, scope.findings, argument) for argument in part.arguments)
    value = _argument(name, first, scope)
    if value is None or not first.end():
        return None
    for within in second:
        datum = _behind(within, scope)
        if datum is None or not within.end():
            return None
        value = replace(value, datum=datum)
    return call, value


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


def _behind(parts: Parts, scope: Scope) -> Datum | None:
    """The value behind a text: an instant, an amount (`GBP 12.50`), or a variable of one of these types."""
    match parts.next:
        case Literal(kind=Kind.INSTANT, value=dt.datetime() as moment):
            parts.take()
            return Datum("", value=moment)
        case Word(text=name) if name in scope.variables and not isinstance(parts.after, Literal):
            datum = _datum(parts.next, scope)
            if datum is not None:
                scope.used.add(name)
                parts.take()
                return datum
        case Word(text=name) if scope.is_lost(name):
            return None
        case Word() if isinstance(parts.after, Literal):
            return _amount(parts, scope)
    parts.missed("the value behind the text", "an instant, an amount as `GBP 12.50`, or a variable of that type")
    return None


def _amount(parts: Parts, scope: Scope) -> Datum | None:
    """`GBP 12.50`. The API counts thousandths, so there are no smaller parts."""
    code, number = parts.take(), parts.take()
    assert isinstance(code, Word)
    assert isinstance(number, Literal)
    if code.text not in CURRENCIES:
        help = did_you_mean(code.text, CURRENCIES) or "write the three letters of ISO 4217, such as GBP"
        scope.findings.error("NAM002", code.span, f"`{code.text}` is no currency", help)
        return None
    amount = Decimal(number.value) if isinstance(number.value, int | Decimal) else None
    if amount is None or amount < 0 or amount * 1000 % 1:
        said = f"`{number.text}` is no amount; expected a number from 0 with at most three decimals"
        scope.findings.error("NAM002", number.span, said)
        return None
    return Datum("", code.text, amount)


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
