"""A channel's request template, laid out once for a rung and a locale: a body whose personal places are open.

The template decides where everything stands; it never sees a person. A message is then a copy with the places filled.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendspec.channels.declare import Api, Channel, Pointer
from sendspec.channels.filled import Leaf, Tree

if TYPE_CHECKING:
    from jinja2 import Environment

#: Gives the part of a message that depends on its open places' values.
Fill = Callable[[Sequence[object]], object]


class Open:
    """A place of a body that is filled for each message. The JSON it prints while the body is laid out is a mark."""

    __slots__ = ("at",)

    def __init__(self, at: int) -> None:
        self.at = at

    @property
    def mark(self) -> str:
        return f"\0open:{self.at}\0"


class Json(str):
    """A text that the `json` filter made: the only one that a request template may print."""

    __slots__ = ()


class TemplateError(Exception):
    """A request template that is wrong: a fault of ours, told with the template's name."""


@cache
def _environment(folder: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined

    def as_json(value: object) -> Json:
        if isinstance(value, Undefined):
            str(value)  # StrictUndefined raises here, with the variable's name
        return Json(compact(value, default=_mark))

    def only_json(value: object) -> object:
        if isinstance(value, Json):
            return value
        if isinstance(value, Undefined):
            str(value)
        raise TemplateError("a value is printed without the `json` filter")

    made = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"), undefined=StrictUndefined, autoescape=False,
        finalize=only_json, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["json"] = as_json
    return made


def compact(value: object, default: Callable[[Any], object] | None = None) -> str:
    """The one way JSON is written here: no blanks, characters as they are, no NaN."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=default)


def _mark(value: object) -> str:
    if isinstance(value, Open):
        return value.mark
    raise TypeError(f"{type(value).__name__} is no JSON value")


def lay_out(
    channel: Channel, api: Api, fragments: Mapping[str, Tree], folder: Path, profile: str = "current"
) -> dict[str, object]:
    """The body of one message as its template gives it. Leaves of `fragments` that are personal must be `Open` by now.

    The place of `destination` (v1) or `to` (v2) is open number 0.
    """
    import jinja2

    name = f"{channel.name}/request.json.j2"
    given = {key: tree for key, tree in fragments.items() if tree is not None}
    try:
        text = _environment(folder).get_template(name).render(
            {"settings": {}, **given, "name": api.called(profile), "version": api.version, "destination": Open(0)}
        )  # fmt: skip
        body = json.loads(text, object_pairs_hook=_once)
    except (jinja2.TemplateError, TemplateError, ValueError, TypeError) as error:
        raise TemplateError(f"channels/{name}: {error}") from error
    if not isinstance(body, dict):
        raise TemplateError(f"channels/{name}: the request is no object")
    return body


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return made


def opened(tree: Tree, known: Mapping[int, object]) -> Any:
    """A fragment as plain JSON: constant leaves as their values, the others as what is `known` of them by identity."""
    if isinstance(tree, Leaf):
        return tree.value if tree.value is not None else known[id(tree)]
    if isinstance(tree, dict):
        return {key: opened(value, known) for key, value in tree.items() if value is not None}
    if isinstance(tree, list):
        return [opened(value, known) for value in tree]
    return tree


def add_wire(body: dict[str, Any], wire: Mapping[Any, object]) -> Iterator[Pointer]:
    """Adds a rung's `wire` keys, and gives their places; what the compiler wrote stays as it is."""
    for key, value in wire.items():
        if key not in body:
            body[key] = value
            yield (key,)
        elif isinstance(value, Mapping):
            yield from ((key, *place) for place in _add_below(body[key], value))


def _add_below(there: Any, wire: Mapping[Any, object]) -> Iterator[Pointer]:
    if isinstance(there, dict):
        yield from add_wire(there, wire)
    elif isinstance(there, list):  # the keys are its elements' numbers
        for at, value in wire.items():
            if isinstance(value, Mapping):
                yield from ((at, *place) for place in _add_below(there[at], value))


def without(tree: Any, place: Pointer) -> Any:
    """A copy of a tree without the member at a place."""
    key, *below = place
    made: Any = tree[:] if isinstance(tree, list) else dict(tree)
    if below:
        made[key] = without(made[key], tuple(below))
    else:
        del made[key]
    return made


def place_of(value: object) -> int | None:
    """The number of the open place that a value of a laid-out body is; None when it is a value."""
    if not isinstance(value, str) or not (value.startswith("\0open:") and value.endswith("\0")):
        return None
    return int(value[6:-1])


def filler(body: object) -> Fill | None:
    """How to fill a laid-out body; None when nothing in it is open, so that all messages can share it.

    A member whose value is None is left out of its object.
    """
    if isinstance(body, dict):
        return _object(body)
    if isinstance(body, list):
        return _list(body)
    at = place_of(body)
    return None if at is None else lambda values: values[at]


def _object(body: dict[str, object]) -> Fill | None:
    open_ = [(key, inner) for key, value in body.items() if (inner := filler(value)) is not None]
    if not open_:
        return None

    def fill(values: Sequence[object]) -> object:
        made = dict(body)
        for key, inner in open_:
            value = inner(values)
            if value is None:
                del made[key]
            else:
                made[key] = value
        return made

    return fill


def _list(body: list[object]) -> Fill | None:
    fills = [filler(value) for value in body]
    if not any(fills):
        return None

    def fill(values: Sequence[object]) -> object:
        return [value if inner is None else inner(values) for value, inner in zip(body, fills, strict=True)]

    return fill
