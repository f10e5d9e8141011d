"""JSON as a person wrote it: its value, what is wrong with the text, and where every value stands.

The value comes from the standard library; this reader speaks when that one refuses, and when a place is asked for. It
must not know what the value means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from contextlib import suppress
from typing import NoReturn

from sendspec.channels.declare import Pointer
from sendspec.channels.filled import Tree
from sendspec.channels.trail import safe
from sendspec.record import NamedTuple
from sendspec.source import Span

#: How deep lists and objects may lie in one another.
DEPTH = 64
WRONG, TWICE, DEEP, UNNUMBER, SURROGATE = "API050", "API051", "API052", "API053", "API054"

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*|-?Infinity")
_LITERALS = ("true", "false", "null")
#: What the standard library would take, or turn into something else than it says.
_DOUBTFUL = re.compile(r"\\u[dD][89a-fA-F]|NaN|Infinity|[0-9][eE]|[0-9]{300}")


class Problem(NamedTuple):
    """What is wrong with a text, where, and the value concerned."""

    code: str
    message: str
    start: int
    end: int
    help: str | None
    at: Pointer


class Parsed(NamedTuple):
    """The value (None when the text is no JSON) and what is wrong with the text."""

    value: Tree
    problems: tuple[Problem, ...]


class _BrokenError(Exception):
    """Reading stops here."""


def parse(text: str) -> Parsed:
    """The value of a JSON text. Never raises."""
    twice: list[bool] = []

    def members(pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
        made = dict(pairs)
        if len(made) != len(pairs):
            twice.append(True)
        return made

    try:
        value: Tree = json.loads(text, object_pairs_hook=members)
    except (ValueError, RecursionError):
        return Parsed(
            None, _problems(text) or (Problem(WRONG, "the text is not JSON", 0, min(1, len(text)), None, ()),)
        )
    if twice or _DOUBTFUL.search(text) or _too_deep(value):
        return Parsed(value, _problems(text))
    return Parsed(value, ())


class Places(NamedTuple):
    """Where values stand, by pointer (of a list or an object, its opening bracket), and where their keys do."""

    values: dict[Pointer, Span]
    keys: dict[Pointer, Span]


def places(text: str, wanted: Collection[Pointer]) -> Places:
    """Where the values at these pointers stand, and where their keys do."""
    reader = _Reader(text, frozenset(pointer[:end] for pointer in wanted for end in range(len(pointer) + 1)))
    with suppress(_BrokenError):
        reader.whole()
    return Places(*({at: spans[at] for at in wanted if at in spans} for spans in (reader.places, reader.keys)))


def _problems(text: str) -> tuple[Problem, ...]:
    reader = _Reader(text, None)
    with suppress(_BrokenError):
        reader.whole()
    return tuple(reader.problems)


def _too_deep(value: Tree) -> bool:
    level: list[Tree] = [value]
    for _ in range(DEPTH + 1):
        inner: list[Tree] = []
        for one in level:
            if isinstance(one, dict):
                inner.extend(one.values())
            elif isinstance(one, list):
                inner.extend(one)
        if not inner:
            return False
        level = inner
    return True


class _Reader:
    """One reading of a text. `kept` are the pointers whose places are wanted (None: none, but every problem)."""

    def __init__(self, text: str, kept: frozenset[Pointer] | None) -> None:
        self.text, self.kept, self.at = text, kept, 0
        self.places: dict[Pointer, Span] = {}
        self.keys: dict[Pointer, Span] = {}
        self.problems: list[Problem] = []
        self.pointer: list[str | int] = []
        self.opened: list[int] = []

    def whole(self) -> None:
        if self.text.startswith("\ufeff"):
            self.at = 1
        self._skip()
        if self.at == len(self.text):
            self._stop("the file is empty; expected a request body", 0, 0, "write a JSON object")
        self._value()
        self._skip()
        if self.at < len(self.text):
            self._stop(
                "the JSON ends before this; nothing may follow it",
                self.at,
                self.at + 1,
                "put several messages of v1 in one list",
            )

    def _skip(self) -> str:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def _stop(self, message: str, start: int, end: int, help: str | None = None, code: str = WRONG) -> NoReturn:
        self._tell(message, start, end, help, code)
        raise _BrokenError

    def _tell(self, message: str, start: int, end: int, help: str | None, code: str) -> None:
        self.problems.append(Problem(code, message, start, end, help, tuple(self.pointer)))

    def _value(self) -> None:
        start, first = self.at, self._skip()
        start = self.at
        if first in "{[" and first:
            self._keep(self.places, start, start + 1)
            self._nested(first, start)
            return
        if first == '"':
            self._string()
        elif found := _NUMBER.match(self.text, start):
            self._number(found)
        else:
            self._word(start)
        self._keep(self.places, start, self.at)

    def _keep(self, into: dict[Pointer, Span], start: int, end: int) -> None:
        if self.kept is not None and (pointer := tuple(self.pointer)) in self.kept:
            into[pointer] = Span(start, end)

    def _nested(self, first: str, start: int) -> None:
        if len(self.opened) >= DEPTH:
            self.pointer.clear()
            self._stop(f"values lie more than {DEPTH} deep in one another", start, start + 1, "flatten the body", DEEP)
        self.opened.append(start)
        self.at += 1
        if first == "{":
            self._object()
        else:
            self._list()
        self.opened.pop()

    def _list(self) -> None:
        count = 0
        if self._skip() == "]":
            self.at += 1
            return
        while True:
            self.pointer.append(count)
            self._value()
            self.pointer.pop()
            count += 1
            if self._next("]"):
                return

    def _object(self) -> None:
        seen: set[str] = set()
        if self._skip() == "}":
            self.at += 1
            return
        while True:
            start = self.at
            if self._skip() != '"':
                self._no_key()
            start = self.at
            key = self._string()
            self.pointer.append(key)
            self._keep(self.keys, start, self.at)
            if key in seen:
                self._tell(f"`{safe(key)}` stands twice in one object", start, self.at, "keep one of them", TWICE)
            seen.add(key)
            if self._skip() != ":":
                self._stop(f"the key `{safe(key)}` has no `:` and no value", start, self.at, 'write `"key": value`')
            self.at += 1
            self._value()
            self.pointer.pop()
            if self._next("}"):
                return

    def _no_key(self) -> NoReturn:
        here = self.text[self.at : self.at + 1]
        if found := _WORD.match(self.text, self.at):
            self._stop(f"the key `{found.group()}` has no quotes", self.at, found.end(), f'write `"{found.group()}"`')
        self._odd(here, "a key in double quotes")

    def _next(self, closing: str) -> bool:
        """Past a comma (False) or the closing bracket (True)."""
        here = self._skip()
        if here == closing:
            self.at += 1
            return True
        if here != ",":
            self._odd(here, f"`,` or `{closing}`")
        comma = self.at
        self.at += 1
        if self._skip() in ("}", "]"):
            self._stop(f"a comma stands before `{self._skip()}`", comma, comma + 1, "take the comma out")
        return False

    def _odd(self, here: str, expected: str) -> NoReturn:
        """Something else stands here than JSON has in this place."""
        start = self.at
        if not here:
            opened = self.opened[-1] if self.opened else 0
            said = (
                f"this `{self.text[opened]}` is never closed"
                if self.opened
                else f"the text ends here; expected {expected}"
            )
            self._stop(said, opened, opened + 1, f"expected {expected} at the end of the file")
        if self.text.startswith(("//", "/*"), start) or here == "#":
            self._stop("JSON has no comments", start, start + 1, "take the comment out")
        if here in "'\u2018\u2019\u201c\u201d":
            self._stop(f"{here} opens no text in JSON", start, start + 1, 'write `"`')
        self._stop(f"`{safe(here)}` stands here; expected {expected}", start, start + 1)

    def _string(self) -> str:
        found = _STRING.match(self.text, self.at)
        if found is None:
            self._broken_string()
        start, self.at = self.at, found.end()
        raw = found.group()
        text: str = json.loads(raw) if "\\" in raw else raw[1:-1]
        if "\\u" in raw and any("\ud800" <= character <= "\udfff" for character in text):
            self._tell(
                "half of a surrogate pair is no character", start, self.at, "write the character itself", SURROGATE
            )
        return text

    def _broken_string(self) -> NoReturn:
        start = self.at
        found = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*').match(self.text, start)
        stop = found.end() if found else start
        here = self.text[stop : stop + 1]
        if here == "\\":
            wrong = self.text[stop : stop + 2]
            self._stop(
                f"`{wrong if wrong.isprintable() else chr(92)}` is no escape of JSON",
                stop,
                min(stop + 2, len(self.text)),
                r"a backslash is written `\\`",
            )
        if here in ("\n", "\r"):
            self._stop("the text has no closing quotes on its line", start, stop, r"a line break is written `\n`")
        if here:
            self._stop(
                f"a control character (U+{ord(here):04X}) stands in the text",
                stop,
                stop + 1,
                rf"write `\u{ord(here):04x}`",
            )
        self._stop("the text has no closing quotes", start, start + 1, 'add `"`')

    def _number(self, found: re.Match[str]) -> None:
        self.at = found.end()
        shown = found.group() if len(found.group()) < 24 else found.group()[:20] + "…"
        if self.text[self.at : self.at + 1].isalnum() or self.text[self.at : self.at + 1] == ".":
            rest = re.compile(r"[\w.+-]*").match(self.text, self.at)
            self._stop(
                "a number is written otherwise in JSON",
                found.start(),
                rest.end() if rest else self.at,
                "for instance `12` or `0.5`",
            )
        if len(found.group()) >= 300 or abs(float(found.group())) == float("inf"):
            self._tell(f"{shown} is beyond all numbers", found.start(), self.at, "write it in quotes", UNNUMBER)

    def _word(self, start: int) -> None:
        found = _WORD.match(self.text, start)
        if found is None:
            self._odd(self.text[start : start + 1], "a value")
        word, self.at = found.group(), found.end()
        if word in _LITERALS:
            return
        if word.lstrip("-") in ("NaN", "Infinity"):
            self._tell(f"`{word}` is no number of JSON", start, self.at, "write a number", UNNUMBER)
            return
        if word.lower() in (*_LITERALS, "none"):
            right = "null" if word.lower() == "none" else word.lower()
            self._stop(f"`{word}` is written `{right}` in JSON", start, self.at, f"write `{right}`")
        self._stop(f"`{safe(word)}` has no quotes", start, self.at, "put it in double quotes")
