"""The compiler's verdict on each file as text for the screen; for many files, in two processes."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence

from sendspec.cli.cache import Verdict
from sendspec.cli.lint import MANY, counted
from sendspec.diagnostic import Diagnostic
from sendspec.model.nodes import Unit
from sendspec.pipeline import Linter
from sendspec.project import config_for

#: How many files a process takes at a time, and how many such shares wait for the other process.
SHARE, AHEAD = 25, 2
#: A file, its verdict, the files that it depends on, and whether it depends on the day.
Judged = tuple[str, Verdict, tuple[str, ...], bool]


def judge(files: list[str], output: str, color: bool, columns: int) -> Iterator[Judged]:
    """The verdicts, in the order of the files."""
    if len(files) < MANY or (os.cpu_count() or 1) < 2:
        yield from _judge(files, output, color, columns)
        return
    yield from _shared(files, output, color, columns)


def _shared(files: list[str], output: str, color: bool, columns: int) -> Iterator[Judged]:
    """The same by two processes, which take files from the two ends until they meet: neither waits for the other."""
    from concurrent.futures import Future, ProcessPoolExecutor

    left = [files[at : at + SHARE] for at in range(0, len(files), SHARE)]
    here: list[list[Judged]] = []
    there: list[Future[list[Judged]]] = []
    with ProcessPoolExecutor(1) as pool:
        while left:
            while left and sum(not future.done() for future in there) < AHEAD:
                there.append(pool.submit(_listed, left.pop(), output, color, columns))
            if left:
                here.append(_listed(left.pop(0), output, color, columns))
        for share in (*here, *(future.result() for future in reversed(there))):
            yield from share


def _listed(files: list[str], output: str, color: bool, columns: int) -> list[Judged]:
    return list(_judge(files, output, color, columns))


def _judge(files: list[str], output: str, color: bool, columns: int) -> Iterator[Judged]:
    linter = Linter(dt.date.today())
    for file in files:
        config = config_for(file)
        found = linter.lint(file, config)
        text = _written(output, found, color, columns) if found else ""
        depends = linter.depends(file, config)
        dated = _dated(linter.bind(file, config).unit)
        yield file, Verdict(text, counted(found)), tuple(sorted(depends)), dated


def _written(output: str, found: Sequence[Diagnostic], color: bool, columns: int) -> str:
    from sendspec.lint import registry
    from sendspec.report import View, report  # not for a file without findings

    return "".join(report(output, found, View(registry, color, columns, closing=False)))


def _dated(unit: Unit | None) -> bool:
    """Whether a date can decide what is told: `@allow(…, until …)` of the file or of an import."""
    return unit is not None and ("until" in unit.source.text or any(map(_dated, unit.imports.values())))
