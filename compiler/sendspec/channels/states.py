"""What the code of a receipt says of a message: read from `states.toml` of each channel and of the envelope.

A code means something within its channel only (C77), and the code decides, not the words beside it (C79). Only who
reads receipts needs this. It must not know any channel.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sendspec.channels import names

#: What can become of a message, in the order in which it can: a later one says the earlier ones as well.
REACHED = ("submitted", "delivered", "read", "clicked", "complained")
FAILED, PROGRESS, UNCLEAR = "failed", "progress", "unclear"
STATES = (*REACHED, FAILED, PROGRESS, UNCLEAR)
#: What receipts call a failure in words; asked only where the code is none that the channel has.
_FAILED = frozenset({"failed", "un-delivered", "undelivered", "bounce", "not verified"})
_HERE = Path(__file__).parent


def channel_of(told: str) -> str | None:
    """The channel that a receipt names in its own way; None when no channel has that name."""
    return _channels().get(told.lower())


def state_of(channel: str, code: str, status: str = "") -> str:
    """What a receipt says of a message: one of STATES."""
    known = _codes(channel).get(code) or _codes("envelope").get(code)
    if known is not None:
        return known
    return FAILED if status.lower() in _FAILED else UNCLEAR


@cache
def _channels() -> Mapping[str, str]:
    return {told: name for name in names() for told in _read(name).get("names", ())}


@cache
def _codes(folder: str) -> Mapping[str, str]:
    return {code: state for state, codes in _read(folder).items() if state in STATES for code in codes}


def _read(folder: str) -> Mapping[str, list[str]]:
    path = _HERE / folder / "states.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
