"""`sendspec mock`, wrongly called: one line, and exit status 2."""

from __future__ import annotations

import builtins
import socket
import sys
from pathlib import Path
from typing import Any

import pytest

from sendspec.__main__ import main

WRONG = [
    (["--fault", "lsoe"], "mock: --fault lsoe: no fault lsoe; did you mean `lose`?"),
    (["--fault", "lose=7"], "mock: --fault lose=7: expected a rate from 0 to 1, such as lose=0.05"),
    (["--fault", "lose", "--fault", "drop"], "mock: --fault the rates of faults of requests add up to more than 1"),
    (["--port", "65536"], "mock: --port 65536: expected a whole number from 0 to 65535"),
    (["--tps", "0"], "mock: --tps 0: expected a whole number from 1 to 1000000"),
    (["--channel-tps", "smss=1"], "mock: --channel-tps smss=1: no channel smss; did you mean sms?"),
    (["--channel-tps", "sms=x"], "mock: --channel-tps sms=x: expected a whole number from 1, such as sms=10"),
    (["--notify", "hooks"], "mock: --notify hooks: expected an address, such as http://127.0.0.1:8090/"),
    (["--receipt-seconds", "-1"], "mock: --receipt-seconds -1: expected a number of seconds"),
    (["--sign-with", "md5"], "mock: --sign-with md5: expected sha256 or sha512"),
    (["--key-env", "NOT_THERE"], "--key-env NOT_THERE: no such environment variable, or an empty one"),
    (["--jwt-secret-env", "NO_BASE64"], "--jwt-secret-env NO_BASE64: its value is not base64"),
    (["--tls", "a.pem", "b.pem"], "--tls a.pem b.pem: no such file or directory"),
    (["--tls", "no.pem", "no.pem"], "--tls no.pem no.pem: no certificate with its key"),
    (["--log", "."], "--log .: is a directory"),
]


def called(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["sendspec", "mock", *arguments])
    capfd.readouterr()
    status = main()
    out, err = capfd.readouterr()
    return status, out, err


@pytest.mark.parametrize(
    ("arguments", "said"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_wrong_call_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "no.pem").write_text("nothing")
    monkeypatch.setenv("NO_BASE64", "ä secret of ours")
    status, out, err = called(monkeypatch, capfd, *arguments)
    assert (status, out) == (2, "")
    assert err.splitlines()[0] == f"sendspec: {said}"
    assert "secret of ours" not in err


def test_a_port_that_is_taken_is_told(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        own.listen()
        port = own.getsockname()[1]
        status, out, err = called(monkeypatch, capfd, "--port", str(port))
    assert (status, out) == (2, "")
    assert err.startswith(f"sendspec: 127.0.0.1:{port}: ")
    assert "in use" in err
    assert "--port 0" in err


def test_without_aiohttp_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def lacking(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "aiohttp":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest, **more)

    for name in [name for name in sys.modules if name in ("sendspec.mock.run", "sendspec.mock.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", lacking)
    assert called(monkeypatch, capfd) == (
        2,
        "",
        'sendspec: mock needs aiohttp, which is not installed\n  help: pip install "sendspec[send]"\n',
    )
