"""`sendspec mock`: the stand-in for the API, on a socket of this machine."""

from __future__ import annotations

import base64
import binascii
import os
import ssl
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from typing import IO, Any
from urllib.parse import urlsplit

import click

from sendspec.blocked import BlockedError, reason
from sendspec.channels import names
from sendspec.cli.mock_options import Given, options
from sendspec.cli.screen import remark, write
from sendspec.cli.usage import expected
from sendspec.mock.access import Access
from sendspec.mock.api import Rules
from sendspec.mock.fault import SWITCHES, WrongSwitchError, rates
from sendspec.mock.log import Log
from sendspec.nearest import did_you_mean
from sendspec.summary import counted

EXAMPLES = """\b
Examples:
  sendspec mock
  sendspec mock --tps 10 --burst --key-env CONNECT_KEY
  sendspec mock --fault lose=0.02 --fault 7006=0.01 --seed 7 --log mock.ndjson
  sendspec mock --notify http://127.0.0.1:8090/ --fault failed=0.1

docs/mock.md lists the faults. It ends on Ctrl-C or SIGTERM, with status 0.
"""


@click.command(epilog=EXAMPLES)
@options
def command(**told: Any) -> int:
    """Stand in for the Messaging API on this machine: POST /resources/v1/messaging and POST /v2/messages.

    It checks bodies as verify does, answers as the API does, and calls back with receipts. GET / shows what it took,
    /log.json the same as JSON; no address stands there.
    """
    given = Given(**told)
    rules = Rules(
        given.seed,
        Access(_secret("--key-env", given.key_env), _signing(given.jwt_secret_env), given.service),
        given.tps,
        _limits(given.channel_tps),
        given.burst,
        _rates(given.faults),
        _url(given.notify),
        given.receipt_seconds,
        given.delay_seconds,
    )
    with ExitStack() as files:
        seen = _run(rules, given, files)
    _ended(seen)
    if seen.totals["log given up"]:
        raise BlockedError(f"--log {given.log}: it could not be written to its end")
    return 0


def _run(rules: Rules, given: Given, files: ExitStack) -> Log:
    try:
        from sendspec.mock.run import Place, run
        from sendspec.mock.server import Signature
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "aiohttp":
            raise
        raise BlockedError("mock needs aiohttp, which is not installed", 'pip install "sendspec[send]"') from error
    secret = _secret("--sign-env", given.sign_env)
    signature = Signature(secret.encode(), given.sign_with) if secret is not None else None
    place = Place(given.host, given.port, _tls(given.tls), signature, given.retry_seconds, _file(given.log, files))
    try:
        return run(rules, place, lambda address: write([f"listening on {address}\n"]))
    except BrokenPipeError:
        raise
    except OSError as error:
        at = f"{given.host}:{given.port}"
        raise BlockedError(f"{at}: {reason(error)}", "--port 0 takes a port that is free") from error


def _ended(log: Log) -> None:
    totals = log.totals
    said = f"{counted(totals['requests'], 'request')}, {totals['accepted']} accepted"
    waiting = f"; {counted(totals['receipts not sent'], 'receipt')} not sent" if totals["receipts not sent"] else ""
    remark(f"{said}, {totals['refused']} refused{waiting}")


def _rates(faults: tuple[str, ...]) -> Mapping[str, float]:
    try:
        return rates(faults)
    except WrongSwitchError as error:
        near = did_you_mean(error.name, tuple(SWITCHES)) if error.name not in SWITCHES else None
        raise click.UsageError(f"--fault {error}" + (f"; {near}" if near else "")) from error


def _limits(given: tuple[str, ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for text in given:
        name, _, number = text.partition("=")
        if name not in names():
            raise click.UsageError(f"--channel-tps {text}: no channel {name}; {expected(name, names())}")
        if not (number.isascii() and number.isdecimal() and 0 < int(number[:10]) <= 1_000_000):
            raise click.UsageError(f"--channel-tps {text}: expected a whole number from 1, such as {name}=10")
        found[name] = int(number)
    return found


def _url(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        right = False
    if not right:
        raise click.UsageError(f"--notify {text}: expected an address, such as http://127.0.0.1:8090/")
    return text


def _secret(option: str, name: str | None) -> str | None:
    """The value of an environment variable, which is never shown."""
    if name is None:
        return None
    value = os.environ.get(name)
    if not value:
        raise BlockedError(f"{option} {name}: no such environment variable, or an empty one", f"export {name}=…")
    return value


def _signing(name: str | None) -> bytes | None:
    secret = _secret("--jwt-secret-env", name)
    if secret is None:
        return None
    try:
        return base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BlockedError(f"--jwt-secret-env {name}: its value is not base64", "copy it from the console") from error


def _tls(files: tuple[str, str] | None) -> ssl.SSLContext | None:
    if files is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(*files)
    except (OSError, ssl.SSLError) as error:
        why = "no certificate with its key" if isinstance(error, ssl.SSLError) else reason(error)
        raise BlockedError(f"--tls {' '.join(files)}: {why}") from error
    return context


def _file(path: str | None, files: ExitStack) -> IO[str] | None:
    if path is None:
        return None
    try:
        file = open(path, "a", encoding="utf-8")  # noqa: SIM115  (open for as long as the mock runs)
    except OSError as error:
        raise BlockedError(f"--log {path}: {reason(error)}") from error
    files.callback(_closed, file)
    return file


def _closed(file: IO[str]) -> None:
    with suppress(OSError):  # a disk that is full was told of already
        file.close()
