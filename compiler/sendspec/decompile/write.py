"""Statements → the text of a spec. What a place cannot hold is raised, or left out where it may be missing.

The formatter gives the text its style afterwards. It must not know a channel, only the words that it declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.channels.said import Call, Said
from sendspec.decompile import trees
from sendspec.decompile.holes import alone
from sendspec.decompile.texts import UnsayableError, fixed, number, text

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_AMOUNT = re.compile(r"[A-Z]{3} -?\d+(?:\.\d+)?", re.ASCII)
#: What a duration is written in, the largest unit first.
_UNITS = (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1))


def statements(said: Sequence[Said], words: Sequence[Word]) -> Iterator[str]:
    """The lines of a block, each a whole statement. One whose values its word does not take is left out: what the body
    has there may go into `wire`."""
    known = {word.name: word for word in words}
    for one in said:
        if one.word not in known:
            continue
        try:
            yield _statement(one, known[one.word])
        except UnsayableError as lack:
            if lack.names:
                raise


def _statement(said: Said, word: Word) -> str:
    parts = [word.name]
    parts += [value(given, slot) for given, slot in zip(said.values, word.positional, strict=False)]
    for slot in word.options:
        if slot.name in said.options and (written := _optional(said.options[slot.name], slot)) is not None:
            parts += [slot.name, written]
    if said.block is None and not said.assigned:
        return " ".join(parts)
    inner = [*_assigned(said.assigned, word), *statements(said.block or (), word.block or ())]
    braces = inner or word.block or word.free
    return " ".join([*parts, "{\n" + "\n".join(inner) + "\n}"]) if braces else " ".join(parts)


def _optional(given: object, slot: Slot) -> str | None:
    """An option, or nothing where it cannot be said and need not be."""
    try:
        return value(given, slot)
    except UnsayableError as lack:
        if slot.required or lack.names:
            raise
        return None


def _assigned(assigned: Mapping[str, object], word: Word) -> Iterator[str]:
    if word.free:
        yield from trees.lines(assigned, lambda given: None if given is None else text(given, True))
        return
    for name, given in assigned.items():
        if isinstance(given, Call):
            yield f"{trees.name(name)} = {given.name}({text(str(given.argument), True)}{_behind(given.behind)})"
        elif isinstance(given, str):
            yield f"{trees.name(name)} = {text(given)}"


def _behind(given: str | tuple[object, str] | None) -> str:
    """The typed value of a call, where it stands apart from its text."""
    if given is None:
        return ""
    said = given if isinstance(given, str) else f"{given[0]} {given[1]}"
    if not (_INSTANT.fullmatch(said) or _AMOUNT.fullmatch(said)):
        raise UnsayableError("this is no typed value that is the same for everybody", said)
    return f", {said}"


def value(given: Any, slot: Slot) -> str:
    """One value as its place writes it."""
    match slot.takes:
        case Takes.TEXT | Takes.VALUE if not isinstance(given, bool) and isinstance(given, str | int | float):
            return fixed(str(given)) if slot.fixed else text(str(given))
        case Takes.TEXTS if isinstance(given, list) and all(isinstance(each, str) for each in given):
            return f"[{', '.join(fixed(each) if slot.fixed else text(each, True) for each in given)}]"
        case Takes.NUMBER:
            return number(given)
        case Takes.SWITCH if given in (True, False, "true", "false"):
            return "yes" if given in (True, "true") else "no"
        case Takes.CHOICE:
            return _choice(given, slot)
        case Takes.CHOICES if isinstance(given, list):
            return f"[{', '.join(_choice(each, slot) for each in given)}]"
        case Takes.INSTANT if (name := alone(given)) is not None:
            return name
        case Takes.INSTANT if isinstance(given, str) and _INSTANT.fullmatch(given):
            return given
        case Takes.DURATION:
            return _duration(given)
    raise UnsayableError(f"`{slot.name}` does not take this", given)


def _choice(given: object, slot: Slot) -> str:
    for word, wire in slot.choices.items():
        if given in (wire, word):
            return word
    raise UnsayableError(f"`{slot.name}` has no word for this", given)


def _duration(given: object) -> str:
    if isinstance(given, str) and given.isascii() and given.isdigit():
        given = int(given)
    if not isinstance(given, int) or isinstance(given, bool) or given < 0:
        raise UnsayableError("this is no duration", given)
    made, left = "", given
    for unit, seconds in _UNITS:
        many, left = divmod(left, seconds)
        made += f"{many}{unit}" if many else ""
    return made or "0s"
