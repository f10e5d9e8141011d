"""The mock on a socket, asked by a client that others wrote."""

from __future__ import annotations

import asyncio
import hmac
import io
import json
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sendspec.mock.api import Rules
from sendspec.mock.log import Log
from sendspec.mock.run import Place, serve
from sendspec.mock.server import LARGEST, Signature

from .bodies import KEY, V1, V2, rcs, sms

Client = aiohttp.ClientSession
Ask = Callable[[Client, str], Awaitable[Any]]


def asked(ask: Ask, rules: Rules | None = None, **place: Any) -> tuple[Any, Log]:
    """What a client gets from a mock on a free port, and what the mock has seen in the end."""

    async def run() -> tuple[Any, Log]:
        stop, address = asyncio.Event(), asyncio.get_running_loop().create_future()
        where = Place("127.0.0.1", 0, **place)
        server = asyncio.create_task(serve(rules or Rules(), where, address.set_result, stop))
        await asyncio.wait((server, address), return_when=asyncio.FIRST_COMPLETED, timeout=20)
        if server.done():
            server.result()
        try:
            async with Client(headers=KEY) as client:
                got = await asyncio.wait_for(ask(client, address.result()), 20)
        finally:
            stop.set()
        return got, await asyncio.wait_for(server, 20)

    return asyncio.run(run())


def test_requests_of_both_versions_are_answered() -> None:
    async def ask(client: Client, at: str) -> Any:
        async with client.post(at + V1, json=[sms(), sms()]) as first, client.post(at + V2, json=rcs()) as second:
            return first.status, await first.json(), second.status, await second.json()

    (status, told, other, made), log = asked(ask)
    assert (status, [each["code"] for each in told["response"]]) == (200, ["1001", "1001"])
    assert (other, made["status"]) == (201, "queued")
    assert (log.totals["accepted"], log.totals["people"]) == (2, 3)


def test_the_page_and_the_log_show_what_came() -> None:
    async def ask(client: Client, at: str) -> Any:
        await client.post(at + V1, json=sms(correlation="apt-1"))
        async with client.get(at + "/") as page, client.get(at + "/log.json") as log:
            return page.headers, await page.text(), await log.json()

    (headers, page, log), _ = asked(ask)
    assert headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "apt-1" in page
    assert [each["correlation"] for each in log["requests"]] == [["apt-1"]]
    assert log["totals"]["people"] == 1


def test_neither_key_nor_address_stands_in_what_it_shows_or_writes(tmp_path: Path) -> None:
    hidden = {"key": "CANARY-key", "authorization": "Bearer CANARY.to.ken"}

    async def ask(client: Client, at: str) -> Any:
        for header, body in ((0, sms()), (1, sms()), (0, {"channel": "+447700900123"})):
            name = list(hidden)[header]
            await client.post(at + V1, json=body, headers={name: hidden[name]})
        await client.post(at + "/v2/messages/447700900123?key=CANARY", json={})
        async with client.get(at + "/") as page, client.get(at + "/log.json") as log:
            return await page.text() + await log.text()

    with (tmp_path / "log").open("w") as file:
        shown, log = asked(ask, file=file)
    told = shown + (tmp_path / "log").read_text() + repr(log.totals)
    assert log.totals["requests"] == 4
    assert "CANARY" not in told
    assert "7700900123" not in told


def test_a_log_that_cannot_be_written_stops_no_request() -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError("no space left on device")

    async def ask(client: Client, at: str) -> Any:
        return [(await client.post(at + V1, json=sms())).status for _ in range(2)]

    status, log = asked(ask, file=Full())
    assert status == [200, 200]
    assert (log.totals["accepted"], log.totals["log given up"]) == (2, 1)


@pytest.mark.parametrize("name", ["drop", "reset", "lose", "lose-by-reset", "half-close", "truncated"])
def test_a_client_gets_no_answer_when_the_connection_fails(name: str) -> None:
    async def ask(client: Client, at: str) -> Any:
        with pytest.raises(aiohttp.ClientError):
            async with client.post(at + V1, json=sms()) as answer:
                await answer.read()

    _, log = asked(ask, Rules(faults={name: 1.0}))
    assert log.totals["people"] == (0 if name in ("drop", "reset") else 1)
    assert log.entries[-1].fault == name


