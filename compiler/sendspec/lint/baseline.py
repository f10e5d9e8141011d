"""Findings that a project has accepted for now: written once, then left out until their line changes.

A finding is known again by its code, its path and the text of its line, not by the line's number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from sendspec.diagnostic import Diagnostic
from sendspec.marked import fingerprints

Baseline = Counter[tuple[str, str, str]]


class BaselineError(Exception):
    """A baseline file that is not one of ours. The text is one line for people."""


def write(findings: Sequence[Diagnostic]) -> str:
    """The text of a baseline file that accepts these findings. Equal findings give equal bytes, in whatever order."""
    counted = Counter(_keys(findings))
    entries = [
        {"code": code, "path": path, "fingerprint": print, "count": counted[code, path, print]}
        for path, code, print in sorted((path, code, print) for code, path, print in counted)
    ]
    return json.dumps({"version": 1, "findings": entries}, indent=2) + "\n"


def read(text: str) -> Baseline:
    """A baseline from its text. BaselineError says what is wrong with one that we did not write."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"the baseline is not JSON: {error}") from None
    if not isinstance(data, dict) or data.get("version") != 1 or not isinstance(data.get("findings"), list):
        raise BaselineError('the baseline has another form; `{"version": 1, "findings": […]}` is expected')
    accepted: Baseline = Counter()
    for number, entry in enumerate(data["findings"]):
        if not _is_entry(entry):
            raise BaselineError(f"finding {number} of the baseline lacks a code, a path, a fingerprint or a count")
        accepted[entry["code"], entry["path"], entry["fingerprint"]] += entry["count"]
    return accepted


def without(baseline: Baseline, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that a baseline does not cover. What cannot be read is always told."""
    left = baseline.copy()
    kept: list[Diagnostic] = []
    for found, key in zip(findings, _keys(findings), strict=True):
        if left[key] > 0 and not found.code.startswith("SYN"):
            left[key] -= 1
        else:
            kept.append(found)
    return tuple(kept)


def _keys(findings: Sequence[Diagnostic]) -> list[tuple[str, str, str]]:
    prints = fingerprints(findings)
    return [(found.code, found.source.path, print) for found, print in zip(findings, prints, strict=True)]


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    count = entry.get("count")
    named = all(isinstance(entry.get(key), str) for key in ("code", "path", "fingerprint"))
    return named and isinstance(count, int) and not isinstance(count, bool) and count >= 1
