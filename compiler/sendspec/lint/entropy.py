"""Whether a run of characters was drawn at random, as keys are, or written by a person, as names are.

It must not know where the run stands.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log2

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HEX = re.compile(r"[0-9a-f]+|[0-9A-F]+")


def looks_random(run: str) -> bool:
    """True for a UUID, for 24 hexadecimal digits or more, and for 16 characters of mixed kinds that hardly repeat."""
    kinds = [any(map(kind, run)) for kind in (str.isdigit, str.islower, str.isupper)]
    if sum(kinds) < 2 or not kinds[0]:
        return False
    if _UUID.fullmatch(run):
        return True
    if _HEX.fullmatch(run):
        return len(run) >= 24 and entropy(run) >= 3
    return len(run) >= 16 and all(kinds) and entropy(run) >= 3.5 and not _spoken(run)


def entropy(run: str) -> float:
    """Bits a character (Shannon), from the run alone."""
    return -sum(count / len(run) * log2(count / len(run)) for count in Counter(run).values())


def _spoken(run: str) -> bool:
    """Whether a run is words and numbers, as `SpringSale2026` is. Random characters change their kind all the time."""
    pieces = re.findall(r"[A-Z]?[a-z]+|[A-Z]+|\d+", run)
    return sum(map(len, pieces)) >= 3.5 * len(pieces)
