"""What the breaker promises, as functions over a module: the product's, or one with a fault in it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

#: A module that has a `Breaker`.
Module = Any


def _opened(module: Module, now: float = 100.0) -> Any:
    made = module.Breaker()
    for _ in range(3):
        made.unknown(now)
    assert made.open
    return made


def a_closed_one_lets_everybody_go(module: Module) -> None:
    made = module.Breaker()
    assert [made.wait(0.0) for _ in range(5)] == [0.0] * 5
    assert (made.open, made.locked) == (False, False)
    assert made.state() == {"locked": False}


def five_failures_in_a_row_to_reach_the_api_open_it(module: Module) -> None:
    made = module.Breaker()
    for at in range(4):
        made.unreached(float(at))
    assert (made.open, made.wait(4.0)) == (False, 0.0)
    made.unreached(4.0)
    assert (made.open, made.wait(4.0)) == (True, 15.0)


def an_answer_or_an_unknown_between_breaks_the_row(module: Module) -> None:
    ways: tuple[Callable[[Any], object], ...] = (lambda made: made.answered(), lambda made: made.unknown(0.0))
    for between in ways:
        made = module.Breaker()
        for _ in range(4):
            made.unreached(0.0)
        between(made)
        for _ in range(4):
            made.unreached(0.0)
        assert not made.open
        made.unreached(0.0)
        assert made.open


def three_unknowns_open_it_whatever_is_between(module: Module) -> None:
    made = module.Breaker()
    for _ in range(2):
        made.unknown(0.0)
        made.answered()
        made.unreached(0.0)
    assert not made.open
    made.unknown(0.0)
    assert made.open


def an_open_one_lets_nobody_go_until_its_time(module: Module) -> None:
    made = _opened(module)
    assert [made.wait(at) for at in (100.0, 110.0, 114.5)] == [15.0, 5.0, 0.5]
    assert made.open


def exactly_one_is_tried_then(module: Module) -> None:
    made = _opened(module)
    assert [made.wait(115.0) for _ in range(4)] == [0.0, 1.0, 1.0, 1.0]
    assert made.wait(999.0) == 1.0
    made.answered()
    assert (made.open, made.wait(999.0), made.wait(999.0)) == (False, 0.0, 0.0)


def what_closed_it_begins_to_count_anew(module: Module) -> None:
    made = _opened(module)
    for _ in range(2):
        made.unknown(100.0)
    made.wait(115.0)
    made.answered()
    for _ in range(2):
        made.unknown(200.0)
    for _ in range(4):
        made.unreached(200.0)
    assert not made.open
    made.unknown(200.0)
    assert made.wait(200.0) == 15.0  # and the first wait is short again


def a_failed_trial_opens_it_for_twice_as_long_up_to_a_bound(module: Module) -> None:
    for failed in ("unknown", "unreached"):
        made, at, waits = _opened(module), 100.0, []
        for _ in range(8):
            waits.append(made.wait(at))
            at += waits[-1]
            assert made.wait(at) == 0.0
            getattr(made, failed)(at)
        assert waits == [15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 600.0, 600.0]


def answers_that_were_still_on_their_way_do_not_close_it(module: Module) -> None:
    made = _opened(module)
    made.answered()
    assert made.open
    made.unknown(101.0)
    made.unreached(101.0)
    assert made.wait(101.0) == 14.0  # one more of each does not open it anew


def a_trial_that_did_not_go_is_given_to_the_next(module: Module) -> None:
    made = _opened(module)
    made.wait(115.0)
    made.released()
    assert made.open
    assert [made.wait(116.0), made.wait(116.0)] == [0.0, 1.0]
    made.unknown(116.0)
    assert made.wait(116.0) == 30.0


def what_failed_while_open_counts_from_the_beginning(module: Module) -> None:
    made = _opened(module)
    made.unknown(100.0)
    made.unknown(100.0)
    assert made.wait(100.0) == 15.0
    made.unknown(100.0)
    assert made.wait(100.0) == 30.0
    made = _opened(module)
    for _ in range(4):
        made.unreached(100.0)
    assert made.wait(100.0) == 15.0


def a_refused_account_locks_it_until_somebody_resumes(module: Module) -> None:
    for begun in (module.Breaker(), _opened(module), module.Breaker(locked=True)):
        begun.refused()
        assert (begun.locked, begun.open, begun.wait(1e12)) == (True, True, math.inf)
        begun.answered()
        for _ in range(5):
            begun.unknown(0.0)
            begun.unreached(0.0)
        assert begun.wait(1e12) == math.inf
        assert begun.state() == {"locked": True}
        begun.resume()
        assert (begun.locked, begun.open, begun.wait(0.0)) == (False, False, 0.0)


def a_refusal_of_the_trial_locks_it_too(module: Module) -> None:
    made = _opened(module)
    made.wait(115.0)
    made.refused()
    made.answered()
    assert made.wait(1e12) == math.inf


def a_locked_one_is_locked_from_the_beginning(module: Module) -> None:
    made = module.Breaker(locked=True)
    assert (made.locked, made.wait(1e12)) == (True, math.inf)
    made.resume()
    for _ in range(3):
        made.unknown(0.0)
    assert made.wait(0.0) == 15.0


CASES: tuple[Callable[[Module], None], ...] = (
    a_closed_one_lets_everybody_go,
    five_failures_in_a_row_to_reach_the_api_open_it,
    an_answer_or_an_unknown_between_breaks_the_row,
    three_unknowns_open_it_whatever_is_between,
    an_open_one_lets_nobody_go_until_its_time,
    exactly_one_is_tried_then,
    what_closed_it_begins_to_count_anew,
    a_failed_trial_opens_it_for_twice_as_long_up_to_a_bound,
    answers_that_were_still_on_their_way_do_not_close_it,
    a_trial_that_did_not_go_is_given_to_the_next,
    what_failed_while_open_counts_from_the_beginning,
    a_refused_account_locks_it_until_somebody_resumes,
    a_refusal_of_the_trial_locks_it_too,
    a_locked_one_is_locked_from_the_beginning,
)
