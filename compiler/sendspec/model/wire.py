"""`wire { … }`: keys that a spec adds to a request as they stand, for what the language has not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sendspec.channels.filled import Tree
from sendspec.diagnostic import Severity
from sendspec.model.scope import Scope
from sendspec.syntax.nodes import Block, Kind, List, Literal, Part, Statement, Text, Word

USED, REPLACES, FORM = "API060", "API061", "NAM002"


def without_wire(block: Block) -> tuple[Statement, ...]:
    """The statements of a rung that are its content."""
    return tuple(statement for statement in block.statements if statement.head.text != "wire")


def has_wire(rung: Statement) -> bool:
    """Whether a rung adds keys of its own."""
    return rung.block is not None and any(line.head.text == "wire" for line in rung.block.statements)


def read_wire(rung: Statement, scope: Scope, bodies: Mapping[str, Tree]) -> dict[str, object]:
    """The keys of a rung's `wire` blocks, from the root of the request."""
    made: dict[str, object] = {}
    for statement in rung.block.statements if rung.block else ():
        if statement.head.text != "wire":
            continue
        scope.findings.add(USED, Severity.NOTE, statement.head.span, "`wire` adds keys that are not checked")
        if statement.block is None or statement.parts:
            scope.findings.error(FORM, statement.line, "`wire` takes a block", 'write `wire { key "value" }`')
            continue
        _read(statement.block, scope, list(bodies.values()), made)
    return made


def _read(block: Block, scope: Scope, theirs: list[Tree], into: dict[str, object]) -> None:
    for line in block.statements:
        key = line.head.text
        under: list[Tree] = [body[key] for body in theirs if isinstance(body, dict) and key in body]
        if line.block is not None and not line.parts:
            inner = into.setdefault(key, {})
            if isinstance(inner, dict):
                _read(line.block, scope, under, inner)
            continue
        if under or key in into:
            scope.findings.error(REPLACES, line.head.span, f"`{key}` is already in the request; `wire` only adds keys")
            continue
        values = [plain(part) for part in line.parts]
        if len(values) != 1 or values[0] is None or line.block is not None:
            scope.findings.error(FORM, line.line, f"`{key}` takes one text, number, switch, list or block")
            continue
        into[key] = values[0]


def plain(part: Part) -> object | None:
    """A part as the JSON value that it stands for, or None when it stands for none."""
    match part:
        case Text(value=value):
            return value
        case Literal(kind=Kind.NUMBER, value=int() as whole):
            return whole
        case Literal(kind=Kind.NUMBER, value=Decimal() as number):
            return float(number)
        case Word(text="yes"):
            return True
        case Word(text="no"):
            return False
        case List(elements=elements):
            made = [plain(element[0]) if len(element) == 1 else None for element in elements]
            return made if None not in made else None
        case _:
            return None
