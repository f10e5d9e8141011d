"""A shape → JSON Schema (draft 2020-12): what that language can say of a declaration. Errors only, not warnings.

`python -m sendspec.channels.schema` writes each channel's `request.schema.json`. It must not know any channel.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sendspec.channels import channel, names
from sendspec.channels.declare import (
    Anything,
    Api,
    Array,
    Channel,
    Check,
    Limit,
    Member,
    Number,
    Object,
    OneOf,
    Shape,
    String,
    Switch,
    Variant,
)
from sendspec.channels.described import about_body, description, examples
from sendspec.channels.keywords import in_any_case
from sendspec.diagnostic import Severity

Schema = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
#: Where the declarations come from, and of when: the vendor's pages of this release.
ORIGIN = "made from the channel's declaration: the vendor's pages of release 6.20.0, as they stood in September 2026"


def schema_of(declared: Channel) -> Schema:
    """The schema of a channel's request bodies, on every version that it has."""
    bodies = [body_schema(declared, api) for api in declared.apis]
    head: Schema = {"$schema": DRAFT, "title": f"a request by {declared.title}", "$comment": ORIGIN}
    return {**head, **(bodies[0] if len(bodies) == 1 else {"oneOf": bodies})}


def body_schema(declared: Channel, api: Api) -> Schema:
    """The schema of one message on one version."""
    made: Schema = {"title": f"{declared.title} on {api.version}", "description": about_body(declared, api)}
    made |= _shape(api.body, Place(declared.name))
    return {**made, "examples": list(found)} if (found := examples(declared, api)) else made


def alone(declared: Channel, api: Api) -> Schema:
    """The same as a schema of its own, for any validator or editor."""
    return {"$schema": DRAFT, **body_schema(declared, api), "$comment": ORIGIN}


class Place(NamedTuple):
    """Where a shape stands: in which channel, and under which key."""

    channel: str
    key: str = ""


def _shape(shape: Shape, place: Place) -> Schema:
    match shape:
        case String():
            return _string(shape)
        case Number():
            return _number(shape)
        case Switch():
            return _switch(shape)
        case Array():
            made: Schema = {"type": "array", "items": _shape(shape.of, place)}
            return {**made, **_bounds(shape.limits, "minItems", "maxItems"), **_together(shape.checks)}
        case Object():
            return _object(shape, place)
        case OneOf():
            return _one_of(shape, place)
        case Anything():
            return {}


def _bounds(limits: tuple[Limit, ...], least: str, most: str) -> Schema:
    """The loosest of what is an error: a limit in bytes bounds the characters too."""
    errors = [limit for limit in limits if limit.severity is Severity.ERROR]
    low = max((limit.least for limit in errors), default=0)
    high = min((limit.most for limit in errors if limit.most is not None), default=None)
    sources = "; ".join(dict.fromkeys(limit.source for limit in errors))
    made: Schema = {least: low} if low else {}
    if high is not None:
        made[most] = high
    return {**made, "$comment": sources} if made else {}


def _string(shape: String) -> Schema:
    made: Schema = {"type": ["string", "number"] if shape.number else "string"}
    choices = [*shape.choices, *(variant.given for variant in shape.variants)]
    if shape.choices and shape.fold:
        made["pattern"] = in_any_case(*choices) + "$"
    elif shape.choices:
        made["enum"] = choices
    made |= _bounds(shape.limits, "minLength", "maxLength")
    if shape.form is not None:
        made |= shape.form.schema
    if not shape.empty and not shape.choices and "minLength" not in made:
        made["minLength"] = 1
    return made


def _number(shape: Number) -> Schema:
    made: Schema = {"type": "integer" if shape.whole else "number"}
    if shape.least is not None:
        made["minimum"] = shape.least
    if shape.most is not None:
        made["maximum"] = shape.most
    return {"anyOf": [made, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}]} if shape.text else made


def _switch(shape: Switch) -> Schema:
    boolean: Schema = {"type": "boolean"}
    text: Schema = {"enum": ["true", "false"]}
    if shape.also:
        return {"anyOf": [boolean, text]}
    return text if shape.emit == "string" else boolean


def _object(shape: Object, place: Place) -> Schema:
    properties: Schema = {}
    for name, member in shape.members.items():
        one = _member(name, member, place)
        for key in (name, *(variant.given for variant in member.also)):
            properties[key] = one
    made: Schema = {"type": "object", "properties": properties}
    plain = [name for name, member in shape.members.items() if member.required and not member.also]
    either = [(name, member.also) for name, member in shape.members.items() if member.required and member.also]
    if plain:
        made["required"] = plain
    others = [(name, variant.given) for name, member in shape.members.items() for variant in member.also]
    spelt: list[Schema] = [{"not": {"required": list(pair)}} for pair in others]
    for name, also in either:
        spelt.append({"anyOf": [{"required": [key]} for key in _keys(name, also)]})
    made |= _together(shape.checks, spelt)
    made["additionalProperties"] = _shape(shape.rest, place) if shape.rest is not None else False
    return made


def _together(checks: tuple[Check, ...], others: Sequence[Schema] = ()) -> Schema:
    """What members are together, as far as the checks can state it."""
    said = [*others, *(stated for check in checks if (stated := getattr(check, "states", None)) is not None)]
    return {"allOf": said} if said else {}


def _keys(name: str, also: tuple[Variant, ...]) -> tuple[str, ...]:
    return (name, *(variant.given for variant in also))


def _member(name: str, member: Member, place: Place) -> Schema:
    """A member's schema, with what the member is."""
    said = description(place.channel, place.key, name, member)
    made = _value(member, Place(place.channel, name))
    return made if said is None else {"description": said, **made}


def _value(member: Member, place: Place) -> Schema:
    """What a member takes. An empty string counts as absent where it is optional: printed requests have such."""
    made = _shape(member.shape, place)
    if member.required or not made:
        return made
    if made == {"type": "string", "minLength": 1}:
        return {"type": "string"}
    return {"anyOf": [{"const": ""}, made]}


def _one_of(shape: OneOf, place: Place) -> Schema:
    """The case by the value of the deciding member; another value, or none, is the default's business."""
    declared = shape.default.members.get(shape.by)
    variants = declared.shape.variants if declared is not None and isinstance(declared.shape, String) else ()
    made: Schema = _shape(shape.default, place)
    for case in reversed(tuple(dict.fromkeys(shape.cases.values()))):
        keys = [name for name, one in shape.cases.items() if one is case]
        condition: Schema = {"anyOf": [{"required": [key]} for key in keys]}
        if shape.by:
            given = [variant.given for variant in variants if variant.current in keys]
            condition = {"properties": {shape.by: {"enum": [*keys, *given]}}, "required": [shape.by]}
        made = {"if": condition, "then": _shape(case, place), "else": made}
    return made


def text_of(declared: Channel) -> str:
    """The schema as it stands in the channel's folder."""
    return json.dumps(schema_of(declared), ensure_ascii=False, indent=1) + "\n"


def path_of(name: str) -> Path:
    """Where a channel's schema stands."""
    return Path(__file__).parent / name / "request.schema.json"


def write() -> None:
    """Writes the schemas of all channels."""
    for name in names():
        path_of(name).write_text(text_of(channel(name)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
