"""The words in which a channel declares what a spec may write: statements, and the places for values in them.

`declare` hands them on. This module must not know any channel, nor what a request holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from sendspec.record import field, record


class Takes(Enum):
    """What a place of a statement takes. `value` is how a message to people calls it."""

    TEXT = "a text"  # string, block, file "…", text.NAME, a variable, a piped variable
    NUMBER = "a number"  # a literal, or a variable of type int or decimal
    INSTANT = "an instant"  # a literal, or a variable of type datetime, shifted or not
    DURATION = "a duration"
    SWITCH = "yes or no"
    CHOICE = "one of a few words"
    TEXTS = "a list of texts"
    CHOICES = "a list of words"
    VALUE = "a value"  # of a stored template: text, piped variable, or a typed call (`currency(x)`)


@record()
class Slot:
    """A place for one value. Positional slots come right after the word; the others are introduced by their name.

    `choices` maps the words of CHOICE and CHOICES to the values of the request. `html`: values are escaped in it.
    `quoted` is set for texts that take no `{{ … }}` because they are the same for everybody (a sender's id).
    """

    name: str
    takes: Takes
    required: bool = True
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    html: bool = False
    fixed: bool = False
    about: str = ""


@record()
class Word:
    """A statement that a block takes: `name positional… option value… { block }`.

    `most` is how often it may stand in its block (None: any number). `block` are the statements inside (None: no
    block).
    `kind`: it is content, and exactly one kind of content may stand in a rung. `assigns`: its block also takes
    `name = value`. `free`: its block takes any `name value` (tags). `calls` are the typed values of VALUE slots and
    assignments, `behind` those of them that take the typed value apart from its text: `currency("£12", GBP 12)`.
    `api`: a word of a rung that only this version of the API has. `about` is its line of documentation, in our words.
    """

    name: str
    positional: tuple[Slot, ...] = ()
    options: tuple[Slot, ...] = ()
    block: tuple[Word, ...] | None = None
    most: int | None = 1
    kind: bool = False
    required: bool = False
    assigns: bool = False
    free: bool = False
    calls: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    api: str = ""
    about: str = ""
