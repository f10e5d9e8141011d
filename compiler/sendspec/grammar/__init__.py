"""The one door to the grammar files: beside this module in a wheel, `grammar/` at the top of a checkout.

It must not know what a grammar says.
"""

from __future__ import annotations

import os

from sendspec.digest import blake2b

TYPE_CHECKING = False  # `typing` costs more to import than this module
if TYPE_CHECKING:
    from pathlib import Path

_NAME = "sendspec.lark"


def _find() -> str:
    here = os.path.dirname(__file__)
    beside = os.path.join(here, _NAME)
    if os.path.exists(beside):
        return beside
    return os.path.join(here, "..", "..", "..", "grammar", _NAME)


def path() -> Path:
    """Where the grammar lies, for Lark."""
    from pathlib import Path

    return Path(_find()).resolve()


def text() -> str:
    """The grammar as it is written."""
    with open(_find(), encoding="utf-8", newline="") as file:
        return file.read().replace("\r\n", "\n")


def mark() -> int:
    """A number that changes when the text of the grammar does."""
    return int.from_bytes(blake2b(text().encode(), digest_size=4).digest(), "big")
