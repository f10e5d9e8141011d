"""The options of `sendspec mock`, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

from sendspec.cli.usage import one_of

PORT = 8089
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Given(NamedTuple):
    """What a call says."""

    host: str
    port: int
    tls: tuple[str, str] | None
    tps: int | None
    channel_tps: tuple[str, ...]
    burst: bool
    key_env: str | None
    jwt_secret_env: str | None
    service: str | None
    faults: tuple[str, ...]
    seed: int
    notify: str | None
    sign_env: str | None
    sign_with: str
    receipt_seconds: float
    retry_seconds: float
    delay_seconds: float
    log: str | None


def _seconds(context: click.Context, option: click.Parameter, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1
    if 0 <= number < 1e6:
        return number
    raise click.UsageError(f"{option.opts[-1]} {value}: expected a number of seconds", context)


def _from_to(least: int, most: int) -> Callable[[click.Context, click.Parameter, str | None], int | None]:
    def read(context: click.Context, option: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        if value.isascii() and value.isdecimal() and len(value) < 20 and least <= int(value) <= most:
            return int(value)
        raise click.UsageError(f"{option.opts[-1]} {value}: expected a whole number from {least} to {most}", context)

    return read


_SOCKET = (
    click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Listen here (127.0.0.1 unless given)."),
    click.option(
        "--port",
        callback=_from_to(0, 65_535),
        default=str(PORT),
        metavar="N",
        help=f"Listen on this port ({PORT} unless given); 0 takes a free one.",
    ),
    click.option("--tls", nargs=2, metavar="CERT KEY", help="Speak TLS, with a certificate and its key (PEM files)."),
)
_ACCOUNT = (
    click.option(
        "--tps",
        callback=_from_to(1, 1_000_000),
        metavar="N",
        help="Take N destinations a second; more are answered 7020 or 429.",
    ),
    click.option(
        "--channel-tps", multiple=True, metavar="CHANNEL=N", help="The same for one channel. May be given again."
    ),
    click.option("--burst", is_flag=True, help="Take half as much again (100 at most) as a burst."),
    click.option("--key-env", metavar="NAME", help="Take only the service key in this environment variable."),
    click.option(
        "--jwt-secret-env",
        metavar="NAME",
        help="Take only tokens that were made with the service secret (base64) in this variable.",
    ),
    click.option("--service", metavar="ID", help="Take only tokens of this service."),
)
_FAULTS = (
    click.option(
        "--fault",
        "faults",
        multiple=True,
        metavar="NAME[=RATE]",
        help="Let this go wrong, always or so often (0.05). May be given again.",
    ),
    click.option(
        "--seed", callback=_from_to(0, 2**63), default="0", metavar="N", help="Another seed fails in other places."
    ),
    click.option(
        "--delay-seconds", callback=_seconds, default="5", metavar="S", help="How late the fault `delay` answers."
    ),
)
_RECEIPTS = (
    click.option(
        "--notify",
        metavar="URL",
        help="POST all receipts here. Without it those of a request go to its own notify URL, if that is on this "
        "machine.",
    ),
    click.option("--sign-env", metavar="NAME", help="Sign receipts with the secret in this variable."),
    click.option(
        "--sign-with",
        callback=one_of(("sha256", "sha512")),
        default="sha256",
        metavar="HASH",
        help="sha256 (the default) or sha512.",
    ),
    click.option(
        "--receipt-seconds",
        callback=_seconds,
        default="2",
        metavar="S",
        help="How long a delivery takes (2 unless given).",
    ),
    click.option(
        "--retry-seconds",
        callback=_seconds,
        default="60",
        metavar="S",
        help="When a receipt that was not taken comes again (60 unless given).",
    ),
)
_LOG = (click.option("--log", metavar="FILE", help="Append a line of JSON for each request and receipt."),)


def options(command: _Command) -> _Command:
    """Gives a command all of them."""
    for option in reversed((*_SOCKET, *_ACCOUNT, *_FAULTS, *_RECEIPTS, *_LOG)):
        command = option(command)
    return command
