"""A body in the forms that we write: other documented spellings of keys, words and types are turned into them.

The declaration of the channel says which there are. What is changed is told, each kind once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sendspec.channels.declare import Array, Form, Number, Object, OneOf, Shape, String, Switch
from sendspec.channels.forms import E164
from sendspec.channels.trail import shown

Told = Callable[[str], None]
_EMPTY: tuple[object, ...] = ("", [], {})
_SWITCHES = {"true": True, "false": False}


def current(shape: Shape, value: Any, told: Told) -> Any:
    """The same body in current forms."""
    match shape, value:
        case OneOf(), Mapping():
            return current(shape.case_of(value), value, told)
        case Object(), Mapping():
            return _object(shape, value, told)
        case Array(), list():
            return [current(shape.of, each, told) for each in value]
        case _:
            return _leaf(shape, value, told)


def _object(shape: Object, value: Mapping[str, Any], told: Told) -> dict[str, Any]:
    older = {variant.given: key for key, member in shape.members.items() for variant in member.also}
    made: dict[str, Any] = {}
    for key, inner in value.items():
        name = older.get(key, key)
        if name != key:
            told(f"`{key}` is written `{name}`")
        if inner in _EMPTY and _may_go(shape, name):
            told(f"`{name}` is empty, which is as good as absent")
            continue
        member = shape.members[name].shape if name in shape.members else shape.rest
        made[name] = current(member, inner, told) if member is not None else inner
    for name, known in shape.members.items():
        if name not in made and known.always is not None:
            told(f"`{name}` is written always")
            made[name] = known.always
    return made


def _may_go(shape: Object, name: str) -> bool:
    """Whether a member may be missing, and nothing of it is no value of its own."""
    member = shape.members.get(name)
    return member is not None and not member.required and not (isinstance(member.shape, String) and member.shape.empty)


def _leaf(shape: Shape, value: Any, told: Told) -> Any:
    changed = _changed(shape, value)
    personal = isinstance(shape, String) and shape.form is E164
    if changed != value or type(changed) is not type(value):
        told("numbers are written with their `+`" if personal else f"{_shown(value)} is written {_shown(changed)}")
    return changed


def _shown(value: Any) -> str:
    return shown(value) if isinstance(value, str) else str(value).lower()


def _changed(shape: Shape, value: Any) -> Any:
    match shape, value:
        case String(), str() if shape.form is E164 and value.isascii() and value.isdigit():
            return f"+{value}"
        case String(form=Form(current=written)), str() if written is not None:
            return written(value)
        case String(), str() if value not in shape.choices:
            known = next((variant.current for variant in shape.variants if variant.given == value), None)
            folded = [choice for choice in shape.choices if choice.lower() == value.lower()] if shape.fold else []
            return known or (folded[0] if folded else value)
        case String(), int() | float() if shape.number and not isinstance(value, bool):
            return str(value)
        case Switch(), bool() if shape.emit == "string":
            return "true" if value else "false"
        case Switch(), str() if shape.emit != "string" and value in _SWITCHES:
            return _SWITCHES[value]
        case Number(), str() if shape.text:
            return _number(value)
        case _:
            return value


def _number(text: str) -> Any:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text
