"""Columns: lines below one another whose second, third and fourth cells begin at the same place.

It must not know of comments or blank lines; they end a run of lines before it comes here.
"""

from __future__ import annotations

from collections.abc import Sequence

#: How wide a line may be.
WIDTH = 100


def cells(block: str, head: str, pieces: Sequence[str]) -> list[str]:
    """The cells of a statement in the block of that head: a variable's name, type, default and examples, a mapping's target,
    column and rest, else the head and what follows it."""
    if pieces[:1] == ["<-"]:
        return [head, " ".join(pieces[:2]), " ".join(pieces[2:])]
    if block != "vars":
        return [head, " ".join(pieces)]
    example = pieces.index("example") if "example" in pieces else len(pieces)
    default = pieces.index("=") if "=" in pieces[:example] else example
    return [head, " ".join(pieces[:default]), " ".join(pieces[default:example]), " ".join(pieces[example:])]


def align(rows: Sequence[Sequence[str]], indent: int) -> list[str]:
    """The rows as lines, in columns when all of them then fit."""
    wide = any(len(row) > 2 for row in rows)
    lines = [row[0] for row in rows]
    for column in range(1, max(map(len, rows))):
        there = [at for at, row in enumerate(rows) if len(row) > column and row[column]]
        start = max((len(lines[at]) for at in there), default=0) + (2 if wide else 1)
        for at in there:
            lines[at] = lines[at].ljust(start) + rows[at][column]
    if max(map(len, lines)) + indent > WIDTH:
        return [" ".join(filter(None, row)) for row in rows]
    return lines
