"""What a report may show of a value that can be personal: its shape, and nothing that names anyone.

The reader of a report finds the row by its number; the shape says what kind of thing went wrong there.
"""

from __future__ import annotations

#: At most so many characters are shown, the mark for what was left out not counted.
LONGEST = 24
#: From this length on the first and the last character are shown, from the second one on two of each.
ONE, TWO = 6, 12

_KEPT = frozenset(" !#$%&'()*+,-./:;<=>?@[]^_{|}~€£")


def mask(text: str) -> str:
    """The text with letters and digits hidden: `+4•••••••••23`. One line, no control characters, no backquote."""
    show = 2 if len(text) >= TWO else 1 if len(text) >= ONE else 0
    last = len(text) - show
    if len(text) <= LONGEST:
        return "".join(_seen(mark, show <= at < last) for at, mark in enumerate(text))
    half = LONGEST // 2
    return (
        "".join(_seen(mark, at >= show) for at, mark in enumerate(text[:half]))
        + "…"
        + "".join(_seen(mark, at < half - show) for at, mark in enumerate(text[-half:]))
    )


def _seen(mark: str, hidden: bool) -> str:
    if mark in _KEPT or (not hidden and mark.isascii() and mark.isalnum()):
        return mark
    return "•"
