"""`audience KIND … { … }`: where the people come from, and how their columns become addresses and variables."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.diagnostic import Edit, Fix, Severity
from sendspec.model.findings import Findings
from sendspec.model.nodes import Audience, Listed, Row, Take, Unique, Variable
from sendspec.model.parts import Parts, called
from sendspec.model.scope import Known
from sendspec.model.typing import read_type
from sendspec.model.variables import literal_text, quoted
from sendspec.nearest import did_you_mean
from sendspec.record import NamedTuple, field, record
from sendspec.source import Span
from sendspec.syntax.nodes import Kind, List, Literal, Part, Sign, Statement, Text, Word
from sendspec.values.types import Kind as Type
from sendspec.values.types import Type as ValueType

UNKNOWN, TWICE, MISSING = "NAM001", "NAM012", "NAM006"
KINDS = ("csv", "jsonl", "parquet", "sql", "rows")
LINES = ("ignore", "unique", "exclude", "at_most", "max_rejects", "delimiter", "encoding", "row")
#: The kinds of file that a line says more about.
_STATED = {"delimiter": frozenset({"csv"}), "encoding": frozenset({"csv", "jsonl"})}
#: What is told of an audience that brings nobody.
NOTHING = {
    "rows": ("`audience rows` has no `row`", 'add `row { msisdn "+447700900123" }`'),
    "file": ("the audience maps no column", "add `msisdn <- phone` and `vars <- same`"),
}
#: What a row can hold beside addresses and variables.
OWN = ("locale", "correlation")
#: And what only an inline row can: whether its destination is an object of its own.
APART = "apart"
#: The type that an address is read with when the mapping states none.
_ADDRESS_TYPES = {"msisdn": ValueType(Type.PHONE), "email": ValueType(Type.EMAIL)}


class _Place(NamedTuple):
    """Where the people are, as the spec writes it."""

    paths: tuple[str, ...]
    span: Span
    query: str | None = None


@record(frozen=False)
class _Draft:
    """What the lines of the block have said so far."""

    rows: list[Row] = field(default_factory=list)
    mapping: dict[str, Take] = field(default_factory=dict)
    same: bool = False
    ignore: dict[str, Span] = field(default_factory=dict)
    unique: Unique | None = None
    exclude: list[Listed] = field(default_factory=list)
    settings: dict[str, object] = field(default_factory=dict)


def read_audience(statement: Statement, known: Known, findings: Findings) -> Audience | None:
    """The audience of a message, or None when its first line cannot be read, or it gives nobody anything."""
    parts = Parts(statement, findings)
    kind = parts.choice(*KINDS)
    if kind is None:
        return None
    place = _Place((), statement.line) if kind == "rows" else _place(kind, parts)
    if place is None:
        return None
    parts.end()
    draft, told = _Draft(), len(findings.found)
    for line in statement.block.statements if statement.block else ():
        _line(line, kind, draft, known, findings)
    if not (draft.rows if kind == "rows" else draft.mapping or draft.same):
        message, help = NOTHING["rows" if kind == "rows" else "file"]
        if len(findings.found) == told:  # else what was meant to bring people is told already
            findings.error(MISSING, statement.line, message, help)
        return None
    settings = draft.settings
    _idle(kind, draft, statement, findings)
    return Audience(
        kind,
        next(iter(place.paths), ""),
        place.query,
        tuple(draft.rows),
        tuple(draft.mapping.values()),
        draft.same,
        draft.ignore,
        draft.unique,
        tuple(draft.exclude),
        _whole(settings.get("at_most")),
        _share(settings.get("max_rejects")),
        _string(settings.get("delimiter")),
        _string(settings.get("encoding")),
        findings.source,
        statement,
        place.span,
        place.paths[1:],
    )


def _place(kind: str, parts: Parts) -> _Place | None:
    """Where the people are: a file, a list of files, or a database and what it is asked."""
    if kind != "sql" and isinstance(listed := parts.next, List):
        parts.take()
        elements = [Parts(parts.statement, parts.findings, element) for element in listed.elements]
        paths = [element.text("the path of a file, in quotes") for element in elements]
        if not paths:
            parts.findings.error(
                "NAM002", listed.span, "an empty list of files", f'write `audience {kind} "people.{kind}"`'
            )
        known = tuple(path.value for path, element in zip(paths, elements, strict=True) if path and element.end())
        return _Place(known, listed.span) if paths and len(known) == len(paths) else None
    address = parts.text("the path of a file, in quotes" if kind != "sql" else "the address of a database, in quotes")
    if address is None:
        return None
    query = None
    if kind == "sql" and parts.expect("query"):
        asked = parts.text("a query in quotes")
        query = asked.value if asked else None
    return _Place((address.value,), address.span, query)


def _idle(kind: str, draft: _Draft, statement: Statement, findings: Findings) -> None:
    """Tells of lines that say how a file is read, where no file is read so."""
    listed = {each.kind for each in draft.exclude}
    for name, kinds in (("delimiter", {kind}), ("encoding", {kind, *listed})):
        lines = (each for each in statement.block.statements if each.head.text == name) if statement.block else ()
        if name in draft.settings and (line := next(iter(lines), None)) and not kinds & _STATED[name]:
            message, help = f"`{name}` is no part of `audience {kind}`", "it says how a text file is read: take it out"
            findings.error(UNKNOWN, line.head.span, message, help)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _share(value: object) -> int | float | None:
    return value if isinstance(value, int | float) else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _line(
    line: Statement,
    kind: str,
    draft: _Draft,
    known: Known,
    findings: Findings,
) -> None:
    name, sign = line.head.text, line.parts[0] if line.parts and isinstance(line.parts[0], Sign) else None
    maps = sign is not None and (sign.text == "<-" or (sign.text == "=" and name not in LINES and kind != "rows"))
    parts = Parts(line, findings, assigns=maps)
    if sign is not None and maps:
        if sign.text == "=":
            fix = Fix("write `<-`", (Edit(sign.span, "<-"),))
            message = f"`=` after `{name}`; a mapping is written `{name} <- column`"
            findings.add("NAM002", Severity.ERROR, sign.span, message, "write `<-`", fix=fix)
        _mapping(line, parts, draft, known, findings)
    elif name == "row" and kind == "rows":
        draft.rows.append(_row(line, known, findings))
    elif name == "ignore":
        _ignore(parts, draft)
    elif name == "unique":
        draft.unique = _once(name, draft.unique, line, findings) or _unique(parts)
    elif name == "exclude":
        listed = _exclude(parts)
        if listed:
            draft.exclude.append(listed)
    elif name in LINES and name != "row":
        if name in draft.settings:
            findings.error(TWICE, line.head.span, f"`{name}` stands again in this audience")
        draft.settings[name] = _setting(name, parts)
    else:
        takes = [each for each in LINES if kind == "rows" or each != "row"]
        help = did_you_mean(name, takes) or (
            "map a column with `name <- column`" if kind != "rows" else 'write `row { name "…" }`'
        )
        findings.error(UNKNOWN, line.head.span, f"`{name}` is no part of `audience {kind}`", help)


def _once(name: str, before: Unique | None, line: Statement, findings: Findings) -> Unique | None:
    if before is not None:
        findings.error(TWICE, line.head.span, f"`{name}` stands again in this audience")
    return before


def _column(parts: Parts) -> str | None:
    part = parts.take()
    if isinstance(part, Word):
        return part.text
    if isinstance(part, Text):
        return part.value
    parts.findings.error(
        "NAM002",
        part.span if part else parts.here,
        f"{called(part) if part else 'nothing'}; expected the name of a column",
        'put a name with blanks in quotes: `"Phone number"`',
    )
    return None


def _mapping(
    line: Statement,
    parts: Parts,
    draft: _Draft,
    known: Known,
    findings: Findings,
) -> None:
    parts.take()
    target, variables = line.head.text, known.variables
    if target == "vars":
        if draft.same:
            findings.error(TWICE, line.head.span, "`vars` is mapped twice")
        draft.same = (parts.expect("same") and parts.end()) or draft.same
        return
    targets = [*ADDRESS_KEYS, *OWN, *variables, *known.lost]
    if target not in targets:
        findings.error(
            UNKNOWN,
            line.head.span,
            f"`{target}` is no address, no variable of this message, and not `locale`",
            did_you_mean(target, targets) or "declare it in `vars`",
        )
        return
    if target in draft.mapping:
        findings.error(TWICE, line.head.span, f"`{target}` is mapped twice")
        return
    column = _column(parts)
    if column is None:
        return
    made = variables[target].type if target in variables else _ADDRESS_TYPES.get(target)
    if parts.accept("as"):
        part = parts.take()
        made = read_type(part, findings, known.locales) if part else None
        if part is None:
            parts.missed("a type", "for instance `phone(GB)`")
    otherwise = None
    if parts.accept("else"):
        otherwise = _otherwise(target, made, parts, known.locales, findings)
    parts.end()
    draft.mapping[target] = Take(target, column, made, otherwise, line.line)


def _otherwise(
    target: str, made: ValueType | None, parts: Parts, locales: tuple[str, ...], findings: Findings
) -> str | None:
    part = parts.take()
    if part is None:
        parts.missed("a value")
        return None
    if target == "locale":
        if isinstance(part, Word) and part.text in locales:
            return part.text
        findings.error(
            "LOC002",
            part.span,
            f"{called(part)} is no locale of this file",
            did_you_mean(part.text, locales) if isinstance(part, Word) else None,
        )
        return None
    text = literal_text(made or ValueType(Type.TEXT), part)
    if text is None:
        takes = made or ValueType(Type.TEXT)
        findings.error("VAR004", part.span, f"{called(part)}; `{target}` takes {takes}", quoted(takes, part))
    return text


def _row(line: Statement, known: Known, findings: Findings) -> Row:
    cells: dict[str, str] = {}
    spans: dict[str, Span] = {}
    names = [*ADDRESS_KEYS, *OWN, APART, *known.variables]
    Parts(line, findings).end()
    if line.block is None:
        findings.error("NAM002", line.line, "`row` has no block", 'write `row { msisdn "+447700900123" }`')
    for cell in line.block.statements if line.block else ():
        name = cell.head.text
        if name in known.lost:
            continue
        if name not in names:
            findings.error(
                UNKNOWN,
                cell.head.span,
                f"`{name}` is no address and no variable of this message",
                did_you_mean(name, names) or "declare it in `vars`",
            )
        elif name in cells:
            findings.error(TWICE, cell.head.span, f"`{name}` stands twice in this row")
        elif (text := _cell(name, Parts(cell, findings), known.variables, findings)) is not None:
            cells[name], spans[name] = text, cell.line
    return Row(cells, spans, line.span)


def _cell(name: str, parts: Parts, variables: Mapping[str, Variable], findings: Findings) -> str | None:
    part = parts.take()
    if part is None:
        parts.missed(f"a value for `{name}`")
        return None
    if name == "locale" and isinstance(part, Word):
        return part.text
    if name == APART and name not in variables and not (isinstance(part, Word) and part.text in ("yes", "no")):
        parts.findings.error("VAR004", part.span, f"{called(part)}; `{name}` takes yes or no", f"write `{name} yes`")
        return None
    if name == APART and isinstance(part, Word):
        return part.text if parts.end() else None
    made = variables[name].type if name in variables else ValueType(Type.TEXT)
    text = literal_text(made, part)
    if text is None and isinstance(part, Text):
        text = part.value  # a cell may hold any value as a text, as it would in a file
    if text is None:
        findings.error(
            "VAR004",
            part.span,
            f"{called(part)}; `{name}` takes {made if name in variables else 'a text in quotes'}",
            quoted(made, part) or (None if name in variables else f'write `{name} "…"`'),
        )
        return None
    return text if parts.end() else None


def _ignore(parts: Parts, draft: _Draft) -> None:
    listed = parts.list("a list of columns")
    for element in listed.elements if listed else ():
        name = _column(Parts(parts.statement, parts.findings, element))
        if name is not None:
            draft.ignore[name] = element[0].span
    parts.end()


def _unique(parts: Parts) -> Unique | None:
    if not parts.accept("by"):
        named = parts.next.text if isinstance(parts.next, Word) else "msisdn"
        parts.missed("`by` and what is unique", f"write `unique by {named} keep first`")
        return None
    key = parts.word("an address kind or a variable")
    if key is None:
        return None
    keep = "fail"
    if not parts.accept("fail"):
        if not parts.accept("keep"):
            parts.missed("`keep first`, `keep last` or `fail`", f"write `unique by {key.text} keep first`")
            return None
        kept = parts.choice("first", "last")
        if kept is None:
            return None
        keep = kept
    parts.end()
    return Unique(key.text, keep, parts.statement.line)


def _exclude(parts: Parts) -> Listed | None:
    kind = parts.choice("csv", "jsonl", "parquet")
    path = parts.text("the path of a file, in quotes") if kind else None
    if kind is None or path is None or not parts.expect("by"):
        return None
    key = parts.word("an address kind or a variable")
    parts.end()
    return Listed(kind, path.value, key.text, path.span) if key else None


def _setting(name: str, parts: Parts) -> object:
    value: object = None
    if name == "at_most":
        value = parts.whole("50_000")
    elif name == "max_rejects":
        value = _rejects(parts)
    else:
        text = parts.text()
        value = text.value if text else None
    if value is not None:
        parts.end()
    return value


def _rejects(parts: Parts) -> int | float | None:
    part: Part | None = parts.next
    match part:
        case Literal(kind=Kind.PERCENT, value=Decimal() as share) if share <= 100:
            parts.take()
            return float(share / 100)
        case Literal(kind=Kind.NUMBER, value=int() as count) if count >= 0:
            parts.take()
            return count
        case _:
            parts.missed("a share or a number of rows", "for instance `2%` or `10`")
            return None
