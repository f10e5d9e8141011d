"""Key, addresses, texts and stated ids are in no file, log, argument list, traceback or journal, in any encoding.

Only the plan, which compile wrote, and the request on its way hold them.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from .conftest import KEY, V1, sms, write_plan
from .judge import Asked, Behaviour, Judge, Says, accepted, http, listening

SECRET = base64.b64encode(b"the-secret-of-the-service-CANARY").decode()
ADDRESSES = ("+447700909999", "447700909998")
STATED = "id-of-+447700909999"
TEXT = "Your code is 4711-CANARY"


def encodings(text: str) -> Iterator[bytes]:
    """A text as it could stand somewhere: plain, in hex, base64 at each of three places, percent signs, wide."""
    raw = text.encode()
    yield raw
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + raw)
        inner = whole[4 if shift else 0 : len(whole) - 4]
        yield inner
        yield inner.replace(b"+", b"-").replace(b"/", b"_")
    yield quote(text, safe="").encode()
    yield text.encode("utf-16-le")
    yield json.dumps(text)[1:-1].replace("+", "\\u002b").encode()


def plan(folder: Path) -> Path:
    people = {"destination": [{"msisdn": list(ADDRESSES)}], "deliverychannel": "sms"}
    stated = {**sms(1), "destination": [{"msisdn": [ADDRESSES[0]]}], "correlationid": STATED}
    body = [{**people, "channels": {"sms": {"text": TEXT}}}, stated]
    return write_plan(folder, [{"rung": 1, "path": V1, "body": body, "rows": [0, 1, 2]}])


def echoes(asked: Asked) -> Says:
    """Gives back all that it got, wherever an answer can hold it."""
    got = json.dumps(asked.headers) + asked.body.decode()
    told = {"code": asked.addresses[1], "description": got, "transid": STATED}
    answer = http(200, json.dumps({"response": told}).encode(), f"x-echo: {json.dumps(asked.headers)}")
    return Says((answer,), False)


def garbage(asked: Asked) -> Says:
    return Says((b"HTTP/1.1 2x0 " + asked.body + json.dumps(asked.headers).encode() + b"\r\n\r\n",), True, reset=True)


def lost(asked: Asked) -> Says:
    return Says((), True)


CRASH = """
import sys
from sendspec.submit import run
def outcome(phase, status, body, asked):
    raise RuntimeError("a fault of ours")
run.outcome = outcome
"""


class Watched:
    """Runs the command, and looks at its argument list while it runs."""

    def __init__(self, project: Path, judge: Judge) -> None:
        self.project, self.judge, self.seen = project, judge, bytearray()

    def run(self, port: int, *more: str, **environment: str) -> int:
        own = {**os.environ, "HOME": str(self.project / "home"), "TMPDIR": str(self.project / "tmp"),
               "PYTHONDEVMODE": "1", "PYTHONASYNCIODEBUG": "1", "SENDSPEC_CACHE": "off", **environment}  # fmt: skip
        for name in ("home", "tmp"):
            (self.project / name).mkdir(exist_ok=True)
        command = [sys.executable, "-m", "sendspec", "send", "out/m", "--host", f"127.0.0.1:{port}", "--confirm", *more]
        process = subprocess.Popen(
            command, cwd=self.project, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
        )  # fmt: skip
        stop = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(process.pid, stop))
        watcher.start()
        out, err = process.communicate(timeout=30)
        stop.set()
        watcher.join()
        self.seen += out + err
        return process.returncode

    def _watch(self, number: int, stop: threading.Event) -> None:
        path = Path(f"/proc/{number}/cmdline")
        while path.exists() and not stop.wait(0.02):
            try:
                self.seen += path.read_bytes()
            except OSError:
                return

    def found(self, *canaries: str) -> list[str]:
        """Where one of them stands."""
        kept = {self.project / "out/m/plan.json", self.project / "out/m/rung-1.ndjson", self.project / "key"}
        places = {str(path.relative_to(self.project)): path.read_bytes()
                  for path in self.project.rglob("*") if path.is_file() and path not in kept}  # fmt: skip
        assert any(name.endswith(".journal") for name in places)
        places["output and arguments"] = bytes(self.seen)
        return sorted(
            f"{canary[:6]}… in {place}"
            for canary in canaries for form in encodings(canary) for place, data in places.items() if form in data
        )  # fmt: skip


@pytest.fixture
def watched(project: Path) -> Watched:
    plan(project / "out/m")
    return Watched(project, Judge())


@pytest.mark.parametrize("behaviour", [accepted, echoes, garbage, lost], ids=lambda each: each.__name__)
def test_whatever_is_answered_nothing_of_it_stays(watched: Watched, behaviour: Behaviour) -> None:
    watched.judge.behaviour = behaviour
    with listening(watched.judge) as port:
        assert watched.run(port, "--max-refused", "100%") in (0, 1, 3)
    assert len(watched.judge.asked) == 1
    assert watched.judge.asked[0].headers["key"] == KEY
    assert watched.found(KEY, *ADDRESSES, STATED, TEXT) == []


def test_a_key_from_a_file_and_a_jwt_stay_nowhere(watched: Watched, project: Path) -> None:
    (project / "key").write_text(SECRET + "\n")
    (project / "key").chmod(0o600)
    settings = project / "sendspec.toml"
    settings.write_text(settings.read_text() + 'service = "5f1c2d3e"\n')
    with listening(watched.judge) as port:
        assert watched.run(port, "--jwt-secret-file", "key") == 0
    token = watched.judge.asked[0].headers["authorization"].removeprefix("Bearer ")
    assert "key" not in watched.judge.asked[0].headers
    assert watched.found(SECRET, token, *ADDRESSES) == []


def test_a_fault_of_ours_shows_a_traceback_without_them(watched: Watched, project: Path) -> None:
    (project / "faulty").mkdir()
    (project / "faulty" / "sitecustomize.py").write_text(CRASH)
    with listening(watched.judge) as port:
        assert watched.run(port, PYTHONPATH=str(project / "faulty")) == 2
    assert b"RuntimeError: a fault of ours" in watched.seen
    assert watched.found(KEY, *ADDRESSES, STATED, TEXT) == []


def test_a_canary_that_stands_somewhere_is_found(watched: Watched, project: Path) -> None:
    with listening(watched.judge) as port:
        watched.run(port)
    for number, form in enumerate(encodings(ADDRESSES[0])):
        leak = project / f"leak-{number}"
        leak.write_bytes(b"xy" + form + b"z")
        assert any(f"leak-{number}" in place for place in watched.found(*ADDRESSES))
        leak.unlink()
