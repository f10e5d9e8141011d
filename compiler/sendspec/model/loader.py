"""What this room asks of whoever can read files: bytes by a path that a spec names, or why there are none."""

from __future__ import annotations

from sendspec.record import record

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object


@record()
class Found:
    """A file's bytes. `path` is the one name of that file in this run, as it is printed."""

    path: str
    data: bytes


@record()
class Missing:
    """Why there are no bytes: "absent", "outside" (the project's root) or "unreadable"; `message` after the path,
    `meant` a proposal."""

    reason: str
    message: str
    meant: str | None = None

    @property
    def help(self) -> str | None:
        """What its author can do."""
        return self.meant or {
            "absent": "a path is relative to the file that names it",
            "outside": "move it into the project, or put a `sendspec.toml` into the folder where the project begins",
        }.get(self.reason)


class Loader(Protocol):
    """Reads what a spec names: the file that `importer` (a printed path) calls `path`, relative to itself."""

    def load(self, importer: str, path: str) -> Found | Missing: ...
