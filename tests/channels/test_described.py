"""Every member of a request is described, and every kind of content has an example that holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sendspec import channels
from sendspec.channels.declare import Api, Array, Channel, Member, Object, OneOf, Shape
from sendspec.channels.described import by_kind, description, meaning, texts
from sendspec.channels.schema import alone, body_schema
from sendspec.channels.verify import verify
from sendspec.source import Source

APIS = [(declared, api) for declared in map(channels.channel, channels.names()) for api in declared.apis]
EXAMPLES = [
    pytest.param(declared, api, body, id=f"{declared.name}-{api.version}-{kind}")
    for declared, api in APIS
    for kind, body in by_kind(declared.name).get(api.version, {}).items()
]
each_api = pytest.mark.parametrize(("declared", "api"), APIS, ids=lambda one: getattr(one, "version", one.name))
each_example = pytest.mark.parametrize(("declared", "api", "body"), EXAMPLES)
#: Kinds of which no body is free of findings: the form itself is deprecated.
DEPRECATED = {("whatsapp", "hsm")}


def members(shape: Shape, parent: str = "") -> Iterator[tuple[str, str, Member]]:
    """Every member of a shape with the key that its object stands under."""
    match shape:
        case Object():
            for key, member in shape.members.items():
                yield parent, key, member
                yield from members(member.shape, key)
            if shape.rest is not None:
                yield from members(shape.rest, parent)
        case Array():
            yield from members(shape.of, parent)
        case OneOf():
            for case in (*shape.cases.values(), shape.default):
                yield from members(case, parent)
        case _:
            pass


@each_api
def test_every_member_of_a_request_is_described(declared: Channel, api: Api) -> None:
    found = members(api.body)
    assert sorted({f"{parent}.{key}" for parent, key, _ in found if meaning(declared.name, parent, key) is None}) == []


def test_no_description_is_left_over() -> None:
    used = {
        (folder, place)
        for declared, api in APIS
        for parent, key, _ in members(api.body)
        for folder in (declared.name, "envelope")
        for place in (key, f"{parent}.{key}")
    }
    folders = ("envelope", *channels.names())
    assert [(folder, place) for folder in folders for place in texts(folder) if (folder, place) not in used] == []


@each_api
def test_every_property_of_a_schema_has_its_description(declared: Channel, api: Api) -> None:
    def bare(schema: object) -> Iterator[str]:
        if isinstance(schema, dict):
            conditions = ("if", "examples", "enum", "const")
            if schema.get("type") == "object":
                yield from (key for key, one in schema.get("properties", {}).items() if "description" not in one)
                yield from (key for one in schema.get("properties", {}).values() for key in bare(one))
            rest = (one for key, one in schema.items() if key not in (*conditions, "properties"))
            yield from (key for one in rest for key in bare(one))
        elif isinstance(schema, list):
            yield from (key for one in schema for key in bare(one))

    made = body_schema(declared, api)
    assert made["description"]
    assert list(bare(made)) == []


def test_a_description_tells_what_a_schema_cannot_say() -> None:
    sms = channels.channel("sms")
    text = next(member for parent, key, member in members(sms.apis[0].body) if (parent, key) == ("sms", "text"))
    assert "Better at most 1024 bytes (DEV/send-message-v1, C14)." in str(description("sms", "sms", "text", text))
    receipts = next(member for _, key, member in members(sms.apis[1].body) if key == "to")
    assert str(description("sms", "", "to", receipts)).endswith("on this channel. Required.")


@pytest.mark.parametrize("name", channels.names())
def test_every_kind_of_content_has_an_example(name: str) -> None:
    declared = channels.channel(name)
    kinds = {word.name for word in declared.words if word.kind} or {"message"}
    shown = {kind for bodies in by_kind(name).values() for kind in bodies}
    assert shown == {kind for kind in kinds if (name, kind) not in DEPRECATED}
    assert list(by_kind(name)) == [api.version for api in declared.apis]


@each_example
def test_an_example_is_taken_by_its_schema(declared: Channel, api: Api, body: Any) -> None:
    schema: Any = alone(declared, api)
    assert body in schema["examples"]
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(body)] == []


@each_example
def test_an_example_has_no_finding(declared: Channel, api: Api, body: Any) -> None:
    source = Source(f"{declared.name}-{api.version}.json", json.dumps(body, ensure_ascii=False))
    assert [(found.code, found.message) for found in verify(source)] == []
