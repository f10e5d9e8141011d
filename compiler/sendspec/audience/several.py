"""Several files that are one audience: which ones a pattern means, and their rows one after the other.

Each file has its own header; the columns may stand in other orders.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from glob import glob

from sendspec.audience.cells import At, Cells, Table
from sendspec.audience.header import IDLE, Plan, lay
from sendspec.audience.place import MISSING, BrokenError, File, named_after, patterned
from sendspec.diagnostic import Diagnostic
from sendspec.model.nodes import Audience, Message
from sendspec.source import Where, posix

#: Opens one file.
Open = Callable[[str], AbstractContextManager[Table]]


def spread(paths: Sequence[str], base: Where, find: Callable[[str], str]) -> tuple[File, ...]:
    """The files that these paths and patterns name, each once; those of a pattern sorted by name. Raises BrokenError.

    `find` gives the file that a path names, seen from `base`.
    """
    found: dict[str, File] = {}
    for name in (name for path in paths for name in _named(path, base)):
        file = File(find(name), name)
        found.setdefault(os.path.realpath(file.path), file)
    return tuple(found.values())


def _named(path: str, base: Where) -> list[str]:
    if not patterned(path) or os.path.lexists(os.path.join(base, path)):
        return [path]
    if "**" in path:
        raise BrokenError(MISSING, f"`{path}`: `**` is not taken", "write `*` for each folder, or a list of patterns")
    there = glob(path, root_dir=base)
    names = sorted(posix(name) for name in there if os.path.isfile(os.path.join(base, name)))
    if not names:
        hint = "put the files there, or hand one over with `compile --audience FILE`"
        raise BrokenError(MISSING, f"no file matches `{path}`", hint)
    return names


class Several:
    """Files that are read as one. Raises BrokenError when the header of one cannot be read."""

    def __init__(self, files: Sequence[File], opened: Open) -> None:
        self.files, self._opened = files, opened
        self.headers = tuple(self._header(file) for file in files)
        #: Every column of any file.
        self.header = tuple(dict.fromkeys(name for header in self.headers for name in header))

    def _header(self, file: File) -> tuple[str, ...]:
        with named_after(file), self._opened(file.path) as source:
            return source.header

    @contextmanager
    def open(self) -> Iterator[Table]:
        """All files as one source: its rows are numbered through."""
        at = At()
        yield Table(self.header, self._rows(at), at)

    def _rows(self, at: At) -> Iterator[Cells]:
        first = 0
        for file in self.files:
            with named_after(file), self._opened(file.path) as source:
                at.file, there, number = file.printed, source.at, -1
                order = _order(source.header, self.header)
                for number, cells, faults in source.rows:
                    at.line = there.line
                    fits = order is not None and len(cells) == len(source.header)
                    yield first + number, _ordered(cells, order) if order and fits else cells, faults
                first += number + 1


def _order(own: tuple[str, ...], whole: tuple[str, ...]) -> list[int] | None:
    """Where in a file's row each column of the whole stands, -1 for nowhere. None: as they do."""
    return None if own == whole else [own.index(name) if name in own else -1 for name in whole]


def _ordered(cells: Sequence[str], order: list[int]) -> list[str]:
    return [cells[place] if place >= 0 else "" for place in order]


def lay_each(
    message: Message, audience: Audience, several: Several, replaced: bool
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan for all files, and what is wrong between the mapping and the header of each."""
    plan, whole = lay(message, audience, several.header, replaced)
    alike: dict[tuple[str, ...], list[str]] = {}
    for file, header in zip(several.files, several.headers, strict=True):
        alike.setdefault(header, []).append(file.printed)
    found = [each for each in whole if each.code == IDLE]
    for header, names in alike.items():
        more = f" (and {len(names) - 1} more like it)" if len(names) > 1 else ""
        told = lay(message, audience, header, replaced, f"the file `{names[0]}`{more}")[1]
        found += [each for each in told if each.code != IDLE]
    return plan, tuple(_once(found))


def _once(found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    return {(each.code, each.span, each.message): each for each in found}.values()
