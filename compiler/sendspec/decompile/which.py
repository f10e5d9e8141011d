"""A body → the channel and the API that it is for. It must not judge: `verify` does."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels import channel, names
from sendspec.channels.declare import Api, Channel, String
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
    """The key that names the channel, and the name that is nearest to one which no channel has."""
    for version, key in KEYS.items():
        name = body.get(key)
        known = [api.name for one in map(channel, names()) for api in one.apis if api.version == version]
        if isinstance(name, str) and (near := nearest(name, known)) is not None:
            return key, near
    return None


def _names(api: Api, key: str) -> tuple[str, ...]:
    declared = api.body.members[key].shape
    given = [variant.given for variant in declared.variants] if isinstance(declared, String) else []
    return (api.name, *given)
