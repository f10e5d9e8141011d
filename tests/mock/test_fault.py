"""What goes wrong on purpose goes wrong as often as it is asked for, and as the page of the mock says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendspec.mock.api import Mock, Rules
from sendspec.mock.call import PATHS, End
from sendspec.mock.fault import CODES, REQUEST, SWITCHES, Switch, WrongSwitchError, of_request, rates

from .bodies import NOW, V1, rcs, sent, sms, told

PAGE = (Path(__file__).parent.parent.parent / "docs" / "mock.md").read_text(encoding="utf-8")
KEYS = ["channel", "deliverychannel", "to", "from", "destination", "channels", "content", "sms", "msisdn", "expiry"]
ONE = [switch for switch in (*REQUEST, *CODES) if switch.name != "drop"]


@pytest.mark.parametrize("switch", ONE, ids=lambda switch: switch.name)
def test_a_fault_takes_messages_as_it_says(switch: Switch) -> None:
    mock = Mock(Rules(faults={switch.name: 1.0}, notify="http://127.0.0.1:1/"))
    number = 60 if switch.taken == "half" else 3
    replies = [sent(mock, sms()) for _ in range(number)]
    taken = sum(reply.entry.accepted for reply in replies)
    assert {"yes": taken == number, "no": taken == 0, "half": 10 < taken < 50}[switch.taken]
    assert all(bool(reply.receipts) == bool(reply.accepted) == reply.entry.accepted for reply in replies)
    assert {reply.entry.fault for reply in replies} == {switch.name}


def test_a_connection_that_is_dropped_accepts_nothing() -> None:
    mock = Mock(Rules(faults={"drop": 1.0}))
    turn = mock.turn("POST", V1)
    assert turn.fault is not None
    entry = mock.unread(turn, V1, NOW)
    assert (entry.accepted, entry.fault, entry.end) == (False, "drop", "closed")


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("lose", End.CLOSED),
        ("lose-by-reset", End.RESET),
        ("half-close", End.HALF),
        ("truncated", End.CUT),
        ("reset", End.RESET),
    ],
)
def test_an_answer_that_does_not_arrive_ends_as_it_says(name: str, end: End) -> None:
    assert sent(Mock(Rules(faults={name: 1.0})), sms()).answer.end is end


def test_answers_in_place_of_the_right_one() -> None:
    def answer(name: str, body: object) -> tuple[int, bytes]:
        made = sent(Mock(Rules(faults={name: 1.0})), body).answer
        return made.status, made.body

    assert json.loads(answer("7006", sms())[1])["response"]["code"] == "7006"
    assert (answer("7006", rcs())[0], json.loads(answer("7006", rcs())[1])["code"]) == (400, "7006")
    assert answer("7020", rcs())[0] == 429
    assert answer("7001", rcs()) == (401, b"")
    assert answer("5xx", sms())[0] in (500, 502, 503, 504)
    assert answer("non-json", sms())[1].startswith(b"<!doctype")
    status, body = answer("oversized", sms())
    assert (status, len(body)) == (200, 8 * 1024 * 1024)
    assert json.loads(body)["response"][0]["code"] == "1001"


def test_a_redirect_names_another_origin() -> None:
    made = sent(Mock(Rules(faults={"307": 1.0}, elsewhere="http://127.0.0.1:9")), sms()).answer
    assert (made.status, dict(made.headers)["location"]) == (307, f"http://127.0.0.1:9{V1}")


def test_entries_are_left_out_though_all_messages_are_accepted() -> None:
    reply = sent(Mock(Rules(faults={"missing-entries": 1.0})), [sms(), sms(), sms()])
    assert 0 < len(told(reply)["response"]) < 3
    assert len(reply.accepted) == 3


def test_some_messages_of_a_list_are_refused_and_only_the_others_have_receipts() -> None:
    mock = Mock(Rules(faults={"mixed-entries": 1.0}, notify="http://127.0.0.1:1/"))
    for _ in range(20):
        reply = sent(mock, [sms(correlation=name) for name in "abcd"])
        entries = told(reply)["response"]
        taken = [each["correlationid"] for each in entries if each["code"] == "1001"]
        assert [each["code"] for each in entries if each["correlationid"] not in taken] == ["7004"] * (4 - len(taken))
        assert 0 < len(taken) < 4
        assert [message.correlation for message in reply.accepted] == taken
        assert {one.person.correlation for one in reply.receipts} == set(taken)
    assert len(told(sent(mock, sms()))["response"]) == 1


def test_faults_happen_as_often_as_they_are_asked_for_and_one_at_a_time() -> None:
    given = {"lose": 0.2, "7006": 0.1}
    found = [of_request(given, 5, number) for number in range(5000)]
    names = [switch.name if switch else None for switch in found]
    assert 900 < names.count("lose") < 1100
    assert 420 < names.count("7006") < 580


def test_a_wrong_body_is_refused_whatever_the_fault_of_the_line() -> None:
    reply = sent(Mock(Rules(faults={"lose": 1.0})), b"{")
    assert (reply.entry.accepted, reply.entry.code, reply.answer.end) == (False, "7000", End.CLOSED)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    body=JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=30),
    name=st.sampled_from([None, *(switch.name for switch in ONE if switch.name != "oversized")]),  # 8 MB each time
    path=st.sampled_from(sorted(PATHS)),
)
def test_no_body_makes_it_stumble_whatever_the_fault(body: bytes, name: str | None, path: str) -> None:
    mock = Mock(Rules(faults={name: 1.0} if name else {}, notify="http://127.0.0.1:1/"))
    reply = sent(mock, body, path)
    assert reply.entry.accepted == bool(reply.accepted)
    assert reply.answer.end is not End.WHOLE or 200 <= reply.answer.status < 600


def test_rates_are_read() -> None:
    assert rates(["lose=0.25", "7006=0.75", "failed", "unread=0"]) == {
        "lose": 0.25, "7006": 0.75, "failed": 1.0, "unread": 0.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["lsoe=1"], "lsoe=1: no fault lsoe"),
        (["lose=2"], "expected a rate from 0 to 1, such as lose=0.05"),
        (["lose="], "expected a rate"),
        (["lose=nan"], "expected a rate"),
        (["lose=0.1", "lose=0.2"], "lose is given twice"),
        (["lose=0.6", "drop=0.6"], "add up to more than 1"),
        (["1001"], "no fault 1001"),
    ],
)
def test_a_wrong_switch_is_told(given: list[str], said: str) -> None:
    with pytest.raises(WrongSwitchError, match=re.escape(said)):
        rates(given)


def test_the_page_tells_every_switch_and_what_it_accepts() -> None:
    rows = dict(re.findall(r"^\| `([^`|]+)` \| (.*) \|$", PAGE, re.M))
    assert [name for name in SWITCHES if name not in rows and not name.isdecimal()] == []
    for switch in REQUEST:
        assert rows[switch.name].split(" | ")[0] == switch.taken
    half = re.search(r"Accepted by an even draw: (.*)\.", PAGE)
    assert half
    assert set(re.findall(r"`(\d+)`", half[1])) == {switch.name for switch in CODES if switch.taken == "half"}
