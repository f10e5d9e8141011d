"""Whom a body reaches, and where its receipts go: both versions read into one form.

It must not know any channel; what it cannot read it leaves out, for a checked body holds nothing such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from sendspec.channels.declare import Tree
from sendspec.channels.envelope.people import ADDRESS_KEYS

_KEYS = tuple(ADDRESS_KEYS.values())


class Person(NamedTuple):
    """One destination: the addresses by their keys, the preferred one first, and its correlation id ("" for none)."""

    addresses: Mapping[str, str]
    correlation: str

    @property
    def kind(self) -> str:
        """The key of the address that is used."""
        return next(iter(self.addresses), "")

    @property
    def address(self) -> str:
        """The address that is used."""
        return self.addresses.get(self.kind, "")


class Message(NamedTuple):
    """One message of a request. `named` is the channel as the body names it, `receipts` what v2 asks for."""

    version: str
    named: str
    people: tuple[Person, ...]
    correlation: str
    callback: str
    notify: str
    receipts: tuple[str, ...] | None
    body: Mapping[str, Any]


def messages(version: str, body: Tree) -> tuple[Message, ...]:
    """The messages of a body, in their order."""
    found = body if isinstance(body, list) else [body]
    return tuple(_message(version, one) for one in found if isinstance(one, Mapping))


def _message(version: str, body: Mapping[str, Any]) -> Message:
    asked = body.get("requestedReceipts")
    correlation = _text(body, "correlationid", "correlationId")
    return Message(
        version,
        _text(body, "deliverychannel" if version == "v1" else "channel"),
        tuple(_people(body.get("destination" if version == "v1" else "to"), correlation)),
        correlation,
        _text(body, "callbackData"),
        _text(body, "notifyurl", "notifyUrl"),
        tuple(each for each in asked if isinstance(each, str)) if isinstance(asked, list) and asked else None,
        body,
    )


def _people(destinations: object, correlation: str) -> Iterator[Person]:
    for one in destinations if isinstance(destinations, list) else ():
        if not isinstance(one, Mapping):
            continue
        own = _text(one, "correlationid", "correlationId") or correlation
        kinds = {key: one[key] for key in (*_KEYS, *one) if isinstance(one.get(key), list)}  # whatever holds a list
        for row in zip_longest(*kinds.values()):
            addresses = {key: value for key, value in zip(kinds, row, strict=True) if isinstance(value, str)}
            yield Person(addresses, own)


def _text(value: Mapping[str, Any], *keys: str) -> str:
    """The first of these members that is a text with something in it."""
    texts: Sequence[object] = [value.get(key) for key in keys]
    return next((text for text in texts if isinstance(text, str) and text), "")
