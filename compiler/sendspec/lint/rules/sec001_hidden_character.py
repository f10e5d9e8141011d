"""# SEC001 hidden-character

## What it checks
No character of a spec hides: zero-width spaces and joiners, soft hyphens, byte order marks, tag characters, stray
variation selectors and control characters. Where a script or an emoji needs one (a family emoji, the flag of Wales, a
Persian or Indic word, a line-break mark in Khmer or Thai), it may stand.

## Why it matters
Nobody who reads the spec sees the character, but the phone gets it: it makes an SMS UCS-2, breaks a link or a keyword,
and can carry a text of its own past a reviewer.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Reply ST\u200bOP to opt out" }  # error: SEC001
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Reply STOP to opt out" }
}
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.hidden import escape_fix
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.source import Span

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


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    text = unit.source.text
    if text.isascii() and text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return  # most specs; the expression is not compiled for them
    for found in re.finditer(f"{_FLAG}|({_HIDDEN}+)", text):
        run = found[1]
        if run is None or (found.start() == 0 and run == "\ufeff") or _fits(text, found.start(), run):
            continue
        more = f" and {len(run) - 1} more stand" if len(run) > 1 else " stands"
        yield Diagnostic(
            "SEC001",
            Severity.ERROR,
            f"{_called(run[0])}{more} here unseen; a spec shows every character that it sends",
            unit.source,
            Span(found.start(), found.end()),
            help=f"take it out, or write it as `\\u{{{ord(run[0]):X}}}` if it is meant",
            fix=escape_fix(unit.document, Span(found.start(), found.end())),
        )


def _called(char: str) -> str:
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
