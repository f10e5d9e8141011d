"""A body in the forms that we write: other documented spellings of keys, words and types are turned into them, and what
no page has but can mean one thing only: keys in another case, numbers for texts, one value for a list.

The declaration of the channel says which there are. What is changed is told, each kind once.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any

from sendspec.channels.declare import Array, Form, Number, Object, OneOf, Shape, String, Switch
from sendspec.channels.forms import E164
from sendspec.channels.said import elements, members
from sendspec.channels.trail import shown
from sendspec.decompile.holes import is_name, named, texts

Told = Callable[[str], None]
_EMPTY: tuple[object, ...] = ("", [], {}, None)
_ABSENT = " is empty, which is as good as absent"
_SWITCHES = {"true": True, "false": False}


def current(shape: Shape, value: Any, told: Told, only: Container[object] | None = None) -> Any:
    """The same body in current forms; `only` are the members that are looked at."""
    match shape, value:
        case OneOf(), Mapping():
            return current(shape.case_of(value), value, told, only)
        case Object(), Mapping():
            return _object(shape, value, told, only)
        case Array(), list():
            return [current(shape.of, each, told) for each in value]
        case _:
            return _leaf(shape, value, told)


def together(told: Iterable[str]) -> Iterator[str]:
    """What was told, the empty members in one sentence."""
    empty: list[str] = []
    for said in told:
        if said.endswith(_ABSENT):
            empty.append(said.removesuffix(_ABSENT))
        else:
            yield said
    if len(empty) == 1:
        yield f"{empty[0]}{_ABSENT}"
    elif empty:
        yield f"{', '.join(empty[:-1])} and {empty[-1]} are empty, which is as good as absent"


def nameable(body: Mapping[str, Any], told: Told) -> Mapping[str, Any]:
    """The same body with the substitutions of its texts (v2) under names that variables can have."""
    people = [one for one in elements(body.get("to")) if members(one, "substitutions")]
    given = dict.fromkeys(name for one in (body, *people) for name in members(one, "substitutions"))
    text = "\n".join(texts(body))
    names: dict[str, str] = {}
    for name in given if "template" not in body else ():
        if f"$({name})" in text and not is_name(name):
            names[name] = named(name, (*given, *names.values()))
            told(f"`$({name})` is written `$({names[name]})`, which can be a variable's name")
    return _renamed(body, names) if names else body


def _renamed(tree: Any, names: Mapping[str, str]) -> Any:
    """A copy with other names for substitutions, in texts and where they have their values."""
    if isinstance(tree, Mapping):
        return {
            key: {names.get(name, name): given for name, given in value.items()}
            if key == "substitutions" and isinstance(value, Mapping)
            else _renamed(value, names)
            for key, value in tree.items()
        }
    if isinstance(tree, list):
        return [_renamed(value, names) for value in tree]
    if isinstance(tree, str):
        for name, new in names.items():
            tree = tree.replace(f"$({name})", f"$({new})")
    return tree


def _object(shape: Object, value: Mapping[str, Any], told: Told, only: Container[object] | None) -> dict[str, Any]:
    older = {variant.given: key for key, member in shape.members.items() for variant in member.also}
    made: dict[str, Any] = {}
    for key, inner in value.items():
        if only is not None and key not in only:
            made[key] = inner
            continue
        name = older.get(key) or _meant(key, shape, value)
        if name != key:
            told(f"`{key}` is written `{name}`")
        if inner in _EMPTY and _may_go(shape, name):
            told(f"`{name}`{_ABSENT}")
            continue
        member = shape.members[name].shape if name in shape.members else shape.rest
        if isinstance(member, Array) and isinstance(inner, str | int | Mapping):
            told(f"`{name}` is written as a list")
            inner = [inner]
        made[name] = current(member, inner, told) if member is not None else inner
    for name, known in shape.members.items():
        if name not in made and known.always is not None and (only is None or name in only):
            told(f"`{name}` is written always")
            made[name] = known.always
    return made


def _meant(key: str, shape: Object, value: Mapping[str, Any]) -> str:
    """The key that is meant by one in another case, where that one is not there itself."""
    if key in shape.members or key in shape.foreign or shape.rest is not None:
        return key
    near = [name for name in shape.members if name.lower() == key.lower() and name not in value]
    return near[0] if len(near) == 1 else key


def _may_go(shape: Object, name: str) -> bool:
    """Whether a member may be missing, and nothing of it is no value of its own."""
    member = shape.members.get(name)
    return member is not None and not member.required and not (isinstance(member.shape, String) and member.shape.empty)


def _leaf(shape: Shape, value: Any, told: Told) -> Any:
    changed = _changed(shape, value)
    if changed != value or type(changed) is not type(value):
        if isinstance(shape, String) and not isinstance(value, str) and not shape.number:
            told("numbers are written as texts")
        elif isinstance(shape, String) and shape.form is not None and shape.form.personal:
            told(f"numbers are written {'with' if str(changed).startswith('+') else 'without'} their `+`")
        else:
            told(f"{_shown(value)} is written {_shown(changed)}")
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
        case String(), int() | float() if not isinstance(value, bool):
            return _changed(shape, str(value))
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
