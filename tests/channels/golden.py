"""A spec of a channel's `golden/` folder as the requests that it gives, with nobody in them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sendspec import channels
from sendspec.channels.declare import Channel, Word
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.channels.filled import Filled, Leaf, Tree
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.emit.layout import lay_out
from sendspec.model.nodes import Rung
from sendspec.pipeline import Linter

PERSONAL = "<personal>"
PEOPLE = ("destination", "to")
#: What stands for a person's value of a form that is digits.
FORMS = {"timestamp": "1796049000", "amount_1000": "40000", "seconds": "2026-11-30T14:30:00Z"}
#: The same of a variable that stands alone, by its type.
KINDS = {"int": "40", "decimal": "40.5"}
#: An address of each kind.
ADDRESSES = {
    "msisdn": "+447700900311",
    "email": "m.reid@post.example",
    "waid": "447700900311",
    "abc_user": "urn:mbid:AQAAEXAMPLE0311",
}


def channel_of(path: Path) -> Channel:
    """The channel whose folder holds a file."""
    return channels.channel(path.parts[-3])


def rungs(path: Path) -> dict[str, Rung]:
    """The first rungs of a spec by message. A name that begins with `v1` or `v2` chooses the version of the API."""
    version = path.stem.split("-")[0]
    versions = {channel_of(path).name: version} if version in ("v1", "v2") else {}
    bound = Linter(dt.date(2026, 11, 25)).bind(path, Config(path.parent, versions=versions))
    assert bound.unit is not None
    assert [(found.code, found.message) for found in bound.findings if found.severity is Severity.ERROR] == []
    return {name: message.rungs[0] for name, message in bound.unit.messages.items()}


def plain(tree: Tree) -> Any:
    """A fragment as JSON; what hangs on a person is shown as `<personal>`."""
    if isinstance(tree, Leaf):
        return _shown(tree) if tree.value is None else tree.value
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items() if value is not None}
    return [plain(value) for value in tree] if isinstance(tree, list) else tree


def _shown(leaf: Leaf) -> Any:
    if leaf.form in FORMS:
        return FORMS[leaf.form]
    if leaf.kind in KINDS:
        return json.loads(KINDS[leaf.kind]) if leaf.form == "number" else KINDS[leaf.kind]
    return leaf.choices[1] if leaf.choices else f"{leaf.opening}{PERSONAL}{leaf.closing}"


def request_of(rung: Rung) -> dict[str, Any]:
    """The request of a rung in its one locale."""
    (fragments,) = rung.fragments.values()
    given = {name: plain(tree) for name, tree in fragments.items() if tree is not None}
    body = lay_out(rung.channel, rung.api, given, Path(channels.__file__).parent)
    return {key: [] if key in PEOPLE else value for key, value in body.items()}


def peopled(rung: Rung, body: dict[str, Any]) -> dict[str, Any]:
    """A request with one person in it."""
    kind = rung.addresses[0]
    person = {ADDRESS_KEYS[kind]: [ADDRESSES.get(kind, "somebody")]}
    return {key: [person] if key in PEOPLE else value for key, value in body.items()}


def said(filled: Filled) -> Iterator[Leaf]:
    """Every value that a statement and its block state."""
    for value in (*filled.values.values(), *(filled.assigned or {}).values()):
        yield from [value] if isinstance(value, Leaf) else [leaf for leaf in value if isinstance(leaf, Leaf)]
    yield from sent(filled.free)
    for child in filled.children:
        yield from said(child)


def sent(tree: Tree) -> Iterator[Leaf]:
    """Every value of a fragment."""
    if isinstance(tree, Leaf):
        yield tree
    for inner in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from sent(inner)


def declared(words: tuple[Word, ...]) -> Iterator[str]:
    """Every word, and every option of it, at any depth."""
    for word in words:
        yield from (word.name, *(f"{word.name} {slot.name}" for slot in word.options))
        yield from declared(word.block or ())


def stated(filled: Filled) -> Iterator[str]:
    """The same of what a spec states."""
    for child in filled.children:
        yield from (child.word.name, *(f"{child.word.name} {name}" for name in child.values))
        yield from stated(child)
