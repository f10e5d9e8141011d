"""The nearest known word to one that is not known; only when it is near enough to be what was meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word at the least edit distance (a swap of neighbours is one edit), or None when none is near.

    Near is at most a third of the word's length, and never more than 3. Ties go to the first in alphabetical order.
    """
    room = min(3, max(1, len(word) // 3))
    best: tuple[int, str] | None = None
    for candidate in sorted(set(known)):
        if abs(len(candidate) - len(word)) > room:
            continue
        far = _distance(word.lower(), candidate.lower())
        if far <= room and (best is None or far < best[0]):
            best = far, candidate
    return best[1] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The help line of a finding about an unknown word: an action, or None."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else None


def meant_file(path: str, names: Iterable[str]) -> str | None:
    """The same for a path that names no file, from the names that are in its folder."""
    folder, slash, name = path.rpartition("/")
    near = nearest(name, names)
    return f"did you mean `{folder}{slash}{near}`?" if near else None


def _distance(a: str, b: str) -> int:
    """Optimal string alignment distance (Damerau-Levenshtein with neighbours only)."""
    two: list[int] = []
    one = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(one[j] + 1, row[-1] + 1, one[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, two[j - 2] + 1)
            row.append(cost)
        two, one = one, row
    return one[-1]
