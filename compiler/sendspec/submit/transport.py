"""One POST over the network: how far it came, and what was answered. The only module that knows aiohttp.

TLS is always verified, no redirect is followed, nothing is tried again, and nothing of an error's text is kept.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import SimpleNamespace

import aiohttp

from sendspec import __version__
from sendspec.blocked import BlockedError, reason
from sendspec.record import NamedTuple
from sendspec.submit.hosts import Host
from sendspec.submit.outcome import LONGEST, Phase, of_status

#: Seconds: for a connection, and for all of a request.
CONNECT, TOTAL = 15.0, 60.0
#: The longest wait that an answer can ask for, in seconds: no server can put a sender to sleep for years.
LONGEST_WAIT = 3600.0
#: How long a connection that is not used stays open: a server that closes it meanwhile would make an outcome doubtful.
IDLE = 2.0


class Answer(NamedTuple):
    """What came of a POST. `said`: in a few words why there was no answer."""

    phase: Phase
    status: int = 0
    body: bytes = b""
    retry_after: float | None = None
    said: str = ""


def secured(ca: Path | None) -> ssl.SSLContext:
    """TLS that verifies chain and name, by the system's authorities or by those of a file alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca is None:
        context.load_default_certs()
        return context
    try:
        context.load_verify_locations(cafile=ca)
    except ssl.SSLError as error:
        raise BlockedError(f"{ca}: it holds no certificate", "expected PEM") from error
    except OSError as error:
        raise BlockedError(f"{ca}: {reason(error)}") from error
    return context


class Transport:
    """Connections to one host."""

    def __init__(self, host: Host, ca: Path | None = None, connect: float = CONNECT, total: float = TOTAL) -> None:
        self._origin = host.origin
        trace = aiohttp.TraceConfig()
        trace.on_request_headers_sent.append(_leaves)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=True if host.local else secured(ca), keepalive_timeout=IDLE),
            timeout=aiohttp.ClientTimeout(total=total, connect=connect),
            headers={"content-type": "application/json", "user-agent": f"sendspec/{__version__}"},
            skip_auto_headers=("accept-encoding",),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            trace_configs=[trace],
        )

    async def close(self) -> None:
        """Closes all connections."""
        await self._session.close()

    async def post(
        self, path: str, body: bytes, headers: Mapping[str, str], leaves: Callable[[], None] | None = None
    ) -> Answer:
        """Sends a body once. Until its head is handed on nothing can have been written; from then on it may have.
        `leaves` hears of that moment."""
        mark = SimpleNamespace(written=False, leaves=leaves)
        try:
            async with self._session.post(
                self._origin + path, data=body, headers=headers, allow_redirects=False, trace_request_ctx=mark
            ) as response:
                after = retry_after(response.headers.get("retry-after"), dt.datetime.now(dt.UTC))
                if of_status(response.status) is not None:
                    response.close()  # such a status decides alone
                    return Answer(Phase.ANSWERED, response.status, retry_after=after)
                return Answer(Phase.ANSWERED, response.status, await _bounded(response), after)
        except (aiohttp.ClientError, TimeoutError, OSError, asyncio.IncompleteReadError, ValueError) as error:
            phase = Phase.WRITTEN if mark.written else Phase.NOT_WRITTEN
            return Answer(phase, said=_said(error))


async def _leaves(session: aiohttp.ClientSession, context: SimpleNamespace, given: object) -> None:
    """Called right before the head of a request is handed to the connection."""
    mark = context.trace_request_ctx
    mark.written = True
    if mark.leaves is not None:
        mark.leaves()


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    """The body, up to one byte more than an answer may have."""
    read = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        read += chunk
        if len(read) > LONGEST:
            response.close()
            return bytes(read[: LONGEST + 1])
    return bytes(read)


def retry_after(told: str | None, now: dt.datetime) -> float | None:
    """The seconds that an answer asks to wait, within bounds: a number, or an instant of HTTP."""
    if told is None or len(told) > 40:
        return None
    if told.strip().isascii() and told.strip().isdecimal():
        return min(float(told.strip()), LONGEST_WAIT)
    try:
        instant = parsedate_to_datetime(told)
    except (ValueError, TypeError):
        return None
    seconds = (instant.replace(tzinfo=instant.tzinfo or dt.UTC) - now).total_seconds()
    return min(max(0.0, seconds), LONGEST_WAIT)


def _said(error: Exception) -> str:
    """Why there was no answer, in words of ours: an error's own text may hold what we sent."""
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "the host's name is not known"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | ssl.SSLCertVerificationError):
        return "the host's certificate is not trusted"
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return "no secure connection"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "the host takes no connection"
    return "the connection broke"
