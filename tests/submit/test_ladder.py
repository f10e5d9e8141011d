"""The ladder in time: who is tried on which rung and when, whatever receipts do; and one end for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.channels.states import STATES
from sendspec.submit.journal import State
from sendspec.submit.ladder import End, Entry, Ladder, Next, Step, following, read_ladder

#: WhatsApp, else after 20 minutes unless delivered RCS, else on failed SMS.
THREE = Ladder((Step(1), Step(2, 1200, "delivered"), Step(3)))
ALL = (1, 2, 3)


def always(at: float) -> float:
    """Somebody listens all the time."""
    return 1e12


def never(at: float) -> float:
    """Nobody listens."""
    return at


def entry(state: State = State.ACCEPTED, at: float = 100.0, seen: str = "", more: str = "") -> Entry:
    """A message that was tried."""
    return Entry(state, at, at, frozenset(seen.split()), frozenset(more.split()))


def after(tried: Mapping[int, Entry], now: float = 200.0, ladder: Ladder = THREE, **more: Any) -> Next:
    """What happens next."""
    heard, reachable = more.get("heard", always), more.get("reachable", ALL)
    return following(ladder, reachable, {number: [each] for number, each in tried.items()}, now, heard)


def test_everybody_begins_on_the_first_rung_that_reaches_them() -> None:
    assert after({}).rung == 1
    assert after({}, reachable=(2, 3)).rung == 2


@pytest.mark.parametrize("how", [entry(State.REFUSED), entry(seen="failed"), entry(seen="submitted failed")])
def test_a_refusal_and_a_failure_lead_to_the_next_rung_at_once(how: Entry) -> None:
    assert after({1: how}).rung == 2
    assert after({1: how}, heard=never).rung == 2
    assert after({1: how._replace(at=0.0)}, 0.5, heard=never).rung == 2
    assert after({1: how}, reachable=(1, 3)).rung == 3


def test_a_message_under_way_is_waited_for_and_one_surely_not_taken_is_tried_again() -> None:
    assert after({1: entry(State.SENDING)}) == Next(End.UNKNOWN)
    assert after({1: entry(State.UNSENT)}).rung == 1
    assert after({1: entry(seen="failed"), 2: entry(State.UNSENT)}).rung == 2


def test_silence_leads_to_the_next_rung_when_the_wait_is_over_and_not_before() -> None:
    for seen in ("", "submitted", "progress", "unclear"):
        assert after({1: entry(seen=seen)}, 1299.9) == Next(End.ACCEPTED, until=1300.0)
        assert after({1: entry(seen=seen)}, 1300.0).rung == 2


def test_silence_counts_only_as_far_as_somebody_listened() -> None:
    assert after({1: entry()}, 9999.0, heard=never) == Next(End.ACCEPTED, until=1300.0)
    assert after({1: entry()}, 9999.0, heard=lambda at: 1299.0).rung is None
    assert after({1: entry()}, 9999.0, heard=lambda at: 1300.0).rung == 2


def test_the_status_that_was_waited_for_ends_the_ladder() -> None:
    for seen in ("delivered", "read", "clicked", "complained", "submitted delivered"):
        assert after({1: entry(seen=seen)}, 9999.0) == Next(End.REACHED, over=True)
    reads = Ladder((Step(1), Step(2, 60, "read")))
    assert after({1: entry(seen="delivered")}, 159.0, reads, reachable=(1, 2)) == Next(End.REACHED, until=160.0)
    assert after({1: entry(seen="delivered")}, 160.0, reads, reachable=(1, 2)).rung == 2
    assert after({1: entry(seen="delivered failed")}, 150.0, reads, reachable=(1, 2)).until == 160.0
    late = reads._replace(expires=60)
    assert after({1: entry(seen="delivered")}, 160.0, late, reachable=(1, 2)) == Next(End.REACHED, over=True)
    assert after({1: entry(seen="read")}, 160.0, reads, reachable=(1, 2)).over


def test_a_failure_after_submitted_still_counts_when_only_submitted_was_waited_for() -> None:
    submits = Ladder((Step(1), Step(2, 60, "submitted")))
    assert after({1: entry(seen="submitted")}, 9e9, submits, reachable=(1, 2)) == Next(End.ACCEPTED)
    assert after({1: entry(seen="submitted failed")}, 101.0, submits, reachable=(1, 2)).rung == 2


def test_a_delivery_outweighs_a_failure_whichever_came_first() -> None:
    assert after({1: entry(seen="failed delivered")}).over


def test_on_failed_waits_for_a_failure_alone() -> None:
    assert after({2: entry(seen="submitted")}, 9e9) == Next(End.ACCEPTED)
    assert after({2: entry(seen="failed")}).rung == 3


def test_an_unknown_outcome_is_no_failure_and_its_silence_is_silence() -> None:
    assert after({2: entry(State.UNKNOWN)}, 9e9) == Next(End.UNKNOWN)
    assert after({1: entry(State.UNKNOWN)}, 1299.0) == Next(End.UNKNOWN, until=1300.0)
    assert after({1: entry(State.UNKNOWN)}, 1300.0).rung == 2
    assert after({1: entry(State.UNKNOWN, seen="delivered")}, 1300.0) == Next(End.REACHED, over=True)


def test_a_late_receipt_never_causes_a_second_message() -> None:
    later = {1: entry(), 2: entry(at=2000.0)}
    for seen in ("failed", "submitted", "submitted failed"):
        assert after({**later, 1: entry(seen=seen)}, 9e9) == Next(End.ACCEPTED)
    assert after({**later, 1: entry(seen="delivered")}, 9e9) == Next(End.REACHED, over=True)


def test_a_late_delivery_keeps_the_next_rung_from_being_tried() -> None:
    assert after({1: entry(seen="delivered"), 2: entry(seen="failed")}) == Next(End.REACHED, over=True)
    assert after({1: entry(seen="submitted"), 2: entry(seen="failed")}).rung == 3


def test_whoever_has_no_further_address_is_at_the_end() -> None:
    assert after({1: entry(seen="failed")}, reachable=(1,)) == Next(End.FAILED, over=True)
    assert after({1: entry()}, 9e9, reachable=(1,)) == Next(End.ACCEPTED, over=True)
    assert after({3: entry(State.REFUSED)}) == Next(End.FAILED, over=True)
    assert after({3: entry(State.UNKNOWN)}) == Next(End.UNKNOWN, over=True)


@pytest.mark.parametrize(
    ("state", "end"),
    [(State.EXPIRED, End.EXPIRED), (State.SKIPPED, End.SKIPPED), (State.DROPPED, End.DROPPED)],
)
def test_whoever_is_closed_stays_closed(state: State, end: End) -> None:
    assert after({1: entry(state)}, 9e9) == Next(end, over=True)
    assert after({1: entry(seen="failed"), 2: entry(state)}, 9e9) == Next(end, over=True)


def test_nothing_starts_after_the_expiry_of_the_first_message() -> None:
    short = THREE._replace(expires=1500)
    assert after({1: entry()}, 1599.0, short).rung == 2
    assert after({1: entry()}, 1600.0, short) == Next(End.EXPIRED, over=True)
    assert after({1: entry(), 2: entry(at=1590.0, seen="failed")}, 1600.0, short) == Next(End.EXPIRED, over=True)
    assert after({1: entry(), 2: entry(State.UNSENT, at=1590.0)}, 1599.0, short).rung == 2
    assert after({1: entry(), 2: entry(State.UNSENT, at=1590.0)}, 1600.0, short) == Next(End.EXPIRED, over=True)
    assert after({1: entry(State.UNSENT)}, 9e9, short).rung == 1  # its time counts from when it is really sent


def test_a_wait_counts_from_the_outcome_and_the_expiry_from_the_beginning() -> None:
    slow = {1: [Entry(State.UNKNOWN, 100.0, 160.0)]}
    assert following(THREE, ALL, slow, 1359.0, always).until == 1360.0
    assert following(THREE._replace(expires=1260), ALL, slow, 1360.0, always) == Next(End.EXPIRED, over=True)
    assert following(THREE._replace(expires=1261), ALL, slow, 1360.0, always).rung == 2


def test_what_the_api_carries_on_by_itself_fails_only_with_what_it_sent_instead() -> None:
    native = Ladder((Step(1, carried_on=True), Step(3)))
    assert after({1: entry(seen="failed")}, 9e9, native, reachable=(1, 3)) == Next(End.ACCEPTED)
    assert after({1: entry(seen="failed", more="failed")}, 9e9, native, reachable=(1, 3)).rung == 3
    assert after({1: entry(seen="failed", more="delivered")}, 9e9, native, reachable=(1, 3)).end is End.REACHED
    assert after({1: entry(State.REFUSED)}, 9e9, native, reachable=(1, 3)).rung == 3
    both = {1: entry(seen="failed", more="failed"), 3: entry(seen="failed")}
    assert after(both, 9e9, native, reachable=(1, 3)) == Next(End.FAILED, over=True)


def test_channels_of_one_rung_fail_together_and_one_of_them_is_enough() -> None:
    def both(*entries: Entry, now: float = 200.0) -> Next:
        return following(THREE, ALL, {1: entries}, now, always)

    assert both(entry(seen="failed"), entry()) == Next(End.ACCEPTED, until=1300.0)
    assert both(entry(seen="failed"), entry(State.REFUSED)).rung == 2
    assert both(entry(seen="failed"), entry(seen="delivered")) == Next(End.REACHED, over=True)
    assert both(entry(seen="failed"), entry(State.DROPPED)).rung == 2
    assert both(entry(State.EXPIRED), entry(at=50.0), now=1299.0).until == 1300.0
    assert both(entry(State.UNKNOWN), entry(), now=200.0).end is End.ACCEPTED
    assert both(entry(State.SENDING), entry(seen="failed"), now=9e9) == Next(End.UNKNOWN)
    assert both(entry(State.UNSENT), entry(), now=9e9).rung == 1
    submits = Ladder((Step(1), Step(2, 60, "submitted")))
    assert following(submits, (1, 2), {1: [entry(seen="submitted"), entry()]}, 9e9, always) == Next(End.ACCEPTED)


MESSAGES = st.builds(
    Entry,
    st.sampled_from(State),
    st.floats(0, 5000),
    st.floats(0, 5000),
    st.frozensets(st.sampled_from(STATES), max_size=3),
    st.frozensets(st.sampled_from(STATES), max_size=2),
)
STATUSES = st.sampled_from(("submitted", "delivered", "read", "clicked"))
LADDERS = st.lists(
    st.tuples(st.none() | st.integers(1, 3000), STATUSES, st.booleans()),
    min_size=1, max_size=4,
).map(lambda rungs: Ladder(tuple(Step(number, *each) for number, each in enumerate(rungs, 1))))  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(LADDERS, st.data())
def test_nobody_goes_back_and_only_the_next_reachable_rung_is_tried(ladder: Ladder, data: st.DataObject) -> None:
    numbers = [step.number for step in ladder.steps]
    reachable = sorted(data.draw(st.sets(st.sampled_from(numbers), min_size=1)))
    upto = data.draw(st.integers(0, len(reachable)))
    tried: dict[int, Sequence[Entry]] = {
        number: data.draw(st.lists(MESSAGES, min_size=1, max_size=2)) for number in reachable[:upto]
    }
    now, until = data.draw(st.floats(0, 9000)), data.draw(st.floats(0, 9000))
    made = following(ladder, reachable, tried, now, lambda at: max(at, until))
    assert (made.rung is not None) + made.over <= 1
    if made.rung is not None and tried:
        current = reachable[upto - 1]
        unsent = any(each.state is State.UNSENT for each in tried[current])
        assert made.rung == (current if unsent else reachable[upto])
        assert not any("delivered" in each.seen and not unsent for each in tried[current]) or (
            next(step.unless for step in ladder.steps if step.number > current) in ("read", "clicked")
        )
    more = {number: [each._replace(seen=each.seen | {"complained"}) for each in tried[number]] for number in tried}
    if more and not any(each.state in (State.UNSENT, State.SENDING) for each in more[max(more)]):
        assert following(ladder, reachable, more, now, always).over


def test_the_ends_have_names_that_status_and_its_schema_know() -> None:
    names = ["reached", "accepted", "failed", "unknown", "expired", "skipped", "dropped"]
    assert [end.value for end in End] == names
    assert (Step(1).carried_on, Next(End.FAILED).over) == (False, False)


def test_the_ladder_of_a_plan_is_read() -> None:
    def rung(number: int, **more: Any) -> dict[str, Any]:
        return {"rung": number, "trigger": None, "native": False, "inside": None, **more}

    waits = {"on": "failed", "after_seconds": 1200, "unless": "delivered"}
    fails = {"on": "failed", "after_seconds": None, "unless": None}
    rungs = [
        rung(1), rung(1, **{"and": True}), rung(2, trigger=waits), rung(3, trigger=fails, native=True, inside=2),
        rung(4, trigger=fails),
    ]  # fmt: skip
    assert read_ladder(rungs, {"after_seconds": 60}) == Ladder(
        (Step(1), Step(2, 1200, "delivered", carried_on=True), Step(4)), 60
    )
    assert read_ladder(rungs[:1], {"at": None}) == Ladder((Step(1),))
