"""Destinations a second: never more than the limit in any second that one can lay over time, but for bursts.

One limit holds for v1 and v2 together, and one for each channel that has its own (facts §6.2). The clock is a number
that is passed in.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from enum import Enum

#: A burst is half as much again, and 100 at most; 30 minutes a day in all, 8 hours a month.
_DAY, _MONTH = 24 * 3600, 30 * 24 * 3600
_A_DAY, _A_MONTH = 30 * 60, 8 * 3600


class Verdict(Enum):
    """Whether destinations are taken."""

    TAKEN = "taken"
    IN_BURST = "in burst"
    ABOVE = "above"


class Window:
    """How many destinations were taken in the second that ends now."""

    def __init__(self, most: int, burst: bool) -> None:
        self.most = most
        self.above = min(most // 2, 100) if burst else 0
        self._taken: deque[tuple[float, int]] = deque()
        self._sum = 0
        self._bursts: deque[int] = deque()  # the seconds in which there was a burst

    def verdict(self, now: float, number: int) -> Verdict:
        """What would become of so many more."""
        while self._taken and self._taken[0][0] <= now - 1:
            self._sum -= self._taken.popleft()[1]
        wanted = self._sum + number
        if wanted <= self.most:
            return Verdict.TAKEN
        return Verdict.IN_BURST if wanted <= self.most + self.above and self._may_burst(now) else Verdict.ABOVE

    def take(self, now: float, number: int, verdict: Verdict) -> None:
        """Counts them."""
        self._taken.append((now, number))
        self._sum += number
        if verdict is Verdict.IN_BURST and (not self._bursts or self._bursts[-1] != int(now)):
            self._bursts.append(int(now))

    def _may_burst(self, now: float) -> bool:
        while self._bursts and self._bursts[0] <= now - _MONTH:
            self._bursts.popleft()
        today = sum(1 for second in self._bursts if second > now - _DAY)
        return today < _A_DAY and len(self._bursts) < _A_MONTH


class Rate:
    """The limits of an account. `tps` None: there is none."""

    def __init__(self, tps: int | None, channels: Mapping[str, int], burst: bool) -> None:
        self.tps = tps
        self._all = Window(tps, burst) if tps is not None else None
        self._each = {name: Window(most, burst) for name, most in channels.items()}

    def too_many(self, people: Mapping[str, int]) -> bool:
        """Whether one request has more destinations than a second takes: it could never go."""
        return any(number > window.most for window, number in self._asked(people))

    def ask(self, now: float, people: Mapping[str, int]) -> Verdict:
        """Takes destinations by channel, all of them or none."""
        asked = self._asked(people)
        verdicts = [window.verdict(now, number) for window, number in asked]
        if Verdict.ABOVE in verdicts:
            return Verdict.ABOVE
        for (window, number), verdict in zip(asked, verdicts, strict=True):
            window.take(now, number, verdict)
        return Verdict.IN_BURST if Verdict.IN_BURST in verdicts else Verdict.TAKEN

    def _asked(self, people: Mapping[str, int]) -> list[tuple[Window, int]]:
        each = [(self._each[name], number) for name, number in people.items() if name in self._each]
        return [(self._all, sum(people.values())), *each] if self._all is not None else each
