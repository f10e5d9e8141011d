"""Where each person stands in the lines of each rung: who can be tried on which rung.

A person is the number of their row in the source. What this holds is bounded by the number of rows alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping

from sendspec.submit.compiled import Lines

#: A line has at most 1000 people; a place is told by one number.
_WIDTH = 1024
#: A place of a line: its number, and the number in it.
Place = tuple[int, int]


class People:
    """The people of a plan's rungs, by the numbers of the rungs."""

    def __init__(self, rungs: Mapping[int, Lines]) -> None:
        self.rungs = tuple(rungs)
        self._places: dict[int, array[int]] = {}
        self._more: dict[tuple[int, int], list[int]] = {}
        for number, lines in rungs.items():
            self._places[number] = self._read(number, lines)

    def _read(self, rung: int, lines: Lines) -> array[int]:
        found = array("q")
        for line in lines.each():
            for place, row in enumerate(line.rows):
                if row >= len(found):
                    found.extend([-1] * (max(row + 1, 2 * len(found)) - len(found)))
                code = line.number * _WIDTH + place
                if found[row] < 0:
                    found[row] = code
                else:  # several channels at once
                    self._more.setdefault((rung, row), []).append(code)
        return found

    def places(self, rung: int, row: int) -> tuple[Place, ...]:
        """Where a person stands in the lines of a rung; nowhere when they have no address for it."""
        codes = self._places[rung]
        if row >= len(codes) or codes[row] < 0:
            return ()
        return tuple(divmod(code, _WIDTH) for code in (codes[row], *self._more.get((rung, row), ())))

    def reachable(self, row: int) -> tuple[int, ...]:
        """The rungs for which a person has an address."""
        return tuple(rung for rung in self.rungs if row < len(self._places[rung]) and self._places[rung][row] >= 0)

    def rows(self) -> Iterator[int]:
        """All people."""
        most = max(map(len, self._places.values()), default=0)
        return (row for row in range(most) if self.reachable(row))
