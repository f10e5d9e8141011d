"""Correlation ids: what comes back in answers and receipts, and by which a receipt finds its person.

An id is keyed and made of no address, so neither an id nor its trace in the journal tells who a person is.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from hashlib import sha256

#: The most bytes that the API takes (facts §2.1).
LONGEST = 50


def correlation(key: bytes, run: str, person: tuple[int, int, int, int]) -> str:
    """The id of a person of a run, the same after every restart: 26 letters and digits, and the number of the row.

    A person is told by rung, line, place in the line and row. `run` stands for one sending of one plan.
    """
    told = "|".join(("id", run, *map(str, person)))
    letters = b32encode(hmac.digest(key, told.encode(), sha256)[:16]).decode().rstrip("=").lower()
    return f"{letters}{person[-1]}"


def trace(key: bytes, id: str) -> bytes:
    """What the journal keeps of a correlation id. An id that a spec states may hold a number or a name."""
    return hmac.digest(key, b"trace|" + id.encode("utf-8", "surrogatepass"), sha256)[:16]


def fingerprint(key: bytes) -> str:
    """By which a journal knows its key again."""
    return hmac.digest(key, b"fingerprint", sha256)[:8].hex()
