"""The passes of `sendspec import` in order: bodies → drafts → a spec, compiled to see that it says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sendspec.blocked import BlockedError
from sendspec.channels.declare import Pointer
from sendspec.config import Config
from sendspec.decompile.allowed import allowed
from sendspec.decompile.bodies import in_current_forms, pieces
from sendspec.decompile.differ import bare, beyond, odds, shortened, stands
from sendspec.decompile.draft import PEOPLE, Draft, divided, drafts
from sendspec.decompile.spec import Wires, spec, written
from sendspec.decompile.texts import UnsayableError
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.disk import Disk
from sendspec.emit.failure import RefusedError
from sendspec.emit.job import Job
from sendspec.lint.hidden import shown
from sendspec.model.bind import Binder, Bound
from sendspec.model.nodes import Unit
from sendspec.record import NamedTuple, replace
from sendspec.source import Source
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format as in_style

#: Which rows a finding is about: those of an import are known to whoever has the body.
_ROWS = re.compile(r" \(rows? [0-9][^()]*\)\Z")
#: The bodies that a message compiles to, arrays taken apart, or why it does not.
Made = list[Any] | str


class Imported(NamedTuple):
    """A spec, and what there is to say about how it came to be."""

    text: str
    remarks: tuple[str, ...]


class Proved(NamedTuple):
    """A draft, what its `wire` adds, and what is not as it was when both are compiled.

    `odd` are the places that differ; none are known where it does not compile, or makes other bodies.
    """

    draft: Draft
    wire: Mapping[str, Any]
    unlike: tuple[str, ...]
    odd: frozenset[Pointer] = frozenset()


def imported(name: str, content: str) -> Imported:
    """The spec that compiles to the bodies of a file. Raises BlockedError when there is none."""
    remarks: list[str] = []
    found: list[Proved] = []
    try:
        for draft in drafts(pieces(name, content, remarks.append), written):
            found += _settled(draft, remarks)
        text = _styled(spec([each.draft for each in found], {each.draft.name: each.wire for each in found}))
        for draft, _, unlike, _ in found:
            remarks += unlike
            remarks += _unknown(draft, text)
        remarks += _unlike_together(found, text)
    except UnsayableError as lack:
        raise BlockedError(f"{name}: {lack}; no spec can say this") from lack
    return Imported(text, tuple(dict.fromkeys(remarks)))


def _unlike_together(found: Sequence[Proved], text: str) -> Iterator[str]:
    """What is not as it was only because the messages stand in one spec."""
    alone = [each for each in found if each.draft.complete and not each.unlike]
    if len(found) > 1 and alone:
        if len(alone) < len(found):  # what does not compile stops the others
            text = spec([each.draft for each in alone], {each.draft.name: each.wire for each in alone})
        made = _compiled(text, [each.draft.name for each in alone])
        for each in alone:
            yield from _unlike(each.draft, made[each.draft.name])


def _unknown(draft: Draft, text: str) -> Iterator[str]:
    """The people and the values that are not known."""
    for hole, value in draft.restore.items():
        if value == hole and f"{{{{ {hole} }}}}" not in text:
            yield f"{draft.name}: `{hole}` has no value and cannot vary; its name stands in its place"
    for name, valued in draft.unfilled:
        why = "stands where no page says that it is filled" if valued else "is filled by no value"
        yield f"{draft.name}: `$({name})` {why}; it stays as it is"
    if unused := ", ".join(f"`{name}`" for name in draft.unused):
        yield f"{draft.name}: no text has a place for {unused}; values of that name are left out"
    if not draft.people:
        yield f"{draft.name}: nobody is known for it; add an audience, or rows"
    elif lacking := ", ".join(f"`{hole}`" for hole in draft.lacking):
        yield f"{draft.name}: not everybody has a value for {lacking}; add it to the rows, or give it a default"


def _settled(draft: Draft, remarks: list[str]) -> list[Proved]:
    """A message as it stands where it compiles back to just that; else with what differs in the forms that we write, or
    all of it where that does not help."""
    found = _best([draft])
    odd = {place[0] for each in found for place in each.odd} | _unread(found)
    told: list[str] = []
    for only in (odd, None) if odd else () if _alike(found) else (None,):
        said: list[str] = []
        again = [in_current_forms(piece, said.append, only) for piece in draft.pieces]
        if not said:
            continue
        tried = _best(drafts(again, written))
        if (not told and not _alike(found)) or _far(tried) < _far(found):
            found, told = tried, said
        if _alike(tried):
            break
    remarks += [f"{draft.name}: {each}" for each in dict.fromkeys(told)]  # of many bodies once
    return found


def _unread(found: Sequence[Proved]) -> set[str | int]:
    """The members of destinations out of which nobody was read."""
    keys = [(PEOPLE[each.draft.made_for.api.version], each.draft) for each in found if not each.draft.people]
    return {key for key, draft in keys if any(piece.body.get(key) for piece in draft.pieces)}


def _far(found: Sequence[Proved]) -> tuple[int, int, int]:
    """How far messages are from what they were: those of nobody, those that do not compile, and the places that
    differ."""
    lost = sum(bool(each.unlike) and not each.odd for each in found)
    return len(_unread(found)), lost, sum(len(each.odd) for each in found)


def _best(messages: Iterable[Draft]) -> list[Proved]:
    """Messages proved; the bodies of one whose texts differ in a way that no variable makes are messages of their own,
    where that makes them more alike."""
    made: list[Proved] = []
    for draft in messages:
        whole = _proved(draft)
        parts = [_proved(each) for part in divided(draft) for each in drafts(part, written)] if whole.unlike else []
        made += parts if parts and _far(parts) < _far([whole]) else [whole]
    return made


def _alike(found: Sequence[Proved]) -> bool:
    return not any(each.unlike for each in found)


def _styled(text: str) -> str:
    text = shown(text)
    document = parse(Source("import.send", text))[0]
    if "$(" in text:
        kept = allowed(text, document.statements, _bound(text).findings)
        document = parse(Source("import.send", kept))[0]
    return in_style(document)


def _bound(text: str) -> Bound:
    return Binder(Disk(Path()), {}).bind("import.send", text.encode())


def _proved(draft: Draft) -> Proved:
    """A draft compiled. A list with an element that the language has no words for is left to `wire` as a whole, where
    that helps."""
    sample = draft.sampled()
    whole, made = _tried(draft, sample)
    places = set(shortened(sample.bodies[0], made[0])) if whole.unlike and made and sample.bodies else ()
    if not places:
        return whole
    body = bare(draft.body, places)
    try:
        lean, _ = _tried(replace(draft, body=body), replace(sample, body=body))
    except UnsayableError:
        return whole
    return whole if lean.unlike else lean


def _tried(draft: Draft, sample: Draft) -> tuple[Proved, Sequence[Any]]:
    """A draft compiled by its sample, and once more with the keys that it has no word for, where there are such."""
    made = _compiled_alone(sample, {})
    wire: Mapping[str, Any] = {}
    if isinstance(made, list) and sample.bodies:
        people = PEOPLE[draft.made_for.api.version]
        wire = {key: value for key, value in beyond(sample.bodies[0], made[0]).items() if key != people}
    if wire:
        made = _compiled_alone(sample, {draft.name: wire})
    odd = frozenset(place for pair in _pairs(sample, made) for place in odds(*pair))
    return Proved(draft, wire, tuple(_unlike(sample, made)), odd), made if isinstance(made, list) else ()


def _pairs(sample: Draft, made: Made) -> Iterator[tuple[Any, Any]]:
    """Each body and what it has become; none where they cannot be told to be the same."""
    if isinstance(made, list) and len(made) == len(sample.bodies):
        yield from zip(sample.bodies, made, strict=True)


def _unlike(sample: Draft, made: Made) -> list[str]:
    """What is still not as it was."""
    if not isinstance(made, list):
        return [f"{sample.name}: does not compile as it stands ({made}); run `sendspec lint` on it"]
    if len(made) != len(sample.bodies):
        return [f"{sample.name}: {len(sample.bodies)} bodies become {len(made)}: people with equal texts share one"]
    remarks = []
    for body, again in _pairs(sample, made):
        added = [at for at in odds(body, again) if not stands(body, at)]
        other = [at for at in odds(body, again) if stands(body, at)]
        if other:
            remarks.append(f"{sample.name}: compiles to something else at {_listed(other)}")
        if added:
            remarks.append(f"{sample.name}: compiles to more than it was: {_listed(added)}")
    return list(dict.fromkeys(remarks))


def _listed(places: Iterable[Pointer]) -> str:
    return ", ".join("/" + "/".join(map(str, at)) for at in places)


def _compiled_alone(draft: Draft, wires: Wires) -> Made:
    """What a draft's own spec compiles to."""
    return _compiled(spec([draft], wires), [draft.name])[draft.name]


