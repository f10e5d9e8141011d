"""A type as a spec writes it → `Type`: `text(max 24)`, `money(GBP)`, `one_of(a, b)`."""

from __future__ import annotations

from sendspec.model.findings import Findings
from sendspec.model.parts import called
from sendspec.nearest import did_you_mean
from sendspec.source import Span
from sendspec.syntax.nodes import Call, Literal, Part, Sign, Text, Word
from sendspec.values.codes import CURRENCIES, MEANT, REGIONS
from sendspec.values.types import Kind, Type

UNKNOWN, ARGUMENT, NO_MAX = "VAR001", "VAR002", "VAR003"

_KINDS = {kind.value: kind for kind in Kind}
#: The named arguments that each type takes, with the kind of value.
_NAMED: dict[Kind, dict[str, type]] = {
    Kind.TEXT: {"max": int},
    Kind.ID: {"max": int},
    Kind.URL: {"max": int, "host": str},
    Kind.INT: {"min": int, "max": int},
    Kind.DECIMAL: {"digits": int, "places": int},
}
_EXAMPLES = {"max": "30", "min": "0", "host": '"acme.example"', "digits": "8", "places": "2"}
_FIELDS = {
    (Kind.INT, "max"): "high",
    (Kind.INT, "min"): "low",
    "max": "most",
    "host": "host",
    "digits": "digits",
    "places": "places",
}
_NEEDS = {
    Kind.TEXT: ("most", "max 30"),
    Kind.ID: ("most", "max 24"),
    Kind.URL: ("most", 'host "acme.example", max 60'),
    Kind.DECIMAL: ("digits", "digits 8, places 2"),
    Kind.MONEY: ("code", "GBP"),
    Kind.ONE_OF: ("choices", "morning, evening"),
}
#: What a person calls a field that is missing.
_CALLED = {"code": "currency"}
#: The longest a text, id or url may be declared: no channel takes more (facts 8: e-mail html, 512 000 bytes).
LONGEST = 512_000


def read_type(part: Part, findings: Findings, locales: tuple[str, ...]) -> Type | None:
    """The type that a part names, or None after telling what is wrong with it."""
    name = part if isinstance(part, Word) else part.name if isinstance(part, Call) else None
    if name is None or name.text not in _KINDS:
        said = called(part) if name is None else f"`{name.text}`"
        findings.error(
            UNKNOWN,
            part.span if name is None else name.span,
            f"{said} is no type",
            (did_you_mean(name.text, _KINDS) if name else None) or f"the types are {', '.join(sorted(_KINDS))}",
        )
        return None
    kind = _KINDS[name.text]
    if kind is Kind.LOCALE:
        return Type(kind, choices=tuple(filter(None, locales)))
    arguments = part.arguments if isinstance(part, Call) else ()
    fields = _fields(kind, arguments, findings)
    return None if fields is None else _checked(kind, fields, findings, part.span)


def _fields(kind: Kind, arguments: tuple[tuple[Part, ...], ...], findings: Findings) -> dict[str, object] | None:
    fields: dict[str, object] = {}
    for argument in arguments:
        match argument:
            case (Word(text=name), value) if name in _NAMED.get(kind, {}):
                wanted = _NAMED[kind][name]
                got = value.value if isinstance(value, Literal | Text) else None
                if not isinstance(got, wanted) or (
                    wanted is int and name != "min" and int(str(got)) < (0 if name == "places" else 1)
                ):
                    asked = "a whole number from 1" if wanted is int else "a text in quotes"
                    findings.error(ARGUMENT, value.span, f"{called(value)}; `{name}` takes {asked}")
                    return None
                fields[_FIELDS.get((kind, name)) or _FIELDS[name]] = got
            case (Word(text=code),) if kind in (Kind.MONEY, Kind.PHONE):
                fields["code"] = code
            case (Word() | Text() as choice,) if kind is Kind.ONE_OF:
                word = choice.text if isinstance(choice, Word) else choice.value
                known = fields.get("choices", ())
                fields["choices"] = (*known, word) if isinstance(known, tuple) else (word,)
            case _:
                _refuse(kind, argument, findings)
                return None
    return fields


def _refuse(kind: Kind, argument: tuple[Part, ...], findings: Findings) -> None:
    names = _NAMED.get(kind, {})
    span = argument[0].span.to(argument[-1].span) if argument else None
    if span is None:
        return
    first = argument[0]
    said = f"`{first.text}`" if isinstance(first, Word) else called(first)
    takes = (
        ", ".join(f"`{name}`" for name in names)
        if names
        else _NEEDS[kind][1]
        if kind in _NEEDS
        else "nothing in brackets"
    )
    near = did_you_mean(first.text, names) if isinstance(first, Word) else None
    if len(argument) == 3 and isinstance(first, Word) and isinstance(argument[1], Sign):
        help = f"write `{first.text} {_EXAMPLES.get(first.text, '30')}`"
        message = f"`=` after `{first.text}`; a value follows its name after a blank"
        findings.error(ARGUMENT, argument[1].span, message, help)
        return
    if "max" in names and (isinstance(first, Literal) or said == "`max`"):
        near = f"write `max {first.text if isinstance(first, Literal) else 30}`"
    elif kind is Kind.ONE_OF:
        takes, near = "one word or text between its commas", "write `one_of(morning, evening)`"
    findings.error(ARGUMENT, span, f"{said}; the type `{kind.value}` takes {takes}", near)


def _checked(kind: Kind, fields: dict[str, object], findings: Findings, span: Span) -> Type | None:
    need = _NEEDS.get(kind)
    if need and need[0] not in fields:
        findings.error(
            NO_MAX,
            span,
            f"`{kind.value}` does not say how long a value can be"
            if need[0] == "most"
            else f"`{kind.value}` states no {_CALLED.get(need[0], need[0])}",
            f"write `{kind.value}({need[1]})`",
        )
        return None
    made = Type(kind, **fields)  # type: ignore[arg-type]  # each field was matched with its type above
    if problem := _wrong(made):
        findings.error(ARGUMENT, span, problem, _near_code(made))
        return None
    return made


def _near_code(made: Type) -> str | None:
    """The code that was meant: `uk` and `UK` for GB, `gbp` for GBP."""
    if made.code is None:
        return None
    meant = MEANT.get(made.code.upper(), made.code.upper())
    known = CURRENCIES if made.kind is Kind.MONEY else REGIONS
    return f"did you mean `{meant}`?" if meant in known and meant != made.code else None


def _thin(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _wrong(made: Type) -> str | None:
    """What cannot be in a type whose arguments are each right alone."""
    if made.most is not None and made.most > LONGEST:
        return f"max {_thin(made.most)}; no channel takes a text above {_thin(LONGEST)} characters"
    if made.low is not None and made.high is not None and made.low > made.high:
        return f"min {made.low} is above max {made.high}"
    if made.digits is not None and (made.places or 0) > made.digits:
        return f"places {made.places} is above digits {made.digits}"
    if made.kind is Kind.MONEY and made.code not in CURRENCIES:
        return f"`{made.code}` is no currency of ISO 4217; expected three capital letters, for instance GBP"
    if made.kind is Kind.PHONE and made.code and made.code not in REGIONS:
        return f"`{made.code}` is no region of ISO 3166; expected two capital letters, for instance GB"
    if len(set(made.choices)) != len(made.choices):
        return f"`{next(c for c in made.choices if made.choices.count(c) > 1)}` stands twice in one_of"
    return None
