"""What a body holds around its content → the lines of `delivery`, `track` and `policy`.

It knows the words of `channels.envelope.settings` and reads their members; it must not know any channel.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sendspec.channels.declare import Api, Object, Shape, Switch
from sendspec.channels.said import Said, elements, members, say, some
from sendspec.decompile.holes import INSTANT, alone

_OPTIONS = (
    ("domain", "domain"),
    ("shorten", "shortenLinks"),
    ("track", "trackClicks"),
    ("allow_fallback_url", "allowFallbackURL"),
    ("tag1", "tag1"),
    ("tag2", "tag2"),
)


def settings(body: Mapping[str, Any], api: Api) -> dict[str, tuple[Said, ...]]:
    """The lines by the block that they stand in. What the API of the channel does not take from there is left."""
    version = 0 if api.version == "v1" else 1
    taken = (*api.settings, "channels", *_AUTH)
    takes = {key: value for key, value in body.items() if key in taken and value != ""}
    blocks = {
        "delivery": some(
            say("expires", _instant(takes.get(("expiry", "expireAt")[version]))),
            say("route", takes.get("route")),
            say("priority", takes.get("priority")),
            say("send_at", _instant(takes.get("sendAt"))),
            say("validity", takes.get("validity")),
            say("batch_id", takes.get("batchId")),
        ),
        "track": some(
            say("correlation", takes.get(("correlationid", "correlationId")[version])),
            say("notify", takes.get(("notifyurl", "notifyUrl")[version]), auth=takes.get(_AUTH[version])),
            say("callback", takes.get("callbackData")),
            say("receipts", _receipts(takes.get("requestedReceipts"), api)),
            _links(members(takes, "options"), api),
            _smart_links(takes, version),
            say("gtr_id", _ids(takes.get("gtrId"), body.get("destination"))),
            say("conversation_id", takes.get("conversationid")),
        ),
        "policy": _policy(members(takes, "contactPolicy")),
    }
    return {name: lines for name, lines in blocks.items() if lines}


def _ids(value: Any, people: Any) -> Any:
    """The ids of the gateway, where the request has one destination; several cannot be said for each."""
    return value if isinstance(people, list) and len(people) == 1 else None


_AUTH = ("notifyurlAuthId", "notifyUrlAuthId")


def _instant(value: Any) -> str | None:
    """An instant as it is emitted, or a variable: others stay as they are, in `wire`."""
    return value if isinstance(value, str) and (alone(value) or INSTANT.fullmatch(value)) else None


def _receipts(value: Any, api: Api) -> list[str] | None:
    """The language's words for the receipts, where it has one for each."""
    words = {wire: word for word, wire in api.receipts.items()}
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one in words for one in value):
        return None
    return [words[one] for one in value]


def _links(options: Mapping[str, Any], api: Api) -> Said | None:
    """`links`, with the switches that are in the form which this channel's are written in."""
    shapes = _members_of(api.body, "options")
    given = [(word, options.get(key)) for word, key in _OPTIONS if _as_written(options.get(key), shapes.get(key))]
    lines = some(*(say(word, value) for word, value in given))
    return say("links", block=lines) if lines else None


def _as_written(value: Any, shape: Shape | None) -> bool:
    return not isinstance(shape, Switch) or isinstance(value, str) is (shape.emit == "string")


def _members_of(shape: Object, key: str) -> dict[str, Shape]:
    """The shapes of the members of an object's member."""
    inner = shape.members[key].shape if key in shape.members else None
    return {name: member.shape for name, member in inner.members.items()} if isinstance(inner, Object) else {}


def _smart_links(body: Mapping[str, Any], version: int) -> Said | None:
    holder = members(body, "channels") if version == 0 else body
    key = ("linkid", "smartlinkId")[version]
    lines = some(
        *(say("link", one.get(key), validity=one.get("validity")) for one in elements(holder.get("smartlinks")))
    )
    return say("smartlinks", block=lines) if lines else None


def _policy(policy: Mapping[str, Any]) -> tuple[Said, ...]:
    return some(
        say("group", policy.get("contactPolicyGroup")),
        say("consent", policy.get("channelCheckConsent")),
        say("cap", policy.get("channelApplyFrequencyCap")),
    )
