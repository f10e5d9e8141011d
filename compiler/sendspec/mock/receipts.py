"""What becomes of an accepted message: the receipts of each person, in the shape that the channel's pages show.

A channel declares them in its folder, in `receipts.json` (facts §5.3). This module must not know any channel, nor how
a receipt is carried.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Any, NamedTuple

from sendspec import channels
from sendspec.channels.declare import Api, Array, String
from sendspec.mock.call import instant
from sendspec.mock.fault import Rates
from sendspec.mock.people import Message, Person

#: How much later a late receipt comes, in delays of a delivery.
_LATE = (3, 9)


class Shape(NamedTuple):
    """The receipts of a channel. `numbered`: every transid ends in the number of the destination, even the only one."""

    channel: str
    zone: str
    plus: bool
    numbered: bool
    echo: tuple[str, ...]
    info: Mapping[str, Any]
    beside: Mapping[str, Any]
    good: tuple[Mapping[str, Any], ...]
    more: tuple[Mapping[str, Any], ...]
    bad: tuple[tuple[Mapping[str, Any], ...], ...]
    fallback: Mapping[str, Any] | None


class Due(NamedTuple):
    """A receipt that is to come. `forged`: it is signed with something that is not the secret."""

    at: float
    url: str
    shape: Shape
    event: Mapping[str, Any]
    person: Person
    transid: str
    callback: str
    forged: bool = False


@cache
def shape(name: str) -> Shape:
    """The receipts that a channel declares."""
    folder = os.path.dirname(channels.__file__)
    with open(os.path.join(folder, name, "receipts.json"), encoding="utf-8") as file:
        told = json.load(file)
    return Shape(
        told["channel"],
        told["zone"],
        told.get("plus", True),
        told.get("numbered", False),
        tuple(told.get("echo", ())),
        told["info"],
        told["beside"],
        tuple(told["good"]),
        tuple(told["more"]),
        tuple(tuple(chain) for chain in told["bad"]),
        told.get("fallback"),
    )


def due(
    message: Message, name: str, api: Api, transid: str, url: str, now: float, *, rates: Rates, wait: float, rng: Random
) -> Iterator[Due]:
    """The receipts of all people of a message by a channel. `wait` is how long a delivery takes, in seconds."""
    declared, wanted = shape(name), _wanted(message, api)
    for number, person in enumerate(message.people):
        own = f"{transid}_{number}" if declared.numbered or len(message.people) > 1 else transid
        good = not _happens(rates, "failed", rng)
        chain = _good(declared, rates, rng) if good else rng.choice(declared.bad)
        made = [(declared, event, own) for event in chain if wanted is None or event["state"] in wanted]
        if not good:
            made += _carried_on(declared, message.body, own, float(chain[-1]["after"]))
        for each, event, ids in made:
            at = now + wait * float(event["after"]) * rng.uniform(0.5, 1.0)
            yield from _disturbed(
                Due(at, url, each, event, person, ids, message.callback), rates=rates, wait=wait, rng=rng
            )


def _good(declared: Shape, rates: Rates, rng: Random) -> tuple[Mapping[str, Any], ...]:
    chain = declared.good
    if _happens(rates, "undelivered", rng):
        return chain[:1]
    if _happens(rates, "unread", rng):
        chain = tuple(event for event in chain if event["state"] != "read")
    return (*chain, *declared.more) if _happens(rates, "clicked", rng) else chain


def _carried_on(
    declared: Shape, body: Mapping[str, Any], transid: str, after: float
) -> list[tuple[Shape, Mapping[str, Any], str]]:
    """The receipts of the message that the platform itself sends after a failure, where the request asks for it."""
    if declared.fallback is None:
        return []
    asked: Any = body
    for key in declared.fallback["when"]:
        asked = asked.get(key) if isinstance(asked, Mapping) else None
    if not asked or asked == "false":
        return []
    other = shape(declared.fallback["as"])
    ids = transid + declared.fallback["suffix"]
    return [(other, {**event, "after": after + event["after"]}, ids) for event in other.good]


def _disturbed(one: Due, *, rates: Rates, wait: float, rng: Random) -> Iterator[Due]:
    if _happens(rates, "forged-receipt", rng):
        yield one._replace(event=_opposite(one), forged=True)
    if _happens(rates, "missing-receipt", rng):
        return
    late = wait * rng.uniform(*_LATE) if _happens(rates, "late-receipt", rng) else 0
    yield one._replace(at=one.at + late)
    if _happens(rates, "duplicate-receipt", rng):
        yield one._replace(at=one.at + late + wait * rng.uniform(0, 2))


def _opposite(one: Due) -> Mapping[str, Any]:
    good = one.event["code"] in [event["code"] for event in one.shape.good]
    return one.shape.bad[0][-1] if good else one.shape.good[-1]


def _happens(rates: Rates, name: str, rng: Random) -> bool:
    return rng.random() < rates.get(name, 0)


def _wanted(message: Message, api: Api) -> frozenset[str] | None:
    """The states that a request of v2 asks for, in the language's words; None for all of them."""
    if message.receipts is None or not api.receipts:
        return None
    known = {wire.lower(): word for word, wire in api.receipts.items()}
    member = api.body.members.get("requestedReceipts")
    if member is not None and isinstance(member.shape, Array) and isinstance(member.shape.of, String):
        known |= {
            each.given.lower(): known[each.current.lower()]
            for each in member.shape.of.variants
            if each.current.lower() in known
        }
    return frozenset(known[each.lower()] for each in message.receipts if each.lower() in known)


def written(one: Due) -> bytes:
    """The body of a receipt."""
    event, info = one.event, dict(one.shape.info)
    address = one.person.address if one.shape.plus else one.person.address.lstrip("+")
    info |= {key: one.person.addresses.get(key, "") for key in one.shape.echo} | dict(event.get("info", {}))
    info |= {
        "timeStamp": instant(one.at, one.shape.zone),
        "Description": event["text"],
        "code": event["code"],
        "deliveryChannel": one.shape.channel,
        "destination": address,
        "destinationType": one.person.kind,
        "deliveryStatus": event["status"],
    }
    ids = {
        **one.shape.beside,
        "transid": one.transid,
        "callbackData": one.callback,
        "correlationid": one.person.correlation,
    }
    inner = {"deliveryInfo": {**info, **ids}} if event.get("inside") else {"deliveryInfo": info, **ids}
    told = {**event.get("around", {}), "deliveryInfoNotification": inner}
    return json.dumps(told, ensure_ascii=False).encode()


def signed(body: bytes, secret: bytes, algorithm: str) -> str:
    """The header `x-hub-signature`: a keyed hash of the body, in hex digits (C78)."""
    return hmac.new(secret, body, getattr(hashlib, algorithm)).hexdigest()
