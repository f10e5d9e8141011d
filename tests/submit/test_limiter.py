"""The limiter: no sliding second above the limit, whatever clocks, timers and restarts do; and the limit is used."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.submit import breaker, limiter

from . import breaker_cases, limiter_cases, limiter_seen
from .limiter_cases import Module, Sent, used, windows_above
from .mutants import mutants

ROOM = Path(limiter.__file__).parent
#: Faults that change nothing that anybody could see, with the reason.
SAME = {
    "GtE → Gt in `now - each[1][0] >= WINDOW`": "at the very end of a request's second others wait 0 either way",
}


@pytest.fixture(autouse=True)
def soon() -> None:
    """Here a window is what it is: takes the place of the fixture that shortens it for other tests."""


@pytest.mark.parametrize("case", limiter_cases.CASES, ids=lambda case: case.__name__)
def test_the_limiter_keeps_its_promise(case: Callable[[Module], None]) -> None:
    case(limiter)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_sliding_second_is_above_whatever_the_sender_goes_through(data: st.DataObject) -> None:
    """Real time runs on; the sender's clock is off by up to two seconds, runs a little fast, jumps back, and its
    process is stopped between the charge and the request, or dies and comes back."""
    tps = data.draw(st.integers(1, 60))
    share = data.draw(st.sampled_from((1.0, 0.8, 0.5)))
    skew, drift = data.draw(st.floats(-2, 2)), data.draw(st.floats(0.5, 1.01))
    sizes = data.draw(st.lists(st.integers(1, max(1, int(tps * share))), min_size=1, max_size=6))
    real, jumped = 0.0, 0.0

    def clock() -> float:
        return 50 + skew + real * drift + jumped

    made = limiter.Limiter(clock(), tps, share=share)
    sent: list[Sent] = []
    for turn in range(data.draw(st.integers(1, 60))):
        match data.draw(st.sampled_from(("go", "go", "go", "go", "back", "stopped", "killed", "slower", "pause"))):
            case "back":
                jumped -= data.draw(st.floats(0, 2))
            case "killed":
                state = made.state(clock())
                made = limiter.Limiter(clock(), tps, share=share)
                made.resume(state)
            case "slower":
                made.slower(clock(), data.draw(st.sampled_from((None, 0.0, 0.3, 2.0))))
            case "pause":
                real += data.draw(st.floats(0, 3))
            case how:
                size = sizes[turn % len(sizes)]
                while wait := made.wait(clock(), size, "sms"):
                    real += wait / drift
                if how == "stopped":
                    real += data.draw(st.floats(0, 5))
                sent.append(Sent(real, size))
                made.left(clock(), made.ticket)
    assert windows_above(sent, max(1.0, tps * share)) == 0


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 120), st.randoms(use_true_random=False))
def test_most_of_the_limit_is_used_by_small_requests_of_any_sizes(tps: int, chance: random.Random) -> None:
    sizes = [chance.randint(1, max(1, tps // 40)) for _ in range(50)]  # larger ones leave gaps that nothing fits into
    sent = limiter_cases.drive(limiter.Limiter(0.0, tps), sizes, 0.0, 30.0)
    assert windows_above(sent, tps) == 0
    assert used(sent, tps, 10.0, 30.0) >= 0.95


@pytest.mark.parametrize(
    ("module", "cases"),
    [("limiter", limiter_cases.CASES), ("breaker", breaker_cases.CASES)],
    ids=["limiter", "breaker"],
)
def test_every_fault_in_it_is_noticed(module: str, cases: tuple[Callable[[Module], None], ...]) -> None:
    alive, count = [], 0
    for name, mutant in mutants(ROOM / f"{module}.py"):
        count += 1
        if _passes(mutant, cases) and name not in SAME:
            alive.append(name)
    assert count > 60
    assert alive == []


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal")
def test_a_server_sees_no_window_above_when_the_sender_is_stopped_and_killed(tmp_path: Path) -> None:
    """`python tests/submit/limiter_seen.py --seconds 60` looks for longer, and at how much of the limit is used."""
    seen = limiter_seen.watch(tmp_path, 1.5)
    assert (seen.above, seen.double) == (0, 0)
    assert seen.people > limiter_seen.TPS


def _passes(mutant: Module, cases: tuple[Callable[[Module], None], ...]) -> bool:
    try:
        for case in cases:
            case(mutant)
    except Exception:
        return False
    return True


def test_the_breaker_and_the_limiter_are_what_the_faults_are_made_in() -> None:
    assert {Path(limiter.__file__).name, Path(breaker.__file__).name} == {"limiter.py", "breaker.py"}
