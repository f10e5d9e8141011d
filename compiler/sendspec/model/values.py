"""The values of a stored template: a text, a piped variable, or a typed call such as `currency(deposit)`."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes
from sendspec.channels.filled import Leaf
from sendspec.model.leaves import read_slot
from sendspec.model.parts import Parts
from sendspec.model.scope import Scope
from sendspec.nearest import did_you_mean
from sendspec.syntax.nodes import Call


def assigned_value(name: str, calls: tuple[str, ...], parts: Parts, scope: Scope) -> Leaf | tuple[str, Leaf] | None:
    """The value after `name =`: a Leaf, `(call, Leaf)` for a typed one, or None after telling what is wrong."""
    part = parts.next
    if not isinstance(part, Call):
        value = read_slot(Slot(name, Takes.VALUE), parts, scope)
        return value if isinstance(value, Leaf) else None
    parts.take()
    call = part.name.text
    if call not in calls:
        known = ", ".join(f"`{known}(…)`" for known in calls)
        scope.findings.error(
            "NAM001",
            part.name.span,
            f"`{call}` is no kind of template value",
            did_you_mean(call, calls) or (f"the kinds are {known}" if known else "write the value itself"),
        )
        return None
    if len(part.arguments) != 1:
        scope.findings.error("NAM002", part.span, f"`{call}` has {len(part.arguments)} values; it takes one")
        return None
    within = Parts(parts.statement, scope.findings, part.arguments[0])
    value = read_slot(Slot(name, Takes.VALUE), within, scope)
    return (call, value) if isinstance(value, Leaf) and within.end() else None
