"""What reading an audience gives: people, and the rows that could not become people, with reasons.

Personal values stand in `Person` and nowhere else; a Reject's message is masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sendspec.record import field, record

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any


@record()
class Person:
    """One row that can be sent to. `row` is its place in the source, from 0. `addresses` by address kind, normalised.

    `values` are typed (see `values.types.Value`), defaults filled in; an optional variable without a value is None.
    `apart`: whether their destination is an object of its own, where a row says so.
    """

    row: int
    locale: str
    addresses: Mapping[str, str]
    values: Mapping[str, object]
    correlation: str | None = None
    apart: bool | None = None


@record()
class Reject:
    """A row that is not sent to. `code` AUD…, `column` the source's ("" for the row as a whole), `message` masked.

    A row with several problems gives one Reject for each. To tell many rows at once, `reason` groups those of one
    cause, `what` is the message without the value, `shown` the masked value (or ""), `hint` what to do. `target` is
    what the column was read for, `line` where the row begins in the file (0: in none), `file` which of several it is.
    """

    row: int
    column: str
    code: str
    message: str
    reason: str = ""
    what: str = ""
    shown: str = ""
    hint: str | None = None
    target: str = ""
    line: int = 0
    file: str = ""


@record(frozen=False)
class Tally:
    """What became of the rows: `rows` = `people` + `rejects` + `duplicates` + `excluded`, always.

    Filled while the people are read. `locales` are the unknown ones as far as they are told apart, masked.
    """

    rows: int = 0
    people: int = 0
    rejects: int = 0
    duplicates: int = 0
    excluded: int = 0
    unknown_locales: int = 0
    by_reason: dict[str, int] = field(default_factory=dict)
    locales: dict[str, int] = field(default_factory=dict)

    def add(self, other: Mapping[str, Any]) -> None:
        """Counts what another tally has counted, its fields by name."""
        for name, more in other.items():
            known = getattr(self, name)
            if isinstance(known, dict):
                known.update({key: known.get(key, 0) + count for key, count in more.items()})
            else:
                setattr(self, name, known + more)


def rows_named(rows: Iterable[int]) -> str:
    """`row 17`, `rows 3, 4 and 5`, `rows 3, 4, 5 and 1 996 more`."""
    distinct = sorted(set(rows))
    shown, more = [str(row) for row in distinct[:3]], len(distinct) - 3
    if more > 0:
        return f"rows {', '.join(shown)} and {f'{more:,}'.replace(',', ' ')} more"
    return f"row {shown[0]}" if len(shown) == 1 else f"rows {', '.join(shown[:-1])} and {shown[-1]}"
