"""A fault of a request in the words of the spec that states it: keys of the request become the words they come from.

What a key comes from, the request's own tree tells, and the words that the channel declares. It must not know any
channel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sendspec.channels.declare import Api, Channel, Fault, Slot, Word
from sendspec.channels.filled import Filled, Leaf, Made, Tree, known
from sendspec.record import replace

_QUOTED = re.compile(r"`([A-Za-z][A-Za-z_]*)`")
_COUNT = re.compile(r"(\w+) has ([0-9 ]+ items?)(; .*)")
_EMPTY = re.compile(r"(\w+?)s? is empty(; .* takes at least .*)")
_TYPE = re.compile(r"the type (\w+)")
_LACKS = re.compile(r"(`\w+`|[a-z' ]+) has no `(\w+)`")


def spoken(fault: Fault, body: Tree, channel: Channel, api: Api) -> Fault:
    """The fault as a writer of specs is told it."""
    here = list(_way(body, fault))
    listed = here[-1] if here and isinstance(here[-1], list) else None
    origin = next(_origins([fault.origin, *reversed(here)]), None)
    if listed is not None and (said := _of_list(fault.message, listed, origin)) is not None:
        return replace(fault, message=said, help="add one" if not listed else fault.help)
    names = {key: channel.sender[0].name for key in api.places.get("from", ())[-1:] if isinstance(key, str)}
    names |= {key: name for tree in here for key, name in _named(tree)}
    words = _words(channel)

    def word(key: str) -> str:
        like = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).lower()
        return key if key in words else names.get(key) or (like if like in words else key)

    message = _TYPE.sub(lambda found: _kind(found, here, words), fault.message)
    if (lack := _LACKS.fullmatch(message)) is not None and origin is not None and origin.word.name != channel.name:
        holder = lack[1] if lack[1].strip("`") in words else f"`{origin.word.name}`"
        message = f"{holder} has no `{lack[2]}`"
    subject, blank, rest = message.partition(" ")
    if subject.isidentifier():
        key = next((key for key in reversed(fault.at) if isinstance(key, str)), "")
        leaf = here[-1] if subject == key and here else None
        message = f"{leaf.name if isinstance(leaf, Leaf) and leaf.name else word(subject)}{blank}{rest}"
    return replace(fault, message=_renamed(message, word), help=fault.help and _renamed(fault.help, word))


def _renamed(text: str, word: Callable[[str], str]) -> str:
    return _QUOTED.sub(lambda found: f"`{word(found[1])}`", text)


def _kind(found: re.Match[str], here: list[Tree], words: frozenset[str]) -> str:
    """The word of a kind of content that a request calls by its type."""
    of = next((made for made in reversed(here) if isinstance(made, Made) and known(made.get("type")) == found[1]), None)
    if of is not None and of.origin is not None:
        return f"`{of.origin.word.name}`"
    return f"`{found[1]}`" if found[1] in words else found[0]


def _of_list(message: str, listed: list[Tree], origin: Filled | None) -> str | None:
    """How many lines of a word a spec has: in a request they are the elements of a list."""
    if (count := _COUNT.fullmatch(message)) is not None:
        words = dict.fromkeys(name for each in listed if (name := _line(each, origin)))
        if not words:
            return None
        *most, last = [f"`{name}`" for name in words]
        names = f"{', '.join(most)} and {last} stand" if most else f"{last} stands"
        return f"{names} {_times(count[2])}{count[3]}"
    if (empty := _EMPTY.fullmatch(message)) is not None and not listed and origin is not None:
        return f"`{origin.word.name}` has no {empty[1]}{empty[2]}"
    return None


def _line(each: Tree, origin: Filled | None) -> str | None:
    """The word of the line that an element of a list stands on."""
    if isinstance(each, Made):
        return each.origin.word.name if each.origin is not None else None
    lines = origin.children if origin is not None else ()
    return next((line.word.name for line in lines if any(value is each for value in line.values.values())), None)


def _times(items: str) -> str:
    count = items.rpartition(" ")[0]
    return "once" if count == "1" else f"{count} times"


def _way(body: Tree, fault: Fault) -> Iterator[Tree]:
    """What stands on the way to the place of a fault, from the whole request on."""
    yield body
    for key in fault.at:
        if isinstance(body, dict) and key in body:
            body = body[str(key)]
        elif isinstance(body, list) and isinstance(key, int) and key < len(body):
            body = body[key]
        else:
            return
        yield body


def _origins(trees: Iterable[object]) -> Iterator[Filled]:
    for tree in trees:
        if isinstance(tree, Made) and tree.origin is not None:
            yield tree.origin


def _named(tree: Tree) -> Iterator[tuple[str, str]]:
    """What the writer calls the members of an object."""
    for key, value in tree.items() if isinstance(tree, dict) else ():
        if isinstance(value, Leaf) and value.name:
            yield key, value.name
            continue
        made = next(_origins(value if isinstance(value, list) else [value]), None)
        if made is not None and not (isinstance(tree, Made) and tree.origin is made):
            yield key, made.word.name


def _words(channel: Channel) -> frozenset[str]:
    """All words of a channel: its own, its senders' and their slots'."""
    return frozenset(_all((*channel.words, *channel.sender)))


def _all(words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        slots: tuple[Slot, ...] = (*word.positional, *word.options)
        yield from (word.name, *(name for slot in slots for name in (slot.name, *slot.choices)))
        yield from _all(word.block or ())
