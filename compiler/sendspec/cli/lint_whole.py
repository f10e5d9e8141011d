"""`sendspec lint` where all findings are needed together: the machine formats, fixes, selections and baselines."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from sendspec.blocked import BlockedError
from sendspec.cli.findings import written
from sendspec.cli.lint import Options, counted, status
from sendspec.cli.rewrite import difference, save
from sendspec.cli.screen import remark, write
from sendspec.cli.stops import stoppable
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic
from sendspec.disk import read
from sendspec.lint.fix import fixed
from sendspec.pipeline import Linter
from sendspec.project import config_for
from sendspec.record import replace
from sendspec.summary import counted as counted_as

#: A text before and after, by path.
Changes = dict[str, tuple[str, str]]
#: Fixes that overlap wait for the next round; there are never so many.
ROUNDS = 10


def whole(options: Options, files: list[str]) -> int:
    """Lints the files, mends what is asked for, writes the findings, and returns the exit status."""
    found = _lint(options, files)
    if options.diff:
        return _show(_changes(found, files))
    if options.fix:
        with stoppable():
            found = _mended(found, options, files)
    if options.baseline:
        found = _baseline(found, options)
    write(written(options.output, found, sys.stdout, files))
    return status(counted(found), options.fail_on)


def _lint(options: Options, files: list[str]) -> list[Diagnostic]:
    linter = Linter(dt.date.today())
    found: list[Diagnostic] = []
    seen: set[tuple[str, str, int, int]] = set()
    for file in sorted(files):
        path = Path(file)
        for finding in linter.lint(path, _config(options, path)):
            key = finding.code, finding.source.path, finding.span.start, finding.span.end
            if key not in seen:
                seen.add(key)
                found.append(finding)
    return sorted(found, key=lambda each: (each.source.path, each.span.start, each.code, each.message))


def _config(options: Options, path: Path) -> Config:
    config = config_for(path)
    return replace(config, select=options.select or config.select, ignore=(*config.ignore, *options.ignore))


def _changes(found: Sequence[Diagnostic], files: Sequence[str]) -> Changes:
    """The fixes of files that were asked for; what they import is left alone."""
    return {path: texts for path, texts in sorted(fixed(found).items()) if path in files}


def _show(changes: Changes) -> int:
    for path, (before, after) in changes.items():
        write(difference(path, before, after, sys.stdout.isatty()))
    if changes:
        remark(f"{counted_as(len(changes), 'file')} would be fixed")
    return int(bool(changes))


def _mended(found: list[Diagnostic], options: Options, files: list[str]) -> list[Diagnostic]:
    """Writes the files with their fixes, until none is left; what is found then."""
    touched: set[str] = set()
    for _ in range(ROUNDS):
        changes = _changes(found, files)
        if not changes:
            break
        for path, (_, after) in changes.items():
            mark = "\ufeff" if read(Path(path)).startswith(b"\xef\xbb\xbf") else ""
            save(Path(path), mark + after)
        touched.update(changes)
        found = _lint(options, files)
    if touched:
        remark(f"{counted_as(len(touched), 'file')} fixed")
    return found


def _baseline(found: list[Diagnostic], options: Options) -> list[Diagnostic]:
    from sendspec.lint import baseline

    path = Path(str(options.baseline))
    if options.write_baseline:
        save(path, baseline.write(found))
        remark(f"{counted_as(len(found), 'finding')} written to {path}")
        return []
    try:
        return list(baseline.without(baseline.read(read(path).decode("utf-8-sig")), found))
    except UnicodeDecodeError as error:
        raise BlockedError(f"{path}: not UTF-8 at byte {error.start}") from error
    except baseline.BaselineError as error:
        raise BlockedError(f"{path}: {error}", "write it anew with --write-baseline") from error
