"""The program of `docs/sending-today.md` sends what compile wrote, once, and stops at what is no clear yes."""

from __future__ import annotations

import http.client
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
(PROGRAM,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs/sending-today.md").read_text(encoding="utf-8"), re.S)
LINES = [
    {"rung": 1, "path": "/v2/messages", "body": {"to": 1}, "rows": [0], "stamp": {"expireAt": {"after_seconds": 60}}},
    {"rung": 1, "path": "/resources/v1/messaging", "body": [{"a": 1}, {"a": 2}], "rows": [1, 2],
     "stamp": {"expiry": {"after_seconds": 60}}},
]  # fmt: skip
QUEUED = (201, {"status": "queued"})
TWO = (200, {"response": [{"code": "1001"}, {"code": "1001"}]})

Sent = list[tuple[str, str, Any, dict[str, str]]]
Run = Callable[..., tuple[Sent, str | None]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program against answers; what it sent, and with which words it ended."""

    def made(*answers: tuple[int, object], first: int = 1) -> tuple[Sent, str | None]:
        sent: Sent = []
        left = list(answers)

        class Connection:
            def __init__(self, host: str, timeout: int) -> None:
                self.host = host

            def connect(self) -> None: ...

            def request(self, method: str, path: str, body: str, headers: dict[str, str]) -> None:
                sent.append((method, f"https://{self.host}{path}", json.loads(body), headers))

            def getresponse(self) -> Connection:
                self.status, self.body = left.pop(0)
                return self

            def read(self) -> bytes:
                return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()

        file = tmp_path / "rung-1.ndjson"
        file.write_text("".join(json.dumps(line) + "\n" for line in LINES))
        monkeypatch.setattr("sys.argv", ["post.py", "api.uk.webexconnect.io", str(file), str(first)])
        monkeypatch.setenv("CONNECT_KEY", "k")
        monkeypatch.setattr(http.client, "HTTPSConnection", Connection)
        monkeypatch.setattr(time, "sleep", lambda seconds: None)
        try:
            exec(compile(PROGRAM, "post.py", "exec"), {})
        except SystemExit as end:
            return sent, str(end)
        return sent, None

    return made


def test_every_line_is_posted_with_the_key_and_the_stamp(run: Run) -> None:
    sent, end = run(QUEUED, TWO)
    assert end is None
    assert [each[:2] for each in sent] == [
        ("POST", "https://api.uk.webexconnect.io/v2/messages"),
        ("POST", "https://api.uk.webexconnect.io/resources/v1/messaging"),
    ]
    instant = r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z"
    assert re.fullmatch(instant, sent[0][2]["expireAt"])
    assert [bool(re.fullmatch(instant, message["expiry"])) for message in sent[1][2]] == [True, True]
    assert sent[0][3]["key"] == "k"


@pytest.mark.parametrize(
    "answer",
    [
        (200, {"response": {"code": "7001"}}),
        (200, {"response": []}),
        (200, {"response": [{"code": "1001"}]}),
        (200, {"response": [{"code": "1001"}, {"code": "7004"}]}),
        (200, b"<html>"),
        (200, None),
        (201, {"status": "Rejected"}),
        (307, {}),
        (400, {"code": "1001"}),
        (500, b""),
    ],
)
def test_what_is_no_clear_yes_stops_it_and_is_not_tried_again(run: Run, answer: tuple[int, object]) -> None:
    sent, end = run(answer, first=2)
    assert len(sent) == 1
    assert str(end).startswith("stopped at line 2")
