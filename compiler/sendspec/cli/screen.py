"""What a person's terminal is like, and how a command ends when its surroundings break.

On the way of every commit hook: it must import nothing that is slow.
"""

from __future__ import annotations

import os
import sys

from sendspec.blocked import BlockedError

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO


def colored(stream: IO[str]) -> bool:
    """Whether to colour: FORCE_COLOR and NO_COLOR decide, else whether a person is looking."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: IO[str]) -> int:
    """The columns of the terminal; 100 where there is none."""
    if not stream.isatty():
        return 100
    try:
        return max(40, os.get_terminal_size(stream.fileno()).columns)
    except OSError:
        return 100


def write(lines: Iterable[str], stream: IO[str] | None = None) -> None:
    """Writes texts to standard output, whatever its encoding can hold; the rest as escapes."""
    out = stream or sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(errors="backslashreplace", newline="\n")
    for line in lines:
        out.write(line)
    out.flush()


def remark(message: str, help: str | None = None) -> None:
    """One line to standard error, and perhaps one with what to do."""
    sys.stderr.write(f"sendspec: {message}\n" + (f"  help: {help}\n" if help else ""))


def guarded(work: Callable[[], int]) -> int:
    """Runs a command; a broken surrounding is one line and status 2, a reader that went away is silence."""
    try:
        status = work()
        sys.stdout.flush()
        return status
    except BlockedError as error:
        remark(str(error), error.help)
        return 2
    except BrokenPipeError:
        # The reader has what it wanted (`| head`). Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        remark("interrupted")
        return 130
    except OSError as error:
        remark(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}")
        return 2
