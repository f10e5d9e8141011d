"""Quiet hours of a plan: whether somebody in a zone may be written to now, and if not, in how many seconds.

Pure. A day's hours are those of the person's own clocks, with their changes of summer time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from sendspec.record import NamedTuple


class Quiet(NamedTuple):
    """From when to when it is quiet, by the clock. `zone`: that of all people; None: each has one. `skip`: or hold."""

    start: dt.time
    end: dt.time
    zone: str | None
    skip: bool

    def pause(self, zone: str, wall: float) -> float:
        """The seconds until it is not quiet for somebody in a zone; 0: it is not quiet."""
        here = self._here(zone, wall)
        clock = here.time()
        over_night = self.start > self.end
        quiet = clock >= self.start or clock < self.end if over_night else self.start <= clock < self.end
        if not quiet:
            return 0.0
        return max(1.0, self._next(here, self.end, tomorrow=over_night and clock >= self.start) - wall)

    def begins(self, zone: str, wall: float) -> float:
        """The moment at which it will next be quiet for somebody in a zone, in seconds since 1970."""
        here = self._here(zone, wall)
        return self._next(here, self.start, tomorrow=here.time() >= self.start)

    def _here(self, zone: str, wall: float) -> dt.datetime:
        return dt.datetime.fromtimestamp(wall, ZoneInfo(self.zone or zone or "UTC"))

    def _next(self, here: dt.datetime, clock: dt.time, *, tomorrow: bool) -> float:
        day = here.date() + dt.timedelta(days=int(tomorrow))
        return dt.datetime.combine(day, clock, here.tzinfo).timestamp()


def read_quiet(told: Mapping[str, Any] | None) -> Quiet | None:
    """The quiet hours that a plan tells; None when it has none."""
    if told is None:
        return None
    start, end = (dt.time.fromisoformat(told[key]) for key in ("from", "to"))
    return Quiet(start, end, told["zone"].get("name"), told["then"] == "skip")
