"""Paths with `*`: every element of a list, and nothing where the tree is otherwise."""

from __future__ import annotations

import pytest

from sendspec.channels.paths import changed, values_at

TREE = {"a": [{"b": "x"}, {"c": 1}, {"b": "y"}], "d": {"e": "z"}}


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (("d", "e"), [(("d", "e"), "z")]),
        (("a", "*", "b"), [(("a", 0, "b"), "x"), (("a", 2, "b"), "y")]),
        (("d", "*"), []),
        (("a", "b"), []),
        (("d", "e", "f"), []),
        ((), [((), TREE)]),
    ],
)
def test_a_path_leads_to_what_stands_there(path: tuple[str, ...], there: list[object]) -> None:
    assert list(values_at(TREE, path)) == there


def test_a_change_leaves_the_tree_itself_as_it_is() -> None:
    made = changed(TREE, ("a", "*", "b"), str.upper)
    assert made == {"a": [{"b": "X"}, {"c": 1}, {"b": "Y"}], "d": {"e": "z"}}
    assert TREE["a"] == [{"b": "x"}, {"c": 1}, {"b": "y"}]
    assert made["d"] is TREE["d"]
    assert changed(TREE, ("d", "no"), str.upper) == TREE
