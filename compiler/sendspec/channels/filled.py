"""A spec's statements matched with a channel's words, and the request tree that a channel makes of them.

Leaves keep the place in the spec that stated them, so that a fault of the request is told there.
This module must not know how a text is rendered: `Leaf.text` is opaque here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendspec.record import NamedTuple, record, replace
from sendspec.source import Source, Span
from sendspec.values.bounds import Bounds, Extent, Unit

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from sendspec.channels.declare import Word


#: Stands in an outline where a text differs from person to person.
GAP = "\0"


class Datum(NamedTuple):
    """The typed value behind `date_time(x)` or `currency(x)`: a variable's, or one that the spec states itself.

    `variable` is its name, "" when `value` (an aware datetime, a Decimal) is the same for everybody. `code` is the
    currency of money.
    """

    variable: str
    code: str = ""
    value: object = None


@record(eq=False)
class Leaf:
    """One value that a spec states for one locale.

    `name` is what the writer calls it ("title", "data"). `value` is the JSON value (str, int, float, bool) when it
    is the same for everybody, else None. `text` is the template that gives it for a person, and `bounds` how long
    that can be; `form` says what its rendering becomes: "text", "number", "switch" or "instant" ("seconds": one
    without milliseconds; "timestamp": its seconds since 1970). `opening` is the fixed text that every rendering starts
    with, `closing` the one that every rendering ends with. `kind` is the type of the one variable that it prints as it
    is ("url", "phone"), or "". `used` is the place in the rung when `span` lies elsewhere (a text by name).

    A typed call has its `datum`, and the leaf itself is the text that people read: of `date_time(x | local(…))` the
    piped text, of a bare `date_time(x)` and `currency(x)` the value in a default writing; `datum` is the variable at
    the head of the pipe (None for a text alone, and for `date`, which is no instant). A channel makes two further
    forms of it, whose `text` is the Datum: "timestamp" (`str(int(x.timestamp()))` of its datetime) and "amount_1000"
    (`str(int(x * 1000))` of its money).

    `outline` is HTML that differs from person to person as far as it is fixed, with GAP for what is not and around what
    only some get.

    `escapes` is how many bytes its fixed parts grow by in JSON (`\\n` for a line break).

    The form "alphabet" is the first of `choices` when the rendering of `text` is all of the SMS alphabet, else the
    second.
    """

    name: str
    source: Source
    span: Span
    value: object = None
    text: object = None
    bounds: Bounds | None = None
    form: str = "text"
    opening: str = ""
    kind: str = ""
    html: bool = False
    used: tuple[Source, Span] | None = None
    closing: str = ""
    datum: Datum | None = None
    choices: tuple[str, str] | None = None
    outline: str = ""
    escapes: int = 0

    @property
    def personal(self) -> bool:
        """Whether the value can differ from person to person."""
        return self.value is None

    def extent(self, unit: Unit) -> Extent | None:
        """The least and the most of it in a unit, or None when it is no text."""
        return self.bounds.of(unit) if self.bounds is not None else None


class Made(dict[str, "Tree"]):
    """An object of the request tree, with the statement that it was made from."""

    __slots__ = ("origin",)

    def __init__(self, origin: Filled | None, /, **members: Tree) -> None:
        super().__init__((key, value) for key, value in members.items() if value is not None)
        self.origin = origin


Tree = Leaf | Made | dict[str, "Tree"] | list["Tree"] | str | int | float | bool | None


@record(eq=False)
class Filled:
    """A statement matched with its word, for one locale.

    `values` holds a Leaf (or a tuple of them for TEXTS and CHOICES) by slot name; `children` the statements of its
    block in order;
    `assigned` what stands as `name = value` (a Leaf, or `(call name, Leaf)` for `currency(x)`), `free` the object that
    a free block states (None: there is no block). The root of a rung is a Filled whose word is the channel's own, and
    `message` the name of the message that it stands in.
    """

    word: Word
    source: Source
    span: Span
    values: Mapping[str, Leaf | tuple[Leaf, ...]]
    children: tuple[Filled, ...] = ()
    assigned: Mapping[str, Leaf | tuple[str, Leaf]] | None = None
    message: str = ""
    free: Made | None = None

    def get(self, name: str) -> Leaf | None:
        """The value of a slot, or None when the spec states none."""
        value = self.values.get(name)
        return value if isinstance(value, Leaf) else None

    def many(self, name: str) -> list[Tree] | None:
        """The values of a list slot, or None when the spec states none."""
        value = self.values.get(name)
        return list(value) if isinstance(value, tuple) else None

    def child(self, word: str) -> Filled | None:
        """The first statement of that word inside, or None."""
        return next(self.all(word), None)

    def all(self, *words: str) -> Iterator[Filled]:
        """The statements of these words inside, in order."""
        return (child for child in self.children if child.word.name in words)

    def text(self, word: str) -> Leaf | None:
        """The one value of a child that takes one (`title "…"` → that Leaf), or None."""
        child = self.child(word)
        return child.first() if child else None

    def first(self) -> Leaf | None:
        """The first positional value."""
        return self.get(self.word.positional[0].name) if self.word.positional else None


def known(tree: Tree) -> Tree:
    """The value that everybody gets: a leaf's, or what is no leaf. None when it hangs on the person."""
    if not isinstance(tree, Leaf):
        return tree
    return tree.value if isinstance(tree.value, (str, int, float)) else None


def identity(tree: Tree) -> object:
    """What two texts have in common that are certainly equal: the text, or the template that gives it for each person.
    None: it is no text, or an empty one."""
    if isinstance(tree, Leaf) and tree.value is None:
        return tree.text
    said = known(tree)
    return said if isinstance(said, str) and said else None


def stated(tree: Tree) -> bool:
    """Whether there is a value: neither nothing nor an empty text, which counts as absent."""
    return known(tree) not in (None, "") or (isinstance(tree, Leaf) and tree.value is None)


def whole_seconds(leaf: Leaf | None) -> Leaf | None:
    """An instant as some pages print it, without a fraction of a second; any other value stays as it is."""
    if leaf is None or leaf.form != "instant":
        return leaf
    fixed = leaf.value.replace(".000Z", "Z") if isinstance(leaf.value, str) else None
    return replace(leaf, value=fixed, form="seconds")
