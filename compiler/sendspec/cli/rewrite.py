"""Writes a file anew as a whole or not at all, and shows what would change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sendspec.blocked import BlockedError, reason


def save(path: Path, text: str) -> None:
    """Replaces a file's text by rename, its mode kept. Raises BlockedError and leaves the old file when it cannot."""
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        with open(draft, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, real.stat().st_mode & 0o7777)
        os.replace(draft, real)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise BlockedError(f"{path.as_posix()}: {reason(error)}; the file is as it was") from error
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff of a file's two texts."""
    import difflib

    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path)
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
