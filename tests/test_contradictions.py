"""Every contradiction that a finding can name stands in the table that explains it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_each_number_that_the_compiler_names_is_explained() -> None:
    used: set[str] = set()
    for path in (ROOT / "compiler" / "sendspec" / "channels").rglob("*.py"):
        used.update(re.findall(r"\bC[1-9][0-9]?\b", path.read_text(encoding="utf-8")))
    explained = set(
        re.findall(r"^\| (C[0-9]+) \|", (ROOT / "docs" / "contradictions.md").read_text(encoding="utf-8"), re.M)
    )
    assert used - explained == set()
