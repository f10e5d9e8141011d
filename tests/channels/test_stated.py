"""The published schemas state what JSON Schema can state of the rules: next to all that verify refuses, and no more."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sendspec import channels
from sendspec.channels.declare import Api
from sendspec.channels.keywords import (
    NO_SIGNS,
    Keywords,
    exactly_one_of,
    lies_at,
    needs,
    not_both,
    stands,
    up_to,
    within,
)
from sendspec.channels.schema import alone
from sendspec.channels.verify import judge, takes
from sendspec.diagnostic import Severity

from .test_fixtures import HERE, body_of, mine, named
from .test_sure import api_of, mutants

#: Faults that no keyword of JSON Schema can state, or none that would be worth its length.
BEYOND = frozenset(
    {
        # one value against another: times in order, as many of one as of the other, ids told apart and found again
        *("v2-expiry-before-sending", "v2-eight-days", "ids-in-wrong-number", "more-waids-than-bsuids"),
        *("page-id-twice", "picture-id-twice", "slot-id-twice", "button-id-twice", "reply-id-twice"),
        *("list-row-id-twice", "picture-of-item-missing", "pictures-missing", "page-that-leads-nowhere"),
        *("page-of-many-that-leads-nowhere", "buttons-same-place", "buttons-at-one-place"),
        *("button-of-other-category", "button-at-place-two-of-one", "private-twice", "list-without-received"),
        # bytes of a whole value, or of a text
        *("payload-over-limit", "payload-over-limit-in-bytes", "replies-over-payload", "correlation-too-long"),
        *("picture-too-big", "pictures-too-big"),
        # a day that is none, a text that holds a file, the end of an address
        *("contact-born-in-a-long-february", "picture-not-base64", "picture-of-jpeg", "app-icon-no-png"),
        "file-name-with-plus",
        # values under free keys
        *("template-currency-without-code", "template-time-without-text", "template-currency-number"),
        *("template-value-number", "template-value-kind", "template-empty-value", "template-five-blanks"),
    }
)


@cache
def validator(name: str, version: str) -> Draft202012Validator:
    declared = channels.channel(name)
    return Draft202012Validator(alone(declared, declared.api(version)))


def schema_of(api: Api) -> Draft202012Validator:
    """The schema of a channel by a version, alone."""
    name = next(name for name in channels.names() if api in channels.channel(name).apis)
    return validator(name, api.version)


def messages(body: Any) -> list[Any]:
    return [one for one in (body if isinstance(body, list) else [body]) if isinstance(one, dict)]


@pytest.mark.parametrize("path", [path for path in mine("invalid") if HERE in path.parents], ids=named)
def test_a_schema_refuses_what_verify_refuses(path: Any) -> None:
    for message in messages(body_of(path)):
        if not all(isinstance(message.get(key, ""), str) for key in ("deliverychannel", "channel")):
            continue
        api = api_of(message)
        if api is not None and any(fault.severity is Severity.ERROR for fault in judge(message)):
            assert schema_of(api).is_valid(message) == (path.name.partition(".")[0] in BEYOND)


@pytest.mark.parametrize("path", mine("valid"), ids=named)
def test_a_schema_takes_what_verify_takes(path: Any) -> None:
    for message in messages(body_of(path)):
        if (api := api_of(message)) is None:
            continue
        assert schema_of(api).is_valid(message)
        made = list(mutants(message))[::5] if len(str(message)) < 5_000 else []
        assert [one for one in made if api_of(one) is api and takes(one) and not schema_of(api).is_valid(one)] == []


def holds(keywords: Keywords, value: Any) -> bool:
    return bool(Draft202012Validator(keywords).is_valid(value))


def test_an_empty_text_counts_as_absent() -> None:
    assert holds(stands("a"), {"a": "x"})
    assert not holds(stands("a"), {"a": ""})
    assert holds(exactly_one_of("a", "b"), {"a": "", "b": "x"})
    assert not holds(exactly_one_of("a", "b"), {"a": "y", "b": "x"})
    assert holds(not_both("a", "b"), {"a": "x", "b": ""})
    assert not holds(not_both("a", "b"), {"a": "x", "b": "y"})


def test_a_condition_is_asked_first() -> None:
    condition = lies_at(("a", "b"), {"const": 1})
    assert holds(needs(condition, "c"), {"a": {"b": 2}})
    assert not holds(needs(condition, "c"), {"a": {"b": 1}})
    assert holds(needs(condition, "c"), {"a": {"b": 1}, "c": "x"})
    assert holds(within(("a", "b"), {"const": 1}), {"a": {}})


@given(st.integers(1, 10**9), st.integers(0, 2 * 10**9), st.integers(0, 3))
def test_the_pattern_of_a_bound_is_exact(most: int, number: int, zeros: int) -> None:
    for one in (number % (2 * most), most, most + 1, 0):
        assert bool(re.search(up_to(most), "0" * zeros + str(one))) == (one <= most)


def test_letters_of_any_alphabet_are_no_signs() -> None:
    assert all(re.search(NO_SIGNS, text) for text in ("abc", "Ä1", "日本"))
    assert not any(re.search(NO_SIGNS, text) for text in ("a b", "a-b", "a.b", "a_b", "", "a\x7f"))
