"""The way back over all channels: what a body says is said in declared words, and no body makes a channel raise."""

from __future__ import annotations

import copy
import fnmatch
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels import channel
from sendspec.channels.declare import Channel, Word
from sendspec.channels.said import Reading, Said
from sendspec.channels.verify import judge
from sendspec.decompile.which import which
from sendspec.diagnostic import Severity
from sendspec.importer import imported

from .golden import PEOPLE, PERSONAL, peopled, rungs

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "api" / "fixtures" / "valid"
ASIDE = (".gen.json", ".notes.json", ".expect.json")
#: What a body may lack and a spec has to state, for nobody writes it so: an entry of nothing but its type, a value
#: without its text, a thing to choose without its id or its title.
STATED = (
    "*/emails/*/email",
    "*/urls/*/url",
    "*/localizable_params/*/default",
    "*/sections/*/items/*/identifier",
    "*/sections/*/items/*/title",
    "*/timeslots/*/identifier",
    "*/pages/*/items/*/identifier",
    "*/pages/*/items/*/title",
)
#: The channels whose every right body can be said, whichever of its members are there.
WHOLE = ("apple", "email", "messenger", "mms", "rcs", "voice", "whatsapp")
#: What an import tells of forms that some page has and compile does not write.
OTHER_FORMS = (" is written ", " are written ", "is empty, which is as good as absent")

#: What stands in the place of a member of another type.
WRONG: tuple[object, ...] = (None, 7, "gone", ["x"], [{}], {})

At = tuple[str | int, ...]


def goldens() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every golden request, with somebody in it."""
    for path in sorted(HERE.glob("*/golden/*.json")):
        first = rungs(path.with_suffix(".send"))
        for name, body in json.loads(path.read_text(encoding="utf-8")).items():
            known = which(body)
            if known is not None and known.api.read is not None:
                yield f"{path.parts[-3]}-{path.stem}-{name}", peopled(first[name], body)


def valid() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every right body beside a channel, and those that are shared."""
    for path in (*sorted(HERE.glob("*/valid/*.json")), *sorted(SHARED.glob("*.json"))):
        if path.name.endswith(ASIDE):
            continue
        found = json.loads(path.read_text(encoding="utf-8"))
        for number, body in enumerate(found if isinstance(found, list) else [found]):
            known = which(body) if isinstance(body, dict) else None
            if known is not None and known.api.read is not None:
                yield f"{path.parts[-3]}-{path.stem}-{number}", body


GOLDENS = list(goldens())
BODIES = [*GOLDENS, *valid()]
each_body = pytest.mark.parametrize("body", [body for _, body in BODIES], ids=[name for name, _ in BODIES])
SETTLED = [(name, body) for name, body in GOLDENS if name.startswith(WHOLE) and PERSONAL not in json.dumps(body)]
each_settled = pytest.mark.parametrize("body", [body for _, body in SETTLED], ids=[name for name, _ in SETTLED])


def read(body: dict[str, Any]) -> tuple[Channel, Reading]:
    known = which(body)
    assert known is not None
    assert known.api.read is not None
    return known.channel, known.api.read(body)


def undeclared(said: tuple[Said, ...], words: tuple[Word, ...]) -> Iterator[str]:
    """What of some statements has no place where it stands."""
    known = {word.name: word for word in words}
    for one in said:
        word = known.get(one.word)
        if word is None:
            yield f"{one.word} is no word here"
            continue
        least = sum(slot.required for slot in word.positional)
        if not least <= len(one.values) <= len(word.positional):
            yield f"{one.word} with {len(one.values)} values"
        yield from (f"{one.word} {name}" for name in one.options if name not in {slot.name for slot in word.options})
        if one.assigned and not (word.assigns or word.free):
            yield f"{one.word} with names of the writer's own"
        yield from undeclared(one.block or (), word.block or ())
    for name, word in known.items():
        if word.most is not None and sum(one.word == name for one in said) > word.most:
            yield f"{name} stands again"


@each_body
def test_what_is_read_is_declared_where_it_stands(body: dict[str, Any]) -> None:
    known, reading = read(body)
    assert list(undeclared(reading.content, known.words)) == []
    assert list(undeclared(reading.sender, known.sender)) == []
    if reading.then is not None:
        name, further = reading.then
        assert list(undeclared(further.content, channel(name).words)) == []
        assert list(undeclared(further.sender, channel(name).sender)) == []


def places(value: Any, at: At = ()) -> Iterator[At]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*at, key)
        yield from places(inner, (*at, key))


def without(body: Any, at: At) -> Any:
    """The body without one of its members or elements."""
    made = copy.deepcopy(body)
    holder = made
    for key in at[:-1]:
        holder = holder[key]
    del holder[at[-1]]
    return made


def put(body: Any, at: At, value: object) -> Any:
    made = copy.deepcopy(body)
    holder = made
    for key in at[:-1]:
        holder = holder[key]
    holder[at[-1]] = value
    return made


@each_body
def test_no_spoilt_body_makes_a_channel_raise(body: dict[str, Any]) -> None:
    for at in places(body):
        spoilt = [without(body, at), *(put(body, at, value) for value in WRONG)]
        for one in spoilt:
            if which(one) is not None:
                read(one)


@each_settled
def test_what_the_language_says_needs_no_wire(body: dict[str, Any]) -> None:
    assert "wire {" not in imported("golden.json", json.dumps(body)).text


@each_settled
def test_a_right_body_that_lacks_a_member_is_not_given_one_in_silence(body: dict[str, Any]) -> None:
    for at in places(body):
        if at[0] in PEOPLE or any(fnmatch.fnmatch("/".join(map(str, at)), known) for known in STATED):
            continue
        lacking = without(body, at)
        if any(fault.severity is Severity.ERROR for fault in judge(lacking)):
            continue
        told = imported("golden.json", json.dumps(lacking)).remarks
        assert (at, [said for said in told if not any(form in said for form in OTHER_FORMS)]) == (at, [])
