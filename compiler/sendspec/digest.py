"""BLAKE2 without OpenSSL: hashlib would load that first, which takes longer than all that an unchanged file needs."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that is built without it
    from hashlib import blake2b

__all__ = ["blake2b"]
