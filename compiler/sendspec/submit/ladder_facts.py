"""What is known of a person on each rung, read from the journal and the receipts: what the ladder decides by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.submit.compiled import Compiled, Lines
from sendspec.submit.journal import Journal
from sendspec.submit.ladder import Entry, Ladder, Tried
from sendspec.submit.ladder_people import People
from sendspec.submit.parcel import Line
from sendspec.submit.receipt import whose
from sendspec.submit.receipt_store import Kept, Store

_ADDRESSES = frozenset(ADDRESS_KEYS.values())


class Facts:
    """The facts of one sending."""

    def __init__(
        self, compiled: Compiled, lines: dict[int, Lines], people: People, journal: Journal, store: Store, key: bytes
    ) -> None:
        self._people, self._journal, self._store, self._key = people, journal, store, key
        self._channels = {rung.number: {name for name, _ in rung.channels} for rung in compiled.rungs}
        self._lines = lines
        self._addresses = lru_cache(maxsize=16)(self._addressed)

    def tried(self, ladder: Ladder, row: int) -> Tried:
        """The messages that a person was sent or is being sent, by rung."""
        made: dict[int, list[Entry]] = {}
        for step in ladder.steps:
            for line, place in self._people.places(step.number, row):
                found = self._journal.standing(step.number, line, place)
                if found is None:
                    continue
                state, began, at, trace = found
                told = self._told(step.number, line, place, trace) if trace else []
                own = self._channels[step.number]
                apart = [each.carried_on or (step.carried_on and each.channel not in own) for each in told]
                seen = frozenset(each.state for each, more in zip(told, apart, strict=True) if not more)
                more = frozenset(each.state for each, more in zip(told, apart, strict=True) if more)
                made.setdefault(step.number, []).append(Entry(state, began, at, seen, more))
        return made

    def _told(self, rung: int, line: int, place: int, trace: bytes) -> list[Kept]:
        """The receipts of one message. Where a spec gives several people one id, the address tells whose they are."""
        told = self._store.of(trace)
        if not told or self._journal.sharing(trace) < 2:
            return told
        own = {whose(self._key, address) for address in self._addresses(rung, line)[place]}
        return [each for each in told if each.who in own]

    def _addressed(self, rung: int, number: int) -> list[tuple[str, ...]]:
        return list(addresses(self._lines[rung].line(number)))


def addresses(line: Line) -> Iterator[tuple[str, ...]]:
    """The addresses of each person of a line, in the order of its rows."""
    for message in line.messages:
        for entry in message["to" if line.second else "destination"]:
            lists = [value for key, value in entry.items() if key in _ADDRESSES and isinstance(value, list)]
            for at in range(max(map(len, lists), default=0)):
                yield tuple(each[at] for each in lists if at < len(each))
