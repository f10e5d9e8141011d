"""What a body says in words where more than one way would do, and what is silent because compile writes it anyway."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.apple.reading import read
from sendspec.channels.said import Said
from sendspec.importer import imported

HERE = Path(__file__).parent


def body(name: str) -> Any:
    return json.loads((HERE / "valid" / f"{name}.json").read_text(encoding="utf-8"))


def said(name: str, **changes: Any) -> Said:
    """The one statement of a body's content, with some members of `interactiveData` changed."""
    whole = body(name)
    whole["channels"]["AppleBusinessChat"].setdefault("interactiveData", {}).update(changes)
    (one, *_) = read(whole).content
    return one


def words(statement: Said) -> list[str]:
    return [inner.word for inner in statement.block or ()]


def test_the_media_type_that_the_address_tells_is_silent() -> None:
    first, second = read(body("text-with-files")).content[1:]
    assert (dict(first.options), dict(second.options)) == ({}, {"type": "image/jpeg"})


def test_the_extension_is_said_where_a_spec_alone_would_have_it_otherwise() -> None:
    assert "bid" not in words(said("time-picker"))
    picker = body("time-picker")
    del picker["channels"]["AppleBusinessChat"]["interactiveData"]["bid"]
    (one,) = read(picker).content
    assert [inner.values for inner in one.block or () if inner.word == "bid"] == [(False,)]
    assert "bid" in words(said("list-picker"))
    assert "bid" not in words(said("quick-reply"))


def test_the_first_page_of_a_form_is_silent_and_another_is_said() -> None:
    assert "start_page_identifier" not in words(said("form"))
    assert "start_page_identifier" in words(said("form-with-loose-ends"))


def test_pages_come_back_in_their_order() -> None:
    pages = [word for word in words(said("form")) if word in ("select", "picker", "date_picker", "input")]
    assert pages == ["select", "picker", "date_picker", "input"]


def test_what_is_no_content_says_nothing() -> None:
    strange: tuple[Any, ...] = ({}, {"data": 7}, {"data": {"version": "1.0"}}, {"data": []})
    for held in strange:
        whole = body("quick-reply")
        whole["channels"]["AppleBusinessChat"]["interactiveData"] = held
        assert read(whole).content == ()


VALID = sorted(path.stem for path in HERE.glob("valid/*.json") if not path.name.endswith(".notes.json"))
#: Bodies in forms that a page prints and compile does not write.
OLDER = {
    "rich-link-in-older-forms",
    "form-in-older-forms",
    "invitation-in-older-forms",
    "invitation",
}


@pytest.mark.parametrize("name", VALID)
def test_a_body_compiles_back_to_itself_but_for_older_forms(name: str) -> None:
    remarks = imported(name, json.dumps(body(name))).remarks
    assert bool(remarks) == (name in OLDER), remarks
