"""A body → the channel and the API that it is for. It must not judge: `verify` does."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels import channel, names
from sendspec.channels.declare import Api, Channel, Object, Shape, String
from sendspec.nearest import nearest
from sendspec.record import NamedTuple

KEYS = {"v1": "deliverychannel", "v2": "channel"}


class For(NamedTuple):
    """Whose body it is."""

    channel: Channel
    api: Api


def which(body: Mapping[str, object]) -> For | None:
    """The channel that a body names; None when it names none that there is."""
    for version, key in KEYS.items():
        name = body.get(key)
        if not isinstance(name, str):
            continue
        for known in map(channel, names()):
            for api in known.apis:
                if api.version == version and name in _names(api, key):
                    return For(known, api)
    return None


def meant(body: Mapping[str, object]) -> tuple[str, str] | None:
    """The key that names the channel, and the name that is meant where no channel has the one in it: the nearest, or
    that of the channel whose content it is."""
    for version, key in KEYS.items():
        if isinstance(name := body.get(key), str) and name:
            near = nearest(name, [api.name for api in _apis(version)])
            return None if near is None else (key, near)
    held = body.get("channels") if "destination" in body else None
    found = [api.name for api in _apis("v1") if _holds(api.body.members["channels"].shape, held)]
    return (KEYS["v1"], found[0]) if len(found) == 1 else None


def _holds(shape: Shape, held: object) -> bool:
    """Whether what is under `channels` is a channel's own content: the one thing that it must have there, and in it."""
    while isinstance(shape, Object):
        needed = [key for key, member in shape.members.items() if member.required]
        if len(needed) != 1:
            break
        if not isinstance(held, Mapping) or needed[0] not in held:
            return False
        shape, held = shape.members[needed[0]].shape, held[needed[0]]
    return True


def _apis(version: str) -> list[Api]:
    return [api for one in map(channel, names()) for api in one.apis if api.version == version]


def _names(api: Api, key: str) -> tuple[str, ...]:
    declared = api.body.members[key].shape
    given = [variant.given for variant in declared.variants] if isinstance(declared, String) else []
    return (api.name, *given)
