"""What the first bytes of a file say about it: its encoding and, for CSV, its delimiter.

What a spec states wins over what is seen here, except a byte order mark, which leaves no doubt.
"""

from __future__ import annotations

import codecs
from contextlib import suppress

from sendspec.audience.place import BrokenError
from sendspec.nearest import did_you_mean

SETTING = "AUD019"

#: The delimiters that are looked for; the first wins a tie.
DELIMITERS = (",", ";", "\t", "|")
#: How much of a file is looked at.
HEAD = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: The encodings that a spec may name. UTF-16 without a mark is little-endian, as Windows writes it.
_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8", "utf-8-sig"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf16", "utf-16-le", "utf-16le"), "utf-16-le"),
    **dict.fromkeys(("utf-16-be", "utf-16be"), "utf-16-be"),
    **dict.fromkeys(("latin-1", "latin1", "iso-8859-1"), "latin-1"),
    **{
        name: name
        for name in (
            "ascii",
            "iso-8859-2",
            "iso-8859-15",
            "mac-roman",
            "shift_jis",
            "euc-jp",
            "euc-kr",
            "big5",
            "gb18030",
        )
    },
    **{f"{prefix}{page}": f"cp{page}" for prefix in ("cp", "windows-") for page in range(1250, 1259)},
}


def encoding_of(head: bytes, stated: str | None) -> str:
    """The codec that reads a file with this beginning. Raises BrokenError for a name that is none."""
    name = (stated or "").strip().lower()
    if stated is not None and name not in _ENCODINGS:
        known = sorted(set(_ENCODINGS))
        hint = did_you_mean(name, known) or "known are utf-8, utf-16, latin-1, cp1252 and their kin"
        raise BrokenError(SETTING, f"`{stated}` is no encoding that a file can be read in", hint, "encoding")
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    return _ENCODINGS[name] if name else _unmarked(head)


def _unmarked(head: bytes) -> str:
    """UTF-16 gives itself away: every other byte of plain text is zero."""
    pairs = len(head) // 2
    if pairs and head[1 : pairs * 2 : 2].count(0) > pairs * 0.4:
        return "utf-16-le"
    if pairs and head[: pairs * 2 : 2].count(0) > pairs * 0.4:
        return "utf-16-be"
    return "utf-8"


def delimiter_of(lines: list[str], stated: str | None) -> str:
    """The delimiter of a CSV file with these first lines. Raises BrokenError for a stated one that cannot be."""
    if stated is not None:
        if len(stated) != 1 or stated in '"\r\n\x00':
            hint = 'write one character, for instance `delimiter ";"` or `delimiter "\\t"`'
            raise BrokenError(SETTING, f"the delimiter has {len(stated)} characters; expected one", hint, "delimiter")
        return stated
    text = "".join(lines)
    scores = [_score(lines, delimiter) if delimiter in text else (0.0, 0) for delimiter in DELIMITERS]
    return DELIMITERS[scores.index(max(scores))]


def _score(lines: list[str], delimiter: str) -> tuple[float, int]:
    """How many of the rows are as wide as the header, and how wide that is."""
    import csv

    widths: list[int] = []
    with suppress(csv.Error):
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
    if not widths or widths[0] < 2:
        return 0.0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]
