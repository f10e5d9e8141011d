"""Findings written for the stream that they go to."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import IO

from sendspec.cli.screen import colored, remark, width, write
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint import registry
from sendspec.report import View, report
from sendspec.summary import counted


def written(format: str, found: Sequence[Diagnostic], stream: IO[str], paths: Sequence[str] = ()) -> Iterator[str]:
    """The findings in one of the output formats, coloured and cut as the stream asks for."""
    return report(format, found, View(registry, colored(stream), width(stream), paths))


def aside(found: Sequence[Diagnostic], told: Sequence[Diagnostic], loud: bool = True) -> None:
    """What did not stop a command, on standard error; notes only when `loud`. What all rows show stands for what the
    first rows showed."""
    known = {(each.code, each.source.path, each.span) for each in told}
    shown = [*(each for each in found if (each.code, each.source.path, each.span) not in known), *told]
    shown = list({(each.code, each.source.path, each.span, each.message): each for each in shown}.values())
    if heavy := [each for each in shown if each.severity is not Severity.NOTE]:
        write(written("full", heavy, sys.stderr), sys.stderr)
    elif shown and loud:
        remark(f"{counted(len(shown), 'note')}; see `sendspec lint`")
