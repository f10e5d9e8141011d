"""A zstd file of people → its bytes, unpacked as they are read. It must not know what they say.

Imported only for a file that ends in `.zst`; what unpacks it comes with an extra.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from sendspec.audience.place import BrokenError
from sendspec.source import Where

if TYPE_CHECKING:
    import zstandard

DAMAGED, UNREAD = "AUD004", "AUD017"
_MAGIC = b"\x28\xb5\x2f\xfd"  # RFC 8878 §3.1.1
_SKIPPABLE = b"\x2a\x4d\x18"  # RFC 8878 §3.1.2, behind a byte 0x50 to 0x5F
#: So much is unpacked at a time: a block of 4 bytes can hold 128 KiB (RFC 8878 §3.1.1.2.4), so 32 MiB at most.
PIECE = 1 << 10
#: The most memory that a frame may ask for, as the zstd command has it unless told otherwise.
WINDOW = 128 << 20


class Unzipped(io.RawIOBase):
    """The bytes inside. What is wrong with the file is a BrokenError."""

    def __init__(self, file: BinaryIO, library: Any) -> None:
        self._file, self._library = file, library
        self._restart()

    def _restart(self) -> None:
        self._file.seek(0)
        self._packed, self._ready, self._at = b"", memoryview(b""), 0
        self._frame: zstandard.ZstdDecompressionObj | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Back to the beginning, or nowhere."""
        if (offset, whence) == (0, io.SEEK_SET):
            self._restart()
        elif (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("a packed file is read from its beginning")
        return self._at

    def readinto(self, buffer: Any) -> int:
        while not self._ready and self._more():
            self._ready = memoryview(self._unpack())
        taken = min(len(buffer), len(self._ready))
        buffer[:taken] = self._ready[:taken]
        self._ready = self._ready[taken:]
        self._at += taken
        return taken

    def _more(self) -> bool:
        """Whether there are packed bytes left. A frame must not end with them."""
        self._packed = self._packed or self._file.read(PIECE)
        if not self._packed and self._frame is not None:
            raise BrokenError(DAMAGED, "the zstd file ends in the middle", "copy or export it again")
        return bool(self._packed)

    def _unpack(self) -> bytes:
        frame = self._frame = self._frame or self._library.ZstdDecompressor(max_window_size=WINDOW).decompressobj()
        try:
            made = frame.decompress(self._packed)
        except self._library.ZstdError:
            raise BrokenError(DAMAGED, "the zstd file is damaged", "copy or export it again") from None
        self._packed = frame.unused_data if frame.eof else b""
        self._frame = None if frame.eof else frame
        return made

    def close(self) -> None:
        self._file.close()
        super().close()


def unzipped(path: Where) -> BinaryIO:
    """The file, opened: it has all that a reader of bytes asks for. Raises BrokenError when it is no zstd."""
    try:
        import zstandard
    except ImportError:
        hint = "install `sendspec[data]`, or pack the file with gzip"
        raise BrokenError(UNREAD, "the file is packed with zstd, which this installation does not read", hint) from None
    file = open(path, "rb")  # noqa: SIM115  # closed with what is made of it
    try:
        _check(file.read(18), zstandard)
    except BrokenError:
        file.close()
        raise
    return cast("BinaryIO", io.BufferedReader(Unzipped(file, zstandard), 1 << 17))


def _check(head: bytes, library: Any) -> None:
    """Told of a file that is no zstd, or asks for more memory than it may."""
    if head and head[:4] != _MAGIC and head[1:4] != _SKIPPABLE:
        raise BrokenError(DAMAGED, "the file is named .zst but is not zstd", "take `.zst` off its name")
    if head[:4] == _MAGIC and len(head) == 18 and library.get_frame_parameters(head).window_size > WINDOW:
        message = f"the zstd file asks for more memory than {WINDOW >> 20} MiB"
        raise BrokenError(DAMAGED, message, "pack it without `--long`, or with `--long=27` at most")
