"""The kinds of token, as numbers, and the tokens of a text, as columns.

The numbers are those of the parse tables. This module must not know how tokens are found.
"""

from __future__ import annotations

from sendspec.syntax.nodes import Comment

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

END, WORD, LITERAL, DURATION, TEXT = 0, 1, 2, 3, 4
EQUALS, ARROW, AHEAD, SHIFT, BAR, DOTS, AT = 5, 6, 7, 8, 9, 10, 11
LPAR, RPAR, LSQB, RSQB, LBRACE, RBRACE, COMMA, NEWLINE = 12, 13, 14, 15, 16, 17, 18, 19
#: Something that has been reported already: the statement that holds it is dropped.
BROKEN = -1

#: The names of the kinds in the grammar, by number.
NAMES = (
    "$END", "WORD", "LITERAL", "DURATION", "TEXT", "EQUALS", "ARROW", "AHEAD", "SHIFT", "BAR", "DOTS", "AT",
    "LPAR", "RPAR", "LSQB", "RSQB", "LBRACE", "RBRACE", "COMMA", "NEWLINE",
)  # fmt: skip

OPENING = {"(": LPAR, "[": LSQB, "{": LBRACE}
CLOSING = {")": RPAR, "]": RSQB, "}": RBRACE}
PARTNER = {"(": ")", "[": "]", "{": "}"}


class Tokens:
    """The tokens of a text in columns, its comments, and the doc comments by the start of the token that they document.

    `leaves` hold what the parser gets: a node for words, literals, texts and signs; the start of an opening bracket;
    the end of a closing one; the place of a comma; -1 for a line end; 1 or -1 for a shift. A closing bracket of no
    length is one that the text lacks (told already).
    """

    __slots__ = ("comments", "docs", "ends", "kinds", "leaves", "starts")

    def __init__(self) -> None:
        self.kinds: list[int] = []
        self.leaves: list[Any] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.comments: list[Comment] = []
        self.docs: dict[int, str] = {}

    def add(self, kind: int, leaf: Any, start: int, end: int) -> None:
        """Append one token."""
        self.kinds.append(kind)
        self.leaves.append(leaf)
        self.starts.append(start)
        self.ends.append(end)

    def cut(self, size: int) -> None:
        """Forget the tokens from index `size` on."""
        for column in (self.kinds, self.leaves, self.starts, self.ends):
            del column[size:]
