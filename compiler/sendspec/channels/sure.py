"""A shape → a quick answer to one question: is there certainly nothing to say about a body?

Yes is as good as a walk of `check` that finds nothing, and some ten times as fast; no means only that `check` has to
look. Shapes become closures once. It must not know any channel, nor say what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sendspec.channels.check import meant
from sendspec.channels.declare import Anything, Array, Check, Limit, Number, Object, OneOf, Shape, String, Switch
from sendspec.values.bounds import Unit

Sure = Callable[[Any], bool]
_BEYOND = 1 << 62


def sure(shape: Shape) -> Sure:
    """The question for whole bodies of a shape."""
    return _sure(shape, True)


@cache
def _sure(shape: Shape, required: bool) -> Sure:
    match shape:
        case String():
            return _string(shape, required)
        case Object():
            return _object(shape, required)
        case Array():
            return _array(shape, required)
        case Number():
            return _number(shape, required)
        case Switch():
            strings = shape.emit == "string"
            return (lambda value: value in _WORDS) if strings else (lambda value: value is True or value is False)
        case OneOf():
            return _one_of(shape, required)
        case Anything():
            return lambda value: True


_WORDS = ("true", "false")


def _string(shape: String, required: bool) -> Sure:
    allowed = frozenset(shape.choices)
    tests = [shape.form.test, shape.form.remark] if shape.form else []
    asked = tuple(test for test in tests if test is not None)
    least, most = _characters(shape.limits)
    sized = tuple(limit for limit in shape.limits if limit.unit is not Unit.CHARACTERS and limit.unit is not Unit.ITEMS)
    void = shape.empty or not required

    def plain(value: Any) -> bool:
        return type(value) is str and ((least <= len(value) <= most) if value else void)

    def full(value: Any) -> bool:
        if type(value) is not str:
            return False
        if not value:
            return void
        if not least <= len(value) <= most or (allowed and value not in allowed):
            return False
        for test in asked:
            if test(value) is not None:
                return False
        return not sized or all(_fits(value, limit) for limit in sized)

    return full if allowed or asked or sized else plain


def _characters(limits: tuple[Limit, ...]) -> tuple[int, int]:
    """The least and the most characters, by whatever a limit counts: a character is at least one of anything."""
    least = max((limit.least for limit in limits), default=0)
    return least, min((limit.most for limit in limits if limit.most is not None), default=_BEYOND)


def _fits(value: str, limit: Limit) -> bool:
    """Whether a text is certainly within a limit that counts something else than characters."""
    most = _BEYOND if limit.most is None else limit.most
    if limit.unit is Unit.BYTES:
        return value.isascii() or len(value.encode("utf-8", "surrogatepass")) <= most
    return 2 * len(value) <= most


def _object(shape: Object, required: bool) -> Sure:
    runs: dict[str, Sure] = {key: _sure(member.shape, member.required) for key, member in shape.members.items()}
    needed = tuple(name for name, member in shape.members.items() if member.required)
    rest = _sure(shape.rest, False) if shape.rest is not None else None
    checks = shape.checks

    @cache
    def free(key: str) -> bool:
        """Whether a key is one of the writer's own, and unlike any that is needed."""
        taken = any(key == variant.given for member in shape.members.values() for variant in member.also)
        return not taken and key not in shape.foreign and not meant(key, needed)

    def run(value: Any) -> bool:
        if type(value) is not dict:
            return False
        for key, inner in value.items():
            member = runs.get(key)
            if member is None:
                if rest is None or not free(key) or not rest(inner):
                    return False
            elif not member(inner):
                return False
        for name in needed:
            if name not in value:
                return False
        return not checks or _silent(checks, value)

    return run


def _silent(checks: tuple[Check, ...], value: Any) -> bool:
    for check in checks:
        for _ in check(value, ()):
            return False
    return True


def _array(shape: Array, required: bool) -> Sure:
    item, checks = _sure(shape.of, True), shape.checks
    least, most = _characters(shape.limits)

    def run(value: Any) -> bool:
        if type(value) is not list or not least <= len(value) <= most:
            return False
        for inner in value:
            if not item(inner):
                return False
        return not checks or _silent(checks, value)

    return run


def _number(shape: Number, required: bool) -> Sure:
    least = shape.least if shape.least is not None else float("-inf")
    most = shape.most if shape.most is not None else float("inf")
    whole = shape.whole

    def run(value: Any) -> bool:
        if type(value) is not int and type(value) is not float:
            return False
        return least <= value <= most and (not whole or value == int(value))

    return run


def _one_of(shape: OneOf, required: bool) -> Sure:
    cases = {name: _sure(case, required) for name, case in shape.cases.items()}
    default, name_of = _sure(shape.default, required), shape.name_of

    def run(value: Any) -> bool:
        if type(value) is not dict:
            return False
        name = name_of(value)
        return (cases.get(name, default) if name is not None else default)(value)

    return run
