"""How short and how long a text can be, from the types of its variables alone; how it begins; whether it is one name.

Neither renders nor reads a value. `check` has passed the template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from sendspec.templates.cases import always, in_arm
from sendspec.templates.reads import known
from sendspec.templates.spread import Scope, extent, outcomes
from sendspec.templates.tree import Branch, Constant, Loop, Name, Piece, Print, Static, Template
from sendspec.values.bounds import NOTHING, Bounds
from sendspec.values.gsm import measure
from sendspec.values.types import Kind, Type
from sendspec.values.widths import url_opening


def bound(template: Template, scope: Scope, locale: str, html: bool) -> Bounds:
    """The bounds of every text that a template can give."""
    return _bounded(template, known(template, scope), locale, html)


@lru_cache(1024)
def _bounded(template: Template, types: tuple[tuple[str, Type | str], ...], locale: str, html: bool) -> Bounds:
    return _pieces(template.pieces, dict(types), locale, html)


def opening(template: Template, scope: Scope) -> str:
    """The fixed text that every rendering of a template starts with."""
    return _opening(template.pieces, scope)[0]


def sole(template: Template) -> str | None:
    """The name when a template prints one variable, as it is, and nothing else."""
    if len(template.pieces) != 1:
        return None
    match template.pieces[0]:
        case Print(value=Name(text=name), filters=()):
            return name
        case _:
            return None


def _pieces(pieces: tuple[Piece, ...], scope: Scope, locale: str, html: bool) -> Bounds:
    static, total = [], NOTHING
    for piece in pieces:
        if isinstance(piece, Static):
            static.append(piece.text)
        else:
            total += _piece(piece, scope, locale, html)
    return total + measure("".join(static))


def _piece(piece: Print | Branch | Loop, scope: Scope, locale: str, html: bool) -> Bounds:
    match piece:
        case Print():
            return extent(outcomes(piece.value, piece.filters, scope, locale), html)
        case Branch(arms=arms, conditions=told):
            found = [_pieces(body, in_arm(told, at, scope), locale, html) for at, (_, body) in enumerate(arms)]
            if not always(told, scope):
                found.append(NOTHING)
            total = found[0]
            for other in found[1:]:
                total = total | other
            return total
        case Loop():
            total = NOTHING
            for item in piece.items:
                total += _pieces(piece.body, inside(piece, item, scope), locale, html)
            return total


def outline(pieces: tuple[Piece, ...], scope: Scope, gap: str) -> str:
    """What is fixed in a text, with a gap for what differs and around what only some people get."""
    return "".join(_outlined(piece, scope, gap) for piece in pieces)


def _outlined(piece: Piece, scope: Scope, gap: str) -> str:
    match piece:
        case Static(text=text):
            return text
        case Print(filters=()) if isinstance(known := type_of(piece.value, scope), str):
            return known
        case Branch(arms=arms):
            return gap + "".join(outline(body, scope, gap) + gap for _, body in arms)
        case Loop(items=items):
            return gap + "".join(outline(piece.body, inside(piece, item, scope), gap) + gap for item in items)
        case _:
            return gap


def escapes(pieces: tuple[Piece, ...], scope: Scope) -> int:
    """How many bytes JSON adds to what is fixed in a text, at most: a backslash before a quote or for a line break."""
    return sum(_escapes(piece, scope) for piece in pieces)


def _escapes(piece: Piece, scope: Scope) -> int:
    match piece:
        case Static(text=text):
            return _added(text)
        case Print(filters=()) if isinstance(known := type_of(piece.value, scope), str):
            return _added(known)
        case Branch(arms=arms):
            return max(escapes(body, scope) for _, body in arms)
        case Loop(items=items):
            return sum(escapes(piece.body, inside(piece, item, scope)) for item in items)
        case _:
            return 0


def _added(text: str) -> int:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return 0
    return sum((1 if char in '"\\\n\t\r\b\f' else 5) for char in text if char in '"\\' or char < " ")


def inside(loop: Loop, item: Name | Constant, scope: Scope) -> Mapping[str, Type | str]:
    """What a loop's body can name while the loop is at an item."""
    return {**scope, loop.name: type_of(item, scope)}


def type_of(value: Name | Constant, scope: Scope) -> Type | str:
    """The type of a value, or the fixed text that it is; an unknown name is taken for an empty text."""
    if isinstance(value, Name):
        return scope.get(value.text, "")
    match value.value:
        case bool():
            return Type(Kind.BOOL)
        case int():
            return Type(Kind.INT, low=value.value, high=value.value)
        case str():
            return value.value
        case number:
            behind = len(format(number, "f").partition(".")[2]) if number is not None else 0
            return Type(Kind.DECIMAL, digits=len(str(number)), places=behind)


def _opening(pieces: tuple[Piece, ...], scope: Scope) -> tuple[str, bool]:
    """The fixed beginning, and whether that is the whole."""
    begun = ""
    for piece in pieces:
        added, whole = _beginning(piece, scope)
        begun += added
        if not whole:
            return begun, False
    return begun, True


def _beginning(piece: Piece, scope: Scope) -> tuple[str, bool]:
    match piece:
        case Static(text=text):
            return text, True
        case Print(filters=()):
            known = type_of(piece.value, scope)
            if isinstance(known, str):
                return known, True
            if known.kind is Kind.URL:
                return url_opening(known), False
            return (_shared(known.choices), False) if known.choices else ("", False)
        case Print():
            return "", False
        case Branch(arms=arms):
            begun = [_opening(body, scope) for _, body in arms]
            if arms[-1][0] is not None:
                begun.append(("", True))
            same = len(set(begun)) == 1 and begun[0][1]
            return _shared([text for text, _ in begun]), same
        case Loop(items=items):
            return _opening(piece.body, inside(piece, items[0], scope))[0] if items else "", not items


def _shared(texts: Sequence[str]) -> str:
    """The beginning that all of some texts have."""
    alike = takewhile(lambda characters: len(set(characters)) == 1, zip(*texts, strict=False))
    return "".join(characters[0] for characters in alike)
