"""A block with names of the writer's own (`tags { … }`, `extras { … }`) → the object that it states.

A value is a text, a number, yes or no, a list of these, or a block: of more names, or of the elements of a list. What
the names mean is not known here.
"""

from __future__ import annotations

from decimal import Decimal

from sendspec.channels.declare import Slot, Takes
from sendspec.channels.filled import Leaf, Made, Tree
from sendspec.model.keys import element, is_list, named, number
from sendspec.model.leaves import read_slot
from sendspec.model.parts import Parts
from sendspec.model.scope import Scope
from sendspec.syntax.nodes import Block, Kind, List, Literal, Statement, Word

WRONG, TWICE = "NAM002", "NAM012"


def free_object(block: Block, scope: Scope) -> Made:
    """The object of a block. What is wrong in it is told, and left out."""
    made = Made(None)
    for statement in map(named, block.statements):
        name = statement.head.text
        if name in made:
            scope.findings.error(TWICE, statement.head.span, f"`{name}` is given twice in one block")
        elif (value := _member(statement, scope)) is not None:
            made[name] = value
    return made


def _member(statement: Statement, scope: Scope) -> Tree:
    parts = Parts(statement, scope.findings)
    if statement.block is not None and parts.next is None:
        return _elements(statement.block, scope) if is_list(statement.block) else free_object(statement.block, scope)
    value = _value(statement.head.text, parts, scope)
    if statement.block is not None and parts.next is None:
        said = f"`{statement.head.text}` has a value and a block; it takes one of them"
        scope.findings.error(WRONG, statement.line, said)
        return None
    return value if value is not None and parts.end() else None


def _elements(block: Block, scope: Scope) -> list[Tree]:
    """The list that a block states, an element a statement."""
    made: list[Tree] = []
    for at, statement in enumerate(block.statements, 1):
        if number(statement) != at:
            told = f"`{statement.head.text}`; in a list `item {at}` comes next"
            scope.findings.error(WRONG, statement.line, told, f"write `item {at} …`")
        elif (value := _member(element(statement), scope)) is not None:
            made.append(value)
    return made


def _value(name: str, parts: Parts, scope: Scope) -> Tree:
    """One value, or None after telling what is wrong."""
    match parts.next:
        case Literal(kind=Kind.NUMBER, value=int() | Decimal() as number) as part:
            parts.take()
            value = number if isinstance(number, int) else float(number)
            return Leaf(name, scope.findings.source, part.span, value, form="number")
        case Word(text="yes" | "no" as word) as part if word not in scope.variables:
            parts.take()
            return Leaf(name, scope.findings.source, part.span, word == "yes", form="switch")
        case List(elements=elements):
            parts.take()
            read = [_element(name, Parts(parts.statement, scope.findings, one), scope) for one in elements]
            return None if None in read else read
        case _:
            leaf = read_slot(Slot(name, Takes.VALUE), parts, scope)
            return leaf if isinstance(leaf, Leaf) else None


def _element(name: str, parts: Parts, scope: Scope) -> Tree:
    value = _value(name, parts, scope)
    return value if value is not None and parts.end() else None
