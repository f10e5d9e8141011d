"""One rung in one locale, ready to make messages: values and places in, a request body out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sendspec.audience.nodes import Person
from sendspec.channels.declare import Array, Member, Object, OneOf, Pointer, Shape, String
from sendspec.channels.paths import changed
from sendspec.emit.cut import Cut
from sendspec.emit.layout import Fill, Open, add_wire, filler, lay_out, opened, place_of, without
from sendspec.emit.places import Place, addresses_of, destinations
from sendspec.emit.values import Scalar
from sendspec.record import record

_SUBSTITUTION = re.compile(r"\$\((\w+)\)")


@record(eq=False)
class Mould:
    """`number` tells moulds apart. `absent` are the open places whose empty text leaves its member out, `kinds` the
    addresses that it goes to, `wired` the places of keys that a spec's `wire` added."""

    number: int
    cut: Cut
    fill: Fill
    absent: frozenset[int]
    kinds: tuple[str, ...]
    wired: tuple[Pointer, ...] = ()

    def message(self, group: Sequence[Scalar], places: Sequence[Place], lift: bool = False) -> dict[str, Any]:
        """The request body of one message to some people. `lift`: a correlation that all of them have stands once."""
        lifted = places[0].correlation if lift and _alike(places) else None
        if lifted is not None:
            places = [place._replace(correlation=None) for place in places]
        to = destinations(places, self.cut.rung.api.version)
        values = [to, *(None if value == "" and at in self.absent else value for at, value in enumerate(group, 1))]
        made = self.fill(values)
        assert isinstance(made, dict)
        if self.cut.inline and (empty := frozenset(str(group[-1]).split())):
            self._change_texts(made, lambda found: "" if found[1] in empty else found[0])
        if lifted is not None:
            made["correlationid" if self.cut.rung.api.version == "v1" else "correlationId"] = lifted
        if self.cut.defaults and (shared := self._defaults(group, places)):
            made["substitutions"] = {**made.get("substitutions", {}), **shared}
        return made

    def _defaults(self, group: Sequence[Scalar], places: Sequence[Place]) -> dict[str, str]:
        """The defaults that some of the people need: they stand once, for all who have no value of their own."""
        empty = frozenset(str(group[-1]).split()) if self.cut.inline else frozenset()
        own = [frozenset(name for name, _ in place.substitutions) for place in places]
        return {
            name: value
            for name, value in self.cut.defaults.items()
            if name not in empty and any(name not in names for names in own)
        }

    def checked(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The body without the keys of `wire`: they are for what no declaration knows."""
        made: Any = body
        for place in self.wired:
            made = without(made, place)
        return dict(made)

    def read_by(self, body: Mapping[str, Any], place: Place) -> dict[str, Any]:
        """The body as one of its people reads it: with the values of the substitutions in the texts."""
        given = {**self.cut.fixed, **self.cut.defaults, **dict(place.substitutions)}
        made = dict(body)
        if given:
            self._change_texts(made, lambda found: given.get(found[1], found[0]))
        return made

    def _change_texts(self, body: dict[str, Any], change: Callable[[re.Match[str]], str]) -> None:
        """Changes each `$(name)` in the texts of a body."""
        for pointer in sorted(self.cut.rung.api.substitutes):
            fragment, *keys = pointer.strip("/").split("/")
            first, *path = map(str, (*self.cut.rung.api.places.get(fragment, (fragment,)), *keys))
            if first in body:
                body[first] = changed(body[first], path, lambda text: _each_name(text, change))

    def sort(self, person: Person, zone: str) -> tuple[tuple[Scalar, ...], Place] | None:
        """Which message a person gets, and their place in it; None without an address."""
        addresses = addresses_of(person, self.kinds, self.cut.rung.channel.together)
        if not addresses:
            return None
        cut = self.cut
        values: Mapping[str, object] = {**cut.constants, **person.values} if cut.constants else person.values
        tracked = person.correlation is None
        correlation = cut.correlation_of(values) if tracked else person.correlation
        group, given = cut.group_of(values), cut.substitutions_of(values)
        if cut.inline:  # an empty value counts as absent (facts §12.1, rule 8), so its people get a text without it
            empty = frozenset(name for name, value in given if not value and name in cut.inline)
            group = (*group, " ".join(sorted(empty)))
            given = tuple((name, value) for name, value in given if name not in empty)
        if cut.defaults:
            given = tuple((name, value) for name, value in given if cut.defaults.get(name) != value)
        return group, Place(person.row, addresses, correlation, given, zone, person.apart, tracked)


def _alike(places: Sequence[Place]) -> bool:
    """Whether all have one correlation that the message states."""
    return all(place.tracked and place.correlation == places[0].correlation for place in places)


def _each_name(text: object, change: Callable[[re.Match[str]], str]) -> object:
    return _SUBSTITUTION.sub(change, text) if isinstance(text, str) else text


def mould(number: int, cut: Cut, folder: Path, profile: str = "current") -> Mould:
    """Lays a cut out by its channel's request template, with the names of a profile of the API; `folder` holds the
    channels' folders."""
    rung = cut.rung
    known: dict[int, object] = {**cut.settled, **{id(leaf): Open(at) for at, leaf in enumerate(cut.grouping, 1)}}
    fragments: dict[str, Any] = {name: opened(tree, known) for name, tree in cut.fragments.items()}
    if cut.fixed:
        fragments["substitutions"] = dict(cut.fixed)
    body = lay_out(rung.channel, rung.api, fragments, folder, profile)
    if cut.fixed:
        body.setdefault("substitutions", dict(cut.fixed))
    wired = tuple(add_wire(body, rung.wire))
    fill = filler(body)
    assert fill is not None, "a body has at least its destination to fill"
    return Mould(number, cut, fill, frozenset(_absent(rung.api.body, body)), rung.addresses, wired)


def _absent(shape: Shape, body: object) -> list[int]:
    """The open places of members that may be left out: an empty text there counts as absent (facts §12.1, rule 8)."""
    match shape, body:
        case OneOf(), dict():
            return _absent(shape.case_of(body), body)
        case Object(), dict():
            members = [(shape.members[key], value) for key, value in body.items() if key in shape.members]
            return [at for member, value in members for at in _absent_member(member, value)]
        case Array(), list():
            return [at for value in body for at in _absent(shape.of, value)]
        case _:
            return []


def _absent_member(member: Member, value: object) -> list[int]:
    at = place_of(value)
    if at is None:
        return _absent(member.shape, value)
    drops = isinstance(member.shape, String) and not member.required and not member.shape.empty
    return [at] if drops else []
