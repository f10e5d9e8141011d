"""People of one message → `destination` (v1) or `to` (v2), in the order in which they came.

A person is one place in the address lists of an object; `rows` of a line counts these places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sendspec.audience.nodes import Person
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.record import NamedTuple


class Place(NamedTuple):
    """One person in a message. `addresses` are (wire key, address) pairs; `substitutions` their own values, by name.

    `tracked`: the correlation comes from `track`, and may stand at the message where all of its people have the same.
    `apart` True: never in the object of the person before; False: in it, when all else that it holds is equal.
    """

    row: int
    addresses: tuple[tuple[str, str], ...]
    correlation: str | None = None
    substitutions: tuple[tuple[str, str], ...] = ()
    zone: str = ""
    apart: bool | None = None
    tracked: bool = False


def addresses_of(person: Person, kinds: Iterable[str], together: bool) -> tuple[tuple[str, str], ...]:
    """The addresses that a rung uses of a person: all of these kinds together, else the one that the API prefers."""
    has = tuple((ADDRESS_KEYS[kind], person.addresses[kind]) for kind in kinds if person.addresses.get(kind))
    return has if together else has[:1]


def destinations(places: Iterable[Place], version: str) -> list[dict[str, object]]:
    """The objects that address people. Neighbours with nothing of their own share one, unless a row says otherwise."""
    spelling = "correlationid" if version == "v1" else "correlationId"
    made: list[dict[str, object]] = []
    before: Place | None = None
    for place in places:
        if before is not None and _joins(place, before):
            for key, address in place.addresses:
                addresses = made[-1][key]
                assert isinstance(addresses, list)
                addresses.append(address)
        else:
            made.append(_own(place, spelling))
        before = place
    return made


def _joins(place: Place, before: Place) -> bool:
    """Whether a person stands in the object of the one before."""
    if place.apart or tuple(key for key, _ in place.addresses) != tuple(key for key, _ in before.addresses):
        return False
    alike = place.correlation == before.correlation and place.substitutions == before.substitutions
    return alike and (place.apart is False or (place.correlation is None and not place.substitutions))


def _own(place: Place, spelling: str) -> dict[str, object]:
    entry: dict[str, object] = {key: [address] for key, address in place.addresses}
    if place.substitutions:
        entry["substitutions"] = dict(place.substitutions)
    if place.correlation is not None:
        entry[spelling] = place.correlation
    return entry


def zones(places: Iterable[Place]) -> Mapping[str, object]:
    """What a line says of its people's time zones."""
    return told([place.zone for place in places])


def told(named: Sequence[str]) -> Mapping[str, object]:
    """Time zones of people: one for all, or one a place; nothing where none is personal."""
    if not any(named):
        return {}
    return {"zone": named[0]} if len(set(named)) == 1 else {"zones": named}
