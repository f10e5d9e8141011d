"""Destinations → the rows of an audience, so that compile makes the same destinations of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.channels.said import members
from sendspec.record import NamedTuple

_KINDS = {key: kind for kind, key in ADDRESS_KEYS.items()}
CORRELATION = {"v1": "correlationid", "v2": "correlationId"}


class Row(NamedTuple):
    """A person: cells by the words of a row, and the values of their own substitutions by name."""

    cells: Mapping[str, str]
    values: Mapping[str, str]
    #: Whether the person begins an object of their own, against what compile would do: None as it would.
    apart: bool | None = None


def rows(destinations: object, version: str) -> list[Row]:
    """A row for each address. What a destination holds beside addresses, correlation and substitutions has no row."""
    made: list[Row] = []
    before: tuple[frozenset[str], bool] | None = None
    for one in destinations if isinstance(destinations, list) else ():
        if not isinstance(one, Mapping):
            continue
        addresses = {_KINDS[key]: value for key, value in one.items() if key in _KINDS and isinstance(value, list)}
        correlation = one.get(CORRELATION[version])
        values = _texts(one.get("substitutions"))
        own = {"correlation": correlation} if isinstance(correlation, str) and correlation else {}
        plain = not own and not values
        for at in range(max(map(len, addresses.values()), default=0)):
            cells = {kind: str(given[at]) for kind, given in addresses.items() if at < len(given)}
            apart = _apart(at, plain, before == (frozenset(addresses), True))
            made.append(Row({**cells, **own}, values, apart))
        before = frozenset(addresses), plain
    return made


def _apart(at: int, plain: bool, joins: bool) -> bool | None:
    """Compile lets neighbours with nothing of their own share an object, and gives the others one each."""
    if at == 0:
        return True if plain and joins else None
    return None if plain else False


def _texts(value: Any) -> dict[str, str]:
    return {name: given for name, given in members(value).items() if isinstance(given, str)}
