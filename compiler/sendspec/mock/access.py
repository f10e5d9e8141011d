"""Who may call: the header `key`, or an HS256 token made with the service's secret (facts §1.4).

It must not know where keys come from, and never tells one.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

MISSING, WRONG = "7002", "7001"
#: How long a token lives, and how far the clocks of the two may differ.
LIFETIME, SKEW = 3600, 300


class Access(NamedTuple):
    """What is expected. Without `key`, any key does; without `secret`, any token that is one."""

    key: str | None = None
    secret: bytes | None = None
    service: str | None = None


def denied(access: Access, headers: Mapping[str, str], now: float) -> str | None:
    """The code of a refusal, or None. Where both stand, the token counts."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return None if _is_token(access, token.strip(), now) else WRONG
    key = headers.get("key", "")
    if not key:
        return MISSING
    if access.key is None:
        return None if access.secret is None else WRONG
    return None if hmac.compare_digest(key.encode("utf-8", "replace"), access.key.encode()) else WRONG


def _is_token(access: Access, token: str, now: float) -> bool:
    parts = token.split(".")
    if len(parts) != 3 or (access.secret is None and access.key is not None):
        return False
    try:
        head, claims = _object(parts[0]), _object(parts[1])
        signature = _bytes(parts[2])
    except ValueError:
        return False
    if access.secret is not None:
        made = hmac.new(access.secret, f"{parts[0]}.{parts[1]}".encode(), sha256).digest()
        if not hmac.compare_digest(made, signature):
            return False
    issued = claims.get("iat")
    if head.get("alg") != "HS256" or isinstance(issued, bool) or not isinstance(issued, int):
        return False
    known = access.service is None or claims.get("iss") == access.service
    return known and now - LIFETIME < issued <= now + SKEW


def _object(part: str) -> dict[str, Any]:
    value = json.loads(_bytes(part))
    if not isinstance(value, dict):
        raise ValueError
    return value


def _bytes(part: str) -> bytes:
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError from error
