"""The two endpoints of the Messaging API as an OpenAPI 3.1 document, made of the channels' declarations.

A body's schema is the channel's own, by version; what is answered is written down here (facts §6.1). It must not know
any channel.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec import __version__
from sendspec.channels import channel, names
from sendspec.channels.declare import Api, Channel
from sendspec.channels.schema import ORIGIN, Schema, body_schema

_TEXT: Schema = {"type": "string"}
_QUEUED: Schema = {
    "type": "object",
    "description": "One message of the request: accepted, which is not yet delivered.",
    "required": ["code"],
    "properties": {"code": _TEXT, "transid": _TEXT, "description": _TEXT, "correlationid": _TEXT},
}
_V1_ANSWER: Schema = {
    "type": "object",
    "description": "A list answers the messages one by one; an object refuses all of the request. The status is 200.",
    "required": ["response"],
    "properties": {"response": {"anyOf": [{"type": "array", "items": _QUEUED}, _QUEUED]}},
}
_V2_ANSWER: Schema = {
    "type": "object",
    "required": ["messageId", "status"],
    "properties": {"messageId": _TEXT, "status": _TEXT, "correlationId": _TEXT, "requestTimestamp": _TEXT},
}
_REFUSED: Schema = {"type": "object", "required": ["code"], "properties": {"code": _TEXT, "message": _TEXT}}


def document() -> Schema:
    """The whole document."""
    schemas: Schema = {name: schema for declared in map(channel, names()) for name, schema in _bodies(declared)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Webex Connect Messaging API",
            "version": __version__,
            "description": "Requests as sendspec knows them. Not a document of the vendor's. "
            + ORIGIN.capitalize()
            + ".",
        },
        "servers": [{"url": "https://api.{region}.webexconnect.io", "variables": {"region": {"default": "us"}}}],
        "security": [{"key": []}, {"token": []}],
        "paths": {
            "/resources/v1/messaging": {"post": _v1(_named(schemas, "v1"))},
            "/v2/messages": {"post": _v2(_named(schemas, "v2"))},
        },
        "components": {
            "schemas": {
                **schemas,
                "answer-v1": _V1_ANSWER,
                "answer-v2": _V2_ANSWER,
                "refusal": _REFUSED,
            },
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "key", "description": "the key of a service"},
                "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            },
        },
    }


def _bodies(declared: Channel) -> Iterator[tuple[str, Schema]]:
    """The schemas of a channel's messages by name, `sms-v1`."""
    for api in declared.apis:
        yield name_of(declared, api), body_schema(declared, api)


def name_of(declared: Channel, api: Api) -> str:
    """What the schema of a channel's messages on a version is called."""
    return f"{declared.name}-{api.version}"


def _named(schemas: Schema, version: str) -> list[Schema]:
    return [{"$ref": f"#/components/schemas/{name}"} for name in schemas if name.endswith(version)]


def _content(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def _v1(messages: list[Schema]) -> Schema:
    one: Schema = {"anyOf": messages}
    return {
        "operationId": "sendV1",
        "summary": "Send a message, or a list of messages, to one or many people",
        "requestBody": {
            "required": True,
            "content": _content({"anyOf": [one, {"type": "array", "minItems": 1, "items": one}]}),
        },
        "responses": {
            "200": {"description": "Accepted or refused: the body tells", "content": _content(_ref("answer-v1"))}
        },
    }


def _v2(messages: list[Schema]) -> Schema:
    refusals = {"400": "The request is refused", "401": "The key or the token is not known", "429": "Too many a second"}
    return {
        "operationId": "sendV2",
        "summary": "Send a message to one or many people",
        "requestBody": {"required": True, "content": _content({"anyOf": messages})},
        "responses": {
            "201": {"description": "Accepted", "content": _content(_ref("answer-v2"))},
            **{code: {"description": said, "content": _content(_ref("refusal"))} for code, said in refusals.items()},
        },
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
