"""What the transport says of real connections that break, lie, stall or lead elsewhere."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sendspec.blocked import BlockedError
from sendspec.submit.hosts import Host, host
from sendspec.submit.outcome import LONGEST, Decision, Phase, outcome
from sendspec.submit.transport import Answer, Transport, retry_after, secured

from .conftest import KEY, V1
from .judge import Judge, Says, http, listening

TLS = Path(__file__).parent / "tls"
A, B, C = Phase.NOT_WRITTEN, Phase.WRITTEN, Phase.ANSWERED
BODY = b'{"destination": [{"msisdn": ["+447700900123"]}]}'
YES = http(200, b'{"response": [{"code": "1001"}]}')


def post(port: int, ca: Path | None = None, name: str = "127.0.0.1", count: int = 1, **seconds: float) -> list[Answer]:
    """What comes of so many POSTs, one after another."""

    async def main() -> list[Answer]:
        transport = Transport(Host(name, port, ca is None), ca, **seconds)
        try:
            return [await transport.post(V1, BODY, {"key": KEY}) for _ in range(count)]
        finally:
            await transport.close()

    return asyncio.run(main())


def meant(answer: Answer) -> Decision:
    """The decision about the one person of the request."""
    ((verdict,),) = outcome(answer.phase, answer.status, answer.body, [["id"]])
    return verdict.decision


def says(*parts: bytes, pause: float = 0.0, reset: bool = False, stall: bool = False) -> Judge:
    return Judge(lambda asked: Says(parts, True, pause, reset, stall))


@contextlib.contextmanager
def raw(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A bare socket that does as it is told with each connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection, contextlib.suppress(OSError):
                        serve(connection)

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def read_all(connection: socket.socket) -> None:
    """Reads a request to its end."""
    got = b""
    while not got.endswith(BODY):
        got += connection.recv(65536)


def test_an_answer_that_comes_whole_is_an_answer() -> None:
    judge = says(YES)
    with listening(judge) as port:
        answers = post(port, count=3)
    assert {(answer.phase, meant(answer)) for answer in answers} == {(C, Decision.ACCEPTED)}
    assert judge.connections == 1
    assert judge.asked[0].body == BODY
    assert set(judge.asked[0].headers) == {
        "host", "key", "content-type", "content-length", "user-agent", "accept",
    }  # fmt: skip


def test_an_answer_that_is_reset_at_any_byte_is_no_acceptance() -> None:
    sizes = iter(range(len(YES)))
    seen: list[int] = []

    def serve(connection: socket.socket) -> None:
        read_all(connection)
        seen.append(size := next(sizes))
        connection.sendall(YES[:size])
        reset(connection)

    with raw(serve) as port:
        answers = [post(port)[0] for _ in range(len(YES))]
    assert len(seen) == len(YES)
    assert {answer.phase for answer in answers} == {B}
    assert {meant(answer) for answer in answers} == {Decision.UNKNOWN}


def test_an_answer_that_ends_at_any_byte_is_no_acceptance() -> None:
    sizes = iter(range(len(YES)))

    def serve(connection: socket.socket) -> None:
        read_all(connection)
        connection.sendall(YES[: next(sizes)])
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1)

    with raw(serve) as port:
        answers = [post(port)[0] for _ in range(len(YES))]
    assert {meant(answer) for answer in answers} == {Decision.UNKNOWN}


def test_a_request_that_is_reset_at_any_byte_may_have_been_taken() -> None:
    sizes = iter(range(1, 400, 7))

    def serve(connection: socket.socket) -> None:
        connection.recv(next(sizes))
        reset(connection)

    with raw(serve) as port:
        assert {post(port)[0].phase for _ in range(1, 400, 7)} == {B}


def test_an_answer_before_a_half_close_counts() -> None:
    def serve(connection: socket.socket) -> None:
        read_all(connection)
        connection.sendall(YES)
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1)

    with raw(serve) as port:
        assert meant(post(port)[0]) is Decision.ACCEPTED


def test_a_slow_answer_is_waited_for_and_one_too_slow_is_doubtful() -> None:
    with listening(says(*(YES[at : at + 8] for at in range(0, len(YES), 8)), pause=0.01)) as port:
        assert meant(post(port)[0]) is Decision.ACCEPTED
        answer = post(port, total=0.05)[0]
    assert (answer.phase, answer.said) == (B, "no answer in time")


@pytest.mark.parametrize("parts", [(), (b"HTTP/1.1 200 OK\r\n",), (YES[:-5],)])
def test_a_stalled_answer_is_doubtful(parts: tuple[bytes, ...]) -> None:
    with listening(says(*parts, stall=True)) as port:
        assert post(port, total=0.3)[0].phase is B


@pytest.mark.parametrize(
    "answer",
    [
        b"no HTTP at all\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x16\x03\x01\x02\x00", b"SSH-2.0-x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"x: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\ncontent-length: 20\r\n\r\n" + b"x" * 20,
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
    ],
)  # fmt: skip
def test_what_is_no_http_is_doubtful(answer: bytes) -> None:
    with listening(says(answer, reset=True)) as port:
        assert meant(post(port, total=2)[0]) is Decision.UNKNOWN


@pytest.mark.parametrize("body", [b"<html>", b"", b"\x1f\x8b\x08\x00", b"[]", b"null"])
def test_what_is_no_json_of_the_api_is_strange(body: bytes) -> None:
    with listening(says(http(200, body))) as port:
        assert meant(post(port)[0]) is Decision.STRANGE


def test_a_packed_answer_is_not_unpacked() -> None:
    import gzip

    packed = gzip.compress(b'{"response": [{"code": "1001"}]}' + b" " * 10_000_000)
    with listening(says(http(200, packed, "content-encoding: gzip"))) as port:
        assert meant(post(port)[0]) is Decision.STRANGE


def test_an_endless_answer_is_read_no_further_than_an_answer_goes() -> None:
    sent: list[int] = []

    def serve(connection: socket.socket) -> None:
        read_all(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n")
        while True:
            sent.append(connection.send(b" " * 65536))

    with raw(serve) as port:
        answer = post(port, total=20)[0]
    assert (answer.phase, len(answer.body), meant(answer)) == (C, LONGEST + 1, Decision.STRANGE)


@pytest.mark.parametrize(("status", "decision"), [(429, Decision.THROTTLED), (503, Decision.UNKNOWN)])
def test_a_status_that_decides_alone_needs_no_body(status: int, decision: Decision) -> None:
    head = f"HTTP/1.1 {status} x\r\ncontent-length: 1000\r\nretry-after: 7\r\n\r\n".encode()
    with listening(says(head, stall=True)) as port:
        answer = post(port, total=5)[0]
    assert (answer.phase, meant(answer), answer.retry_after) == (C, decision, 7.0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_neither_key_nor_body_follows_a_redirection(status: int) -> None:
    other = says(YES)
    with listening(other) as elsewhere:
        leads = says(http(status, b"", f"location: http://127.0.0.1:{elsewhere}{V1}"))
        with listening(leads) as port:
            answer = post(port)[0]
    assert meant(answer) is Decision.REDIRECTED
    assert (other.connections, other.asked) == (0, [])


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = says(YES)
    with listening(proxy) as elsewhere, listening(says(YES)) as port:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{elsewhere}")
        monkeypatch.delenv("no_proxy", raising=False)
        assert meant(post(port)[0]) is Decision.ACCEPTED
    assert proxy.connections == 0


def test_nothing_was_written_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    answer = post(port)[0]
    assert (answer.phase, answer.said) == (A, "the host takes no connection")


def served(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / f"{name}.pem")
    return context


def test_a_certificate_of_the_own_authority_is_trusted() -> None:
    judge = says(YES)
    with listening(judge, served("here")) as port:
        answers = [post(port, TLS / "authority.pem", name)[0] for name in ("127.0.0.1", "localhost")]
    assert {meant(answer) for answer in answers} == {Decision.ACCEPTED}
    assert len(judge.asked) == 2


def test_a_wrong_certificate_gets_nothing() -> None:
    judge = says(YES)
    with listening(judge, served("elsewhere")) as port:
        wrong_name = post(port, TLS / "authority.pem")[0]
    with listening(judge, served("here")) as port:
        stranger = post(port, TLS / "elsewhere.pem")[0]
    for answer in (wrong_name, stranger):
        assert (answer.phase, answer.said) == (A, "the host's certificate is not trusted")
    assert judge.asked == []


def test_a_certificate_of_an_unknown_authority_is_not_trusted() -> None:
    async def main(port: int) -> Answer:
        transport = Transport(Host("localhost", port, local=False))
        try:
            return await transport.post(V1, BODY, {"key": KEY})
        finally:
            await transport.close()

    judge = says(YES)
    with listening(judge, served("here")) as port:
        answer = asyncio.run(main(port))
    assert (answer.phase, judge.asked) == (A, [])


def test_a_host_without_tls_gets_nothing() -> None:
    judge = says(YES)
    with listening(judge) as port:
        answer = post(port, TLS / "authority.pem", total=1)[0]
    assert (answer.phase, judge.asked) == (A, [])


def test_verification_cannot_be_turned_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONHTTPSVERIFY", "0")
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    context = secured(None)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert context.keylog_filename is None
    with pytest.raises(BlockedError, match="no such file"):
        secured(tmp_path / "none.pem")
    (tmp_path / "x.pem").write_text("x")
    with pytest.raises(BlockedError, match="holds no certificate"):
        secured(tmp_path / "x.pem")


def test_nothing_of_what_was_sent_is_in_what_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    with listening(says(b"x" * 200 + KEY.encode(), reset=True)) as port:
        answer = post(port)[0]
    out, err = capfd.readouterr()
    for text in (answer.said, out, err):
        assert KEY not in text
        assert "447700900123" not in text


NOW = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (None, None), ("120", 120.0), (" 7 ", 7.0), ("0", 0.0), ("Mon, 30 Nov 2026 09:01:00 GMT", 60.0),
        ("Mon, 30 Nov 2026 08:00:00 GMT", 0.0), ("9999999999", 3600.0),
        ("Mon, 30 Nov 2099 08:00:00 GMT", 3600.0), ("soon", None), ("-5", None), ("1.5", None),
        ("٣", None), ("9" * 50, None),
    ],
)  # fmt: skip
def test_retry_after_is_read_in_both_spellings(told: str | None, seconds: float | None) -> None:
    assert retry_after(told, NOW) == seconds


@pytest.mark.parametrize(
    ("told", "explicit", "origin"),
    [
        ("api.uk.webexconnect.io", False, "https://api.uk.webexconnect.io"),
        ("API.UK.webexconnect.io.", False, "https://api.uk.webexconnect.io"),
        ("api.imiconnect.in", False, "https://api.imiconnect.in"), ("127.0.0.1:8089", False, "http://127.0.0.1:8089"),
        ("localhost", False, "http://localhost"), ("[::1]:80", False, "http://[::1]"),
        ("gateway.acme.example:8443", True, "https://gateway.acme.example:8443"), ("10.0.0.1", True, "https://10.0.0.1"),
    ],
)  # fmt: skip
def test_requests_go_to_a_host_of_the_api_or_one_that_is_named(told: str, explicit: bool, origin: str) -> None:
    assert host(told, explicit=explicit, secured=False).origin == origin


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("api.uk.webexconect.io", "no host of the API"), ("uk.webexconnect.io", "no host of the API"),
        ("api.uk.webexconnect.io.evil.example", "no host of the API"), ("127.0.0.1.evil.example", "no host of the API"),
        ("localhost.evil.example", "no host of the API"), ("10.0.0.1", "no host of the API"),
        ("api.uk.webexconnect.io:8443", "no port of its own"), ("api.uk.webexconnect.io:x", "expected a host name"),
        ("user@api.uk.webexconnect.io", "expected a host name"), ("", "expected a host name"),
        ("api.uk.webexconnect.io/x", "expected a host name"), ("арі.uk.webexconnect.io", "expected a host name"),
    ],
)  # fmt: skip
def test_a_host_that_is_none_of_the_api_gets_nothing(told: str, said: str) -> None:
    with pytest.raises(BlockedError, match=said):
        host(told, explicit=False, secured=False)


def test_this_machine_goes_by_tls_where_an_authority_is_given() -> None:
    assert host("localhost:8443", explicit=True, secured=True).origin == "https://localhost:8443"
