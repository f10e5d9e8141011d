"""Bodies → a spec: what is repeated is written once, what differs becomes variables and rows.

It must not compile: what a draft gets wrong, `importer` finds by compiling it, and gives as `wire` or as a remark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.channels.paths import changed
from sendspec.channels.said import Reading, members
from sendspec.decompile import holes
from sendspec.decompile.people import CORRELATION, Row, rows
from sendspec.decompile.texts import UnsayableError
from sendspec.decompile.which import For
from sendspec.record import NamedTuple, record, replace

_ADDRESSES = {"msisdn": "+447700900123", "email": "someone@acme.example"}
_SUBSTITUTION = re.compile(r"\$\(([^()]*)\)?")
PEOPLE = {"v1": "destination", "v2": "to"}


class Piece(NamedTuple):
    """One body: what it is called, whose it is, and the values of the holes in it."""

    name: str
    made_for: For
    body: Mapping[str, Any]
    known: Mapping[str, str]


class Person(NamedTuple):
    """A row of the draft: its cells, and what fills the holes for this person."""

    row: Row
    values: Mapping[str, str]


@record(eq=False)
class Draft:
    """A message to be written. `bodies` are those that it must compile to, `body` what they share, with holes; `pieces`
    are what it was made of.

    `restore` gives the text of a hole where no variable can stand (its own name: nobody knows it), `defaults` the
    values of those who have none.
    """

    name: str
    made_for: For
    body: Mapping[str, Any]
    people: tuple[Person, ...]
    variables: Mapping[str, tuple[str, ...]]
    restore: Mapping[str, str]
    defaults: Mapping[str, str]
    bodies: tuple[Mapping[str, Any], ...]
    pieces: tuple[Piece, ...]

    def without(self, names: Sequence[str]) -> Draft:
        """The same with these holes filled by the texts that they were."""
        body = self.body
        for name in names:
            body = holes.each_text(body, partial(_restored, holes.hole(name), self.restore[name]))
        left = {name: values for name, values in self.variables.items() if name not in names}
        return replace(self, body=body, variables=left)

    @property
    def complete(self) -> bool:
        """Whether everybody is known, with a value for each variable."""
        return bool(self.people) and not self.lacking

    @property
    def lacking(self) -> list[str]:
        """The variables that somebody has no value for."""
        needed = [name for name in self.variables if name not in self.defaults]
        return [name for name in needed if any(name not in person.values for person in self.people)]

    @property
    def unfilled(self) -> Iterator[tuple[str, bool]]:
        """The `$(name)` that stay in texts, and whether people have values of these names: no page says that they are
        filled there. Without those that the platform fills itself."""
        known = {*members(self.body, "substitutions"), *(name for piece in self.pieces for name in _own_names(piece))}
        found = dict.fromkeys(name for text in holes.texts(self.body) for name in _SUBSTITUTION.findall(text))
        return ((name, name in known) for name in found if name not in self.made_for.api.placeholders)

    @property
    def unused(self) -> list[str]:
        """The names of people's own values (v2) that no text has a place for: their rows have no word for these."""
        if "template" in self.body:
            return []
        own = dict.fromkeys(name for piece in self.pieces for name in _own_names(piece))
        held = "\n".join(text for piece in self.pieces for text in holes.texts(_shared(piece)))
        return [name for name in own if f"$({name})" not in held]

    def sampled(self) -> Draft:
        """The same, with somebody in it where people or their values are not known."""
        if self.complete:
            return self
        version, words = self.made_for.api.version, (said.word for said in self.reading.content)
        kind = self.made_for.channel.reached_by(words)[0]
        address = _ADDRESSES.get(kind, "sample")
        given = {name: next(iter(self.variables[name]), name) for name in self.variables}
        body = _with_values(self.body, given)
        body = {**body, PEOPLE[version]: [{ADDRESS_KEYS[kind]: [address]}]}
        people = (Person(Row({kind: address}, {}), given),)
        variables = {name: self.variables[name] or (name,) for name in self.variables}
        return replace(self, people=people, bodies=(body,), variables=variables)

    @property
    def reading(self) -> Reading:
        """What the message says, in the words of its channel."""
        read = self.made_for.api.read
        return read(self.body) if read is not None else Reading(())


def _restored(hole: str, text: str, value: str) -> str:
    return value.replace(hole, text)


def drafts(pieces: Sequence[Piece], written: Any) -> Iterator[Draft]:
    """The messages, in the order in which they first come. `written` raises UnsayableError on one it cannot write."""
    groups: dict[Any, list[Piece]] = {}
    for piece in pieces:
        key = piece.made_for.channel.name, piece.made_for.api.version, _alike(piece)
        groups.setdefault(key, []).append(piece)
    for group in groups.values():
        yield from _drafted(group, written)


def divided(draft: Draft) -> list[list[Piece]]:
    """The bodies of a message by their texts; nothing where they are all the same."""
    parts: dict[str, list[Piece]] = {}
    for piece in draft.pieces:
        parts.setdefault(json.dumps(_shared(piece), sort_keys=True), []).append(piece)
    return list(parts.values()) if len(parts) > 1 else []


def _alike(piece: Piece) -> Any:
    """What bodies of one message have in common: all but their texts. Bodies with variables of their own have the texts
    in common too: a difference around a variable is no value of one."""
    shared = _shared(piece)
    own = piece.known or _own_names(piece) or next(_names_in(shared), None)
    return json.dumps(shared, sort_keys=True) if own or "$(" in json.dumps(shared) else holes.skeleton(shared)


