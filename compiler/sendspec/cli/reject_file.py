"""`--reject FILE`: the refused rows of all messages of a compile in one file, also when they are what stops it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sendspec.blocked import BlockedError, reason
from sendspec.cli.screen import remark
from sendspec.emit.failure import RefusedError
from sendspec.summary import counted


class Parts:
    """Where each message of a compile leaves its rejects."""

    def __init__(self, folder: Path | None, loud: bool = False) -> None:
        self._folder, self.loud = folder, loud

    def of(self, number: int) -> Path | None:
        """The file for the message of this number; None: nobody asks for it."""
        return self._folder / f"{number}.csv" if self._folder else None

    def there(self, messages: int) -> list[Path]:
        """The files of those messages whose rows have all been read."""
        found = (self.of(number) for number in range(messages))
        return [path for path in found if path and path.exists()]


def target(path: str | None) -> Path | None:
    """The file to write, once it is sure that nothing else is lost by it."""
    if path is None:
        return None
    if not path:
        raise click.UsageError("--reject: an empty name names no file")
    real = Path(os.path.realpath(path))
    if not real.parent.is_dir():
        raise BlockedError(f"--reject {path}: no such folder")
    if real.exists():
        from sendspec.audience.rejects import is_ours

        if not real.is_file():
            raise BlockedError(f"--reject {path}: it is {'a folder' if real.is_dir() else 'no plain file'}")
        if not is_ours(real):
            raise BlockedError(f"--reject {path}: it is there and holds something else", "name another file")
    return real


@contextmanager
def gathered(path: Path | None, messages: int, loud: bool) -> Iterator[Parts]:
    """Gathers what the messages leave and writes the file, also when the rows are what stops the compile. `loud`: it is
    told."""
    if path is None:
        yield Parts(None)
        return
    import tempfile

    try:
        folder = Path(tempfile.mkdtemp(prefix=".sendspec-", dir=path.parent))
    except OSError as error:
        raise BlockedError(f"{path.name} cannot be written: {reason(error)}") from error
    try:
        parts = Parts(folder, loud)
        try:
            yield parts
        except RefusedError:
            _publish(path, folder, parts, messages)
            raise
        _publish(path, folder, parts, messages)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _publish(path: Path, folder: Path, parts: Parts, messages: int) -> None:
    """Puts the file in its place. Without a message whose rows were all read, what is there stays."""
    from sendspec.audience.rejects import join

    found = parts.there(messages)
    if not found:
        return
    rows = join(found, folder / "rejects.csv")
    os.replace(folder / "rejects.csv", path)
    unread = messages - len(found)
    more = f"; the rows of {counted(unread, 'message')} were not read" if unread else ""
    if parts.loud:
        remark(f"{counted(rows, 'reject')} written to {path.name}{more}")
