"""What several kinds of interactive content say alike, read back into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sendspec.channels.apple.bubbles import BUBBLE
from sendspec.channels.said import Said, elements, members, say

Tree = Mapping[str, Any]


def one(word: str, value: object) -> Said | None:
    """A word with one value, where there is one. An empty text is as good as absent."""
    return say(word, None if value == "" or isinstance(value, (Mapping, list)) else value)


def switch(word: str, value: object) -> Said | None:
    """A word with a switch."""
    return say(word, value if isinstance(value, bool) else None)


def bubble(word: str, value: object) -> Said | None:
    """A bubble, an empty one too."""
    if not isinstance(value, Mapping):
        return None
    return say(word, block=[one(inner, members(value).get(key)) for inner, key in BUBBLE.items()])


def pictures(data: Tree) -> Iterator[Said | None]:
    """The pictures of a message."""
    for image in elements(data.get("images")):
        address = image.get("url")
        values = [address] if isinstance(address, str) and address else []
        yield say("image", *values, identifier=image.get("identifier"), data=image.get("data") or None)
