"""What a person's values can do to a compile: make a request that the API would not take."""

from __future__ import annotations

from collections.abc import Iterable

from sendspec.diagnostic import Diagnostic


class RefusedError(Exception):
    """A request that somebody's values made wrong. Each finding names the rows, never a value."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("; ".join(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[RefusedError], tuple[tuple[Diagnostic, ...]]]:
        """A process that compiles for another hands its refusal over."""
        return RefusedError, (self.diagnostics,)


def rows_named(rows: Iterable[int]) -> str:
    """`row 17`, `rows 3, 4 and 5`, `rows 3, 4, 5 and 1 996 more`."""
    distinct = sorted(set(rows))
    shown, more = [str(row) for row in distinct[:3]], len(distinct) - 3
    if more > 0:
        return f"rows {', '.join(shown)} and {f'{more:,}'.replace(',', ' ')} more"
    return f"row {shown[0]}" if len(shown) == 1 else f"rows {', '.join(shown[:-1])} and {shown[-1]}"
