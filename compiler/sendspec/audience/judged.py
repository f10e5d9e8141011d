"""Inline rows, judged as compile judges them: a person's values in the request of each rung.

Only texts that print values as they are can be told without rendering; the rest stays open. Values are never shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sendspec.audience.nodes import Person, rows_named
from sendspec.channels.check import check
from sendspec.channels.declare import Fault, Shape
from sendspec.channels.filled import Leaf, Made, Tree
from sendspec.channels.trail import shown
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Message, Rung
from sendspec.model.rungs import told
from sendspec.model.spoken import spoken
from sendspec.model.wire import with_wire
from sendspec.record import replace
from sendspec.templates.filters import escaped
from sendspec.templates.tree import Branch, Clause, Condition, Name, Piece, Print, Static, Template
from sendspec.values.gsm import measure

#: How a finding names the rows that it is about.
_ROWS = re.compile(r" \(rows? [0-9][0-9 ,andmore]*\)\Z")
#: The texts of a request for one person, by the leaf that each stands for.
Texts = Mapping[int, str]


def judged(message: Message, people: Iterable[Person]) -> tuple[Diagnostic, ...]:
    """What compile would refuse for people whose values are written in the spec, as it would tell it."""
    there = list(people)
    return tuple(found for rung in message.rungs for found in _of_rung(rung, there))


def once(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without those about rows where the same is told of the text itself: it is wrong for everybody."""
    whole = [each for each in found if not _ROWS.search(each.message)]
    return tuple(each for each in found if each in whole or not any(_covers(other, each) for other in whole))


def _covers(other: Diagnostic, each: Diagnostic) -> bool:
    if other.severity is not Severity.ERROR or other.code != each.code or other.source.path != each.source.path:
        return False
    return other.span.start < each.span.end and each.span.start < other.span.end


def _of_rung(rung: Rung, people: Iterable[Person]) -> Iterator[Diagnostic]:
    leaves = {locale: list(_leaves(body)) for locale, body in rung.bodies.items()}
    same: dict[tuple[str, tuple[tuple[int, str], ...]], list[int]] = {}
    for person in people:
        if any(kind in person.addresses for kind in rung.addresses):
            values = {**rung.constants, **person.values}
            texts = ((id(leaf), _printed(leaf, values)) for leaf in leaves.get(person.locale, ()))
            known = tuple((leaf, text) for leaf, text in texts if text is not None)
            same.setdefault((person.locale, known), []).append(person.row)
    rows: dict[Diagnostic, list[int]] = {}
    for (locale, known), named in same.items():
        for found in _told(rung, rung.bodies[locale], dict(known)) if known else ():
            rows.setdefault(found, []).extend(named)
    yield from (replace(found, message=f"{found.message} ({rows_named(named)})") for found, named in rows.items())


def _told(rung: Rung, body: Tree, texts: Texts) -> Iterator[Diagnostic]:
    """The faults that a request has with these texts and has not without them."""
    found = list(_faults(rung.api.body, _with_texts(body, texts), rung))
    known = {(fault.code, fault.at) for fault in _faults(rung.api.body, body, rung)} if found else set()
    for fault in found:
        if (fault.code, fault.at) not in known:
            said = spoken(replace(fault, origin=None), body, rung.channel, rung.api)
            made = told(said, body, rung.source, rung.statement.line)
            yield replace(made, message=_hidden(made.message, texts), help=made.help and _hidden(made.help, texts))


def _faults(shape: Shape, body: Tree, rung: Rung) -> Iterator[Fault]:
    whole, places = with_wire(body, rung.wire)
    for fault in check(shape, whole):
        if fault.severity is Severity.ERROR and not any(fault.at[: len(place)] == place for place in places):
            yield fault


def _hidden(message: str, texts: Texts) -> str:
    for text in sorted(texts.values(), key=len, reverse=True):
        if text:
            message = message.replace(shown(text), "•••").replace(f"`{text}`", "•••")
    return message


def _leaves(tree: Tree) -> Iterator[Leaf]:
    """The texts of a request that hang on the person."""
    if isinstance(tree, Leaf):
        if tree.personal and tree.form == "text" and isinstance(tree.text, Template):
            yield tree
    elif isinstance(tree, (dict, list)):
        for inner in tree.values() if isinstance(tree, dict) else tree:
            yield from _leaves(inner)


def _printed(leaf: Leaf, values: Mapping[str, object]) -> str | None:
    """The text for one person, where it is made of fixed text and of values that print as they are."""
    pieces = leaf.text.pieces if isinstance(leaf.text, Template) else ()
    return _joined(pieces, values, escaped if leaf.html else str)


def _joined(pieces: Iterable[Piece], values: Mapping[str, object], write: Callable[[str], str]) -> str | None:
    out = []
    for piece in pieces:
        match piece:
            case Static(text=text):
                out.append(text)
            case Print(value=Name(text=name), filters=()) if type(value := values.get(name)) in (str, int):
                out.append(write(str(value)))
            case Branch(arms=arms, conditions=conditions):
                held = [_holds(condition, values) for condition in conditions]
                if None in held:
                    return None
                chosen = _joined(arms[held.index(True)][1], values, write) if True in held else ""
                if chosen is None:
                    return None
                out.append(chosen)
            case _:
                return None
    return "".join(out)


def _holds(condition: Condition | None, values: Mapping[str, object]) -> bool | None:
    """Whether a condition holds for a person; None where it compares."""
    match condition:
        case None:
            return True
        case Name(text=name):
            return bool(values[name]) if name in values else None
        case Clause(operator="not", operands=(inner,)):
            held = _holds(inner, values)
            return None if held is None else not held
        case _:
            return None


def _with_texts(tree: Tree, texts: Texts) -> Tree:
    match tree:
        case Leaf() if (text := texts.get(id(tree))) is not None:
            return replace(
                tree, value=text, text=None, bounds=measure(text), kind="", opening="", closing="", outline=""
            )
        case Made():
            made = Made(tree.origin)
            made.update({key: _with_texts(inner, texts) for key, inner in tree.items()})
            return made
        case dict():
            return {key: _with_texts(inner, texts) for key, inner in tree.items()}
        case list():
            return [_with_texts(inner, texts) for inner in tree]
        case _:
            return tree
