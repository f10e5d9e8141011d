"""How fast requests may leave: destinations a second for the account and for each channel (outcomes, §8).

Two rules, and both must admit a request: GCRA with a burst of 1 spreads the requests, and a ledger of the last second
keeps every sliding second below the limit. Pure: the clock is a number that is passed in, and nothing is slept here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import takewhile

#: The sliding second, with a margin for requests that overtake each other on their way.
WINDOW = 1.02
#: The part of the rate to begin with, what a second of sending adds to it, and the least that is left of it.
START, RISE, LEAST = 0.5, 0.1, 1 / 64
#: How late a sender may come and still keep its pace: timers wake late.
SLACK = 0.05
#: Of so many requests it is known what they cost, should one leave late.
KEPT = 10_000
#: The least wait: a clock of large numbers knows no smaller steps.
TICK = 0.001


class Limiter:
    """The rate of one account. `share` is the part of it that is ours; the rest is left to other programs.

    The first request waits a whole window, as nobody knows what was sent before. A clock that goes back stands still.
    """

    def __init__(self, now: float, tps: float, channels: Mapping[str, float] | None = None, share: float = 1.0) -> None:
        if not (0 < share <= 1 and min(tps, *(channels or {}).values(), math.inf) >= 1):
            raise ValueError("a rate is at least 1 a second, and a share of it above 0 and at most 1")
        self._account = _Bucket(tps * share)
        self._channels = {name: _Bucket(min(rate, tps) * share) for name, rate in (channels or {}).items()}
        self._seen, self._back = now, 0.0
        self._hold = now + WINDOW
        self._pace, self._rose, self._slowed = START, now, -math.inf
        self._charged: dict[int, tuple[int, tuple[_Bucket, ...]]] = {}
        self.ticket = 0

    @property
    def pace(self) -> float:
        """The part of the rate that is used now: from a half it rises to 1, and a refusal halves it."""
        return self._pace

    def largest(self, channel: str) -> int:
        """The most destinations that one request may have."""
        return int(min(bucket.most for bucket in self._buckets(channel)))

    def wait(self, now: float, destinations: int, channel: str) -> float:
        """How many seconds a request has to wait. 0: it may go, and it is charged under a new `ticket`."""
        if not 0 < destinations <= self.largest(channel):
            raise ValueError(f"{destinations} destinations; one request takes 1 to {self.largest(channel)}")
        now = self._forward(now)
        buckets = self._buckets(channel)
        left = max(self._hold - now, *(bucket.wait(now, destinations) for bucket in buckets))
        if left > 0:
            return max(left, TICK)
        self._rise(now)
        self.ticket += 1
        self._charged[self.ticket] = destinations, buckets
        self._charged.pop(self.ticket - KEPT, None)
        for bucket in buckets:
            bucket.charge(now, destinations, self._pace)
            bucket.count(now, destinations, self.ticket)
        return 0.0

    def left(self, now: float, ticket: int) -> None:
        """The request of a ticket has left only now (a disk, a slow connection, a stopped process): its second begins
        here, also when the one of its charge is over."""
        now = self._forward(now)
        if ticket in self._charged:
            destinations, buckets = self._charged[ticket]
            for bucket in buckets:
                bucket.count(now, destinations, ticket)

    def slower(self, now: float, retry_after: float | None = None) -> None:
        """The API said that it was too fast: half the rate, once a window, and nothing before `retry_after` is over."""
        now = self._forward(now)
        if now - self._slowed >= WINDOW:
            self._pace, self._slowed = max(self._pace / 2, LEAST), now
        self._rose = now
        if retry_after is not None and math.isfinite(retry_after):
            self._hold = max(self._hold, now + retry_after)

    def state(self, now: float) -> dict[str, float]:
        """What the next process has to know: the pace, and for how many seconds nothing may be sent."""
        return {"pace": self._pace, "hold": max(0.0, self._hold - self._forward(now))}

    def resume(self, state: Mapping[str, float], passed: float = 0.0) -> None:
        """Goes on at the pace of an earlier process, `passed` seconds after its `state`. What it has sent since is not
        known, so the first window still passes empty."""
        self._pace = min(max(state["pace"], LEAST), 1.0)
        self._hold = max(self._hold, self._seen + state["hold"] - max(passed, 0.0))

    def _buckets(self, channel: str) -> tuple[_Bucket, ...]:
        own = self._channels.get(channel)
        return (self._account,) if own is None else (self._account, own)

    def _forward(self, now: float) -> float:
        """The time on a clock that never goes back: what it lost is given back from then on."""
        self._back += max(0.0, self._seen - (now + self._back))
        self._seen = now + self._back
        return self._seen

    def _rise(self, now: float) -> None:
        """Adds what the time since the last request earns; a pause earns no more than one window."""
        self._pace = min(1.0, self._pace + RISE * min(now - self._rose, WINDOW))
        self._rose = now


class _Bucket:
    """One limit: `most` destinations in any window. `_due`: when the pace lets the next request go."""

    __slots__ = ("_due", "_sent", "_within", "most")

    def __init__(self, rate: float) -> None:
        self.most = max(rate, 1.0)
        self._due = -math.inf
        self._sent: dict[int, tuple[float, int]] = {}
        self._within = 0

    def wait(self, now: float, destinations: int) -> float:
        """The seconds until both rules admit so many; 0 or less: now."""
        for ticket, _ in tuple(takewhile(lambda each: now - each[1][0] >= WINDOW, self._sent.items())):
            self._take(ticket)
        left, above = self._due - now, self._within + destinations - self.most
        for at, count in self._sent.values():
            if above <= 0:
                break
            left, above = max(left, at + WINDOW - now), above - count
        return left

    def charge(self, now: float, destinations: int, pace: float) -> None:
        """Lets the next request wait for as long as these take."""
        self._due = max(self._due, now - SLACK) + destinations / (self.most * pace)

    def count(self, now: float, destinations: int, ticket: int) -> None:
        """Counts a request from now on, for a window."""
        self._take(ticket)
        self._sent[ticket] = now, destinations
        self._within += destinations

    def _take(self, ticket: int) -> None:
        if ticket in self._sent:
            self._within -= self._sent.pop(ticket)[1]
