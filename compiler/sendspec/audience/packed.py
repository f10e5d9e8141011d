"""A gzip file of people → its bytes, unpacked as they are read. It must not know what they say.

Imported only for a file that ends in `.gz`: a lint of plain files does not wait for it.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from sendspec.audience.place import BrokenError
from sendspec.source import Where

DAMAGED = "AUD004"
_MAGIC = b"\x1f\x8b"  # RFC 1952 §2.3.1


class Unpacked(gzip.GzipFile):
    """The bytes inside. What is wrong with the file is a BrokenError."""

    def read(self, size: int | None = -1) -> bytes:
        with _damage():
            return super().read(size)

    def read1(self, size: int = -1) -> bytes:
        with _damage():
            return super().read1(size)


def unpacked(path: Where) -> BinaryIO:
    """The file, opened: it has all that a reader of bytes asks for. Raises BrokenError when it is no gzip."""
    with open(path, "rb") as raw:
        if raw.read(2) not in (b"", _MAGIC):
            raise BrokenError(DAMAGED, "the file is named .gz but is not gzip", "take `.gz` off its name")
    return cast("BinaryIO", Unpacked(path, "rb"))


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except EOFError:
        raise BrokenError(DAMAGED, "the gzip file ends in the middle", "copy or export it again") from None
    except (gzip.BadGzipFile, zlib.error):
        raise BrokenError(DAMAGED, "the gzip file is damaged", "copy or export it again") from None
