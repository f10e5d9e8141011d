"""What a compile came to: its messages, rungs and requests, as a table for people or as JSON for a program.

It reads plans and the sizes of their files, and must not know how a plan is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sendspec.cli.tables import table
from sendspec.values.trouble import grouped

#: What became of rows, in the order of a plan's sum.
_ROWS = ("rows", "people", "rejects", "duplicates", "excluded")


def as_text(plans: Sequence[dict[str, Any]], out: Path) -> Iterator[str]:
    """The tables of rows, where not all are people, and of rungs."""
    rows = [(plan["message"], *(grouped(plan["counts"][name]) for name in _ROWS)) for plan in plans]
    if any(plan["counts"]["rows"] != plan["counts"]["people"] for plan in plans):
        yield from table(("message", *_ROWS), rows, words=1)
        yield from _codes(plans)
        yield "\n"
    head = ("message", "rung", "channel", "people", "no address", "requests", "bytes")
    yield from table(head, [_row(plan, rung, out) for plan in plans for rung in plan["rungs"]], words=3)


def _codes(plans: Sequence[dict[str, Any]]) -> Iterator[str]:
    """How many rows each code refused."""
    for plan in plans:
        if plan["rejects"]:
            named = ", ".join(f"{code} {grouped(rows)}" for code, rows in plan["rejects"].items())
            yield f"  rejects of {plan['message']}: {named}\n"


def _row(plan: dict[str, Any], rung: dict[str, Any], out: Path) -> tuple[str, ...]:
    number = f"{rung['rung']}{' in ' + str(rung['inside']) if rung['inside'] else ' and' if rung['and'] else ''}"
    if rung["file"] is None:
        return plan["message"], number, rung["channel"], "", "", "", ""
    size = 0 if rung["and"] else _bytes(plan, rung, out)
    numbers = (rung["people"], rung["without_address"], rung["requests"])
    return plan["message"], number, rung["channel"], *map(grouped, numbers), grouped(size) if size else ""


def _bytes(plan: dict[str, Any], rung: dict[str, Any], out: Path) -> int:
    """The bytes of a rung's file of lines, which rungs of one number share."""
    return Path(out, plan["message"], rung["file"]).stat().st_size


def as_json(plans: Sequence[dict[str, Any]], out: Path) -> Iterator[str]:
    """The plans, each with its folder and the bytes of its files."""
    told = [
        {
            "message": plan["message"],
            "folder": (out / plan["message"]).as_posix(),
            "counts": plan["counts"],
            "rejects": plan["rejects"],
            "rungs": [_told(plan, rung, out) for rung in plan["rungs"]],
        }
        for plan in plans
    ]
    yield json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _told(plan: dict[str, Any], rung: dict[str, Any], out: Path) -> dict[str, Any]:
    names = ("rung", "channel", "and", "inside", "file", "requests", "people", "without_address")
    return {**{name: rung[name] for name in names}, "bytes": _bytes(plan, rung, out) if rung["file"] else 0}
