"""Messages with an audience, made by hand: this room is tested without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.declare import Api, Channel, Object
from sendspec.config import Config
from sendspec.model.nodes import Audience, Listed, Message, Row, Rung, Take, Unique, Variable
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Block, Statement, Word
from sendspec.values.types import Kind, Type

TEXT = "audience\nmsisdn\nvars same\nexclude\nunique\nat_most\ndelimiter\nencoding\nlocale\n"
SOURCE = Source("m.send", TEXT)


def at(word: str) -> Span:
    found = re.search(rf"^{word}", TEXT, re.MULTILINE)
    assert found is not None
    return Span(*found.span())


def line(word: str) -> Statement:
    span = at(word)
    return Statement(Word(word, span), (), None, (), None, span)


WHOLE = Span(0, len(TEXT))
LINES = tuple(line(word) for word in TEXT.replace("vars same", "vars").split()[1:])
STATEMENT = Statement(Word("audience", at("audience")), (), Block(LINES, WHOLE), (), None, WHOLE)
API = Api("v1", "sms", Object({}), lambda filled, sender: {}, {}, frozenset())


def rung(*addresses: str) -> Rung:
    channel = Channel("toy", "Toy", "TOY", (), (), addresses, (API,), frozenset())
    return Rung(1, channel, API, None, None, False, False, {}, {}, {}, (), {}, SOURCE, STATEMENT)


def variable(name: str, made: Type, default: object = None, required: bool | None = None) -> Variable:
    need = default is None if required is None else required
    return Variable(name, made, default, default is not None, (), False, None, need, SOURCE, STATEMENT)


class Spec:
    """A message to be, and the project it stands in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.config = Config(root)
        self.variables: dict[str, Variable] = {}
        self.mapping: list[Take] = [self.take("msisdn", "phone", Type(Kind.PHONE, code="GB"))]
        self.locales: tuple[str, ...] = ()
        self.addresses: tuple[str, ...] = ("msisdn",)
        self.rest: dict[str, Any] = {}

    def take(self, target: str, column: str, made: Type | None = None, otherwise: str | None = None) -> Take:
        return Take(target, column, made, otherwise, at("locale" if target == "locale" else "msisdn"))

    def add(self, name: str, made: Type, default: object = None, required: bool | None = None) -> Spec:
        self.variables[name] = variable(name, made, default, required)
        return self

    def file(self, data: str | bytes, name: str = "people.csv") -> Path:
        path = self.root / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def message(self, path: str = "people.csv", kind: str = "csv", **settings: Any) -> Message:
        given = {**self.rest, **settings}
        audience = Audience(
            kind, path, given.get("query"), given.get("rows", ()), tuple(self.mapping), given.get("same", True),
            {name: at("audience") for name in given.get("ignore", ())},
            Unique(given["unique"][0], given["unique"][1], at("unique")) if "unique" in given else None,
            tuple(Listed(kind, path, key, at("exclude")) for kind, path, key in given.get("exclude", ())),
            given.get("at_most"), given.get("max_rejects"), given.get("delimiter"), given.get("encoding"),
            SOURCE, STATEMENT, at("audience"), tuple(given.get("more", ())),
        )  # fmt: skip
        return Message("m", None, None, self.variables, audience, {}, None, None, (rung(*self.addresses),), {}, (),
                       self.locales, SOURCE, STATEMENT)  # fmt: skip

    def rows(self, *rows: dict[str, str]) -> tuple[Row, ...]:
        return tuple(Row(cells, {name: Span(n, n + 1) for n, name in enumerate(cells)}, WHOLE) for cells in rows)


@pytest.fixture
def spec(tmp_path: Path) -> Spec:
    """A spec whose audience is `people.csv`, with `msisdn <- phone as phone(GB)` and `vars <- same`."""
    return Spec(tmp_path)


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Spec]:
    """Makes a spec of its own, as often as it is asked."""
    return lambda: Spec(tmp_path_factory.mktemp("spec"))
