"""What a member of a request is, in our own words: read from `descriptions.toml` of a channel and of the envelope.

A text stands under `key`, or under `parent.key` where a key means something else there; a channel's own texts come
before those of the envelope. The facts (spellings, what is only warned about) come from the declaration itself.
Only the schemas and the pages read this: lint has no use for it. It must not know any channel.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sendspec.channels.declare import Api, Array, Channel, Limit, Member, String, Variant
from sendspec.diagnostic import Severity

_HERE = Path(__file__).parent


@cache
def texts(folder: str) -> Mapping[str, str]:
    """The texts of a folder beside this file; none where it has no such file."""
    path = _HERE / folder / "descriptions.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def meaning(name: str, parent: str, key: str) -> str | None:
    """What the member is, in the channel of that name; `parent` is the key that its object stands under."""
    places = (f"{parent}.{key}", key)
    return next((found[at] for found in (texts(name), texts("envelope")) for at in places if at in found), None)


def description(name: str, parent: str, key: str, member: Member) -> str | None:
    """What the member is, and what a schema cannot say of it otherwise."""
    if (said := meaning(name, parent, key)) is None:
        return None
    return " ".join([f"{said[0].upper()}{said[1:]}.", *_facts(member)])


def about_body(declared: Channel, api: Api) -> str:
    """What a whole body is."""
    return f"One message by {declared.title} on {api.version} of the API: it is POSTed to `{api.path}`."


def examples(declared: Channel, api: Api) -> tuple[object, ...]:
    """Whole bodies, one for each kind of content that the channel has on this version."""
    return tuple(by_kind(declared.name).get(api.version, {}).values())


@cache
def by_kind(name: str) -> Mapping[str, Mapping[str, object]]:
    """The examples of a channel by version and by the word of their content."""
    path = _HERE / name / "examples.json"
    found: Mapping[str, Mapping[str, object]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


def _facts(member: Member) -> list[str]:
    shape = member.shape
    said = ["Required."] if member.required else []
    said += [f"`{one.given}` is taken as another spelling of the key ({one.why})." for one in member.also]
    if isinstance(shape, String):
        said += [_variant(one) for one in shape.variants]
        if shape.choices and shape.fold:
            said.append(f"One of {', '.join(f'`{one}`' for one in shape.choices)}, in any case of letters.")
        if shape.form is not None:
            said.append(f"Form: {shape.form.name}.")
    if isinstance(shape, String | Array):
        said += [_advice(limit) for limit in shape.limits if limit.severity is not Severity.ERROR]
    return said


def _variant(one: Variant) -> str:
    return f"`{one.given}` is taken for `{one.current}` ({one.why})."


def _advice(limit: Limit) -> str:
    """A limit that breaks nothing: it is warned about, so the schema itself does not hold it."""
    bounds = [f"at least {limit.least}"] if limit.least else []
    bounds += [f"at most {limit.most}"] if limit.most is not None else []
    return f"Better {' and '.join(bounds)} {limit.unit.value} ({limit.source})."
