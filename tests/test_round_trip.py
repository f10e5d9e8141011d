"""There and back: what bodies are imported to compiles to just those bodies, is in the one style, and lint finds in it
what verify finds in them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendspec.channels.said import members
from sendspec.channels.verify import verify
from sendspec.config import Config
from sendspec.decompile.which import which
from sendspec.diagnostic import Severity
from sendspec.emit.ladder import stages
from sendspec.importer import Imported, imported
from sendspec.pipeline import Linter, Request, job
from sendspec.source import Source
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format as in_style

from . import test_import
from .channels.golden import channel_of
from .test_import import BEYOND, KEPT, OTHER_FORMS, compiled, messages
from .test_specs import lines

SLOW = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large)
ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "channels").glob("*.send"))
GOLDENS = sorted((ROOT / "tests" / "channels").glob("*/golden/*.send"))
#: What import does not bring back and says so: requests that say the same share one.
SHARED = {"spring_offer/rung-1.ndjson"}
#: What lint says and verify does not: that there is `wire`, and of texts and mails how they go out.
OF_SPECS = {"API060", "SMS020", "SMS021", "EML015"}


def specs() -> dict[str, list[Any]]:
    """The bodies of every line file that the specs make, arrays taken apart."""
    found: dict[str, list[Any]] = {}
    for name, line in lines():
        body = line["body"]
        found.setdefault(name, []).extend(body if isinstance(body, list) else [body])
    return found


def written(bodies: list[Any]) -> list[str]:
    """The bodies in one order: those of one message stand together in a spec, wherever they stood before."""
    return sorted(json.dumps(body, sort_keys=True) for body in bodies)


def linted(text: str, folder: Path) -> set[str]:
    path = folder / "linted.send"
    path.write_text(text, encoding="utf-8")
    return {found.code for found in Linter(dt.date(2026, 11, 25)).lint(path, Config(folder))}


def judged(body: Any) -> set[tuple[str, Severity, str]]:
    return {(found.code, found.severity, found.message) for found in verify(Source("body.json", json.dumps(body)))}


def check(made: Imported, bodies: list[Any], folder: Path) -> None:
    assert written(compiled(made.text, folder)) == written(bodies)
    assert in_style(parse(Source("a.send", made.text))[0]) == made.text
    assert linted(made.text, folder) - OF_SPECS <= {code for body in bodies for code, *_ in judged(body)}


def test_the_bodies_of_the_specs_become_specs_that_compile_to_the_same(tmp_path: Path) -> None:
    unlike = set()
    for name, bodies in specs().items():
        made = imported("bodies.json", json.dumps(bodies))
        if made.remarks:
            unlike.add(name)
        else:
            check(made, bodies, tmp_path)
    assert unlike == SHARED


def bodies_of(path: Path) -> list[Any]:
    """The bodies of the first rung of each message of a spec, for its own people. The first part of a golden's name may
    choose the version of the API."""
    version = path.stem.split("-")[0]
    versions = {channel_of(path).name: version} if version in ("v1", "v2") else {}
    linter, config, bodies = Linter(dt.date(2026, 11, 25)), Config(path.parent, versions=versions), []
    unit = linter.bind(path, config).unit
    assert unit is not None
    for message in unit.messages.values():
        work = job(linter, path, message, Request(), [])
        stage, *_ = stages(work)
        made = [*(line for person in work.people() for line in stage.add(person)), *stage.close()]
        bodies += [each for line in made for each in (line.body if isinstance(line.body, list) else [line.body])]
    return bodies


@pytest.mark.parametrize("path", [*PAGES, *GOLDENS], ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_the_bodies_of_pages_and_goldens_come_back(path: Path, tmp_path: Path) -> None:
    for body in bodies_of(path):
        made = imported("body.json", json.dumps(body))
        assert [said for said in made.remarks if not any(form in said for form in KEPT)] == []
        check(made, [body], tmp_path)


@cache
def sound() -> list[dict[str, Any]]:
    """Bodies that come back as they are, but for signs of typing: compile writes their empty text always."""
    found = {f"{path.parts[-3]}-{path.stem}": messages(path) for path in test_import.files()}
    bodies = [body for name, bodies in found.items() if name not in BEYOND for body in bodies]
    return [body for body in bodies if "type" not in members(body, "channels", "appmessaging")]


#: Values within the limits of nearly every text. What is no letter of SMS would ask for another type of message.
TEXTS = (
    "x",
    "Hello you",
    'a "b" \\ c',
    "{{ x }}",
    "{% if %}",
    "two  blanks",
    "one\nmore line",
    "%s",
    "1",
    "yes",
    "é ß",
)
PEOPLE = ("destination", "to")


def places(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a body but its people and the type of its text, which compile knows by itself."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inner:
        if key not in PEOPLE and (*at, key)[-2:] not in (("sms", "type"), ("content", "type")):
            yield (*at, key)
            yield from places(value, (*at, key))


def varied(body: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """A body with a member left out, another value or other order somewhere."""
    made: dict[str, Any] = json.loads(json.dumps(body))
    *above, last = data.draw(st.sampled_from(list(places(made))))
    inner: Any = made
    for key in above:
        inner = inner[key]
    value = inner[last]
    if isinstance(value, dict) and data.draw(st.booleans()):
        inner[last] = {key: value[key] for key in data.draw(st.permutations(list(value)))}
    elif isinstance(value, str) and "$(" not in value and data.draw(st.booleans()):
        inner[last] = data.draw(st.sampled_from(TEXTS))
    elif isinstance(value, bool):
        inner[last] = not value
    elif isinstance(value, int) and data.draw(st.booleans()):
        inner[last] = value + data.draw(st.sampled_from((-1, 1, 7)))
    elif "$(" not in json.dumps(value):
        del inner[last]
    return made


def as_good(body: Any, before: Any) -> bool:
    """Whether a body has no more to find in it than before, and is one of a channel."""
    return which(body) is not None and judged(body) <= judged(before)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_a_valid_body_comes_back_however_it_is_varied(tmp_path: Path, data: st.DataObject) -> None:
    body = data.draw(st.sampled_from(sound()))
    for _ in range(data.draw(st.integers(1, 5))):
        other = varied(body, data)
        body = other if as_good(other, body) else body
    made = imported("body.json", json.dumps(body))
    if not any(form in said for said in made.remarks for form in OTHER_FORMS):
        assert [said for said in made.remarks if not any(form in said for form in KEPT)] == []
        assert compiled(made.text, tmp_path) == [body]
    assert in_style(parse(Source("a.send", made.text))[0]) == made.text


#: Letters, digits, punctuation and blanks. What is hidden in a text is an error of lint (SEC).
SHOWN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=8)
NAMES = st.sampled_from(("a", "key", "item", "wire", "yes", "1", "a b", "a-2h", 'x" } y', "{{ x }}", "", "é")) | SHOWN
#: Any value but numbers of more than 40 digits, and null, which only `wire` can say.
LEAVES = st.booleans() | st.integers(-(10**30), 10**30) | st.floats(-1e9, 1e9).map(lambda x: round(x, 9)) | SHOWN


def trees(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
        max_leaves=12,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(tree=trees(LEAVES | st.none()), inside=trees(LEAVES | st.none()))
def test_whatever_a_body_holds_beyond_the_language_comes_back(tmp_path: Path, tree: Any, inside: Any) -> None:
    reply = {"type": "reply", "displayText": "Yes", "postbackData": "y", "beyond": inside}
    content = {"type": "text", "text": "Hello", "suggestions": [{**reply, "displayText": "No"}, reply]}
    body = {"channel": "rcs", "from": "a_1", "to": [{"msisdn": ["+447700900123"]}], "content": content, "beyond": tree}
    made = imported("body.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(extras=st.dictionaries(NAMES, trees(LEAVES), max_size=3))
def test_whatever_the_extras_of_a_message_hold_comes_back(tmp_path: Path, extras: Any) -> None:
    message = {"thread_id": "t", "message": {"text": "Hello", "extras": extras}}
    to = {"destination": [{"userid": ["user-1"]}]}
    body = {"deliverychannel": "appmessaging", "appid": "MU1", **to, "channels": {"appmessaging": message}}
    made = imported("body.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]
