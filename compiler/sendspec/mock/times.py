"""When a message may go: what has expired is refused, and what is to be sent later waits.

It must not know any channel.
"""

from __future__ import annotations

from collections.abc import Iterable

from sendspec.channels.forms import moment
from sendspec.mock.people import Message

#: "Request expired" (facts §6.5), and how far ahead v2 takes an instant (facts §2.5).
EXPIRED, FARTHEST = "7005", 7 * 86_400


def untimely(messages: Iterable[Message], now: float) -> tuple[str, str] | None:
    """The code and the words that refuse a request because of its times, or None."""
    for message in messages:
        for key in ("expiry", "expireAt"):
            if (at := _at(message, key)) is not None and at <= now:
                return EXPIRED, "Request expired."
        if start(message, now) > now + FARTHEST:
            return "7004", "Invalid parameter - sendAt"
    return None


def start(message: Message, now: float) -> float:
    """When the platform sends a message."""
    return max(now, _at(message, "sendAt") or now)


def _at(message: Message, key: str) -> float | None:
    text = message.body.get(key)
    found = moment(text) if isinstance(text, str) and text else None
    return found.timestamp() if found is not None else None
