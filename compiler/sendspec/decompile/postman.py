"""A Postman collection (v2.1) → the request bodies in it, with its placeholders as holes.

Only bodies and variables are read: keys, tokens and addresses of requests stay where they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sendspec.channels.said import elements, members
from sendspec.decompile.holes import hole, named
from sendspec.record import NamedTuple

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
#: What the API itself fills in a text, where the collection has no value of that name.
_SMART_LINK = re.compile(r"(?:smart)?link_[A-Za-z0-9]+", re.ASCII)
#: A string, and the colon behind it where it is a key.
_STRING = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?', re.S)
#: How often a variable's value may name another variable.
_DEPTH = 8
_FORMS = {"urlencoded": "a form", "formdata": "a form", "file": "a file", "graphql": "a GraphQL query"}


class Request(NamedTuple):
    """A request's name, the text of its body, and the values of placeholders where it stands, by their own names."""

    name: str
    raw: str
    known: Mapping[str, str]


def collection_of(value: object) -> Mapping[str, Any] | None:
    """The collection that a JSON value is, by itself or as Postman's own API wraps it."""
    inner = members(value, "collection") or value
    if isinstance(inner, Mapping) and isinstance(inner.get("item"), list) and isinstance(inner.get("info"), Mapping):
        return inner
    return None


def requests(folder: Mapping[str, Any], skipped: Callable[[str, str], None]) -> Iterator[Request]:
    """The requests that have a body, folders in order. Others are told by name, with the reason."""
    yield from _requests(folder, {}, skipped)


def _requests(
    folder: Mapping[str, Any], around: Mapping[str, str], skipped: Callable[[str, str], None]
) -> Iterator[Request]:
    known = {**around, **_variables(folder)}
    for item in elements(folder.get("item")):
        if isinstance(item.get("item"), list):
            yield from _requests(item, known, skipped)
            continue
        body, name = members(item, "request", "body"), str(item.get("name") or "message")
        if not body:
            continue
        raw, mode = body.get("raw"), str(body.get("mode") or "raw")
        if body.get("disabled") is True:
            skipped(name, "its body is switched off")
        elif mode in _FORMS:
            skipped(name, f"its body is {_FORMS[mode]}, no JSON")
        elif not isinstance(raw, str) or not raw.strip():
            skipped(name, "its body is empty")
        else:
            yield Request(name, raw, {**known, **_variables(item)})


def _variables(holder: Mapping[str, Any]) -> dict[str, str]:
    """The values that a collection or a folder gives to placeholders."""
    found: dict[str, str] = {}
    for one in elements(holder.get("variable")):
        key, value = one.get("key") or one.get("id"), one.get("value")
        if isinstance(key, str) and isinstance(value, str | int | float) and value != "" and not one.get("disabled"):
            found[key] = value if isinstance(value, str) else json.dumps(value)
    return found


def filled(request: Request) -> tuple[str, dict[str, str]]:
    """A body's text with each placeholder as a hole, and the values of the holes. One outside of quotes becomes its
    value, and a text where it has none. Keys stay as they are."""
    values: dict[str, str] = {}
    words: dict[str, str] = {}

    def as_hole(found: re.Match[str]) -> str:
        if _SMART_LINK.fullmatch(found[1]) and found[1] not in request.known:
            return found[0]
        name = words.setdefault(found[1], named(found[1].lstrip("$"), words.values()))
        if (value := _value(found[1], request.known)) is not None:
            values[name] = value
        return hole(name)

    def bare(found: re.Match[str]) -> str:
        value = _value(found[1], request.known)
        return value if value is not None and _is_json(value) else f'"{as_hole(found)}"'

    made, at = "", 0
    for string in _STRING.finditer(request.raw):
        made += PLACEHOLDER.sub(bare, request.raw[at : string.start()])
        made += string[0] if string[2] else PLACEHOLDER.sub(as_hole, string[0])
        at = string.end()
    return made + PLACEHOLDER.sub(bare, request.raw[at:]), values


def _value(name: str, known: Mapping[str, str]) -> str | None:
    """The value of a placeholder, those in it filled too; None where one is not known."""
    if name not in known:
        return None
    value = known[name]
    for _ in range(_DEPTH):
        inner = PLACEHOLDER.search(value)
        if inner is None:
            return value
        if inner[1] not in known:
            return None
        value = value[: inner.start()] + known[inner[1]] + value[inner.end() :]
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
