"""A compiled folder, read: its plan and the lines of a rung, held to the sums that the plan names.

A plan that is sent once stays what it was: each line is read again only as the bytes that were checked.
"""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from sendspec import schemas
from sendspec.blocked import BlockedError, reason
from sendspec.record import NamedTuple
from sendspec.submit.parcel import Line, TornError, read_instant, read_line
from sendspec.submit.quiet import Quiet, read_quiet

#: The file that compile writes beside the lines.
PLAN = "plan.json"
_SHORT = 16


class Lines:
    """The lines of a rung's file, checked."""

    def __init__(self, path: Path, sums: bytes, starts: Sequence[int]) -> None:
        self._path, self._sums, self._starts = path, sums, starts

    def __len__(self) -> int:
        return len(self._starts)

    def each(self) -> Iterator[Line]:
        """The lines in order."""
        with _open(self._path) as file:
            for number, text in enumerate(file):
                yield self._read(number, text)

    def line(self, number: int) -> Line:
        """One line by its number."""
        with _open(self._path) as file:
            file.seek(self._starts[number])
            return self._read(number, file.readline())

    def _read(self, number: int, text: bytes) -> Line:
        known = self._sums[number * _SHORT : (number + 1) * _SHORT]
        if blake2b(text, digest_size=_SHORT).digest() != known:
            raise BlockedError(f"{self._path}: it changed while it was sent", "compile again, as a new sending")
        try:
            return read_line(text, number)
        except (ValueError, KeyError, TypeError, AttributeError, TornError) as error:
            said = str(error) if isinstance(error, TornError) else f"line {number + 1} is no line of a plan"
            raise BlockedError(f"{self._path}: {said}", "compile it again") from error


class Rung(NamedTuple):
    """The rungs of a plan that share a number, and so a file. `channels`: what each is, and by which path it goes."""

    number: int
    file: str | None
    people: int
    requests: int
    channels: tuple[tuple[str, str], ...]
    told: tuple[Mapping[str, Any], ...]

    @property
    def named(self) -> str:
        """Its channels in words."""
        return " and ".join(dict.fromkeys(name for name, _ in self.channels))


class Compiled(NamedTuple):
    """What compile wrote. `sum` is that of plan.json, which holds the sums of all files."""

    folder: Path
    told: Mapping[str, Any]
    sum: str
    rungs: tuple[Rung, ...]
    quiet: Quiet | None
    expires: dt.datetime | None

    @property
    def name(self) -> str:
        """The message's name."""
        return str(self.told["message"])

    def lines(self, rung: Rung) -> Lines:
        """The lines of a rung. Raises BlockedError when they are not those that the plan names."""
        if rung.file is None:
            return Lines(self.folder, b"", ())
        path = self.folder / rung.file
        whole, sums, starts, at = sha256(), bytearray(), array("Q"), 0
        with _open(path) as file:
            for text in file:
                whole.update(text)
                sums += blake2b(text, digest_size=_SHORT).digest()
                starts.append(at)
                at += len(text)
        if whole.hexdigest() != rung.told[0]["sha256"]:
            raise BlockedError(f"{path}: it is not the file that {PLAN} names", "compile again, as a new sending")
        return Lines(path, bytes(sums), starts)


def read_plan(folder: Path) -> Compiled:
    """Reads the plan of a compiled folder, or of the plan.json in it."""
    path = folder if folder.name == PLAN else folder / PLAN
    if not path.is_file():
        inner = sorted(each.parent.name for each in folder.glob(f"*/{PLAN}")) if folder.is_dir() else []
        help = f"name one of its messages: {folder / inner[0]}" if inner else "`sendspec compile SPEC -o DIR` makes one"
        raise BlockedError(f"{folder}: no {PLAN} in it", help)
    with _open(path) as file:
        text = file.read()
    try:
        told = json.loads(text)
    except ValueError as error:
        raise BlockedError(f"{path}: it is no JSON", "compile it again") from error
    if breach := schemas.validate("plan", told):
        raise BlockedError(f"{path}: {breach.pointer or 'the whole'} is not as a plan has it", "compile it again")
    at = (told["expires"] or {}).get("at")
    expires = read_instant(at) if at else None
    if at and expires is None:
        raise BlockedError(f"{path}: `expires` is no instant", "compile it again")
    return Compiled(
        path.parent,
        told,
        sha256(text).hexdigest(),
        tuple(_rungs(told["rungs"])),
        read_quiet(told["quiet"]),
        expires,
    )


def _rungs(told: list[dict[str, Any]]) -> Iterator[Rung]:
    for number in dict.fromkeys(each["rung"] for each in told):
        its = tuple(each for each in told if each["rung"] == number)
        yield Rung(
            number,
            its[0]["file"],
            sum(each["people"] for each in its),
            sum(each["requests"] for each in its),
            tuple((each["channel"], each["path"]) for each in its),
            its,
        )


def _open(path: Path) -> Any:
    try:
        return path.open("rb")
    except OSError as error:
        raise BlockedError(f"{path}: {reason(error)}") from error
