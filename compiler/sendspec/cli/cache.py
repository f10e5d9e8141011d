"""Remembered verdicts: what lint said of a file, and everything that it depends on, by content.

A verdict holds while the version, the spec, all that it reads and, where a date is written, the day are the same.
Only text output is
remembered. On the way of every commit hook: it must import nothing that is slow.
"""

from __future__ import annotations

import os

from sendspec import __version__
from sendspec.digest import blake2b
from sendspec.root import find_root

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".sendspec_cache"
#: A file above this is read once more for its digest only by lint itself; its verdict is not remembered.
LARGEST = 4 << 20


class Verdict:
    """What was said of a file: the text for the screen, and how many errors, warnings, notes and fixes are in it."""

    __slots__ = ("counts", "text")

    def __init__(self, text: str, counts: tuple[int, int, int, int]) -> None:
        self.text, self.counts = text, counts


class Cache:
    """The verdicts of one run. `view` is all that shapes the text beside the file: format, colour, width."""

    def __init__(self, view: str) -> None:
        self.view = view
        self._digests: dict[str, str] = {}

    def recall(self, path: str) -> Verdict | None:
        """The verdict on a file as it is now, or None."""
        try:
            with open(self._entry(path), encoding="utf-8", newline="\n") as file:
                head, _, text = file.read().partition("\n\n")
        except (OSError, ValueError):
            return None
        title, counts, *depends = head.split("\n")
        if title != _title():
            return None
        for line in depends:
            digest, _, name = line.partition(" ")
            if self._now(name) != digest:
                return None
        errors, warnings, notes, fixes = (int(count) for count in counts.split(" "))
        return Verdict(text, (errors, warnings, notes, fixes))

    def keep(self, path: str, verdict: Verdict, files: Iterable[str], dated: bool) -> None:
        """Remembers a verdict and the files that it depends on; a `dated` one holds for today. What cannot be
        written is not remembered."""
        names = [f"file:{os.path.abspath(name)}" for name in files]
        names += [f"root:{os.path.abspath(os.path.dirname(path))}", *(["day:"] if dated else [])]
        depends = [(self._now(name), name) for name in names]
        if any(digest == "large" or "\n" in name for digest, name in depends):
            return
        lines = [
            _title(),
            " ".join(str(count) for count in verdict.counts),
            *(f"{digest} {name}" for digest, name in depends),
        ]
        entry = self._entry(path)
        try:
            _folder(os.path.dirname(entry))
            draft = f"{entry}.{os.getpid()}"
            with open(draft, "w", encoding="utf-8", newline="\n") as file:
                file.write("\n".join(lines) + "\n\n" + verdict.text)
            os.replace(draft, entry)
        except (OSError, ValueError):
            return

    def _entry(self, path: str) -> str:
        root, _ = find_root(os.path.abspath(os.path.dirname(path)))
        return os.path.join(root, FOLDER, _digest(f"{path}\n{os.path.abspath(path)}\n{self.view}".encode()))

    def _now(self, name: str) -> str:
        """The state of something that a verdict depends on."""
        if name not in self._digests:
            self._digests[name] = _state(name)
        return self._digests[name]


def _title() -> str:
    return f"sendspec {__version__} 1"


def _state(name: str) -> str:
    kind, _, what = name.partition(":")
    if kind == "day":
        import time

        return time.strftime("%Y-%m-%d")
    if kind == "root":
        root, settings = find_root(what)
        return _digest(f"{root}\n{settings}\n{_state(f'file:{settings}') if settings else ''}".encode())
    try:
        with open(what, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return "missing"
    return "large" if len(data) > LARGEST else _digest(data)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _folder(path: str) -> None:
    """Makes the folder, and keeps it out of version control."""
    if not os.path.isdir(path):
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, ".gitignore"), "w", encoding="utf-8") as file:
            file.write("*\n")


def allowed() -> bool:
    """Whether verdicts may be remembered at all: not with SENDSPEC_CACHE=off."""
    return os.environ.get("SENDSPEC_CACHE", "").lower() not in ("off", "0", "no")
