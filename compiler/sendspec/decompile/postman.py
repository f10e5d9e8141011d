"""A Postman collection (v2.1) → the request bodies in it, with its placeholders as holes.

Only bodies are read: keys, tokens and addresses of requests stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sendspec.channels.said import elements
from sendspec.decompile.holes import hole, named

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.S)


def is_collection(value: object) -> bool:
    """Whether a JSON value is a Postman collection."""
    return isinstance(value, Mapping) and isinstance(value.get("item"), list) and isinstance(value.get("info"), Mapping)


def variables(collection: Mapping[str, Any]) -> dict[str, str]:
    """The values that the collection gives to its placeholders, by our names for them."""
    found: dict[str, str] = {}
    for one in elements(collection.get("variable")):
        key, value = one.get("key") or one.get("id"), one.get("value")
        if isinstance(key, str) and isinstance(value, str | int | float) and str(value):
            found[named(key, ())] = str(value)
    return found


def requests(collection: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The name of each request and the text of its body, folders in order."""
    for item in elements(collection.get("item")):
        if isinstance(item.get("item"), list):
            yield from requests(item)
            continue
        request = item.get("request")
        body = request.get("body") if isinstance(request, Mapping) else None
        if isinstance(body, Mapping) and isinstance(raw := body.get("raw"), str) and raw.strip():
            yield str(item.get("name") or "message"), raw


def filled(raw: str) -> str:
    """A body's text with each placeholder as a hole; one outside of quotes becomes a text."""
    made, at = "", 0
    for found in _STRING.finditer(raw):
        made += _PLACEHOLDER.sub(lambda one: f'"{_hole(one)}"', raw[at : found.start()])
        made += _PLACEHOLDER.sub(_hole, found[0])
        at = found.end()
    return made + _PLACEHOLDER.sub(lambda one: f'"{_hole(one)}"', raw[at:])


def _hole(found: re.Match[str]) -> str:
    return hole(named(found[1].lstrip("$"), ()))
