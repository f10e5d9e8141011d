"""Answers have the shapes, codes and statuses of the API, and bodies are held against the same rules as by `verify`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sendspec.mock
from sendspec import channels
from sendspec.channels.answers import COMMON
from sendspec.mock.api import Mock, Rules
from sendspec.mock.call import PATHS, Call, instant

from .bodies import KEY, NOW, V1, V2, VALID, before, call, rcs, sent, sms, told

INVALID = sorted(path for path in VALID[0].parent.parent.parent.glob("*/invalid/*.json") if "expect" not in path.name)


def test_the_endpoints_are_those_of_the_declarations() -> None:
    known = {api.path for name in channels.names() for api in channels.channel(name).apis}
    assert {path.rstrip("/") for path in PATHS} == known


def test_a_message_of_v1_is_answered_by_an_array_of_one() -> None:
    reply = sent(Mock(Rules()), sms())
    assert reply.answer.status == 200
    (entry,) = told(reply)["response"]
    assert (entry["code"], entry["description"]) == ("1001", "Queued")
    assert set(entry) == {"code", "description", "transid"}


def test_a_list_of_v1_is_answered_message_by_message_with_its_ids() -> None:
    entries = told(sent(Mock(Rules()), [sms(correlation="a-1"), sms(), sms(correlation="c-3")]))["response"]
    first = entries[0]["transid"]
    assert [each["transid"] for each in entries] == [first, f"{first}_1", f"{first}_2"]
    assert [each["correlationid"] for each in entries] == ["a-1", "", "c-3"]


def test_a_message_of_v2_is_answered_201_and_queued() -> None:
    reply = sent(Mock(Rules()), rcs(correlationId="r-1"))
    assert reply.answer.status == 201
    made = told(reply)
    assert set(made) == {"requestTimestamp", "messageId", "correlationId", "status"}
    assert (made["correlationId"], made["status"]) == ("r-1", "queued")


@pytest.mark.parametrize(
    ("body", "path", "code", "said"),
    [
        (b"{", V1, "7000", "Invalid JSON"),
        (b"\xff", V1, "7000", "Invalid JSON"),
        (b'{"a": 1, "a": 2}', V1, "7000", "Invalid JSON"),
        (rcs(), V1, "7003", "Mandatory parameter missing: deliverychannel"),
        (sms(), V2, "7003", "Mandatory parameter missing: channel"),
        ([rcs()], V2, "7003", "Mandatory parameter missing: channel"),
        ({"rung": 1, "body": sms()}, V1, "7003", "Mandatory parameter missing: deliverychannel"),
        (
            {key: value for key, value in rcs().items() if key != "from"},
            V2,
            "7003",
            "Mandatory parameter missing: from",
        ),
        (sms(destination=[]), V1, "7003", "Mandatory parameter missing: destination"),
        (rcs(sendAt="tomorrow"), V2, "7004", "Invalid parameter: sendAt"),
        (sms(deliverychannel="fax"), V1, "7004", "Invalid parameter: deliverychannel"),
        (sms(*[f"+4477009{number:05}" for number in range(1001)]), V1, "7009", None),
    ],
)
def test_a_wrong_body_is_refused_with_its_code(body: object, path: str, code: str, said: str | None) -> None:
    reply = sent(Mock(Rules()), body, path)
    if path == V1:
        assert reply.answer.status == 200
        made = told(reply)["response"]
        assert set(made) == {"code", "description", "transid"}
    else:
        assert reply.answer.status == 400
        made = told(reply)
        assert set(made) == {"code", "message"}
    assert made["code"] == code
    assert said in (None, made.get("description", made.get("message")))
    assert (reply.accepted, reply.receipts, reply.entry.accepted) == ((), (), False)


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_what_verify_lets_pass_is_accepted(path: Path) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    reply = sent(Mock(Rules()), body, now=before(body))
    assert reply.entry.code == "1001", reply.entry.findings
    assert len(reply.accepted) == (len(body) if isinstance(body, list) else 1)
    assert reply.entry.people >= len(reply.accepted)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_what_verify_finds_an_error_in_is_refused(path: Path) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    first = body[0] if isinstance(body, list) else body
    reply = sent(Mock(Rules()), body, V2 if isinstance(first, dict) and "channel" in first else V1)
    errors = [each for each in reply.entry.findings if each["severity"] == "error"]
    known = {answer.code for answer in COMMON}
    assert reply.entry.code in known
    assert (reply.entry.code != "1001") == bool(errors) or reply.entry.code == "7003"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", V1, 405), ("PUT", V2, 405), ("POST", "/resources/v1/messages", 404), ("POST", "/v2/messages/", 404)],
)
def test_other_methods_and_paths_are_refused_by_their_status(method: str, path: str, status: int) -> None:
    mock = Mock(Rules())
    reply = mock.answer(mock.turn(method, path), Call(method, path, KEY, b"{}"), NOW)
    assert (reply.answer.status, reply.entry.accepted) == (status, False)


def test_v1_is_called_with_a_slash_at_its_end_too() -> None:
    assert sent(Mock(Rules()), sms(), f"{V1}/").entry.accepted


def test_a_body_beyond_what_is_read_is_7022() -> None:
    mock = Mock(Rules())
    assert mock.answer(mock.turn("POST", V1), Call("POST", V1, KEY, None), NOW).entry.code == "7022"


def test_no_key_is_7002_and_on_v2_401_without_a_body() -> None:
    mock = Mock(Rules())
    first = mock.answer(mock.turn("POST", V1), call(sms(), headers={}), NOW)
    assert (first.answer.status, told(first)["response"]["code"]) == (200, "7002")
    second = mock.answer(mock.turn("POST", V2), call(rcs(), headers={}), NOW)
    assert (second.answer.status, second.answer.body) == (401, b"")


def test_the_same_requests_get_the_same_bytes_and_another_seed_gets_others() -> None:
    def run(seed: int) -> list[bytes]:
        mock = Mock(Rules(seed, faults={"7005": 0.3, "lose": 0.3, "truncated": 0.3}, notify="http://127.0.0.1:1/"))
        made = []
        for number in range(40):
            reply = sent(mock, [sms(correlation=f"c-{number}"), sms()])
            made.append(repr((reply.answer, reply.entry, reply.receipts)).encode())
        return made

    assert run(1) == run(1)
    assert run(1) != run(2)


def test_more_destinations_a_second_are_7020_and_429() -> None:
    mock = Mock(Rules(tps=10))
    assert sent(mock, sms(*[f"+4477009001{number:02}" for number in range(8)])).entry.accepted
    assert sent(mock, rcs("+447700900201", "+447700900202")).entry.accepted
    refused = sent(mock, sms())
    assert (refused.answer.status, told(refused)["response"]["code"]) == (200, "7020")
    other = sent(mock, rcs(), now=NOW + 0.999)
    assert (other.answer.status, told(other)["code"]) == (429, "7020")
    assert ("retry-after", "1") in other.answer.headers
    assert sent(mock, sms(), now=NOW + 1).entry.accepted


def test_one_request_above_the_rate_could_never_go_and_is_7009() -> None:
    mock = Mock(Rules(tps=2))
    assert sent(mock, sms("+447700900101", "+447700900102", "+447700900103")).entry.code == "7009"
    assert sent(mock, [sms(), sms(), sms()]).entry.code == "7009"


def test_a_channel_has_a_rate_of_its_own() -> None:
    mock = Mock(Rules(tps=10, channel_tps={"rcs": 1}))
    assert [sent(mock, body).entry.code for body in (rcs(), rcs(), sms())] == ["1001", "7020", "1001"]


def test_a_burst_is_queued_and_says_so() -> None:
    mock = Mock(Rules(tps=2, burst=True))
    said = [told(sent(mock, sms()))["response"] for _ in range(4)]
    assert [each[0]["description"] for each in said[:3]] == ["Queued", "Queued", "Queued in burst mode"]
    assert said[3]["code"] == "7020"


def test_what_has_expired_is_7005_and_what_is_too_far_ahead_7004() -> None:
    mock = Mock(Rules())
    assert sent(mock, sms(expiry=instant(NOW - 1))).entry.code == "7005"
    assert sent(mock, sms(expiry=instant(NOW + 60))).entry.accepted
    assert sent(mock, rcs(expireAt=instant(NOW - 1))).entry.code == "7005"
    far = sent(mock, rcs(sendAt=instant(NOW + 8 * 86_400), expireAt=instant(NOW + 9 * 86_400)))
    assert (far.answer.status, told(far)) == (400, {"code": "7004", "message": "Invalid parameter - sendAt"})


def test_receipts_of_what_is_sent_later_come_later() -> None:
    mock = Mock(Rules(notify="http://127.0.0.1:9/"))
    at = NOW + 3600
    assert all(at < one.at < at + 10 for one in sent(mock, rcs(sendAt=instant(at))).receipts)


def test_the_api_itself_knows_neither_network_nor_disk_nor_clock() -> None:
    program = """import sys
import sendspec.mock.api, sendspec.mock.queue, sendspec.mock.log, sendspec.mock.page
print(*{"aiohttp", "asyncio", "socket", "ssl", "selectors", "multiprocessing"} & set(sys.modules))"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    source = Path(sendspec.mock.__file__).parent
    shell = {"server.py", "run.py"}
    pure = [path.read_text(encoding="utf-8") for path in source.glob("*.py") if path.name not in shell]
    assert not [
        text for text in pure if re.search(r"^(import|from) (time|asyncio|socket|secrets)\b|datetime\.now", text, re.M)
    ]
