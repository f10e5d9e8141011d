"""Files on disk: bytes by a path as it is printed, and never from outside the project's root."""

from __future__ import annotations

import os
import posixpath

from sendspec.blocked import BlockedError, reason
from sendspec.model.loader import Found, Missing
from sendspec.record import field, record
from sendspec.source import Where, posix


@record()
class Disk:
    """Reads what specs name, relative to the spec, inside `root`. `asked` is what each file has asked for, there or
    not."""

    root: Where
    asked: dict[str, set[str]] = field(default_factory=dict)

    def load(self, importer: str, path: str) -> Found | Missing:
        """The file that `importer` calls `path`. Its printed path is relative to where the importer's is."""
        if not path or "\x00" in path:
            return Missing("absent", "names no file")
        printed = beside(importer, path)
        self.asked.setdefault(importer, set()).add(printed)
        if not inside(printed, self.root):
            return Missing("outside", "lies outside the project")
        try:
            if os.path.exists(printed) and not os.path.isfile(printed):
                return Missing("unreadable", "is no file")  # a folder; or a pipe, which would be waited for
            with open(printed, "rb") as file:
                return Found(printed, file.read())
        except FileNotFoundError:
            return Missing("absent", "does not exist", _meant(path, printed))
        except OSError as error:
            return Missing("unreadable", f"cannot be read: {reason(error)}")

    def depends(self, path: str) -> set[str]:
        """The files that a file's meaning hangs on: itself, what it has asked for, and what those have."""
        found, todo = {path}, [path]
        while todo:
            new = self.asked.get(todo.pop(), set()) - found
            found |= new
            todo += new
        return found


def beside(importer: str, path: str) -> str:
    """The printed path of what a file calls `path`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))


def _meant(path: str, printed: str) -> str | None:
    """What a path that is not there may stand for: the nearest name in its folder."""
    from itertools import islice

    from sendspec.nearest import meant_file

    try:
        with os.scandir(posixpath.dirname(printed) or ".") as entries:
            return meant_file(path, [entry.name for entry in islice(entries, 1000) if entry.is_file()])
    except OSError:
        return None


def inside(path: Where, root: Where) -> bool:
    """Whether a path, links followed, lies in a folder."""
    real, home = os.path.realpath(path), os.path.realpath(root)
    return real == home or real.startswith(home.rstrip(os.sep) + os.sep)


def read(path: Where) -> bytes:
    """The bytes of a file that a person named. Raises BlockedError."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise BlockedError(f"{posix(path)}: {reason(error)}") from error
    except ValueError as error:
        raise BlockedError(f"{str(path)!r}: this names no file") from error
