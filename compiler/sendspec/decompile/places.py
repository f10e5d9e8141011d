"""Where variables stand in a message: as an instant, in HTML, in texts. What they must be follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.channels.said import Call, Said
from sendspec.decompile.draft import Draft
from sendspec.decompile.holes import INSTANT, alone, hole, names, texts
from sendspec.decompile.texts import UnsayableError
from sendspec.record import NamedTuple, replace
from sendspec.templates.filters import escaped

_PLAIN, _INSTANT = Slot("", Takes.TEXT), Slot("", Takes.INSTANT)


class Places(NamedTuple):
    """Variables by what they stand in. One may stand in several."""

    instants: frozenset[str]
    html: frozenset[str]
    others: frozenset[str]


def places(draft: Draft, around: Mapping[str, Sequence[Said]]) -> Places:
    """The places of a draft's variables, in its content and in the settings `around` it."""
    pairs = list(_held(draft.reading.content, draft.made_for.channel.words))
    for lines in around.values():
        for said in lines:
            moment = said.word in ("expires", "send_at")
            pairs += [(_INSTANT if moment else _PLAIN, given) for given in (*said.values, *said.options.values())]
    instants = {name for slot, given in pairs if slot.takes is Takes.INSTANT and (name := alone(given))}
    html = [given for slot, given in pairs if slot.html]
    others = [given for slot, given in pairs if slot.takes is not Takes.INSTANT and not slot.html]
    return Places(frozenset(instants), frozenset(_names(html)), frozenset(_names(others)))


def _names(given: object) -> Iterator[str]:
    return (name for text in texts(given) for name in names(text))


def _held(said: Iterable[Said], words: Sequence[Word]) -> Iterator[tuple[Slot, object]]:
    """The values of statements, each with its place."""
    known = {word.name: word for word in words}
    for one in said:
        if (word := known.get(one.word)) is None:
            continue
        yield from zip(word.positional, one.values, strict=False)
        yield from ((slot, one.options[slot.name]) for slot in word.options if slot.name in one.options)
        for given in one.assigned.values():
            yield _PLAIN, given.argument if isinstance(given, Call) else given
        yield from _held(one.block or (), word.block or ())


def suited(draft: Draft, where: Places) -> Draft:
    """The same with values as their places write them: those in HTML unescaped, for compile escapes them. Raises
    UnsayableError on an instant that is none, or that stands in a text too."""
    for name in where.instants:
        if name in where.others | where.html or not all(map(INSTANT.fullmatch, draft.variables.get(name, ()))):
            raise UnsayableError("this is no instant", hole(name))
    plain = {name for name in where.html - where.others if all(map(_unescapes, draft.variables.get(name, ())))}
    if not plain:
        return draft

    def mended(values: Mapping[str, str]) -> dict[str, str]:
        return {name: unescape(value) if name in plain else value for name, value in values.items()}

    people = tuple(person._replace(values=mended(person.values)) for person in draft.people)
    variables = {
        name: tuple(map(unescape, values)) if name in plain else values for name, values in draft.variables.items()
    }
    return replace(draft, people=people, variables=variables, defaults=mended(draft.defaults))


def _unescapes(value: str) -> bool:
    return escaped(unescape(value)) == value
