"""Characters and columns of a terminal: what is shown for a character, and how wide it is.

Nothing that steers a terminal, breaks a line or reorders a text gets through.
"""

from __future__ import annotations

import unicodedata

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_JOINERS = "\u200c\u200d"
_EMOJI_LOOK = "\ufe0f"
#: Other invisible characters, of categories that show their members otherwise.
_BLANK = "\u034f\u115f\u1160\u3164\uffa0\u2800"
_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")


def visible(text: str) -> str:
    """A text on one line, with every character that is not seen as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(shown(text, at) for at in range(len(text)))


def shown(text: str, at: int) -> str:
    """The character at an offset, or its escape."""
    char = text[at]
    if " " <= char <= "~":
        return char
    if char in _JOINERS:
        return char if _among_others(text, at) else _escape(char)
    if "\ufe00" <= char <= _EMOJI_LOOK:
        before = text[at - 1 : at]
        return char if before and (not before.isascii() or before in "#*0123456789") else _escape(char)
    steers = unicodedata.category(char) in _STEERING or char in _BLANK or ord(char) & 0xFFFE == 0xFFFE
    return _escape(char) if steers or 0xE0100 <= ord(char) <= 0xE01EF else char


def width(text: str, at: int) -> int:
    """The columns that the character at an offset takes when it is shown as it is."""
    char, before = text[at], text[at - 1 : at]
    if " " <= char <= "~":
        return 1
    if char == _EMOJI_LOOK:
        return 1 if before and width(text, at - 1) == 1 else 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    if before == "\u200d" and ord(char) >= 0x2600:  # drawn together with the emoji before it
        return 0
    if "\U0001f3fb" <= char <= "\U0001f3ff" and before and ord(before) >= 0x2600:  # a tone of skin
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _escape(char: str) -> str:
    return _SHORT.get(char) or f"\\u{{{ord(char):X}}}"


def _among_others(text: str, at: int) -> bool:
    """Whether a joiner stands between two characters beyond ASCII, as it does in emoji and in words."""
    return 0 < at < len(text) - 1 and not text[at - 1].isascii() and not text[at + 1].isascii()
