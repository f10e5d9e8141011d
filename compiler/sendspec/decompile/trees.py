"""JSON values as blocks with names of their own: `extras { … }`, `wire { … }`. It must not know what a name means.

A value that no block can hold (a number of more than 40 digits, null but in `wire`) is left out; so is what holds
nothing but such values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sendspec.decompile.texts import UnsayableError, literal, number

#: A word of the language, as `syntax.scan` reads it; any other name stands in quotes.
_WORD = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*|-(?![0-9]+[smhd]\b)\w+)*")
#: How a text is written (with holes, or as it is), and null where it can be said: it is given None.
Write = Callable[[str | None], str | None]


def lines(tree: Mapping[Any, Any], write: Write) -> Iterator[str]:
    """The statements of a block. A number as a key leads to an element of a list, counted from 0."""
    for key, value in tree.items():
        if (said := valued(value, write)) is not None:
            yield f"{f'item {key + 1}' if isinstance(key, int) else name(key)} {said}"


def as_it_is(given: str | None) -> str:
    """A text that is the same for everybody, and null, as `wire` writes them."""
    return "none" if given is None else literal(given)


def name(key: str) -> str:
    """A name in front of its value. What is no letter to everybody's eye stands in quotes too."""
    return key if key.isascii() and _WORD.fullmatch(key) else f"key {literal(key)}"


def valued(value: Any, write: Write) -> str | None:
    """A value as it stands behind its name, or None where none can be written."""
    match value:
        case Mapping():
            inner = list(lines(value, write))
            return _block(inner) if inner or not value else None
        case list():
            return _list(value, write)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value)
        case _:
            return write(value)


def _list(values: list[Any], write: Write) -> str | None:
    said = [part for part in (valued(each, write) for each in values) if part is not None]
    if len(said) < len(values):
        return None
    if any(part.startswith("{") for part in said):
        return _block([f"item {at} {part}" for at, part in enumerate(said, 1)])
    return f"[{', '.join(said)}]"


def _number(value: float) -> str | None:
    try:
        return number(value)
    except UnsayableError:
        return None


def _block(inner: list[str]) -> str:
    return "{\n" + "\n".join(inner) + "\n}"
