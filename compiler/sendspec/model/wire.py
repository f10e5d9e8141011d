"""`wire { … }`: keys that a spec adds to a request as they stand, for what the language has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from sendspec.channels.declare import Pointer
from sendspec.channels.filled import Made, Tree
from sendspec.diagnostic import Severity
from sendspec.model.keys import element, is_list, named, number
from sendspec.model.scope import Scope
from sendspec.syntax.nodes import Block, Kind, List, Literal, Part, Statement, Text, Word

USED, REPLACES, FORM = "API060", "API061", "NAM002"
TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

#: What is no text and no number.
WORDS: Mapping[str, bool | None] = MappingProxyType({"yes": True, "no": False, "none": None})
#: The keys that `wire` adds, in trees: a name of an object's member, a number (from 0) of a list's element.
Added = dict[str | int, object]


class _NoValueError(Exception):
    """What stands there is no JSON."""


def without_wire(block: Block) -> tuple[Statement, ...]:
    """The statements of a rung that are its content."""
    return tuple(statement for statement in block.statements if statement.head.text != "wire")


def has_wire(rung: Statement) -> bool:
    """Whether a rung adds keys of its own."""
    return rung.block is not None and any(line.head.text == "wire" for line in rung.block.statements)


def read_wire(rung: Statement, scope: Scope, bodies: Mapping[str, Tree]) -> Added:
    """The keys of a rung's `wire` blocks, from the root of the request."""
    made: Added = {}
    for statement in rung.block.statements if rung.block else ():
        if statement.head.text != "wire":
            continue
        scope.findings.add(USED, Severity.NOTE, statement.head.span, "`wire` adds keys that are not checked")
        if statement.block is None or statement.parts:
            scope.findings.error(FORM, statement.line, "`wire` takes a block", 'write `wire { key "value" }`')
            continue
        _add(statement.block, scope, list(bodies.values()), made)
    return made


def with_wire(body: Tree, wire: Mapping[Any, object]) -> tuple[Tree, list[Pointer]]:
    """A request with the keys of `wire` in it, and where these stand."""
    if not wire or not isinstance(body, dict | list):
        return body, []
    made: Any = list(body) if isinstance(body, list) else Made(body.origin) if isinstance(body, Made) else {}
    if isinstance(body, dict):
        made.update(body)
    places: list[Pointer] = []
    for key, value in wire.items():
        if isinstance(body, dict) and key not in body:
            made[key] = value
            places.append((key,))
        elif isinstance(value, Mapping):
            made[key], below = with_wire(body[key], value)
            places += ((key, *place) for place in below)
    return made, places


def _add(block: Block, scope: Scope, theirs: list[Tree], into: Added) -> None:
    """Reads the keys of a block. `theirs` is what the requests have there already."""
    for line in map(named, block.statements):
        key = line.head.text
        under: list[Tree] = [body[key] for body in theirs if isinstance(body, dict) and key in body]
        _add_one(line, key, under, scope, into)


def _add_one(line: Statement, key: str | int, under: list[Tree], scope: Scope, into: Added) -> None:
    """Reads one key, or one element of a list that is there."""
    block = None if line.parts else line.block
    there = into.get(key, {})
    if block is not None and under:
        _add_below(block, line, under, scope, _within(into, key))
    elif block is not None and not is_list(block) and isinstance(there, dict):
        _add(block, scope, [], _within(into, key))
    elif under or key in into:
        _refuse(line, scope)
    else:
        try:
            into[key] = _value(line, scope)
        except _NoValueError:
            told = f"`{line.head.text}` takes one text, number, switch, `none`, list or block"
            scope.findings.error(FORM, line.line, told)


def _within(into: Added, key: str | int) -> Added:
    inner = into.setdefault(key, {})
    assert isinstance(inner, dict)
    return inner


def _add_below(block: Block, line: Statement, under: list[Tree], scope: Scope, into: Added) -> None:
    """Reads what is added to an object or a list that the requests have."""
    if is_list(block):
        _add_to_elements(block, scope, under, into)
    elif all(isinstance(one, dict) for one in under):
        _add(block, scope, under, into)
    else:
        _refuse(line, scope)


def _refuse(line: Statement, scope: Scope) -> None:
    told = f"`{line.head.text}` is already in the request; `wire` only adds keys"
    scope.findings.error(REPLACES, line.head.span, told)


def _add_to_elements(block: Block, scope: Scope, under: list[Tree], into: Added) -> None:
    """Reads what is added to elements of a list that the requests have."""
    lists = [one for one in under if isinstance(one, list)]
    for line in block.statements:
        at = number(line)
        if at is None or len(lists) < len(under) or any(at > len(one) for one in lists):
            told = f"`{line.head.text}` is no element that the request has there"
            scope.findings.error(FORM, line.line, told, "write `item 1 { … }` of the first one")
        else:
            _add_one(element(line), at - 1, [one[at - 1] for one in lists], scope, into)


def _value(line: Statement, scope: Scope) -> object:
    """The JSON value of a line whose key is new. Raises _NoValueError when it is none."""
    if line.block is None:
        return plain(line.parts)
    if line.parts:
        raise _NoValueError
    if not is_list(line.block):
        made: Added = {}
        _add(line.block, scope, [], made)
        return made
    return [_element(one, at, scope) for at, one in enumerate(line.block.statements, 1)]


def _element(statement: Statement, at: int, scope: Scope) -> object:
    try:
        if number(statement) == at:
            return _value(element(statement), scope)
    except _NoValueError:
        pass
    told = f"`{statement.head.text}`; in a list `item {at}` and its value come next"
    scope.findings.error(FORM, statement.line, told)
    return None


def plain(parts: Sequence[Part]) -> object:
    """The parts of a line, or of an element of a list, as the one JSON value that they stand for. Raises _NoValueError
    when they stand for none."""
    match parts:
        case [Text(value=value)]:
            return value
        case [Literal(kind=Kind.NUMBER, value=int() as whole)]:
            return whole
        case [Literal(kind=Kind.NUMBER, value=Decimal() as broken)]:
            return float(broken)
        case [Word(text=word)] if word in WORDS:
            return WORDS[word]
        case [List(elements=elements)]:
            return [plain(each) for each in elements]
        case _:
            raise _NoValueError
