"""The pages that nobody writes by hand: `channels.md` and those in `channels/` from the channels' declarations,
`codes.md` from the codes that they know, `rules.md` from the rules' own pages.

`python docs/make_pages.py` writes them; a test compares them with what the package says today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from sendspec.channels import channel, names
from sendspec.channels.answers import answers
from sendspec.channels.declare import (
    Api,
    Array,
    Channel,
    Limit,
    Member,
    Number,
    Object,
    OneOf,
    Shape,
    Slot,
    String,
    Takes,
    Word,
)
from sendspec.channels.described import meaning
from sendspec.channels.envelope import BLOCKS
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.emit.ladder import stages
from sendspec.lint import registry
from sendspec.lint.page import parse
from sendspec.pipeline import Linter, Request, job
from sendspec.values.bounds import Unit

HERE = Path(__file__).parent

# --- channels.md -----------------------------------------------------------------------------------------

#: How a value of each kind looks in a spec.
_SHOWN = {
    Takes.TEXT: "TEXT",
    Takes.NUMBER: "NUMBER",
    Takes.INSTANT: "INSTANT",
    Takes.DURATION: "DURATION",
    Takes.SWITCH: "yes|no",
    Takes.TEXTS: "[TEXT, …]",
    Takes.CHOICES: "[WORD, …]",
    Takes.VALUE: "VALUE",
}
_CHANNELS = """\
# The channels

<!-- written by `python docs/make_pages.py` from the channels' declarations -->

What a rung may hold stands on the page of its channel. [language.md](language.md) tells how the places for values are
filled: `TEXT` is a text in any of its forms, `FIXED` one that is the same for everybody, so it names no variable.
What stands in `[ ]` can be left out; `…|…` is a choice. A word that is marked "many" may stand as often as needed. Of
the words marked "content" a rung holds one kind.

"fixed" marks a value that names no variable. "In the API" tells which form of a request a rung takes; statuses are what
a trigger can wait for (`unless read`). Numbers such as C18 are those of [contradictions.md](contradictions.md).
"""
_RULES = """\
# The rules

<!-- written by `python docs/make_pages.py` from the rules' pages -->

Every finding has a code; `sendspec explain CODE` shows its page with an example that fails and one that passes. The
letters name the family, never the severity. A code never changes its meaning and never comes back.
"""
FAMILIES = {
    "ALW": "`@allow`",
    "API": "Requests and their settings",
    "AUD": "Recipients",
    "LAD": "The ladder",
    "LOC": "Locales",
    "NAM": "Names and words",
    "PRI": "Privacy",
    "SEC": "Secrets and hidden characters",
    "SYN": "How a spec is written",
    "TIM": "Time",
    "TXT": "Texts",
    "VAR": "Variables",
    **{made.family: made.title[0].upper() + made.title[1:] for made in map(channel, names())},
}


def channels() -> str:
    """The page about what all channels share, and the way to each."""
    rows = [(f"[{name}](channels/{name}.md)", *_named(channel(name))) for name in names()]
    table = "\n".join([*_grid(("channel", "is", "API", "addresses"), rows), ""])
    return "\n".join([_CHANNELS, table, _settings()])


def _named(declared: Channel) -> tuple[str, str, str]:
    apis = ", ".join(api.version for api in declared.apis)
    return declared.title, apis, ", ".join(f"`{kind}`" for kind in declared.addresses)


def page_of(name: str) -> str:
    """The page about one channel."""
    declared = channel(name)
    module = import_module(f"sendspec.channels.{name}")
    spec = (HERE / "channels" / f"{name}.send").read_text(encoding="utf-8")
    rows = [
        f"# {name}",
        "",
        "<!-- written by `python docs/make_pages.py` from the channel's declaration -->",
        "",
        (module.__doc__ or "").strip(),
        "",
        *_facts(declared),
        "",
        "## A spec, and the request that it makes",
        "",
        f"```send\n{spec}```",
        "",
        f"```json\n{json.dumps(_compiled(spec), ensure_ascii=False, indent=2)}\n```",
        "",
        "## Words",
        "",
        f"A sender: `sender NAME {name} {{ … }}` with",
        "",
        *_table(declared.sender),
        "",
        f"A rung: `try {name} from SENDER {{ … }}` with",
        "",
        *_table(declared.words),
        "",
    ]
    limits = list(dict.fromkeys(row for row in _all_limits(declared) if not _is_shared(row)))
    return "\n".join([*rows, *(["## Limits", "", *_grid(_LIMITS, limits), ""] if limits else [])])


def _compiled(spec: str) -> object:
    """The one request of a spec."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "example.send"
        path.write_text(spec, encoding="utf-8")
        config, linter = Config(folder), Linter(date(2026, 11, 25))
        unit = linter.bind(path, config).unit
        assert unit is not None
        (message,) = unit.messages.values()
        work = job(linter, path, message, Request(), [])
        (stage,) = stages(work)
        lines = [line for person in work.people() for line in stage.add(person)]
        (line,) = (*lines, *stage.close())
        return line.body


