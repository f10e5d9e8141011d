"""When receipts are due, and whether one that was not taken is tried again (facts §5.3).

A heap and a rule; it must not know the clock, nor how a receipt is carried.
"""

from __future__ import annotations

import heapq
from itertools import count

from sendspec.mock.receipts import Due

#: How often one is tried again, and after how many seconds.
RETRIES, PAUSE = 3, 60.0
#: Answers other than 200 after which it is not.
FINAL = frozenset({*range(202, 209), 226, *range(300, 309), 400, 402, *range(404, 412), 414, 415, 416, 418, 505})


class Queue:
    """Receipts in the order of their times; those of one moment in the order of their coming."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._heap: list[tuple[float, int, int, Due]] = []
        self._order = count()
        self._pause = pause

    def __len__(self) -> int:
        return len(self._heap)

    def put(self, one: Due) -> None:
        """Adds a receipt for its time."""
        self._add(one.at, 1, one)

    def next_at(self) -> float | None:
        """The time of the first one."""
        return self._heap[0][0] if self._heap else None

    def pop(self, now: float) -> tuple[Due, int] | None:
        """The first receipt that is due, and the number of this attempt."""
        if not self._heap or self._heap[0][0] > now:
            return None
        _, _, attempt, one = heapq.heappop(self._heap)
        return one, attempt

    def failed(self, one: Due, attempt: int, status: int | None, now: float) -> bool:
        """Takes back a receipt that got another answer than 200, or none. Whether it will be tried again."""
        if attempt > RETRIES or (status is not None and status in FINAL):
            return False
        self._add(now + self._pause, attempt + 1, one)
        return True

    def _add(self, at: float, attempt: int, one: Due) -> None:
        heapq.heappush(self._heap, (at, next(self._order), attempt, one))
