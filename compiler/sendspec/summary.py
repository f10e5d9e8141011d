"""The line that sums up a run. Remembered verdicts end with it too, so it must import nothing that is slow."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = ("error", "warning", "note")


def summary(counts: Sequence[int], files: int) -> str:
    """What was found (errors, warnings, notes, and how many of them `--fix` mends) in how many files; 0 when that is
    not known."""
    named = [counted(number, word) for number, word in zip(counts, _WORDS, strict=False) if number]
    if not named:
        return "no findings" + (f" in {counted(files, 'file')}" if files else "")
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"found {listed}" + (f"; {counts[3]} can be fixed with --fix" if counts[3] else "")


def counted(number: int, word: str) -> str:
    """`1 file`, `2 files`, `1 000 files`."""
    return f"{number:,} {word}".replace(",", " ") + ("" if number == 1 else "s")
