"""What members of an object are together, in keywords of JSON Schema (draft 2020-12): for `declare.states`.

An empty string counts as absent, as everywhere. It must not know any channel.
"""

from __future__ import annotations

Keywords = dict[str, object]


def stands(key: str) -> Keywords:
    """A member is there, and not empty."""
    return {"required": [key], "properties": {key: {"not": {"const": ""}}}}


def is_one_of(key: str, *values: object) -> Keywords:
    """A member is there, and has one of some values."""
    return {"required": [key], "properties": {key: {"enum": list(values)}}}


def any_of(*keys: str) -> Keywords:
    """One member stands at least."""
    return {"anyOf": [stands(key) for key in keys]}


def exactly_one_of(*keys: str) -> Keywords:
    """One member stands, and no other."""
    return {"oneOf": [stands(key) for key in keys]}


def not_both(one: str, other: str) -> Keywords:
    """Two members do not stand together."""
    return {"not": {"allOf": [stands(one), stands(other)]}}


def needs(condition: Keywords, *keys: str) -> Keywords:
    """Where a condition holds, some members stand."""
    return {"if": condition, "then": {"allOf": [stands(key) for key in keys]}}
