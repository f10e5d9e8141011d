"""`expires` and `quiet`: when a message stops being worth sending, and when nobody is disturbed."""

from __future__ import annotations

import datetime as dt

from sendspec.channels.declare import Slot, Takes
from sendspec.channels.filled import Leaf
from sendspec.model.leaves import read_slot
from sendspec.model.nodes import Expiry, Quiet
from sendspec.model.parts import Parts, called
from sendspec.model.scope import Scope
from sendspec.nearest import did_you_mean
from sendspec.syntax.nodes import Kind, Literal, Range, Statement, Text, Word
from sendspec.values.read import Trouble, read
from sendspec.values.types import Kind as TypeKind
from sendspec.values.types import Type

ZONE = "TIM001"


def read_expiry(statement: Statement, scope: Scope) -> Expiry | None:
    """`expires starts_at - 2h`, an instant, or `after 24h`."""
    parts = Parts(statement, scope.findings)
    if parts.accept("after"):
        after = parts.literal(Kind.DURATION, "24h")
        parts.end()
        return Expiry(None, int(str(after.value)), statement.line) if after else None
    if isinstance(wait := parts.next, Literal) and wait.kind is Kind.DURATION:
        parts.missed("an instant for `expires`, or `after` before a duration", f"write `expires after {wait.text}`")
        return None
    leaf = read_slot(Slot("expires", Takes.INSTANT), parts, scope)
    parts.end()
    return Expiry(leaf, None, statement.line) if isinstance(leaf, Leaf) else None


def read_quiet(statement: Statement, scope: Scope) -> Quiet | None:
    """`quiet 21:00..08:00 in tz then hold`."""
    parts = Parts(statement, scope.findings)
    window = parts.take()
    match window:
        case Range(
            low=Literal(kind=Kind.TIME, value=dt.time() as low), high=Literal(kind=Kind.TIME, value=dt.time() as high)
        ):
            pass
        case _:
            said = called(window) if window else "`quiet` ends here"
            scope.findings.error(
                "NAM002",
                window.span if window else statement.line,
                f"{said}; expected two times of day",
                "for instance `21:00..08:00`",
            )
            return None
    if not parts.accept("in"):
        parts.missed("`in` and a time zone", 'write `in "Europe/London" then hold`')
        return None
    zone = _zone(parts, scope)
    if zone is None:
        return None
    if not parts.accept("then"):
        parts.missed("`then hold` or `then skip`", "write `then hold`")
        return None
    then = parts.choice("hold", "skip")
    parts.end()
    if then is None:
        return None
    return Quiet(_seconds(low), _seconds(high), zone[0], zone[1], then, window.span)


def _seconds(time: dt.time) -> int:
    return time.hour * 3600 + time.minute * 60 + time.second


def _zone(parts: Parts, scope: Scope) -> tuple[str, bool] | None:
    """A timezone variable, or the name of a zone in quotes."""
    part = parts.take()
    match part:
        case Word(text=name) if name in scope.variables:
            scope.used.add(name)
            if (made := scope.variables[name].type).kind is TypeKind.TIMEZONE:
                return name, True
            scope.findings.error(ZONE, part.span, f"`{name}` is {made}; quiet hours need a timezone")
        case Text(value=name):
            found = read(Type(TypeKind.TIMEZONE), name)
            if not isinstance(found, Trouble):
                return name, False
            scope.findings.error(ZONE, part.span, f'"{name}" is no time zone', _near_zone(name))
        case Word(text=name) if not scope.is_lost(name):
            zones = [known for known, variable in scope.variables.items() if variable.type.kind is TypeKind.TIMEZONE]
            scope.findings.error(
                "NAM003",
                part.span,
                f"`{name}` is no variable of this message",
                did_you_mean(name, zones) or 'put the name of a zone in quotes: "Europe/London"',
            )
        case Word():
            pass
        case _:
            parts.missed("a timezone variable or the name of a zone", '"Europe/London"')
    return None


def _near_zone(name: str) -> str:
    from zoneinfo import available_timezones

    return did_you_mean(name, available_timezones()) or 'for instance "Europe/London"'
