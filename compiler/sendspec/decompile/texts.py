"""Texts and numbers of a body → how a spec writes them. What a place cannot hold is raised."""

from __future__ import annotations

import re
from decimal import Decimal

from sendspec.channels.said import OPEN
from sendspec.decompile.blocks import block, fits
from sendspec.decompile.holes import names, pieces
from sendspec.syntax.literals import LONGEST

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_TAG = re.compile(r"\{[{%]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


class UnsayableError(Exception):
    """A value that a place does not take. `names` are the holes in it: with their values instead it may be taken."""

    def __init__(self, what: str, value: object = None) -> None:
        super().__init__(what)
        self.names = names(value) if isinstance(value, str) else []


def number(given: object) -> str:
    """A number as digits; a text of digits is one too."""
    shown = given
    if isinstance(given, int | float) and not isinstance(given, bool):
        digits = f"{Decimal(repr(given)):f}"  # 1e-07 in full
        shown = f"{digits}.0" if isinstance(given, float) and "." not in digits else digits
    if isinstance(shown, str) and _NUMBER.fullmatch(shown) and len(shown) <= LONGEST:
        return shown
    raise UnsayableError("this is no number", given)


def literal(given: str) -> str:
    """A text that is the same for everybody and no template, in quotes."""
    return f'"{_escaped(_fixed(given))}"'


def fixed(given: str) -> str:
    """A text of a template that is the same for everybody, in quotes."""
    return text(_fixed(given), True)


def _fixed(given: str) -> str:
    if OPEN in given:
        raise UnsayableError("a value stands where all is the same for everybody", given)
    return given


def text(given: str, one_line: bool = False) -> str:
    """A text in quotes, its holes as `{{ name }}`; what would be a tag is written as text."""
    escaped = "".join(_piece(part, is_hole) for part, is_hole in pieces(given))
    return f'"{escaped}"' if one_line or fits(escaped) else block(escaped)


def _piece(part: str, is_hole: bool) -> str:
    if is_hole:
        return f"{{{{ {part} }}}}"
    return _escaped(_TAG.sub(lambda tag: f"{{{{ '{tag[0]}' }}}}", part))


def _escaped(given: str) -> str:
    return "".join(_ESCAPES.get(char) or (char if _shows(char) else f"\\u{{{ord(char):X}}}") for char in given)


def _shows(char: str) -> bool:
    """Whether a character may stand in a spec as it is. A blank that is not the usual one is written as its number."""
    return char == " " or char.isprintable() or char in "\u200d\ufe0f"
