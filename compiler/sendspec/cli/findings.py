"""Findings written for the stream that they go to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from sendspec.cli.screen import colored, width
from sendspec.diagnostic import Diagnostic
from sendspec.lint import registry
from sendspec.report import View, report


def written(format: str, found: Sequence[Diagnostic], stream: IO[str], paths: Sequence[str] = ()) -> Iterator[str]:
    """The findings in one of the output formats, coloured and cut as the stream asks for."""
    return report(format, found, View(registry, colored(stream), width(stream), paths))
