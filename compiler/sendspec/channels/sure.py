"""A shape → one question: is there certainly nothing to say about a body? Asked by functions that are written for it.

Yes is as good as a walk of `check` that finds nothing, and costs far less; no means only that `check` has to
look. Each object, list and choice of a shape becomes one function of Python, with the tests of its strings in line, all
of it written from declarations alone: no value of a body is ever part of it. It must not say what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from sendspec.channels.check import meant
from sendspec.channels.declare import (
    Anything,
    Array,
    Check,
    Form,
    Limit,
    Number,
    Object,
    OneOf,
    Shape,
    String,
    Switch,
)
from sendspec.values.bounds import Unit

Sure = Callable[[Any], Any]  # what it gives is true or false, as a condition takes it
_BEYOND = 1 << 62
_INFINITE = float("1e999")
#: How many of a unit one character can be.
_WIDEST = {Unit.CHARACTERS: 1, Unit.ITEMS: 1, Unit.BYTES: 4, Unit.SEPTETS: 2, Unit.UNITS: 2}
#: How many values a choice has at most that are compared one by one; more are looked up.
_FEW = 3


@cache
def sure(shape: Shape) -> Sure:
    """The question for values of a shape. It is asked of JSON values only, and never raises."""
    writer = _Writer()
    name = writer.single(shape, True)
    writer.run()
    found = writer.names[name]
    assert callable(found)
    return found


class _Writer:
    """The functions of one shape, as lines of Python, and the values that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names: dict[str, object] = {}
        self._made: dict[tuple[int, bool], str] = {}
        self._tables: list[tuple[dict[str, object], dict[str, str]]] = []

    def run(self) -> None:
        """Defines what has been written."""
        exec(compile("\n".join(self.lines), "<sure>", "exec"), self.names)  # declarations only, see the module's docs
        for table, entries in self._tables:
            table.update((key, self.names[name]) for key, name in entries.items())

    def test(self, shape: Shape, required: bool, of: str) -> str:
        """An expression that is true when there is nothing to say about the value `of`, a name."""
        match shape:
            case String():
                return self._string(shape, required, of)
            case Number():
                return _number(shape, of)
            case Switch():
                return f'({of} == "true" or {of} == "false")' if shape.emit == "string" else f"type({of}) is bool"
            case Anything():
                return "True"
            case _:
                return f"{self.single(shape, required)}({of})"

    def single(self, shape: Shape, required: bool) -> str:
        """The name of the function of a shape, which is written at its first use."""
        key = id(shape), required
        if key not in self._made:
            self._made[key] = name = f"of_{len(self._made)}"
            match shape:
                case Object():
                    body = self._object(shape)
                case Array():
                    body = self._array(shape)
                case OneOf():
                    body = self._one_of(shape, required)
                case _:
                    body = [f"return {self.test(shape, required, 'value')}"]
            self.lines += [f"def {name}(value):", *(f"    {line}" for line in body)]
        return self._made[key]

    def _table(self, entries: dict[str, str]) -> str:
        """The name of a look-up of functions by key; they may be written after it."""
        table: dict[str, object] = {}
        self._tables.append((table, entries))
        return self._name(table.get)

    def _name(self, value: object) -> str:
        """A name for a value that an expression uses."""
        name = f"v_{len(self.names)}"
        self.names[name] = value
        return name

    def _string(self, shape: String, required: bool, of: str) -> str:
        least, most = _characters(shape.limits)
        void = not required and not shape.empty  # an empty string counts as absent
        tests = [self._choice(shape.choices, of) if shape.choices else f"type({of}) is str"]
        if required and not shape.empty and not shape.choices:
            tests.append(of)
        if shape.form is not None:
            tests.append(self._form(shape.form, of))
        if least > 1 or most < _BEYOND:
            tests.append(f"{least} <= len({of}) <= {most}" if least > 1 else f"len({of}) <= {most}")
        for limit in shape.limits:
            if limit.most is not None and (widest := _WIDEST[limit.unit]) > 1:
                slow = f"{self._name(_fits)}({of}, {self._name(limit)})"
                tests.append(f"({widest} * len({of}) <= {limit.most} or {slow})")
        said = " and ".join(tests)
        return f'({said} or {of} == "")' if (void and len(tests) > 1) or (shape.choices and void) else said

    def _choice(self, choices: tuple[str, ...], of: str) -> str:
        if len(choices) == 1:
            return f"{of} == {choices[0]!r}"
        return f"{of} in {choices!r}" if len(choices) <= _FEW else f"type({of}) is str and {of} in {set(choices)!r}"

    def _form(self, form: Form, of: str) -> str:
        """Whether a string has its form: by the pattern that is always right where there is one, else by the tests."""
        asked = [f"{self._name(test)}({of}) is None" for test in (form.test, form.remark) if test is not None]
        slow = " and ".join(asked)
        if not form.sure:
            return slow
        return f"({self._name(re.compile(form.sure, re.ASCII).fullmatch)}({of}) or ({slow}))"

    def _object(self, shape: Object) -> list[str]:
        needed = {key: member for key, member in shape.members.items() if member.required}
        lines = ["if type(value) is not dict:", "    return False"]
        for key, member in needed.items():
            if isinstance(member.shape, Anything):
                lines += [f"if {key!r} not in value:", "    return False"]
                continue
            lines += [f"inner = value.get({key!r})", f"if not ({self.test(member.shape, True, 'inner')}):"]
            lines += ["    return False"]
        lines += [f"if len(value) != {len(needed)}:" if needed else "if value:"]
        lines += [f"    {line}" for line in self._others(shape, tuple(needed))]
        for check in shape.checks:
            lines += self._check(check)
        return [*lines, "return True"]

    def _others(self, shape: Object, needed: tuple[str, ...]) -> list[str]:
        """The members that may stand there: plain texts by their greatest length (0: a member that is known to be
        right), others by their functions."""
        plain: dict[str, int] = dict.fromkeys(needed, 0)
        tests: dict[str, str] = {}
        for key, member in shape.members.items():
            if member.required:
                continue
            if isinstance(member.shape, String) and (most := _plain(member.shape)) is not None:
                plain[key] = most
            else:
                tests[key] = self.single(member.shape, False)
        lines = ["for key, inner in value.items():", f"    most = {self._name(plain.get)}(key)", "    if most is None:"]
        lines += [f"        asked = {self._table(tests)}(key)"]
        rest = "return False"
        if shape.rest is not None:
            free = self._name(_free(shape, needed))
            rest = f"if not ({free}(key) and {self.test(shape.rest, False, 'inner')}):"
        lines += ["        if asked is None:", f"            {rest}"]
        lines += ["                return False"] if shape.rest is not None else []
        lines += ["        elif not asked(inner):", "            return False"]
        return [*lines, "    elif most and not (type(inner) is str and len(inner) <= most):", "        return False"]

    def _array(self, shape: Array) -> list[str]:
        least, most = _characters(shape.limits)
        lines = ["if type(value) is not list:", "    return False"]
        if least or most < _BEYOND:
            lines[0] = f"if type(value) is not list or not {least} <= len(value) <= {most}:"
        if not isinstance(shape.of, Anything):
            lines += ["for inner in value:", f"    if not ({self.test(shape.of, True, 'inner')}):"]
            lines += ["        return False"]
        for check in shape.checks:
            lines += self._check(check)
        return [*lines, "return True"]

    def _one_of(self, shape: OneOf, required: bool) -> list[str]:
        lines = ["if type(value) is not dict:", "    return False"]
        cases = {name: self.single(case, required) for name, case in shape.cases.items()}
        default = f"return {self.single(shape.default, required)}(value)"
        if not shape.by:
            for name, case in cases.items():
                lines += [f"if {name!r} in value:", f"    return {case}(value)"]
            return [*lines, default]
        lines += [f"said = value.get({shape.by!r})", "if type(said) is str:", f"    asked = {self._table(cases)}(said)"]
        return [*lines, "    if asked is not None:", "        return asked(value)", default]

    def _check(self, check: Check) -> list[str]:
        """A check is asked where it may have something to say."""
        keys, still = getattr(check, "about", ()), getattr(check, "unless", None)
        conditions = [" or ".join(f"{key!r} in value" for key in keys)] if keys else []
        conditions += [f"not {self._name(still)}(value)"] if still is not None else []
        conditions += [f"{self._name(_says)}({self._name(check)}, value)"]
        return [f"if {' and '.join(f'({one})' for one in conditions)}:", "    return False"]


