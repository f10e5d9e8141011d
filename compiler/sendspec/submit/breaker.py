"""When sending stops by itself: five failures to reach the API in a row, three unknown outcomes, or a refused account
(outcomes, §5).

Pure: the clock is a number that is passed in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

#: What opens it.
UNREACHED, UNKNOWN = 5, 3
#: How long it stays open at first and at most, and how long others wait while one request is tried, in seconds.
FIRST, LONGEST, TRYING = 15.0, 600.0, 1.0


class Breaker:
    """Closed: all may go. Open: nothing, for a while that doubles; then exactly one request is tried, and its outcome
    closes or opens it. Locked: nothing until somebody runs `resume`."""

    def __init__(self, locked: bool = False) -> None:
        self._until: float | None = math.inf if locked else None
        self._wait = FIRST
        self._trying = False
        self._unreached = self._unknown = 0

    @property
    def locked(self) -> bool:
        """Whether only a person can close it."""
        return self._until == math.inf

    @property
    def open(self) -> bool:
        """Whether it is not closed."""
        return self._until is not None

    def wait(self, now: float) -> float:
        """How many seconds a request has to wait: infinite when locked. 0: it may go. Of an open one that is the one
        that is tried, so ask only when the request then really goes."""
        if self._until is None:
            return 0.0
        if self._trying:
            return TRYING
        if self._until > now:
            return self._until - now
        self._trying = True
        return 0.0

    def answered(self) -> None:
        """The API has given a clear answer, of whatever kind."""
        self._unreached = 0
        if self._trying:
            self.resume()

    def unreached(self, now: float) -> None:
        """Nothing of a request could be written: name, connection, TLS."""
        self._unreached += 1
        if self._trying or self._unreached == UNREACHED:
            self._open(now)

    def unknown(self, now: float) -> None:
        """Nobody knows what became of a request."""
        self._unreached = 0
        self._unknown += 1
        if self._trying or self._unknown == UNKNOWN:
            self._open(now)

    def refused(self) -> None:
        """The account or its key is refused."""
        self._until, self._trying = math.inf, False

    def released(self) -> None:
        """The request that was to be tried did not go after all; another one may be."""
        self._trying = False

    def resume(self) -> None:
        """Closes it, and forgets what opened it."""
        self._until, self._trying, self._wait = None, False, FIRST
        self._unreached = self._unknown = 0

    def state(self) -> Mapping[str, bool]:
        """What the next process has to know."""
        return {"locked": self.locked}

    def _open(self, now: float) -> None:
        if not self.locked:
            self._until, self._trying = now + self._wait, False
            self._wait = min(self._wait * 2, LONGEST)
        self._unreached = self._unknown = 0