def test_a_half_closed_connection_still_takes_what_is_written() -> None:
    async def ask(client: Client, at: str) -> Any:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(at.rpartition(":")[2]))
        body = json.dumps(sms()).encode()
        writer.write(f"POST {V1} HTTP/1.1\r\nhost: x\r\nkey: k\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body)
        assert await reader.read() == b""
        writer.write(b"more")
        await writer.drain()
        await asyncio.sleep(0.1)
        writer.write(b"more")
        await writer.drain()
        writer.close()

    _, log = asked(ask, Rules(faults={"half-close": 1.0}))
    assert log.totals["people"] == 1


def test_a_reset_is_a_reset_and_a_close_is_an_end() -> None:
    async def end(at: str) -> bytes | None:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(at.rpartition(":")[2]))
        body = json.dumps(sms()).encode()
        writer.write(f"POST {V1} HTTP/1.1\r\nhost: x\r\nkey: k\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body)
        try:
            return await reader.read()
        except ConnectionResetError:
            return None
        finally:
            writer.close()

    async def ask(client: Client, at: str) -> Any:
        return await end(at)

    assert asked(ask, Rules(faults={"lose": 1.0}))[0] == b""
    assert asked(ask, Rules(faults={"lose-by-reset": 1.0}))[0] is None


def test_a_truncated_answer_is_the_beginning_of_the_right_one() -> None:
    async def ask(client: Client, at: str) -> Any:
        found = []
        for _ in range(20):
            reader, writer = await asyncio.open_connection("127.0.0.1", int(at.rpartition(":")[2]))
            body = json.dumps(rcs()).encode()
            writer.write(
                f"POST {V2} HTTP/1.1\r\nhost: x\r\nkey: k\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body
            )
            found.append(await reader.read())
            writer.close()
        return found

    found, log = asked(ask, Rules(faults={"truncated": 1.0}))
    assert all(each and b"HTTP/1.1 201 Created\r\n".startswith(each[:22]) for each in found)
    assert not any(each.endswith(b"}") for each in found)
    assert len({len(each) for each in found}) > 10
    assert log.totals["people"] == 20


def test_a_late_answer_is_late_and_right() -> None:
    async def ask(client: Client, at: str) -> Any:
        with pytest.raises(TimeoutError):
            await client.post(at + V1, json=sms(), timeout=aiohttp.ClientTimeout(total=0.75))
        async with client.post(at + V1, json=sms()) as answer:
            return await answer.json()

    told, log = asked(ask, Rules(faults={"delay": 1.0}, late=1.5))
    assert told["response"][0]["code"] == "1001"
    assert log.totals["people"] == 2


def test_a_redirect_leads_to_a_port_that_tells_who_follows() -> None:
    async def ask(client: Client, at: str) -> Any:
        async with client.post(at + V1, json=sms(), allow_redirects=False) as answer:
            assert answer.status == 307
            assert not answer.headers["location"].startswith(at)
            assert (await client.get(at + "/log.json")).status == 200
        async with client.post(at + V1, json=sms()) as followed:
            return followed.status

    status, log = asked(ask, Rules(faults={"307": 1.0}))
    assert status == 404
    names = ("requests at the other origin", "keys at the other origin", "bodies at the other origin")
    assert [log.totals[name] for name in names] == [1, 1, 1]
    assert log.totals["people"] == 0


def test_a_body_that_is_too_large_is_refused() -> None:
    async def ask(client: Client, at: str) -> Any:
        async with client.post(at + V1, data=io.BytesIO(b" " * (LARGEST + 1))) as answer:
            return await answer.json()

    told, _ = asked(ask)
    assert told["response"]["code"] == "7022"


def test_an_oversized_answer_arrives_whole() -> None:
    async def ask(client: Client, at: str) -> Any:
        async with client.post(at + V2, json=rcs()) as answer:
            return await answer.read()

    body, log = asked(ask, Rules(faults={"oversized": 1.0}))
    assert len(body) == 8 * 1024 * 1024
    assert json.loads(body)["status"] == "queued"
    assert log.totals["people"] == 1


def test_it_speaks_tls_with_a_certificate_of_its_own() -> None:
    folder = Path(__file__).parent.parent / "submit" / "tls"
    own = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    own.load_cert_chain(folder / "here.pem")

    async def ask(client: Client, at: str) -> Any:
        trusted = ssl.create_default_context(cafile=folder / "authority.pem")
        async with client.post(at + V1, json=sms(), ssl=trusted) as answer:
            return at, await answer.json()

    (at, told), _ = asked(ask, tls=own)
    assert at.startswith("https://127.0.0.1:")
    assert told["response"][0]["code"] == "1001"


def receiver(answers: list[int], got: list[tuple[Any, bytes]]) -> web.Server:
    """Somebody who takes receipts, and answers them in turn; the last answer stays."""

    async def handle(request: web.BaseRequest) -> web.Response:
        got.append((request.headers, await request.read()))
        return web.Response(status=answers[min(len(got), len(answers)) - 1])

    return web.Server(handle, access_log=None)


def carried(body: Any, answers: list[int], until: int, **more: Any) -> tuple[list[tuple[Any, bytes]], Log]:
    """The receipts that come to a notify URL until there are so many."""
    got: list[tuple[Any, bytes]] = []
    port = free_port()

    async def ask(client: Client, at: str) -> Any:
        runner = web.ServerRunner(receiver(answers, got))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await client.post(at + V1, json=body)
        while len(got) < until:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)
        await runner.cleanup()

    rules = Rules(wait=0.1, notify=f"http://127.0.0.1:{port}/hook")
    _, log = asked(ask, rules, **more)
    return got, log


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        port: int = own.getsockname()[1]
    return port


