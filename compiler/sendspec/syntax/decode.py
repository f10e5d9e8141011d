"""Bytes → Source: UTF-8, a byte-order mark taken off, line ends untouched.

It must not know where the bytes come from.
"""

from __future__ import annotations

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.source import Source, Span
from sendspec.syntax.parse import LARGEST

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(path: str, data: bytes) -> Source | Diagnostic:
    """The source that the bytes hold, or what is wrong with them."""
    if len(data) > LARGEST:
        told = f"the file holds {len(data):,} bytes; a spec holds {LARGEST:,} at most".replace(",", " ")
        help_ = "split it; people belong into a file of their own (`audience csv`)"
        return Diagnostic("SYN021", Severity.ERROR, told, Source(path, ""), Span(0, 0), help=help_)
    if data[:2] in _MARKS:
        told = f"the file is in {_MARKS[data[:2]]}; it must be UTF-8"
        return Diagnostic("SYN022", Severity.ERROR, told, Source(path, ""), Span(0, 0), help="save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    at = len(data[: error.start].decode("utf-8"))
    shown = Source(path, data.decode("utf-8", "replace"))
    line, column = shown.position(at)
    return Diagnostic(
        "SYN022",
        Severity.ERROR,
        f"byte {data[error.start]:02X} at line {line}, column {column} is not of UTF-8; it must be UTF-8",
        shown,
        Span(at, at + 1),
        label="not UTF-8",
        help="save the file as UTF-8",
    )
