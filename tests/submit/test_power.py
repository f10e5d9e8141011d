"""The power is cut, the disk is full or fails: what was acknowledged is there, and no byte leaves without an intent.

`python tests/submit/power.py --cuts 100000` does it for longer.
"""

from __future__ import annotations

import pytest

pytest.importorskip("apsw", reason="the disk in memory needs it")

from . import power
from .disk import FAULTS


@pytest.mark.parametrize("fault", FAULTS)
def test_nobody_is_lost_or_sent_to_twice_whatever_the_disk_does(fault: str) -> None:
    result = power.cuts(500, 20261130, fault=fault)
    print(result)  # noqa: T201  (shown when it fails)
    assert (result.lost, result.double, result.forgotten, result.too_unknown) == (0, 0, 0, 0)
    assert result.stopped > 250, "most faults come while it sends"


@pytest.mark.parametrize("guard", power.GUARDS)
def test_a_sender_that_is_broken_on_purpose_is_noticed(guard: str) -> None:
    assert power.cuts(100, 1, guard, "power").double > 0


def test_a_journal_that_does_not_wait_for_the_disk_forgets() -> None:
    assert power.cuts(100, 1, power.GUARDS[0], "power").forgotten > 0
