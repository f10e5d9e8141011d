"""Who sends: a service key or a JWT, and the project's own key; from the environment or a file of its owner alone.

A secret never shows: not in a message, a traceback, an argument list or a file of ours.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import stat
import warnings
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from sendspec.blocked import BlockedError, reason

#: The project's own key: a variable of the environment, or a file in the project's root.
PROJECT_VARIABLE, PROJECT_FILE = "SENDSPEC_JOURNAL_KEY", ".sendspec_key"
#: A JWT holds for 60 minutes (DEV/using-jwt-for-api-authentication); it is made anew long before.
RENEWED = 30 * 60
_SHORTEST = 16


class Secret:
    """A text that shows nowhere."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, for the one place that needs it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written down")


def from_environment(name: str) -> Secret | None:
    """The secret of a variable of the environment; None when it is not set or empty."""
    text = os.environ.get(name, "")
    return _checked(text, f"the variable {name}") if text.strip() else None


def from_file(path: Path) -> Secret:
    """The secret of a file. Raises BlockedError when others can read the file."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and (stat.S_IMODE(mode) & 0o077 or not stat.S_ISREG(mode)):
                raise BlockedError(f"{path}: others than its owner can read it", f"chmod 600 {path}")
            return _checked(file.read(1 << 16).decode("utf-8", "replace"), str(path))
    except OSError as error:
        raise BlockedError(f"{path}: {reason(error)}") from error


def _checked(text: str, where: str) -> Secret:
    """A secret is one line of visible ASCII: anything else would break the header that it goes into."""
    text = text.strip()
    if not text or not all("!" <= each <= "~" for each in text):
        raise BlockedError(f"{where} holds no secret: expected one line of letters, digits and signs")
    return Secret(text)


class ServiceKey:
    """The service's key, in a header of its own."""

    def __init__(self, key: Secret) -> None:
        self._key = key

    def headers(self, wall: float) -> Mapping[str, str]:
        """What a request carries."""
        return {"key": self._key.reveal()}


class Token:
    """A JWT of a service, made from its secret, and made anew before it runs out."""

    def __init__(self, service: str, secret: Secret) -> None:
        self._service = service
        try:
            self._key = base64.b64decode(secret.reveal(), validate=True)
        except (binascii.Error, ValueError):
            raise BlockedError("the secret for the JWT is no base64", "take it as the console shows it") from None
        if find_spec("jwt") is None:
            raise BlockedError("a JWT is signed by PyJWT, which is not there", 'pip install "sendspec[send]"')
        self._made: tuple[float, Secret] | None = None

    def headers(self, wall: float) -> Mapping[str, str]:
        """What a request carries."""
        if self._made is None or not 0 <= wall - self._made[0] < RENEWED:
            self._made = wall, self._sign(int(wall))
        return {"Authorization": f"Bearer {self._made[1].reveal()}"}

    def _sign(self, issued: int) -> Secret:
        import jwt  # only who signs needs it

        with warnings.catch_warnings():  # how long the secret is, is the console's affair
            warnings.simplefilter("ignore")
            return Secret(jwt.encode({"iss": self._service, "iat": issued}, self._key, algorithm="HS256"))


class Nobody:
    """No key at all: a stand-in on this machine asks for none."""

    def headers(self, wall: float) -> Mapping[str, str]:
        """What a request carries: nothing."""
        return {}


Credentials = ServiceKey | Token | Nobody


def project_key(root: Path, *, make: bool) -> bytes | None:
    """The project's key, by which correlation ids are made. `make`: write one when there is none; else give None."""
    if (told := from_environment(PROJECT_VARIABLE)) is not None:
        if len(told.reveal()) < _SHORTEST:
            raise BlockedError(f"the variable {PROJECT_VARIABLE} is too short: expected {_SHORTEST} characters or more")
        return told.reveal().encode()
    path = root / PROJECT_FILE
    if not path.exists():
        if not make:
            return None
        _write_key(path)
    return from_file(path).reveal().encode()


def _write_key(path: Path) -> None:
    """Makes a key: whole and on disk before it has its name. One that somebody else made meanwhile stays."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        number = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(number, "w") as file:
                file.write(secrets.token_hex(32) + "\n")
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(draft, path)
        finally:
            draft.unlink()
    except OSError as error:
        raise BlockedError(f"{path}: {reason(error)}", f"or set {PROJECT_VARIABLE}") from error
