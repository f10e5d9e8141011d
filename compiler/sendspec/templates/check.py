"""Names and types in a text: whether what it prints exists, and whether its filters fit.

A second look at what `parse` has taken; it must not know specs, and evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from sendspec.diagnostic import Severity
from sendspec.nearest import did_you_mean
from sendspec.templates.arguments import ARGUMENT, argument_faults, error
from sendspec.templates.bound import inside, type_of
from sendspec.templates.catalogue import FILTERS, OFFERS, TEXTUAL
from sendspec.templates.conditions import family, faults
from sendspec.templates.foreign import placeholders, suspect
from sendspec.templates.reads import known, reads
from sendspec.templates.spread import Scope
from sendspec.templates.tree import Branch, Constant, Filter, Loop, Name, Piece, Print, Problem, Static, Template
from sendspec.values.types import NEEDS_FILTER, Kind, Type

UNKNOWN, MISFIT, BARE, NUMBER = "TXT004", "TXT007", "TXT008", "TXT018"

_TAKES = {"local": "a datetime", "date": "a date", "time": "a time", "money": "money", "number": "a number"}
_TEXT = Type(Kind.TEXT)


def check(template: Template, scope: Scope) -> Iterator[Problem]:
    """What is wrong with the names and types of a text, in order, each once."""
    if len(template.pieces) <= 1 and not template.mentions and template.constant is not None:
        yield from placeholders(template.text, 0, scope)
        return
    if not template.mentions and _sound(template, known(template, scope)):
        return
    told = set()
    for problem in _pieces(template.pieces, template.text, scope):
        if (key := (problem.code, problem.start, problem.message)) not in told:
            told.add(key)
            yield problem


@lru_cache(1024)
def _sound(template: Template, types: tuple[tuple[str, Type | str], ...]) -> bool:
    """Whether it is plain that nothing is wrong: what it prints is known and fits, and no static text is suspect."""
    scope = dict(types)
    for piece in template.pieces:
        if isinstance(piece, Static):
            if suspect(template.text[piece.start : piece.end]):
                return False
        elif not isinstance(piece, Print) or next(_print(piece, scope), None) is not None:
            return False
    return True


def _pieces(pieces: tuple[Piece, ...], text: str, scope: Scope) -> Iterator[Problem]:
    for piece in pieces:
        match piece:
            case Static():
                yield from placeholders(text[piece.start : piece.end], piece.start, scope)
            case Print():
                yield from _print(piece, scope)
            case Branch():
                yield from _branch(piece, text, scope)
            case Loop():
                yield from _loop(piece, text, scope)


def _branch(piece: Branch, text: str, scope: Scope) -> Iterator[Problem]:
    for (names, body), condition in zip(piece.arms, piece.conditions, strict=True):
        unknown = [name for name in names or () if name.text not in scope]
        for name in unknown:
            yield _unknown(name, scope)
        if condition is not None and not unknown:
            yield from faults(condition, scope)
        yield from _pieces(body, text, scope)


def _loop(piece: Loop, text: str, scope: Scope) -> Iterator[Problem]:
    seen = set()
    for item in piece.items:
        if isinstance(item, Name) and item.text not in scope:
            yield _unknown(item, scope)
        elif (kind := type_of(item, scope)) not in seen:
            seen.add(kind)
            yield from _pieces(piece.body, text, inside(piece, item, scope))


def _print(piece: Print, scope: Scope) -> Iterator[Problem]:
    if isinstance(piece.value, Name) and piece.value.text not in scope:
        yield _unknown(piece.value, scope)
        return
    if not piece.filters and isinstance(piece.value, Constant) and piece.value.value.__class__ in (int, Decimal):
        yield _number(piece, piece.value)
        return
    known = type_of(piece.value, scope)
    type = _TEXT if isinstance(known, str) else known
    said = _said(piece.value)
    for each in piece.filters:
        signature = FILTERS[each.name]
        if type.kind not in signature.takes:
            message = f"{said} is {type}; `{each.name}` takes {_TAKES.get(each.name, 'a text')}"
            yield error(MISFIT, message, each, _offer(piece.value, type, scope))
            return
        yield from _arguments(each, type, said, scope)
        given, type = type, _after(each, type, scope)
        if each.name != "default":
            said = f"what `{each.name}` gives"
        elif given is not type:
            said = f"{said} with its default"
    if type.kind in NEEDS_FILTER:
        message = f"{said} is {type}; it is printed through a filter"
        if type.kind is Kind.BOOL:
            message = f"{said} is {type}; a text chooses by it"
        yield error(BARE, message, piece.value, _offer(piece.value, type, scope))


def _number(piece: Print, value: Constant) -> Problem:
    message = f"the tag prints {_said(value)} for everybody; a place of a template is filled by its name"
    help = "write `{{ name }}` with the name of a variable, or the number without braces"
    return Problem(NUMBER, Severity.WARNING, message, piece.start, piece.end, help)


def _arguments(each: Filter, type: Type, said: str, scope: Scope) -> Iterator[Problem]:
    unknown = [one for one in each.arguments if isinstance(one, Name) and one.text not in scope]
    for name in unknown:
        yield _unknown(name, scope)
    if unknown:
        return
    yield from argument_faults(each, scope)
    if each.name == "default" and len(each.arguments) == 1:
        other = type_of(each.arguments[0], scope)
        if family(other) != family(type) and {type.kind, _kind(other)} & NEEDS_FILTER:
            message = f"{said} is {type}, and its default {_said(each.arguments[0])} is {_called(other)}"
            help = "put `default` last, behind the filter that makes a text of it"
            yield error(ARGUMENT, message, each.arguments[0], help)


def _after(each: Filter, type: Type, scope: Scope) -> Type:
    """The type of what a filter gives."""
    if each.name != "default":
        return _TEXT
    other = type_of(each.arguments[0], scope) if each.arguments else type
    return type if family(other) == family(type) or type.kind in NEEDS_FILTER else _TEXT


def _kind(known: Type | str) -> Kind:
    return Kind.TEXT if isinstance(known, str) else known.kind


def _called(known: Type | str) -> str:
    return "text" if isinstance(known, str) else str(known)


def _said(value: Name | Constant) -> str:
    if isinstance(value, Name):
        return f"`{value.text}`"
    if isinstance(value.value, bool):
        return "`true`" if value.value else "`false`"
    return f'"{value.value}"' if isinstance(value.value, str) else f"`{value.value}`"


def _unknown(name: Name, scope: Scope) -> Problem:
    help = did_you_mean(name.text, scope)
    if help is None and name.text.startswith("text."):
        help = "a text prints no other text; declare a `snippet`"
    return error(UNKNOWN, f"`{name.text}` is no variable or snippet", name, help or "declare it in `vars`")


def _offer(value: Name | Constant, type: Type, scope: Scope) -> str | None:
    """How a value of a type can be printed."""
    spoken = value.text if isinstance(value, Name) else _said(value)
    if type.kind is Kind.BOOL:
        return f"write `{{% if {spoken} %}}…{{% else %}}…{{% endif %}}`" if isinstance(value, Name) else None
    if type.kind in TEXTUAL or type.kind not in NEEDS_FILTER:
        return None
    zones = (name for name, known in scope.items() if not isinstance(known, str) and known.kind is Kind.TIMEZONE)
    zone = next(zones, "'Europe/London'")
    ways = (FILTERS[name].example.replace("tz", zone) for name in OFFERS[type.kind])
    return "write " + " or ".join(f"`{{{{ {spoken} | {way} }}}}`" for way in ways)


__all__ = ["check", "reads"]
