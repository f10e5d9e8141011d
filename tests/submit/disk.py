"""A disk in memory, under SQLite, whose power fails: what was not synced then survives in part, torn and out of order.

It also fails as disks do: full, read-only, with an error, or in the middle of a write.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import apsw

SECTOR = 512
#: How the n-th operation that changes the disk can fail.
FAULTS = ("power", "full", "error", "short", "read-only", "unsynced")
_ERRORS = {
    "full": apsw.FullError, "error": apsw.IOError, "short": apsw.IOError, "read-only": apsw.ReadOnlyError,
    "unsynced": apsw.IOError,
}  # fmt: skip


class PowerCutError(Exception):
    """The machine is off. Whatever is done after that does nothing."""


class File:
    """What a file holds now, and what of it is only in memory: writes, and truncations (no data)."""

    def __init__(self, durable: bytes = b"") -> None:
        self.durable = bytearray(durable)
        self.now = bytearray(durable)
        self.pending: list[tuple[int, bytes | None]] = []

    def change(self, at: int, data: bytes | None) -> None:
        _apply(self.now, at, data)
        self.pending.append((at, data))

    def sync(self) -> None:
        self.durable = bytearray(self.now)
        self.pending.clear()

    def survives(self, chance: random.Random) -> bytes:
        """The file after the power is back: each change that was not synced is there, torn, or gone."""
        left = bytearray(self.durable)
        for at, data in self.pending:
            fate = chance.random()
            if fate < 0.4:
                continue
            if data is not None and fate < 0.6:
                data = data[: chance.randrange(0, len(data) + SECTOR, SECTOR)]
            _apply(left, at, data)
        return bytes(left)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        return
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


class Disk:
    """Files by name, and when and how the next fault comes."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.files = {name: File(data) for name, data in (files or {}).items()}
        self.left: int | None = None
        self.fault = "power"
        self.off = False

    def fails(self, fault: str, after: int) -> None:
        """From now on, the operation after so many fails."""
        self.fault, self.left = fault, after

    def changing(self, kind: str) -> bool:
        """Counts an operation that changes the disk; whether a write is to be cut short."""
        if self.off:
            raise PowerCutError
        if self.left is None:
            return False
        self.left -= 1
        if self.left >= 0:
            return False
        if self.fault == "power":
            self.off = True
            raise PowerCutError
        if self.fault == "unsynced" and kind != "sync":
            return False
        if self.fault == "short" and kind == "write":
            return True
        raise _ERRORS[self.fault](f"{self.fault}: a fault of the test")

    def after_a_cut(self, chance: random.Random) -> Disk:
        """What is there when the machine starts again."""
        return Disk({name: file.survives(chance) for name, file in self.files.items()})


class _Open:
    """An open file, as SQLite uses it."""

    def __init__(self, disk: Disk, name: str) -> None:
        self._disk, self._file = disk, disk.files.setdefault(name, File())

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._file.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        if self._disk.changing("write"):
            self._file.change(offset, bytes(data[: len(data) // 2]))
            raise apsw.IOError("short: a fault of the test")
        self._file.change(offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.changing("truncate")
        self._file.change(size, None)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.changing("sync")
        self._file.sync()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._file.now)

    def xClose(self) -> None: ...  # noqa: N802
    def xLock(self, level: int) -> None: ...  # noqa: N802
    def xUnlock(self, level: int) -> None: ...  # noqa: N802
    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0


class _Files(apsw.VFS):
    """The file system of a disk, by a name of its own."""

    def __init__(self, name: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(name, "")

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802
        flags[1] = flags[0]
        told = name if isinstance(name, str) else name.filename() if name is not None else "temporary"
        return _Open(self._disk, told)

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802
        return pathname in self._disk.files and bool(self._disk.files[pathname].now)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._disk.changing("delete")
        self._disk.files.pop(filename, None)

    def xRandomness(self, numbytes: int) -> bytes:  # noqa: N802
        return random.randbytes(numbytes)

    def xSleep(self, microseconds: int) -> int:  # noqa: N802
        return microseconds

    def xCurrentTimeInt64(self) -> int:  # noqa: N802
        return 212_000_000_000_000

    def xGetLastError(self) -> tuple[int, str]:  # noqa: N802
        return 0, ""


class Connection:
    """A connection to a file of a disk, as the journal uses one. There is no shared memory, so it is alone."""

    _count = 0

    def __init__(self, disk: Disk, path: str) -> None:
        type(self)._count += 1
        self._files = _Files(f"disk-{self._count}", disk)
        self._db = apsw.Connection(path, vfs=f"disk-{self._count}")
        self.execute("PRAGMA locking_mode = EXCLUSIVE")

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        return list(self._run(lambda: self._db.execute(statement, tuple(values))))

    def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        self._run(lambda: self._db.executemany(statement, [tuple(row) for row in rows]))

    def _run(self, work: Any) -> Iterator[Any]:
        try:
            return iter(list(work()))
        except (apsw.Error, PowerCutError) as error:
            raise sqlite3.OperationalError(str(error) or "the power is off") from error

    def close(self) -> None:
        """Lets go of it, whatever the disk says."""
        try:
            self._db.close()
        except (apsw.Error, PowerCutError):
            return
        finally:
            self._files.unregister()
