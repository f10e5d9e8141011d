"""Who may call."""

from __future__ import annotations

import base64
import warnings
from typing import Any

import jwt
import pytest

from sendspec.mock.access import Access, denied

SECRET = b"0123456789abcdef0123456789abcdef"
NOW = 1_796_000_000.5
SIGNED = Access(key="right", secret=SECRET, service="5f1c2d3e")


def token(secret: bytes = SECRET, algorithm: str = "HS256", **claims: Any) -> dict[str, str]:
    """A header with a token, made by another library."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = jwt.encode({"iss": "5f1c2d3e", "iat": int(NOW), **claims}, secret, algorithm)
    return {"authorization": f"Bearer {made}"}


def test_any_key_will_do_unless_one_is_expected() -> None:
    assert denied(Access(), {"key": "x"}, NOW) is None
    assert denied(Access(), {}, NOW) == "7002"
    assert denied(Access(), {"key": ""}, NOW) == "7002"
    assert denied(Access(key="right"), {"key": "wrong"}, NOW) == "7001"
    assert denied(Access(key="right"), {"key": "ríght"}, NOW) == "7001"
    assert denied(Access(key="right"), {"key": "right"}, NOW) is None


def test_a_token_of_the_service_is_taken_for_an_hour() -> None:
    assert denied(SIGNED, token(), NOW) is None
    assert denied(SIGNED, token(), NOW + 3599) is None
    assert denied(SIGNED, token(), NOW + 3600) == "7001"


@pytest.mark.parametrize(
    "header",
    [
        token(b"f" * 32),
        token(algorithm="HS512"),
        token(iss="other"),
        token(iat=int(NOW) + 3600),
        token(iat="now"),
        {"authorization": "Bearer a.b.c"},
        {"authorization": "Bearer "},
        {"authorization": f"Bearer {base64.b64encode(b'{}').decode()}"},
        {"authorization": "Bearer é.é.é"},
    ],
    ids=range(9),
)
def test_another_token_is_7001(header: dict[str, str]) -> None:
    assert denied(SIGNED, header, NOW) == "7001"


def test_where_both_stand_the_token_counts() -> None:
    assert denied(SIGNED, {"key": "right", **token(b"f" * 32)}, NOW) == "7001"
    assert denied(SIGNED, {"key": "wrong", **token()}, NOW) is None


def test_a_token_does_not_stand_for_a_key_that_is_expected() -> None:
    assert denied(Access(key="right"), token(), NOW) == "7001"
    assert denied(Access(), token(), NOW) is None


def test_a_key_does_not_stand_for_a_token_that_is_expected() -> None:
    assert denied(Access(secret=SECRET), {"key": "x"}, NOW) == "7001"
