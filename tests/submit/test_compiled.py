"""A compiled folder is read as compile wrote it, and a line only as the bytes that were checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sendspec.blocked import BlockedError
from sendspec.submit.compiled import read_plan

from .conftest import shared, write_plan


def test_lines_are_read_in_order_and_by_number(tmp_path: Path) -> None:
    compiled = read_plan(write_plan(tmp_path / "m", shared(7, 3)))
    lines = compiled.lines(compiled.rungs[0])
    assert [(line.number, tuple(line.rows)) for line in lines.each()] == [(0, (0, 1, 2)), (1, (3, 4, 5)), (2, (6,))]
    assert [tuple(lines.line(number).rows) for number in (2, 0, 1)] == [(6,), (0, 1, 2), (3, 4, 5)]
    assert len(lines) == 3


@pytest.mark.parametrize("by_number", [True, False])
def test_a_line_that_changed_since_it_was_checked_is_not_read(tmp_path: Path, by_number: bool) -> None:
    folder = write_plan(tmp_path / "m", shared(7, 3))
    compiled = read_plan(folder)
    lines = compiled.lines(compiled.rungs[0])
    file = folder / "rung-1.ndjson"
    text = file.read_bytes()
    for changed in (text.replace(b'"rows":[3,4,5]', b'"rows":[3,4,6]'), text.replace(b"\n", b"", 1), text[:-1]):
        file.write_bytes(changed)
        with pytest.raises(BlockedError, match="it changed while it was sent"):
            _ = [lines.line(number) for number in range(3)] if by_number else list(lines.each())
    file.write_bytes(text + text)
    if not by_number:
        with pytest.raises(BlockedError, match="it changed while it was sent"):
            list(lines.each())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{}\n", "line 1 is no line of a plan"), (b"x\n", "line 1 is no line of a plan"),
        (b'{"rung":1,"path":"/v2/messages","body":{"to":[{"msisdn":["+1"]}]},"rows":[0,1]}\n',
         "line 1 has 1 addresses and 2 rows"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_told_without_its_content(tmp_path: Path, line: bytes, said: str) -> None:
    import hashlib

    folder = write_plan(tmp_path / "m", shared(1, 1))
    (folder / "rung-1.ndjson").write_bytes(line)
    plan = json.loads((folder / "plan.json").read_text())
    plan["rungs"][0]["sha256"] = hashlib.sha256(line).hexdigest()
    (folder / "plan.json").write_text(json.dumps(plan))
    compiled = read_plan(folder)
    with pytest.raises(BlockedError, match=said):
        list(compiled.lines(compiled.rungs[0]).each())


def test_an_expiry_that_is_no_instant_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(BlockedError, match="`expires` is no instant"):
        read_plan(write_plan(tmp_path / "m", shared(1, 1), expires={"at": "tomorrow"}))
