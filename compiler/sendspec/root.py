"""Finds a project's root: the nearest folder upward with `sendspec.toml`, `[tool.sendspec]` or `.git`, else the
file's own.

On the way of every commit hook: it must import nothing that is slow.
"""

from __future__ import annotations

import os

#: How the table of our settings, or one inside it, begins; `[tool.sendspec-other]` belongs to somebody else.
_TABLES = (b"[tool.sendspec]", b"[tool.sendspec.")


def find_root(folder: str) -> tuple[str, str | None]:
    """The root of an absolute folder, and the file with the project's settings, if there is one."""
    at = folder
    while True:
        own = os.path.join(at, "sendspec.toml")
        if os.path.isfile(own):
            return at, own
        shared = os.path.join(at, "pyproject.toml")
        if os.path.isfile(shared) and _has_table(shared):
            return at, shared
        if os.path.exists(os.path.join(at, ".git")):
            return at, None
        above = os.path.dirname(at)
        if above == at:
            return folder, None
        at = above


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return any(line.strip().startswith(_TABLES) for line in file)
    except OSError:
        return False
