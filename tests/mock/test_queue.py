"""Receipts come when they are due, and are tried again as the API tries them."""

from __future__ import annotations

import pytest

from sendspec.mock.api import Mock, Rules
from sendspec.mock.queue import Queue
from sendspec.mock.receipts import Due

from .bodies import sent, sms


def one(at: float) -> Due:
    """A receipt that is due at a moment."""
    return sent(Mock(Rules(notify="http://127.0.0.1:9/")), sms()).receipts[0]._replace(at=at)


def test_receipts_leave_in_the_order_of_their_times_and_none_before() -> None:
    queue = Queue()
    for at in (5.0, 3.0, 4.0):
        queue.put(one(at))
    assert queue.next_at() == 3.0
    assert queue.pop(2.9) is None
    left = [taken[0].at for _ in range(3) if (taken := queue.pop(10))]
    assert left == [3.0, 4.0, 5.0]
    assert (len(queue), queue.next_at()) == (0, None)


@pytest.mark.parametrize("status", [None, 401, 403, 429, 500, 503, 201])
def test_a_receipt_that_is_not_taken_is_tried_three_times_more_a_minute_apart(status: int | None) -> None:
    queue, now, attempts = Queue(), 0.0, []
    queue.put(one(0.0))
    while (taken := queue.pop(now)) is not None:
        attempts.append((now, taken[1]))
        queue.failed(*taken, status, now)
        now += 60
    assert attempts == [(0, 1), (60, 2), (120, 3), (180, 4)]
    assert len(queue) == 0


@pytest.mark.parametrize("status", [202, 208, 226, 300, 307, 400, 402, 404, 411, 414, 418, 505])
def test_some_answers_are_final(status: int) -> None:
    queue = Queue()
    assert not queue.failed(one(0.0), 1, status, 0.0)
    assert len(queue) == 0
