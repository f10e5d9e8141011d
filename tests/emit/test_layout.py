"""A channel's request template: what it may print, and what is told of a wrong one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sendspec.emit.layout import TemplateError, filler, lay_out


def laid(toy: Any, root: Path, text: str, **fragments: Any) -> dict[str, object]:
    (root / "toy").mkdir()
    (root / "toy" / "request.json.j2").write_text(text, encoding="utf-8")
    channel = toy.channel()
    return lay_out(channel, channel.apis[0], fragments, root)


def test_a_forgotten_variable_is_named(toy: Any, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"channels/toy/request\.json\.j2: 'content' is undefined"):
        laid(toy, tmp_path, '{"a": {{ content | json }}}')


def test_a_value_enters_through_the_filter_only(toy: Any, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="without the `json` filter"):
        laid(toy, tmp_path, '{"a": "{{ content }}"}', content='", "b": "1')


def test_no_value_is_not_a_number(toy: Any, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="JSON"):
        laid(toy, tmp_path, '{"a": {{ content | json }}}', content=float("nan"))


def test_a_key_stands_once(toy: Any, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="twice"):
        laid(toy, tmp_path, '{"a": 1, "a": {{ content | json }}}', content=2)


def test_what_is_not_open_is_shared_and_what_is_open_is_copied(toy: Any, tmp_path: Path) -> None:
    body = laid(toy, tmp_path, '{"to": {{ destination | json }}, "fixed": {{ content | json }}}', content={"a": [1]})
    fill = filler(body)
    assert fill is not None
    one, two = fill([["x"]]), fill([["y"]])
    assert isinstance(one, dict)
    assert isinstance(two, dict)
    assert one == {"to": ["x"], "fixed": {"a": [1]}}
    assert two["to"] == ["y"]
    assert one["fixed"] is two["fixed"]
