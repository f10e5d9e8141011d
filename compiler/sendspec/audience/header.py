"""The mapping of an audience, laid over the columns that are there: how each cell of a row is read.

It must not know any row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sendspec.audience.forms import held
from sendspec.audience.place import line_of
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Audience, Message, Take, Variable
from sendspec.nearest import did_you_mean, nearest
from sendspec.record import NamedTuple
from sendspec.source import Span
from sendspec.values.mask import mask
from sendspec.values.read import Reader, Trouble, address, reader
from sendspec.values.types import Kind, Type

UNCLEAR, LACKS, UNTAKEN, IDLE, KEY = "AUD005", "AUD006", "AUD007", "AUD008", "AUD018"

#: What a missing cell stands for: `NEEDED`, the row must have a value.
NEEDED = object()


class Column(NamedTuple):
    """How one address or variable is read. `place` is that of its cell, -1 where no column has it.

    `missing` is the value of an empty cell, or NEEDED. `read` is the reader of the type `made`, where there is one.
    """

    target: str
    place: int
    name: str
    read: Reader
    missing: object
    made: Type | None = None


class Plan(NamedTuple):
    """How a row becomes a person."""

    addresses: tuple[Column, ...]
    variables: tuple[Column, ...]
    locale: Column | None
    first: str  # the locale of everybody else
    locales: Mapping[str, str]  # how data may write a locale → the locale
    otherwise: str | None  # the locale of `else`
    correlation: Column | None
    apart: Column | None
    takes: Mapping[str, str]  # address kinds that the ladder takes → their columns; none when nothing gives any of them
    names: frozenset[str]  # columns that are read


def lay(
    message: Message, audience: Audience, header: tuple[str, ...], replaced: bool, file: str = "the file"
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan for a source with these columns, and what is wrong between the mapping and them.

    `replaced`: a file stands in for inline rows, so its columns have the names of what they give. `file` is how a
    message calls the source.
    """
    own = audience.kind == "rows"
    takes = _takes(message, audience, header, own)
    findings = () if own and not replaced else tuple(_check(message, audience, header, takes, file))
    return _plan(message, takes, header), findings


def _takes(message: Message, audience: Audience, header: tuple[str, ...], own: bool) -> dict[str, Take]:
    """Every line of the mapping by its target, `vars <- same` and the names of inline rows written out."""
    takes = {take.target: take for take in audience.mapping}
    if own:
        known = {"locale", "correlation", "apart", *message.variables, *_wanted(message)}
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
    region = next((take.type.code for take in takes.values() if take.type and take.type.kind is Kind.PHONE), None)
    addresses = tuple(  # a variable with the name of an address is both
        _column(take, places, _address(target, take, region, message), None, _made(target, take.type))
        for target, take in takes.items()
        if target in ADDRESS_KEYS
    )
    locale, correlation, apart = takes.get("locale"), takes.get("correlation"), takes.get("apart")
    return Plan(
        addresses,
        tuple(_variable(variable, takes.get(name), places) for name, variable in message.variables.items()),
        _column(locale, places, _as_it_is, None) if locale else None,
        next(iter(message.locales), ""),
        {form: name for name in reversed(message.locales) if name for form in (_folded(name), name)},
        locale.otherwise if locale else None,
        _column(correlation, places, _as_it_is, None) if correlation else None,
        _column(apart, places, _as_it_is, None) if apart and "apart" not in message.variables else None,
        _reached(message, addresses),
        frozenset(take.column for take in takes.values()),
    )


def _reached(message: Message, addresses: Iterable[Column]) -> dict[str, str]:
    """What a row must have one of. A file has the columns that it has; an inline row can be given any address."""
    columns = {column.target: column.name for column in addresses}
    wanted = _wanted(message)
    if columns.keys().isdisjoint(wanted):
        return {}
    inline = message.audience is not None and message.audience.kind == "rows"
    return {kind: columns.get(kind, kind) for kind in wanted if inline or kind in columns}


def _wanted(message: Message) -> dict[str, None]:
    """The address kinds that the ladder takes, in its order."""
    return dict.fromkeys(kind for rung in message.rungs for kind in rung.addresses)


def _address(target: str, take: Take, region: str | None, message: Message) -> Reader:
    return held(address(target, take.type, region, _word(take.column)), target, message.rungs)


def _made(kind: str, stated: Type | None) -> Type | None:
    """The type that addresses of a kind are read by; None where they are no type of the language."""
    if kind == "msisdn":
        return stated if stated and stated.kind is Kind.PHONE else Type(Kind.PHONE)
    return Type(Kind.EMAIL) if kind == "email" else None


def _column(take: Take, places: Mapping[str, int], read: Reader, missing: object, made: Type | None = None) -> Column:
    if take.otherwise is not None and take.target != "locale":
        value = read(take.otherwise)
        missing = missing if isinstance(value, Trouble) else value
    return Column(take.target, places.get(take.column, -1), take.column, read, missing, made)


def _variable(variable: Variable, take: Take | None, places: Mapping[str, int]) -> Column:
    missing = variable.default if variable.has_default else NEEDED if variable.required else None
    if take is None:
        return Column(variable.name, -1, "", _as_it_is, missing)
    made = take.type or variable.type
    return _column(take, places, reader(made), missing, made)


def _as_it_is(text: str) -> object:
    return text


def _folded(locale: str) -> str:
    return locale.lower().replace("_", "-")


# --- what is wrong between the two -----------------------------------------------------------------------


