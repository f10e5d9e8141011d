"""A file of lines → how many requests it holds, and how large their bodies are. It must not know what is in them."""

from __future__ import annotations

from pathlib import Path

from sendspec.record import NamedTuple

#: What stands before and behind a body in a line: the keys of a line have one order.
_BEFORE, _BEHIND = b'"body":', b',"rows":['


class Sizes(NamedTuple):
    """The bytes of request bodies: of all, of the smallest and of the largest."""

    requests: int = 0
    total: int = 0
    least: int = 0
    most: int = 0


def sizes(path: Path) -> Sizes:
    """What the lines of a file come to."""
    requests, total, least, most = 0, 0, 0, 0
    with path.open("rb") as file:
        for line in file:
            size = line.rindex(_BEHIND) - line.index(_BEFORE) - len(_BEFORE)
            requests, total = requests + 1, total + size
            least, most = min(least or size, size), max(most, size)
    return Sizes(requests, total, least, most)
