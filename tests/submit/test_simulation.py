"""Campaigns in virtual time, with everything around them failing: nobody is lost or sent to twice, each ends once.

`python tests/submit/simulation.py --campaigns 1000000` does it for longer.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from . import simulation
from .simulation_world import FAULTS, PairedJournal, PairedStore


def test_nobody_is_lost_or_sent_to_twice_whatever_fails() -> None:
    told = simulation.simulate(400, 20261130)
    print(told)  # noqa: T201  (shown when it fails: the seed makes it come again)
    assert (told.lost, told.double, told.other) == (0, 0, [])
    assert len(told.faults) >= 40
    assert set(told.ends) >= {"reached", "accepted", "failed", "unknown", "expired", "skipped"}


def test_there_are_many_kinds_of_fault() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 20
    assert len(simulation.TROUBLES) >= 10


def test_the_journal_in_memory_says_what_the_one_on_disk_says(tmp_path: Path) -> None:
    for seed in range(5):
        folder = tmp_path / str(seed)
        folder.mkdir()
        beside = simulation.Campaign(seed, PairedJournal(folder / "j"), PairedStore(folder / "s")).whole()
        assert beside == simulation.Campaign(seed).whole()


@pytest.mark.parametrize("guard", sorted(simulation.GUARDS))
def test_a_product_that_is_broken_on_purpose_is_noticed(guard: str) -> None:
    with simulation.GUARDS[guard]():
        assert simulation.simulate(300, 3, until_wrong=True).other
