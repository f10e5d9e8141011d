"""Rejects → findings for people: what is wrong in many rows is told once, with how many and which.

Counters and a few samples are all that is kept of the rows.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from sendspec.audience.header import shown
from sendspec.audience.nodes import Person, Reject, Tally
from sendspec.audience.people import Reading, above_most, open_audience, too_many
from sendspec.audience.place import line_of
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Audience, Message
from sendspec.record import values
from sendspec.source import Span, Where
from sendspec.values.trouble import grouped

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

    from sendspec.config import Config

EMPTY, LOCALE, TWICE = "AUD003", "AUD016", "AUD014"

#: So many rows lint looks at.
LOOK = 1000
#: Up to so many rows of one cause are told one by one, values and all.
SINGLE = 5
#: So many rows of one cause are named.
NAMED = 100
#: So many rows of one cause are shown with their values.
SAMPLES = 3
#: So many causes are told apart.
CAUSES = 200


class Cause:
    """One thing that is wrong, in one column: how often, in which rows at first, and how that looks."""

    __slots__ = ("count", "first", "rows", "samples")

    def __init__(self, first: Reject) -> None:
        self.first, self.count = first, 0
        self.rows: list[int] = []
        self.samples: list[Reject] = []

    def add(self, reject: Reject) -> None:
        """One more row."""
        self.count += 1
        if len(self.rows) < NAMED:
            self.rows.append(reject.row)
        if len(self.samples) < SINGLE:
            self.samples.append(reject)


class Causes:
    """All that is wrong with an audience's rows, by cause."""

    def __init__(self, also: Callable[[Reject], None] | None = None) -> None:
        """`also` is handed every reject, too."""
        self._also = also
        self._causes: dict[tuple[str, str, str, str], Cause] = {}

    def add(self, reject: Reject) -> None:
        """Counts a reject to its cause."""
        if self._also:
            self._also(reject)
        key = (reject.code, reject.column, reject.target, reject.reason)
        if key not in self._causes and len(self._causes) >= CAUSES:
            key = (reject.code, "", "", "")
        cause = self._causes.get(key)
        if cause is None:
            cause = self._causes[key] = Cause(reject)
        cause.add(reject)

    def dump(self) -> list[object]:
        """All of it, as JSON takes it."""
        return [[cause.count, cause.rows, [values(each) for each in cause.samples]] for cause in self._causes.values()]

    def load(self, dumped: Iterable[Any]) -> None:
        """Adds what `dump` gave of other rows."""
        for count, rows, samples in dumped:
            first, *_ = found = [Reject(*each) for each in samples]
            key = (first.code, first.column, first.target, first.reason)
            if key not in self._causes and len(self._causes) >= CAUSES:
                key = (first.code, "", "", "")
            cause = self._causes.setdefault(key, Cause(first))
            cause.count += count
            cause.rows += rows[: NAMED - len(cause.rows)]
            cause.samples += found[: SINGLE - len(cause.samples)]

    def __iter__(self) -> Iterator[Cause]:
        """The causes, the most frequent one first."""
        return iter(sorted(self._causes.values(), key=_weight))


def _weight(cause: Cause) -> tuple[int, int, str, str]:
    return -cause.count, cause.rows[0], cause.first.column, cause.first.code


def persons(reading: Reading, causes: Causes, rows: int | None = None) -> Iterator[Person]:
    """The people of an audience; its rejects go into `causes`."""
    for each in reading.read(rows):
        if isinstance(each, Person):
            yield each
        else:
            causes.add(each)


def findings(reading: Reading, causes: Causes, limit: float | None = None) -> tuple[Diagnostic, ...]:
    """What there is to say after an audience was read. An error among it stops a compile.

    Rejects are errors when there are more of them than `limit` (a share or a count) or else `max_rejects` allows.
    """
    return tuple(_findings(reading, causes, reading.audience.max_rejects if limit is None else limit))


def _findings(reading: Reading, causes: Causes, limit: float | None) -> Iterator[Diagnostic]:
    yield from reading.findings
    if reading.broken:
        yield reading.broken
    audience, tally = reading.audience, reading.tally
    severity = Severity.ERROR if too_many(tally, limit) else Severity.WARNING
    for cause in causes:
        weight = Severity.ERROR if cause.first.code == TWICE else severity
        yield from _told(cause, reading, weight)
    if tally.unknown_locales:
        yield _unknown_locales(audience, tally)
    above = above_most(reading)
    if above:
        yield above
    if reading.usable and not tally.rows and not reading.broken:
        named = [os.path.basename(file.path) for file in reading.files]
        there = f"`{'`, `'.join(named[:3])}` {'have headers' if len(named) > 1 else 'has a header'} and no rows"
        message = there if named else "the query gives no rows"
        yield Diagnostic(
            EMPTY, Severity.WARNING, message, audience.source, audience.path_span, help="nobody gets this message"
        )


