"""What comes in and what goes out: a request and an answer in the shapes of either version (facts §1.2, §6.1).

It must not know what a body means.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

#: The endpoints and their versions; v1 is called with and without a slash at its end.
PATHS = {"/resources/v1/messaging": "v1", "/resources/v1/messaging/": "v1", "/v2/messages": "v2"}
QUEUED, IN_BURST = "Queued", "Queued in burst mode"
ACCEPTED, THROTTLED = "1001", "7020"
_JSON = (("content-type", "application/json"),)


class Call(NamedTuple):
    """A request. Names of headers are in lower case; `body` None: larger than anything that is read."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes | None


class End(Enum):
    """How an answer reaches the caller."""

    WHOLE = "whole"
    CLOSED = "closed"  # the connection is closed, and nothing was written
    RESET = "reset"  # the same, by a reset
    HALF = "half"  # our side of the connection is closed, the other stays open
    CUT = "cut"  # closed after a part of the answer


class Answer(NamedTuple):
    """An answer, and what happens to it on the way. `seconds`: it is held back so long. `cut`: the share written."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = _JSON
    end: End = End.WHOLE
    seconds: float = 0
    cut: float = 1


def accepted_v1(transids: Sequence[str], correlations: Sequence[str] | None, said: str) -> Answer:
    """One entry a message; those of a list of messages carry their correlation ids."""
    if correlations is None:
        entries = [{"code": ACCEPTED, "transid": transids[0], "description": said}]
    else:
        entries = [
            {"description": said, "correlationid": correlation, "code": ACCEPTED, "transid": transid}
            for transid, correlation in zip(transids, correlations, strict=True)
        ]
    return Answer(200, _written({"response": entries}))


def accepted_v2(messageid: str, correlation: str, now: float) -> Answer:
    """201, with one id whatever the number of destinations."""
    told = {"requestTimestamp": instant(now), "messageId": messageid, "correlationId": correlation, "status": "queued"}
    return Answer(201, _written(told))


def refused(version: str, code: str, description: str, transid: str) -> Answer:
    """An error: on v1 an object under HTTP 200, on v2 a status of its own."""
    if version == "v1":
        return Answer(200, _written({"response": {"code": code, "description": description, "transid": transid}}))
    if code in ("7001", "7002"):
        return Answer(401, b"", ())
    told = _written({"code": code, "message": description})
    if code == THROTTLED:
        return Answer(429, told, (*_JSON, ("retry-after", "1")))
    return Answer(400, told)


def instant(now: float, zone: str = "Z") -> str:
    """A moment in ISO 8601 with milliseconds, written for a zone: `Z`, `+00:00`, `-05:00`, or none at all."""
    if zone in ("Z", ""):
        return _text(datetime.fromtimestamp(now, UTC)) + zone
    return _text(datetime.fromtimestamp(now, datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo)) + zone


def _text(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds")


def _written(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()
