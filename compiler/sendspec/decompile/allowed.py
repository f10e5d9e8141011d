"""Substitutions of the API's own that stand in a body where no page says that they are filled: kept, and allowed.

A spec that prints the variable there would be another request. It must not know a channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sendspec.diagnostic import Diagnostic
from sendspec.source import Span
from sendspec.syntax.nodes import Statement

CODE = "TXT013"
REASON = "as the request has it; nothing says that the API fills it here"


def allowed(text: str, statements: Sequence[Statement], found: Iterable[Diagnostic]) -> str:
    """The text of a spec with an `@allow` at each statement that holds such a substitution."""
    spans = [each.span for each in found if each.code == CODE and text.startswith("$(", each.span.start)]
    places = {place for span in spans if (place := _inmost(statements, span)) is not None}
    for place in sorted(places, reverse=True):
        text = f'{text[:place]}@allow({CODE}, "{REASON}")\n{text[place:]}'
    return text


def _inmost(statements: Iterable[Statement], span: Span) -> int | None:
    """Where the smallest statement around a stretch begins."""
    for statement in statements:
        if statement.span.start <= span.start and span.end <= statement.span.end:
            inner = _inmost(_inside(statement), span)
            return statement.head.span.start if inner is None else inner
    return None


def _inside(statement: Statement) -> Iterator[Statement]:
    yield from statement.block.statements if statement.block else ()
