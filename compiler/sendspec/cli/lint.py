"""`sendspec lint`: the verdict on every file, remembered ones first, then the rest by the compiler, in one process
or two.

On the way of every commit hook: what is slow is imported when it is needed.
"""

from __future__ import annotations

import sys

from sendspec.cli.cache import Cache, Verdict, allowed
from sendspec.cli.screen import colored, width, write
from sendspec.cli.specs import specs

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sendspec.diagnostic import Diagnostic

LEVELS = ("error", "warning", "note")
TEXTS = ("full", "concise")
FORMATS = (*TEXTS, "json", "sarif", "github", "gitlab", "junit")
#: From so many files on, a second process pays for its own start.
MANY = 96


class Options:
    """What the command line asks for."""

    __slots__ = ("baseline", "cache", "diff", "fail_on", "fix", "ignore", "output", "paths", "select", "write_baseline")

    def __init__(self, paths: Sequence[str], *, output: str = "full", fail_on: str = "error", fix: bool = False,
                 diff: bool = False, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (),
                 baseline: str | None = None, write_baseline: bool = False, cache: bool = True) -> None:  # fmt: skip
        self.paths, self.output, self.fail_on, self.fix, self.diff = paths, output, fail_on, fix, diff
        self.select, self.ignore, self.baseline, self.write_baseline = select, ignore, baseline, write_baseline
        self.cache = cache

    @property
    def plain(self) -> bool:
        """Whether each file's text can be written by itself, and remembered."""
        return self.output in TEXTS and not (self.fix or self.diff or self.select or self.ignore or self.baseline)


def run(options: Options) -> int:
    """Lints, writes the findings, and returns the exit status."""
    files = specs(options.paths)
    if options.plain:
        return _texts(options, files)
    from sendspec.cli.lint_whole import whole

    return whole(options, files)


def _texts(options: Options, files: list[str]) -> int:
    """File by file: what is remembered, and what has to be looked at."""
    color, columns = colored(sys.stdout), width(sys.stdout)
    cache = Cache(f"{options.output} {color} {columns}") if options.cache and allowed() else None
    verdicts = {file: verdict for file in files if cache and (verdict := cache.recall(file))}
    fresh = [file for file in files if file not in verdicts]
    if fresh:
        from sendspec.cli.lint_files import judge

        for file, verdict, depends, dated in judge(fresh, options.output, color, columns):
            verdicts[file] = verdict
            if cache is not None:
                cache.keep(file, verdict, depends, dated)
    return _say(options, [verdicts[file] for file in sorted(files)])


def _say(options: Options, verdicts: list[Verdict]) -> int:
    counts = tuple(sum(verdict.counts[at] for verdict in verdicts) for at in range(4))
    write(verdict.text for verdict in verdicts)
    if options.output == "full":
        from sendspec.summary import summary

        write([summary(counts, len(verdicts)) + "\n"])
    return status(counts, options.fail_on)


def status(counts: Sequence[int], fail_on: str) -> int:
    """1 when there is a finding of the level that fails, or of a worse one."""
    return int(any(counts[: LEVELS.index(fail_on) + 1]))


def counted(findings: Sequence[Diagnostic]) -> tuple[int, int, int, int]:
    """Errors, warnings, notes, and how many `--fix` would mend."""
    levels = [finding.severity.value for finding in findings]
    fixes = sum(1 for finding in findings if finding.fix is not None)
    return levels.count("error"), levels.count("warning"), levels.count("note"), fixes
