"""AST → text in the one style: the formatter.

Two blanks a level, one statement a line; a block that was written on one line, holds plain statements and fits stays
on one. Comments and annotations stay where they are. It must not know what a head means (but for the columns of
`vars`), and is not asked about a document with syntax errors.
"""

from __future__ import annotations

from collections.abc import Sequence

from sendspec.record import record
from sendspec.syntax.columns import WIDTH, align, cells
from sendspec.syntax.nodes import Annotation, Block, Document, List, Statement
from sendspec.syntax.parts import STEP, Comments, PartPrinter


@record(frozen=False)
class _Item:
    """A statement or a comment, printed. `cells` when it stands on one line, `above` its annotations' lines."""

    gap: bool
    above: list[str]
    lines: list[str]
    cells: list[str] | None = None
    tail: str = ""
    comment: bool = False
    expanded: bool = False

    def behind(self, more: str) -> None:
        """Add to the end of the last line."""
        if self.cells is not None:
            self.tail += more
        else:
            self.lines[-1] += more


def format(document: Document) -> str:  # the pass is named after the command
    """The document in the one style."""
    printer = _Printer(document)
    items = printer.items("", document.statements, (0, len(document.source.text)), "")
    for at, item in enumerate(items):
        if not item.comment and at and _stands_apart(items, at):
            first = _first_comment(items, at)
            items[first].gap = first > 0
    lines = _lines(items, "", aligned=False)
    return "".join(f"{line}\n" for line in lines)


def _stands_apart(items: Sequence[_Item], at: int) -> bool:
    """Whether a declaration or the one before it takes several lines."""
    before = next((item for item in reversed(items[:at]) if not item.comment), None)
    return before is not None and any(len(item.lines) + len(item.above) > 1 for item in (before, items[at]))


def _first_comment(items: Sequence[_Item], at: int) -> int:
    """The first of the comments right above an item, or the item."""
    while at and not items[at].gap and items[at - 1].comment:
        at -= 1
    return at


def _lines(items: Sequence[_Item], indent: str, *, aligned: bool) -> list[str]:
    lines: list[str] = []
    run: list[_Item] = []
    for item in items:
        plain = aligned and item.cells is not None and not item.above
        if not plain or item.gap:
            lines += _run(run, indent)
            run = []
        if item.gap:
            lines.append("")
        if plain:
            run.append(item)
            continue
        lines += item.above
        lines += _run([item], indent) if item.cells is not None else item.lines
    return lines + _run(run, indent)


def _run(run: Sequence[_Item], indent: str) -> list[str]:
    rows = [item.cells for item in run if item.cells is not None]
    if not rows:
        return []
    shown = align(rows, len(indent)) if len(rows) > 1 else [" ".join(filter(None, rows[0]))]
    return [indent + line + item.tail for line, item in zip(shown, run, strict=True)]


