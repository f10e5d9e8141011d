"""The API's channels that have no folder yet: enough of them to check what stands around their content.

A channel that gets its folder is taken from there; its line here is then idle and can go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from sendspec.channels.declare import Anything, Array, Fault, Member, Object, Pointer, String, Tree
from sendspec.channels.envelope.links import link_options
from sendspec.channels.envelope.people import ADDRESS_KEYS
from sendspec.channels.envelope.v1 import OBJECTS, v1
from sendspec.channels.envelope.v2 import v2
from sendspec.diagnostic import Severity

_PUSH = tuple(key for key in ADDRESS_KEYS.values() if key.endswith("_pushid"))
#: By `deliverychannel`: the title, the member of `channels`, the addresses (DEV/send-message-v1).
_V1: Mapping[str, tuple[str, str, tuple[str, ...]]] = MappingProxyType(
    {
        "voice": ("voice", "voice", ("msisdn",)),
        "push": ("push", "push", (*_PUSH, "userid", "customerid")),
        "appmessaging": ("in-app messaging", "appmessaging", ("userid", "customerid")),
        "rt": ("in-app messaging", "appmessaging", ("userid", "customerid")),
        "fb": ("Messenger", "OTT-Messaging", ("psid",)),
        "messenger": ("Messenger", "OTT-Messaging", ("psid",)),
        "whatsapp": ("WhatsApp", "OTT-Messaging", ("waid", "bsuid")),
        "AppleBusinessChat": ("Apple Messages", "AppleBusinessChat", ("abcUserId", "userid", "msisdn")),
        "applebusinesschat": ("Apple Messages", "AppleBusinessChat", ("abcUserId", "userid", "msisdn")),
    }
)
_V2: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "mms": ("MMS", ("msisdn",)),
        "rcs": ("RCS", ("msisdn",)),
        "email": ("e-mail", ("email",)),
        "voice": ("voice", ("msisdn",)),
    }
)
_NO_OPTIONS = ("voice", "push", "AppleBusinessChat", "applebusinesschat")
_OLDER = ("rt", "messenger", "applebusinesschat")
_ANYTHING = Object({}, rest=Anything())


def names(version: str) -> tuple[str, ...]:
    """The names of these channels on a version, older ones too."""
    return tuple(_V1 if version == "v1" else _V2)


def current(version: str) -> tuple[str, ...]:
    """The names that the current pages have for them."""
    return tuple(name for name in names(version) if name not in _OLDER)


@cache
def body(version: str, name: str) -> Object:
    """What is known of a message by one of these channels."""
    if version == "v2":
        title, addresses = _V2[name]
        return _loose_v2(title, name, addresses)
    title, member, addresses = _V1[name]
    return v1(
        title,
        name,
        {member: Member(Anything(), True, missing="API025")},
        addresses,
        options=None if name in _NO_OPTIONS else link_options(required=True),
        together=name == "whatsapp",
        smart_links=True,
        message=_ANYTHING,
        channels_required=name != "whatsapp",
    )


@cache
def any_body(version: str, named: bool) -> Object:
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
