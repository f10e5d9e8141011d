"""Listens for receipts: HTTP on this machine, behind whatever ends HTTPS.

A receipt is answered with 200 only when it is on disk, and well within the 10 s that the API waits; when too many come
at once the answer is 503, after which the API tries again. A body with a wrong signature is not looked into.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from sendspec.record import NamedTuple
from sendspec.submit.journal import JournalError
from sendspec.submit.receipt import LONGEST, Receipt, signed
from sendspec.submit.receipt_keep import KEPT, STRANGE, Intake
from sendspec.submit.receipt_store import Store

#: Receipts that wait for the disk at most, those of one commit, and how long one waits (the API waits 10 s).
MOST, GROUP, PATIENCE = 5_000, 500, 8.0
#: How often it is noted that somebody listens, in seconds.
BEAT = 5.0
#: How long a body may take to come in, in seconds.
SLOW = 9.0


class _Waiting(NamedTuple):
    """A receipt, and who waits for it to be on disk."""

    receipt: Receipt
    kept: asyncio.Future[None]


class Listener:
    """A server of receipts. `told` hears of what could not be kept."""

    def __init__(
        self, intake: Intake, store: Store, key: bytes, secret: bytes | None, told: Callable[[str], None]
    ) -> None:
        self._intake, self._store, self._key, self._secret, self._told = intake, store, key, secret, told
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue(MOST)
        self._beaten = time.time()

    @asynccontextmanager
    async def serving(self, host: str, port: int) -> AsyncIterator[int]:
        """Serves for as long as the block takes; gives the port."""
        app = web.Application(client_max_size=LONGEST)
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, access_log=None, keepalive_timeout=75.0)
        await runner.setup()
        writer = asyncio.create_task(self._write())
        try:
            site = web.TCPSite(runner, host, port)
            await site.start()
            yield runner.addresses[0][1]
        finally:
            await runner.cleanup()
            writer.cancel()
            with suppress(asyncio.CancelledError):
                await writer
            await asyncio.to_thread(self._listened)

    async def _answer(self, request: web.Request) -> web.Response:
        if request.method in ("HEAD", "GET"):  # the console asks whether somebody is there
            return web.Response(text="receipts\n")
        if request.method != "POST":
            return web.Response(status=405)
        if self._queue.full():
            return web.Response(status=503, headers={"Retry-After": "60"})
        try:
            body = await asyncio.wait_for(request.read(), SLOW)
        except web.HTTPRequestEntityTooLarge:
            self._intake.counts[STRANGE] += 1
            return web.Response(status=413)
        except TimeoutError:
            return web.Response(status=408)
        if self._secret is not None and not signed(self._secret, body, request.headers.get("x-hub-signature")):
            self._intake.forged()
            return web.Response(status=401)
        return await self._take(body)

    async def _take(self, body: bytes) -> web.Response:
        try:
            what, receipt = self._intake.take(body)
        except JournalError as error:
            self._told(str(error))
            return web.Response(status=503, headers={"Retry-After": "60"})
        if receipt is None:
            return web.Response(status=400 if what == STRANGE else 200)
        waiting = _Waiting(receipt, asyncio.get_running_loop().create_future())
        try:
            self._queue.put_nowait(waiting)
            await asyncio.wait_for(waiting.kept, PATIENCE)
        except (asyncio.QueueFull, TimeoutError, JournalError):
            self._intake.counts[KEPT] -= 1
            return web.Response(status=503, headers={"Retry-After": "60"})
        return web.Response(text="kept\n")

    async def _write(self) -> None:
        """Puts what waits on disk, many in one commit, and notes that somebody listens."""
        await asyncio.to_thread(self._listened)
        while True:
            try:
                group = [await asyncio.wait_for(self._queue.get(), BEAT)]
            except TimeoutError:
                group = []
            while len(group) < GROUP and not self._queue.empty():
                group.append(self._queue.get_nowait())
            error = await asyncio.to_thread(self._commit, group)
            for waiting in group:
                if waiting.kept.done():
                    continue
                if error is None:
                    waiting.kept.set_result(None)
                else:
                    waiting.kept.set_exception(error)

    def _commit(self, group: list[_Waiting]) -> JournalError | None:
        try:
            if group:
                self._store.add(self._key, [waiting.receipt for waiting in group])
            if time.time() - self._beaten >= BEAT:
                self._listened()
        except JournalError as error:
            self._told(str(error))
            return error
        return None

    def _listened(self) -> None:
        """Notes that somebody has been listening since the last time it was noted."""
        now = time.time()
        since = self._beaten if 0 <= now - self._beaten < 4 * BEAT else now
        self._store.listen(since, now)
        self._beaten = now
