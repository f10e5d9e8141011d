"""A small server that is told how to behave, and that alone judges who was sent to. It shares no code with the product.

It may answer, lie, stall, answer too much, break off, or take a request and say nothing.
"""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple


class Asked(NamedTuple):
    """A request that came in whole."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages of its body."""
        read = json.loads(self.body)
        return read if isinstance(read, list) else [read]

    @property
    def ids(self) -> list[str]:
        """The correlation ids of its people."""
        return [
            entry.get("correlationid") or entry.get("correlationId") or message.get("correlationid")
            or message.get("correlationId") or "?"
            for message in self.messages
            for entry in message.get("destination") or message["to"]
            for _ in max((value for value in entry.values() if isinstance(value, list)), key=len)
        ]  # fmt: skip

    @property
    def addresses(self) -> list[str]:
        """The addresses of its people."""
        return [
            address
            for message in self.messages
            for entry in message.get("destination") or message["to"]
            for value in entry.values() if isinstance(value, list)
            for address in value
        ]  # fmt: skip


class Says(NamedTuple):
    """What is answered: bytes in parts, and how the connection ends. `takes`: the people count as sent to."""

    parts: tuple[bytes, ...] = ()
    takes: bool = True
    pause: float = 0.0
    reset: bool = False
    stall: bool = False


Behaviour = Callable[[Asked], Says]


def http(status: int, body: bytes, *more: str) -> bytes:
    """An answer of HTTP."""
    head = [f"HTTP/1.1 {status} x", f"content-length: {len(body)}", "content-type: application/json", *more]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def accepted(asked: Asked) -> Says:
    """What the API says when it takes a request."""
    if asked.path.startswith("/v2/"):
        return Says((http(201, b'{"messageId": "m", "status": "queued"}'),))
    entries = [{"code": "1001", "transid": f"t_{number}"} for number, _ in enumerate(asked.messages)]
    return Says((http(200, json.dumps({"response": entries}).encode()),))


def coded(code: str, takes: bool = False) -> Behaviour:
    """Answers every request with an error's code."""
    body = json.dumps({"response": {"code": code, "description": "x"}}).encode()
    return lambda asked: Says((http(200, body),), takes)


class Judge:
    """What came in, and who was taken."""

    def __init__(self, behaviour: Behaviour = accepted) -> None:
        self.behaviour = behaviour
        self.asked: list[Asked] = []
        self.taken: Counter[str] = Counter()
        self.reached: Counter[str] = Counter()
        self.at: list[tuple[float, int]] = []  # when each came in whole, and to how many people
        self.connections = 0
        self.broken = 0  # requests of which only a part came in

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        try:
            while (asked := await self._read(reader)) is not None:
                if asked.path == "/ledger":
                    writer.write(http(200, json.dumps({"reached": self.reached, "broken": self.broken}).encode()))
                    continue
                self.asked.append(asked)
                self.at.append((time.monotonic(), len(asked.addresses)))
                says = self.behaviour(asked)
                if says.takes:
                    self.taken.update(asked.ids)
                    self.reached.update(asked.addresses)
                if not await self._say(says, writer):
                    return
        except OSError:
            return
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Asked | None:
        head = b""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
            headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            self.broken += bool(head or getattr(error, "partial", b""))
            return None
        return Asked(first.split(" ")[1], headers, body)

    async def _say(self, says: Says, writer: asyncio.StreamWriter) -> bool:
        """Answers, and tells whether the connection goes on."""
        for part in says.parts:
            await asyncio.sleep(says.pause)
            writer.write(part)
            await writer.drain()
        if says.stall:
            await asyncio.sleep(3600)
        if says.reset:
            sock = writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
        return bool(says.parts) and not says.reset


@contextmanager
def listening(judge: Judge, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serves in a thread of its own, and gives the port."""
    ready = threading.Event()
    found: list[Any] = []

    async def main() -> None:
        server = await asyncio.start_server(judge.serve, "127.0.0.1", 0, ssl=tls, limit=1 << 24)
        stop = asyncio.Event()
        found.extend((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), stop))
        ready.set()
        await stop.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    thread = threading.Thread(target=asyncio.run, args=(main(),), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield found[0]
    finally:
        found[1].call_soon_threadsafe(found[2].set)
        thread.join(10)
