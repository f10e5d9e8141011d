"""Conditions: both sides of a comparison must be of one family, and a choice one that the type has."""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.nearest import did_you_mean
from sendspec.templates.arguments import error
from sendspec.templates.bound import type_of
from sendspec.templates.catalogue import NUMERIC, TEXTUAL
from sendspec.templates.spread import Scope
from sendspec.templates.tree import Clause, Condition, Constant, Name, Problem
from sendspec.values.types import Kind, Type

MISMATCH, CHOICE = "TXT012", "TXT016"

_ORDERS = ("<", "<=", ">", ">=")
_ORDERED = ("number", "date", "time", "datetime")


def family(known: Type | str) -> str:
    """What a value compares with: text, number, bool, date, time or datetime."""
    if isinstance(known, str) or known.kind in TEXTUAL:
        return "text"
    return "number" if known.kind in NUMERIC else known.kind.value


def faults(condition: Condition, scope: Scope) -> Iterator[Problem]:
    """What is wrong with a condition whose names are all known."""
    if not isinstance(condition, Clause):
        return
    if condition.operator in ("and", "or", "not"):
        for operand in condition.operands:
            yield from faults(operand, scope)
        return
    left, *others = (operand for operand in condition.operands if not isinstance(operand, Clause))
    for other in others:
        yield from _comparison(condition.operator, left, other, scope)


def _comparison(operator: str, left: Name | Constant, right: Name | Constant, scope: Scope) -> Iterator[Problem]:
    one, two = type_of(left, scope), type_of(right, scope)
    if family(one) != family(two):
        yield error(
            MISMATCH, f"{_called(left, one)}, and {_called(right, two)}; `{operator}` compares like with like", right
        )
    elif operator in _ORDERS and family(one) not in _ORDERED:
        yield error(MISMATCH, f"{_called(left, one)}; `{operator}` orders numbers, dates and times", left)
    else:
        yield from _choice(left, one, right)
        yield from _choice(right, two, left)


def _choice(name: Name | Constant, known: Type | str, value: Name | Constant) -> Iterator[Problem]:
    if not isinstance(value, Constant) or isinstance(known, str) or known.kind not in (Kind.ONE_OF, Kind.LOCALE):
        return
    if isinstance(name, Name) and known.choices and value.value not in known.choices:
        help = did_you_mean(str(value.value), known.choices) or f"it is one of {', '.join(known.choices)}"
        yield error(CHOICE, f'`{name.text}` is never "{value.value}"', value, help)


def _called(value: Name | Constant, known: Type | str) -> str:
    what = "text" if isinstance(known, str) else "a number" if isinstance(value, Constant) else str(known)
    if isinstance(value, Name):
        return f"`{value.text}` is {what}"
    if isinstance(value.value, bool):
        return f"`{str(value.value).lower()}` is a switch"
    return f'"{value.value}" is text' if isinstance(value.value, str) else f"{value.value} is {what}"
