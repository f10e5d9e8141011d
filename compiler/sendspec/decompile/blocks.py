"""A long text, or one of several lines, as a text block. It must not know what the text says."""

from __future__ import annotations

import re

#: A text that is longer than this, or has a line break, is written as a block; its lines are filled up to here.
LONG = 90
_WORDS = re.compile(r"\s*\S+[^\S\x1f]*|\s+")
#: A tag stays on one line.
_TAG = re.compile(r"\{\{ (\S+) \}\}")


def block(escaped: str) -> str:
    """A text whose escapes are written already, on lines of its own. `\\n` in it is where a line ends."""
    lines = [_ended(line) for line in escaped.split("\\n")]
    return '"""\n' + "\n".join(part for line in lines for part in _filled(line)) + '\n"""'


def fits(escaped: str) -> bool:
    """Whether a text is well written on one line, in quotes."""
    return "\\n" not in escaped and (len(escaped) <= LONG or " " not in escaped)


def _ended(line: str) -> str:
    """A blank at the end of a line, and a backslash, stay what they are."""
    return line[:-1] + "\\u{20}" if line.endswith(" ") else line


def _filled(line: str) -> list[str]:
    """One line of the message on lines of the spec: each but the last ends with a backslash, which joins them."""
    parts = [""]
    for word in _WORDS.findall(_TAG.sub("{{\x1f\\1\x1f}}", line)):
        if parts[-1] and len(parts[-1]) + len(word.rstrip()) > LONG:
            parts.append("")
        parts[-1] += word
    shown = [part.replace("\x1f", " ") for part in parts]
    return [f"{part}\\" for part in shown[:-1]] + shown[-1:]
