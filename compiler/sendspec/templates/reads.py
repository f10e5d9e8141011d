"""The names that a text reads: of what it prints, of its filters' arguments, and of its conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sendspec.templates.tree import Branch, Loop, Name, Piece, Print, Template
from sendspec.values.types import Type


@lru_cache(1024)
def reads(template: Template) -> frozenset[str]:
    """The names that a text reads; a loop's own name is not among them."""
    return template.mentions.union(name.text for name in names(template.pieces))


def known(template: Template, scope: Mapping[str, Type | str]) -> tuple[tuple[str, Type | str], ...]:
    """What a scope tells about the names that a text reads: all that its meaning hangs on."""
    return tuple([(name, scope[name]) for name in reads(template) if name in scope])


def names(pieces: tuple[Piece, ...]) -> Iterator[Name]:
    """Every reading of a name, in order, loops' own names left out."""
    for piece in pieces:
        match piece:
            case Print(value=value, filters=filters):
                found = (value, *(argument for each in filters for argument in each.arguments))
                yield from (one for one in found if isinstance(one, Name))
            case Branch(arms=arms):
                for read, body in arms:
                    yield from read or ()
                    yield from names(body)
            case Loop(name=own, items=items, body=body):
                yield from (item for item in items if isinstance(item, Name))
                yield from (name for name in names(body) if name.text != own)
            case _:
                pass
