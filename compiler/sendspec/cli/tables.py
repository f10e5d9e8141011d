"""Rows of short texts as a table of lines: words to the left, numbers to the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], words: int = 2) -> Iterator[str]:
    """The lines of a table, each with its end; the first `words` columns hold words. A column without cells is left
    out."""
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)]
    widths = {at: max(len(head[at]), *(len(row[at]) for row in rows)) for at in kept}
    for row in (head, *rows):
        cells = (row[at].ljust(widths[at]) if at < words else row[at].rjust(widths[at]) for at in kept)
        yield f"  {'  '.join(cells)}".rstrip() + "\n"
