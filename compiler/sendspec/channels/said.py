"""What a request body says, in a channel's own words: the way back from a body to a spec.

A channel's `Api.read` gives a `Reading`; `import` writes it down. Values are those of the body, as they stand: the
word's slot says how one is written in a spec. It must not know any channel, nor how a spec is spelt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sendspec.record import field, record

#: Between these stands the name of a variable in a body's text. No text holds them otherwise: they are no characters.
OPEN, CLOSE = "\ufdd0", "\ufdd1"


@record()
class Call:
    """A typed value of a stored template: `date_time(x)`.

    `behind` is the value itself where the argument is only its text: an instant as ISO 8601, or the code and the digits
    of an amount.
    """

    name: str
    argument: object
    behind: str | tuple[object, str] | None = None


@record(eq=False)
class Said:
    """A statement: `word values… option value… { block }`.

    `block` None: no braces. `assigned` stands in the block as `name = value` (a value or a `Call`); of a word whose
    block is free it is `name value`, and a mapping is a nested block.
    """

    word: str
    values: tuple[object, ...] = ()
    options: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    block: tuple[Said, ...] | None = None
    assigned: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@record(eq=False)
class Reading:
    """A body's content and its sender, both as the statements of their blocks.

    No `sender`: the body names none. `then` is the rung that the request carries out itself when this one fails: the
    channel's name and what is said there.
    """

    content: tuple[Said, ...]
    sender: tuple[Said, ...] = ()
    then: tuple[str, Reading] | None = None


def say(
    word: str,
    *values: object,
    block: Iterable[Said | None] | None = None,
    assigned: Mapping[str, object] | None = None,
    **options: object,
) -> Said | None:
    """A statement, without the options that are None; None when one of its `values` is."""
    if None in values:
        return None
    given = {name: value for name, value in options.items() if value is not None}
    inner = None if block is None else some(*block)
    return Said(word, values, MappingProxyType(given), inner, MappingProxyType(dict(assigned or {})))


def some(*said: Said | None) -> tuple[Said, ...]:
    """The statements that there are."""
    return tuple(one for one in said if one is not None)


def members(tree: object, *keys: str) -> Mapping[str, object]:
    """The object under some keys, or an empty one: what a body lacks or holds in another type says nothing."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, Mapping) else None
    return tree if isinstance(tree, Mapping) else {}


def elements(value: object) -> list[Mapping[str, object]]:
    """The objects of a list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def fixed(text: str) -> str:
    """What of a text is the same for everybody."""
    before, _, rest = text.partition(OPEN)
    return before + fixed(rest.partition(CLOSE)[2]) if rest else before