def _drafted(group: Sequence[Piece], written: Any) -> Iterator[Draft]:
    """One message of bodies of one shape, or several where they differ in what is the same for everybody."""
    draft = _draft(group)
    try:
        written(draft)
    except UnsayableError as lack:
        parts = _apart(group, lack.names)
        if len(parts) < 2:
            raise
        for part in parts:
            yield from _drafted(part, written)
        return
    yield draft


def _apart(group: Sequence[Piece], names: Sequence[str]) -> list[list[Piece]]:
    """The bodies by the values that these holes have in them."""
    parts: dict[tuple[str, ...], list[Piece]] = {}
    values = _merged(group)[1]
    for at, piece in enumerate(group):
        parts.setdefault(tuple(values[name][at] for name in names if name in values), []).append(piece)
    return list(parts.values())


def _shared(piece: Piece) -> dict[str, Any]:
    """A body without its people."""
    people = PEOPLE[piece.made_for.api.version]
    return {key: value for key, value in piece.body.items() if key != people}


def _merged(group: Sequence[Piece]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    taken = {name: "" for piece in group for name in (*piece.known, *_own_names(piece))}
    body, values = holes.merge([_shared(piece) for piece in group], taken)
    return body, values


def _own_names(piece: Piece) -> list[str]:
    people = rows(piece.body.get(PEOPLE[piece.made_for.api.version]), piece.made_for.api.version)
    return list(dict.fromkeys(name for row in people for name in row.values))


def _draft(group: Sequence[Piece]) -> Draft:
    first = group[0]
    version = first.made_for.api.version
    body, differing = _merged(group)
    restore: dict[str, str] = {}
    if len(group) == 1 and (key := CORRELATION[version]) in body:  # one that varies would stand beside each address
        restore = {name: name for name in _names_in(body[key]) if name not in first.known}
        first = first._replace(known={**first.known, **restore})
        group, body = [first], {**body, key: _with_values(body[key], first.known)}
    own = list(dict.fromkeys(name for piece in group for name in _own_names(piece)))
    shared = members(body, "substitutions") if version == "v2" and "template" not in body else {}
    stated = _variables((*own, *(name for name in shared if shared[name])), "template" in body)
    if version == "v2":
        body = _substituted(body, first.made_for, stated, restore)
    people = []
    for at, piece in enumerate(group):
        values = {**piece.known, **{name: found[at] for name, found in differing.items()}}
        known = _filled(piece.body.get(PEOPLE[version]), piece.known)
        for row in rows(known, version):
            own_values = {word: row.values[name] for name, word in stated.items() if name in row.values}
            people.append(Person(row, {**values, **own_values}))
    used = list(dict.fromkeys(_names_in(body)))
    for name in used:
        if name not in differing:  # a placeholder: where it cannot vary it is its value, or its name for want of one
            restore.setdefault(name, first.known.get(name, name))
    variables = {
        name: tuple(dict.fromkeys(person.values[name] for person in people if name in person.values)) for name in used
    }
    defaults = {
        name: value
        for name, value in shared.items()
        if name in variables and isinstance(value, str) and any(name not in person.values for person in people)
    }
    bodies = tuple(_with_values(piece.body, piece.known) for piece in group)
    return Draft(first.name, first.made_for, body, tuple(people), variables, restore, defaults, bodies, tuple(group))


def _filled(people: Any, known: Mapping[str, str]) -> Any:
    """The destinations with the values of the holes in them. Nobody is known by a hole without a value."""
    people = _with_values(people, known)
    return people if not list(_names_in(people)) else None


def _with_values(tree: Any, known: Mapping[str, str]) -> Any:
    for name, value in known.items():
        tree = holes.each_text(tree, partial(_restored, holes.hole(name), value))
    return tree


def _variables(names: Iterable[str], stored: bool) -> dict[str, str]:
    """The variables of substitutions. A text finds its own by their names, so they have the same there; the values of a
    `stored` template have names of their own."""
    made: dict[str, str] = {}
    for name in dict.fromkeys(names):
        if holes.is_name(name):
            made[name] = name
        elif stored:
            made[name] = holes.named(name, (*made.values(), *names))
    return made


def _substituted(
    body: dict[str, Any], made_for: For, stated: Mapping[str, str], restore: dict[str, str]
) -> dict[str, Any]:
    """A body of v2 with holes for the substitutions that people have of their own."""
    made = dict(body)
    for place in sorted(made_for.api.substitutes):
        fragment, *keys = place.strip("/").split("/")
        path = (*map(str, made_for.api.places.get(fragment, (fragment,))), *keys)
        made = changed(made, path, lambda text: _with_holes(text, stated, restore) if isinstance(text, str) else text)
    if "template" in made and stated:
        given = made.get("substitutions")
        own = {name: holes.hole(word) for name, word in stated.items()}
        made["substitutions"] = {**(given if isinstance(given, Mapping) else {}), **own}
    return made


def _with_holes(text: str, names: Iterable[str], restore: dict[str, str]) -> str:
    for name in names:
        if f"$({name})" in text:
            restore[name] = f"$({name})"
            text = text.replace(f"$({name})", holes.hole(name))
    return text


def _names_in(tree: Any) -> Iterator[str]:
    for text in holes.texts(tree):
        yield from holes.names(text)
