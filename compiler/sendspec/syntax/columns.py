"""Columns: lines below one another whose second, third and fourth cells begin at the same place.

It must not know of comments or blank lines; they end a run of lines before it comes here.
"""

from __future__ import annotations

from collections.abc import Sequence

#: How wide a line may be.
WIDTH = 100


def cells(block: str, head: str, pieces: Sequence[str]) -> list[str]:
    """The cells of a statement in the block of that head.

    A variable's are name, type, default and examples; a mapping's target, column and rest; any other's head and rest. A
    name in quotes, `key "1st"`, is all head.
    """
    if head == "key" and len(pieces) > 1:
        return [f"{head} {pieces[0]}", " ".join(pieces[1:])]
    if pieces[:1] == ["<-"]:
        return [head, " ".join(pieces[:2]), " ".join(pieces[2:])]
    if block != "vars":
        return [head, " ".join(pieces)]
    example = pieces.index("example") if "example" in pieces else len(pieces)
    default = pieces.index("=") if "=" in pieces[:example] else example
    return [head, " ".join(pieces[:default]), " ".join(pieces[default:example]), " ".join(pieces[example:])]


def align(rows: Sequence[Sequence[str]], indent: int) -> list[str]:
    """The rows as lines, in as many columns as fit."""
    for columns in range(max(map(len, rows)), 1, -1):
        joined = [[*row[: columns - 1], " ".join(filter(None, row[columns - 1 :]))] for row in rows]
        lines = _columns(joined, 2 if any(len(row) > 2 for row in rows) else 1)
        if max(map(len, lines)) + indent <= WIDTH:
            return lines
    return [" ".join(filter(None, row)) for row in rows]


def _columns(rows: Sequence[Sequence[str]], apart: int) -> list[str]:
    lines = [row[0] for row in rows]
    for column in range(1, max(map(len, rows))):
        there = [at for at, row in enumerate(rows) if len(row) > column and row[column]]
        last = [
            at for at, row in enumerate(rows) if len(row) == column + 1 > 2
        ]  # the last column clears all the others
        start = max((len(lines[at]) for at in (*there, *last)), default=0) + apart
        for at in there:
            lines[at] = lines[at].ljust(start) + rows[at][column]
    return lines
