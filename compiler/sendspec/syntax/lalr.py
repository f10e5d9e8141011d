"""An LALR driver over plain tables.

A state is a dict from symbol to action: a number from 0 is the state to go to, a negative one `~rule` to reduce by.
It must not know the language: tokens, tables and what to do on a reduction all come from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sendspec.record import NamedTuple

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any, Protocol
else:
    Protocol = object

State = dict[int, int]
Action = Callable[..., object]


class Tables(NamedTuple):
    """Parse tables. `symbols` names terminals, then nonterminals; the first is the end of input.

    A rule is (nonterminal, number of symbols, name of its action). A parse starts in state 0 and is done in `final`.
    """

    grammar: int
    symbols: tuple[str, ...]
    rules: tuple[tuple[int, int, str], ...]
    states: tuple[State, ...]
    final: int


class Stuck(NamedTuple):
    """Where a parse stopped: token `at` has no action. The two stacks are the parser's own and may be cut back."""

    at: int
    states: list[int]
    values: list[Any]


class Columns(Protocol):
    """Tokens: what kind each is, and what it is worth."""

    @property
    def kinds(self) -> list[int]: ...
    @property
    def leaves(self) -> list[Any]: ...


#: Mends the stacks and says at which token to go on.
Recover = Callable[[Stuck], int]


def actions(tables: Tables, builder: object) -> list[Action | None]:
    """For every rule the builder's method of its action's name; None for `same`, which hands on its one value."""
    return [None if name == "same" else getattr(builder, name) for _, _, name in tables.rules]


def feed(tables: Tables, acts: Sequence[Action | None], stuck: Stuck, kind: int, leaf: Any) -> bool:
    """Take one token that the input lacks. False when it has no place; the stacks may have been reduced by then."""
    _, states, values = stuck
    while (action := tables.states[states[-1]].get(kind)) is not None:
        if action >= 0:
            states.append(action)
            values.append(leaf)
            return True
        made, length, _ = tables.rules[~action]
        act = acts[~action]
        taken = values[len(values) - length :]
        del values[len(values) - length :], states[len(states) - length :]
        values.append(taken[0] if act is None else act(*taken))
        states.append(tables.states[states[-1]][made])
    return False


def run(tables: Tables, tokens: Columns, acts: Sequence[Action | None], recover: Recover) -> Any:
    """Parse the tokens, the last of which is of kind 0, and return what the first rule's action makes."""
    table, final = tables.states, tables.final
    reductions = [(made, length, act) for (made, length, _), act in zip(tables.rules, acts, strict=True)]
    kinds, leaves = tokens.kinds, tokens.leaves
    states: list[int] = [0]
    values: list[Any] = []
    at = state = 0
    while True:
        action = table[state].get(kinds[at])
        if action is None:
            if state == final:
                return values[-1]
            at = recover(Stuck(at, states, values))
            state = states[-1]
        elif action >= 0:
            values.append(leaves[at])
            states.append(action)
            state = action
            at += 1
        else:
            made, length, act = reductions[~action]
            if length == 1:  # most rules: the stacks keep their height
                if act is not None:
                    values[-1] = act(values[-1])
                state = states[-1] = table[states[-2]][made]
                continue
            assert act is not None
            if length == 0:
                values.append(act())
            else:
                values[-length:] = [act(*values[-length:])]
                del states[-length:]
            state = table[states[-1]][made]
            states.append(state)