def _check(
    message: Message, audience: Audience, header: tuple[str, ...], takes: Mapping[str, Take], file: str
) -> Iterator[Diagnostic]:
    unclear = tuple(_unclear(audience, header, file))
    if unclear:
        yield from unclear
        return
    taken = {take.column for take in takes.values()}
    free = [name for name in header if name not in taken]
    missing = {take: _meant(take.column, free) or _meant(take.column, header) for take in takes.values()
               if take.column not in header}  # fmt: skip
    if takes and len(missing) == len(takes) and not any(missing.values()):
        hint = "the first line of the file names the columns; see whether it has one"
        hint = "name the columns in the query: `select mobile as phone`" if file == "the answer" else hint
        said = f"none of the mapped columns is in the header of {file}"
        yield _error(audience, LACKS, audience.path_span, said, hint)
        return
    nameless = [] if audience.same else [name for name in message.variables if name not in takes]
    named = [name for name in nameless if name in free and name not in audience.ignore]
    told = {*named, *(near for near in missing.values() if near)}
    free = [name for name in free if name not in told and name not in audience.ignore]
    for take, near in missing.items():
        hint = f"did you mean `{near}`?" if near else _instead(take.target, free, _shared(take.target, takes, header))
        yield _error(audience, LACKS, take.span, _lacks(take, file), hint)
    if named:
        yield _unmapped(message, audience, named, file)
    lacking = [name for name in nameless if name not in header and message.variables[name].required]
    for name in lacking:
        hint = f"map a column: `{name} <- …`, or give the variable a default"
        said = f"no column gives `{name}`, which has no default"
        yield _error(audience, LACKS, audience.path_span, said, _instead(name, free, hint))
    if len(free) <= len(lacking) + sum(not near for near in missing.values()):
        told.update(free)  # each of them is proposed for what is missed
    yield from _untaken(audience, header, (taken, told), file)
    yield from _keys(message, audience, takes)


def _lacks(take: Take, file: str) -> str:
    what = f"; `{take.target}` needs it" if take.target != take.column else ""
    return f"{file} has no column `{take.column}`{what}"


def _instead(target: str, free: list[str], otherwise: str) -> str:
    """Which of the columns that nothing takes may give a target; the nearest first."""
    if not 0 < len(free) <= 5:
        return otherwise
    near = nearest(target, free)
    return f"map a column: `{target} <- {'` or `'.join(_word(name) for name in ([near] if near else free))}`"


def _unclear(audience: Audience, header: tuple[str, ...], file: str) -> Iterator[Diagnostic]:
    span, seen = audience.path_span, set[str]()
    for place, name in enumerate(header, 1):
        if not name and "" not in audience.ignore:
            hint = 'name it, or write `ignore [""]`'
            yield _error(audience, UNCLEAR, span, f"column {place} of {file} has no name in the header", hint)
        elif name in seen and name:
            hint = "rename one of them: which one is meant cannot be told"
            yield _error(audience, UNCLEAR, span, f"column `{shown(name)}` stands twice in the header of {file}", hint)
        seen.add(name)


def _shared(target: str, takes: Mapping[str, Take], header: tuple[str, ...]) -> str:
    """What to map where no column is left over: a telephone number can be both, an address of SMS and of WhatsApp."""
    other = takes.get({"waid": "msisdn", "msisdn": "waid"}.get(target, ""))
    if other is None or other.column not in header:
        return f"map another column: `{target} <- …`"
    through = f" as {other.type}" if other.type else ""
    return f"map the same column as `{other.target}`: `{target} <- {_word(other.column)}{through}`"


def _unmapped(message: Message, audience: Audience, named: list[str], file: str) -> Diagnostic:
    """Told of variables whose columns are there, by name, and that nothing maps: one line is missing."""
    *most, last = [f"`{name}`" for name in named]
    code = LACKS if any(message.variables[name].required for name in named) else UNTAKEN
    which = (
        f"{', '.join(most)} and {last} are columns of {file} and variables"
        if most
        else f"{last} is a column of {file} and a variable"
    )
    hint = "write `vars <- same`" if most else f"write `vars <- same`, or `{named[0]} <- {named[0]}`"
    return _error(audience, code, audience.path_span, f"{which}, and nothing maps the one to the other", hint)


def _untaken(
    audience: Audience, header: tuple[str, ...], known: tuple[set[str], set[str]], file: str
) -> Iterator[Diagnostic]:
    taken, told = known
    idle = [name for name in audience.ignore if name not in header]
    for name in header:
        if name in taken or name in told or name in audience.ignore:
            continue
        near = nearest(name, idle)
        hint = f"map it, or write `ignore [{_word(name)}]`"
        if near:
            hint = f"in `ignore`, write `{_word(name)}` and not `{near}`"
            idle.remove(near)
        message = f"column `{shown(name)}` of {file} is taken by nothing"
        yield _error(audience, UNTAKEN, audience.path_span, message, hint)
    for name in idle:
        message = f"`{name}` is ignored, but {file} has no such column"
        near = _meant(name, [column for column in header if column not in taken])
        hint = f"did you mean `{near}`?" if near else "take it out of the list"
        yield Diagnostic(IDLE, Severity.WARNING, message, audience.source, audience.ignore[name], help=hint)


def _keys(message: Message, audience: Audience, takes: Mapping[str, Take]) -> Iterator[Diagnostic]:
    known = {name for name in takes if name not in ("locale", "correlation", "apart")}
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


def _meant(name: str, header: Iterable[str]) -> str | None:
    """The column that a name stands for, whatever its capitals and blanks."""
    columns = [column for column in header if column == shown(column)]
    folded = {column.casefold().replace(" ", "_"): column for column in columns}
    return folded.get(name.casefold().replace(" ", "_")) or nearest(name, columns)


def _word(name: str) -> str:
    bare = name.isascii() and name[:1] != "-" and name.replace("-", "_").isidentifier()
    return name if bare else f'"{shown(name)}"'


def _error(audience: Audience, code: str, span: Span, message: str, hint: str | None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, audience.source, span, help=hint)
