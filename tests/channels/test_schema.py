"""JSON Schemas are made from the declarations, and the files are as they would be made now."""

from __future__ import annotations

import json

import pytest

from sendspec import channels
from sendspec.channels.declare import Api, Object
from sendspec.channels.schema import path_of, text_of
from sendspec.schemas import holds, validate

APIS = [(name, api) for name in channels.names() for api in channels.channel(name).apis]
V1 = {
    "deliverychannel": "sms",
    "destination": [{"msisdn": ["+447700900123"]}],
    "channels": {"sms": {"senderid": "ACME", "text": "Hello"}},
}


@pytest.mark.parametrize("name", channels.names())
def test_the_schema_of_a_channel_is_current(name: str) -> None:
    assert path_of(name).read_text(encoding="utf-8") == text_of(channels.channel(name)), (
        "run `python -m sendspec.channels.schema`"
    )


@pytest.mark.parametrize("name", channels.names())
def test_a_schema_says_where_it_comes_from(name: str) -> None:
    assert json.loads(path_of(name).read_text(encoding="utf-8"))["$comment"]


@pytest.mark.parametrize(("name", "api"), APIS, ids=lambda value: value if isinstance(value, str) else value.version)
def test_every_fragment_has_a_place_that_the_body_declares(name: str, api: Api) -> None:
    for fragment, place in api.places.items():
        shape: object = api.body
        for key in place:
            if not isinstance(shape, Object):
                break
            assert key in shape.members, f"{name} {api.version}: {fragment} at {place}"
            shape = shape.members[str(key)].shape


@pytest.mark.parametrize(
    "change",
    [
        {"destination": []},
        {"destination": [{"msisdn": "+447700900123"}]},
        {"channels": {"sms": {"text": 1}}},
        {"channels": {"sms": {"text": "x" * 4001}}},
        {"route": "FAST"},
        {"calbackData": "x"},
        {"correlationid": "x" * 51},
        {"notifyurl": "http://a.example"},
        {"options": {"trackClicks": "true"}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_schema_refuses_what_it_can_express(change: dict[str, object]) -> None:
    assert holds(path_of("sms"), V1)
    assert not holds(path_of("sms"), {**V1, **change})


def test_an_empty_optional_member_is_taken_by_the_schema_too() -> None:
    assert validate(path_of("sms"), {**V1, "expiry": "", "notifyurl": ""}) is None
