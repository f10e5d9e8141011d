"""What the limiter promises, as functions over a module: the product's, or one with a fault in it."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

#: A module that has a `Limiter`.
Module = Any
CLOSE = 1e-9


class Sent(NamedTuple):
    """A request as a server sees it."""

    at: float
    destinations: int
    channel: str = "sms"


def drive(
    limiter: Any, sizes: list[int], start: float, seconds: float, late: Callable[[], float] = lambda: 0.0
) -> list[Sent]:
    """Sends as fast as it may, in the sizes given over and over. `late`: how much later a timer wakes."""
    sent: list[Sent] = []
    now, at = start, 0
    for _ in range(100 + int(4 * seconds * limiter.largest("sms"))):
        if now >= start + seconds:
            return sent
        wait = limiter.wait(now, sizes[at % len(sizes)], "sms")
        if wait:
            now += wait + late()
        else:
            sent.append(Sent(now, sizes[at % len(sizes)]))
            at += 1
    raise AssertionError("it makes no progress")


def windows_above(sent: list[Sent], limit: float) -> int:
    """How many seconds, each from a request on and with both ends, hold more than the limit."""
    times = [each.at for each in sent]
    above, last, within = 0, 0, 0
    for first, at in enumerate(times):
        while last < len(sent) and times[last] <= at + 1:
            within += sent[last].destinations
            last += 1
        above += within > limit
        within -= sent[first].destinations
    return above


def used(sent: list[Sent], limit: float, start: float, end: float) -> float:
    """The part of the limit that was used between two times."""
    return sum(each.destinations for each in sent if start <= each.at < end) / ((end - start) * limit)


def risen(module: Module, tps: float, sizes: list[int], **more: Any) -> Any:
    """A limiter at its full rate, whose ledger is empty at 1000."""
    limiter = module.Limiter(0.0, tps, **more)
    drive(limiter, sizes, 0.0, 15.0)
    assert limiter.pace == 1
    return limiter


def the_first_request_waits_a_whole_window(module: Module) -> None:
    limiter = module.Limiter(100.0, 10)
    assert math.isclose(limiter.wait(100.0, 1, "sms"), 1.02)
    assert limiter.wait(101.0, 1, "sms") > 0
    assert limiter.wait(101.02, 1, "sms") == 0
    assert limiter.ticket == 1


def it_begins_at_half_the_rate_and_rises_by_adding(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    assert limiter.pace == 0.5
    paces = []
    for at in range(2, 9):
        assert limiter.wait(float(at), 1, "sms") == 0
        paces.append(round(limiter.pace, 9))
    assert paces == [0.602, 0.702, 0.802, 0.902, 1.0, 1.0, 1.0]


def what_is_older_than_a_second_is_forgotten(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    drive(limiter, [1], 0.0, 10.0)
    assert len(limiter._account._sent) <= 11


def a_pause_earns_no_more_than_a_window(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    assert limiter.wait(500.0, 1, "sms") == 0
    assert math.isclose(limiter.pace, 0.602)


def a_request_costs_its_destinations(module: Module) -> None:
    for destinations in (1, 3, 6, 10):
        limiter = module.Limiter(0.0, 10)
        assert limiter.wait(1000.0, destinations, "sms") == 0
        expected = destinations / (10 * 0.602) - 0.05
        assert math.isclose(limiter.wait(1000.0, 1, "sms"), expected, abs_tol=CLOSE) or expected < 0.001


def who_comes_late_keeps_the_pace_but_saves_nothing_up(module: Module) -> None:
    limiter = risen(module, 10, [1])
    limiter.wait(1000.0, 1, "sms")
    assert limiter.wait(1000.0499, 1, "sms") > 0  # due at 1000.05 by the slack
    assert limiter.wait(1000.0501, 1, "sms") == 0
    assert math.isclose(limiter.wait(1000.0501, 1, "sms"), 0.0999, abs_tol=CLOSE)
    assert limiter.wait(1005.0, 1, "sms") == 0  # five seconds unused
    assert math.isclose(limiter.wait(1005.0, 1, "sms"), 0.05, abs_tol=CLOSE)


def the_second_is_kept_by_the_ledger(module: Module) -> None:
    limiter = risen(module, 10, [1])
    assert limiter.wait(1000.0, 4, "sms") == 0
    assert limiter.wait(1000.36, 4, "sms") == 0
    assert math.isclose(limiter.wait(1000.8, 3, "sms"), 0.22, abs_tol=CLOSE)  # until the first four are out of it
    assert limiter.wait(1000.8, 2, "sms") == 0  # exactly the limit
    assert math.isclose(limiter.wait(1001.01, 5, "sms"), 0.37, abs_tol=CLOSE)  # two have to leave it
    assert math.isclose(limiter.wait(1001.01, 9, "sms"), 0.81, abs_tol=CLOSE)  # all three have to
    assert math.isclose(limiter.wait(1001.01, 4, "sms"), 0.01, abs_tol=CLOSE)
    assert limiter.wait(1001.0201, 4, "sms") == 0


def a_refusal_halves_the_rate_once_a_window(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    limiter.slower(0.0)
    limiter.slower(0.5)
    limiter.slower(1.019)
    assert limiter.pace == 0.25
    limiter.slower(1.02)
    assert limiter.pace == 0.125
    for at in range(100):
        limiter.slower(1100.0 + 2 * at)
    assert limiter.pace == 1 / 64
    assert limiter.wait(2000.0, 1, "sms") == 0
    assert math.isclose(limiter.pace, 1 / 64 + 0.102)


def what_rises_begins_at_the_refusal(module: Module) -> None:
    limiter = risen(module, 10, [1])
    limiter.slower(1000.0)
    assert limiter.wait(1000.5, 1, "sms") == 0
    assert math.isclose(limiter.pace, 0.55)


def a_refusal_that_is_not_counted_delays_the_rise(module: Module) -> None:
    limiter = risen(module, 10, [1])
    limiter.slower(1000.0)
    limiter.slower(1000.9)
    assert limiter.wait(1001.0, 1, "sms") == 0
    assert math.isclose(limiter.pace, 0.51)


def nothing_goes_before_retry_after_is_over(module: Module) -> None:
    limiter = risen(module, 10, [1])
    limiter.slower(1000.0, 30)
    limiter.slower(1000.1, 3)
    assert math.isclose(limiter.wait(1000.2, 1, "sms"), 29.8)
    assert limiter.wait(1029.9, 1, "sms") > 0
    assert limiter.wait(1030.0, 1, "sms") == 0
    for strange in (-5.0, math.nan, math.inf, -math.inf):
        limiter.slower(1040.0, strange)
        assert limiter.wait(1040.0, 1, "sms") == 0
        limiter.slower(1043.0, 0.0)


def a_wait_is_never_shorter_than_a_clock_can_tell(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    assert limiter.wait(1.02 - 1e-7, 1, "sms") == 0.001
    assert limiter.wait(1.02 - 0.0005, 1, "sms") >= 0.001


def a_channel_has_a_limit_of_its_own(module: Module) -> None:
    limiter = risen(module, 100, [1], channels={"mms": 10})
    assert (limiter.largest("mms"), limiter.largest("sms")) == (10, 100)
    assert limiter.wait(1000.0, 10, "mms") == 0
    assert math.isclose(limiter.wait(1000.5, 10, "mms"), 0.52, abs_tol=CLOSE)
    assert limiter.wait(1000.5, 90, "sms") == 0  # the account has room, and the refused ten were not charged to it
    assert math.isclose(limiter.wait(1001.03, 10, "mms"), 0.32, abs_tol=CLOSE)  # now it is the account that has none


def a_channel_is_never_faster_than_the_account(module: Module) -> None:
    assert module.Limiter(0.0, 10, {"mms": 100}).largest("mms") == 10


def a_share_leaves_the_rest_to_others(module: Module) -> None:
    limiter = module.Limiter(0.0, 10, {"mms": 5}, share=0.8)
    assert (limiter.largest("sms"), limiter.largest("mms")) == (8, 4)
    sent = drive(limiter, [8], 0.0, 100.0)
    assert windows_above(sent, 8) == 0
    assert used(sent, 8, 20.0, 90.0) >= 0.95
    assert module.Limiter(0.0, 1, share=0.5).largest("sms") == 1  # one always goes


def a_request_above_the_limit_is_a_fault_of_the_caller(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    for destinations in (0, -1, 11):
        assert _refuses(partial(limiter.wait, 1000.0, destinations, "sms"))
    assert limiter.wait(1000.0, 10, "sms") == 0


def a_rate_below_one_and_a_share_of_nothing_are_refused(module: Module) -> None:
    given: dict[str, Any]
    for given in (
        {"tps": 0.9},
        {"tps": 10, "channels": {"sms": 0}},
        {"tps": 10, "share": 0.0},
        {"tps": 10, "share": 1.01},
    ):
        assert _refuses(partial(module.Limiter, 0.0, **given))
    module.Limiter(0.0, 1, {"sms": 1}, share=1.0)
    module.Limiter(0.0, 10, share=0.01)


def a_request_that_left_later_counts_from_then(module: Module) -> None:
    limiter = risen(module, 10, [1], channels={"sms": 10})
    limiter.wait(1000.0, 6, "sms")
    ticket = limiter.ticket
    limiter.left(1005.0, ticket)  # the process was stopped between
    assert math.isclose(limiter.wait(1005.5, 5, "sms"), 0.52, abs_tol=CLOSE)
    assert limiter.wait(1005.5, 4, "sms") == 0
    limiter.left(1020.0, ticket)  # its second is over, and begins again
    limiter.left(1020.0, 4711)
    assert math.isclose(limiter.wait(1020.0, 5, "sms"), 1.02, abs_tol=CLOSE)
    assert limiter.wait(1020.0, 4, "sms") == 0
    assert math.isclose(limiter.wait(1020.5, 7, "sms"), 0.52, abs_tol=CLOSE)
    limiter = risen(module, 10, [1], channels={"sms": 3})
    limiter.wait(1000.0, 3, "sms")
    limiter.left(1020.0, limiter.ticket)
    assert limiter.wait(1020.0, 7, "mms") == 0
    assert math.isclose(limiter.wait(1020.1, 1, "sms"), 0.92, abs_tol=CLOSE)


def of_the_last_ten_thousand_requests_it_is_known_what_they_cost(module: Module) -> None:
    limiter = module.Limiter(0.0, 10)
    now = 0.0
    for _ in range(10_001):
        now += 2
        assert limiter.wait(now, 10, "sms") == 0
    limiter.left(now + 2, 1)
    assert limiter.wait(now + 2, 10, "sms") == 0
    limiter.left(now + 4, 3)
    assert math.isclose(limiter.wait(now + 4, 10, "sms"), 1.02, abs_tol=CLOSE)


def the_order_of_leaving_is_the_order_of_counting(module: Module) -> None:
    limiter = risen(module, 10, [1])
    limiter.wait(1000.0, 5, "sms")
    first = limiter.ticket
    limiter.wait(1000.5, 3, "sms")
    limiter.left(1000.8, first)
    assert math.isclose(limiter.wait(1000.8, 5, "sms"), 0.72, abs_tol=CLOSE)  # the three are the oldest now
    assert math.isclose(limiter.wait(1000.8, 6, "sms"), 1.02, abs_tol=CLOSE)


def a_clock_that_goes_back_stands_still(module: Module) -> None:
    limiter = risen(module, 10, [1])
    limiter.wait(1000.0, 10, "sms")
    assert math.isclose(limiter.wait(998.0, 10, "sms"), 1.02, abs_tol=CLOSE)
    assert math.isclose(limiter.wait(998.5, 10, "sms"), 0.52, abs_tol=CLOSE)
    assert math.isclose(limiter.wait(990.0, 10, "sms"), 0.52, abs_tol=CLOSE)
    assert limiter.wait(990.52, 10, "sms") == 0
    limiter.slower(980.0, 5.0)
    assert math.isclose(limiter.wait(981.0, 1, "sms"), 4.0)
    ticket = limiter.ticket
    limiter.left(970.0, ticket)
    assert limiter.wait(976.0, 1, "sms") == 0


def the_next_process_goes_on_at_the_pace_of_the_last(module: Module) -> None:
    limiter = risen(module, 10, [1])
    assert limiter.state(1000.0) == {"pace": 1.0, "hold": 0.0}
    limiter.slower(1000.0, 8.0)
    state = limiter.state(1002.0)
    assert state == {"pace": 0.5, "hold": 6.0}
    for passed, wait in ((0.0, 6.0), (2.0, 4.0), (-9.0, 6.0), (99.0, 1.02)):
        after = module.Limiter(50.0, 10)
        after.resume(state, passed)
        assert after.pace == 0.5
        assert math.isclose(after.wait(50.0, 1, "sms"), wait)
    after = module.Limiter(50.0, 10)
    after.resume({"pace": 0.0, "hold": 3.0})
    assert after.pace == 1 / 64
    assert math.isclose(after.wait(50.0, 1, "sms"), 3.0)
    after.resume({"pace": 7.0, "hold": 0.0})
    assert after.pace == 1


def no_sliding_second_is_above_and_the_limit_is_used(module: Module) -> None:
    for tps, sizes in ((10, [10]), (10, [5]), (10, [1]), (100, [100]), (100, [1]), (100, [4, 1, 5, 2, 3]), (250, [1])):
        limiter = module.Limiter(0.0, tps)
        sent = drive(limiter, sizes, 0.0, 40.0)
        assert windows_above(sent, tps) == 0, (tps, sizes)
        assert used(sent, tps, 15.0, 40.0) >= 0.95, (tps, sizes)


def timers_that_wake_late_cost_little(module: Module) -> None:
    chance = random.Random(5)
    limiter = module.Limiter(0.0, 200)
    sent = drive(limiter, [1], 0.0, 30.0, lambda: chance.uniform(0, 0.02))
    assert windows_above(sent, 200) == 0
    assert used(sent, 200, 15.0, 30.0) >= 0.95


def _refuses(call: Callable[[], object]) -> bool:
    try:
        call()
    except ValueError:
        return True
    return False


CASES: tuple[Callable[[Module], None], ...] = (
    the_first_request_waits_a_whole_window,
    it_begins_at_half_the_rate_and_rises_by_adding,
    what_is_older_than_a_second_is_forgotten,
    a_pause_earns_no_more_than_a_window,
    a_request_costs_its_destinations,
    who_comes_late_keeps_the_pace_but_saves_nothing_up,
    the_second_is_kept_by_the_ledger,
    a_refusal_halves_the_rate_once_a_window,
    what_rises_begins_at_the_refusal,
    a_refusal_that_is_not_counted_delays_the_rise,
    nothing_goes_before_retry_after_is_over,
    a_wait_is_never_shorter_than_a_clock_can_tell,
    a_channel_has_a_limit_of_its_own,
    a_channel_is_never_faster_than_the_account,
    a_share_leaves_the_rest_to_others,
    a_request_above_the_limit_is_a_fault_of_the_caller,
    a_rate_below_one_and_a_share_of_nothing_are_refused,
    a_request_that_left_later_counts_from_then,
    the_order_of_leaving_is_the_order_of_counting,
    of_the_last_ten_thousand_requests_it_is_known_what_they_cost,
    a_clock_that_goes_back_stands_still,
    the_next_process_goes_on_at_the_pace_of_the_last,
    no_sliding_second_is_above_and_the_limit_is_used,
    timers_that_wake_late_cost_little,
)
