"""The mapping of an audience, laid over the columns that are there: how each cell of a row is read.

It must not know any row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sendspec.audience.place import line_of
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Audience, Message, Take, Variable
from sendspec.nearest import did_you_mean, nearest
from sendspec.source import Span
from sendspec.values.mask import mask
from sendspec.values.read import Reader, Trouble, address, reader

UNCLEAR, LACKS, UNTAKEN, IDLE, KEY = "AUD005", "AUD006", "AUD007", "AUD008", "AUD018"

#: What a missing cell stands for: `NEEDED`, the row must have a value.
NEEDED = object()


class Column(NamedTuple):
    """How one address or variable is read. `place` is that of its cell, -1 where no column has it.

    `missing` is the value of an empty cell, or NEEDED.
    """

    target: str
    place: int
    name: str
    read: Reader
    missing: object


class Plan(NamedTuple):
    """How a row becomes a person."""

    addresses: tuple[Column, ...]
    variables: tuple[Column, ...]
    locale: Column | None
    first: str  # the locale of everybody else
    locales: Mapping[str, str]  # how data may write a locale → the locale
    otherwise: str | None  # the locale of `else`
    correlation: Column | None
    takes: frozenset[str]  # address kinds that the ladder takes, empty when the mapping gives none of them
    names: frozenset[str]  # columns that are read


def lay(
    message: Message, audience: Audience, header: tuple[str, ...], replaced: bool
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan for a source with these columns, and what is wrong between the mapping and them.

    `replaced`: a file stands in for inline rows, so its columns have the names of what they give.
    """
    own = audience.kind == "rows"
    takes = _takes(message, audience, header, own)
    findings = () if own and not replaced else tuple(_check(message, audience, header, takes))
    return _plan(message, takes, header), findings


def _takes(message: Message, audience: Audience, header: tuple[str, ...], own: bool) -> dict[str, Take]:
    """Every line of the mapping by its target, `vars <- same` and the names of inline rows written out."""
    takes = {take.target: take for take in audience.mapping}
    if own:
        known = {"locale", "correlation", *message.variables} | _wanted(message)
        known.update(name for row in audience.rows for name in row.cells)
        for name in (name for name in header if name in known):
            takes.setdefault(name, Take(name, name, None, None, audience.path_span))
    elif audience.same:
        span = line_of(audience, "vars")
        for name, variable in message.variables.items():
            if name in header or variable.required:
                takes.setdefault(name, Take(name, name, None, None, span))
    return takes


# --- the plan --------------------------------------------------------------------------------------------


def _plan(message: Message, takes: Mapping[str, Take], header: tuple[str, ...]) -> Plan:
    places = {name: index for index, name in reversed(tuple(enumerate(header)))}
    addresses = tuple(  # a variable with the name of an address is both
        _column(take, places, address(target, take.type), None)
        for target, take in takes.items()
        if target in ADDRESS_KEYS
    )
    locale, correlation = takes.get("locale"), takes.get("correlation")
    wanted = _wanted(message)
    return Plan(
        addresses,
        tuple(_variable(variable, takes.get(name), places) for name, variable in message.variables.items()),
        _column(locale, places, _as_it_is, None) if locale else None,
        next(iter(message.locales), ""),
        {form: name for name in reversed(message.locales) if name for form in (_folded(name), name)},
        locale.otherwise if locale else None,
        _column(correlation, places, _as_it_is, None) if correlation else None,
        frozenset(wanted) if wanted & {column.target for column in addresses} else frozenset(),
        frozenset(take.column for take in takes.values()),
    )


def _wanted(message: Message) -> set[str]:
    """The address kinds that the ladder takes."""
    return {kind for rung in message.rungs for kind in rung.channel.addresses}


def _column(take: Take, places: Mapping[str, int], read: Reader, missing: object) -> Column:
    if take.otherwise is not None and take.target != "locale":
        value = read(take.otherwise)
        missing = missing if isinstance(value, Trouble) else value
    return Column(take.target, places.get(take.column, -1), take.column, read, missing)


def _variable(variable: Variable, take: Take | None, places: Mapping[str, int]) -> Column:
    missing = variable.default if variable.has_default else NEEDED if variable.required else None
    if take is None:
        return Column(variable.name, -1, "", _as_it_is, missing)
    return _column(take, places, reader(take.type or variable.type), missing)


def _as_it_is(text: str) -> object:
    return text


def _folded(locale: str) -> str:
    return locale.lower().replace("_", "-")


# --- what is wrong between the two -----------------------------------------------------------------------


