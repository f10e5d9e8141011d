"""People of a crowd → the JSON of their places in a message, each an object of `destination` or `to`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json.encoder import encode_basestring

from sendspec.audience.crowd import Crowd
from sendspec.audience.header import Plan
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.channels.filled import Leaf
from sendspec.emit.columns import Columns, Give, Same, Unfit, Values, joined, tame, written
from sendspec.emit.layout import compact
from sendspec.emit.mould import Mould
from sendspec.emit.values import Scalar
from sendspec.record import NamedTuple
from sendspec.templates.tree import Template

#: What a message differs by from others of its rung.
Group = tuple[Scalar, ...]


class Pieces(NamedTuple):
    """What a crowd is in a mould: of each the place in JSON, and what the messages differ by: one for all, or one for
    each. `tell`: a part of that, of which people with one message have the same."""

    places: list[str]
    groups: Group | list[Group]
    tell: Values | None


class Cutter:
    """Makes pieces of people who are read by a plan, for one mould. Raises Unfit where that cannot be."""

    def __init__(self, mould: Mould, plan: Plan, columns: Columns) -> None:
        self.mould, cut = mould, mould.cut
        there = [column.target for column in plan.addresses]
        kinds = [kind for kind in mould.kinds if kind in there]
        if len(kinds) != 1:
            raise Unfit
        self.kind, self.key = kinds[0], ADDRESS_KEYS[kinds[0]]
        sizes = [_length(leaf) for leaf in cut.grouping]
        self._longest = sizes.index(max(sizes)) if sizes else 0
        self._end: Group = ("",) if cut.inline else ()
        self.grouping = [columns.of(leaf) for leaf in cut.grouping]
        self._each = [(name, columns.of(leaf)) for name, leaf in cut.each]
        self.correlation = columns.of(cut.correlation) if cut.correlation is not None else None
        self.own = bool(self._each or self.correlation or plan.correlation)
        self._spelling = "correlationid" if cut.rung.api.version == "v1" else "correlationId"
        self._entry = self._written(plan)

    def _written(self, plan: Plan) -> Callable[..., list[str]]:
        """What puts an object together: of address, substitutions and correlation."""
        if not self.own:
            return written(['"', None, '"'])
        parts: list[str | None] = [f'{{"{self.key}":["', None, '"]']
        for number, (name, _) in enumerate(self._each):
            parts += [("," if number else ',"substitutions":{') + f'{compact(name)}:"', None, '"']
        parts += ["}"] if self._each else []
        if self.correlation or plan.correlation:
            parts += [f',"{self._spelling}":"', None, '"']
        return written([*parts, "}"])

    def pieces(self, crowd: Crowd) -> Pieces | set[int]:
        """The pieces of people who all have an address; or who of them has none of the usual form, to be written one
        by one."""
        odd = set[int]()
        columns = [self.addressed(crowd)]
        for name, give in self._each:
            columns.append(self._given(give, crowd, self.mould.cut.defaults.get(name, ""), odd))
        if crowd.correlation is not None:
            columns.append(inner(crowd.correlation))
        elif self.correlation is not None:
            columns.append(self._given(self.correlation, crowd, "", odd))
        if odd:
            return odd
        grouping = [give(crowd) for give in self.grouping]
        return Pieces(self._entry(*columns), together(grouping, self._end), self.telling(grouping))

    def telling(self, columns: Sequence[Values]) -> Values | None:
        """The column of the longest text: two people with one message have the same in it. It is the same column in
        every crowd."""
        found = columns[self._longest] if columns else None
        return None if isinstance(found, Same) else found

    def addressed(self, crowd: Crowd) -> Sequence[str]:
        """The addresses as they stand in JSON. A number is digits."""
        found = crowd.addresses[self.kind]
        return found if self.kind == "msisdn" else inner(found)

    def _given(self, give: Give, crowd: Crowd, default: str, odd: set[int]) -> Sequence[str]:
        """Values of people: an empty one, and one that is left to the message, are not written."""
        values = give(crowd)
        said = texts(values)
        if "" in said or (default and default in said):
            odd.update(at for at, value in enumerate(said) if not value or value == default)
        return said if tame(give, crowd) else inner(values)


def _length(leaf: Leaf) -> int:
    """How much of a text a leaf gives; which alphabet it goes in says little of it."""
    return len(leaf.text.text) if isinstance(leaf.text, Template) and leaf.form == "text" else 0


def together(columns: Sequence[Values], end: Group = ()) -> Group | list[Group]:
    """What messages differ by: one for all, or one for each."""
    if all(isinstance(column, Same) for column in columns):
        return (*(column[0] for column in columns), *end)
    found = zip(*columns, strict=True)
    return [(*values, *end) for values in found] if end else list(found)


def texts(values: Values) -> Sequence[str]:
    """Values as a substitution has them."""
    if isinstance(values, Same):
        return [_text(values.value)] * len(values)
    return values if set(map(type, values)) <= {str} else [_text(value) for value in values]  # type: ignore[return-value]


def _text(value: Scalar) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def inner(values: Values) -> Sequence[str]:
    """Values as they stand between the quotes of JSON."""
    said = joined(values)
    if said is None or isinstance(values, Same):
        return inner(texts(values))
    if said.isprintable() and '"' not in said and "\\" not in said:
        return values  # type: ignore[return-value]  # all of them are texts
    return [encode_basestring(text)[1:-1] for text in values]  # type: ignore[arg-type]  # as above
