"""The fix for a character that hides: its escape where it is part of a text, nothing where it stands in a comment.

Shared by the rules about hidden characters. It must not know which characters hide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sendspec.diagnostic import Edit, Fix
from sendspec.source import Span
from sendspec.syntax.nodes import Annotation, Call, Document, List, Pipe, Range, Shift, Statement, Text


def escape_fix(document: Document, span: Span) -> Fix | None:
    """A fix that shows what a stretch hides without changing what is sent; None where no escape can stand."""
    if any(_inside(span, comment.span) for comment in document.comments):
        return Fix("take it out of the comment", (Edit(span, ""),))
    if any(_inside(span, text.span) for text in _texts(document.statements)):
        shown = "".join(f"\\u{{{ord(char):X}}}" for char in document.source.text[span.start : span.end])
        return Fix(f"write it as `{shown}`" if len(shown) < 40 else "write them as escapes", (Edit(span, shown),))
    return None


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _texts(nodes: Iterable[object]) -> Iterator[Text]:
    """All texts of a document, however deep. A stack of our own: a spec may be nested deeper than Python calls."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            yield node
        elif isinstance(node, Statement):
            waiting += [*node.parts, *node.annotations, *(node.block.statements if node.block else ())]
        elif isinstance(node, Call | Annotation):
            waiting += [part for argument in node.arguments or () for part in argument]
        elif isinstance(node, List):
            waiting += [part for element in node.elements for part in element]
        elif isinstance(node, Pipe):
            waiting += [node.value, *node.filters]
        elif isinstance(node, Shift):
            waiting.append(node.value)
        elif isinstance(node, Range):
            waiting += [node.low, node.high]
