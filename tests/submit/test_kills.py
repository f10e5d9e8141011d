"""The sender is killed again and again, and a server that alone judges finds nobody lost and nobody sent to twice.

`python tests/submit/kills.py --kills 5000` does it for longer.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("kills.py")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


def killed(number: int, seed: int, *more: str) -> dict[str, Any]:
    """The result of so many kills."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "--kills", str(number), "--seed", str(seed), *more],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    print(done.stdout)  # noqa: T201  (shown when it fails: the seed makes it come again)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_nobody_is_lost_or_sent_to_twice_when_the_sender_is_killed() -> None:
    told = killed(120, 20261130)
    assert told["kills"] >= 120
    assert {key: told[key] for key in ("lost", "double", "wrong", "too_unknown", "unended")} == dict.fromkeys(
        ("lost", "double", "wrong", "too_unknown", "unended"), 0
    )


@pytest.mark.parametrize(
    "guard", ["intent after the post", "a lost outcome is sent again", "the outcome is not written"]
)
def test_a_product_that_is_broken_on_purpose_is_noticed(guard: str) -> None:
    assert killed(16, 1, "--guard", guard)["double"] > 0
