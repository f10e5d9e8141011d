"""Destinations: `destination` of v1 and `to` of v2, with the addresses that a channel takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sendspec.channels.declare import Array, Check, Fault, Limit, Member, Object, Pointer, String, Tree, states, unless
from sendspec.channels.forms import E164, EMAIL_ADDRESS
from sendspec.channels.trail import counted
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

#: The language's kinds of address and their keys in a request (DEV/send-message-v1).
ADDRESS_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "msisdn": "msisdn",
        "email": "email",
        "waid": "waid",
        "bsuid": "bsuid",
        "psid": "psid",
        "userid": "userid",
        "customerid": "customerid",
        "abc_user": "abcUserId",
        "android_push": "android_pushid",
        "ios_push": "ios_pushid",
        "hms_push": "hms_pushid",
        "chrome_push": "chrome_pushid",
        "firefox_push": "firefox_pushid",
        "safari_push": "safari_pushid",
    }
)
MOST = 1000
_NONE, _MANY, _WRONG, _SEVERAL = "API021", "API022", "API023", "API024"
_SHAPES = {"msisdn": String(form=E164), "email": String(form=EMAIL_ADDRESS)}
_ANY = String()
_LIMIT = (
    Limit(_MANY, "status 7009", most=MOST, unit=Unit.ITEMS),
    Limit(_NONE, "DEV/send-message-v1", least=1, unit=Unit.ITEMS),
)
_ADDRESSES = (Limit(_NONE, "DEV/send-message-v1", least=1, unit=Unit.ITEMS),)


def addressed(
    title: str,
    keys: tuple[str, ...],
    extra: Mapping[str, Member],
    *,
    together: bool = False,
    shapes: Mapping[str, String] = MappingProxyType({}),
    checks: tuple[Check, ...] = (),
) -> Array:
    """A list of destinations. `keys` are the wire keys of addresses that the channel takes, the main one first.

    `together`: one destination may hold all of them, as many of one as of the other. `shapes` are the channel's own
    forms of an address, `extra` the members beside it.
    """
    members: dict[str, Member] = {}
    for key in keys:
        members[key] = Member(
            Array(shapes.get(key) or _SHAPES.get(key, _ANY), _ADDRESSES), source="DEV/send-message-v1"
        )
    others = [key for key in ADDRESS_KEYS.values() if key not in keys]
    said = f"{title} is addressed by {_listed(keys)}"
    foreign = {key: (_WRONG, f"`{key}` is no address of {title}; {said}") for key in others}
    one = Object(
        {**members, **extra},
        "a destination",
        checks=(_one_kind(keys, frozenset(others), said, together), *checks),
        foreign=foreign,
    )
    return Array(one, _LIMIT, checks=(_at_most(keys),))


def _listed(keys: tuple[str, ...]) -> str:
    quoted = [f"`{key}`" for key in keys]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _both(keys: list[str]) -> str:
    return _listed(tuple(keys)).replace(" or ", " and ")


def _one_kind(keys: tuple[str, ...], others: frozenset[str], said: str, together: bool) -> Check:
    @unless(f"{keys[0]!r} in it" if len(keys) == 1 else " + ".join(f"({key!r} in it)" for key in keys) + " == 1")
    @states({"anyOf" if together else "oneOf": [{"required": [key]} for key in keys]})
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        assert isinstance(value, dict)
        found = [key for key in keys if key in value]
        if not found and not others.intersection(value):
            yield Fault(_WRONG, Severity.ERROR, f"a destination has no address; {said}", at, f"add `{keys[0]}`")
        if len(found) < 2:
            return
        sizes = {len(inner) for key in found if isinstance(inner := value[key], list) and inner}
        if not together:
            said_so = f"{_both(found)} stand in one destination; one kind of address is taken"
            yield Fault(_SEVERAL, Severity.ERROR, said_so, at, "give each kind a destination of its own")
        elif len(sizes) > 1:
            said_so = f"{_both(found)} differ in number; expected as many of one as of the other"
            yield Fault(_SEVERAL, Severity.ERROR, said_so, at, "give each person a destination of their own")

    return check


def size(people: object, keys: tuple[str, ...]) -> int:
    """How many people a list of destinations reaches: of kinds that stand together, the most."""
    total = 0
    for one in people if isinstance(people, list) else ():
        if isinstance(one, dict):
            total += max((len(one[key]) for key in keys if isinstance(one.get(key), list)), default=0)
    return total


#: How many texts the destinations of a list hold at most: people, and characters of their ids.
_HELD = "sum([len(inner) for one in it for inner in one.values()])"


def _at_most(keys: tuple[str, ...]) -> Check:
    one = f"len(it) == 1 == len(it[0]) and {keys[0]!r} in it[0] and len(it[0][{keys[0]!r}]) <= {MOST}"

    @unless(f"{one} or {_HELD} <= {MOST}")
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        if not isinstance(value, list) or len(value) > MOST:
            return
        if (total := size(value, keys)) > MOST:
            said = f"{at[-1] if at else 'the list'} holds {counted(total)} addresses; one request takes {counted(MOST)}"
            yield Fault(_MANY, Severity.ERROR, said, at, "spread them over several requests")

    return check
