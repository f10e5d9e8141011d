"""Every setting is documented, and the JSON Schema of the settings judges as the reader of the settings does."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.blocked import BlockedError
from sendspec.project import read_config
from sendspec.schemas import holds, path_of

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads(path_of("config").read_text(encoding="utf-8"))

GOOD = (
    "",
    "[api]",
    '[api]\nprofile = "current"\nsms = "v2"\nvoice = "v1"\ntps = 200',
    '[api]\nprofile = "introduction"\nsms = "v1"',
    '[lint]\nselect = []\nignore = ["SMS020", "RCS"]',
    "[env]",
    "[env.test]",
    '[env.test]\nhost = "api.uk.webexconnect.io"\nservice = "5f1c2d3e"\nkey_env = "CONNECT_KEY_2"\ntps = 1',
    '[env."two words"]\nkey_env = "_KEY"',
)
BAD = (
    "api = 5",
    "lint = []",
    "env = 1",
    "env.test = 1",
    "[apis]",
    '[api]\nprofile = "older"',
    "[api]\nprofile = 1",
    '[api]\nsms = "V2"',
    "[api]\nsms = 2",
    '[api]\nrcs = "v2"',
    '[api]\nvoice = ["v1"]',
    "[api]\ntps = 0",
    "[api]\ntps = -3",
    "[api]\ntps = 1.5",
    "[api]\ntps = true",
    '[api]\ntps = "200"',
    '[lint]\nselect = "SMS"',
    "[lint]\nselect = [1]",
    '[lint]\nignore = [""]',
    "[lint]\nignores = []",
    '[env.test]\nhost = "https://api.uk.webexconnect.io"',
    '[env.test]\nhost = "localhost"',
    "[env.test]\nhost = 1",
    '[env.test]\nservice = ""',
    '[env.test]\nkey_env = "connect_key"',
    '[env.test]\nkey_env = "2KEYS"',
    '[env.test]\nkey_env = ""',
    '[env.test]\nkey_env = "A KEY"',
    '[env.test]\nkey = "s3cret"',
    "[env.test]\ntps = 0",
)


def taken(text: str) -> bool:
    """Whether the reader of the settings takes these."""
    try:
        read_config(ROOT, ROOT / "sendspec.toml", tomllib.loads(text))
    except BlockedError:
        return False
    return True


@pytest.mark.parametrize("text", GOOD)
def test_good_settings_are_taken_by_reader_and_schema(text: str) -> None:
    assert (taken(text), holds("config", tomllib.loads(text))) == (True, True)


@pytest.mark.parametrize("text", BAD)
def test_bad_settings_are_refused_by_reader_and_schema(text: str) -> None:
    assert (taken(text), holds("config", tomllib.loads(text))) == (False, False)


def keys(schema: dict[str, Any] = SCHEMA, path: str = "") -> Iterator[str]:
    """Every setting of the schema, an environment's under `env.NAME`."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    inner = {**schema.get("properties", {})}
    if isinstance(schema.get("additionalProperties"), dict):
        inner["NAME"] = schema["additionalProperties"]
    if not inner:
        yield path
    for name, each in inner.items():
        yield from keys(each, f"{path}.{name}" if path else name)


def test_the_page_has_a_row_for_every_setting_and_for_nothing_else() -> None:
    assert sorted(re.findall(r"^\| `([\w.]+\.[\w.]+)` \|", PAGE, re.M)) == sorted(keys())


def test_every_setting_says_what_it_means_to_an_editor() -> None:
    defined = {**SCHEMA["properties"]["api"]["properties"], **SCHEMA["$defs"]["environment"]["properties"]}
    assert [name for name, each in defined.items() if not each.get("description")] == []


def test_the_example_of_the_page_holds_every_key() -> None:
    example = tomllib.loads(re.findall(r"```toml\n(.*?)```", PAGE, re.S)[0])
    assert taken(re.findall(r"```toml\n(.*?)```", PAGE, re.S)[0])
    written = {f"{table}.{key}" for table in ("api", "lint") for key in example[table]}
    written |= {f"env.NAME.{key}" for each in example["env"].values() for key in each}
    assert written == set(keys())
