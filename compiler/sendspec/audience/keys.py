"""People told apart by a key, for `unique` and `exclude`: 16 bytes of a digest each, so that no key is kept.

An address is compared as it is sent, an e-mail address without regard to capitals.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sendspec.audience.cells import table
from sendspec.audience.header import Column, Plan
from sendspec.audience.nodes import Person
from sendspec.audience.place import BrokenError, File, files_of, finding, named_after
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.digest import blake2b
from sendspec.model.nodes import Audience, Listed
from sendspec.record import NamedTuple
from sendspec.source import Where
from sendspec.values.mask import mask
from sendspec.values.read import Trouble
from sendspec.values.trouble import grouped, trimmed

UNREAD = "AUD020"
#: So many rows of a list that cannot be read are named.
SAMPLES = 5

Digest = Callable[[str, object], bytes]


def digest() -> Digest:
    """The function that makes a digest of a key's value."""

    def made(key: str, value: object) -> bytes:
        if isinstance(value, dt.datetime):
            value = value.astimezone(dt.UTC)
        text = str(value)
        data = text.lower() if key == "email" else text
        return blake2b(data.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    return made


def of(person: Person, key: str) -> object:
    """The value of a person's key, or None."""
    return person.addresses.get(key) or person.values.get(key)


class Excluded(NamedTuple):
    """The people that one `exclude` leaves out, and what is wrong with its file."""

    key: str
    digests: set[bytes]
    findings: tuple[Diagnostic, ...]


def excluded(audience: Audience, listed: Listed, plan: Plan, config: Config, base: Where, rows: int | None) -> Excluded:
    """Reads a list of keys as the mapping reads them; the first `rows` of it, or all."""
    column = next((column for column in (*plan.addresses, *plan.variables) if column.target == listed.key), None)
    digests: set[bytes] = set()
    if column is None:
        return Excluded(listed.key, digests, ())
    severity = Severity.ERROR if rows is None else Severity.WARNING
    try:
        files = files_of((listed.path,), base, config.root)
        told: list[Diagnostic] = []
        for file in files:
            with named_after(file if len(files) > 1 else None):
                told += _read(file, audience, listed, column, digests, rows)
        return Excluded(listed.key, digests, tuple(told))
    except BrokenError as broken:
        weight = severity if broken.code == "AUD001" else Severity.ERROR
        return Excluded(listed.key, digests, (_at(finding(audience, broken, weight), listed),))


def _at(told: Diagnostic, listed: Listed) -> Diagnostic:
    return Diagnostic(told.code, told.severity, told.message, told.source, listed.span, help=told.help)


def _read(
    file: File, audience: Audience, listed: Listed, column: Column, digests: set[bytes], most: int | None
) -> Iterator[Diagnostic]:
    make = digest()
    bad: list[tuple[str, str, Trouble]] = []
    wrong = 0
    with table(file.path, listed.kind, None, audience.encoding) as source:
        index = _index(source.header, file, listed.key, column)
        for row, cells, faults in source.rows:
            if most is not None and row >= most:
                break
            text = cells[index] if len(cells) > index else ""
            if not faults and not trimmed(text):
                continue
            value = Trouble(faults[0].reason, faults[0].message, faults[0].hint) if faults else column.read(text)
            if isinstance(value, Trouble):
                wrong += 1
                if len(bad) < SAMPLES:
                    bad.append((f"row {grouped(row)} ({file.printed}:{source.at.line})", text, value))
            else:
                digests.add(make(listed.key, value))
    if bad:
        yield _unread(audience, listed, bad, wrong)


def _index(header: tuple[str, ...], file: File, key: str, column: Column) -> int:
    """Where the key stands: under the name that the mapping reads, or its own, or alone."""
    for name in (column.name, key):
        if name in header:
            return header.index(name)
    if len(header) == 1 and isinstance(column.read(header[0]), Trouble):
        return 0
    hint = f"name the column `{column.name}` in the first line of the file"
    raise BrokenError(UNREAD, f"`{file.printed}` has no column `{column.name}` to exclude by", hint)


def _unread(audience: Audience, listed: Listed, bad: list[tuple[str, str, Trouble]], wrong: int) -> Diagnostic:
    rows = ", ".join(f"{row} `{mask(text)}`" for row, text, _ in bad)
    more = f" and {grouped(wrong - len(bad))} more" if wrong > len(bad) else ""
    message = f"{grouped(wrong)} {'key' if wrong == 1 else 'keys'} cannot be compared: {rows}{more}"
    hint = f"{bad[0][2].message}; whoever is listed there could get the message"
    return Diagnostic(UNREAD, Severity.ERROR, message, audience.source, listed.span, help=hint)
