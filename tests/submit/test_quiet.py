"""Quiet hours by a person's own clocks, through nights, days and changes of summer time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.submit.compiled import read_plan
from sendspec.submit.correlation import trace
from sendspec.submit.journal import Ended, Holder, Journal, Result, State, create
from sendspec.submit.machine import Batch, Offered
from sendspec.submit.quiet import Quiet, read_quiet
from sendspec.submit.source import Source

from .conftest import V1, sms, write_plan

NIGHT = {"from": "21:00:00", "to": "08:00:00", "zone": {"variable": "tz"}, "then": "hold"}
MOMENTS = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2035, 1, 1))
ZONES = st.sampled_from(["Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "UTC"])
TIMES = st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 30]))


def at(text: str) -> float:
    return dt.datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize(
    ("moment", "zone", "seconds"),
    [
        ("2026-11-30T20:59:59+00:00", "Europe/London", 0), ("2026-11-30T21:00:00+00:00", "Europe/London", 11 * 3600),
        ("2026-12-01T07:59:00+00:00", "Europe/London", 60), ("2026-12-01T08:00:00+00:00", "Europe/London", 0),
        ("2026-11-30T21:00:00+00:00", "America/New_York", 0), ("2026-11-30T03:00:00+00:00", "America/New_York", 36000),
        # the night in which clocks go forward is an hour shorter, the one in which they go back an hour longer
        ("2026-03-28T21:00:00+00:00", "Europe/London", 10 * 3600),
        ("2026-10-24T20:00:00+00:00", "Europe/London", 12 * 3600),
    ],
)  # fmt: skip
def test_a_night_ends_by_the_persons_clock(moment: str, zone: str, seconds: int) -> None:
    quiet = read_quiet(NIGHT)
    assert quiet is not None
    assert quiet.pause(zone, at(moment)) == seconds


def test_one_zone_for_all_is_that_of_the_plan() -> None:
    quiet = read_quiet({**NIGHT, "zone": {"name": "Asia/Kolkata"}, "then": "skip"})
    assert quiet is not None
    assert quiet == Quiet(dt.time(21), dt.time(8), "Asia/Kolkata", True)
    assert quiet.pause("America/New_York", at("2026-11-30T15:29:00+00:00")) == 0
    assert quiet.pause("America/New_York", at("2026-11-30T15:30:00+00:00")) == 11 * 3600


@settings(max_examples=200, deadline=None)
@given(TIMES, TIMES, ZONES, MOMENTS)
def test_it_is_quiet_while_the_clock_says_so_and_not_when_the_pause_is_over(
    start: dt.time, end: dt.time, zone: str, moment: dt.datetime
) -> None:
    quiet = Quiet(start, end, None, False)
    wall = moment.replace(tzinfo=dt.UTC).timestamp()
    here = dt.datetime.fromtimestamp(wall, ZoneInfo(zone)).time()
    within = start <= here < end if start <= end else here >= start or here < end
    pause = quiet.pause(zone, wall)
    assert (pause > 0) is within
    assert pause <= 25 * 3600
    if not within and start != end:
        assert wall < quiet.begins(zone, wall) <= wall + 25 * 3600


PEOPLE = {"rung": 1, "path": V1, "body": sms(0, 1, 2), "rows": [0, 1, 2],
          "zones": ["Europe/London", "America/New_York", "Europe/London"]}  # fmt: skip
LATE = at("2026-11-30T22:00:00+00:00")


def source(folder: Path, line: dict[str, object], **plan: object) -> tuple[Source, Journal]:
    compiled = read_plan(write_plan(folder / "m", [line], **plan))
    create(folder / "j")
    journal = Journal(folder / "j")
    journal.make({})
    journal.lease(Holder("t", "h", 1), 0.0)
    rung = compiled.rungs[0]
    lines = compiled.lines(rung)
    return Source(compiled, rung, lines, journal, lambda line, place: f"id-{place}",
                  lambda id: trace(b"k" * 16, id), lambda channel: 10), journal  # fmt: skip


def test_whoever_is_held_comes_in_the_morning(tmp_path: Path) -> None:
    made, journal = source(tmp_path, PEOPLE, quiet=NIGHT)
    first = made.offer(0.0, LATE)
    assert first.batch is not None
    assert first.batch.places == (1,)
    assert first.batch.until == at("2026-12-01T02:00:00+00:00"), "until it is quiet in New York too"
    _, intent = made.pack(first.batch, 1, LATE)
    journal.write(LATE, (), [intent])
    assert made.offer(0.0, LATE) == Offered(None, 10 * 3600)
    morning = made.offer(0.0, LATE + 10 * 3600)
    assert morning.batch is not None
    assert morning.batch.places == (0, 2), "and nobody who was sent to"
    assert made.offer(0.0, LATE + 10 * 3600) == Offered(None, None)


def test_a_batch_that_waited_into_the_night_is_held_as_well(tmp_path: Path) -> None:
    made, _ = source(tmp_path, PEOPLE, quiet=NIGHT)
    early = LATE - 2 * 3600
    first = made.offer(0.0, early)
    assert first.batch is not None
    assert (first.batch.places, first.batch.until) == ((0, 1, 2), early + 3600)
    again = made.again(first.batch, LATE)
    assert again.stale
    assert again.batch is not None
    assert again.batch.places == (1,)


def test_whoever_a_receipt_shows_as_reached_is_not_tried_again(tmp_path: Path) -> None:
    made, journal = source(tmp_path, PEOPLE)
    batch = made.offer(0.0, LATE).batch
    assert batch is not None
    _, intent = made.pack(batch, 1, LATE)
    journal.write(LATE, (), [intent])
    throttled = [Result(place, State.UNSENT, "throttled") for place in batch.places]
    journal.write(LATE, [Ended(1, "C", 429, throttled)])
    journal.settle(LATE, [(trace(b"k" * 16, "id-1"), State.UNSENT, "7500")])
    again = made.again(batch, LATE).batch
    assert again is not None
    assert again.places == (0, 2)


def test_whoever_is_skipped_or_expired_is_closed(tmp_path: Path) -> None:
    body = [sms(0, expiry="2026-11-30T21:59:59Z"), sms(1, 2, expiry="2026-11-30T22:30:00Z")]
    line = {**PEOPLE, "body": body}
    made, journal = source(tmp_path, line, quiet={**NIGHT, "then": "skip"})
    offered = made.offer(0.0, LATE)
    assert offered.batch == Batch(1, 0, (1,), "sms", at("2026-11-30T22:30:00+00:00"))
    assert journal.states(1, 0) == {0: State.EXPIRED, 2: State.SKIPPED}
    assert offered.batch is not None
    assert made.again(offered.batch, LATE + 1800) == Offered(None, None, stale=True)
    assert journal.states(1, 0)[1] is State.EXPIRED
    assert made.offer(0.0, LATE + 1800) == Offered(None)
