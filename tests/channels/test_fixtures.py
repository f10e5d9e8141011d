"""Bodies that the API takes, and bodies with one fault each: those beside this file, and the shared ones if any.

A channel's folder of bodies is found by itself; a shared body belongs to the channel that its name starts with.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sendspec import channels
from sendspec.channels.schema import path_of
from sendspec.channels.verify import verify
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.schemas import validate
from sendspec.source import Source

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "api" / "fixtures"


def mine(kind: str) -> list[Path]:
    """The bodies of the channels that have a folder here."""
    own = [path for path in HERE.glob(f"*/{kind}/*.json") if path.parts[-3] in channels.names()]
    shared = [path for path in SHARED.glob(f"{kind}/*.json") if path.name.split("-")[0] in channels.names()]
    return sorted(path for path in (*own, *shared) if not path.name.endswith((".expect.json", ".notes.json")))


def named(path: Path) -> str:
    return f"{path.parts[-3]}-{path.stem}"


def body_of(path: Path) -> Any:
    """A body, made from its recipe where it is too large to store."""
    found = json.loads(path.read_text(encoding="utf-8"))
    if not path.name.endswith(".gen.json"):
        return found
    body = found["body"]
    for step in found["steps"]:
        body = put(body, step["at"], filling(step))
    return body


def filling(step: dict[str, Any]) -> Any:
    if "repeat" in step:
        return [copy(step["item"], number) for number in range(step["repeat"])]
    return (step["fill"] * (step["length"] // len(step["fill"]) + 1))[: step["length"]]


def copy(item: Any, number: int) -> Any:
    """A recipe's item, with its number and its fictional telephone number."""
    if isinstance(item, dict):
        return {key: copy(value, number) for key, value in item.items()}
    if isinstance(item, list):
        return [copy(value, number) for value in item]
    if not isinstance(item, str):
        return item
    phone = f"+447700900{number:03}" if number < 1000 else f"+44207946{number - 1000:04}"
    return item.replace("{n4}", f"{number:04}").replace("{n}", str(number)).replace("{msisdn}", phone)


def put(body: Any, at: str, value: Any) -> Any:
    keys = [key.replace("~1", "/").replace("~0", "~") for key in at.split("/")[1:]]
    if not keys:
        return value
    inner = body
    for key in keys[:-1]:
        inner = inner[int(key) if isinstance(inner, list) else key]
    inner[int(keys[-1]) if isinstance(inner, list) else keys[-1]] = value
    return body


def verified(path: Path) -> tuple[Diagnostic, ...]:
    return verify(Source(path.name, json.dumps(body_of(path), ensure_ascii=False)))


def expected(path: Path) -> dict[str, Any]:
    name = path.name.removesuffix(".gen.json").removesuffix(".json")
    found: dict[str, Any] = json.loads(path.with_name(f"{name}.expect.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", mine("valid"), ids=named)
def test_a_body_that_the_api_takes_has_no_error(path: Path) -> None:
    assert [(found.pointer, found.message) for found in verified(path) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", [path for path in mine("valid") if not path.is_relative_to(SHARED)], ids=named)
def test_a_body_has_no_remark_but_those_beside_it(path: Path) -> None:
    """`NAME.notes.json` beside a body names the pointers of its notes and warnings, and a part of each message."""
    beside = path.with_name(f"{path.name.removesuffix('.gen.json').removesuffix('.json')}.notes.json")
    wanted = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    found = {one.pointer or "": one.message for one in verified(path)}
    assert set(found) == set(wanted)
    assert {at: part for at, part in wanted.items() if part not in found[at]} == {}


@pytest.mark.parametrize("path", mine("invalid"), ids=named)
def test_the_fault_of_a_body_is_an_error_at_its_place(path: Path) -> None:
    wanted = expected(path)
    errors = [found for found in verified(path) if found.severity is Severity.ERROR]
    places = {wanted["pointer"], *wanted.get("pointer_alternatives", ())}
    assert places & {found.pointer for found in errors}, [(found.pointer, found.message) for found in errors]
    if "code" in wanted:
        assert wanted["code"] in {found.code for found in errors if found.pointer in places}


@pytest.mark.parametrize("path", mine("valid"), ids=named)
def test_the_schema_takes_what_the_declaration_takes(path: Path) -> None:
    body = body_of(path)
    for message in body if isinstance(body, list) else [body]:
        name = path.name.split("-")[0] if path.is_relative_to(SHARED) else path.parts[-3]
        serves = {api.name for api in channels.channel(name).apis}
        if (message.get("deliverychannel") or message.get("channel")) in serves:
            assert validate(path_of(name), message) is None


def test_there_are_bodies_of_every_channel() -> None:
    for kind in ("valid", "invalid"):
        assert {path.parts[-3] for path in HERE.glob(f"*/{kind}/*.json")} >= set(channels.names())