class _Printer:
    def __init__(self, document: Document) -> None:
        self.text = document.source.text
        self.comments = Comments(document.comments)
        self.parts = PartPrinter(self.text, self.comments)

    def items(self, block: str, statements: Sequence[Statement], bounds: tuple[int, int], indent: str) -> list[_Item]:
        """The statements of a block (or file) and the comments between them."""
        items: list[_Item] = []
        at, end = bounds
        for statement in statements:
            at = self._between(items, at, statement.span.start, indent)
            item = self._statement(block, statement, indent)
            item.gap = bool(items) and self._gap(at, statement.span.start)
            items.append(item)
            at = statement.span.end
        self._between(items, at, end, indent)
        return items

    def _between(self, items: list[_Item], at: int, end: int, indent: str) -> int:
        """The comments before `end`: behind the line above them, or on lines of their own."""
        behind, own = self.comments.split(end)
        if behind and items:
            items[-1].behind(behind)
        elif behind:
            items.append(_Item(False, [], [indent + behind.strip()], comment=True))
        for comment in own:
            gap = bool(items) and self._gap(at, comment.span.start)
            items.append(_Item(gap, [], [indent + comment.text], comment=True))
            at = comment.span.end
        return at

    def _gap(self, start: int, end: int) -> bool:
        """Whether a blank line stands right before `end`."""
        between = self.text[start:end].replace("\r\n", "\n").replace("\r", "\n")
        last = between.rstrip(" \t\n")
        return between[len(last) :].count("\n") > 1

    def _statement(self, block: str, statement: Statement, indent: str) -> _Item:
        above, beside, behind = _sorted(statement)
        item = _Item(False, self._above(statement, above, indent), [])
        pieces = self._pieces(statement, indent)
        pieces += [self.parts.annotation(one, indent) for one in beside] if statement.block else []
        if statement.block:
            self._open(item, statement, pieces, indent)
            for one in behind:
                item.behind(f" {self.parts.annotation(one, indent)}")
            return item
        self._one_line(item, cells(block, statement.head.text, pieces), indent)
        for one in beside:
            item.behind(f" {self.parts.annotation(one, indent)}")
        return item

    def _one_line(self, item: _Item, row: list[str], indent: str) -> None:
        line = " ".join(filter(None, row))
        if "\n" in line:
            item.lines = (indent + line).split("\n")
        else:
            item.cells, item.lines = row, [line]

    def _above(self, statement: Statement, above: Sequence[Annotation], indent: str) -> list[str]:
        lines: list[str] = []
        for at, one in enumerate(above):
            shown = indent + self.parts.annotation(one, indent)
            after = above[at + 1].span.start if at + 1 < len(above) else statement.head.span.start
            behind, own = self.comments.split(after)
            lines += (shown + behind).split("\n")
            lines += [indent + comment.text for comment in own]
        return lines

    def _pieces(self, statement: Statement, indent: str) -> list[str]:
        end = statement.line.end
        if self.comments.before(end):
            return self.parts.pieces(statement.parts, indent)
        pieces = self.parts.pieces(statement.parts, indent)
        first = " ".join((indent + statement.head.text, *pieces)).partition("\n")[0]
        if len(first) > WIDTH and any(isinstance(part, List) for part in statement.parts):
            return self.parts.pieces(statement.parts, indent, wrap=True)
        return pieces

    def _open(self, item: _Item, statement: Statement, pieces: list[str], indent: str) -> None:
        """The line of a statement with a block, and the block."""
        block = statement.block
        assert block is not None
        head = " ".join((statement.head.text, *pieces))
        inline = self._inline(block) if "\n" not in head else None
        if inline is not None and len(f"{indent}{head} {inline}") <= WIDTH:
            self._one_line(item, [statement.head.text, " ".join((*pieces, inline))], indent)
            return
        first = block.statements[0].span.start if block.statements else block.span.end
        behind = self._behind_brace(block, first)
        inner = self.items(statement.head.text, block.statements, (block.span.start + 1, block.span.end), indent + STEP)
        aligned = not any(one.expanded for one in inner)
        item.lines = [
            *f"{indent}{head} {{{behind}".split("\n"),
            *_lines(inner, indent + STEP, aligned=aligned),
            indent + "}",
        ]
        item.expanded = True

    def _behind_brace(self, block: Block, first: int) -> str:
        found = self.comments.peek()
        if found is None or found.own_line or found.span.start >= first:
            return ""
        return f"  {self.comments.take(found.span.end)[0].text}"

    def _inline(self, block: Block) -> str | None:
        """The block on one line, if it was written so and holds nothing but plain statements."""
        start, end = block.span.start, block.span.end
        if not block.statements and not self.comments.before(end):
            return "{}"
        if self.comments.before(end) or any(one in self.text[start:end] for one in "\n\r"):
            return None
        if any(one.block or _sorted(one)[0] for one in block.statements):
            return None
        return f"{{ {', '.join(map(self._plain, block.statements))} }}"

    def _plain(self, statement: Statement) -> str:
        notes = (self.parts.annotation(one, "") for one in statement.annotations)
        return " ".join((statement.head.text, *self.parts.pieces(statement.parts, ""), *notes))


def _sorted(statement: Statement) -> tuple[list[Annotation], list[Annotation], list[Annotation]]:
    """The annotations above a statement, on its line, and behind its block."""
    opens = statement.block.span.start if statement.block else statement.span.end
    head = statement.head.span.start
    above = [one for one in statement.annotations if one.span.start < head]
    beside = [one for one in statement.annotations if head < one.span.start < opens]
    return above, beside, [one for one in statement.annotations if one.span.start > opens]
