"""The mock on a socket: reads requests, spoils the way of answers, carries receipts. The one room of it with a clock.

It decides nothing: `api` does.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from ssl import SSLContext
from typing import IO, NamedTuple

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from sendspec.mock.api import Mock
from sendspec.mock.call import Answer, Call, End, instant
from sendspec.mock.log import Entry, Log
from sendspec.mock.page import HEADERS, page
from sendspec.mock.queue import Queue
from sendspec.mock.receipts import Due, signed, written

#: The largest body that is read: no page states the API's own bound (7022).
LARGEST = 16 * 1024 * 1024
#: How long a half-closed connection waits for the other side, how long a receipt waits for its answer (facts §5.3), and
#: how many receipts are on their way at once.
_HALF, _ANSWER, _AT_ONCE = 30.0, 10.0, 16


class Signature(NamedTuple):
    """With what receipts are signed."""

    secret: bytes
    algorithm: str


class Server:
    """A mock, its log and its queue, served until it is told to stop."""

    def __init__(
        self, mock: Mock, log: Log, *, signature: Signature | None, pause: float, file: IO[str] | None
    ) -> None:
        self.mock, self.log = mock, log
        self.queue = Queue(pause)
        self._signature, self._file, self._clock = signature, file, _clock()
        self._woken = asyncio.Event()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._open: set[asyncio.Task[None]] = set()

    async def serve(
        self, host: str, port: int, *, tls: SSLContext | None, ready: Callable[[str], None], stop: asyncio.Event
    ) -> None:
        """Serves until `stop` is set. `ready` is told the address once somebody can connect."""
        runner = web.ServerRunner(web.Server(self._handle, access_log=None, keepalive_timeout=75), shutdown_timeout=0.5)
        await runner.setup()
        carrier: asyncio.Task[None] | None = None
        try:
            await web.TCPSite(runner, host, port, ssl_context=tls).start()
            carrier = asyncio.create_task(self._carry())
            ready(f"{'https' if tls else 'http'}://{_printed(host)}:{runner.addresses[0][1]}")
            await _first(stop, carrier)
        finally:
            for task in (carrier, *self._open):
                if task is not None:
                    task.cancel()
            await runner.cleanup()

    # --- requests ------------------------------------------------------------------------------------

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.method == "GET" and request.path in ("/", "/log.json"):
            return self._shown(request.path)
        turn = self.mock.turn(request.method, request.path)
        if turn.fault is not None and turn.fault.name == "drop":
            self._note(self.mock.unread(turn, request.path, self._clock()))
            return _closed(request)
        body = await _read(request)
        headers = {name.lower(): value for name, value in request.headers.items()}
        reply = self.mock.answer(turn, Call(request.method, request.path, headers, body), self._clock())
        self.log.accept(reply.accepted)
        self._note(reply.entry)
        for one in reply.receipts:
            self.queue.put(one)
        self._woken.set()
        return await _answered(request, reply.answer)

    def _shown(self, path: str) -> web.Response:
        if path == "/":
            return web.Response(text=page(self.log), content_type="text/html", headers=HEADERS)
        told = json.dumps({**self.log.told(), "receipts waiting": len(self.queue)}, ensure_ascii=False, indent=1)
        return web.Response(text=told, content_type="application/json", headers=HEADERS)

    def _note(self, entry: Entry) -> None:
        self.log.add(entry)
        self._write(entry.told())

    def _write(self, told: object) -> None:
        if self._file is None:
            return
        try:
            self._file.write(json.dumps(told, ensure_ascii=False) + "\n")
            self._file.flush()
        except OSError:  # requests are answered all the same; the end tells
            self._file = None
            self.log.totals["log given up"] = 1

    # --- receipts ------------------------------------------------------------------------------------

    async def _carry(self) -> None:
        """Carries receipts when they are due, for ever."""
        async with ClientSession(timeout=ClientTimeout(total=_ANSWER)) as session:
            while True:
                self._woken.clear()
                while (taken := self.queue.pop(self._clock())) is not None:
                    await self._slots.acquire()
                    task = asyncio.create_task(self._deliver(session, *taken))
                    self._open.add(task)
                    task.add_done_callback(self._delivered)
                at = self.queue.next_at()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), None if at is None else max(0.0, at - self._clock()))

    def _delivered(self, task: asyncio.Task[None]) -> None:
        self._open.discard(task)
        self._slots.release()

    async def _deliver(self, session: ClientSession, one: Due, attempt: int) -> None:
        body = written(one)
        headers = {"content-type": "application/json"}
        if self._signature is not None:
            secret = b"not the secret" if one.forged else self._signature.secret
            headers["x-hub-signature"] = signed(body, secret, self._signature.algorithm)
        status: int | None = None
        try:
            async with session.post(one.url, data=body, headers=headers, allow_redirects=False) as answer:
                status = answer.status
        except (ClientError, TimeoutError, OSError, ValueError):
            pass  # nobody there, or no address
        again = status != 200 and self.queue.failed(one, attempt, status, self._clock())
        self._woken.set()
        self.log.totals["receipts taken" if status == 200 else "receipts not taken"] += 1
        self._write({"kind": "receipt", "at": instant(self._clock()), **_told(one, attempt, status), "again": again})


def _clock() -> Callable[[], float]:
    """The time since 1970, which never jumps."""
    start = time.time() - time.monotonic()
    return lambda: start + time.monotonic()


async def _first(stop: asyncio.Event, carrier: asyncio.Task[None]) -> None:
    """Waits for the end. A carrier that breaks is a fault of ours, and must not do so in silence."""
    ended = asyncio.create_task(stop.wait())
    await asyncio.wait((ended, carrier), return_when=asyncio.FIRST_COMPLETED)
    ended.cancel()
    if carrier.done():
        carrier.result()


def _told(one: Due, attempt: int, status: int | None) -> dict[str, object]:
    return {
        "channel": one.shape.channel,
        "state": one.event["state"],
        "code": one.event["code"],
        "transid": one.transid,
        "forged": one.forged,
        "attempt": attempt,
        "status": status,
    }


async def _read(request: web.BaseRequest) -> bytes | None:
    """The body, or None when it is larger than anything that is read."""
    parts: list[bytes] = []
    size = 0
    async for part in request.content.iter_any():
        size += len(part)
        if size > LARGEST:
            return None
        parts.append(part)
    return b"".join(parts)


async def _answered(request: web.BaseRequest, answer: Answer) -> web.StreamResponse:
    """Sends an answer as its end says."""
    if answer.seconds:
        await asyncio.sleep(answer.seconds)
    match answer.end:
        case End.WHOLE:
            return web.Response(status=answer.status, body=answer.body, headers=dict(answer.headers))
        case End.CLOSED:
            return _closed(request)
        case End.RESET:
            return _reset(request)
        case End.HALF:
            await _half_closed(request)
            return _closed(request)
        case End.CUT:
            whole = _raw(answer)
            if request.transport is not None:
                request.transport.write(whole[: int(1 + answer.cut * (len(whole) - 1))])
            return _closed(request)


def _raw(answer: Answer) -> bytes:
    """An answer as it goes over the wire."""
    fields = (*answer.headers, ("content-length", str(len(answer.body))))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"HTTP/1.1 {answer.status} {_reason(answer.status)}\r\n{head}\r\n".encode() + answer.body


def _reason(status: int) -> str:
    from http import HTTPStatus

    return HTTPStatus(status).phrase


def _closed(request: web.BaseRequest) -> web.StreamResponse:
    """Closes the connection when what was written is out. What aiohttp writes afterwards goes nowhere."""
    if request.transport is not None:
        request.transport.close()
    return web.Response()


def _reset(request: web.BaseRequest) -> web.StreamResponse:
    if request.transport is not None:
        own = request.transport.get_extra_info("socket")
        with suppress(OSError):
            own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response()


async def _half_closed(request: web.BaseRequest) -> None:
    """Closes our side, and waits for the other."""
    transport = request.transport
    if transport is None or not transport.can_write_eof():
        return
    transport.write_eof()
    until = time.monotonic() + _HALF
    while not transport.is_closing() and time.monotonic() < until:
        await asyncio.sleep(0.05)


def _printed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


async def other_origin(host: str, log: Log) -> tuple[web.ServerRunner, str]:
    """A second origin, to which 307 sends callers, and its address. The log counts who followed, and with what."""

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        log.totals["requests at the other origin"] += 1
        if "key" in request.headers or "authorization" in request.headers:
            log.totals["keys at the other origin"] += 1
        if await _read(request) != b"":
            log.totals["bodies at the other origin"] += 1
        return web.Response(status=404)

    runner = web.ServerRunner(web.Server(handle, access_log=None), shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, host, 0).start()
    return runner, f"http://{_printed(host)}:{runner.addresses[0][1]}"
