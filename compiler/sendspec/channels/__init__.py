"""The channels: each is one folder that declares itself. Nothing outside a folder names a channel.

declare  · the words of a declaration        filled · a spec's statements matched with them
envelope · what all messages of an API hold   forms  · the forms of strings (instants, addresses, numbers)
check    · a shape and a body → faults        schema · a shape → JSON Schema
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendspec.channels.declare import Channel


@cache
def names() -> tuple[str, ...]:
    """The names of all channels, in alphabetical order: the folders beside this file."""
    here = Path(__file__).parent
    return tuple(sorted(found.parent.name for found in here.glob("*/request.json.j2")))


@cache
def channel(name: str) -> Channel:
    """The declaration of a channel. Only the asked-for folder is imported. KeyError when there is no such channel."""
    if name not in names():
        raise KeyError(name)
    declared: Channel = import_module(f"sendspec.channels.{name}").CHANNEL
    return declared
