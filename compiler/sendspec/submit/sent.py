"""Which plans of a project were sent, and where their journals are: a journal that is deleted or left behind is missed.

One line of JSON a sending, in the project's root. It holds no address and no key.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from sendspec.submit.journal import JournalError

FILE = ".sendspec_sent"


def journals(root: Path, plan: str, host: str) -> tuple[Path, ...]:
    """The journals of earlier sendings of a plan to a host, in their order. A torn line was no sending yet."""
    try:
        text = (root / FILE).read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _trouble(error) from error
    found = []
    for line in text.split(b"\n"):
        try:
            told = json.loads(line)
            if (told["plan"], told["host"]) == (plan, host):
                found.append(Path(told["journal"]))
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(dict.fromkeys(found))


def note(root: Path, plan: str, host: str, journal: Path) -> None:
    """Notes a sending, on disk when this returns: before its first byte leaves."""
    path = journal.resolve()
    if path in journals(root, plan, host):
        return
    line = json.dumps({"plan": plan, "host": host, "journal": os.fspath(path)}) + "\n"
    try:
        number = os.open(root / FILE, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        try:
            os.write(number, b"\n" + line.encode())  # the line before may be torn
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as error:
        raise _trouble(error) from error


def _trouble(error: OSError) -> JournalError:
    return JournalError(f"{FILE}: {(error.strerror or 'error').lower()}")
