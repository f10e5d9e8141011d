"""How far a compile is: one line at a terminal, written anew a few times a second, and gone at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import IO, TypeVar

from sendspec.cli.screen import watched, width
from sendspec.emit.job import Job
from sendspec.record import replace
from sendspec.values.trouble import grouped

T = TypeVar("T")
#: Seconds before the line first shows, and between two writings of it.
FIRST, AGAIN = 0.5, 0.2
_CLEAR = "\r\x1b[K"


def wanted(stream: IO[str] | None) -> bool:
    """Whether somebody looks at a terminal that can write a line anew."""
    return stream is not None and watched(stream) and os.environ.get("TERM") != "dumb"


def progress(job: Job, clock: Callable[[], float] = monotonic) -> Job:
    """The same job; while its people pass by, standard error tells how many there were."""
    crowds = job.crowds
    return replace(
        job,
        people=lambda: _watched(job.people(), job, clock),
        crowds=(lambda: _watched(crowds(), job, clock)) if crowds else None,
    )


def _watched(given: Iterable[T], job: Job, clock: Callable[[], float]) -> Iterator[T]:
    began, due = (now := clock()), now + FIRST
    shown = False
    try:
        for each in given:
            yield each
            if (now := clock()) >= due:
                due, shown = now + AGAIN, True
                sys.stderr.write(f"{_CLEAR}{_line(job, now - began)}")
                sys.stderr.flush()
    finally:
        if shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def _line(job: Job, seconds: float) -> str:
    tally = job.tally()
    told = f"  {job.message.name}: {grouped(tally.rows)} rows, {grouped(round(tally.rows / seconds))} a second"
    more = f", {grouped(tally.rejects)} rejects" if tally.rejects else ""
    return f"{told}{more}"[: width(sys.stderr) - 1]
