"""Files that `verify` is given by mistake: what they are, and which command takes them.

It must not know any channel, nor what a request holds.
"""

from __future__ import annotations

import re

from sendspec.channels.filled import Tree
from sendspec.channels.trail import safe
from sendspec.record import NamedTuple

_SPEC = r"""(?:\s|#[^\n]*\n)*(?:(?:import|locales|snippet)\s[^:\n]*["\[]|(?:sender|message)(?:\s+[\w-]+){1,2}\s*\{)"""
_FINDING = frozenset({"code", "severity", "message", "line"})


class Stranger(NamedTuple):
    """What a file is, in words, and what to do with it."""

    message: str
    help: str


def made_by_us(value: Tree) -> Stranger | None:
    """What else the commands write as JSON: a plan, or findings."""
    if isinstance(value, dict) and isinstance(rungs := value.get("rungs"), list) and "format" in value:
        files = [name for rung in rungs if isinstance(rung, dict) and isinstance(name := rung.get("file"), str)]
        return Stranger(
            "this is a plan that `compile` wrote, not a request body; the requests stand in the files that it names",
            f"run `sendspec verify` on {f'`{safe(files[0])}`' if files else 'them'}, in the same folder",
        )
    listed = (
        isinstance(value, list) and value and all(isinstance(one, dict) and one.keys() >= _FINDING for one in value)
    )
    sarif = isinstance(value, dict) and "sarif" in str(value.get("$schema")) and "runs" in value
    if listed or sarif:
        return Stranger(
            "these are findings that a command wrote, not a request body",
            "run `sendspec verify` on the body that they are about, or `sendspec lint` on the spec",
        )
    return None


def spec(path: str, text: str) -> Stranger | None:
    """A spec, told by its name or its first statement; `text` is no JSON."""
    if not path.endswith(".send") and re.match(_SPEC, text) is None:
        return None
    return Stranger("this is a spec, not a request body", "run `sendspec lint` on it")
