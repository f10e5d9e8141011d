"""Every request is proven before it is written: its form once by the channel's JSON Schema, each body by its shape.

What a person's values made wrong is told with the rows and without the values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sendspec.audience.nodes import rows_named
from sendspec.channels.check import check
from sendspec.channels.declare import Fault, Shape
from sendspec.channels.sure import NO, sure
from sendspec.channels.trail import shown
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.batch import Sent
from sendspec.emit.failure import RefusedError
from sendspec.emit.places import Place
from sendspec.record import replace


class Prover:
    """Judges bodies and remembers the forms that it has seen. `folder` holds the channels' folders."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[object] = set()

    def prove(self, sent: Sent, body: Mapping[str, Any]) -> None:
        """Raises RefusedError when the API would not take the body of a message."""
        read = sent.mould.read_by(sent.mould.checked(body), sent.places[0])
        shape = sent.mould.cut.rung.api.body
        found = () if _is_right(shape, read) else check(shape, read)
        faults = [fault for fault in found if fault.severity is Severity.ERROR]
        if faults:
            raise RefusedError(tuple(_told(faults, sent)))
        kinds = {_kind(place): place for place in reversed(sent.places)}
        form = sent.mould.number, tuple(type(value) if value != "" else None for value in sent.group), frozenset(kinds)
        if form not in self._seen:
            self._by_schema(sent, list(kinds.values()))
            self._seen.add(form)

    def _by_schema(self, sent: Sent, places: list[Place]) -> None:
        """One person of each kind says as much about the form of a message as a thousand."""
        from sendspec.schemas import validate

        channel = sent.mould.cut.rung.channel.name
        body = sent.mould.checked(sent.mould.message(sent.group, places))
        said = validate(self._folder / channel / "request.schema.json", body)
        if said is not None:
            raise AssertionError(f"channels/{channel}: a request breaks its own schema: {said}")


def _is_right(shape: Shape, body: Mapping[str, Any]) -> bool:
    """Whether there is certainly nothing to say about a body. One that lacks what is needed may say so by an error."""
    try:
        return bool(sure(shape)(body))
    except NO:
        return False


def _kind(place: Place) -> object:
    """What decides, texts apart, whether an address fits a schema."""
    return tuple(key for key, _ in place.addresses), place.correlation is None, bool(place.substitutions)


def _told(faults: list[Fault], sent: Sent) -> Iterator[Diagnostic]:
    """Faults of a request as findings about the place in the spec that states the value."""
    from sendspec.model.rungs import told
    from sendspec.model.spoken import spoken

    rung, rows = sent.mould.cut.rung, rows_named(place.row for place in sent.places)
    tree = rung.bodies.get(sent.mould.cut.locale)
    for fault in faults:
        said = spoken(fault, tree, rung.channel, rung.api)
        found = told(said, tree, rung.source, rung.statement.line)
        yield replace(
            found, message=f"{_masked(found.message, sent)} ({rows})", help=found.help and _masked(found.help, sent)
        )


def _masked(text: str, sent: Sent) -> str:
    """A message without any value of a person."""
    values = [value for value in sent.group if isinstance(value, str) and value]
    values += [value for place in sent.places for _, value in (*place.addresses, *place.substitutions) if value]
    for value in sorted(
        {*values, *(place.correlation for place in sent.places if place.correlation)}, key=len, reverse=True
    ):
        text = text.replace(shown(value), "•••")
        text = text.replace(f"`{value}`", "•••")
    return text
