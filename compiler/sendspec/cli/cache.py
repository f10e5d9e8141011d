"""Remembered verdicts: what lint said of a file, and everything that it depends on, by content.

A verdict holds while the version, the spec, all that it reads and, where a date is written, the day are the same.
Only text output is remembered. On the way of every commit hook: it must import nothing that is slow.
"""

from __future__ import annotations

import os
import sys
import time

from sendspec import __version__
from sendspec.digest import blake2b
from sendspec.root import find_root

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".sendspec_cache"
#: A file above this is read once more for its digest only by lint itself; its verdict is not remembered.
LARGEST = 4 << 20
#: The clock of a file system lags behind by up to this many nanoseconds.
TICK = 10_000_000


class Verdict:
    """What was said of a file: the text for the screen, and how many errors, warnings, notes and fixes are in it."""

    __slots__ = ("counts", "text")

    def __init__(self, text: str, counts: tuple[int, int, int, int]) -> None:
        self.text, self.counts = text, counts


class Cache:
    """The verdicts of one run. `view` is all that shapes the text beside the file: format, colour, width."""

    def __init__(self, view: str) -> None:
        self.view = view
        self._states: dict[str, str] = {}
        self._began = time.time_ns()

    def recall(self, path: str) -> Verdict | None:
        """The verdict on a file as it is now, or None."""
        for name in _own(path):
            self._now(name)  # before it is linted: what changes meanwhile must not count as seen
        try:
            with open(self._entry(path), encoding="utf-8", errors="surrogatepass", newline="\n") as file:
                mark, _, entry = file.read().partition("\n")
            head, _, text = entry.partition("\n\n")
            title, counts, *depends = head.split("\n")
            if mark != _digest(entry) or title != _title():
                return None
            for line in depends:
                state, _, name = line.partition(" ")
                if self._now(name) != state:
                    return None
            errors, warnings, notes, fixes = (int(count) for count in counts.split(" "))
        except (OSError, ValueError):
            return None
        return Verdict(text, (errors, warnings, notes, fixes))

    def keep(self, path: str, verdict: Verdict, files: Iterable[str], dated: bool) -> None:
        """Remembers a verdict and the files that it depends on; a `dated` one holds for today. What cannot be
        written is not remembered, nor what was changed since the run began: nobody knows which state was linted."""
        paths = [os.path.abspath(name) for name in files]
        names = [*_own(path), *(f"file:{name}" for name in paths), *(["day:"] if dated else [])]
        depends = {name: self._now(name) for name in names}
        if any("\n" in name or state == "large" for name, state in depends.items()):
            return
        if not all(self._settled(name) for name in paths):
            return
        lines = [
            _title(),
            " ".join(str(count) for count in verdict.counts),
            *(f"{state} {name}" for name, state in depends.items()),
        ]
        entry = "\n".join(lines) + "\n\n" + verdict.text
        _write(self._entry(path), f"{_digest(entry)}\n{entry}")

    def _entry(self, path: str) -> str:
        root, _ = find_root(os.path.dirname(os.path.abspath(path)))
        return os.path.join(root, FOLDER, _digest(f"{path}\n{os.path.abspath(path)}\n{self.view}"))

    def _now(self, name: str) -> str:
        """The state of something that a verdict depends on."""
        if name not in self._states:
            self._states[name] = _state(name)
        return self._states[name]

    def _settled(self, path: str) -> bool:
        """Whether a file (for one that is not there, the folder that lacks it) is older than the run."""
        try:
            found = os.stat(path)
        except (OSError, ValueError):
            above = os.path.dirname(path)
            return above == path or self._settled(above)
        return max(found.st_mtime_ns, found.st_ctime_ns) < self._began - TICK


def _title() -> str:
    return f"sendspec {__version__} {sys.hexversion:x}"


def _own(path: str) -> tuple[str, str]:
    """What every verdict on a file depends on: the file, and the project that it is in."""
    whole = os.path.abspath(path)
    return f"file:{whole}", f"root:{os.path.dirname(whole)}"


def _state(name: str) -> str:
    kind, _, what = name.partition(":")
    if kind == "day":
        return time.strftime("%Y-%m-%d")
    if kind == "root":
        root, settings = find_root(what)
        return _digest(f"{root}\n{settings}\n{_state(f'file:{settings}') if settings else ''}")
    try:
        with open(what, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return "large" if os.path.isdir(what) else f"error-{error.errno}"  # nobody watches what is in a folder
    except ValueError:  # a NUL in the path
        return "error"
    if len(data) > LARGEST:
        return "large"
    real = os.path.realpath(what).encode("utf-8", "surrogatepass")  # what lies outside the project is not read
    return blake2b(real + b"\n" + data, digest_size=16).hexdigest()


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _write(path: str, text: str) -> None:
    """Writes an entry as a whole, or not at all."""
    draft = f"{path}.{os.getpid()}"
    try:
        _folder(os.path.dirname(path))
        with open(draft, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(text)
        os.replace(draft, path)
    except (OSError, ValueError):
        if os.path.exists(draft):
            os.remove(draft)


def _folder(path: str) -> None:
    """Makes the folder, and keeps it out of version control."""
    if not os.path.isdir(path):
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, ".gitignore"), "w", encoding="utf-8") as file:
            file.write("*\n")


def allowed() -> bool:
    """Whether verdicts may be remembered at all: not with SENDSPEC_CACHE=off."""
    return os.environ.get("SENDSPEC_CACHE", "").lower() not in ("off", "0", "no")
