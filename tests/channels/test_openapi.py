"""The endpoints as an OpenAPI document, and the schemas of single versions: valid, and usable by themselves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from sendspec import channels
from sendspec.channels.openapi import document, name_of
from sendspec.channels.schema import alone
from sendspec.cli.app import app

from .test_fixtures import body_of, mine, named

APIS = {
    name_of(declared, api): (declared, api)
    for declared in map(channels.channel, channels.names())
    for api in declared.apis
}


def printed(name: str) -> Any:
    run = CliRunner().invoke(app, ["schema", name], standalone_mode=False)
    assert run.exception is None
    return json.loads(run.output)


def test_the_document_is_valid_openapi() -> None:
    validate(document())


def test_the_document_is_printed_whole() -> None:
    assert printed("openapi") == document()


def test_every_channel_stands_at_the_endpoint_of_its_version() -> None:
    made = json.dumps(document()["paths"])
    assert [name for name in APIS if f"/schemas/{name}" not in made] == []


@pytest.mark.parametrize("name", APIS)
def test_a_schema_of_one_version_stands_alone(name: str) -> None:
    schema = printed(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]


@pytest.mark.parametrize("path", mine("valid"), ids=named)
def test_a_schema_takes_the_bodies_of_its_version_alone(path: Any) -> None:
    body = body_of(path)
    for message in body if isinstance(body, list) else [body]:
        for name, (declared, api) in APIS.items():
            key = {"v1": "deliverychannel", "v2": "channel"}[api.version]
            if message.get(key) == api.name:
                assert Draft202012Validator(alone(declared, api)).is_valid(message), name
