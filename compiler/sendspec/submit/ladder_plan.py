"""The ladder of a compiled plan over its journal and receipts: what `send` hands to the machine when rungs follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from sendspec.record import NamedTuple
from sendspec.submit.campaign import Campaign
from sendspec.submit.compiled import Compiled
from sendspec.submit.ladder import End, read_ladder
from sendspec.submit.ladder_facts import Facts
from sendspec.submit.ladder_people import People
from sendspec.submit.ladder_source import PATIENCE, LadderSource
from sendspec.submit.receipt_store import Store, store_of
from sendspec.submit.source import Source, identity, tracer


def has_ladder(compiled: Compiled) -> bool:
    """Whether the sender has a further rung to try."""
    return sum(rung.file is not None for rung in compiled.rungs) > 1


def ladder_source(
    compiled: Compiled, held: Campaign, key: bytes, largest: Callable[[str], int], patience: float = PATIENCE
) -> LadderSource:
    """The people of all rungs of a plan."""
    rungs = {rung.number: rung for rung in compiled.rungs if rung.file is not None}
    lines = {number: compiled.lines(rung) for number, rung in rungs.items()}
    sources = {
        number: Source(
            compiled, rung, lines[number], held.journal, identity(key, held.run), tracer(key), largest
        )
        for number, rung in rungs.items()
    }  # fmt: skip
    people, store = People(lines), Store(store_of(held.journal.path))
    facts = Facts(compiled, lines, people, held.journal, store, key)
    ladder = read_ladder(compiled.told["rungs"], compiled.told["expires"])
    return LadderSource(ladder, sources, people, facts, held.journal, store, patience)


class Ended(NamedTuple):
    """How a ladder stands: people by their ends, and how many may still be tried on a further rung."""

    ends: Counter[End]
    waiting: int

    @property
    def told(self) -> dict[str, Any]:
        """What the journal notes of it."""
        return {"ends": {end.value: self.ends[end] for end in End if self.ends[end]}, "waiting": self.waiting}

    @property
    def status(self) -> int:
        """3 some unknown, 1 some not reached by any rung or too late, 0 all accepted or reached."""
        if self.ends[End.UNKNOWN]:
            return 3
        return 1 if any(self.ends[end] for end in (End.FAILED, End.EXPIRED, End.DROPPED)) else 0
