"""The command. An unchanged spec is answered from the cache before anything else is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line; returns the exit status (0 fine, 1 findings, 2 wrong usage or a broken surrounding)."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["lint"]:
        from sendspec.cli.quick import lint

        status = lint(arguments[1:])
        if status is not None:
            return status
    from sendspec.cli.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
