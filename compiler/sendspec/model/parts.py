"""Reading the parts of a statement from left to right, and saying what was expected instead.

This module must not know what any statement means.
"""

from __future__ import annotations

import re

from sendspec.diagnostic import Edit, Fix, Severity
from sendspec.model.findings import Findings
from sendspec.nearest import did_you_mean
from sendspec.source import Span
from sendspec.syntax.nodes import Call, Kind, List, Literal, Part, Pipe, Range, Shift, Sign, Statement, Text, Word

NAMES = "NAM002"


def called(part: Part) -> str:
    """How a message calls a part: the writer's own words first where they are short."""
    match part:
        case Word(text=text) | Sign(text=text) | Literal(text=text):
            return f"`{text}`"
        case Text(block=True):
            return "a text block"
        case Text():
            return "a text"
        case List():
            return "a list"
        case Call(name=name):
            return f"`{name.text}(…)`"
        case Pipe():
            return "a piped value"
        case Shift():
            return "a shifted value"
        case Range():
            return "a range"


def _as_name(part: Part | None, head: str) -> str | None:
    """How a name in quotes is written: `message fraud_alert` for "Fraud alert"."""
    name = "_".join(re.findall(r"\w+", part.value.lower())) if isinstance(part, Text) else ""
    return f"write `{head} {name}`" if name[:1].isalpha() and len(name) <= 40 else None


class Parts:
    """A cursor over the parts of a statement. Each reader gives None after it has told what was expected."""

    def __init__(
        self,
        statement: Statement,
        findings: Findings,
        parts: tuple[Part, ...] | None = None,
        *,
        assigns: bool = False,
    ) -> None:
        self.statement = statement
        self.findings = findings
        self._parts = statement.parts if parts is None else parts
        self._at = 0
        if not assigns and isinstance(first := self.next, Sign) and first.text == "=":
            self._pass_over(first)

    def _pass_over(self, sign: Sign) -> None:
        """Tells of a `=` that other languages want, and reads on behind it."""
        fix = Fix("take the `=` out", (Edit(Span(self.statement.head.span.end, sign.span.end), ""),))
        message = f"`=` after `{self.statement.head.text}`; a value follows its name after a blank"
        self.findings.add(NAMES, Severity.ERROR, sign.span, message, f"write `{self.statement.head.text} …`", fix=fix)
        self._at += 1

    @property
    def next(self) -> Part | None:
        """The part that comes next, or None at the end."""
        return self._parts[self._at] if self._at < len(self._parts) else None

    @property
    def after(self) -> Part | None:
        """The part behind the next one."""
        return self._parts[self._at + 1] if self._at + 1 < len(self._parts) else None

    @property
    def here(self) -> Span:
        """The span of what comes next; at the end, of what came last."""
        if (part := self.next) is not None:
            return part.span
        return self._parts[-1].span if self._parts else self.statement.head.span

    def take(self) -> Part | None:
        """The next part, passed over."""
        part = self.next
        self._at += part is not None
        return part

    def to(self, text: str) -> None:
        """Passes over what comes before this word; stays where it is when there is none."""
        left = self._parts[self._at :]
        self._at += next((at for at, part in enumerate(left) if isinstance(part, Word) and part.text == text), 0)

    def rest(self) -> tuple[Part, ...]:
        """All parts that are left, passed over."""
        left = self._parts[self._at :]
        self._at = len(self._parts)
        return left

    def missed(self, expected: str, help: str | None = None) -> None:
        """Tells that something else was expected here."""
        part = self.next
        said = called(part) if part is not None else f"`{self.statement.head.text}` ends here"
        where = f"{said}; expected {expected}" if part is not None else f"{said}, but {expected} was expected"
        self.findings.error(NAMES, self.here, where, help)

    def word(self, expected: str, named: bool = False) -> Word | None:
        """A word of any text; `named`: it names the statement, so that a text in quotes was meant as that."""
        if isinstance(part := self.next, Word):
            self._at += 1
            return part
        self.missed(expected, _as_name(part, self.statement.head.text) if named else None)
        return None

    def is_word(self, *texts: str) -> bool:
        """Whether one of these words comes next."""
        return isinstance(part := self.next, Word) and part.text in texts

    def accept(self, text: str) -> bool:
        """Passes over this word or sign when it comes next."""
        part = self.next
        if isinstance(part, (Word, Sign)) and part.text == text:
            self._at += 1
            return True
        return False

    def expect(self, text: str) -> bool:
        """Passes over this word or sign, or tells that it was expected."""
        if self.accept(text):
            return True
        part = self.next
        self.missed(f"`{text}`", did_you_mean(part.text, [text]) if isinstance(part, Word) else None)
        return False

    def choice(self, *texts: str) -> str | None:
        """One of these words."""
        if isinstance(part := self.next, Word) and part.text in texts:
            self._at += 1
            return part.text
        *others, last = (f"`{text}`" for text in texts)
        known = f"{', '.join(others)} or {last}" if others else last
        help = did_you_mean(part.text, texts) if isinstance(part, Word) else None
        if isinstance(part, Text) and part.value in texts:
            help = f"write `{part.value}` without quotes"
        self.missed(known, help)
        return None

    def text(self, expected: str = "a text in quotes") -> Text | None:
        """A string or a text block."""
        if isinstance(part := self.next, Text):
            self._at += 1
            return part
        self.missed(expected, f'write "{part.text}"' if isinstance(part, Word) else None)
        return None

    def literal(self, kind: Kind, example: str) -> Literal | None:
        """A literal of one kind. The caller may trust its `value`."""
        if isinstance(part := self.next, Literal) and part.kind is kind:
            self._at += 1
            return part
        self.missed(kind.value, f"for instance `{example}`")
        return None

    def whole(self, example: str) -> int | None:
        """A whole number from 0."""
        part = self.next
        if isinstance(part, Literal) and part.kind is Kind.NUMBER and isinstance(part.value, int) and part.value >= 0:
            self._at += 1
            return part.value
        self.missed("a whole number", f"for instance `{example}`")
        return None

    def list(self, expected: str) -> List | None:
        """A list."""
        if isinstance(part := self.next, List):
            self._at += 1
            return part
        self.missed(expected, "write it in square brackets: `[a, b]`")
        return None

    def end(self, help: str | None = None) -> bool:
        """Tells when something is left over."""
        part = self.next
        if part is None:
            return True
        message = f"{called(part)}; `{self.statement.head.text}` takes nothing more here"
        self.findings.error(NAMES, part.span, message, help)
        return False
