"""How far a sending is, on a terminal: one line that is written over. Elsewhere nothing."""

from __future__ import annotations

import sys
import time
from collections import Counter

from sendspec.cli.screen import colored
from sendspec.submit.machine import Finished
from sendspec.submit.outcome import DOUBTFUL, Decision

#: It is written anew at most so often, in seconds.
EVERY = 0.2


class Progress:
    """What became of the people of this run so far."""

    def __init__(self, people: int) -> None:
        self._people, self._began = people, time.monotonic()
        self._counts: Counter[str] = Counter()
        self._written = 0.0
        self._shown = sys.stderr is not None and sys.stderr.isatty() and colored(sys.stderr)

    def told(self, finished: Finished, said: str) -> None:
        """A request has ended."""
        for verdict in finished.verdicts:
            if verdict.decision in DOUBTFUL:
                self._counts["unknown"] += 1
            elif verdict.decision in (Decision.ACCEPTED, Decision.REFUSED):
                self._counts[verdict.decision.value] += 1
        now = time.monotonic()
        if self._shown and now - self._written >= EVERY:
            self._written = now
            self._write(now, said)

    def close(self) -> None:
        """Takes the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")

    def _write(self, now: float, said: str) -> None:
        done = self._counts.total()
        rate = done / max(now - self._began, 0.001)
        left = "" if rate == 0 else f" · {max(0, self._people - done) / rate:,.0f} s left".replace(",", " ")
        counts = " · ".join(f"{count:,} {word}".replace(",", " ") for word, count in self._counts.items())
        line = " · ".join(part for part in (counts or "nothing yet", f"{rate:.1f}/s{left}", said) if part)
        sys.stderr.write(f"\r\x1b[K{line[:100]}")
        sys.stderr.flush()
