"""The quick answer is never wrong: where it says that there is nothing to say, a whole walk says nothing."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec import channels
from sendspec.channels.check import check
from sendspec.channels.declare import Api, Array, Form, Object, OneOf, Shape, String
from sendspec.channels.envelope.v1 import outside_tables
from sendspec.channels.payload import json_size, weighs_at_most
from sendspec.channels.sure import NO, sure
from sendspec.channels.verify import judge, takes
from sendspec.diagnostic import Severity

from .test_fixtures import body_of, mine, named

#: What stands in for a value, to see what both make of it.
STRANGE: tuple[Any, ...] = (None, "", 0, -1, 1e9, True, [], {}, "x" * 5000, [1], {"a": "b"}, "ä" * 1000)


def api_of(message: Any) -> Api | None:
    for name in channels.names():
        for api in channels.channel(name).apis:
            if message.get({"v1": "deliverychannel", "v2": "channel"}[api.version]) == api.name:
                return api
    return None


def surely(shape: Shape, value: Any, remarks: bool = False) -> bool:
    """The quick answer, where what it raises is a no."""
    try:
        return bool(sure(shape, remarks)(value))
    except NO:
        return False


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
        for made in (message, *mutants(message)):
            found = {fault.severity for fault in check(api.body, made)}
            assert not (surely(api.body, made) and found)
            assert not (surely(api.body, made, True) and Severity.ERROR in found)


@pytest.mark.parametrize("remarks", [False, True], ids=["silent", "remarks"])
def test_most_bodies_that_are_right_are_surely_right(remarks: bool) -> None:
    asked = answered = 0
    for path in mine("valid"):
        body = body_of(path)
        for message in body if isinstance(body, list) else [body]:
            if (api := api_of(message)) is not None and (remarks or not list(check(api.body, message))):
                asked += 1
                answered += surely(api.body, message, remarks)
    assert answered > 0.95 * asked


@pytest.mark.parametrize("path", [*mine("valid"), *mine("invalid")], ids=named)
def test_the_verdict_is_that_of_all_findings(path: Any) -> None:
    body = body_of(path)
    assert takes(body) == all(fault.severity is not Severity.ERROR for fault in judge(body))


def forms(shape: Shape, seen: dict[int, Shape]) -> Iterator[Form]:
    """The forms of all strings of a shape."""
    if id(shape) in seen:
        return
    seen[id(shape)] = shape
    match shape:
        case String():
            if shape.form is not None:
                yield shape.form
        case Object():
            for member in shape.members.values():
                yield from forms(member.shape, seen)
            if shape.rest is not None:
                yield from forms(shape.rest, seen)
        case Array():
            yield from forms(shape.of, seen)
        case OneOf():
            for case in (*shape.cases.values(), shape.default):
                yield from forms(case, seen)
        case _:
            pass


def every_form() -> dict[str, Form]:
    """The forms that have a quick way to yes, each once, by its tests and its pattern."""
    found = {}
    for name in channels.names():
        for api in channels.channel(name).apis:
            for form in forms(api.body, {}):
                if form.sure:
                    found[f"{form.name}-{form.code}-{form.remark and form.remark.__name__}"] = form
    return found


@pytest.mark.parametrize("form", every_form().values(), ids=every_form())
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_string_of_the_quick_pattern_has_the_form(form: Form, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(form.sure, re.ASCII), fullmatch=True))
    assert form.test(text) is None
    assert form.remark is None or form.remark(text) is None


@pytest.mark.parametrize("path", mine("valid"), ids=named)
def test_a_body_that_is_judged_at_once_is_judged_as_by_a_walk(path: Any) -> None:
    body = body_of(path)
    for message in body if isinstance(body, list) else [body]:
        if isinstance(message, dict) and (api := api_of(message)) is not None:
            walked = [*check(api.body, message), *(outside_tables(message) if api.version == "v1" else ())]
            assert [(one.code, one.at) for one in judge(message)] == [(one.code, one.at) for one in walked]


@given(
    st.dictionaries(
        st.text(max_size=5),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
            max_leaves=20,
        ),
    )
)
def test_what_marshals_small_is_small(value: Any) -> None:
    for most in (5, 20, 80, 400):
        assert not weighs_at_most(most, value) or json_size(value) <= most
