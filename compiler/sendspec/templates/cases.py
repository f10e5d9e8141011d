"""What the conditions of a branch tell of its arms: which variables have a value there, and whether one arm always
stands.

It must not know what an arm prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sendspec.record import replace
from sendspec.templates.tree import Clause, Condition, Constant, Name
from sendspec.values.types import Type

Scope = Mapping[str, Type | str]


def in_arm(conditions: Sequence[Condition | None], number: int, scope: Scope) -> Scope:
    """What is known in an arm: its own condition holds, and none of those before it."""
    sure = [name for before in conditions[:number] for name in _filled(before, False)]
    sure += _filled(conditions[number], True) if number < len(conditions) else ()
    told = {name: scope[name] for name in sure if name in scope}
    filled = {name: replace(type, empty=False) for name, type in told.items() if isinstance(type, Type) and type.empty}
    return {**scope, **filled} if filled else scope


def always(conditions: Sequence[Condition | None], scope: Scope) -> bool:
    """Whether one of the arms stands for everybody: the last has no condition, or all words of a type are named."""
    if conditions and conditions[-1] is None:
        return True
    first = next((name for one in conditions for name, _ in _equals(one)), "")
    made = scope.get(first)
    choices = made.choices if isinstance(made, Type) else ()
    return bool(choices) and {value for one in conditions for name, value in _equals(one) if name == first} >= {
        *choices
    }


def _filled(condition: Condition | None, holds: bool) -> Iterator[str]:
    """The names that certainly have a value, and no empty one, where a condition holds, or does not."""
    match condition:
        case Name(text=name) if holds:
            yield name
        case Clause(operator="not", operands=(inner,)):
            yield from _filled(inner, not holds)
        case Clause(operator="and" | "or" as joined, operands=operands) if holds is (joined == "and"):
            for each in operands:
                yield from _filled(each, holds)
        case Clause(operator="==" | "!=" as sign, operands=(Name(text=name), Constant(value=""))):
            if holds is (sign == "!="):
                yield name
        case _:
            pass


def _equals(condition: Condition | None) -> Iterator[tuple[str, object]]:
    """The values of a name for which a condition holds."""
    match condition:
        case Clause(operator="==" | "in", operands=(Name(text=name), *values)):
            yield from ((name, value.value) for value in values if isinstance(value, Constant))
        case Clause(operator="or", operands=operands):
            for each in operands:
                yield from _equals(each)
        case _:
            pass
