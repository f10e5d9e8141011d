"""What a name and its value cannot say, in blocks with names of the writer's own: `key "1st" …` and `item 2 …`.

Both were mistakes before they meant something: a name takes one value. What a block is for is not known here.
"""

from __future__ import annotations

from sendspec.record import replace
from sendspec.syntax.nodes import Block, Kind, Literal, Statement, Text, Word


def named(statement: Statement) -> Statement:
    """`key "1st" "x"` as the statement of that name; any other as it stands, `key "x"` too."""
    first = statement.parts[0] if statement.parts else None
    more = statement.block is not None or len(statement.parts) > 1
    if statement.head.text != "key" or not isinstance(first, Text) or not more:
        return statement
    return replace(statement, head=Word(first.value, first.span), parts=statement.parts[1:])


def number(statement: Statement) -> int | None:
    """The place, from 1, that `item 2 …` speaks of; None of any other statement, `item 2` by itself too."""
    first = statement.parts[0] if statement.parts else None
    more = statement.block is not None or len(statement.parts) > 1
    if statement.head.text != "item" or not more or not isinstance(first, Literal) or first.kind is not Kind.NUMBER:
        return None
    return first.value if isinstance(first.value, int) and first.value > 0 else None


def is_list(block: Block) -> bool:
    """Whether a block states the elements of a list."""
    return bool(block.statements) and number(block.statements[0]) is not None


def element(statement: Statement) -> Statement:
    """`item 2 "x"` without its number: the rest is as of any name."""
    return replace(statement, parts=statement.parts[1:])