def _path(place: str, api: Api) -> str:
    """Where a text of a fragment stands in the request."""
    fragment, *keys = place.split("/")
    return ".".join(map(str, (*api.places.get(fragment, (fragment,)), *keys))).replace(".*", "[]")


def _facts(declared: Channel) -> Iterator[str]:
    kinds = ", ".join(f"`{kind}`" for kind in declared.addresses)
    both = " (both go out where a person has both)" if declared.together else ""
    apis = " or ".join(f"{api.version} (`POST {api.path}`)" for api in declared.apis)
    reports = [f"`{status}`" for status in ("submitted", "delivered", "read", "clicked") if status in declared.reports]
    others = [f"; of `{word}` {' or '.join(f'`{kind}`' for kind in to)}" for word, to in declared.addressed.items()]
    yield f"- Address: {kinds}{both}{''.join(others)}"
    yield f"- In the API: {apis}" + (", the first unless `sendspec.toml` says otherwise" if declared.apis[1:] else "")
    yield f"- Statuses: {', '.join(reports) or 'none, only failures'}"
    for api in declared.apis:
        yield from _of_api(api, f" ({api.version})" if declared.apis[1:] else "")


def _of_api(api: Api, where: str) -> Iterator[str]:
    if api.receipts:
        yield f"- Receipts that `receipts [ … ]` can ask for{where}: {', '.join(f'`{word}`' for word in api.receipts)}"
    if api.substitutes:
        paths = ", ".join(sorted(f"`{_path(path, api)}`" for path in api.substitutes))
        yield f"- Personal values are substituted by the platform in{where}: {paths}"
    if api.native:
        yield f"- Falls back inside one request{where}: to {', '.join(sorted(api.native))}"


def _table(words: tuple[Word, ...]) -> Iterator[str]:
    yield from _grid(("word", "is", "means"), [row for word in words for row in _rows(word, "", words)])


def _rows(word: Word, within: str, top: tuple[Word, ...]) -> Iterator[tuple[str, str, str]]:
    """A word and those of its block. Those that the rung itself takes too are only named."""
    path = f"{within} › " if within else ""
    yield f"{path}`{_form(word)}`", ", ".join(_marks(word)), _about(word)
    below = f"{path}`{word.name}`"
    known = [child for child in word.block or () if child in top]
    for child in word.block or ():
        if child not in known:
            yield from _rows(child, below, top)
    if known:
        yield f"{below} › {', '.join(f'`{child.name}`' for child in known)}", "", "as in the rung itself"


def _marks(word: Word) -> Iterator[str]:
    if word.kind:
        yield "content"
    if word.api:
        yield f"{word.api} only"
    if word.required:
        yield "needed"
    if word.most is None:
        yield "many"
    elif word.most > 1:
        yield f"up to {word.most}"
    if any(slot.fixed and slot.name != word.name for slot in word.positional):
        yield "fixed"


def _form(word: Word) -> str:
    first = [_place(slot, "" if slot.name == word.name else slot.name.upper()) for slot in word.positional]
    options = [_optional(slot, f"{slot.name} {_value(slot)}") for slot in word.options]
    block = " { NAME = VALUE … }" if word.assigns else " { … }" if word.block or word.free else ""
    return " ".join([word.name, *first, *options]) + block


def _place(slot: Slot, name: str) -> str:
    """A value right after its word, by the name that it has in the column on the right."""
    return _optional(slot, name if name and slot.takes is Takes.TEXT else _value(slot))


def _optional(slot: Slot, text: str) -> str:
    return text if slot.required else f"[{text}]"


def _value(slot: Slot) -> str:
    shown = "|".join(slot.choices) if slot.takes is Takes.CHOICE else _SHOWN[slot.takes]
    return shown.replace("TEXT", "FIXED") if slot.fixed else shown


def _about(word: Word) -> str:
    said = [word.about]
    for slot in word.positional:
        if slot.takes is Takes.CHOICES:
            said.append(f"of {', '.join(f'`{choice}`' for choice in slot.choices)}")
        elif slot.about and slot.name != word.name:
            said.append(f"`{slot.name.upper()}`: {slot.about}")
        elif slot.about != word.about:
            said.append(slot.about)
    said += [f"`{slot.name}`: {slot.about}" for slot in word.options]
    return "; ".join(text for text in said if text and not text.endswith(": ") and text != "yes or no")


def _settings() -> str:
    rows = ["## Settings of a message", "", "What `delivery`, `track` and `policy` take, beside `expires` and `quiet`."]
    for name, block in BLOCKS.items():
        rows += ["", f"`{name} {{ … }}`", "", *_table(block.block or ())]
    limits = list(_shared())
    return "\n".join([*rows, "", "Limits of every request", "", *_grid(_LIMITS, limits), ""])


# --- limits ----------------------------------------------------------------------------------------------

_LIMITS = ("in the request", "is", "takes", "code", "from")
Found = tuple[str, str, str, str]
Row = tuple[str, str, str, str, str]


#: The members that stand around the content, alike on every channel.
_AROUND = ("to", "destination", "correlation", "callback")


