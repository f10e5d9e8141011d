"""Every request is proven before it is written: its form once by the channel's JSON Schema, each body by its shape.

What a person's values made wrong is told with the rows and without the values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sendspec.channels.check import check
from sendspec.channels.declare import Fault
from sendspec.channels.trail import shown
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.batch import Sent
from sendspec.emit.failure import RefusedError, rows_named


class Prover:
    """Judges bodies and remembers the forms that it has seen. `folder` holds the channels' folders."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[object] = set()

    def prove(self, sent: Sent, body: Mapping[str, Any]) -> None:
        """Raises RefusedError when the API would not take the body of a message."""
        read = sent.mould.read_by(body, sent.places[0])
        faults = [fault for fault in check(sent.mould.cut.rung.api.body, read) if fault.severity is Severity.ERROR]
        if faults:
            raise RefusedError(tuple(_told(faults, sent)))
        form = _form(sent)
        if form not in self._seen:
            self._by_schema(sent, body)
            self._seen.add(form)

    def _by_schema(self, sent: Sent, body: Mapping[str, Any]) -> None:
        from sendspec.schemas import validate

        rung = sent.mould.cut.rung
        schema = self._folder / rung.channel.name / "request.schema.json"
        if (said := validate(schema, body)) is not None:
            raise AssertionError(f"channels/{rung.channel.name}: a request breaks its own schema: {said}")


def _form(sent: Sent) -> object:
    """What decides, texts apart, whether a body fits a schema: the mould, the kinds of values and of places."""
    places = frozenset(
        (tuple(key for key, _ in place.addresses), place.correlation is None, bool(place.substitutions))
        for place in sent.places
    )
    return sent.mould.number, tuple(type(value) if value != "" else None for value in sent.group), places


def _told(faults: list[Fault], sent: Sent) -> Iterator[Diagnostic]:
    """Faults of a request as findings about the place in the spec that states the value."""
    from sendspec.model.rungs import told

    rung, rows = sent.mould.cut.rung, rows_named(place.row for place in sent.places)
    for fault in faults:
        found = told(fault, rung.bodies.get(sent.mould.cut.locale), rung.source, rung.statement.line)
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
