"""The lock of a journal on one machine: the system takes it from a process that dies, however it dies."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sendspec.submit.journal import JournalError, LeaseError

if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(journal: Path) -> Iterator[None]:
    """Holds the lock of a journal. Raises LeaseError when another process of this machine has it."""
    path = journal.with_name(journal.name + ".lock")
    try:
        number = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise JournalError(f"{path.name}: {(error.strerror or 'error').lower()}") from error
    try:
        try:
            _take(number)
        except OSError:
            raise LeaseError("another process of this machine sends it") from None
        yield
    finally:
        os.close(number)


def home(journal: Path) -> str:
    """By which a journal knows that it is where it was: the machine's name and the file's own number."""
    return f"{socket.gethostname()}:{journal.stat().st_ino}"