def _is_shared(row: Row) -> bool:
    return row[0].lstrip("`").startswith(_AROUND)


def _all_limits(declared: Channel) -> Iterator[Row]:
    for api in declared.apis:
        for path, takes, code, source in _walk(api.body, ""):
            yield path, _is(declared, path), takes, code, source


def _is(declared: Channel, path: str) -> str:
    """What the member at a path is, as the schema says it."""
    *_, parent, key = ("", *path.strip("`").replace("[]", "").split("."))
    return meaning(declared.name, parent, key) or ""


def _shared() -> Iterator[Row]:
    """The limits that every channel's requests have."""
    found = (row for name in names() for row in _all_limits(channel(name)) if _is_shared(row))
    yield from sorted(dict.fromkeys(found), key=lambda row: row[3])


def _walk(shape: Shape, path: str) -> Iterator[Found]:
    match shape:
        case Object(members=members, rest=rest):
            for key, member in members.items():
                yield from _member(key, member, path)
            if rest is not None:
                yield from _walk(rest, f"{path}.…")
        case OneOf(cases=cases):
            for each in cases.values():
                yield from _walk(each, path)
        case Array(of=inner, limits=limits):
            yield from (_limit(limit, path) for limit in limits)
            yield from _walk(inner, f"{path}[]")
        case String(limits=limits):
            yield from (_limit(limit, path) for limit in limits)
        case Number(least=least, most=most, code=code) if most is not None:
            yield f"`{path}`", f"{_number(least or 0)} to {_number(most)}", f"`{code}`", ""
        case _:
            return


def _member(key: str, member: Member, path: str) -> Iterator[Found]:
    yield from _walk(member.shape, f"{path}.{key}" if path else key)


def _limit(limit: Limit, path: str) -> Found:
    of = "" if limit.unit is Unit.ITEMS else f" {limit.unit.value}"
    if limit.most is None:
        takes = f"at least {_number(limit.least)}{of}"
    elif limit.least:
        takes = f"{_number(limit.least)} to {_number(limit.most)}{of}"
    else:
        takes = f"up to {_number(limit.most)}{of}"
    weight = "" if limit.severity is Severity.ERROR else f" ({limit.severity.value})"
    return f"`{path}`", takes + weight, f"`{limit.code}`", limit.source


def _number(value: float) -> str:
    return f"{value:,}".replace(",", " ")


# --- rules.md --------------------------------------------------------------------------------------------


def rules() -> str:
    """The catalogue of all rules."""
    families: dict[str, list[tuple[str, str, str, str]]] = {}
    for code in registry.codes():
        families.setdefault(code[:3], []).append(_rule(code))
    parts = [_RULES]
    for family, rows in families.items():
        head = f"## {family} · {FAMILIES[family]}"
        parts.append("\n".join([head, "", *_grid(("code", "name", "severity", "what it checks"), rows), ""]))
    return "\n".join(parts)


def _rule(code: str) -> tuple[str, str, str, str]:
    text, rule = registry.load(code)
    what = " ".join(parse(text).section("What it checks").split())
    return f"`{code}`", registry.name_of(code), ", ".join(each.value for each in rule.severities), _first(what)


def _first(text: str) -> str:
    """The first sentence of a text; a point inside `code` or a number ends none."""
    return re.split(r"(?<=[.:])\s+(?=[A-Z`*])", text, maxsplit=1)[0].removesuffix(":").rstrip()


# --- codes.md --------------------------------------------------------------------------------------------

_CODES = """\
# The codes of the API

<!-- written by `python docs/make_pages.py` from `channels/answers.py` and the channels' own -->

What a request is answered with, and the rules that keep it from being refused. `sendspec explain 7009` shows one of
them. Where no rule stands, nothing in a request can prevent the answer. A number can mean different things on different
channels. What comes later, in receipts, is not here.
"""


def codes() -> str:
    """The page about the codes of answers."""
    parts = [_CODES]
    tables: dict[str, list[tuple[str, ...]]] = {}
    for title, answer in answers():
        rules = ", ".join(f"`{rule}`" for rule in answer.rules)
        tables.setdefault(title, []).append((f"`{answer.code}`", answer.meaning, rules, answer.help))
    for title, rows in tables.items():
        head = f"## {title}" if title else "## On every channel"
        parts.append("\n".join([head, "", *_grid(("code", "means", "prevented by", "what to do"), rows), ""]))
    return "\n".join(parts)


#: A bar inside a cell; the backslash is doubled for `re`.
_BAR = r"\\|"

# --- both ------------------------------------------------------------------------------------------------


def _grid(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A table. A bar inside a cell is escaped: GitHub looks for bars before it looks for code."""
    bar = re.compile(r"\|")
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('---' for _ in head)}|"
    for row in rows:
        yield f"| {' | '.join(bar.sub(_BAR, cell) for cell in row)} |"


PAGES: Mapping[str, Callable[[], str]] = {
    "channels.md": channels,
    "codes.md": codes,
    "rules.md": rules,
    **{f"channels/{name}.md": partial(page_of, name) for name in names()},
}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), encoding="utf-8", newline="\n")
