"""What a person's terminal is like, and how a command ends when its surroundings break.

On the way of every commit hook: it must import nothing that is slow.
"""

from __future__ import annotations

import io
import os
import sys

from sendspec.blocked import BlockedError, reason

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO


def colored(stream: IO[str]) -> bool:
    """Whether to colour: NO_COLOR and FORCE_COLOR decide, else whether a person is looking."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0").lower() not in ("", "0", "false"):
        return True
    return watched(stream) and os.environ.get("TERM") != "dumb"


def watched(stream: IO[str]) -> bool:
    """Whether a person looks at a terminal. A CI may give one, and nobody sits there."""
    return stream.isatty() and os.environ.get("CI", "").lower() in ("", "0", "false")


def width(stream: IO[str]) -> int:
    """The columns of the terminal; 100 where there is none."""
    if not watched(stream):
        return 100
    try:
        return max(40, os.get_terminal_size(stream.fileno()).columns)
    except OSError:
        return 100


def write(lines: Iterable[str], stream: IO[str] | None = None) -> None:
    """Writes texts to standard output, whatever its encoding can hold; the rest as escapes."""
    out = stream or sys.stdout
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(errors="backslashreplace", newline="\n")
    for line in lines:
        out.write(line)
    out.flush()


def write_bytes(lines: Iterable[bytes]) -> None:
    """Writes bytes to standard output as they are, whatever its encoding."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def stdin() -> bytes:
    """All of standard input."""
    if sys.stdin is None:
        raise BlockedError("standard input is closed")
    return sys.stdin.buffer.read()


def remark(message: str, help: str | None = None) -> None:
    """One line to standard error, and perhaps one with what to do. Names of files cannot steer the terminal."""
    from sendspec.report.visible import visible

    text = f"sendspec: {visible(message)}\n" + (f"  help: {visible(help)}\n" if help else "")
    try:
        sys.stderr.write(text)
    except (OSError, AttributeError):
        return  # nobody can be told


def guarded(work: Callable[[], int]) -> int:
    """Runs a command. A broken surrounding is one line and status 2; our own fault shows where it is."""
    try:
        if sys.stdout is None:
            raise BlockedError("standard output is closed")
        status = work()
        sys.stdout.flush()
        return status
    except BlockedError as error:
        remark(str(error), error.help)
    except BrokenPipeError:
        remark("the reader of the output went away before its end")
    except KeyboardInterrupt:
        remark("interrupted")
        return 130
    except OSError as error:
        remark(f"{os.fsdecode(error.filename)}: {reason(error)}" if error.filename else _stream_trouble(error))
    except Exception:
        import traceback

        traceback.print_exc()
        remark("this is a fault of sendspec, not of your files", "report it with the lines above")
    finally:
        _settle()
    return 2


def _stream_trouble(error: OSError) -> str:
    """What an error says that names no file: the folder in which we are, or else the output."""
    try:
        os.getcwd()
    except OSError:
        return "the folder in which this runs is gone"
    return f"standard output: {reason(error)}"


def _settle() -> None:
    """Python would complain once more, at its end, of an output that cannot be written."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except AttributeError:
        return