def sample(
    message: Message, config: Config, base: Where, override: Where | None = None, limit: float | None = None
) -> tuple[Diagnostic, ...]:
    """What lint says about a message's audience: its header and its first 1000 rows, or all inline rows.

    How large the share of rejects is, only all rows can tell; until then it is no error.
    """
    if message.audience is None:
        return ()
    reading = open_audience(message, config, base, override, rows=LOOK)
    if not reading.usable:
        return reading.findings
    causes = Causes()
    seen = list(persons(reading, causes, None if reading.inline else LOOK))
    bound = reading.audience.max_rejects if limit is None else limit
    partly = not reading.inline and reading.tally.rows >= LOOK
    found = findings(reading, causes, 1.0 if partly and isinstance(bound, float) else bound)
    return (*found, *_judged(message, seen)) if reading.inline else (*found, *_shared(reading, seen))


def _judged(message: Message, people: Sequence[Person]) -> Iterator[Diagnostic]:
    """What compile would refuse of these people's values, where they have any."""
    if any(person.values for person in people):
        from sendspec.audience.judged import judged  # most specs have no rows

        yield from judged(message, people)


def _shared(reading: Reading, people: Sequence[Person]) -> Iterator[Diagnostic]:
    """What there is to say of addresses that several of these people have."""
    addresses = [address for person in people for address in person.addresses.items()]
    if len(set(addresses)) < len(addresses):
        from sendspec.audience.shared import shared  # most files have none

        yield from shared(reading, people)


def _told(cause: Cause, reading: Reading, severity: Severity) -> Iterator[Diagnostic]:
    first, audience, inline = cause.first, reading.audience, reading.inline
    column = f"column `{shown(first.column)}`" if first.column else ""
    if inline or cause.count <= SINGLE:
        for reject in cause.samples:
            place = f"{_row(reject, reading.printed)}{', ' if column else ''}{column}"
            yield _finding(reject, audience, severity, f"{place}: {reject.message}", inline)
        named = range(len(cause.samples), len(cause.rows)) if inline else ()
        for index in named:
            yield _inline(first, cause.rows[index], column, audience, severity)
        if cause.count <= NAMED or not inline:
            return
        yield _finding(first, audience, severity, f"{grouped(cause.count - NAMED)} more rows: {first.what}", inline)
        return
    of = f"{grouped(cause.count)} of {grouped(reading.tally.rows)} rows{', ' if column else ''}{column}"
    yield _finding(first, audience, severity, f"{of}: {first.what}{_which(cause, reading.printed)}", inline)


def _row(reject: Reject, printed: str) -> str:
    """A row by its number and, where it stands in a file, by the line that an editor shows; of several, by the file."""
    place = f"{reject.file or printed}:{reject.line}" if reject.line else reject.file
    return f"row {grouped(reject.row)}{f' ({place})' if place else ''}"


def _which(cause: Cause, printed: str) -> str:
    """The rows of a cause: the first ones with where they stand and their values, then all up to a limit."""
    some = ", ".join(
        _row(each, printed) + (f" `{each.shown}`" if each.shown else "") for each in cause.samples[:SAMPLES]
    )
    more = f" and {grouped(cause.count - len(cause.rows))} more rows" if cause.count > len(cause.rows) else ""
    return f"; {some}; rows {_ranges(cause.rows)}{more}"


def _ranges(rows: list[int]) -> str:
    """Row numbers in few words: `0–52, 60`."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return ", ".join(grouped(low) if low == high else f"{grouped(low)}–{grouped(high)}" for low, high in runs)


def _inline(first: Reject, row: int, column: str, audience: Audience, severity: Severity) -> Diagnostic:
    place = f"row {grouped(row)}{', ' if column else ''}{column}"
    reject = Reject(row, first.column, first.code, first.what, first.reason, first.what, "", first.hint)
    return _finding(reject, audience, severity, f"{place}: {first.what}", True)


def _finding(reject: Reject, audience: Audience, severity: Severity, message: str, inline: bool) -> Diagnostic:
    span = _span(reject, audience, inline)
    return Diagnostic(reject.code, severity, message, audience.source, span, help=reject.hint)


def _span(reject: Reject, audience: Audience, inline: bool) -> Span:
    """The cell of an inline row, or the line that maps the column, or the source."""
    if inline and reject.row < len(audience.rows):
        row = audience.rows[reject.row]
        return row.spans.get(reject.column, row.span)
    if reject.code == TWICE and audience.unique:
        return audience.unique.span
    takes = [take for take in audience.mapping if take.column == reject.column]
    if takes:
        return next((take for take in takes if take.target == reject.target), takes[0]).span
    return line_of(audience, "vars") if reject.column and audience.same else audience.path_span


def _unknown_locales(audience: Audience, tally: Tally) -> Diagnostic:
    take = next((take for take in audience.mapping if take.target == "locale"), None)
    count = f"{grouped(tally.unknown_locales)} {'row' if tally.unknown_locales == 1 else 'rows'}"
    most = sorted(tally.locales.items(), key=lambda each: (-each[1], each[0]))
    named = ", ".join(f"`{locale}` in {grouped(rows)}" for locale, rows in most[:SINGLE])
    more = f" and {len(most) - SINGLE} more" if len(most) > SINGLE else ""
    message = f"{count} with a locale that this file does not have: {named}{more}"
    hint = f"they get `{take.otherwise}`" if take and take.otherwise else None
    return Diagnostic(
        LOCALE, Severity.WARNING, message, audience.source, take.span if take else audience.path_span, help=hint
    )
