"""Writes a file anew as a whole or not at all, and shows what would change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sendspec.blocked import BlockedError, reason
from sendspec.report.visible import visible


def save(path: Path, text: str) -> None:
    """Replaces a file's text by rename, its mode kept. Raises BlockedError and leaves the old file when it cannot."""
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".sendspec-{os.getpid()}.tmp")
    try:
        mode = real.stat().st_mode & 0o7777 if real.exists() else None
        with open(draft, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(draft, mode)
        os.replace(draft, real)
    except BaseException as error:
        with suppress(OSError):
            draft.unlink()
        if isinstance(error, OSError):
            raise BlockedError(f"{path.as_posix()}: it cannot be written: {reason(error)}") from error
        raise


def difference(path: str, before: str, after: str, shown: bool) -> Iterator[str]:
    """A unified diff of a file's two texts, for `patch`; or, when it is `shown` to a person, one whose characters
    cannot steer the terminal."""
    import difflib

    name = visible(path)
    for line in difflib.unified_diff(_lines(before), _lines(after), name, name):
        text = line.removesuffix("\n")
        yield f"{visible(text) if shown else text}\n"
        if text == line:
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends; a line ends with a line feed and with nothing else."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
