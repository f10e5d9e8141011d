"""Drafts → the text of one spec: senders, messages, their variables, rows and rungs.

The formatter gives it its style afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from sendspec.channels import channel
from sendspec.channels.declare import Word
from sendspec.channels.envelope import BLOCKS
from sendspec.channels.said import Reading, Said
from sendspec.decompile import trees
from sendspec.decompile.around import settings
from sendspec.decompile.draft import Draft, Person
from sendspec.decompile.holes import alone
from sendspec.decompile.places import places, suited
from sendspec.decompile.texts import UnsayableError, literal
from sendspec.decompile.write import statements

#: Where the rest of a body goes, by the name of its message.
Wires = Mapping[str, Mapping[str, Any]]
_HOST = re.compile(r"https?://([A-Za-z0-9.-]+)(?:[/?#]\S*)?")


class Senders:
    """The senders of a spec: equal ones are declared once."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}

    def name(self, name: str, block: str) -> str:
        """The name of a sender with this block."""
        known = [made for (of, _), made in self._names.items() if of == name]
        wish = f"{name}_sender" if not known else f"{name}_sender_{len(known) + 1}"
        return self._names.setdefault((name, block), wish)

    def lines(self) -> Iterator[str]:
        """Their declarations."""
        for (name, block), made in self._names.items():
            yield f"sender {made} {name} {{ {block} }}"


def spec(drafts: Sequence[Draft], wires: Wires) -> str:
    """The spec of some messages. Raises UnsayableError."""
    senders = Senders()
    messages = [_message(draft, wires.get(draft.name, {}), senders) for draft in drafts]
    return "\n".join([*senders.lines(), "", "\n\n".join(messages)]) + "\n"


def written(draft: Draft) -> str:
    """One message by itself. Raises UnsayableError."""
    return _message(draft, {}, Senders())


def _message(draft: Draft, wire: Mapping[str, Any], senders: Senders) -> str:
    """One message; a hole where no variable can stand is written as the text that it was, where it was one."""
    try:
        return _lines(draft, wire, senders)
    except UnsayableError as lack:
        if not lack.names or not draft.restore.keys() >= set(lack.names):
            raise
        return _message(draft.without(lack.names), wire, senders)


def _lines(draft: Draft, wire: Mapping[str, Any], senders: Senders) -> str:
    reading, around = draft.reading, settings(draft.body, draft.made_for.api)
    where = places(draft, around)
    draft = suited(draft, where)
    lines = [f"message {draft.name} {{"]
    if any(said.word in draft.made_for.channel.session for said in reading.content):
        lines.append("category service")
    if draft.variables:
        lines += ["vars {", *_variables(draft, where.instants), "}", ""]
    if draft.complete:
        lines += ["audience rows {", *(_row(person, draft.variables, where.instants) for person in draft.people)]
        lines += ["}", ""]
    for name, said in around.items():
        lines += [f"{name} {{", *_settings(name, said), "}", ""]
    lines += [*_rungs(draft, reading, wire, senders), "}"]
    return "\n".join(lines)


def _settings(name: str, said: Sequence[Said]) -> Iterator[str]:
    words = BLOCKS[name].block or ()
    for one in said:
        if one.word == "expires":
            yield f"expires {alone(one.values[0]) or one.values[0]}"
        else:
            yield from statements([one], words)


def _variables(draft: Draft, instants: Container[str]) -> Iterator[str]:
    for name, values in draft.variables.items():
        default = draft.defaults.get(name)
        known = values if default is None else (*values, default)
        kind = "datetime" if name in instants else _type(known)
        yield f"{name} {kind}" + ("" if default is None else f" = {default if name in instants else literal(default)}")


def _type(values: Sequence[str]) -> str:
    """The narrowest type that all values have."""
    most = max(map(len, values), default=50) or 1
    hosts = {found[1] if (found := _HOST.fullmatch(value)) else None for value in values}
    if len(hosts) == 1 and (host := next(iter(hosts))) is not None:
        return f'url(host "{host}", max {most})'
    return f"text(max {most})"


def _row(person: Person, variables: Mapping[str, object], instants: Container[str]) -> str:
    own = {name: person.values[name] for name in variables if name in person.values}
    cells = [f"{name} {literal(value)}" for name, value in person.row.cells.items() if name != "correlation"]
    cells += [f"{name} {value if name in instants else literal(value)}" for name, value in own.items()]
    cells += [f"{name} {literal(value)}" for name, value in person.row.cells.items() if name == "correlation"]
    if person.row.apart is not None:
        cells.append(f"apart {'yes' if person.row.apart else 'no'}")
    return f"row {{ {', '.join(cells)} }}"


def _rungs(draft: Draft, reading: Reading, wire: Mapping[str, Any], senders: Senders) -> Iterator[str]:
    known, api = draft.made_for
    via = f" via {api.version}" if api is not known.apis[0] else ""
    yield from _rung(f"try {known.name}", via, reading, known.words, known.sender, senders, known.name)
    if added := list(trees.lines(wire, trees.as_it_is)):
        yield from ["wire {", *added, "}"]
    yield "}"
    if reading.then is not None:
        name, further = reading.then
        other = channel(name)
        yield from _rung(f"else on failed try {name}", "", further, other.words, other.sender, senders, name)
        yield "}"


def _rung(
    head: str, via: str, reading: Reading, words: Sequence[Word], own: Sequence[Word], senders: Senders, name: str
) -> Iterator[str]:
    sender = senders.name(name, ", ".join(statements(reading.sender, own)))
    yield f"{head} from {sender}{via} {{"
    yield from statements(reading.content, words)
