"""Runs a mock until the process is told to end: sockets, signals, and the log's file around `server`."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from ssl import SSLContext
from typing import IO, NamedTuple

from sendspec.mock.api import Mock, Rules, warm
from sendspec.mock.log import Log
from sendspec.mock.server import Server, Signature, other_origin


class Place(NamedTuple):
    """Where a mock listens and writes. `port` 0: any that is free. `pause`: seconds until a receipt is tried again."""

    host: str
    port: int
    tls: SSLContext | None = None
    signature: Signature | None = None
    pause: float = 60.0
    file: IO[str] | None = None


def run(rules: Rules, place: Place, ready: Callable[[str], None]) -> Log:
    """Serves until SIGTERM or SIGINT; what the mock has seen by then. Raises OSError when it cannot listen."""
    return asyncio.run(serve(rules, place, ready))


async def serve(rules: Rules, place: Place, ready: Callable[[str], None], stop: asyncio.Event | None = None) -> Log:
    """The same inside a loop, until `stop` is set."""
    log, ended = Log(), stop or asyncio.Event()
    _listen_to_signals(ended)
    other = None
    if rules.faults.get("307"):
        other, origin = await other_origin(place.host, log)
        rules = rules._replace(elsewhere=origin)
    warm()
    server = Server(Mock(rules), log, signature=place.signature, pause=place.pause, file=place.file)
    try:
        await server.serve(place.host, place.port, tls=place.tls, ready=ready, stop=ended)
    finally:
        if other is not None:
            await other.cleanup()
    log.totals["receipts not sent"] += len(server.queue)
    return log


def _listen_to_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; not in the main thread
            loop.add_signal_handler(getattr(signal, name), stop.set)
