"""Where an audience's file is, and whether it may be read. It must not look inside.

What stops the reading of a whole source is a `BrokenError` here and in the passes that follow: a code and what to say.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Audience
from sendspec.nearest import meant_file
from sendspec.record import NamedTuple
from sendspec.source import Source, Span, Where, posix

MISSING, OUTSIDE = "AUD001", "AUD002"

#: What the ending of a file that replaces the source says about its kind.
_ENDINGS = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), "csv"),
    **dict.fromkeys((".jsonl", ".ndjson", ".json"), "jsonl"),
    ".parquet": "parquet",
}


class BrokenError(Exception):
    """A source that cannot be read, or not further. `word`: the line of the audience that it concerns; `file`: which of
    several files it is."""

    def __init__(self, code: str, message: str, hint: str | None = None, word: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.word, self.file = code, message, hint, word, ""


class File(NamedTuple):
    """A file of people, and what it is called."""

    path: str
    printed: str


@contextmanager
def named_after(file: File | None) -> Iterator[None]:
    """What breaks inside is told of this one of several files."""
    try:
        yield
    except BrokenError as broken:
        broken.file = broken.file or (file.printed if file else "")
        raise


def patterned(path: str) -> bool:
    """Whether a path can stand for several files."""
    return ("*" in path or "?" in path or "[" in path) and "\x00" not in path


def files_of(paths: Sequence[str], base: Where, root: Where) -> tuple[File, ...]:
    """The files that a spec names, relative to its folder `base`, patterns spread out. Raises BrokenError."""
    if len(paths) == 1 and not patterned(paths[0]):
        return (File(locate(paths[0], base, root), paths[0]),)
    from sendspec.audience.several import spread

    return spread(paths, base, lambda name: locate(name, base, root))


def handed_over(path: str) -> tuple[File, ...]:
    """The files that a call names in place of the source; they may lie anywhere. Raises BrokenError."""
    if not patterned(path):
        return (File(readable(path, path), path),)
    from sendspec.audience.several import spread

    return spread((path,), ".", lambda name: readable(name, name))


def locate(path: str, base: Where, root: Where) -> str:
    """The file that a spec names, relative to the spec's folder `base`. Raises BrokenError."""
    try:
        found = os.path.join(base, path)
        real, home = os.path.realpath(found), _real(os.path.abspath(root))
    except ValueError:  # a NUL in the path
        raise BrokenError(MISSING, "the path of the audience names no file") from None
    if real != home and not real.startswith(home.rstrip(os.sep) + os.sep):
        hint = "move it into the project, or hand it over with `compile --audience FILE`"
        raise BrokenError(OUTSIDE, f"`{path}` lies outside the project", hint)
    return readable(found, path)


@lru_cache(64)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def readable(found: Where, printed: str) -> str:
    """The file, if it is one. Raises BrokenError."""
    try:
        if os.path.isfile(found):
            return os.fspath(found)
        what = "is no file" if os.path.exists(found) else "does not exist"
    except (OSError, ValueError):
        what = "cannot be read"
    hint = (
        meant_file(printed, _names(os.path.dirname(found) or "."))
        or "put the file there, or hand one over with `compile --audience FILE`"
    )
    raise BrokenError(MISSING, f"`{printed}` {what}", hint)


def _names(folder: str) -> list[str]:
    """The files of a folder, the first thousand."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in islice(entries, 1000) if entry.is_file()]
    except (OSError, ValueError):
        return []


def kind_of(audience: Audience, override: Where | None) -> str:
    """What the source is: as the spec says, or as the ending of the file that replaces it says."""
    if override is None:
        return audience.kind
    other = audience.kind if audience.kind in ("csv", "jsonl") else "csv"
    name = os.fspath(override).lower().removesuffix(".gz").removesuffix(".zst")
    return _ENDINGS.get(os.path.splitext(name)[1], other)


def finding(
    audience: Audience, broken: BrokenError, severity: Severity = Severity.ERROR, override: Where | None = None
) -> Diagnostic:
    """What broke, told at the line of the spec that it concerns, or of the file that the call named."""
    if override is not None and not broken.word:
        path = broken.file or posix(override)
        return Diagnostic(broken.code, severity, broken.message, Source(path, ""), Span(0, 0), help=broken.hint)
    span = line_of(audience, broken.word) if broken.word else audience.path_span
    message = f"`{broken.file}`: {broken.message}" if broken.file else broken.message
    return Diagnostic(broken.code, severity, message, audience.source, span, help=broken.hint)


def line_of(audience: Audience, word: str) -> Span:
    """The line of an audience that begins with a word, or its first line."""
    for statement in audience.statement.block.statements if audience.statement.block else ():
        if statement.head.text == word:
            return statement.line
    return audience.path_span
