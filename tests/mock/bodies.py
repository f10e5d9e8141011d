"""Bodies and calls that the tests of the mock share."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sendspec.channels.forms import moment
from sendspec.mock.api import Mock, Reply
from sendspec.mock.call import Call

V1, V2 = "/resources/v1/messaging", "/v2/messages"
KEY = {"key": "a-key"}
NOW = 1_796_000_000.25
CHANNELS = Path(__file__).parent.parent / "channels"
VALID = sorted(path for path in CHANNELS.glob("*/valid/*.json") if not path.name.endswith(".notes.json"))


def sms(*numbers: str, correlation: str = "", **more: Any) -> dict[str, Any]:
    """A message of v1."""
    own = {"correlationid": correlation} if correlation else {}
    return {
        "deliverychannel": "sms",
        "destination": [{"msisdn": list(numbers or ("+447700900123",))}],
        "channels": {"sms": {"senderid": "ACME", "text": "Hello"}},
        **own,
        **more,
    }


def rcs(*numbers: str, **more: Any) -> dict[str, Any]:
    """A message of v2."""
    return {
        "channel": "rcs",
        "from": "a_160000000000000002",
        "to": [{"msisdn": list(numbers or ("+447700900123",))}],
        "content": {"type": "text", "text": "Hello"},
        **more,
    }


def call(body: object, path: str | None = None, headers: Mapping[str, str] = KEY) -> Call:
    """A POST of a body, to the endpoint of its version unless another is named."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Call("POST", path or (V2 if isinstance(body, dict) and "channel" in body else V1), headers, data)


def sent(mock: Mock, body: object, path: str | None = None, now: float = NOW) -> Reply:
    """What the mock makes of a body."""
    asked = call(body, path)
    return mock.answer(mock.turn(asked.method, asked.path), asked, now)


def before(body: object) -> float:
    """A moment shortly before anything that a body tells by its date; NOW where it tells none."""
    found = [moment(text) for text in re.findall(r'"(?:expiry|sendAt|expireAt)": "([^"]+)"', json.dumps(body))]
    return min((each.timestamp() - 3600 for each in found if each), default=NOW)


def told(reply: Reply) -> Any:
    """The JSON of an answer."""
    return json.loads(reply.answer.body)
