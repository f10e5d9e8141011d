"""Characters that hide: which they are, where they may stand all the same, and how a spec can show them.

It must not know how a finding about one is worded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sendspec.diagnostic import Edit, Fix
from sendspec.source import Span
from sendspec.syntax.nodes import Annotation, Call, Document, List, Pipe, Range, Shift, Statement, Text

_HIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064"
    "\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
#: The flag of a part of a country: a black flag, its code in tag characters, and the tag that ends it (UTS #51 §2.2).
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{4,6}\U000e007f"
_LINE_BREAKING = ("KHMER ", "THAI ", "LAO ", "MYANMAR ")
_CURSIVE = ("ARABIC ", "SYRIAC ", "MANDAIC ", "NKO ", "MONGOLIAN ")
_INDIC = ("DEVANAGARI ", "BENGALI ", "GURMUKHI ", "GUJARATI ", "ORIYA ", "TAMIL ", "TELUGU ", "KANNADA ", "MALAYALAM ",
          "SINHALA ", "KHMER ", "MYANMAR ", "BALINESE ", "JAVANESE ")  # fmt: skip


def hidden_in(text: str) -> Iterator[Span]:
    """The runs of hidden characters of a text, but for those that a script or an emoji needs."""
    for found in re.finditer(f"{_FLAG}|({_HIDDEN}+)", text):
        run = found[1]
        is_mark_of_order = found.start() == 0 and run == "\ufeff"
        if run is not None and not is_mark_of_order and not _fits(text, found.start(), run):
            yield Span(found.start(), found.end())


def shown(text: str) -> str:
    """A spec with escapes for what its texts hide."""
    for span in reversed(list(hidden_in(text))):
        text = f"{text[: span.start]}{_escaped(text[span.start : span.end])}{text[span.end :]}"
    return text


def _escaped(run: str) -> str:
    return "".join(f"\\u{{{ord(char):X}}}" for char in run)


def escape_fix(document: Document, span: Span) -> Fix | None:
    """A fix that shows what a stretch hides without changing what is sent; None where no escape can stand."""
    if any(_inside(span, comment.span) for comment in document.comments):
        return Fix("take it out of the comment", (Edit(span, ""),))
    if any(_inside(span, text.span) for text in _texts(document.statements)):
        escapes = _escaped(document.source.text[span.start : span.end])
        return Fix(f"write it as `{escapes}`" if len(escapes) < 40 else "write them as escapes", (Edit(span, escapes),))
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


def called(char: str) -> str:
    """A character by its name and its number."""
    name = unicodedata.name(char, "control character").lower()
    return f"{name} (U+{ord(char):04X})"


def _fits(text: str, at: int, run: str) -> bool:
    """Whether a hidden character is one that its neighbours need. Only a single one can be."""
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if run in ("\ufe0e\u200d", "\ufe0f\u200d"):  # a heart in a couple: its look, then the joiner
        return _pictured(before) and _pictured(text[at + 2 : at + 3] or "\n")
    if len(run) != 1:
        return False
    if run == "\u200d":
        return _joins(before, after) or (_pictured(before) and _pictured(after))
    if run == "\u200c":
        return _joins(before, after)
    if run == "\u200b":
        return _script(before, _LINE_BREAKING) and _script(after, _LINE_BREAKING)
    if run == "\u180e":
        return _script(before, _CURSIVE) and _script(after, _CURSIVE)
    if run in "\ufe0e\ufe0f":
        return _pictured(before) or (before in "#*0123456789" and after == "\u20e3")
    is_selector = "\ufe00" <= run <= "\ufe0d" or run >= "\U000e0100"
    return is_selector and _script(before, ("CJK ",))


def _joins(before: str, after: str) -> bool:
    """Whether a joiner or non-joiner shapes a word here: by an Indic letter, or by a cursive one within a word."""
    if _script(before, _INDIC) or _script(after, _INDIC):
        return True
    other = after if _script(before, _CURSIVE) else before
    within = other.isalnum() or unicodedata.combining(other) > 0 or other in "{}."
    return within and (_script(before, _CURSIVE) or _script(after, _CURSIVE))


def _script(char: str, names: tuple[str, ...]) -> bool:
    return not char.isascii() and unicodedata.name(char, "").startswith(names)


def _pictured(char: str) -> bool:
    """Whether a character is a picture, or a part of one: a symbol beyond ASCII, or a tone of skin."""
    return not char.isascii() and (unicodedata.category(char) in ("So", "Sm", "Sk") or char in "‼⁉〰〽ℹ\ufe0f")
