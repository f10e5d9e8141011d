"""A line of a plan → the request that leaves: narrowed to some of its people, each with a correlation id, and stamped.

Pure. The order of the people is that of the line's `rows`; it must not know what a channel says.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.record import NamedTuple

_ADDRESSES = frozenset(ADDRESS_KEYS.values())
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?(?:Z|([+-])(\d{1,2}):?(\d\d))?")


class Line(NamedTuple):
    """A line of `rung-N.ndjson`. `zones`: one a place, or one for all, or none."""

    rung: int
    number: int
    path: str
    messages: Sequence[dict[str, Any]]
    rows: Sequence[int]
    stamp: Mapping[str, int]
    zones: Sequence[str]

    @property
    def second(self) -> bool:
        """Whether it goes by v2."""
        return self.path.startswith("/v2/")


class Parcel(NamedTuple):
    """What leaves: the bytes of the body, and of each message the correlation ids and places of its people."""

    path: str
    body: bytes
    asked: tuple[tuple[str, ...], ...]
    places: tuple[tuple[int, ...], ...]


class TornError(Exception):
    """A line whose people cannot be told apart: its rows and its addresses differ in number."""


def read_line(text: bytes, number: int) -> Line:
    """Reads a line of a plan. `number` is its place in the file, from 0."""
    line = json.loads(text)
    body = line["body"]
    zones = line.get("zones") or [line.get("zone", "")] * len(line["rows"])
    stamp = {name: told["after_seconds"] for name, told in line.get("stamp", {}).items()}
    messages = body if isinstance(body, list) else [body]
    read = Line(line["rung"], number, line["path"], messages, line["rows"], stamp, zones)
    seated = sum(1 for _ in _seats(read))
    if seated != len(read.rows):
        raise TornError(f"line {number + 1} has {seated} addresses and {len(read.rows)} rows")
    return read


def expired(line: Line, now: dt.datetime) -> frozenset[int]:
    """The places of the people whose message is past its own expiry."""
    late = {number for number, instant in _expiries(line).items() if instant <= now}
    return frozenset(seat.place for seat in _seats(line) if seat.message in late) if late else frozenset()


def expiry(line: Line, places: Collection[int]) -> dt.datetime | None:
    """The first moment at which the message of one of these people expires."""
    known = _expiries(line)
    wanted = set(places)
    return min((known[seat.message] for seat in _seats(line) if seat.message in known and seat.place in wanted),
               default=None) if known else None  # fmt: skip


def _expiries(line: Line) -> dict[int, dt.datetime]:
    """The messages that state `expiry` (v1) or `expireAt` (v2), and when that is."""
    told = ((number, message.get("expireAt" if line.second else "expiry"))
            for number, message in enumerate(line.messages))  # fmt: skip
    read = ((number, read_instant(text)) for number, text in told if isinstance(text, str))
    return {number: instant for number, instant in read if instant is not None}


def read_instant(text: str) -> dt.datetime | None:
    """An instant as requests spell it: UTC, or with an offset, whose hour may have one digit. None when it is none."""
    found = _INSTANT.fullmatch(text)
    if found is None:
        return None
    try:
        instant = dt.datetime.fromisoformat(found[1])
    except ValueError:
        return None
    offset = dt.timedelta(hours=int(found[4] or 0), minutes=int(found[5] or 0)) * (-1 if found[3] == "-" else 1)
    fraction = dt.timedelta(microseconds=int((found[2] or "0").ljust(6, "0")[:6]))
    return (instant + fraction).replace(tzinfo=dt.UTC) - offset


class _Seat(NamedTuple):
    """Where a person of a line stands."""

    place: int
    message: int
    destination: int
    address: int


def _seats(line: Line) -> Iterator[_Seat]:
    place = 0
    for message, body in enumerate(line.messages):
        for destination, entry in enumerate(_destinations(line, body)):
            people = max((len(addresses) for _, addresses in _addresses(entry)), default=0)
            for address in range(people):
                yield _Seat(place, message, destination, address)
                place += 1


def _destinations(line: Line, message: Mapping[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = message["to" if line.second else "destination"]
    return found


def _addresses(entry: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    return ((key, value) for key, value in entry.items() if key in _ADDRESSES and isinstance(value, list))


#: Gives the correlation id of a place of a line.
Ids = Callable[[int], str]


def parcel(line: Line, places: Collection[int], id_of: Ids, now: dt.datetime) -> Parcel:
    """The request to these people of a line. A correlation that the spec states stays as it is."""
    wanted = set(places)
    seats: dict[int, dict[int, list[_Seat]]] = {}
    for seat in _seats(line):
        if seat.place in wanted:
            seats.setdefault(seat.message, {}).setdefault(seat.destination, []).append(seat)
    made = [_message(line, number, taken, id_of, now) for number, taken in seats.items()]
    bodies = [body for body, _ in made]
    body = bodies if len(bodies) > 1 else bodies[0]
    asked = tuple(ids for _, ids in made)
    return Parcel(
        line.path,
        json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"),
        asked,
        tuple(tuple(seat.place for each in taken.values() for seat in each) for taken in seats.values()),
    )


def _message(
    line: Line, number: int, taken: Mapping[int, Sequence[_Seat]], id_of: Ids, now: dt.datetime
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """A message narrowed to the taken seats of its destinations, and the ids of their people."""
    message = dict(line.messages[number])
    spelling = "correlationId" if line.second else "correlationid"
    entries: list[dict[str, Any]] = []
    origins: list[int] = []
    ids: list[str] = []
    for destination, seats in taken.items():
        entry = _destinations(line, message)[destination]
        stated = entry.get(spelling) or message.get(spelling)
        as_one = bool(stated) or message.get("multipleToRecipients") is True  # one transaction for all of them
        for group in [seats] if as_one else [[seat] for seat in seats]:
            id = str(stated or id_of(group[0].place))
            own = {} if stated else {spelling: id}
            entries.append({**entry, **{key: [has[s.address] for s in group] for key, has in _addresses(entry)}, **own})
            origins.append(destination)
            ids += [id] * len(group)
    gateway = message.get("gtrId")
    if isinstance(gateway, list) and len(gateway) == len(_destinations(line, message)):
        message["gtrId"] = [gateway[origin] for origin in origins]
    message["to" if line.second else "destination"] = entries
    for name, seconds in line.stamp.items():
        message[name] = _told(now + dt.timedelta(seconds=seconds))
    return message, tuple(ids)


def _told(instant: dt.datetime) -> str:
    """An instant as the API takes it: UTC, milliseconds, Z."""
    return instant.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