def _compiled(text: str, names: Sequence[str]) -> dict[str, Made]:
    """What some messages of a spec compile to."""
    bound = _bound(text)
    wrong = [found.message for found in bound.findings if _stops(found)]
    if bound.unit is None or wrong:
        return dict.fromkeys(names, wrong[0] if wrong else "it is no spec")
    made: dict[str, Made] = {}
    for name in names:
        try:
            made[name] = _bodies(_job(bound.unit, name)) or "it reaches nobody"
        except RefusedError as refused:
            whys = dict.fromkeys(_ROWS.sub("", each.message) for each in refused.diagnostics)
            made[name] = "; ".join(whys)
    return made


def _bodies(job: Job) -> list[Any]:
    from sendspec.emit.ladder import stages

    stage, *_ = stages(job)
    made: list[Any] = []
    lines = [line for person in job.people() for line in stage.add(person)]
    for line in (*lines, *stage.close()):
        made += line.body if isinstance(line.body, list) else [line.body]
    return made


def _stops(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR and not found.code.startswith("API")


def _job(unit: Unit, name: str) -> Job:
    from sendspec.audience.nodes import Person
    from sendspec.audience.people import open_audience
    from sendspec.emit.constants import constants_of

    message, config = unit.messages[name], Config(Path())
    reading = open_audience(message, config, Path())
    return Job(
        message,
        "import.send",
        lambda: [one for one in reading if isinstance(one, Person)],
        lambda: reading.tally,
        config,
        {},
        constants=constants_of(unit),
    )
