"""A broken surrounding: no file, no permission, a setting that cannot be read. One line for a person, and no
traceback."""

from __future__ import annotations


class BlockedError(Exception):
    """What stopped the work, as one line; `help` is what to do about it. The command ends with exit status 2."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.help = help


def reason(error: OSError) -> str:
    """The system's own words for an error, in lower case and without a path."""
    return (error.strerror or error.__class__.__name__).lower()
