"""What the API would refuse for a person whose texts are empty: the request once more, with these texts empty.

Which texts can be empty, their bounds tell. It must not know any channel.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sendspec.channels.check import check
from sendspec.channels.declare import Fault, Pointer, Shape
from sendspec.channels.filled import Leaf, Made, Tree
from sendspec.diagnostic import Severity
from sendspec.record import replace

CODE = "TXT019"
HELP = "say something in every case: another default, or an `{% else %}`"


def where_empty(shape: Shape, body: Tree, told: Collection[Fault]) -> Iterator[Fault]:
    """The faults that a request has only where texts of it are empty, as warnings at those texts. `told` are the faults
    that it has anyway."""
    empty = [(at, leaf) for at, leaf in _leaves(body, ()) if _can_be_empty(leaf)]
    if not empty:
        return
    known = {(fault.code, fault.at) for fault in told}
    seen: set[Pointer] = set()
    for fault in check(shape, _emptied(body)):
        at, leaf = next((one for one in empty if one[0][: len(fault.at)] == fault.at), empty[0])
        if fault.severity is Severity.ERROR and (fault.code, fault.at) not in known and at not in seen:
            seen.add(at)
            yield Fault(CODE, Severity.WARNING, _said(leaf.name, fault.message), at, HELP, leaf)


def _said(name: str, message: str) -> str:
    subject, is_empty, rest = message.partition(" is empty; ")
    if is_empty and " " not in subject:
        return f"{name} can be empty; {rest}"
    return f"{name} can be empty; then {message}"


def _can_be_empty(leaf: Leaf) -> bool:
    return leaf.personal and leaf.form == "text" and leaf.bounds is not None and not leaf.bounds.characters.least


def _leaves(tree: Tree, at: Pointer) -> Iterator[tuple[Pointer, Leaf]]:
    if isinstance(tree, Leaf):
        yield at, tree
    elif isinstance(tree, (dict, list)):
        for key, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
            if isinstance(inner, (Leaf, dict, list)):
                yield from _leaves(inner, (*at, key))


def _emptied(tree: Tree) -> Tree:
    """The same tree, all that can be empty being empty."""
    match tree:
        case Leaf() if _can_be_empty(tree):
            return replace(tree, value="", text=None, bounds=None, kind="", opening="", closing="", outline="")
        case Made():
            made = Made(tree.origin)
            made.update({key: _emptied(inner) for key, inner in tree.items()})
            return made
        case dict():
            return {key: _emptied(inner) for key, inner in tree.items()}
        case list():
            return [_emptied(inner) for inner in tree]
        case _:
            return tree
