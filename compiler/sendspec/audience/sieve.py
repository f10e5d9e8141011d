"""Who is one too many, by column: on a list of those who are left out, or there before. The same as `people` judges
one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sendspec.audience.header import Plan
from sendspec.audience.keys import digest, of
from sendspec.audience.nodes import Person, Reject
from sendspec.audience.people import Judgement, twice
from sendspec.digest import blake2b
from sendspec.model.nodes import Unique
from sendspec.values.bulk import TEXTUAL

Texts = Mapping[str, Sequence[str]]
Strays = Mapping[int, Person | list[Reject]]


class Sieve:
    """Judges people in the order in which they come."""

    def __init__(self, plan: Plan, unique: Unique | None, lists: Sequence[tuple[str, set[bytes]]]) -> None:
        self._plan, self._unique, self._lists = plan, unique, lists
        self._columns = {column.target: column for column in plan.variables}
        self._digest = digest()
        self._rows: dict[bytes, int] = {}

    def meet(self, rows: Sequence[int], addresses: Texts, values: Texts, strays: Strays) -> None:
        """Takes note of people before any is judged: of each key the last row is kept."""
        assert self._unique is not None
        marks = self.marks(self._unique.key, addresses, values, strays)
        self._rows.update((mark, row) for mark, row in zip(marks, rows, strict=True) if mark is not None)

    def out(self, rows: Sequence[int], addresses: Texts, values: Texts, strays: Strays) -> dict[int, Judgement]:
        """Those who are no people after all, by index, and what they are instead."""
        found: dict[int, Judgement] = {}
        for key, digests in self._lists:
            marks = self.marks(key, addresses, values, strays)
            found.update((at, "excluded") for at, mark in enumerate(marks) if mark in digests)
        if self._unique is not None:
            marks = self.marks(self._unique.key, addresses, values, strays)
            self._again(self._unique, rows, marks, found)
        return found

    def _again(
        self, unique: Unique, rows: Sequence[int], marks: Sequence[bytes | None], found: dict[int, Judgement]
    ) -> None:
        known, last = self._rows, unique.keep == "last"
        for at, mark in enumerate(marks):
            if mark is None or at in found:
                continue
            first = known.get(mark, rows[at]) if last else known.setdefault(mark, rows[at])
            if first != rows[at]:
                again = unique.keep == "fail"
                found[at] = twice(rows[at], first, unique.key, self._plan) if again else "duplicate"

    def marks(self, key: str, addresses: Texts, values: Texts, strays: Strays) -> list[bytes | None]:
        """The digest of each one's key; None for who has none, and for who is no person."""
        marks: list[bytes | None]
        if key in addresses:
            marks = [_mark(key, text) if text else None for text in addresses[key]]
        else:
            marks = [None] * len(next(iter((*addresses.values(), *values.values())), ()))
        if key in values:
            marks = [mark or self._of_value(key, text) for mark, text in zip(marks, values[key], strict=True)]
        for at, made in strays.items():
            value = of(made, key) if isinstance(made, Person) else None
            marks[at] = None if value is None else self._digest(key, value)
        return marks

    def _of_value(self, key: str, text: str) -> bytes | None:
        column = self._columns[key]
        textual = column.made is None or column.made.kind in TEXTUAL
        value = column.missing if not text else text if textual else column.read(text)
        return None if value is None else self._digest(key, value)


def _mark(key: str, text: str) -> bytes:
    data = text.lower() if key == "email" else text
    return blake2b(data.encode("utf-8", "surrogatepass"), digest_size=16).digest()
