"""Messages and people made by hand, on a toy channel that both versions of the API take: this room needs no parser."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from sendspec.audience.nodes import Person, Tally
from sendspec.channels.declare import Anything, Api, Channel, Limit, Member, Object, String
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.filled import Leaf, Made
from sendspec.config import Config, Environment
from sendspec.emit.job import Job
from sendspec.emit.write import write
from sendspec.model.nodes import Expiry, Message, Moment, Quiet, Rung, Trigger, Variable
from sendspec.record import replace
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Statement, Word
from sendspec.templates.parse import parse
from sendspec.values.types import Kind, Type

HERE = Span(0, 4)
SOURCE = Source("specs/m.send", "text that the spec holds")
STATEMENT = Statement(Word("try", HERE), (), None, (), None, HERE)
CONTENT = Object(
    {
        "text": Member(String((Limit("TOY001", "a test", most=40),)), required=True),
        "title": Member(String()),
        "html": Member(String()),
        "subject": Member(String()),
    },
    rest=Anything(),
)
V1 = Object({"channels": Member(Object({"toy": Member(CONTENT)})), "callbackData": Member(String())}, rest=Anything())
V2 = Object({"content": Member(CONTENT), "callbackData": Member(String())}, rest=Anything())
FREE = Anything()


class Toy:
    """Makes the parts of a compile, with sensible values for what a test does not care about."""

    folder = Path(__file__).parent / "channels"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.variables: dict[str, Type] = {"name": Type(Kind.TEXT, most=40)}

    def leaf(self, text: str, form: str = "text", **more: Any) -> Leaf:
        """A text as the model makes it: with a value when it prints nothing."""
        template, problems = parse(text)
        assert template is not None, problems
        constant = template.constant
        return Leaf("text", SOURCE, HERE, constant, None if constant is not None else template, form=form, **more)

    def moment(self, variable: str, shift: int) -> Leaf:
        """An instant that hangs on a variable."""
        return Leaf("expires", SOURCE, HERE, None, Moment(variable, shift), form="instant")

    def channel(self, version: str = "v1", **more: Any) -> Channel:
        """The toy channel by one version of the API."""
        places: dict[str, tuple[str, ...]] = {"content": ("channels", "toy") if version == "v1" else ("content",)}
        api = Api(
            version,
            "toy",
            V1 if version == "v1" else V2,
            lambda filled, sender: {},
            places,
            MEMBERS[version],
            substitutes=frozenset({"content/text", "content/html"}) if version == "v2" else frozenset(),
            placeholders=frozenset({"unsubscribe"}),
        )
        told: dict[str, Any] = {"addresses": ("msisdn",), "reports": frozenset({"delivered"}), **more}
        return Channel("toy", "Toy", "TOY", (), (), apis=(api,), **told)

    def rung(
        self,
        content: Mapping[str, Any] | Mapping[str, Mapping[str, Any]],
        number: int = 1,
        version: str = "v1",
        settings: Mapping[str, Any] | None = None,
        locales: Sequence[str] = ("",),
        channel: Channel | None = None,
        **more: Any,
    ) -> Rung:
        """A rung; `content` by locale where there are several locales."""
        chosen = channel or self.channel(version)
        by_locale = {name: content[name] if len(locales) > 1 else content for name in locales}
        fragments = {
            name: {"content": Made(None, **self._leaves(found)), "settings": self._leaves(settings or {})}
            for name, found in by_locale.items()
        }
        place = chosen.apis[0].places["content"]
        bodies: dict[str, Any] = {
            name: {place[0]: {place[1]: made["content"]} if len(place) > 1 else made["content"]}
            for name, made in fragments.items()
        }
        known = Rung(
            number, chosen, chosen.apis[0], None, None, False, False, {}, fragments, bodies, (), {}, SOURCE, STATEMENT
        )
        return replace(known, **more)

    def _leaves(self, content: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self.leaf(value) if isinstance(value, str) else value for key, value in content.items()}

    def message(
        self, *rungs: Rung, name: str = "visit", expiry: Expiry | None = None, quiet: Quiet | None = None
    ) -> Message:
        """A message over rungs."""
        variables = {
            word: Variable(word, made, None, False, (), False, None, True, SOURCE, STATEMENT)
            for word, made in self.variables.items()
        }
        locales = tuple(rungs[0].fragments)
        return Message(
            name, "utility", "crm", variables, None, {}, quiet, expiry, rungs, {}, (), locales, SOURCE, STATEMENT
        )  # fmt: skip

    def person(
        self,
        row: int,
        locale: str = "",
        addresses: Mapping[str, str] | None = None,
        correlation: str | None = None,
        **values: Any,
    ) -> Person:
        """A person with a number of their own."""
        return Person(row, locale, addresses or {"msisdn": f"+4477009{row:05d}"}, values, correlation)

    def people(self, *names: str) -> list[Person]:
        """People by their names, in the rows 0, 1, 2…"""
        return [self.person(row, name=name) for row, name in enumerate(names)]

    def job(self, message: Message, people: Sequence[Person], tps: int | None = None, **more: Any) -> Job:
        """A compile of these people."""
        config = Config(self.root, environments=(Environment("trial", tps=2),), tps=tps)
        tally = Tally(rows=len(people), people=len(people))
        return Job(
            message,
            "specs/m.send",
            lambda: iter(people),
            lambda: tally,
            config,
            {"specs/m.send": "0" * 64},
            folder=self.folder,
            **more,
        )

    def compile(self, message: Message, people: Sequence[Person], **more: Any) -> dict[str, Any]:
        """The plan, and the lines of each file, as they are read back."""
        out = self.root / "out"
        write([self.job(message, people, **more)], out)
        made: dict[str, Any] = {}
        for file in sorted((out / message.name).iterdir()):
            text = file.read_bytes().decode()
            made[file.name] = (
                json.loads(text) if file.suffix == ".json" else [json.loads(line) for line in text.split("\n")[:-1]]
            )
        return made

    def lines(self, rung: Rung, people: Sequence[Person], **more: Any) -> list[dict[str, Any]]:
        """The lines of a message of one rung."""
        found: list[dict[str, Any]] = self.compile(self.message(rung), people, **more)["rung-1.ndjson"]
        return found

    @staticmethod
    def quiet(zone: str, variable: bool) -> Quiet:
        return Quiet(21 * 3600, 8 * 3600, zone, variable, "hold", HERE)

    @staticmethod
    def expiry(after: int | None = None, leaf: Leaf | None = None) -> Expiry:
        return Expiry(leaf, after, HERE)

    @staticmethod
    def trigger(after: int | None = None, unless: str | None = None) -> Trigger:
        return Trigger(after, unless, HERE)

    @staticmethod
    def instant(text: str) -> dt.datetime:
        return dt.datetime.fromisoformat(text)


@pytest.fixture
def toy(tmp_path: Path) -> Toy:
    return Toy(tmp_path)
