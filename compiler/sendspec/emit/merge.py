"""The folders of a message's buckets → one folder: their lines one after the other, and one plan over all of them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from sendspec.emit.write import PLAN

#: What buckets add up to.
_SUMS = ("requests", "people", "without_address")
_BLOCK = 1 << 20


def merge(parts: Sequence[Path], folder: Path) -> dict[str, Any]:
    """Makes the folder of a message out of those of its buckets, in their order, and gives its plan."""
    plans: list[dict[str, Any]] = [json.loads((part / PLAN).read_bytes()) for part in parts]
    made = plans[0]
    folder.mkdir()
    for name in ("counts", "rejects"):
        if name in made:
            made[name] = _summed([plan[name] for plan in plans])
    for at, rung in enumerate(made["rungs"]):
        rung.update({name: sum(plan["rungs"][at][name] for plan in plans) for name in _SUMS})
    sums: dict[str, str] = {}
    for rung in made["rungs"]:
        name = rung["file"]
        if name is not None:
            rung["sha256"] = sums[name] = sums.get(name) or _joined([part / name for part in parts], folder / name)
    with (folder / PLAN).open("wb") as file:
        file.write((json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace"))
        _sync(file)
    return made


def _summed(found: Sequence[Mapping[str, int]]) -> dict[str, int]:
    names = dict.fromkeys(name for each in found for name in each)
    return {name: sum(each.get(name, 0) for each in found) for name in names}


def _joined(parts: Sequence[Path], path: Path) -> str:
    seen = sha256()
    with path.open("wb") as file:
        for part in parts:
            with part.open("rb") as lines:
                while data := lines.read(_BLOCK):
                    seen.update(data)
                    file.write(data)
        _sync(file)
    return seen.hexdigest()


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
