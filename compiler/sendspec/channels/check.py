"""A shape and a body → faults. The same walk judges a JSON body and the tree that a spec makes.

A shape is turned into closures once; a body that is right costs little more than its own reading.
It must not know any channel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from sendspec.channels.check_text import string
from sendspec.channels.declare import (
    Anything,
    Array,
    Fault,
    Number,
    Object,
    OneOf,
    Pointer,
    Shape,
    String,
    Switch,
    Variant,
)
from sendspec.channels.filled import Leaf, Tree
from sendspec.channels.trail import Trail, counted, fault, pointer, safe, same, spelling, start, subject, wrong_type
from sendspec.diagnostic import Severity

#: One step of the walk: adds the faults of a value at a place.
Run = Callable[[Tree, Trail, list[Fault]], None]


def check(shape: Shape, value: Tree, at: Pointer = ()) -> Iterator[Fault]:
    """The faults of a value by its shape, in the order of the value. `at` is where the value stands."""
    out: list[Fault] = []
    taker = shape.title if isinstance(shape, Object) and shape.title else "the API"
    _compiled(shape, taker, True)(value, start(at), out)
    return iter(out)


@cache
def _compiled(shape: Shape, taker: str, required: bool) -> Run:
    """The walk of one shape. `taker` is who takes no more ("RCS"); `required`: an empty string is no absence."""
    match shape:
        case String():
            return string(shape, taker, required)
        case Object():
            return _object(shape, taker, required)
        case Array():
            return _array(shape, taker, required)
        case Number():
            return _number(shape, taker, required)
        case Switch():
            return _switch(shape, required)
        case OneOf():
            return _one_of(shape, taker, required)
        case Anything():
            return _nothing


def _nothing(value: Tree, trail: Trail, out: list[Fault]) -> None:
    """Anything is right."""


def _object(shape: Object, taker: str, required: bool) -> Run:
    members = shape.members
    runs: dict[str, Run] = {}  # of the members that have been met: a body has few of those that it may have
    needed = tuple((name, member.missing) for name, member in shape.members.items() if member.required)
    rest = _compiled(shape.rest, taker, False) if shape.rest is not None else None
    checks = shape.checks
    other = _other_keys(shape)

    def run(value: Tree, trail: Trail, out: list[Fault]) -> None:
        if not isinstance(value, dict):
            if required or value != "":
                out.append(wrong_type("an object", value, trail))
            return
        stood: set[str] = set()  # members that stand under another key
        meanings: dict[str, Tree] = {}  # of these, the misspelt ones: what lacks them is told once
        for key, inner in value.items():
            if key in members:
                if (member := runs.get(key)) is None:
                    member = runs[key] = _compiled(members[key].shape, taker, members[key].required)
                member(inner, (trail, key), out)
            elif (meant := other(key, value, trail, out)) is not None:
                stood.add(meant)
                if meant in members and key in _given(shape, meant):
                    _compiled(members[meant].shape, taker, members[meant].required)(inner, (trail, key), out)
                else:
                    meanings[meant] = inner
            elif rest is not None:
                rest(inner, (trail, key), out)
        for name, code in needed:
            if name not in value and name not in stood:
                out.append(_missing(shape, name, code, value, trail))
        for extra in checks:
            out.extend(extra({**meanings, **value} if meanings else value, pointer(trail)))

    return run


def _given(shape: Object, name: str) -> tuple[str, ...]:
    return tuple(variant.given for variant in shape.members[name].also)


def _missing(shape: Object, name: str, code: str, value: Tree, trail: Trail) -> Fault:
    what = (
        "the request"
        if trail is None or (isinstance(trail[1], int) and trail[0] is None)
        else shape.title or f"`{subject(trail)}`"
    )
    return fault(code, Severity.ERROR, f"{what} has no `{name}`", trail, value, f"add `{name}`")


def _other_keys(shape: Object) -> Callable[[str, dict[str, Tree], Trail, list[Fault]], str | None]:
    """Tells of a key that is no member, and gives the member that it stands for (None: none, or a free key)."""
    variants = {variant.given: (name, variant) for name, member in shape.members.items() for variant in member.also}
    known = (*shape.members, *variants)
    needed = tuple(name for name, member in shape.members.items() if member.required)

    def tell(key: str, value: dict[str, Tree], trail: Trail, out: list[Fault]) -> str | None:
        here, origin = (trail, key), value.get(key)
        if key in variants:
            name, variant = variants[key]
            if name in value or any(given != key and given in value for given in _given(shape, name)):
                said = f"`{key}` and `{name}` are one member, written twice"
                out.append(fault("API006", Severity.ERROR, said, here, origin, f"keep `{name}`", True))
            else:
                said = f"`{key}` is another form of `{variant.current}` ({variant.why})"
                out.append(fault("API007", variant.severity, said, here, origin, f"write `{variant.current}`", True))
            return name
        if key in shape.foreign:
            code, said = shape.foreign[key]
            near, help = _meant(key, shape.members, value)
            out.append(fault(code, Severity.ERROR, said, here, origin, help if near else None, True))
            return near
        near, help = _meant(key, known if shape.rest is None else needed, value)
        if shape.rest is not None and near is None:
            return None
        where = (
            "a request by " + shape.title
            if trail is None and shape.title
            else shape.title or (f"`{subject(trail)}`" if trail else "a request")
        )
        out.append(fault("API001", Severity.ERROR, f"`{safe(key)}` is no key of {where}", here, origin, help, True))
        return variants[near][0] if near in variants else near

    return tell


def meant(key: str, known: Iterable[str]) -> bool:
    """Whether a key is like one that is known."""
    return spelling(key, known)[0] is not None


def _meant(key: str, known: Iterable[str], value: dict[str, Tree]) -> tuple[str | None, str | None]:
    """The known key that another was meant to be, and the help line; one that stands there too was no slip."""
    near, help = spelling(key, known)
    return (near, help) if near not in value or same(key, (near or "",))[0] else (None, None)


def _array(shape: Array, taker: str, required: bool) -> Run:
    item = _compiled(shape.of, taker, True)
    least = max((limit.least for limit in shape.limits), default=0)
    most = min((limit.most for limit in shape.limits if limit.most is not None), default=1 << 62)

    def run(value: Tree, trail: Trail, out: list[Fault]) -> None:
        if not isinstance(value, list):
            if required or value != "":
                out.append(wrong_type("a list", value, trail))
            return
        if not least <= len(value) <= most:
            _count(shape, len(value), taker, trail, out)
        for at, inner in enumerate(value):
            item(inner, (trail, at), out)
        for extra in shape.checks:
            out.extend(extra(value, pointer(trail)))

    return run


def _count(shape: Array, count: int, taker: str, trail: Trail, out: list[Fault]) -> None:
    broken = [limit for limit in shape.limits if count < limit.least or (limit.most is not None and count > limit.most)]
    worst = min(broken, key=lambda limit: (tuple(Severity).index(limit.severity), -(limit.most or 0)))
    bound = f"at least {counted(worst.least)}" if count < worst.least else counted(worst.most or 0)
    by = worst.says or f"{taker} takes"
    items = "is empty" if count == 0 else f"has {counted(count, worst.unit)}"
    help = f"add {worst.least - count}" if count < worst.least else f"take {counted(count - (worst.most or 0))} away"
    out.append(fault(worst.code, worst.severity, f"{subject(trail)} {items}; {by} {bound}", trail, None, help))


def _number(shape: Number, taker: str, required: bool) -> Run:
    least = shape.least if shape.least is not None else float("-inf")
    most = shape.most if shape.most is not None else float("inf")

    def ranged(number: float, value: Tree, trail: Trail, out: list[Fault]) -> None:
        if not least <= number <= most:
            said = f"{subject(trail, value)} is {counted(number)}; {taker} takes {_range(shape)}"
            out.append(fault(shape.code, Severity.ERROR, said, trail, value))
        elif shape.whole and number != int(number):
            out.append(
                fault(
                    shape.code,
                    Severity.ERROR,
                    f"{subject(trail, value)} is {number}; {taker} takes whole numbers",
                    trail,
                    value,
                )
            )

    def run(value: Tree, trail: Trail, out: list[Fault]) -> None:
        plain = value.value if isinstance(value, Leaf) else value
        if isinstance(plain, (int, float)) and not isinstance(plain, bool):
            ranged(plain, value, trail, out)
        elif (isinstance(value, Leaf) and plain is None) or (plain == "" and not required):
            return
        elif shape.text and isinstance(plain, str) and (number := _read(plain)) is not None:
            said = f"{subject(trail, value)} is a text; the compiler writes a number ({shape.text})"
            out.append(fault("API007", Severity.NOTE, said, trail, value, "take the quotes away"))
            ranged(number, value, trail, out)
        else:
            out.append(wrong_type("a number", value, trail))

    return run


def _range(shape: Number) -> str:
    if shape.least is None:
        return f"at most {counted(shape.most or 0)}"
    return (
        f"{counted(shape.least)} to {counted(shape.most)}"
        if shape.most is not None
        else f"at least {counted(shape.least)}"
    )


def _read(text: str) -> float | None:
    try:
        number = float(text) if text.isascii() and "_" not in text else None
    except ValueError:
        return None
    return number if number is not None and abs(number) < float("inf") else None


def _switch(shape: Switch, required: bool) -> Run:
    strings = shape.emit == "string"
    expected = '"true" or "false"' if strings else "true or false"

    def run(value: Tree, trail: Trail, out: list[Fault]) -> None:
        plain = value.value if isinstance(value, Leaf) else value
        is_text = isinstance(plain, str) and plain in ("true", "false")
        if is_text if strings else isinstance(plain, bool):
            return
        if (isinstance(value, Leaf) and plain is None) or (plain == "" and not required):
            return
        if shape.also and (is_text or isinstance(plain, bool)):
            given = f"{plain} in quotes" if is_text else f"{str(plain).lower()} without quotes"
            said = f"{subject(trail, value)} is {given}; the compiler writes {expected} ({shape.also})"
            out.append(fault("API007", Severity.NOTE, said, trail, value, f"write {expected}"))
        else:
            out.append(wrong_type(expected, value, trail))

    return run


def _one_of(shape: OneOf, taker: str, required: bool) -> Run:
    default = _compiled(shape.default, taker, required)
    cases = {name: _compiled(case, taker, required) for name, case in shape.cases.items()}
    declared = shape.default.members.get(shape.by)
    variants: tuple[Variant, ...] = declared.shape.variants if declared and isinstance(declared.shape, String) else ()
    cases.update({variant.given: cases[variant.current] for variant in variants if variant.current in cases})

    def run(value: Tree, trail: Trail, out: list[Fault]) -> None:
        name = shape.name_of(value) if isinstance(value, dict) else None
        (cases.get(name, default) if name is not None else default)(value, trail, out)

    return run
