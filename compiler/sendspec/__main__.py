"""The command. An unchanged spec is answered from the cache before anything else is imported."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Runs the command line; returns the exit status (0 fine, 1 findings, 2 wrong usage or a broken surrounding)."""
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:  # while we were still being imported
        sys.stderr.write("sendspec: interrupted\n")
        return 130


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["lint"]:
        import gc

        gc.disable()  # hardly anything here is in a ring, and looking for rings costs a tenth of the time
        from sendspec.cli.quick import lint

        status = lint(arguments[1:])
        if status is not None:
            return status
    from sendspec.cli.app import run

    return run(arguments)


def process() -> None:
    """The command line as a process of its own. It ends at once: streams are flushed and files closed by then, and
    taking the interpreter down in order would take as long as it takes to read a spec."""
    os._exit(main())


if __name__ == "__main__":
    process()
