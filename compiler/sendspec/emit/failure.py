"""What a person's values can do to a compile: make a request that the API would not take."""

from __future__ import annotations

from sendspec.diagnostic import Diagnostic


class RefusedError(Exception):
    """A request that somebody's values made wrong. Each finding names the rows, never a value."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("; ".join(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[RefusedError], tuple[tuple[Diagnostic, ...]]]:
        """A process that compiles for another hands its refusal over."""
        return RefusedError, (self.diagnostics,)
