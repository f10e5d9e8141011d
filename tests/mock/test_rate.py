"""Never more than the limit in any second that one can lay over time."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendspec.mock.rate import Rate, Verdict

ASKED = st.lists(st.tuples(st.floats(0, 0.6), st.integers(1, 8)), max_size=60)


def taken(rate: Rate, asked: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """When how many were taken."""
    now, found = 100.0, []
    for wait, number in asked:
        now += wait
        if rate.ask(now, {"sms": number}) is not Verdict.ABOVE:
            found.append((now, number))
    return found


def fullest(found: list[tuple[float, int]]) -> int:
    """The most in any second, its end not included."""
    return max((sum(number for at, number in found if start <= at < start + 1) for start, _ in found), default=0)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ASKED)
def test_no_second_holds_more_than_the_limit(asked: list[tuple[float, int]]) -> None:
    assert fullest(taken(Rate(10, {}, False), asked)) <= 10


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ASKED)
def test_no_second_of_a_burst_holds_more_than_half_as_much_again(asked: list[tuple[float, int]]) -> None:
    assert fullest(taken(Rate(10, {}, True), asked)) <= 15


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ASKED)
def test_a_second_later_everything_is_taken_again(asked: list[tuple[float, int]]) -> None:
    rate, now = Rate(10, {}, False), 0.0
    for wait, number in asked:
        now += max(wait, 1)
        assert rate.ask(now, {"sms": number}) is Verdict.TAKEN


def test_what_is_refused_costs_nothing() -> None:
    rate = Rate(10, {"rcs": 1}, False)
    assert rate.ask(0, {"sms": 1, "rcs": 2}) is Verdict.ABOVE
    assert rate.ask(0, {"sms": 10}) is Verdict.TAKEN


def test_a_burst_above_100_is_cut_there() -> None:
    rate = Rate(1000, {}, True)
    assert rate.ask(0, {"sms": 1000}) is Verdict.TAKEN
    assert rate.ask(0, {"sms": 100}) is Verdict.IN_BURST
    assert rate.ask(0, {"sms": 1}) is Verdict.ABOVE


def test_bursts_end_after_half_an_hour_a_day() -> None:
    rate = Rate(2, {}, True)
    for second in range(30 * 60):
        assert rate.ask(second, {"sms": 3}) is Verdict.IN_BURST
    assert rate.ask(30 * 60, {"sms": 3}) is Verdict.ABOVE
    assert rate.ask(24 * 3600 + 1, {"sms": 3}) is Verdict.IN_BURST
