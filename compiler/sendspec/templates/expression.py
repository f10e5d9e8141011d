"""The tokens of one tag → a value with its filters, or a condition. Jinja's precedence, a small part of its grammar.

Raises `Refused` at the first token that a text does not take. It must not know which names there are.
"""

from __future__ import annotations

from decimal import Decimal

from sendspec.nearest import did_you_mean
from sendspec.templates.catalogue import FILTERS
from sendspec.templates.refuse import (
    ARGUMENT,
    EXPRESSION,
    RESERVED_WORDS,
    TAG,
    TOO_MUCH,
    UNKNOWN_FILTER,
    Refused,
    refused,
    unexpected,
)  # fmt: skip
from sendspec.templates.scan import Tag, Token
from sendspec.templates.tree import Clause, Condition, Constant, Filter, Name, Print

DEEPEST_CONDITION = 20
MOST_ITEMS = 100
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False}
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_ESCAPES = {"n": "\n", "t": "\t"}
_VALUE = "a name, a text in quotes or a number"


class Reader:
    """Reads the tokens of a tag from left to right."""

    __slots__ = ("_at", "_tag", "_tokens")

    def __init__(self, tag: Tag, skip: int = 0) -> None:
        self._tag, self._tokens, self._at = tag, tag.tokens, skip

    @property
    def next(self) -> Token:
        """The next token, or the end of the tag as one."""
        if self._at < len(self._tokens):
            return self._tokens[self._at]
        width = 2 if self._tag.closer else 0
        return Token("end", self._tag.closer, self._tag.end - width, self._tag.end)

    def take(self, *texts: str) -> Token | None:
        """The next token if it is one of these signs or words."""
        if self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.text in texts and token.kind in ("sign", "name"):
                self._at += 1
                return token
        return None

    def word(self, expected: str) -> Token:
        """The next token, which must be a word that may be a name."""
        token = self.next
        if token.kind != "name":
            raise unexpected(token, expected)
        if token.text in RESERVED_WORDS or token.text in _CONSTANTS:
            raise refused(EXPRESSION, f"`{token.text}` is a word of Jinja; expected {expected}", token)
        if token.text.startswith("_"):
            raise refused(EXPRESSION, f"`{token.text}` begins with `_`; names begin with a letter", token)
        self._at += 1
        return token

    def need(self, text: str, after: str) -> Token:
        """The next token, which must be this sign or word."""
        found = self.take(text)
        if found is None:
            raise unexpected(self.next, f"`{text}` after {after}")
        return found

    def finish(self, expected: str) -> None:
        """Nothing more stands in the tag."""
        if self._at < len(self._tokens):
            raise unexpected(self.next, expected)

    def printed(self) -> Print:
        """The whole of a `{{ … }}`."""
        if not self._tokens:
            raise refused(
                TAG, "nothing stands between the braces; expected a name", _whole(self._tag), "write `{{ name }}`"
            )
        value = self.value()
        filters: list[Filter] = []
        while self.take("|"):
            filters.append(self._filter())
        self.finish("`|` or `}}`")
        return Print(value, tuple(filters), self._tag.start, self._tag.end)

    def value(self, expected: str = _VALUE) -> Name | Constant:
        """A name, `alias.name`, or a constant."""
        token = self.next
        if token.kind == "name" and token.text not in _CONSTANTS:
            return self.name(expected)
        return self.constant(expected)

    def name(self, expected: str) -> Name:
        """A name or `alias.name`."""
        first = self.word(expected)
        if not self.take("."):
            return Name(first.text, first.start, first.end)
        second = self.word(f"a name after `{first.text}.`")
        return Name(f"{first.text}.{second.text}", first.start, second.end)

    def constant(self, expected: str = _VALUE) -> Constant:
        """A text in quotes, a number, true or false."""
        token = self.next
        minus = self.take("-")
        number = self.next
        if number.kind in ("whole", "decimal"):
            self._at += 1
            digits = ("-" if minus else "") + number.text.replace("_", "")
            # Jinja reads a decimal as a float; the same digits must come out of both.
            amount: object = int(digits) if number.kind == "whole" else Decimal(repr(float(digits)))
            return Constant(amount, token.start, number.end)
        if minus:
            raise unexpected(number, "a number after `-`")
        if token.kind == "string":
            self._at += 1
            return Constant(unquoted(token.text), token.start, token.end)
        if token.kind == "name" and token.text in _CONSTANTS:
            self._at += 1
            return Constant(_CONSTANTS[token.text], token.start, token.end)
        raise unexpected(token, expected)

    def _filter(self) -> Filter:
        name = self.word("a filter after `|`")
        if name.text not in FILTERS:
            raise _unknown_filter(name)
        arguments: list[Name | Constant] = []
        end = name.end
        if self.take("("):
            while not (closing := self.take(")")):
                arguments.append(self._argument(name))
                if not self.take(",") and self.next.text != ")":
                    raise unexpected(self.next, f"`,` or `)` in `{name.text}(…)`")
            end = closing.end
        return Filter(name.text, tuple(arguments), name.start, end)

    def _argument(self, filter: Token) -> Name | Constant:
        token = self.next
        value = self.value("an argument: a name, a text in quotes or a number")
        if self.next.text == "=":
            help = f"write `{FILTERS[filter.text].example}`"
            raise refused(ARGUMENT, f"`{token.text}=` names an argument; filters take theirs by place", token, help)
        return value

    def condition(self) -> Condition:
        """The whole condition of an `if` or `elif`."""
        found = self._or(0)
        self.finish("`and`, `or` or `%}`")
        return found

    def _or(self, depth: int) -> Condition:
        if depth > DEEPEST_CONDITION:
            raise refused(TOO_MUCH, f"a condition goes more than {DEEPEST_CONDITION} brackets deep", self.next)
        return self._joined("or", depth)

    def _joined(self, word: str, depth: int) -> Condition:
        parts = [self._joined("and", depth) if word == "or" else self._not(depth)]
        while self.take(word):
            parts.append(self._joined("and", depth) if word == "or" else self._not(depth))
        return parts[0] if len(parts) == 1 else Clause(word, tuple(parts), parts[0].start, parts[-1].end)

    def _not(self, depth: int) -> Condition:
        negations = []
        while token := self.take("not"):
            negations.append(token)
        if len(negations) > DEEPEST_CONDITION:
            raise refused(TOO_MUCH, f"more than {DEEPEST_CONDITION} `not` stand in a row", negations[0])
        found = self._comparison(depth)
        for token in reversed(negations):
            found = Clause("not", (found,), token.start, found.end)
        return found

    def _comparison(self, depth: int) -> Condition:
        if opening := self.take("("):
            inner = self._or(depth + 1)
            closing = self.need(")", "the condition")
            if self.next.text in (*_COMPARISONS, "in"):
                raise refused(EXPRESSION, "a condition in brackets is compared; compare names and constants", opening)
            if isinstance(inner, Clause):
                return inner._replace(start=opening.start, end=closing.end)
            return inner
        left = self.value("a condition: a name, a text in quotes or a number")
        if sign := self.take(*_COMPARISONS):
            right = self.value(f"a value after `{sign.text}`")
            if self.next.text in (*_COMPARISONS, "in"):
                raise refused(EXPRESSION, "comparisons stand in a chain; join two of them with `and`", self.next)
            return Clause(sign.text, (left, right), left.start, right.end)
        return self._membership(left)

    def _membership(self, left: Name | Constant) -> Condition:
        operator = "in"
        if self.take("not"):
            operator = "not in"
            self.need("in", "`not`")
        elif not self.take("in"):
            return left
        items, end = self.items()
        return Clause(operator, (left, *items), left.start, end)

    def items(self) -> tuple[tuple[Name | Constant, ...], int]:
        """A list in brackets, and where it ends."""
        opening = self.next
        if not self.take("["):
            if opening.kind == "name":
                help = "write the list out: `['a', 'b']`"
                raise refused(EXPRESSION, f"`{opening.text}` is no list; expected values in brackets", opening, help)
            raise unexpected(opening, "a list in brackets")
        items: list[Name | Constant] = []
        while not (closing := self.take("]")):
            items.append(self.value())
            if len(items) > MOST_ITEMS:
                raise refused(TOO_MUCH, f"a list has more than {MOST_ITEMS} values", opening)
            if not self.take(",") and self.next.text != "]":
                raise unexpected(self.next, "`,` or `]` in the list")
        return tuple(items), closing.end


def unquoted(text: str) -> str:
    """The text that a constant in quotes stands for."""
    inner = text[1:-1]
    if "\\" not in inner:
        return inner
    out: list[str] = []
    pieces = iter(inner)
    for character in pieces:
        if character == "\\":
            escaped = next(pieces)
            character = _ESCAPES.get(escaped, escaped)
        out.append(character)
    return "".join(out)


def _unknown_filter(name: Token) -> Refused:
    help = did_you_mean(name.text, FILTERS) or f"the filters are {', '.join(f'`{known}`' for known in FILTERS)}"
    return refused(UNKNOWN_FILTER, f"`{name.text}` is no filter", name, help)


def _whole(tag: Tag) -> Token:
    return Token("end", "", tag.start, tag.end)