def _characters(limits: tuple[Limit, ...]) -> tuple[int, int]:
    """The least and the most characters, by whatever a limit counts: a character is at least one of anything."""
    least = max((limit.least for limit in limits), default=0)
    return least, min((limit.most for limit in limits if limit.most is not None), default=_BEYOND)


def _plain(shape: String) -> int | None:
    """The characters that are certainly not too many of a string without choices and form; None where more is asked."""
    if shape.choices or shape.form or any(limit.least > 1 for limit in shape.limits):
        return None
    return min((limit.most // _WIDEST[limit.unit] for limit in shape.limits if limit.most is not None), default=_BEYOND)


def _fits(value: str, limit: Limit) -> bool:
    """Whether a text is certainly within a limit that counts something else than characters."""
    most = _BEYOND if limit.most is None else limit.most
    if limit.unit is Unit.BYTES:
        return value.isascii() or len(value.encode("utf-8", "surrogatepass")) <= most
    return 2 * len(value) <= most


def _number(shape: Number, of: str) -> str:
    least, most = -_INFINITE if shape.least is None else shape.least, _INFINITE if shape.most is None else shape.most
    whole = f" and {of} % 1 == 0" if shape.whole else ""
    return f"(type({of}) is int or type({of}) is float) and {_bound(least)} <= {of} <= {_bound(most)}{whole}"


def _bound(number: float) -> str:
    return repr(number) if abs(number) < _INFINITE else f"{'-' if number < 0 else ''}1e999"


def _free(shape: Object, needed: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells whether a key is one of the writer's own, and unlike any that is needed."""
    taken = frozenset(variant.given for member in shape.members.values() for variant in member.also)

    @lru_cache(4096)
    def free(key: str) -> bool:
        return key not in taken and key not in shape.foreign and not meant(key, needed)

    return free


def _says(check: Check, value: Any) -> bool:
    return any(True for _ in check(value, ()))
