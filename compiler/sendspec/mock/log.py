"""What the mock has seen: an entry for each request, the totals, and how many correlation ids it accepted twice.

No address stands in it: findings and ids are masked where they quote one. It must not know where it is shown.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from sendspec.channels.declare import Fault
from sendspec.marked import MASK
from sendspec.mock.people import Message

#: How many entries are kept for the page, and how many findings of one request.
KEPT, FINDINGS = 1000, 20
#: What may be an address: a number, and anything with an @.
_ADDRESS = re.compile(r"[^\s\"'`<>,;:]*@[^\s\"'`<>,;:]*|\+?\d(?:[ ()./-]?\d){5,}")


class Entry(NamedTuple):
    """A request as it was taken. `people` is how many it names, `correlation` their ids, `fault` what was done to it on
    purpose, `end` how the answer left."""

    number: int
    at: str
    path: str
    version: str | None
    status: int
    code: str
    accepted: bool
    fault: str | None
    end: str
    transid: str = ""
    channels: tuple[str, ...] = ()
    messages: int = 0
    people: int = 0
    correlation: tuple[str, ...] = ()
    findings: tuple[Mapping[str, str], ...] = ()
    receipts: int = 0

    def told(self) -> dict[str, object]:
        """The entry as JSON has it."""
        return {"kind": "request", **self._asdict()}


class Log:
    """Entries and totals. It grows by a few bytes a person, and no further."""

    def __init__(self) -> None:
        self.entries: deque[Entry] = deque(maxlen=KEPT)
        self.totals: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self._seen: Counter[bytes] = Counter()

    def add(self, entry: Entry) -> None:
        """Counts a request."""
        self.entries.append(entry)
        self.totals["requests"] += 1
        self.totals["accepted" if entry.accepted else "refused"] += 1
        self.codes[entry.code or str(entry.status)] += 1
        if entry.fault is not None:
            self.totals["faults"] += 1
        self.totals["receipts due"] += entry.receipts

    def accept(self, messages: Iterable[Message]) -> None:
        """Counts people whose messages were accepted."""
        for message in messages:
            for person in message.people:
                self.totals["people"] += 1
                if not person.correlation:
                    self.totals["people without a correlation id"] += 1
                    continue
                told = f"{message.named}/{person.correlation}"  # the rungs of a ladder may share an id
                key = blake2b(told.encode("utf-8", "replace"), digest_size=12).digest()
                self._seen[key] += 1
                if self._seen[key] == 2:
                    self.totals["correlation ids accepted twice"] += 1

    def told(self) -> dict[str, object]:
        """All of it as JSON has it; the newest entry first."""
        return {
            "totals": dict(self.totals),
            "codes": dict(self.codes),
            "requests": [entry.told() for entry in reversed(self.entries)],
        }


def findings(faults: Iterable[Fault]) -> tuple[Mapping[str, str], ...]:
    """The findings of a body, without addresses."""
    return tuple(
        {
            "code": each.code,
            "severity": each.severity.value,
            "message": masked(each.message),
            "pointer": masked("".join(f"/{key}" for key in each.at)),
        }
        for each, _ in zip(faults, range(FINDINGS), strict=False)
    )


def correlations(messages: Iterable[Message]) -> tuple[str, ...]:
    """The ids of all people; one that holds their address is masked."""
    found: list[str] = []
    for message in messages:
        for person in message.people:
            known = {part for value in person.addresses.values() for part in (value, value.lstrip("+")) if part}
            told = any(part in person.correlation for part in known)
            found.append(MASK if told else person.correlation)
    return tuple(found)


def masked(text: str) -> str:
    """A text in which nothing stands that may be an address."""
    return _ADDRESS.sub(MASK, text)
