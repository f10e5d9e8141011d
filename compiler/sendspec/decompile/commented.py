"""JSON as people write it by hand and in pages, with comments and commas at ends → plain JSON.

Strings stay as they are. It must not parse: what is wrong otherwise is found by whoever does.
"""

from __future__ import annotations

import re

_STRING = r'("(?:[^"\\]|\\.)*+")'
_COMMENT = re.compile(rf"{_STRING}|//[^\n]*|/\*.*?\*/", re.S)
_COMMA = re.compile(rf"{_STRING}|,(?=\s*[}}\]])", re.S)


def plain(text: str) -> str:
    """The text without comments, and without commas behind the last member or element."""
    bare = _COMMENT.sub(lambda found: found[1] or " ", text)
    return _COMMA.sub(lambda found: found[1] or "", bare)
