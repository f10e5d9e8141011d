"""JSON, one object a line → header and rows of cells. It must not know what a column means.

Numbers and switches become the text that stands in the file; null is an empty cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice

from sendspec.audience.cells import EMPTY, At, Cells, Fault, Table
from sendspec.audience.place import BrokenError

#: So many objects are looked at for the names of the columns.
AHEAD = 100

#: A line's number and its object, or what is wrong with it.
Entry = tuple[int, dict[str, object] | Fault]


class _TwiceError(ValueError):
    """A name that stands twice in one object."""


def open_objects(lines: Iterator[str]) -> Table:
    """A source of JSON objects. The first ones give the columns; a new name in a later one is a fault of its row."""
    entries = _entries(lines)
    ahead = list(islice(entries, AHEAD))
    header = tuple(dict.fromkeys(name for _, entry in ahead if isinstance(entry, dict) for name in entry))
    if not ahead:
        raise BrokenError(EMPTY, "the file is empty", "write one JSON object a line")
    if not header:
        first = next((entry for _, entry in ahead if isinstance(entry, Fault)), None)
        raise BrokenError(
            EMPTY, "the file holds no JSON object with members", first.hint if first else "write one JSON object a line"
        )
    at = At()
    return Table(header, _rows(chain(ahead, entries), header, at), at)


def _entries(lines: Iterator[str]) -> Iterator[Entry]:
    decode = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=_constant, object_pairs_hook=_once).decode
    for number, line in enumerate(lines, 1):
        line = line.strip().removeprefix("\ufeff")
        if not line:
            continue
        try:
            value = decode(line)
        except _TwiceError:
            yield number, Fault("", "twice", "an object with one name twice", "keep one of the two")
        except (ValueError, RecursionError):
            yield number, Fault("", "no-json", "a line that is not JSON", "write one JSON object a line")
        else:
            wrong = Fault("", "no-object", "JSON but not an object", "write one JSON object a line")
            yield number, value if isinstance(value, dict) else wrong


def _constant(name: str) -> object:
    raise ValueError(name)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _TwiceError
    return made


def _rows(entries: Iterator[Entry], header: tuple[str, ...], at: At) -> Iterator[Cells]:
    known = frozenset(header)
    for number, (at.line, entry) in enumerate(entries):
        if isinstance(entry, Fault):
            yield number, (), (entry,)
            continue
        faults: list[Fault] = []
        cells = [_cell(name, entry.get(name), faults) for name in header]
        if not entry.keys() <= known:
            faults.append(
                Fault(
                    "",
                    "new-name",
                    "an object with a name that the first ones do not have",
                    "give every object the same names",
                )
            )
        yield number, cells, tuple(faults)


def _cell(name: str, value: object, faults: list[Fault]) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    what = "an object" if isinstance(value, dict) else "a list"
    faults.append(Fault(name, "nested", f"{what}; a cell is a text, a number, true, false or null", "flatten the data"))
    return ""
