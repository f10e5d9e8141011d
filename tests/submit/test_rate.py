"""The rate as the server sees it: no sliding second holds more, through stops of the process and restarts."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from itertools import accumulate
from pathlib import Path

import pytest

from .conftest import shared, write_plan
from .judge import Judge, listening

TPS = 40


def most(at: list[tuple[float, int]]) -> int:
    """The most people of any sliding second."""
    times = [when for when, _ in at]
    sums = [0, *accumulate(people for _, people in at)]
    first, found = 0, 0
    for last, when in enumerate(times):
        while times[first] <= when - 1:
            first += 1
        found = max(found, sums[last + 1] - sums[first])
    return found


def test_the_measure_sees_a_second_that_holds_too_much() -> None:
    assert most([(0.0, 3), (0.5, 4), (0.99, 2), (1.2, 1), (1.6, 9)]) == 12


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGSTOP")
def test_no_sliding_second_holds_more_than_the_rate(judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(110, 3))
    with listening(judge) as port:
        command = [sys.executable, "-m", "sendspec", "send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm",
                   "--tps", str(TPS)]  # fmt: skip

        def run(pauses: list[float], end: bool) -> int:
            before = len(judge.at)
            process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            while len(judge.at) == before and process.poll() is None:
                time.sleep(0.01)
            for pause in pauses:
                time.sleep(pause)
                process.send_signal(signal.SIGSTOP)
                time.sleep(0.4)
                process.send_signal(signal.SIGCONT)
            if end:
                process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)
            return process.returncode

        assert run([0.6, 0.31], end=True) == 4
        assert run([0.5, 0.27], end=False) == 0
    assert sum(people for _, people in judge.at) == 110
    assert TPS / 4 < most(judge.at) <= TPS
