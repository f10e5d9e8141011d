"""Who may call: the header `key`, or an HS256 token made with the service's secret (facts §1.4).

It must not know where keys come from, and never tells one.
"""

from __future__ import annotations

import hmac
import warnings
from collections.abc import Mapping
from typing import NamedTuple

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
    """Whether a token is one of the service's, and of this hour. Its times are judged here: the clock is the mock's."""
    import jwt  # only who is asked for a token needs it

    if access.secret is None and access.key is not None:
        return False
    try:
        with warnings.catch_warnings():  # how long a secret is, is the user's affair
            warnings.simplefilter("ignore")
            named = jwt.get_unverified_header(token).get("alg")
            claims = jwt.decode(
                token,
                access.secret or b"",
                algorithms=["HS256"],
                options={"verify_signature": access.secret is not None, "verify_exp": False, "verify_iat": False},
            )
    except (jwt.PyJWTError, UnicodeError):
        return False
    issued = claims.get("iat")
    if named != "HS256" or isinstance(issued, bool) or not isinstance(issued, int):
        return False
    known = access.service is None or claims.get("iss") == access.service
    return known and now - LIFETIME < issued <= now + SKEW