def _check(
    message: Message, audience: Audience, header: tuple[str, ...], takes: Mapping[str, Take]
) -> Iterator[Diagnostic]:
    unclear = tuple(_unclear(audience, header))
    if unclear:
        yield from unclear
        return
    present = set(header)
    missing = [take for take in takes.values() if take.column not in present]
    if takes and len(missing) == len(takes):
        hint = "the first line of the file names the columns; see whether it has one"
        yield _error(
            audience, LACKS, audience.path_span, "none of the mapped columns is in the header of the file", hint
        )
        return
    free = [name for name in header if name not in {take.column for take in takes.values()} | audience.ignore.keys()]
    for take in missing:
        yield _error(audience, LACKS, take.span, _lacks(take), _near(take.column, header) or _instead(take, free))
    yield from _unmapped(message, audience, takes)
    told = {near for take in missing if (near := nearest(take.column, header))}  # named where they are missed
    yield from _untaken(audience, header, {take.column for take in takes.values()}, told)
    yield from _keys(message, audience, takes)


def _lacks(take: Take) -> str:
    what = f"; `{take.target}` needs it" if take.target != take.column else ""
    return f"the file has no column `{take.column}`{what}"


def _instead(take: Take, free: list[str]) -> str:
    if not 0 < len(free) <= 5:
        return f"map another column: `{take.target} <- …`"
    return f"map another column: `{take.target} <- {'` or `'.join(_word(name) for name in free)}`"


def _unclear(audience: Audience, header: tuple[str, ...]) -> Iterator[Diagnostic]:
    span, seen = audience.path_span, set[str]()
    for place, name in enumerate(header, 1):
        if not name and "" not in audience.ignore:
            hint = 'name it, or write `ignore [""]`'
            yield _error(audience, UNCLEAR, span, f"column {place} of the file has no name in the header", hint)
        elif name in seen and name:
            hint = "rename one of them: which one is meant cannot be told"
            yield _error(
                audience, UNCLEAR, span, f"column `{shown(name)}` stands twice in the header of the file", hint
            )
        seen.add(name)


def _unmapped(message: Message, audience: Audience, takes: Mapping[str, Take]) -> Iterator[Diagnostic]:
    """Variables that every row would lack."""
    for name, variable in message.variables.items():
        if variable.required and name not in takes and not audience.same:
            hint = f"map a column: `{name} <- …`, or give the variable a default"
            yield _error(audience, LACKS, audience.path_span, f"no column gives `{name}`, which has no default", hint)


def _untaken(audience: Audience, header: tuple[str, ...], taken: set[str], told: set[str]) -> Iterator[Diagnostic]:
    idle = [name for name in audience.ignore if name not in header]
    for name in header:
        if name in taken or name in told or name in audience.ignore:
            continue
        near = nearest(name, idle)
        hint = f"map it, or write `ignore [{_word(name)}]`"
        if near:
            hint = f"in `ignore`, write `{_word(name)}` and not `{near}`"
            idle.remove(near)
        message = f"column `{shown(name)}` of the file is taken by nothing"
        yield _error(audience, UNTAKEN, audience.path_span, message, hint)
    for name in idle:
        message = f"`{name}` is ignored, but the file has no such column"
        hint = _near(name, [column for column in header if column not in taken]) or "take it out of the list"
        yield Diagnostic(IDLE, Severity.WARNING, message, audience.source, audience.ignore[name], help=hint)


def _keys(message: Message, audience: Audience, takes: Mapping[str, Take]) -> Iterator[Diagnostic]:
    known = {name for name in takes if name not in ("locale", "correlation")}
    keys: list[tuple[str, str, Span]] = [("exclude", listed.key, listed.span) for listed in audience.exclude]
    if audience.unique:
        keys.append(("unique", audience.unique.key, audience.unique.span))
    for word, key, span in keys:
        if key not in known:
            said = f"`{word} … by {key}`: the audience maps nothing to `{key}`"
            yield _error(audience, KEY, span, said, did_you_mean(key, known) or f"map a column: `{key} <- …`")


def shown(name: str) -> str:
    """A column's name as a message may show it. Without a header the first person's data stands there."""
    return (
        mask(name)
        if "@" in name or len(name) > 64 or re.search(r"\d{5}", name)
        else re.sub(r"[^ -\uffff]|`", "•", name)
    )


def _near(name: str, header: Iterable[str]) -> str | None:
    columns = {column: column for column in header if column == shown(column)}
    folded = {column.casefold().replace(" ", "_"): column for column in columns}
    same = folded.get(name.casefold().replace(" ", "_"))
    return f"did you mean `{same}`?" if same else did_you_mean(name, columns)


def _word(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", name) else f'"{shown(name)}"'


def _error(audience: Audience, code: str, span: Span, message: str, hint: str | None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, audience.source, span, help=hint)
