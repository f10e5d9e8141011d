"""Apple Messages for Business: texts, rich links, pickers, forms, sign-ins and invitations, by v1 of the API."""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.apple.content import build
from sendspec.channels.apple.wire import BODY, NAME, TITLE
from sendspec.channels.apple.words import SENDER, WORDS
from sendspec.channels.declare import Api, Channel
from sendspec.channels.envelope import MEMBERS

V1 = Api(
    version="v1",
    name=NAME,
    body=BODY,
    build=build,
    places=MappingProxyType({"from": ("appid",), "content": ("channels", NAME)}),
    settings=MEMBERS["v1"] - {"options", "smartlinks"},
)

CHANNEL = Channel(
    name="apple",
    title=TITLE,
    family="APL",
    words=WORDS,
    sender=SENDER,
    addresses=("abc_user",),
    apis=(V1,),
    reports=frozenset({"submitted"}),
    addressed=MappingProxyType({"rich_link": ("abc_user", "userid"), "invitation": ("msisdn",)}),
)
