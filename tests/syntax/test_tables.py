"""The tables, the driver and the grammar agree with Lark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from lark import Token, Tree
from lark.lexer import Lexer

from sendspec import grammar
from sendspec.source import Source
from sendspec.syntax import lalr, tables
from sendspec.syntax.findings import Findings
from sendspec.syntax.make_tables import build, reference, render
from sendspec.syntax.scan import scan
from sendspec.syntax.tokens import NAMES

from .shape import SLOW, read, specs

_TABLES = lalr.Tables(tables.GRAMMAR, tables.SYMBOLS, tables.RULES, tables.STATES, tables.FINAL)


class _Columns(Lexer):
    """Hands our tokens to Lark."""

    def __init__(self, conf: object) -> None: ...

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]  # Lark's interface for lexers of one's own
        tokens = scan(Findings(Source("a.send", data)))
        for at, kind in enumerate(tokens.kinds[:-1]):
            yield Token(NAMES[kind], f"{at}")


_LARK = reference(_Columns)


class _Trees:
    """Makes the trees that Lark makes: every action's name is a tree of that name."""

    def __getattr__(self, name: str) -> lalr.Action:
        return lambda *inside: (name, *inside)


def _same(tree: Tree[Token] | Token) -> object:
    if isinstance(tree, Token):
        return str(tree)
    inside = tuple(map(_same, tree.children))
    return inside[0] if tree.data == "same" else (str(tree.data), *inside)


def _fail(stuck: lalr.Stuck) -> int:
    raise AssertionError(f"stuck at token {stuck.at}")


def test_the_tables_in_the_tree_are_those_of_the_grammar() -> None:
    fresh = build()
    assert fresh == _TABLES
    assert render(fresh).splitlines()[0].startswith('"""')


def test_a_grammar_newer_than_its_tables_is_parsed_by_new_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "GRAMMAR", 0)
    monkeypatch.setattr(tables, "STATES", ())
    assert read("a { b 1 }").statements[0].head.text == "a"


def test_the_terminals_have_the_numbers_of_the_scanner() -> None:
    assert tables.SYMBOLS[: len(NAMES)] == NAMES


def test_the_grammar_is_found_where_its_path_says() -> None:
    assert grammar.path().read_text(encoding="utf-8") == grammar.text()


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=SLOW,
)
@given(specs())
def test_the_driver_builds_the_trees_that_lark_builds(text: str) -> None:
    tokens = scan(Findings(Source("a.send", text)))
    tokens.leaves[:] = [f"{at}" for at in range(len(tokens.kinds))]
    ours = lalr.run(_TABLES, tokens, lalr.actions(_TABLES, _Trees()), _fail)
    assert ours == _same(_LARK.parse(text))
