"""Prints one of the README's two commands: `try` or `test`. CI runs what the README says, never a copy of it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def command(name: str) -> str:
    """The one line of the fence that follows the README's marker for a command."""
    found = re.search(rf"<!-- command: {name} -->\n+```sh\n([^\n]+)\n```", README.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"README.md has no command `{name}`")
    return found.group(1)


if __name__ == "__main__":
    sys.stdout.write(command(sys.argv[1]) + "\n")
