"""How many bytes a value is as compact JSON in UTF-8: what a limit on a whole payload counts.

It must not know any channel, nor what the limit is.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterator
from itertools import chain

from sendspec.channels.declare import Check, Fault, Pointer, unless
from sendspec.channels.filled import Leaf, Tree, known
from sendspec.channels.trail import counted
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

#: Digits that a number of a person can have at most; its type states no length.
_NUMBER = 20


def json_size(tree: Tree) -> int:
    """The bytes of a value; of what hangs on a person the most they can be, their values taken without escapes."""
    match tree:
        case dict():
            inner = sum(json_size(key) + 1 + json_size(value) for key, value in tree.items())
            return 2 + inner + max(len(tree) - 1, 0)
        case list():
            return 2 + sum(map(json_size, tree)) + max(len(tree) - 1, 0)
        case Leaf() if known(tree) is None:
            extent = tree.extent(Unit.BYTES)
            return (extent.most if extent else _NUMBER) + tree.escapes + 2
        case _:
            text = json.dumps(known(tree), ensure_ascii=False)
            return len(text.encode("utf-8", "surrogatepass"))


def weighs_at_most(most: int, value: Any) -> bool:
    """Whether a JSON value is certainly no larger, without writing it. Its marshalled form holds every string in UTF-8
    behind five bytes and every other value in one at least, of which JSON makes six at most (a control character).
    What Python writes of it is as long but for quotes, control characters and infinity."""
    try:
        if 6 * len(marshal.dumps(value, 2)) <= most:
            return True
        text = repr(value)
    except (ValueError, RecursionError):
        return False
    longer = text.count('"') + 2 * text.count("\\x") + 5 * text.count("inf")
    return len(text if text.isascii() else text.encode("utf-8", "surrogatepass")) + longer <= most


def hangs_on_people(tree: Tree) -> bool:
    """Whether a value differs from person to person."""
    inner = chain(tree.values()) if isinstance(tree, dict) else iter(tree if isinstance(tree, list) else ())
    return any(map(hangs_on_people, inner)) or (isinstance(tree, Leaf) and tree.personal)


def at_most(code: str, most: int, what: str, taker: str) -> Check:
    """A check on a whole value: `what` is "the payload", `taker` who takes no more."""

    @unless(
        f"6 * len(marshalled(it, 2)) <= {most} or small({most}, it)", marshalled=marshal.dumps, small=weighs_at_most
    )
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        size = json_size(value)
        if size > most:
            by = "up to " if hangs_on_people(value) else ""
            said = f"{what} is {by}{counted(size, Unit.BYTES)} of JSON; {taker} takes {counted(most)}"
            help = "shorten its texts, or lower the `max` of its variables" if by else "shorten its texts and addresses"
            yield Fault(code, Severity.ERROR, said, at, help, value)

    return check
