"""Addresses that several people of a whole audience have, counted in bounded memory.

It must not know where the people come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sendspec.audience.nodes import Person
from sendspec.record import NamedTuple
from sendspec.values.mask import mask

#: So many addresses of a kind are told apart; those that come later are not looked at.
MOST = 200_000


class Repeats(NamedTuple):
    """How many addresses several people have, how many people that are, and the most frequent one, masked, with its
    people. `partly`: there were more addresses than are told apart."""

    addresses: int
    people: int
    shown: str
    most: int
    partly: bool


class Repeated:
    """Counts addresses by their kinds."""

    def __init__(self, kinds: Iterable[str]) -> None:
        self._seen: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
        self._partly: set[str] = set()

    def add(self, person: Person) -> None:
        """One person."""
        self.add_all({kind: (address,) for kind, address in person.addresses.items()})

    def add_all(self, addresses: Mapping[str, Sequence[str]]) -> None:
        """Many people: their addresses by kind, an empty text where there is none."""
        for kind, seen in self._seen.items():
            there: Iterable[str] = filter(None, addresses.get(kind, ()))
            if len(seen) >= MOST:
                self._partly.add(kind)
                there = filter(seen.__contains__, there)
            seen.update(there)

    def told(self) -> dict[str, Repeats]:
        """What there is to tell, by kind."""
        found = {}
        for kind, seen in self._seen.items():
            several = {address: many for address, many in seen.items() if many > 1}
            if several:
                shown, most = max(several.items(), key=lambda each: each[1])
                total = sum(several.values())
                found[kind] = Repeats(len(several), total, mask(shown), most, kind in self._partly)
        return found
