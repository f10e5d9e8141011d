"""Addresses that several rows have: a number that stands in for none, a list that was joined twice, a family.

It keeps every address that it sees, so it is given the first rows and not all.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.audience.header import Column
from sendspec.audience.nodes import Person
from sendspec.audience.people import Reading
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.values.mask import mask
from sendspec.values.trouble import grouped

SHARED = "AUD023"
#: So many addresses are shown, and of each so many rows.
SHOWN, ROWS = 3, 5


class Shared:
    """The rows of each address, for the kinds that the ladder takes and `unique` does not tell apart already."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        plan, unique = reading.plan, reading.audience.unique
        columns = plan.addresses if plan and not reading.inline else ()
        told_apart = [column.name for column in columns if unique and column.target == unique.key]
        kept = [column for column in columns if plan and column.target in plan.takes and column.name not in told_apart]
        self._columns = list({column.name: column for column in reversed(kept)}.values())
        self._rows: dict[tuple[str, str], list[int]] = {}

    def add(self, person: Person) -> None:
        """One more person."""
        for column in self._columns:
            if (address := person.addresses.get(column.target)) is not None:
                self._rows.setdefault((column.target, address), []).append(person.row)

    def findings(self) -> Iterator[Diagnostic]:
        """What there is to say: once for each column."""
        for column in self._columns:
            found = {key[1]: rows for key, rows in self._rows.items() if key[0] == column.target and len(rows) > 1}
            if found:
                yield self._told(column, found)

    def _told(self, column: Column, found: dict[str, list[int]]) -> Diagnostic:
        audience, seen = self._reading.audience, self._reading.tally.rows
        again = sum(len(rows) - 1 for rows in found.values())
        most = sorted(found.items(), key=lambda each: (-len(each[1]), each[1][0]))
        shown = ", ".join(f"`{mask(address)}` in rows {_listed(rows)}" for address, rows in most[:SHOWN])
        more = f" and {grouped(len(most) - SHOWN)} more" if len(most) > SHOWN else ""
        have = "row has" if again == 1 else "rows have"
        message = (
            f"{grouped(again)} of {grouped(seen)} {have} a `{column.target}` that an earlier row has: {shown}{more}"
        )
        hint = f"write `unique by {column.target} keep first`, or each of them gets the message"
        span = next((take.span for take in audience.mapping if take.target == column.target), audience.path_span)
        return Diagnostic(SHARED, Severity.WARNING, message, audience.source, span, help=hint)


def _listed(rows: list[int]) -> str:
    more = f" and {grouped(len(rows) - ROWS)} more" if len(rows) > ROWS else ""
    return ", ".join(map(grouped, rows[:ROWS])) + more
