"""A shape → one question: is there certainly nothing to say about a body? Asked by functions that are written for it.
Or, less: is there certainly no error in it, whatever there is to remark?

Yes is as good as a walk of `check` that finds nothing, and costs far less; no means only that `check` has to
look. A shape becomes Python: its objects and lists in line, what stands in it twice as a function of its own, all
of it written from declarations alone: no value of a body is ever part of it. It must not say what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Any

from sendspec.channels.check import meant
from sendspec.channels.declare import (
    Anything,
    Array,
    Check,
    Form,
    Limit,
    Member,
    Number,
    Object,
    OneOf,
    Remark,
    Shape,
    String,
    Switch,
)
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

Sure = Callable[[Any], Any]  # what it gives is true or false, as a condition takes it
#: What a question may raise instead of a no.
NO = (KeyError, TypeError, AttributeError)
_BEYOND = 1 << 62
_INFINITE = float("1e999")
#: How many of a unit one character can be.
_WIDEST = {Unit.CHARACTERS: 1, Unit.ITEMS: 1, Unit.BYTES: 4, Unit.SEPTETS: 2, Unit.UNITS: 2}
#: How many values a choice has at most that are compared one by one; more are looked up.
_FEW = 3
#: After so many members that may stand in an object it is asked whether all that stand there have been met.
_SOME = 5
_LEAVE = "    return False"


@cache
def sure(shape: Shape, remarks: bool = False) -> Sure:
    """The question for JSON values of a shape; `remarks`: only errors count. A member that is needed and lacks, and a
    value of another type, may be told by an error (see `NO`)."""
    writer = _Writer(shape, remarks)
    found = writer.run(writer.function(shape, True))
    assert callable(found)
    return found


class _Writer:
    """The functions of one shape, as lines of Python, and the values that they name."""

    def __init__(self, shape: Shape, remarks: bool) -> None:
        self._remarks = remarks
        self.lines: list[str] = []
        self.names: dict[str, object] = {}
        self._often = _often(shape)
        self._made: dict[tuple[int, bool], str] = {}
        self._tables: list[tuple[dict[str, object], dict[str, str]]] = []
        self._locals = 0

    def run(self, first: str) -> object:
        """Defines what has been written, and gives the function of a name."""
        exec(compile("\n".join(self.lines), "<sure>", "exec"), self.names)  # declarations only, see the module's docs
        for table, entries in self._tables:
            table.update((key, self.names[name]) for key, name in entries.items())
        return self.names[first]

    def function(self, shape: Shape, required: bool) -> str:
        """The name of the function of a shape, which is written at its first use."""
        key = id(shape), required
        if key not in self._made:
            self._made[key] = name = f"of_{len(self._made)}"
            body = self._in_line(shape, required, "value")
            self.lines += [f"def {name}(value):", *_within(body), "    return True"]
        return self._made[key]

    def _steps(self, shape: Shape, required: bool, of: str) -> list[str]:
        """Lines that leave with no, unless there is nothing to say about the value `of`, a name."""
        if id(shape) in self._often and isinstance(shape, Object):
            return [f"if not {self.function(shape, required)}({of}):", _LEAVE]
        return self._in_line(shape, required, of)

    def _in_line(self, shape: Shape, required: bool, of: str) -> list[str]:
        match shape:
            case Object():
                return self._object(shape, of)
            case Array():
                return self._array(shape, of)
            case OneOf():
                return self._one_of(shape, required, of)
            case String():
                test = self._string(shape, required, of)
            case Number():
                test = _number(shape, of)
            case Switch():
                tests = [f"{of} is True or {of} is False", f'{of} == "true" or {of} == "false"']
                test = " or ".join(tests) if self._remarks and shape.also else tests[shape.emit == "string"]
            case Anything():
                return []
        return [f"if not ({test}):", _LEAVE]

    def _name(self, value: object) -> str:
        """A name for a value that an expression uses."""
        name = f"v_{len(self.names)}"
        self.names[name] = value
        return name

    def _local(self) -> str:
        self._locals += 1
        return f"a_{self._locals}"

    def _table(self, entries: dict[str, str]) -> str:
        """The name of a look-up of functions by key; they may be written after it."""
        table: dict[str, object] = {}
        self._tables.append((table, entries))
        return self._name(table.get)

    def _string(self, shape: String, required: bool, of: str) -> str:
        limits = self._limits(shape)
        least, most = _characters(limits)
        void = not required and not shape.empty  # an empty string counts as absent
        tests = [self._choice(shape, of)] if shape.choices else []
        if not tests and (shape.form is None or not shape.form.sure):
            tests.append(f"type({of}) is str")
        matched = shape.form is not None and bool(shape.form.sure) and not re.fullmatch(shape.form.sure, "")
        if required and not shape.empty and not shape.choices and not matched:
            tests.append(of)
        if shape.form is not None:
            tests.append(self._form(shape.form, of, required and not shape.empty))
        if least > 1 or most < _BEYOND:
            tests.append(f"{least} <= len({of}) <= {most}" if least > 1 else f"len({of}) <= {most}")
        for limit in limits:
            if limit.most is not None and (widest := _WIDEST[limit.unit]) > 1:
                slow = f"{self._name(_fits)}({of}, {self._name(limit)})"
                tests.append(f"(len({of}) <= {limit.most // widest} or {slow})")
        said = " and ".join(tests)
        if self._remarks and shape.number:
            said += f" or type({of}) is int or type({of}) is float"
        return f'{said} or {of} == ""' if void and (shape.choices or shape.form or len(tests) > 1) else said

    def _counts(self, severity: Severity) -> bool:
        """Whether a finding is one that is asked about."""
        return not self._remarks or severity is Severity.ERROR

    def _limits(self, shape: String | Array) -> tuple[Limit, ...]:
        return tuple(limit for limit in shape.limits if self._counts(limit.severity))

    def _choice(self, shape: String, of: str) -> str:
        choices = shape.choices
        if self._remarks:
            choices += tuple(one.given for one in shape.variants if not self._counts(one.severity))
            if shape.fold:
                return f"type({of}) is str and {of}.lower() in { {one.lower() for one in choices}!r}"
        if len(choices) == 1:
            return f"{of} == {choices[0]!r}"
        return f"{of} in {choices!r}" if len(choices) <= _FEW else f"{of} in {set(choices)!r}"

    def _form(self, form: Form, of: str, filled: bool) -> str:
        """Whether a string has its form: by the pattern that is always right where there is one, else by the tests.
        The pattern comes first: it is what tells of a value that is no string."""
        slow = f"{self._name(form.test)}({of}) is None"
        if form.remark is not None:
            slow += f" and {self._name(partial(_error, form.remark) if self._remarks else form.remark)}({of}) is None"
        if not form.sure:
            return slow
        slow = f"{of} and {slow}" if filled else slow
        return f"({self._name(re.compile(form.sure, re.ASCII).fullmatch)}({of}) or ({slow}))"

    def _object(self, shape: Object, of: str) -> list[str]:
        """An object: what it needs, then what may stand in it. Those that are met are counted: others have no place."""
        needed = [(key, member) for key, member in shape.members.items() if member.required]
        others = [(key, member) for key, member in shape.members.items() if not member.required]
        lines = [] if needed and not self._spelt(needed[0][1]) else [f"if type({of}) is not dict:", _LEAVE]
        for key, member in needed:
            lines += self._met(key, member, of) if self._spelt(member) else self._member(key, member, of)
        count, size = self._local(), self._local()
        lines += [f"{size} = len({of})", f"if {size} != {len(needed)}:"]
        lines += _within([f"{count} = {len(needed)}", *self._others(shape, others, of, count, size)])
        for check in shape.checks:
            lines += self._check(check, of)
        return lines

    def _member(self, key: str, member: Member, of: str) -> list[str]:
        inner = self._local()
        return [f"{inner} = {of}[{key!r}]", *self._steps(member.shape, member.required, inner)]

    def _spelt(self, member: Member) -> tuple[str, ...]:
        """The other keys that a member may stand under."""
        return tuple(one.given for one in member.also if not self._counts(one.severity)) if self._remarks else ()

    def _others(self, shape: Object, others: list[tuple[str, Member]], of: str, count: str, size: str) -> list[str]:
        if not others:
            return self._free_keys(shape, of)
        lines: list[str] = []
        for key, member in others[:_SOME]:
            lines += self._met(key, member, of, count)
        return [*lines, f"if {count} != {size}:", *_within(self._others(shape, others[_SOME:], of, count, size))]

    def _met(self, key: str, member: Member, of: str, count: str = "") -> list[str]:
        """A member that stands in an object, or may, under one of its keys; where it may, it is counted."""
        keys = (key, *self._spelt(member))
        stand = " + ".join(f"({given!r} in {of})" for given in keys)
        lines = [f"if {stand} {'> 1' if count else '!= 1'}:", _LEAVE] if len(keys) > 1 else []
        counts = [f"{count} += 1"] if count else []
        for given in keys:
            lines += [f"if {given!r} in {of}:", *_within([*counts, *self._member(given, member, of)])]
        return lines

    def _free_keys(self, shape: Object, of: str) -> list[str]:
        """What stands in an object beside its members."""
        if shape.rest is None:
            return ["return False"]
        key, inner = self._local(), self._local()
        lines = self._steps(shape.rest, False, inner)
        if shape.foreign or any(member.required or member.also for member in shape.members.values()):
            lines = [f"if not {self._name(_free(shape))}({key}):", _LEAVE, *lines]
        if shape.members:
            lines = [f"if {key} not in {self._name(frozenset(shape.members))}:", *_within(lines or ["pass"])]
        return [f"for {key}, {inner} in {of}.items():", *_within(lines or ["pass"])]

    def _array(self, shape: Array, of: str) -> list[str]:
        least, most = _characters(self._limits(shape))
        lines = [f"if type({of}) is not list:", _LEAVE]
        if most < _BEYOND:
            lines[0] = f"if type({of}) is not list or not {least} <= len({of}) <= {most}:"
        elif least:
            lines[0] = f"if type({of}) is not list or len({of}) < {least}:"
        inner = self._local()
        if steps := self._steps(shape.of, True, inner):
            lines += [f"for {inner} in {of}:", *_within(steps)]
        for check in shape.checks:
            lines += self._check(check, of)
        return lines

    def _one_of(self, shape: OneOf, required: bool, of: str) -> list[str]:
        lines = [] if shape.by else [f"if type({of}) is not dict:", _LEAVE]
        cases = {name: self.function(case, required) for name, case in shape.cases.items()}
        declared = shape.default.members.get(shape.by)
        if self._remarks and declared is not None and isinstance(declared.shape, String):
            cases |= {one.given: cases[one.current] for one in declared.shape.variants if one.current in cases}
        default = self.function(shape.default, required)
        if shape.by:
            found = f"{self._table(cases)}({of}.get({shape.by!r}), {default})"
        else:
            found = "".join(f"{case} if {name!r} in {of} else " for name, case in cases.items()) + default
        return [*lines, f"if not ({found})({of}):", _LEAVE]

    def _check(self, check: Check, of: str) -> list[str]:
        """A check is asked where it may have something to say."""
        keys, still = getattr(check, "about", ()), getattr(check, "unless", None)
        conditions = [" or ".join(f"{key!r} in {of}" for key in keys)] if keys else []
        if still is not None:
            conditions.append(f"not ({self._quiet(still[0], still[1], of)})")
        conditions += [f"{self._name(_refuses if self._remarks else _says)}({self._name(check)}, {of})"]
        return [f"if {' and '.join(f'({one})' for one in conditions)}:", _LEAVE]

    def _quiet(self, expression: str, named: dict[str, object], of: str) -> str:
        """The expression by which a check is silent, about a value."""
        names = {"it": of, **{name: self._name(value) for name, value in named.items()}}
        return re.sub(rf"\b(?:{'|'.join(names)})\b", lambda found: names[found[0]], expression)


def _within(lines: list[str]) -> list[str]:
    """The same lines, one step further in."""
    return [f"    {line}" for line in lines]


def _often(shape: Shape) -> frozenset[int]:
    """The shapes that stand in a shape more than once."""
    met: dict[int, int] = {}

    def walk(inner: Shape) -> None:
        met[id(inner)] = met.get(id(inner), 0) + 1
        if met[id(inner)] == 1:
            for one in _inner(inner):
                walk(one)

    walk(shape)
    return frozenset(one for one, times in met.items() if times > 1)


def _inner(shape: Shape) -> Iterator[Shape]:
    match shape:
        case Object():
            yield from (member.shape for member in shape.members.values())
            yield from () if shape.rest is None else (shape.rest,)
        case Array():
            yield shape.of
        case OneOf():
            yield from (*shape.cases.values(), shape.default)
        case _:
            pass


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


def _number(shape: Number, of: str) -> str:
    least, most = -_INFINITE if shape.least is None else shape.least, _INFINITE if shape.most is None else shape.most
    whole = f" and {of} % 1 == 0" if shape.whole else ""
    return f"(type({of}) is int or type({of}) is float) and {_bound(least)} <= {of} <= {_bound(most)}{whole}"


def _bound(number: float) -> str:
    return repr(number) if abs(number) < _INFINITE else f"{'-' if number < 0 else ''}1e999"


def _free(shape: Object) -> Callable[[str], bool]:
    """Tells whether a key is one of the writer's own, and unlike any that is needed."""
    needed = tuple(key for key, member in shape.members.items() if member.required)
    taken = frozenset(variant.given for member in shape.members.values() for variant in member.also)

    @lru_cache(4096)
    def free(key: str) -> bool:
        return key not in taken and key not in shape.foreign and not meant(key, needed)

    return free


def _refuses(check: Check, value: Any) -> bool:
    return any(fault.severity is Severity.ERROR for fault in check(value, ()))


def _error(remark: Callable[[str], Remark | None], text: str) -> Remark | None:
    """What there is to remark, if it is an error."""
    found = remark(text)
    return found if found is not None and found.severity is Severity.ERROR else None


def _says(check: Check, value: Any) -> bool:
    return next(check(value, ()), None) is not None
