"""`vars { … }`: each line a name, its type, a default, examples and what it is marked as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sendspec.diagnostic import Label
from sendspec.model.findings import Findings
from sendspec.model.nodes import Audience, Variable
from sendspec.model.parts import Parts, called
from sendspec.model.typing import read_type
from sendspec.record import replace
from sendspec.syntax.nodes import Block, Literal, Part, Statement, Text, Word
from sendspec.syntax.nodes import Kind as Lit
from sendspec.templates.tree import Branch, Loop, Name, Piece, Print, Template
from sendspec.values.read import Trouble, read
from sendspec.values.types import Kind, Type

VALUE, RESERVED, TWICE = "VAR004", "VAR005", "NAM004"
#: Words that mean something of their own where a variable can stand.
WORDS = frozenset(
    {"text", "file", "rung", "locale", "vars", "true", "false", "none", "and", "or", "not", "in", "is", "if", "else"}
)
#: The annotations of a variable.
MARKS = ("pii", "deprecated")

_WRITTEN = {
    Kind.INT: (Lit.NUMBER, "42"),
    Kind.DECIMAL: (Lit.NUMBER, "12.50"),
    Kind.MONEY: (Lit.NUMBER, "12.50"),
    Kind.DATE: (Lit.DATE, "2026-11-30"),
    Kind.TIME: (Lit.TIME, "14:30"),
    Kind.DATETIME: (Lit.INSTANT, "2026-11-30T14:30Z"),
}


def read_variables(
    block: Block, findings: Findings, locales: tuple[str, ...]
) -> tuple[dict[str, Variable], frozenset[str]]:
    """The variables of a block by name, and the names of lines that could not be read. A line that is wrong is told
    and, if it has a name and a type, kept."""
    variables: dict[str, Variable] = {}
    lost: set[str] = set()
    for statement in block.statements:
        name = statement.head.text
        if name in variables:
            first = Label(findings.source, variables[name].statement.head.span, "first here")
            findings.error(TWICE, statement.head.span, f"`{name}` is declared twice", None, first)
        elif name in WORDS or "." in name or "-" in name or name.startswith("_"):
            findings.error(
                RESERVED,
                statement.head.span,
                f"`{name}` cannot name a variable",
                "use letters, digits and `_`, and no word of the language",
            )
            lost.add(name)
        elif (variable := _variable(statement, findings, locales)) is not None:
            variables[name] = variable
        else:
            lost.add(name)
    return variables, frozenset(lost - variables.keys())


def _variable(statement: Statement, findings: Findings, locales: tuple[str, ...]) -> Variable | None:
    parts = Parts(statement, findings)
    first = parts.take()
    if first is None:
        parts.missed("a type", f"for instance `{statement.head.text} text(max 30)`")
        return None
    made = read_type(first, findings, locales)
    if made is None:
        return None
    default, has_default = None, parts.accept("=")
    if has_default:
        default = literal_value(made, parts, findings)
    examples = []
    while parts.accept("example"):
        examples.append(literal_value(made, parts, findings))
        while parts.next is not None and not parts.is_word("example"):
            examples.append(literal_value(made, parts, findings))
    mark = left.text if isinstance(left := parts.next, Word) and left.text in MARKS else None
    parts.end(f"write `@{mark}` at the end of the line" if mark else None)
    marks = {annotation.name.text: annotation for annotation in statement.annotations}
    deprecated = marks["deprecated"].arguments if "deprecated" in marks else None
    hint = deprecated[0][0] if deprecated and deprecated[0] else None
    return Variable(
        statement.head.text,
        made,
        default,
        has_default,
        tuple(value for value in examples if value is not None),
        "pii" in marks,
        (hint.value if isinstance(hint, Text) else "") if "deprecated" in marks else None,
        not has_default,
        findings.source,
        statement,
    )


def literal_value(made: Type, parts: Parts, findings: Findings) -> object | None:
    """The next part as a value of a type, or None after telling why it is none."""
    part = parts.take()
    if part is None:
        parts.missed(f"a value of {made}")
        return None
    text = literal_text(made, part)
    if text is None:
        findings.error(VALUE, part.span, f"{called(part)}; {made} takes {_form(made)}", quoted(made, part))
        return None
    value = read(made, text)
    if isinstance(value, Trouble):
        findings.error(
            VALUE,
            part.span,
            f"{called(part) if not isinstance(part, Text) else 'the value'} does not fit {made}: {value.message}",
            value.hint,
        )
        return None
    return value


def _form(made: Type) -> str:
    if made.kind in _WRITTEN:
        kind, example = _WRITTEN[made.kind]
        return f"{kind.value}, for instance `{example}`"
    if made.kind is Kind.BOOL:
        return "`yes` or `no`"
    if made.kind in (Kind.ONE_OF, Kind.LOCALE):
        return " or ".join(f"`{choice}`" for choice in made.choices) or "a locale, for instance `en`"
    return "a text in quotes"


def quoted(made: Type, part: Part) -> str | None:
    """The help where a text stands without its quotes."""
    if made.kind in (*_WRITTEN, Kind.BOOL, Kind.ONE_OF, Kind.LOCALE):
        return None
    return f'write "{part.text}"' if isinstance(part, (Word, Literal)) else None


def literal_text(made: Type, part: Part) -> str | None:
    """A part as the cell that would hold it, or None when a value of the type is not written so."""
    if made.kind in _WRITTEN:
        kind = _WRITTEN[made.kind][0]
        if not isinstance(part, Literal) or part.kind is not kind:
            return None
        return part.value.isoformat() if isinstance(part.value, dt.date | dt.time) else part.text.replace("_", "")
    if made.kind is Kind.BOOL:
        return part.text if isinstance(part, Word) and part.text in ("yes", "no") else None
    if isinstance(part, Word) and made.kind in (Kind.ONE_OF, Kind.LOCALE):
        return part.text
    return part.value if isinstance(part, Text) else None


def loosened(variables: dict[str, Variable], audience: Audience | None) -> dict[str, Variable]:
    """The same variables, those marked that are empty or blank where a row has no value: by their default, or by the
    `else` of the mapping, which goes before it."""
    instead = {take.target: take.otherwise for take in audience.mapping} if audience else {}
    return {name: _loosened(known, instead.get(name)) for name, known in variables.items()}


def _loosened(known: Variable, otherwise: str | None) -> Variable:
    value = known.default if otherwise is None else otherwise
    blank = isinstance(value, str) and not value.strip()
    return replace(known, type=replace(known.type, empty=True)) if blank else known


def settle(variables: dict[str, Variable], templates: Iterable[Template], whole: bool) -> dict[str, Variable]:
    """The same variables, those that every text gives a `default` no longer required; where not every text could be
    read (`whole` is False), those neither that no text is known to need."""
    bare: set[str] = set()
    eased: set[str] = set()
    for template in templates:
        _uses(template.pieces, bare, eased)
    free = (eased if whole else variables.keys()) - bare
    return {name: replace(known, required=False) if name in free else known for name, known in variables.items()}


def _uses(pieces: tuple[Piece, ...], bare: set[str], eased: set[str]) -> None:
    for piece in pieces:
        match piece:
            case Print(value=Name(text=name), filters=filters):
                (eased if filters and filters[0].name == "default" else bare).add(name)
                bare.update(
                    argument.text for each in filters for argument in each.arguments if isinstance(argument, Name)
                )
            case Branch(arms=arms):
                for names, body in arms:
                    eased.update(name.text for name in names or ())
                    _uses(body, bare, eased)
            case Loop(body=body):
                _uses(body, bare, eased)
            case _:
                pass
