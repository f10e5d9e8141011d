"""What a body holds beyond what its spec compiles to, and where the two are at odds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sendspec.channels.declare import Pointer


def beyond(body: Any, made: Any) -> dict[Any, Any]:
    """The members of objects that only the body has: what `wire` can add. A number as a key is an element of a list."""
    if isinstance(body, Mapping) and isinstance(made, Mapping):
        more = {key: body[key] for key in body if key not in made}
        pairs = [(key, body[key], made[key]) for key in body if key in made]
    elif isinstance(body, list) and isinstance(made, list) and len(body) == len(made):
        more, pairs = {}, [(at, one, other) for at, (one, other) in enumerate(zip(body, made, strict=True))]
    else:
        return {}
    return more | {key: inner for key, one, other in pairs if (inner := beyond(one, other))}


def shortened(body: Any, made: Any, at: Pointer = ()) -> Iterator[Pointer]:
    """The members that are lists of another length: something in them cannot be said."""
    if isinstance(body, Mapping) and isinstance(made, Mapping):
        pairs: list[tuple[str | int, Any, Any]] = [(key, body[key], made[key]) for key in body if key in made]
    elif isinstance(body, list) and isinstance(made, list) and len(body) == len(made):
        pairs = [(number, one, other) for number, (one, other) in enumerate(zip(body, made, strict=True))]
    else:
        return
    for key, one, other in pairs:
        if isinstance(key, str) and isinstance(one, list) and isinstance(other, list) and len(one) != len(other):
            yield (*at, key)
        else:
            yield from shortened(one, other, (*at, key))


def bare(body: Any, places: Collection[Pointer], at: Pointer = ()) -> Any:
    """A body without the members at these places."""
    if isinstance(body, Mapping):
        return {key: bare(value, places, (*at, key)) for key, value in body.items() if (*at, key) not in places}
    if isinstance(body, list):
        return [bare(value, places, (*at, number)) for number, value in enumerate(body)]
    return body


def odds(body: Any, made: Any, at: Pointer = ()) -> Iterator[Pointer]:
    """The places at which the two differ."""
    if isinstance(body, Mapping) and isinstance(made, Mapping):
        for key in dict.fromkeys((*body, *made)):
            if key in body and key in made:
                yield from odds(body[key], made[key], (*at, key))
            else:
                yield (*at, key)
    elif isinstance(body, list) and isinstance(made, list) and len(body) == len(made):
        for number, (one, other) in enumerate(zip(body, made, strict=True)):
            yield from odds(one, other, (*at, number))
    elif body != made or isinstance(body, bool) is not isinstance(made, bool):
        yield at


def stands(tree: Any, at: Pointer) -> bool:
    """Whether there is something at a place, be it null."""
    for key in at:
        known: Any = tree if isinstance(tree, Mapping) else dict(enumerate(tree)) if isinstance(tree, list) else {}
        if key not in known:
            return False
        tree = known[key]
    return True
