"""What the parser does when it has read an alternative: one method for each name behind `->` in the grammar.

It must not know what a head means.
"""

from __future__ import annotations

from sendspec.source import Span
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.nodes import (
    Annotation,
    Block,
    Call,
    Document,
    List,
    Literal,
    Part,
    Pipe,
    Range,
    Shift,
    Statement,
    Word,
)  # fmt: skip
from sendspec.syntax.tokens import Tokens

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

#: What stands between brackets, element by element, while it grows.
Elements = list[list[Part]]
#: Head, parts, annotations. No head: a statement that is broken, told already.
Clause = tuple[Word | None, list[Part], list[Annotation]]


class Run:
    """Statements one after another, and what separates them: places of commas, and whether line ends do."""

    __slots__ = ("commas", "lines", "statements")

    def __init__(self, statement: Statement | None) -> None:
        self.statements = [statement] if statement else []
        self.commas: list[int] = []
        self.lines = False


class Builder:
    """Makes nodes. Method names are those of the grammar's alternatives."""

    __slots__ = ("docs", "findings", "tokens")

    def __init__(self, findings: Findings, tokens: Tokens) -> None:
        self.findings = findings
        self.tokens = tokens
        self.docs = tokens.docs

    # --- files, blocks, statements ---

    def document(self, run: Run) -> Document:
        if run.commas:
            from sendspec.syntax.unlisted import unlisted  # only mistakes need it

            for comma in unlisted(self.findings, run):
                self._comma("`,` stands between declarations; their lines separate them", [comma])
        return self._document(tuple(run.statements))

    def empty_document(self) -> Document:
        return self._document(())

    def _document(self, statements: tuple[Statement, ...]) -> Document:
        source = self.findings.source
        return Document(source, statements, tuple(self.tokens.comments), Span(0, len(source.text)))

    def first(self, statement: Statement | None) -> Run:
        return Run(statement)

    def next(self, run: Run, separator: int, statement: Statement | None) -> Run:
        if separator < 0:
            run.lines = True
        else:
            run.commas.append(separator)
        return self.follow(run, statement)

    def follow(self, run: Run, statement: Statement | None) -> Run:
        if statement is not None:
            run.statements.append(statement)
        return run

    def follow_line(self, run: Run, clause: Clause) -> Run:
        return self.follow(run, self.line(clause))

    def block(self, start: int, run: Run, end: int) -> Block:
        if run.commas and run.lines:
            self._comma("`,` ends a statement of a block whose statements stand on lines of their own", run.commas)
        return Block(tuple(run.statements), Span(start, end))

    def block_comma(self, start: int, run: Run, comma: int, end: int) -> Block:
        if run.lines:
            run.commas.append(comma)
        else:
            self._comma("`,` before `}`; a comma stands between two statements", [comma])
        return self.block(start, run, end)

    def empty_block(self, start: int, end: int) -> Block:
        return Block((), Span(start, end))

    def _comma(self, message: str, commas: list[int]) -> None:
        text = self.findings.source.text
        ends_line = all(text[at + 1 : at + 2] in ("", "\n", "\r") or text[at + 1 : at + 3] == " }" for at in commas)
        self.findings.error(
            "SYN017",
            message,
            Span(commas[0], commas[0] + 1),
            help="take the commas out" if len(commas) > 1 else "take the comma out",
            fix=fix("take the commas out", *((at, at + 1, "") for at in commas)) if ends_line else None,
        )

    def clause(self, head: Word | None, parts: list[Part], annotations: list[Annotation]) -> Clause:
        return head, parts, annotations

    def line(self, clause: Clause) -> Statement | None:
        head, parts, annotations = clause
        if head is None:
            return None
        last = annotations or parts
        end = last[-1].span.end if last else head.span.end
        start = head.span.start
        return Statement(head, tuple(parts), None, tuple(annotations), self.docs.get(start), Span(start, end))

    def blocked(self, clause: Clause, block: Block, behind: list[Annotation]) -> Statement | None:
        head, parts, annotations = clause
        if head is None:
            return None
        end = behind[-1].span.end if behind else block.span.end
        start = head.span.start
        return Statement(head, tuple(parts), block, (*annotations, *behind), self.docs.get(start), Span(start, end))

    def led(self, above: list[Annotation], statement: Statement | None) -> Statement | None:
        if statement is None:
            return None
        start = above[0].span.start
        docs = (self.docs.get(one.span.start) for one in above)
        told = [doc for doc in (*docs, statement.doc) if doc is not None]
        doc = "\n".join(told) if told else None
        span = Span(start, statement.span.end)
        return Statement(statement.head, statement.parts, statement.block, (*above, *statement.annotations), doc, span)

    def led_line(self, above: list[Annotation], clause: Clause) -> Statement | None:
        return self.led(above, self.line(clause))

    # --- annotations ---

    def annotation(self, name: Word) -> Annotation:
        return Annotation(name, None, Span(name.span.start - 1, name.span.end))

    def annotation_call(self, name: Word, _start: int, arguments: Elements, end: int) -> Annotation:
        return Annotation(name, _frozen(arguments), Span(name.span.start - 1, end))

    def above_line(self, annotation: Annotation, _separator: int) -> Annotation:
        return annotation

    # --- parts ---

    def pipe(self, value: Part, _bar: int, step: Word | Call) -> Pipe:
        return Pipe(value, (step,), value.span.to(step.span))

    def pipe_more(self, pipe: Pipe, _bar: int, step: Word | Call) -> Pipe:
        return Pipe(pipe.value, (*pipe.filters, step), pipe.span.to(step.span))

    def shift(self, value: Part, sign: int, by: Literal) -> Shift:
        return Shift(value, sign, by, value.span.to(by.span))

    def range(self, low: Part, _dots: int, high: Part) -> Range:
        return Range(low, high, low.span.to(high.span))

    def call(self, name: Word, _start: int, arguments: Elements, end: int) -> Call:
        return Call(name, _frozen(arguments), Span(name.span.start, end))

    def bracketed(self, start: int, arguments: Elements, end: int) -> List:
        return List(_frozen(arguments), Span(start, end))

    # --- lists that grow ---

    def none(self) -> list[Any]:
        return []

    def one(self, item: Any) -> list[Any]:
        return [item]

    def more(self, items: list[Any], *rest: Any) -> list[Any]:
        items.append(rest[-1])
        return items

    def trailing(self, items: list[Any], _comma: int) -> list[Any]:
        return items


def _frozen(elements: Elements) -> tuple[tuple[Part, ...], ...]:
    return tuple(map(tuple, elements))
