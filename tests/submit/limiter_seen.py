"""The limiter as a server sees it: real processes that are stopped, killed and started again send to it.

`python tests/submit/limiter_seen.py --seconds 60` prints how many windows were above the limit, and how much of it was
used while nothing disturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.submit.conftest import shared, write_plan
from tests.submit.judge import Asked, Judge, Says, accepted, listening
from tests.submit.limiter_cases import Sent, used, windows_above

import sendspec

TPS = 40
#: How long the rate takes to rise, and a little more.
RISEN = 7.0


class Seen(NamedTuple):
    """What the server has seen. `used` is None when there was no time to rise."""

    people: int
    above: int
    used: float | None
    double: int


def watch(folder: Path, calm: float) -> Seen:
    """Lets a sender run undisturbed for `calm` seconds; then it is stopped for a while, killed, and started again."""
    arrived: list[Sent] = []

    def behaviour(asked: Asked) -> Says:
        arrived.append(Sent(time.monotonic(), len(asked.ids)))
        return accepted(asked)

    judge = Judge(behaviour)
    (folder / "sendspec.toml").write_text(f"[api]\ntps = {TPS}\n")
    write_plan(folder / "out/m", shared(TPS * int(calm + 60), 8))
    with listening(judge) as port:
        sender = _sender(folder, port)
        while not arrived and sender.poll() is None:
            time.sleep(0.01)  # a busy machine is slow to start
        began = time.monotonic()
        time.sleep(calm)
        end = time.monotonic()
        for pause in (0.6, 1.3):
            sender.send_signal(signal.SIGSTOP)
            time.sleep(pause)
            sender.send_signal(signal.SIGCONT)
            time.sleep(0.7)
        sender.kill()
        sender.wait()
        sender = _sender(folder, port)
        time.sleep(2.5)
        sender.send_signal(signal.SIGTERM)
        sender.wait(30)
    part = used(arrived, TPS, began + RISEN, end) if end > began + RISEN + 2 else None
    double = sum(times > 1 for times in judge.taken.values())
    return Seen(sum(each.destinations for each in arrived), windows_above(arrived, TPS), part, double)


def _sender(folder: Path, port: int) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(Path(sendspec.__file__).parent.parent), "SENDSPEC_CACHE": "off"}
    line = [sys.executable, "-m", "sendspec", "send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm"]
    quiet: Any = subprocess.DEVNULL
    return subprocess.Popen([*line, "--max-refused", "100%"], cwd=folder, env=env, stdout=quiet, stderr=quiet)


def main() -> None:
    """The command line."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--seconds", type=float, default=30)
    given = read.parse_args()
    with tempfile.TemporaryDirectory() as name:
        seen = watch(Path(name), given.seconds)
    sys.stdout.write(json.dumps(seen._asdict()) + "\n")
    raise SystemExit(bool(seen.above or seen.double))


if __name__ == "__main__":
    main()
