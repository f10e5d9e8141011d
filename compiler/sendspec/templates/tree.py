"""A text, analysed: what stands in it as it is, what it prints, and what it decides.

Offsets count characters of the decoded text. The tree is for analysis; rendering is Jinja's, from the same text.
Named tuples, since every run of lint makes these classes; tell them apart by type, not by equality.
"""

from __future__ import annotations

from sendspec.diagnostic import Severity
from sendspec.record import NamedTuple, record


class Name(NamedTuple):
    """A variable, a snippet, or an import's snippet (`brand.opt_out`)."""

    text: str
    start: int
    end: int


class Constant(NamedTuple):
    """A literal string, whole number or decimal, or true or false."""

    value: object
    start: int
    end: int


class Filter(NamedTuple):
    """`| local(tz, "HH:mm")`. Keyword arguments are not taken."""

    name: str
    arguments: tuple[Name | Constant, ...]
    start: int
    end: int


class Static(NamedTuple):
    """Text that is sent as it stands. `text` is what is sent; `start`, `end` where it stands.

    `text` lacks the blanks that a `-` of a tag beside it takes away.
    """

    text: str
    start: int
    end: int


class Print(NamedTuple):
    """`{{ value | filter … }}`, the braces included in `start` and `end`."""

    value: Name | Constant
    filters: tuple[Filter, ...]
    start: int
    end: int


class Clause(NamedTuple):
    """A part of a condition: `and`, `or`, `not`, a comparison (`==`, `<=` …), `in` or `not in`.

    The operands of `in` are the value, then the items of the list.
    """

    operator: str
    operands: tuple[Clause | Name | Constant, ...]
    start: int
    end: int


Condition = Clause | Name | Constant


class Branch(NamedTuple):
    """`{% if %} … {% elif %} … {% else %} … {% endif %}`.

    An arm: the names its condition reads (None for `else`), and what it gives.
    Without an `else` arm, nothing is one of the outcomes. `conditions` are those of the arms, whole.
    """

    arms: tuple[tuple[tuple[Name, ...] | None, tuple[Piece, ...]], ...]
    start: int
    end: int
    conditions: tuple[Condition | None, ...] = ()


class Loop(NamedTuple):
    """`{% for x in [ … ] %} … {% endfor %}` over a literal list."""

    name: str
    items: tuple[Name | Constant, ...]
    body: tuple[Piece, ...]
    start: int
    end: int


Piece = Static | Print | Branch | Loop


@record()
class Template:
    """A text and its pieces, which cover it from end to end.

    `mentions` is empty but for a text with an error: then the pieces are those that could be read, and it holds every
    name that stands in a tag.
    """

    text: str
    pieces: tuple[Piece, ...]
    mentions: frozenset[str] = frozenset()

    @property
    def constant(self) -> str | None:
        """The whole text when it prints nothing, else None."""
        if all(isinstance(piece, Static) for piece in self.pieces):
            return "".join(piece.text for piece in self.pieces if isinstance(piece, Static))
        return None


class Problem(NamedTuple):
    """What is wrong with a text, at offsets of it."""

    code: str
    severity: Severity
    message: str
    start: int
    end: int
    help: str | None = None
