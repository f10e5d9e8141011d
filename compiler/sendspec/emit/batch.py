"""People → requests, streaming: what is open at any time is bounded, and the order is that of the people alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sendspec.emit.mould import Mould
from sendspec.emit.places import Place
from sendspec.emit.values import Scalar
from sendspec.record import NamedTuple

#: How many messages, and how many people in them, wait at most for others of their kind.
MOST_GROUPS, MOST_PEOPLE = 1_024, 50_000


class Sent(NamedTuple):
    """One message of a request: its mould, what it differs by from others, and its people."""

    mould: Mould
    group: tuple[Scalar, ...]
    places: list[Place]


class Sorted(NamedTuple):
    """One person, sorted to a message."""

    mould: Mould
    group: tuple[Scalar, ...]
    place: Place

    @property
    def key(self) -> tuple[int, tuple[tuple[type, Scalar], ...]]:
        """What people of one message have in common. The types belong to it: 1 and true are different values."""
        return self.mould.number, tuple((type(value), value) for value in self.group)


#: One request: its messages. v2 takes one, v1 an array of them.
Request = list[Sent]


class Window:
    """v1 with personal texts: up to `cap` people, one request; those with equal messages share one of its messages."""

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self._open: dict[object, Sent] = {}
        self._count = 0

    def add(self, sorted_: Sequence[Sorted]) -> Iterator[Request]:
        """Takes one person's messages, kept together where a request can hold them all."""
        if self._count and self._count + len(sorted_) > self._cap:
            yield from self.close()
        for one in sorted_:
            if self._count == self._cap:
                yield from self.close()
            self._open.setdefault(one.key, Sent(one.mould, one.group, [])).places.append(one.place)
            self._count += 1

    def close(self) -> Iterator[Request]:
        """The request of those that still wait."""
        if self._open:
            request = list(self._open.values())
            self._open, self._count = {}, 0
            yield request


class Groups:
    """Shared texts, and v2: a request holds one message, so people wait until `cap` of its kind are there."""

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self._open: dict[object, Sent] = {}
        self._count = 0

    def add(self, sorted_: Sequence[Sorted]) -> Iterator[Request]:
        """Takes one person's messages."""
        for one in sorted_:
            key = one.key
            sent = self._open.setdefault(key, Sent(one.mould, one.group, []))
            sent.places.append(one.place)
            self._count += 1
            if len(sent.places) == self._cap:
                yield self._take(key)
            elif len(self._open) > MOST_GROUPS or self._count > MOST_PEOPLE:
                yield self._take(next(iter(self._open)))

    def _take(self, key: object) -> Request:
        sent = self._open.pop(key)
        self._count -= len(sent.places)
        return [sent]

    def close(self) -> Iterator[Request]:
        """The requests of those that still wait, in the order in which they were opened."""
        for key in tuple(self._open):
            yield self._take(key)
