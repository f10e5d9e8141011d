"""Values of a tree by a path of keys, in which `*` is every element of a list.

It must not know what stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from sendspec.channels.declare import Pointer

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any


def values_at(tree: object, path: Sequence[str | int], at: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    """The values that a path leads to, each with its place."""
    if not path:
        yield at, tree
    elif path[0] == "*" and isinstance(tree, list):
        for number, inner in enumerate(tree):
            yield from values_at(inner, path[1:], (*at, number))
    elif isinstance(tree, Mapping) and path[0] in tree:
        yield from values_at(tree[path[0]], path[1:], (*at, path[0]))


def changed(tree: Any, path: Sequence[str | int], change: Callable[[Any], object]) -> Any:
    """A copy of the tree with the values at a path changed. What lies beside the path is shared with the tree."""
    if not path:
        return change(tree)
    if path[0] == "*" and isinstance(tree, list):
        return [changed(inner, path[1:], change) for inner in tree]
    if isinstance(tree, Mapping) and path[0] in tree:
        return {**tree, path[0]: changed(tree[path[0]], path[1:], change)}
    return tree