def test_receipts_are_posted_signed_and_once(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("w") as file:
        got, log = carried(sms(correlation="a"), [200], 2, signature=Signature(b"secret", "sha512"), file=file)
    codes = [json.loads(body)["deliveryInfoNotification"]["deliveryInfo"]["code"] for _, body in got]
    assert codes == ["7501", "7500"]
    for headers, body in got:
        assert headers["x-hub-signature"] == hmac.new(b"secret", body, "sha512").hexdigest()
        assert headers["content-type"] == "application/json"
    assert log.totals["receipts taken"] == 2
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert [line["kind"] for line in lines] == ["request", "receipt", "receipt"]
    assert "7700900123" not in path.read_text()


def test_a_receipt_that_is_refused_comes_again_and_one_that_is_unwanted_does_not() -> None:
    got, log = carried(sms(), [503, 200], 3, pause=0.1)
    assert (len(got), log.totals["receipts taken"], log.totals["receipts not taken"]) == (3, 2, 1)
    got, log = carried(sms(), [404], 2, pause=0.1)
    assert (len(got), log.totals["receipts not taken"]) == (2, 2)


def test_receipts_without_a_receiver_are_tried_four_times() -> None:
    async def ask(client: Client, at: str) -> Any:
        await client.post(at + V1, json=sms())
        while True:
            async with client.get(at + "/log.json") as log:
                told = await log.json()
            if told["totals"].get("receipts not taken") == 8:
                return told
            await asyncio.sleep(0.05)

    rules = Rules(wait=0.05, notify=f"http://127.0.0.1:{free_port()}/")
    told, _ = asked(ask, rules, pause=0.05)
    assert told["receipts waiting"] == 0


# --- the command ---------------------------------------------------------------------------------------


@pytest.fixture
def command(tmp_path: Path) -> Iterator[Callable[..., tuple[subprocess.Popen[str], str]]]:
    """Starts `sendspec mock` as a process, and gives it with its address."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> tuple[subprocess.Popen[str], str]:
        line = [sys.executable, "-m", "sendspec", "mock", "--port", "0", *arguments]
        made = subprocess.Popen(line, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        started.append(made)
        assert made.stdout is not None
        said = made.stdout.readline()
        assert said.startswith("listening on http://127.0.0.1:"), made.communicate()
        return made, said.split()[-1]

    yield start
    for each in started:
        each.kill()
        each.communicate()


def post(at: str, body: object) -> Any:
    async def run() -> Any:
        async with Client(headers=KEY) as client, client.post(at + V1, json=body) as answer:
            return await answer.json()

    return asyncio.run(run())


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command_says_where_it_is_and_ends_with_0(command: Any, tmp_path: Path, number: int) -> None:
    process, at = command("--log", "mock.ndjson", "--tps", "5")
    assert post(at, sms())["response"][0]["code"] == "1001"
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "", "sendspec: 1 request, 1 accepted, 0 refused\n")
    assert json.loads((tmp_path / "mock.ndjson").read_text())["code"] == "1001"
