"""Addresses that several rows have: a number that stands in for none, a list that was joined twice, a family.

It keeps every address that it sees, so it is given the first rows and not all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sendspec.audience.header import Column
from sendspec.audience.nodes import Person
from sendspec.audience.people import Reading
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.values.mask import mask
from sendspec.values.trouble import grouped

SHARED = "AUD023"
#: So many addresses are shown, and of each so many rows.
SHOWN, ROWS = 3, 5


def shared(reading: Reading, people: Iterable[Person]) -> Iterator[Diagnostic]:
    """What there is to say of these people: once for each column of addresses that the ladder takes and `unique` does
    not tell apart already."""
    given = list(people)
    for column in _columns(reading):
        rows: dict[str, list[int]] = {}
        for person in given:
            if (address := person.addresses.get(column.target)) is not None:
                rows.setdefault(address, []).append(person.row)
        if found := {address: where for address, where in rows.items() if len(where) > 1}:
            yield _told(reading, column, found)


def _columns(reading: Reading) -> list[Column]:
    plan, unique = reading.plan, reading.audience.unique
    if plan is None:
        return []
    told_apart = [column.name for column in plan.addresses if unique and column.target == unique.key]
    kept = [column for column in plan.addresses if column.target in plan.takes and column.name not in told_apart]
    return list({column.name: column for column in reversed(kept)}.values())


def _told(reading: Reading, column: Column, found: dict[str, list[int]]) -> Diagnostic:
    audience, seen = reading.audience, reading.tally.rows
    again = sum(len(rows) - 1 for rows in found.values())
    most = sorted(found.items(), key=lambda each: (-len(each[1]), each[1][0]))
    shown = ", ".join(f"`{mask(address)}` in rows {_listed(rows)}" for address, rows in most[:SHOWN])
    more = f" and {grouped(len(most) - SHOWN)} more" if len(most) > SHOWN else ""
    have = f"{grouped(again)} of {grouped(seen)} {'row has' if again == 1 else 'rows have'}"
    message = f"{have} a `{column.target}` that an earlier row has: {shown}{more}"
    hint = f"write `unique by {column.target} keep first`, or each of them gets the message"
    span = next((take.span for take in audience.mapping if take.target == column.target), audience.path_span)
    return Diagnostic(SHARED, Severity.WARNING, message, audience.source, span, help=hint)


def _listed(rows: list[int]) -> str:
    more = f" and {grouped(len(rows) - ROWS)} more" if len(rows) > ROWS else ""
    return ", ".join(map(grouped, rows[:ROWS])) + more
