"""What the API reports of a message, read from the bytes of its receipt; and whether the bytes are the API's.

Pure. A receipt comes late, twice, in any order, or from a stranger: nothing here depends on another receipt. A number
or an address of it leaves this module only as what `Receipt.address` holds, for a keyed trace.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Mapping
from typing import Any

from sendspec.channels.states import channel_of, state_of
from sendspec.record import NamedTuple
from sendspec.submit.parcel import read_instant

#: No receipt is longer: what the API itself takes in at most (facts §6.3).
LONGEST = 256 * 1024
#: What an SMS adds to the transaction of the RCS that it stands in for.
_CARRIED_ON = "_fallbackrcs"
#: The hashes of `x-hub-signature`, by the number of their hex digits (C78).
_HASHES = {64: "sha256", 128: "sha512"}
_SIGNATURE = re.compile(r"(?:sha(?:256|512)=)?([0-9a-f]{64}|[0-9a-f]{128})", re.ASCII | re.IGNORECASE)
_MOST = 200


class Receipt(NamedTuple):
    """One event of one message. `state`: one of `channels.states.STATES`. `at`: seconds since 1970, where it says so.

    `carried_on`: it is about the message that the platform itself sent after a failure.
    """

    id: str
    channel: str
    code: str
    state: str
    at: float | None
    address: str
    carried_on: bool


class Strange(NamedTuple):
    """What is no receipt of a message: why. `incoming`: it is something that a person sent, which the same URL gets."""

    reason: str
    incoming: bool = False


def read_receipt(body: bytes) -> Receipt | Strange:
    """Reads the body of a notification."""
    if len(body) > LONGEST:
        return Strange(f"it is longer than {LONGEST // 1024} KB")
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return Strange("it is no JSON")
    if not isinstance(told, dict):
        return Strange("it is no object")
    around = told.get("deliveryInfoNotification")
    if around is None and _incoming(told):
        return Strange("it is an incoming message", incoming=True)
    inner = around.get("deliveryInfo") if isinstance(around, dict) else None
    if not isinstance(around, dict) or not isinstance(inner, dict):
        return Strange("it has no `deliveryInfoNotification.deliveryInfo`")
    return _read(around, inner)


def _incoming(told: Mapping[str, Any]) -> bool:
    """Whether it is an event that a person caused (facts §5.4)."""
    return any(key in told for key in ("channel", "Channel")) and any(key in told for key in ("ts", "datetime"))


def _read(around: Mapping[str, Any], inner: Mapping[str, Any]) -> Receipt | Strange:
    found = {name: _text(around.get(name)) or _text(inner.get(name)) for name in ("correlationid", "transid")}
    code = _text(inner.get("code"))
    channel = channel_of(_text(inner.get("deliveryChannel")))
    if channel is None:
        return Strange("its `deliveryChannel` is no channel")
    if not code:
        return Strange("it has no `code`")
    if not (id := found["correlationid"]):
        return Strange("it has no `correlationid`")
    instant = read_instant(_text(inner.get("timeStamp")))
    return Receipt(
        id,
        channel,
        code,
        state_of(channel, code, _text(inner.get("deliveryStatus"))),
        instant.timestamp() if instant else None,
        _text(inner.get("destination")),
        found["transid"].endswith(_CARRIED_ON),
    )


def whose(key: bytes, address: str) -> bytes:
    """What is kept of the address of a receipt: a keyed trace, the same for every spelling of a number."""
    return hmac.digest(key, b"whose|" + address.lstrip("+").lower().encode("utf-8", "surrogatepass"), "sha256")[:16]


def _text(value: object) -> str:
    """A text, or a number as one; "" for what is neither, or too long to be anything of a receipt."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < 10**18 else ""
    return value if isinstance(value, str) and len(value) <= _MOST else ""


def signed(secret: bytes, body: bytes, header: str | None) -> bool:
    """Whether `x-hub-signature` is that of the body: a keyed SHA-256 or SHA-512 in hex. Takes the same time for every
    wrong one."""
    found = _SIGNATURE.fullmatch(header or "")
    if found is None:
        return False
    expected = hmac.digest(secret, body, _HASHES[len(found[1])]).hex()
    return hmac.compare_digest(expected, found[1].lower())
