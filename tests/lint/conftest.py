"""Units and statements made by hand: this room's machinery is tested without a parser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Label, Severity
from sendspec.lint import registry
from sendspec.model.nodes import Unit
from sendspec.record import replace
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Annotation, Block, Comment, Document, Kind, Literal, Part, Statement, Text, Word

CONFIG = Config(Path())


class Desk:
    """Makes what a test needs. Spans are found by the text that they cover."""

    config = CONFIG

    def source(self, text: str, path: str = "a.send") -> Source:
        return Source(path, text)

    def span(self, source: Source, piece: str) -> Span:
        start = source.text.index(piece)
        return Span(start, start + len(piece))

    def word(self, source: Source, text: str) -> Word:
        return Word(text, self.span(source, text))

    def text(self, source: Source, written: str) -> Text:
        span = self.span(source, written)
        return Text(written.strip('"'), False, ((0, span.start + 1),), span)

    def date(self, source: Source, written: str) -> Literal:
        return Literal(Kind.DATE, date.fromisoformat(written), written, self.span(source, written))

    def annotation(self, source: Source, name: str, whole: str, *arguments: tuple[Part, ...] | Part) -> Annotation:
        given = tuple(each if isinstance(each, tuple) else (each,) for each in arguments)
        return Annotation(Word(name, self.span(source, name)), given or None, self.span(source, whole))

    def statement(
        self, source: Source, whole: str, *annotations: Annotation, inside: tuple[Statement, ...] = ()
    ) -> Statement:
        span = self.span(source, whole)
        head = Word(whole.split()[0], self.span(source, whole.split()[0]))
        block = Block(inside, span) if inside else None
        return Statement(head, (), block, annotations, None, span)

    def unit(self, source: Source, *statements: Statement, comments: tuple[Comment, ...] = (), **imports: Unit) -> Unit:
        document = Document(source, statements, comments, Span(0, len(source.text)))
        return Unit(source, document, imports, (), {}, {}, {}, frozenset(), True)

    def found(self, code: str, source: Source, piece: str, *related: Label) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, f"{code} at {piece}", source, self.span(source, piece), related=related)

    def of(self, code: str, text: str) -> list[str]:
        """What a rule marks in a text that is one whole spec without statements."""
        check = registry.load(code)[1].check
        assert check is not None
        unit = self.unit(self.source(text))
        return [text[each.span.start : each.span.end] for each in check(unit, CONFIG)]

    replace = staticmethod(replace)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def allow(desk: Desk) -> Callable[..., tuple[Unit, Source]]:
    """A unit whose one statement, `body "x"`, has an `@allow` with these arguments, given as pieces of text."""

    def make(*arguments: str | tuple[str, ...]) -> tuple[Unit, Source]:
        flat = ", ".join(" ".join(each) if isinstance(each, tuple) else each for each in arguments)
        source = desk.source(f'@allow({flat}) body "x"' if arguments else '@allow body "x"')

        def part(written: str) -> Part:
            if written.startswith('"'):
                return desk.text(source, written)
            return desk.date(source, written) if written[0].isdigit() else desk.word(source, written)

        given = [tuple(map(part, each)) if isinstance(each, tuple) else (part(each),) for each in arguments]
        whole = source.text.partition(" body")[0]
        annotation = desk.annotation(source, "allow", whole, *given)
        statement = desk.statement(source, source.text, annotation)
        return desk.unit(source, desk.replace(statement, head=Word("body", desk.span(source, "body")))), source

    return make
