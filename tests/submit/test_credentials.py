"""Keys come from the environment or a file of their owner alone, and show nowhere."""

from __future__ import annotations

import base64
import os
import pickle
import stat
import traceback
from pathlib import Path

import jwt
import pytest

from sendspec.blocked import BlockedError
from sendspec.submit.credentials import (
    PROJECT_FILE,
    PROJECT_VARIABLE,
    RENEWED,
    Secret,
    ServiceKey,
    Token,
    from_environment,
    from_file,
    project_key,
)  # fmt: skip

RAW = b"a-secret-of-at-least-thirty-two-bytes"


def token(made: Token, wall: float) -> str:
    return made.headers(wall)["Authorization"].removeprefix("Bearer ")


def test_a_jwt_is_what_the_api_documents() -> None:
    made = token(Token("5f1c2d3e", Secret(base64.b64encode(RAW).decode())), 1_796_000_000.9)
    assert jwt.decode(made, RAW, algorithms=["HS256"], options={"verify_iat": False}) == {
        "iss": "5f1c2d3e",
        "iat": 1_796_000_000,
    }
    assert jwt.get_unverified_header(made) == {"alg": "HS256", "typ": "JWT"}


def test_without_its_library_a_jwt_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sendspec.submit.credentials.find_spec", lambda name: None)
    with pytest.raises(BlockedError) as told:
        Token("s", Secret(base64.b64encode(RAW).decode()))
    assert told.value.help == 'pip install "sendspec[send]"'


def test_a_jwt_is_made_anew_long_before_its_hour_is_over() -> None:
    made = Token("s", Secret(base64.b64encode(RAW).decode()))
    first = token(made, 1000.0)
    assert token(made, 1000.0 + RENEWED - 1) == first
    assert token(made, 1000.0 + RENEWED) != first
    assert RENEWED < 3600
    assert token(made, 900.0) != first, "a clock that goes back makes a new one"


def test_a_secret_shows_nowhere() -> None:
    secret = Secret("s3cret")
    for text in (repr(secret), str(secret), f"{secret}", repr([secret])):
        assert "s3cret" not in text
    with pytest.raises(TypeError, match="not written down"):
        pickle.dumps(secret)


@pytest.mark.parametrize("text", ["two words", "a\nb", "clé", "a\x00b", "  ", "\n"])
def test_what_would_break_a_header_is_no_secret(tmp_path: Path, text: str) -> None:
    path = tmp_path / "key"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(BlockedError, match="holds no secret") as caught:
        from_file(path)
    assert text.strip() == "" or text.strip() not in "".join(traceback.format_exception(caught.value))


def test_a_secret_of_a_file_is_its_one_line(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(" s3cret\r\n")
    path.chmod(0o600)
    assert ServiceKey(from_file(path)).headers(0) == {"key": "s3cret"}


@pytest.mark.skipif(os.name != "posix", reason="files have no such modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o601])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "key"
    path.write_text("s3cret")
    path.chmod(mode)
    with pytest.raises(BlockedError, match="others than its owner") as caught:
        from_file(path)
    assert caught.value.help == f"chmod 600 {path}"


def test_a_secret_that_is_no_base64_is_told_without_it() -> None:
    secret = Secret("".join(("s3", "cret!!")))
    with pytest.raises(BlockedError, match="no base64") as caught:
        Token("s", secret)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


def test_a_variable_that_is_not_set_is_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    assert from_environment("NO_SUCH_KEY") is None
    monkeypatch.setenv("NO_SUCH_KEY", "")
    assert from_environment("NO_SUCH_KEY") is None


def test_the_projects_key_is_made_once_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PROJECT_VARIABLE, raising=False)
    assert project_key(tmp_path, make=False) is None
    made = project_key(tmp_path, make=True)
    assert made is not None
    assert len(made) >= 32
    assert project_key(tmp_path, make=True) == made
    assert stat.S_IMODE((tmp_path / PROJECT_FILE).stat().st_mode) == 0o600
    monkeypatch.setenv(PROJECT_VARIABLE, "short")
    with pytest.raises(BlockedError, match="too short"):
        project_key(tmp_path, make=True)
