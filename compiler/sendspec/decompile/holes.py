"""Places in texts that a variable fills: marks that no text holds otherwise.

What differs between bodies of one shape, what `$(name)` stands for on v2 and the placeholders of Postman all become
holes; the writer turns them into `{{ name }}`. It must not know what a body means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.channels.said import CLOSE, OPEN
from sendspec.model.audience import APART, OWN
from sendspec.model.variables import WORDS

_RESERVED = frozenset({*WORDS, *OWN, APART, *ADDRESS_KEYS})
_NAME = re.compile("[A-Za-z][A-Za-z0-9_]*")
_HOLE = re.compile(f"{OPEN}({_NAME.pattern}){CLOSE}")

_IN_NUMBERS = ".,:/-"
#: The form in which instants are emitted.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


def hole(name: str) -> str:
    """The mark of a variable."""
    return f"{OPEN}{name}{CLOSE}"


def names(text: str) -> list[str]:
    """The variables of a text, in order."""
    return _HOLE.findall(text)


def alone(given: object) -> str | None:
    """The variable that a text consists of."""
    found = _HOLE.fullmatch(given) if isinstance(given, str) else None
    return found[1] if found else None


def pieces(text: str) -> list[tuple[str, bool]]:
    """A text cut at its holes: (fixed text, False) and (variable's name, True), in order."""
    cut = _HOLE.split(text)
    return [(part, at % 2 == 1) for at, part in enumerate(cut) if part]


def named(wish: str, taken: Container[str]) -> str:
    """A variable's name that is still free: `text`, `text_2`."""
    word = identifier(wish)
    return unused(f"{word}_part" if word in _RESERVED else word, taken)


def is_name(word: str) -> bool:
    """Whether a variable can have this name."""
    return _NAME.fullmatch(word) is not None and word not in _RESERVED


def identifier(wish: str) -> str:
    """A word of the language that is like another name: `first_name` of "First name" and of "firstName"."""
    word = re.sub(r"[^A-Za-z0-9]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", wish)).strip("_").lower() or "value"
    return word if word[0].isalpha() else f"v_{word}"


def unused(word: str, taken: Container[str]) -> str:
    """The word, numbered where it is taken: `text`, `text_2`."""
    name, number = word, 1
    while name in taken:
        number += 1
        name = f"{word}_{number}"
    return name


def each_text(tree: Any, change: Callable[[str], str]) -> Any:
    """A copy of a JSON value with every text (no key) changed."""
    if isinstance(tree, str):
        return change(tree)
    if isinstance(tree, Mapping):
        return {key: each_text(value, change) for key, value in tree.items()}
    if isinstance(tree, list):
        return [each_text(value, change) for value in tree]
    return tree


def texts(tree: Any) -> Iterator[str]:
    """Every text (no key) of a JSON value."""
    if isinstance(tree, str):
        yield tree
    for inner in tree.values() if isinstance(tree, Mapping) else tree if isinstance(tree, list) else ():
        yield from texts(inner)


def skeleton(tree: Any) -> Any:
    """What bodies of one shape have in common: all but their texts. Texts are kept where they are keys."""
    if isinstance(tree, str):
        return str
    if isinstance(tree, Mapping):
        return tuple(sorted((key, skeleton(value)) for key, value in tree.items()))
    if isinstance(tree, list):
        return ("list", *(skeleton(value) for value in tree))
    return type(tree).__name__, tree


def merge(trees: Sequence[Any], taken: Mapping[str, object], wish: str = "value") -> tuple[Any, dict[str, list[str]]]:
    """Trees of one skeleton as one with holes, and the values of each hole by tree."""
    values: dict[str, list[str]] = {}
    return _merged(trees, taken, wish, values), values


def _merged(trees: Sequence[Any], taken: Mapping[str, object], wish: str, values: dict[str, list[str]]) -> Any:
    first = trees[0]
    if isinstance(first, Mapping):
        return {key: _merged([tree[key] for tree in trees], taken, key, values) for key in first}
    if isinstance(first, list):
        return [_merged([tree[at] for tree in trees], taken, wish, values) for at in range(len(first))]
    if not isinstance(first, str) or all(tree == first for tree in trees):
        return first
    instants = all(map(INSTANT.fullmatch, trees))  # a moment is one value, and no text's
    start, end = (0, 0) if instants else _shared(trees)
    differing = [tree[start : len(tree) - end] for tree in trees]
    known = None if instants else next((name for name, found in values.items() if found == differing), None)
    name = known or named(wish, {**taken, **values})
    values[name] = differing
    return first[:start] + hole(name) + first[len(first) - end :]


def _shared(texts: Sequence[str]) -> tuple[int, int]:
    """How many characters all texts begin and end with, so that no word and no hole is cut."""
    least = min(map(len, texts))
    start = next((at for at in range(least) if len({text[at] for text in texts}) > 1), least)
    end = next((at for at in range(least - start) if len({text[-1 - at] for text in texts}) > 1), least - start)
    first = texts[0]
    if any(start + end >= len(text) for text in texts):  # one of them would be empty, which is no value
        return 0, 0
    while start and not all(_breaks(text, start) for text in texts):
        start -= 1
    while end and not all(_breaks(text, len(text) - end) for text in texts):
        end -= 1
    if any(OPEN in text[start : len(text) - end] or CLOSE in text[start : len(text) - end] for text in texts):
        return 0, 0
    return (start, end) if first[:start].count(OPEN) == first[:start].count(CLOSE) else (0, 0)


def _breaks(text: str, at: int) -> bool:
    """Whether a text may be cut here: not inside of a word, nor of a time, a date or an amount."""
    if at in (0, len(text)):
        return True
    (before, last), (first, after) = (text[at - 2 : at - 1], text[at - 1]), (text[at], text[at + 1 : at + 2])
    if last in _IN_NUMBERS and before.isdigit() and first.isdigit():
        return False
    if first in _IN_NUMBERS and last.isdigit() and after.isdigit():
        return False
    return not (last.isalnum() and first.isalnum())
