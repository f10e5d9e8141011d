"""The quick answer is never wrong: where it says that there is nothing to say, a whole walk says nothing."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from sendspec import channels
from sendspec.channels.check import check
from sendspec.channels.declare import Api
from sendspec.channels.sure import sure

from .test_fixtures import body_of, mine, named

#: What stands in for a value, to see what both make of it.
STRANGE: tuple[Any, ...] = (None, "", 0, -1, 1e9, True, [], {}, "x" * 5000, [1], {"a": "b"}, "ä" * 1000)


def api_of(message: Any) -> Api | None:
    for name in channels.names():
        for api in channels.channel(name).apis:
            if message.get({"v1": "deliverychannel", "v2": "channel"}[api.version]) == api.name:
                return api
    return None


def mutants(message: Any) -> Iterator[Any]:
    """The message with one value taken out, or replaced by something strange, anywhere in it; two at each place."""
    for number, path in enumerate(places(message)):
        *above, last = path
        for strange in (..., STRANGE[number % len(STRANGE)]):
            made = copy.deepcopy(message)
            inner = made
            for key in above:
                inner = inner[key]
            if strange is not ...:
                inner[last] = strange
            else:
                del inner[last]
            yield made


def places(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inner:
        yield (*at, key)
        yield from places(value, (*at, key))


@pytest.mark.parametrize("path", mine("valid"), ids=named)
def test_a_body_that_is_surely_right_has_no_fault(path: Any) -> None:
    body = body_of(path)
    for message in body if isinstance(body, list) else [body]:
        api = api_of(message) if isinstance(message, dict) else None
        if api is None or len(json.dumps(message)) > 5_000:
            continue
        quick = sure(api.body)
        assert not (quick(message) and list(check(api.body, message)))
        wrong = [made for made in mutants(message) if quick(made) and list(check(api.body, made))]
        assert wrong == []


def test_most_bodies_that_are_right_are_surely_right() -> None:
    asked = answered = 0
    for path in mine("valid"):
        body = body_of(path)
        for message in body if isinstance(body, list) else [body]:
            if (api := api_of(message)) is not None and not list(check(api.body, message)):
                asked += 1
                answered += sure(api.body)(message)
    assert answered > 0.95 * asked
