"""The compiler's verdict on each file as text for the screen; for many files, in two processes."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sendspec.cli.cache import Verdict
from sendspec.cli.lint import MANY, counted
from sendspec.diagnostic import Diagnostic
from sendspec.model.nodes import Unit
from sendspec.pipeline import Linter
from sendspec.project import config_for

#: A file, its verdict, the files that it depends on, and whether it depends on the day.
Judged = tuple[str, Verdict, tuple[str, ...], bool]


def judge(files: list[str], output: str, color: bool, columns: int) -> Iterator[Judged]:
    """The verdicts, in the order of the files."""
    if len(files) < MANY or (os.cpu_count() or 1) < 2:
        yield from _judge(files, output, color, columns)
        return
    from concurrent.futures import ProcessPoolExecutor

    half = (len(files) + 1) // 2
    with ProcessPoolExecutor(1) as pool:
        other = pool.submit(_listed, files[half:], output, color, columns)
        yield from _judge(files[:half], output, color, columns)
        yield from other.result()


def _listed(files: list[str], output: str, color: bool, columns: int) -> list[Judged]:
    return list(_judge(files, output, color, columns))


def _judge(files: list[str], output: str, color: bool, columns: int) -> Iterator[Judged]:
    linter = Linter(dt.date.today())
    for file in files:
        path = Path(file)
        config = config_for(path)
        found = linter.lint(path, config)
        text = _written(output, found, color, columns) if found else ""
        depends = linter.depends(path, config)
        dated = _dated(linter.bind(path, config).unit)
        yield file, Verdict(text, counted(found)), tuple(sorted(depends)), dated


def _written(output: str, found: Sequence[Diagnostic], color: bool, columns: int) -> str:
    from sendspec.lint import registry
    from sendspec.report import View, report  # not for a file without findings

    return "".join(report(output, found, View(registry, color, columns, closing=False)))


def _dated(unit: Unit | None) -> bool:
    """Whether a date can decide what is told: `@allow(…, until …)` of the file or of an import."""
    return unit is not None and ("until" in unit.source.text or any(map(_dated, unit.imports.values())))
