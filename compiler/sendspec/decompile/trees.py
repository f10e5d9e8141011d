"""JSON values as blocks with names of their own: `extras { … }`, `wire { … }`. It must not know what a name means.

A value that no block can hold (null, a number of more than 40 digits) is left out; so is what holds nothing but such values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sendspec.decompile.texts import UnsayableError, literal, number

#: A word of the language, as `syntax.scan` reads it; any other name stands in quotes.
_WORD = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*|-(?![0-9]+[smhd]\b)\w+)*")
#: How a text is written: with holes, or as it is.
Write = Callable[[str], str]


def lines(tree: Mapping[Any, Any], write: Write) -> Iterator[str]:
    """The statements of a block. A number as a key leads to an element of a list, counted from 0."""
    for key, value in tree.items():
        if (said := valued(value, write)) is not None:
            yield f"{f'item {key + 1}' if isinstance(key, int) else name(key)} {said}"


def name(key: str) -> str:
    """A name in front of its value."""
    return key if _WORD.fullmatch(key) else f"key {literal(key)}"


def valued(value: Any, write: Write) -> str | None:
    """A value as it stands behind its name, or None where none can be written."""
    if isinstance(value, Mapping):
        inner = list(lines(value, write))
        return _block(inner) if inner or not value else None
    if isinstance(value, list):
        parts = [valued(each, write) for each in value]
        said = [part for part in parts if part is not None]
        if len(said) < len(parts):
            return None
        if any(part.startswith("{") for part in said):
            return _block([f"item {at} {part}" for at, part in enumerate(said, 1)])
        return f"[{', '.join(said)}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value)
    return write(value) if isinstance(value, str) else None


def _number(value: float) -> str | None:
    try:
        return number(value)
    except UnsayableError:
        return None


def _block(inner: list[str]) -> str:
    return "{\n" + "\n".join(inner) + "\n}"
