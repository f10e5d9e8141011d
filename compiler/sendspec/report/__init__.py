"""Findings, written down: one file per output format, and pages for the terminal.

full · concise · json · sarif · github · gitlab · junit    the formats; only the asked-for one is imported
excerpt · a piece of a source with marks under it          visible · characters and columns of a terminal
explain · a rule's page, and the catalogue of all rules
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Protocol

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.marked import covered
from sendspec.record import NamedTuple

FORMATS = ("full", "concise", "json", "sarif", "junit", "github", "gitlab")


class Described(Protocol):
    """What a rule tells about itself."""

    @property
    def severities(self) -> tuple[Severity, ...]:
        """How much its findings weigh, the usual first."""
        raise NotImplementedError


class Catalogue(Protocol):
    """Where codes are looked up: the module `sendspec.lint.registry` is one. This room must not know the rules."""

    def codes(self) -> tuple[str, ...]:
        """All codes, in order."""
        raise NotImplementedError

    def name_of(self, code: str) -> str:
        """The name of a code; empty where there is none."""
        raise NotImplementedError

    def load(self, code: str) -> tuple[str, Described]:
        """A code's page and its rule."""
        raise NotImplementedError


class View(NamedTuple):
    """How to write: `width` in columns, `paths` the files that were checked (those without findings too).

    `closing`: a text ends with the line that sums up.
    """

    catalogue: Catalogue
    color: bool = False
    width: int = 100
    paths: Sequence[str] = ()
    closing: bool = True


def report(format: str, findings: Sequence[Diagnostic], view: View) -> Iterator[str]:
    """The findings in one of FORMATS, in pieces of text, sorted by place. Nothing else may be written beside it."""
    told = covered(sorted(findings, key=_place))
    written: Iterator[str] = import_module(f"sendspec.report.{format}").write(told, view)
    return written


def _place(found: Diagnostic) -> tuple[object, ...]:
    return found.source.path, found.span.start, found.span.end, found.code, found.message, found.pointer or ""
