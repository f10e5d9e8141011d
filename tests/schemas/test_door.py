"""The one door to jsonschema: opened late, and each schema compiled once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sendspec import schemas

PACKAGE = Path(schemas.__file__).parent.parent


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "a.schema.json"
    path.write_text(
        json.dumps({"type": "object", "properties": {"a/b": {"type": "array", "items": {"type": "string"}}}})
    )
    return path


def test_a_value_that_keeps_its_schema_has_no_breach(schema: Path) -> None:
    assert schemas.validate(schema, {"a/b": ["x"]}) is None
    assert schemas.holds(schema, {})


def test_a_breach_has_the_pointer_of_the_value(schema: Path) -> None:
    breach = schemas.validate(schema, {"a/b": ["x", 1]})
    assert breach is not None
    assert breach.pointer == "/a~1b/1"


@pytest.mark.parametrize("name", schemas.names())
def test_each_of_our_schemas_is_a_schema(name: str) -> None:
    assert schemas.validate(name, 0) is not None, "no schema of ours takes a bare number"


def test_jsonschema_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, sendspec.schemas; sys.exit('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.schema.json")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_every_schema_of_the_package_is_one(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
