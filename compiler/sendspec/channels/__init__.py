"""The channels: each is one folder that declares itself. Nothing outside a folder names a channel.

declare  · the words of a declaration        filled · a spec's statements matched with them
envelope · what all messages of an API hold   forms  · the forms of strings (instants, addresses, numbers)
check    · a shape and a body → faults        schema · a shape → JSON Schema
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from sendspec.channels.declare import Channel

#: What makes a folder beside this file a channel.
_MARK = "request.json.j2"


@cache
def names() -> tuple[str, ...]:
    """The names of all channels, in alphabetical order: the folders beside this file."""
    here = os.path.dirname(__file__)
    return tuple(sorted(name for name in os.listdir(here) if os.path.isfile(os.path.join(here, name, _MARK))))


@cache
def channel(name: str) -> Channel:
    """The declaration of a channel. Only the asked-for folder is imported. KeyError when there is no such channel."""
    if name not in names():
        raise KeyError(name)
    declared: Channel = import_module(f"sendspec.channels.{name}").CHANNEL
    return declared
