"""What people's values can and cannot do to a request."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendspec.audience.nodes import rows_named
from sendspec.emit.failure import RefusedError

HOSTILE = [
    "{{ 7*7 }}", "{% for x in y %}", "$(name)", "$(dollar)", 'a "quoted" \\ word', "two\nlines\r\n", "\u2028, \u2029",
    "🧑‍🚀 é", "</script>", "\0open:1\0", "null", "{#", "\ufeff",
]  # fmt: skip


@pytest.mark.parametrize("version", ["v1", "v2"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_arrives_as_its_characters(toy: Any, version: str, value: str) -> None:
    (line,) = toy.lines(toy.rung({"text": "Hi {{ name }}"}, version=version), toy.people(value))
    if version == "v1":
        assert line["body"]["channels"]["toy"]["text"] == f"Hi {value}"
    else:
        assert line["body"]["content"]["text"] == "Hi $(name)"
        assert line["body"]["to"][0]["substitutions"] == {"name": value}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=12), st.integers(1, 5)
)
def test_everybody_gets_their_own_text_once(toy: Any, names: list[str], tps: int) -> None:
    for version in ("v1", "v2"):
        lines = toy.lines(toy.rung({"text": "Hi {{ name }}"}, version=version), toy.people(*names), tps=tps)
        got = dict(pair for line in lines for pair in zip(line["rows"], _texts(line["body"]), strict=True))
        assert got == {row: f"Hi {name}" for row, name in enumerate(names)}
        assert all(len(line["rows"]) <= tps for line in lines)
        assert sorted(row for line in lines for row in line["rows"]) == list(range(len(names)))


def _texts(body: Any) -> list[str]:
    """What each address of a body is sent, in order."""
    if isinstance(body, dict) and "to" in body:
        text = body["content"]["text"]
        return [
            text.replace("$(name)", entry.get("substitutions", {}).get("name", ""))
            for entry in body["to"]
            for _ in entry["msisdn"]
        ]
    messages = body if isinstance(body, list) else [body]
    return [
        message["channels"]["toy"]["text"]
        for message in messages
        for entry in message["destination"]
        for _ in entry["msisdn"]
    ]


def test_a_value_that_breaks_a_limit_is_told_with_its_row_and_not_shown(toy: Any) -> None:
    secret = "Ann-" + "x" * 60
    with pytest.raises(RefusedError) as caught:
        toy.lines(toy.rung({"text": "{{ name }}"}), [*toy.people("Bob"), toy.person(7, name=secret)])
    (found,) = caught.value.diagnostics
    assert found.code == "TOY001"
    assert found.message.endswith("(row 7)")
    assert secret not in found.message
    assert found.span.start == 0
    assert not (toy.root / "out").exists()


def test_a_value_that_is_not_there_is_told_with_its_row(toy: Any) -> None:
    with pytest.raises(RefusedError) as caught:
        toy.lines(toy.rung({"text": "{{ name }}"}), [toy.person(3, name=None)])
    assert caught.value.diagnostics[0].message == "`name` has no value (row 3)"


def test_rows_are_named_few_and_counted_many() -> None:
    assert rows_named([4]) == "row 4"
    assert rows_named([4, 4, 3]) == "rows 3 and 4"
    assert rows_named(range(5)) == "rows 0, 1, 2 and 2 more"
    assert rows_named(range(2000)) == "rows 0, 1, 2 and 1 997 more"
