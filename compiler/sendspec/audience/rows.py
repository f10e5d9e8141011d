"""One row → a person, or all the reasons why it is none.

Personal values leave this module in a `Person` only; what is said about a row is masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sendspec.audience.header import NEEDED, Column, Plan, shown
from sendspec.audience.nodes import Person, Reject, Tally
from sendspec.values.mask import mask
from sendspec.values.read import Trouble
from sendspec.values.trouble import DAMAGE, trimmed

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from sendspec.audience.cells import Cells, Fault

OUTSIDE_TYPE, DAMAGED, NO_VALUE, NO_ADDRESS = "AUD009", "AUD010", "AUD011", "AUD012"
SHAPE, LOCALE, CORRELATION = "AUD013", "AUD016", "AUD021"

_SWITCH = {"yes": True, "no": False}
_GIVE = "give the row such an address, or leave it out"
#: The longest correlation id, in bytes of UTF-8 (facts 2.2).
CORRELATION_BYTES = 50
#: So many unknown locales are told apart; one that looks like a language is shown as it stands.
LOCALES = 50
_TAG = r"[A-Za-z]{2}(?:[-_][A-Za-z]{2}|[-_][A-Z][a-z]{3})?"


def outcome(row: Cells, plan: Plan, tally: Tally) -> Person | list[Reject]:
    """What a row is. Locales that nobody knows are counted in `tally`."""
    number, cells, faults = row
    rejects = (
        [_shape(number, fault) for fault in faults if not fault.column or fault.column in plan.names] if faults else []
    )
    if any(not reject.column for reject in rejects):
        return rejects
    addresses: dict[str, str] = {}
    for column in plan.addresses:
        value = _value(number, cells, column, rejects)
        if value is not None:
            addresses[column.target] = str(value)
    values = {column.target: _value(number, cells, column, rejects) for column in plan.variables}
    locale = _locale(number, cells, plan, rejects, tally)
    correlation = _correlation(number, cells, plan.correlation, rejects) if plan.correlation else None
    if not rejects and plan.takes and plan.takes.keys().isdisjoint(addresses):
        rejects.append(_without(number, cells, plan.takes, addresses))
    elif rejects and not any(map(trimmed, cells)):
        return [_told(number, "", NO_VALUE, "empty", "a row of empty cells", "", "delete the row")]
    if rejects:
        return _each_cell(rejects)
    apart = _SWITCH.get(cells[plan.apart.place]) if plan.apart else None
    return Person(number, locale, addresses, values, correlation, apart)


def _value(row: int, cells: Sequence[str], column: Column, rejects: list[Reject]) -> object:
    """The value of a cell, or None with what is wrong put into `rejects`."""
    text = cells[column.place] if column.place >= 0 else ""
    if text and (value := column.read(text) if not text.isspace() else None) is not None:
        if not isinstance(value, Trouble):
            return value
        if trimmed(text):
            code = DAMAGED if value.reason in DAMAGE else OUTSIDE_TYPE
            told = _told(row, column.name, code, value.reason, value.message, mask(text), value.hint, column.target)
            rejects.append(told)
            return None
    if column.missing is NEEDED:
        what = f"empty; `{column.target}` has no default"
        hint = f"fill the cell, or give `{column.target}` a default"
        name = column.name or column.target
        rejects.append(_told(row, name, NO_VALUE, "empty", what, "", hint, column.target))
        return None
    return column.missing


def _locale(row: int, cells: Sequence[str], plan: Plan, rejects: list[Reject], tally: Tally) -> str:
    """The locale that a row chooses, or the `else`, or the first of the file."""
    column, first = plan.locale, plan.first
    text = trimmed(cells[column.place]) if column and column.place >= 0 else ""
    if column is None or not text:
        return plan.otherwise or first
    found = plan.locales.get(text) or plan.locales.get(text.lower().replace("_", "-"))
    if found is not None:
        return found
    if plan.otherwise is not None:
        tally.unknown_locales += 1
        told = text if re.fullmatch(_TAG, text) else mask(text)
        if told in tally.locales or len(tally.locales) < LOCALES:
            tally.locales[told] = tally.locales.get(told, 0) + 1
        return plan.otherwise
    known = ", ".join(f"`{name}`" for name in dict.fromkeys(reversed(list(plan.locales.values()))))
    what = f"no locale of this file; expected {known}" if known else "a locale, but this file has none"
    hint = f"say who else gets what: `locale <- {column.name} else …`"
    rejects.append(_told(row, column.name, LOCALE, "unknown-locale", what, mask(text), hint))
    return first


def _correlation(row: int, cells: Sequence[str], column: Column, rejects: list[Reject]) -> str | None:
    text = trimmed(cells[column.place]) if column.place >= 0 else ""
    if not text:
        return str(column.missing) if column.missing is not None else None
    length = len(text.encode("utf-8", "surrogatepass"))
    if length > CORRELATION_BYTES:
        what = f"a correlation id of {length} bytes; the API takes {CORRELATION_BYTES}"
        rejects.append(_told(row, column.name, CORRELATION, "long-correlation", what, mask(text), "shorten the ids"))
    elif not text.isprintable():
        what = "a correlation id with control characters"
        rejects.append(
            _told(row, column.name, OUTSIDE_TYPE, "correlation", what, mask(text), "take them out of the data")
        )
    return text


def _without(row: int, cells: Sequence[str], takes: Mapping[str, str], addresses: Iterable[str]) -> Reject:
    """A row that no rung reaches: it has no address, or only such that the rungs do not go to."""
    if not any(map(trimmed, cells)):
        return _told(row, "", NO_VALUE, "empty", "a row of empty cells", "", "delete the row")
    has = _listed(addresses, "and")
    found = f"reached by {has} alone, to which no rung goes" if has else "without an address that a rung goes to"
    what = f"{found}; the ladder takes {_listed(takes, 'or')}"
    own = [*takes.values()] != [*takes]
    hint = f"fill {_listed(dict.fromkeys(takes.values()), 'or')}, or leave the row out" if own else _GIVE
    return _told(row, "", NO_ADDRESS, f"no-address {has}".strip(), what, "", hint)


def _listed(names: Iterable[str], joined: str) -> str:
    *most, last = [f"`{shown(name)}`" for name in names] or [""]
    return f"{', '.join(most)} {joined} {last}" if most else last


def _shape(row: int, fault: Fault) -> Reject:
    return _told(row, fault.column, SHAPE, fault.reason, fault.message, "", fault.hint)


def _told(
    row: int, column: str, code: str, reason: str, what: str, value: str, hint: str | None, target: str = ""
) -> Reject:
    message = f"`{value}` is {what}" if value else what
    return Reject(row, column, code, message, reason, what, value, hint, target)


def _each_cell(rejects: list[Reject]) -> list[Reject]:
    """The rejects, one for each cell and code: a column can be read for an address and again for a variable."""
    seen: dict[tuple[str, str, str], Reject] = {}
    for reject in rejects:
        seen.setdefault((reject.column, reject.code, "" if reject.column else reject.reason), reject)
    return list(seen.values())
