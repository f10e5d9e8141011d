"""The texts that nearly all texts are: on one line, and without a backslash. The others are for `quotes`."""

from __future__ import annotations

from sendspec.source import Span
from sendspec.syntax.nodes import Text


def plain(text: str, start: int, end: int) -> Text:
    """The text of a string without a backslash: what nearly all are."""
    return Text(text[start + 1 : end - 1], False, ((0, start + 1),), Span(start, end))


def in_tag(text: str, start: int, end: int) -> bool:
    """Whether a tag that begins in this stretch has not ended in it."""
    return text.rfind("{{", start, end) > text.rfind("}}", start, end) or text.rfind("{%", start, end) > text.rfind(
        "%}", start, end
    )
