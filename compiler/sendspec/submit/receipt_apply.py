"""Receipts settle doubts in the journal: one with somebody's id proves that their request was accepted.

Nothing else proves it, and no lapse of time proves the contrary (outcomes, §4).
"""

from __future__ import annotations

from collections.abc import Sequence

from sendspec.channels.states import REACHED
from sendspec.submit.journal import Journal, State
from sendspec.submit.receipt_store import Store


def settle(journal: Journal, store: Store, now: float, traces: Sequence[bytes] | None = None) -> int:
    """Turns who is in doubt and has a receipt into accepted, whenever either came. Gives how many people. `traces`: of
    those with these ids alone.

    Who was surely not accepted (throttled, for instance) is believed to have been only when the message reached
    somebody: a failure is told of refused requests too.
    """
    doubted = journal.doubted(traces)
    proven: list[tuple[bytes, State, str]] = []
    for trace, receipts in store.about(doubted).items():
        reached = [code for code, state in receipts if state in REACHED]
        for state in doubted[trace]:
            codes = reached if state is State.UNSENT else reached or [code for code, _ in receipts]
            if codes:
                proven.append((trace, state, codes[-1]))
    return journal.settle(now, proven) if proven else 0
