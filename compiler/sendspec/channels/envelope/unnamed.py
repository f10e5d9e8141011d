"""A message that names no channel there is: what holds for the messages of all of them. It must not know any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sendspec.channels.declare import Anything, Array, Fault, Member, Object, Pointer, String, Tree
from sendspec.channels.envelope.people import ADDRESS_KEYS
from sendspec.channels.envelope.v1 import OBJECTS, v1
from sendspec.channels.envelope.v2 import v2
from sendspec.diagnostic import Severity

_ANYTHING = Object({}, rest=Anything())


@cache
def body_of_any(version: str, named: bool) -> Object:
    """What holds for a message of any channel. `named`: its name stands there, and was told to be none."""
    addresses = tuple(ADDRESS_KEYS.values())
    key = "deliverychannel" if version == "v1" else "channel"
    if version == "v2":
        made = _loose_v2("v2", "", addresses)
    else:
        every = {key: Member(Anything()) for key in OBJECTS}
        made = v1(
            "v1",
            "",
            every,
            addresses,
            together=True,
            options=_ANYTHING,
            smart_links=True,
            message=_ANYTHING,
            channels_required=False,
            checks=(_said,),
        )
    members = {**made.members, key: Member(Anything() if named else String(), required=not named)}
    return Object(members, checks=made.checks, foreign=made.foreign)


def _said(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A message of v1 has content, or a stored template (C33)."""
    assert isinstance(value, dict)
    if "channels" not in value and "message" not in value:
        yield Fault("API002", Severity.ERROR, "the request has no `channels`", at, "add `channels`")


def _loose_v2(title: str, name: str, addresses: tuple[str, ...]) -> Object:
    return v2(
        title,
        name,
        Anything(),
        addresses,
        sender=String(),
        options=_ANYTHING,
        requested=Array(Anything()),
        template=_ANYTHING,
        extra={key: Member(Anything()) for key in ("cc", "bcc", "multipleToRecipients")},
        texts=(),
    )
