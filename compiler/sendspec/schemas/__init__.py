"""Our own JSON Schemas, and the one door to jsonschema: it is imported when a value is first validated.

This room must not know what a schema describes.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendspec.record import NamedTuple

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


class Breach(NamedTuple):
    """Where a value breaks its schema, as a JSON Pointer, and what is said of it."""

    pointer: str
    message: str


def path_of(name: str) -> Path:
    """The file of one of our own schemas: `plan`, `line`, `findings` …"""
    return Path(__file__).parent / f"{name}.schema.json"


def names() -> tuple[str, ...]:
    """The names of our own schemas, in alphabetical order."""
    here = Path(__file__).parent
    return tuple(sorted(path.name.removesuffix(".schema.json") for path in here.glob("*.schema.json")))


def validate(schema: str | Path, value: Any) -> Breach | None:
    """The breach that says most about a value by a schema (a name of ours, or a file), or None when there is none."""
    validator = _validator(path_of(schema) if isinstance(schema, str) else schema)
    from jsonschema.exceptions import best_match

    error = best_match(validator.iter_errors(value))
    if error is None:
        return None
    keys = (str(key).replace("~", "~0").replace("/", "~1") for key in error.absolute_path)
    return Breach("".join(f"/{key}" for key in keys), error.message)


def holds(schema: str | Path, value: Any) -> bool:
    """Whether a value keeps a schema."""
    return bool(_validator(path_of(schema) if isinstance(schema, str) else schema).is_valid(value))


@cache
def _validator(path: Path) -> Draft202012Validator:
    """The compiled validator of a file; one for each file and process. That the file is a schema is for tests to say:
    it takes longer than all that a small list of people needs."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
