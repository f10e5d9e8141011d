"""The options of `sendspec send`, and what they say: where to, how fast, and within which bounds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import click

from sendspec.cli.usage import one_of

ON_UNKNOWN = ("hold", "resend", "drop")


class Given(NamedTuple):
    """The options of a call."""

    plan: str
    confirm: bool
    environment: str | None
    host: str | None
    ca: str | None
    key_file: str | None
    jwt_secret_file: str | None
    tps: int | None
    channel_tps: tuple[tuple[str, int], ...]
    share: float
    at_once: int
    journal: str | None
    max_people: int | None
    max_refused: float
    not_after: dt.datetime | None
    on_unknown: str
    patience: float
    resume: bool
    moved: bool
    again: bool


def count(context: click.Context, option: click.Parameter, value: str | None) -> int | None:
    """Reads a whole number from 1."""
    if value is None:
        return None
    if value.isascii() and value.isdecimal() and len(value) < 10 and int(value) > 0:
        return int(value)
    raise click.UsageError(f"{option.opts[-1]} {value}: expected a whole number from 1", context)


def share(context: click.Context, option: click.Parameter, value: str) -> float:
    """Reads a share: 0.8 or 80%."""
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?%|[01](\.[0-9]+)?", value):
        read = float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
        if read <= 1:
            return read
    raise click.UsageError(f"{option.opts[-1]} {value}: expected a share, such as 0.8 or 80%", context)


def _positive(context: click.Context, option: click.Parameter, value: str) -> float:
    read = share(context, option, value)
    if read == 0:
        raise click.UsageError(f"{option.opts[-1]} {value}: nothing would be sent", context)
    return read


def _limits(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    from sendspec.channels import names
    from sendspec.cli.usage import expected

    made = []
    for each in value:
        name, _, number = each.partition("=")
        if name not in names():
            raise click.UsageError(f"--channel-tps {each}: {expected(name, names())}", context)
        made.append((name, count(context, option, number) or 1))
    return tuple(made)


def _instant(context: click.Context, option: click.Parameter, value: str | None) -> dt.datetime | None:
    if value is None:
        return None
    try:
        read = dt.datetime.fromisoformat(value)
    except ValueError:
        read = None
    if read is None or read.tzinfo is None:
        told = "expected an instant with its zone, such as 2026-11-30T20:00+00:00"
        raise click.UsageError(f"{option.opts[-1]} {value}: {told}", context)
    return read


def _seconds(context: click.Context, option: click.Parameter, value: str) -> float:
    """Reads a duration: 90s, 15m, 2h."""
    if found := re.fullmatch(r"([0-9]{1,6})([smhd])", value):
        return float(found[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[found[2]]
    raise click.UsageError(f"{option.opts[-1]} {value}: expected a duration, such as 15m", context)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("plan", metavar="PLAN"),
    click.option("--confirm", is_flag=True, help="Really send. Without it, only tell what would be done."),
    click.option("--env", "environment", metavar="NAME", help="The environment of the settings: host, key, rate."),
    click.option("--host", metavar="HOST", help="Send to this host, also when it is none of the API's regions."),
    click.option("--ca", metavar="FILE", help="Trust the certificates of this PEM file, and no others."),
    click.option("--key-file", metavar="FILE", help="Take the service's key from a file that only you can read."),
    click.option("--jwt-secret-file", metavar="FILE", help="Sign JWTs with the service's secret in such a file."),
    click.option("--tps", callback=count, metavar="N", help="Destinations a second that the account may send."),
    click.option(
        "--channel-tps", callback=_limits, multiple=True, metavar="CHANNEL=N", help="The same of one channel; again."
    ),
    click.option(
        "--share", callback=_positive, default="1", metavar="S", help="The part of the rate that is ours, e.g. 0.8."
    ),
    click.option("--at-once", callback=count, default="4", metavar="N", help="Requests under way at a time; 4."),
    click.option("--journal", metavar="FILE", help="Where the journal is; beside the plan's folder unless named."),
    click.option("--max-people", callback=count, metavar="N", help="Send nothing when it would be to more people."),
    click.option("--max-refused", callback=share, default="1%", metavar="P%", help="Stop above this share; 1%."),
    click.option("--not-after", callback=_instant, metavar="INSTANT", help="Start nothing from then on."),
    click.option(
        "--on-unknown", callback=one_of(ON_UNKNOWN), default="hold", metavar="WHAT",
        help="What to do with earlier unknown outcomes: hold (unless named), resend, drop.",
    ),
    click.option(
        "--patience", callback=_seconds, default="15m", metavar="TIME",
        help="Wait so long without news for receipts of failures, where a rung hangs on them; 15m.",
    ),
    click.option("--resume", is_flag=True, help="Go on after the account or its key was refused."),
    click.option("--again", is_flag=True, help="Send a plan once more that was sent already, to everybody."),
    click.option("--moved", is_flag=True, help="The journal was moved here, and its first place never sends again."),
)  # fmt: skip


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command all of these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
