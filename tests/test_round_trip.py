"""The example specs there and back: what their bodies are imported to compiles to just those bodies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sendspec.importer import imported

from .test_import import compiled
from .test_specs import lines

#: What import does not bring back yet, and says so: instants that differ from person to person, people who share a body
#: where others have their own, a substitution that stands at one person only.
BEYOND = {
    "appointment_reminder/rung-1.ndjson",
    "appointment_reminder/rung-2.ndjson",
    "spring_offer/rung-1.ndjson",
    "statement_ready/rung-1.ndjson",
}


def files() -> dict[str, list[Any]]:
    """The bodies of every line file that the specs make, arrays taken apart."""
    found: dict[str, list[Any]] = {}
    for name, line in lines():
        body = line["body"]
        found.setdefault(name, []).extend(body if isinstance(body, list) else [body])
    return found


def written(bodies: list[Any]) -> list[str]:
    """The bodies in one order: those of one message stand together in a spec, wherever they stood before."""
    return sorted(json.dumps(body, sort_keys=True) for body in bodies)


def test_the_bodies_of_the_specs_become_specs_that_compile_to_the_same(tmp_path: Path) -> None:
    unlike = set()
    for name, bodies in files().items():
        made = imported("bodies.json", json.dumps(bodies))
        if made.remarks:
            unlike.add(name)
        else:
            assert written(compiled(made.text, tmp_path)) == written(bodies), name
    assert unlike == BEYOND
