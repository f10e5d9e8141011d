"""A crowd, sorted to the messages of a rung: of each of its people the message, and the place in it.

Who has no place of the usual form is sorted as a person, by the mould itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sendspec.audience.crowd import Crowd
from sendspec.audience.header import Plan
from sendspec.audience.nodes import Person
from sendspec.emit.batch import Sorted
from sendspec.emit.columns import Columns, Unfit, Values
from sendspec.emit.ladder import Track
from sendspec.emit.mould import Mould
from sendspec.emit.pieces import Cutter, Group
from sendspec.emit.places import Place
from sendspec.model.nodes import Message
from sendspec.record import NamedTuple
from sendspec.templates.render import Unprintable
from sendspec.values.types import Kind

#: A person's place in a message: in JSON where it is of the usual form.
Entry = str | Place
#: A message of a rung: its mould, and what it differs by from others.
Kin = tuple[Mould, Group]


#: A person's message and place, row and zone.
Found = tuple[Kin, Entry, int, str]


class Run(NamedTuple):
    """People in order. `kin` is the message of each, or of all, or their mould and what each one's differs by; `zones`
    are empty where none is personal. `usual`: all places are JSON, and of one mould; then people with one message have
    the same in `tell`, if there is any."""

    kin: list[Kin] | tuple[Mould, Group | list[Group]]
    entries: Sequence[Entry]
    rows: Sequence[int]
    zones: Sequence[str]
    usual: bool = False
    tell: Values | None = None

    @property
    def alike(self) -> Kin | None:
        """The one message of all of them."""
        if isinstance(self.kin, list):
            return None
        mould, groups = self.kin
        return None if isinstance(groups, list) else (mould, groups)

    @property
    def kins(self) -> list[Kin]:
        """The message of each."""
        if isinstance(self.kin, list):
            return self.kin
        mould, groups = self.kin
        return [(mould, group) for group in groups] if isinstance(groups, list) else [(mould, groups)] * len(self.rows)

    @property
    def differ(self) -> bool:
        """Whether no two of them have one message."""
        if self.tell is not None and len(set(self.tell)) == len(self.rows):
            return True
        groups = self.kin if isinstance(self.kin, list) else self.kin[1]
        return isinstance(groups, list) and len(set(groups)) == len(self.rows)

    def cut(self, start: int, end: int | None = None) -> Run:
        """Some of them."""
        kin: list[Kin] | tuple[Mould, Group | list[Group]]
        if isinstance(self.kin, list):
            kin = self.kin[start:end]
        else:
            mould, groups = self.kin
            kin = mould, groups[start:end] if isinstance(groups, list) else groups
        tell = None if self.tell is None else self.tell[start:end]
        return Run(kin, self.entries[start:end], self.rows[start:end], self.zones[start:end], self.usual, tell)

    def then(self, other: Run) -> Run:
        """These and those after them."""
        if not self.rows:
            return other
        entries, rows = [*self.entries, *other.entries], [*self.rows, *other.rows]
        zones = [*self.zones, *other.zones]
        mine, theirs = self.kin, other.kin
        if not isinstance(mine, list) and not isinstance(theirs, list) and self.usual and other.usual:
            mould, groups, more = mine[0], mine[1], theirs[1]
            if mould is theirs[0] and isinstance(groups, list) and isinstance(more, list):
                tell = [*self.tell, *other.tell] if self.tell and other.tell else None
                return Run((mould, groups + more), entries, rows, zones, True, tell)
        return Run([*self.kins, *other.kins], entries, rows, zones)


class Sorter:
    """Sorts people who are read by a plan to the messages of a rung. Raises Unfit where that cannot be by column."""

    def __init__(self, track: Track, plan: Plan, message: Message, cutter: type[Cutter] = Cutter) -> None:
        self._track = track
        variables = frozenset(message.variables)
        known = message.variables.values()
        currencies = {each.name: each.type.code for each in known if each.type.kind is Kind.MONEY and each.type.code}
        self.cutters: Mapping[str, Cutter] = {
            locale: cutter(mould, plan, Columns(mould.cut, plan, variables, currencies))
            for locale, mould in track.moulds.items()
        }
        self._first = next(iter(track.moulds))
        quiet = message.quiet
        self._zone = quiet.zone if quiet and quiet.zone_is_variable else ""

    def run(self, crowd: Crowd) -> Run:
        """The people of a crowd who have an address; the others are counted."""
        if isinstance(crowd.locale, str) and not crowd.strays:
            whole = self._whole(crowd, self.cutters.get(crowd.locale) or self.cutters[self._first])
            if whole is not None:
                return whole
        return self._each(crowd)

    def _zones(self, crowd: Crowd) -> Sequence[str]:
        return crowd.values[self._zone] if self._zone else ()

    def _whole(self, crowd: Crowd, cutter: Cutter) -> Run | None:
        """All of them at once, where nobody is unusual and all get one message."""
        if "" in crowd.addresses[cutter.kind] or "" in self._zones(crowd):
            return None
        pieces = cutter.pieces(crowd)
        if isinstance(pieces, set):
            return None
        kin = (cutter.mould, pieces.groups)
        return Run(kin, pieces.places, crowd.rows, self._zones(crowd), True, pieces.tell)

    def _each(self, crowd: Crowd) -> Run:
        found: list[Found | None] = [None] * len(crowd.rows)
        for cutter, at in self._by_locale(crowd):
            for index, one in self._sorted(crowd.only(at), cutter):
                found[at[index]] = one
        made: list[Found] = []
        done = 0
        for before, person in (*crowd.strays, (len(crowd.rows), None)):
            made += [each for each in found[done:before] if each is not None]
            done = before
            if person is not None and (stray := self._stray(person)) is not None:
                made.append(stray)
        run = Run([each[0] for each in made], [each[1] for each in made], [each[2] for each in made], ())
        return run._replace(zones=[each[3] for each in made]) if self._zone else run

    def _by_locale(self, crowd: Crowd) -> Iterator[tuple[Cutter, Sequence[int]]]:
        at: dict[str, list[int]] = {}
        if isinstance(crowd.locale, str):
            at[crowd.locale] = list(range(len(crowd.rows)))
        else:
            for index, locale in enumerate(crowd.locale):
                at.setdefault(locale, []).append(index)
        for locale, those in at.items():
            yield self.cutters.get(locale) or self.cutters[self._first], those

    def _sorted(self, crowd: Crowd, cutter: Cutter) -> Iterator[tuple[int, Found]]:
        """Those who have an address, each with their index."""
        addresses, zones = crowd.addresses[cutter.kind], self._zones(crowd)
        there = [at for at, address in enumerate(addresses) if address]
        self._track.count.without_address += len(addresses) - len(there)
        crowd = crowd.only(there)
        pieces = cutter.pieces(crowd)
        usual: Sequence[int] = range(len(there))
        odd = pieces if isinstance(pieces, set) else set[int]()
        odd |= {at for at in usual if zones and not zones[there[at]]}
        for at in odd:
            if (made := self._stray(crowd.person(at))) is not None:
                yield there[at], made
        if odd:
            usual = [at for at in usual if at not in odd]
            crowd = crowd.only(usual)
            pieces = cutter.pieces(crowd)
        if isinstance(pieces, set):
            raise Unfit
        zones = self._zones(crowd) or [""] * len(crowd.rows)
        groups = pieces.groups if isinstance(pieces.groups, list) else [pieces.groups] * len(crowd.rows)
        for at, group, entry, row, zone in zip(usual, groups, pieces.places, crowd.rows, zones, strict=True):
            yield there[at], ((cutter.mould, group), entry, row, zone)

    def _stray(self, person: Person) -> Found | None:
        """Somebody who was read alone; None without an address."""
        known = self._track.mould_of(person)
        zone = str(person.values.get(self._zone) or "") if self._zone else ""
        try:
            sorted_ = known.sort(person, zone)
        except Unprintable:
            raise Unfit from None
        if sorted_ is None:
            self._track.count.without_address += 1
            return None
        group, place = sorted_
        return (known, group), place, place.row, zone


def key_of(kin: Kin) -> object:
    """What people of one message have in common. The types belong to it, as they do in `batch`."""
    mould, group = kin
    if all(type(value) is str for value in group):
        return mould.number, group
    return Sorted(mould, group, Place(0, ())).key
