"""The text of a file → the bodies in it: one, a list, one a line as `compile` writes them, a Postman collection."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from sendspec.blocked import BlockedError
from sendspec.channels.json_text import parse
from sendspec.channels.said import CLOSE, OPEN
from sendspec.channels.trail import kind, safe, shown
from sendspec.decompile import postman
from sendspec.decompile.commented import plain
from sendspec.decompile.current import current, nameable, together
from sendspec.decompile.draft import PEOPLE, Piece
from sendspec.decompile.holes import identifier, texts, unused
from sendspec.decompile.which import KEYS, meant, which
from sendspec.record import NamedTuple

Remark = Callable[[str], None]
#: The marks of holes, as they are or escaped. Unicode has them for such uses: they are no characters of a text.
_MARKS = re.compile(rf"[{OPEN}{CLOSE}]|\\u[fF][dD][dD][01]")


class _Body(NamedTuple):
    """A body before it is known whose it is."""

    name: str
    value: Any
    known: Mapping[str, str]


def pieces(name: str, content: str, remark: Remark) -> list[Piece]:
    """The messages of a file as they stand; `name` is what the only one is called.

    What is passed over is remarked. Raises BlockedError when there is nothing to import.
    """
    found: list[Piece] = []
    whys: list[str] = []
    for body in _bodies(name, content, remark):
        value = _by_a_channel(body, remark)
        made_for = which(value) if isinstance(value, Mapping) else None
        if made_for is None:
            whys.append(_no_message(value))
            remark(f"{safe(body.name)}: no message, {whys[-1]}; passed over")
            continue
        found.append(Piece(_name(body.name), made_for, value, body.known))
    if not found:
        said = f"{safe(name)}: no request body in it" + (f": {whys[0]}" if whys else "")
        raise BlockedError(said, "a body names its `deliverychannel` or its `channel`")
    return _named(found)


def _by_a_channel(body: _Body, remark: Remark) -> Any:
    """The value of a body, by the channel that is meant where its name is none's."""
    if not isinstance(body.value, Mapping) or which(body.value) is not None or (near := meant(body.value)) is None:
        return body.value
    key, name = near
    given = body.value.get(key)
    said = f"is {shown(given)}, no channel of the API" if isinstance(given, str) and given else "is missing"
    remark(f"{safe(body.name)}: `{key}` {said}; {shown(name)} is meant")
    return {**body.value, key: name}


def _no_message(value: Any) -> str:
    """Why a value is no message of a channel."""
    if not isinstance(value, Mapping):
        return f"it is {kind(value)}"
    named = next((value[key] for key in KEYS.values() if isinstance(value.get(key), str)), None)
    return "it names no channel" if named is None else f"{shown(named)} is no channel of the API"


def in_current_forms(piece: Piece, remark: Remark, only: Container[object] | None = None) -> Piece:
    """The same message in the forms that we write; what is changed by that is remarked. `only` are the members of the
    body that are looked at."""
    told: list[str] = []
    body = current(piece.made_for.api.body, piece.body, told.append, only)
    if only is None or "to" in only:
        body = nameable(body, told.append)
    key = KEYS[piece.made_for.api.version]
    if body.get(key) != piece.made_for.api.name and (only is None or key in only):
        told.append(f"`{key}` is written {shown(piece.made_for.api.name)}")
        body = {**body, key: piece.made_for.api.name}
    for said in together(dict.fromkeys(told)):
        remark(said)
    return piece._replace(body=body)


def _named(found: list[Piece]) -> list[Piece]:
    """Each message has a name of its own."""
    taken: dict[str, None] = {}
    made = []
    for piece in found:
        name = unused(piece.name, taken)
        taken[name] = None
        made.append(piece._replace(name=name))
    return made


def _name(title: str) -> str:
    """A message's name that is like a file's or a request's; letters of any script may stand in it."""
    title = re.sub(r"(?:\.postman_collection)?\.(?:json|jsonl|ndjson)\Z", "", title)
    word = identifier(title) if title.isascii() else "_".join(re.findall(r"[^\W_]+", title)).lower()
    return word if word[:1].isalpha() else f"message_{word}"


def _bodies(name: str, content: str, remark: Remark) -> Iterator[_Body]:
    value = _json(name, content, remark)
    if (collection := postman.collection_of(value)) is None:
        yield from _each(name, _open(name, value, content, remark), {})
        return
    for request in postman.requests(collection, lambda of, why: remark(f"{safe(of)}: {why}; passed over")):
        text, known = postman.filled(request._replace(raw=plain(request.raw)))
        inner = parse(text)
        if inner.problems:
            remark(f"{safe(request.name)}: its body is no JSON ({inner.problems[0].message}); passed over")
        else:
            yield from _each(request.name, inner.value, known)


def _open(name: str, value: Any, content: str, remark: Remark) -> Any:
    """A file's value, its `{{name}}` as holes where somebody's address is one: then it is a pattern for bodies. Beside
    addresses they are text, of smart links for instance."""
    each = value if isinstance(value, list) else [value]
    people = [one.get(key) for one in each if isinstance(one, Mapping) for key in PEOPLE.values()]
    if not any(postman.PLACEHOLDER.fullmatch(text) for text in texts(people)):
        return value
    again = parse(postman.filled(postman.Request(name, plain(content), {}))[0])
    if again.problems:
        return value
    remark(f"{safe(name)}: an address is a placeholder, so `{{{{…}}}}` are read as such")
    return again.value


def _each(name: str, value: Any, known: Mapping[str, str]) -> Iterator[_Body]:
    """The messages of a body: of a list each, of a line what stands under `body`."""
    if isinstance(value, list):
        for inner in value:
            yield from _each(name, inner, known)
    elif isinstance(value, Mapping) and "body" in value and not {"deliverychannel", "channel"} & value.keys():
        yield from _each(name, value["body"], known)
    else:
        yield _Body(name, value, known)


def _json(name: str, content: str, remark: Remark) -> Any:
    """The JSON of a file; of many lines with a value each, a list of them. Comments in it are passed over."""
    if (mark := _MARKS.search(content)) is not None:
        named = f"U+{ord(mark[0]):04X}" if len(mark[0]) == 1 else f"U+{mark[0][2:].upper()}"
        raise BlockedError(f"{safe(name)}: it holds {named}, which is no character", "take it out of the text")
    whole = parse(content)
    if not whole.problems:
        return whole.value
    lines = [parse(line) for line in re.split(r"\r?\n", content) if line.strip()]
    if len(lines) > 1 and not any(line.problems for line in lines):
        return [line.value for line in lines]
    bare = parse(plain(content))
    if not bare.problems:
        remark(f"{safe(name)}: comments, and commas at ends, are left out")
        return bare.value
    filled = parse(postman.filled(postman.Request(name, plain(content), {}))[0])
    if not filled.problems:
        remark(f"{safe(name)}: `{{{{…}}}}` stand where JSON has values, so they are read as placeholders")
        return filled.value
    raise BlockedError(
        f"{safe(name)}: not JSON: {whole.problems[0].message}", "run `sendspec verify` on it to see where"
    )
