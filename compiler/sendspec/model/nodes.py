"""The model: a bound file and its messages. Every value knows the statement that it came from.

Frozen, and free of files, screens and clocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendspec.channels.declare import Api, Channel
from sendspec.channels.filled import Filled, Leaf, Tree
from sendspec.record import NamedTuple, record
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Document, Part, Statement, Text
from sendspec.values.types import Type

#: The name of the one locale of a file without `locales`.
UNNAMED = ""


@record(eq=False)
class Variable:
    """A line of `vars`. `default` and `examples` are values of the type (`values.types.Value`); `required`: a row
    must have a value."""

    name: str
    type: Type
    default: object
    has_default: bool
    examples: tuple[object, ...]
    pii: bool
    deprecated: str | None
    required: bool
    source: Source
    statement: Statement


@record(eq=False)
class Phrase:
    """One text in one locale, and where it stands."""

    source: Source
    span: Span
    text: Text


class Moment(NamedTuple):
    """What gives an instant for a person: a datetime variable, moved by `shift` seconds. Stands as `Leaf.text` where
    the form is "instant"."""

    variable: str
    shift: int


@record(eq=False)
class Localised:
    """A named text or snippet: a phrase for each locale of its file (`UNNAMED` where the file has none)."""

    name: str
    phrases: Mapping[str, Phrase]
    source: Source
    statement: Statement


@record(eq=False)
class Sender:
    """`sender alerts sms { id "ACME" }`. `filled` is None when the channel is unknown or the block is wrong."""

    name: str
    channel: str
    filled: Filled | None
    source: Source
    statement: Statement


@record(eq=False)
class Trigger:
    """When the next rung is tried: after a failure, and also (`after` seconds, no `unless`) when a status did not
    come."""

    after: int | None
    unless: str | None
    span: Span


@record(eq=False)
class Rung:
    """One channel of the ladder.

    `number` counts from 1; `beside` marks `and try`, which shares the number above it. `trigger` is None for the first.
    `contents` is the filled content and `bodies` the wire fragments placed as one body, by locale. `native`: the API
    carries it out inside the request of the rung before, so it has no requests of its own. `left_out` names the
    settings that its API lacks. `constants` are the names that have one text in its content: `rung`, and smart links.
    """

    number: int
    channel: Channel
    api: Api
    sender: Sender | None
    trigger: Trigger | None
    beside: bool
    native: bool
    contents: Mapping[str, Filled]
    fragments: Mapping[str, Mapping[str, Tree]]
    bodies: Mapping[str, Tree]
    left_out: tuple[str, ...]
    wire: Mapping[str | int, object]
    source: Source
    statement: Statement
    constants: Mapping[str, str] = MappingProxyType({})

    @property
    def addresses(self) -> tuple[str, ...]:
        """The address kinds that its content goes to; of content that could not be read, all that the channel takes."""
        filled = next(iter(self.contents.values()), None)
        if filled is not None:
            return self.channel.reached_by(child.word.name for child in filled.children)
        others = (kind for kinds in self.channel.addressed.values() for kind in kinds)
        return tuple(dict.fromkeys((*self.channel.addresses, *others)))


@record(eq=False)
class Take:
    """A line of an audience's mapping: `msisdn <- phone as phone(GB) else …`. `target` is an address kind, `locale`,
    or a variable."""

    target: str
    column: str
    type: Type | None
    otherwise: str | None
    span: Span


@record(eq=False)
class Row:
    """An inline row: cells by name, as text, and the span of each."""

    cells: Mapping[str, str]
    spans: Mapping[str, Span]
    span: Span


@record(eq=False)
class Unique:
    """`unique by KEY keep first`; `keep` is "first", "last" or "fail"."""

    key: str
    keep: str
    span: Span


@record(eq=False)
class Listed:
    """A file of keys to leave out: `exclude csv "data/optout.csv" by msisdn`."""

    kind: str
    path: str
    key: str
    span: Span


@record(eq=False)
class Audience:
    """Who gets the message. `kind` is csv, jsonl, parquet, sql or rows; `path` (or the database's address) as the
    spec writes it, `more` the further paths of a list.

    `same`: every other variable comes from the column of its name. `max_rejects` is a share (0.02) or a count.
    """

    kind: str
    path: str
    query: str | None
    rows: tuple[Row, ...]
    mapping: tuple[Take, ...]
    same: bool
    ignore: Mapping[str, Span]
    unique: Unique | None
    exclude: tuple[Listed, ...]
    at_most: int | None
    max_rejects: float | int | None
    delimiter: str | None
    encoding: str | None
    source: Source
    statement: Statement
    path_span: Span
    more: tuple[str, ...] = ()


@record(eq=False)
class Setting:
    """One line of `delivery`, `track` or `policy`: its word ("expires", "route"), filled."""

    name: str
    filled: Filled
    leaf: Leaf | None


@record(eq=False)
class Quiet:
    """`quiet 21:00..08:00 in tz then hold`: seconds after midnight, the zone's variable or its name, and "hold" or
    "skip"."""

    start: int
    end: int
    zone: str
    zone_is_variable: bool
    then: str
    span: Span


@record(eq=False)
class Expiry:
    """`expires …`: a fixed or personal instant (`leaf`), or `after` seconds from the moment of sending."""

    leaf: Leaf | None
    after: int | None
    span: Span


@record(eq=False)
class Test:
    """A `test` block, typed: what is given (values by variable, address or `locale`), when, what happens, what is
    expected."""

    name: str
    given: Mapping[str, object]
    at: object
    events: tuple[tuple[str, str, int], ...]
    expect: tuple[tuple[Part, ...], ...]
    source: Source
    statement: Statement


@record(eq=False)
class Message:
    """A message, whole. `settings` by word; `locales` are those of its file."""

    name: str
    category: str | None
    owner: str | None
    variables: Mapping[str, Variable]
    audience: Audience | None
    settings: Mapping[str, Filled]
    quiet: Quiet | None
    expiry: Expiry | None
    rungs: tuple[Rung, ...]
    texts: Mapping[str, Localised]
    tests: tuple[Test, ...]
    locales: tuple[str, ...]
    source: Source
    statement: Statement


@record(eq=False)
class Unit:
    """A bound file: what it declares and what it imports.

    `used` are the names that something in it refers to, those of a message also as `MESSAGE:NAME`. `whole`: everything
    in it could be read, so that what is missing in `used` really is not used.
    """

    source: Source
    document: Document
    imports: Mapping[str, Unit]
    locales: tuple[str, ...]
    senders: Mapping[str, Sender]
    snippets: Mapping[str, Localised]
    messages: Mapping[str, Message]
    used: frozenset[str]
    whole: bool
