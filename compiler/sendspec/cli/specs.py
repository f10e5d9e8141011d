"""The spec files that paths name: a file is itself, a folder all `.send` files below it, in order."""

from __future__ import annotations

import os

from sendspec.blocked import BlockedError, reason

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDING = ".send"
STDIN = "-"
_SAVE = "save it as a file ending in .send in its folder; `format -` and `verify -` read standard input"
#: So begin the locks that an editor lays beside an open file.
LOCK = ".#"
#: Folders that hold no specs of the project.
SKIPPED = frozenset({".git", ".venv", "node_modules", "__pycache__", ".sendspec_cache"})


def specs(paths: Iterable[str]) -> list[str]:
    """The files, each once, in the order given (a folder's by name), as POSIX paths. Raises BlockedError when one is
    not there."""
    found: dict[str, str] = {}
    for path in paths:
        if not path:
            raise BlockedError("an empty name names no file or folder")
        if path == STDIN:
            raise BlockedError(
                "-: specs are not read from standard input, for what they name stands beside them", _SAVE
            )
        plain = os.path.normpath(path).replace(os.sep, "/")
        if os.path.isdir(plain):
            files = list(_below(plain))
            if not files:
                raise BlockedError(f"{plain}: the folder holds no {ENDING} file")
        else:
            files = [_there(plain)]
        for file in files:
            found.setdefault(_absolute(file), file)
    return list(found.values())


def _there(path: str) -> str:
    """A file that can be read as often as is needed; a pipe cannot."""
    if os.path.isfile(path):
        return path
    raise BlockedError(f"{path}: {'no plain file' if os.path.exists(path) else 'no such file or folder'}")


def _absolute(path: str) -> str:
    """A path by which a file is known again, however it is written."""
    try:
        return os.path.abspath(path)
    except OSError:  # the folder in which we are is gone
        return path


def _below(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise BlockedError(f"{folder}: {reason(error)}") from error
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder != "." else entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in SKIPPED:
                yield from _below(path)
        elif entry.name.endswith(ENDING) and not entry.name.startswith(LOCK):
            yield path if entry.is_file() else _there(path)
