"""Every answer has one decision for each person, and nothing is accepted or sent again on a doubt.

The tables are written by hand from what the API documents; they share nothing with the code.
"""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.submit.outcome import DOUBTFUL, LONGEST, UNSENT, Decision, Phase, Verdict, outcome

A, B, C = Phase.NOT_WRITTEN, Phase.WRITTEN, Phase.ANSWERED
ONE = [["id-1"]]
ID = "00000000-0000-4000-8000-000000000001"
V1_ERROR = '{{"response": {{"code": "{}", "description": "x", "transid": "' + ID + '"}}}}'
V1_ARRAY = '{{"response": [{{"code": "{}", "description": "x", "transid": "' + ID + '_1"}}]}}'
V2_ERROR = '{{"code": "{}", "message": "x"}}'
#: Code → what it means where the HTTP status does not contradict it (facts §6.5, the table of outcomes).
CODES = {
    "1001": "accepted",
    "7000": "fault", "7002": "fault", "7009": "fault",
    "7001": "account", "7007": "account", "7127": "account",
    "7003": "refused", "7004": "refused", "7022": "refused", "7100": "refused", "7101": "refused", "7102": "refused",
    "7104": "refused", "7107": "refused", "7108": "refused", "7126": "refused", "7128": "refused", "7199": "refused",
    "7005": "unknown", "7006": "unknown", "7011": "unknown", "7016": "unknown",
    "7020": "throttled",
    "7008": "strange", "7010": "strange", "7026": "strange", "7200": "strange", "8009": "strange", "9000": "strange",
    "9002": "strange", "9010": "strange", "1002": "strange", "430": "strange", "0": "strange", "71": "strange",
    "71000": "strange", "71x1": "strange", "": "strange", " 1001": "strange", "1001 ": "strange", "01001": "strange",
    "７１０１": "strange",
}  # fmt: skip
#: HTTP status → what it means by itself; what is not here is read by its body.
STATUSES = {
    **dict.fromkeys(range(300, 400), "redirected"),
    401: "account", 403: "account", 429: "throttled",
    **dict.fromkeys(range(500, 600), "unknown"),
    **dict.fromkeys((203, 204, 206, 226, 299, 402, 404, 405, 406, 408, 409, 410, 413, 422, 451, 499, 600, 999),
                    "strange"),
}  # fmt: skip
READ = (200, 201, 202, 400)
NO_SHAPE = [
    b"", b"null", b"true", b"1001", b'"1001"', b"[]", b"{}", b'{"response": null}', b'{"response": "1001"}',
    b'{"response": []}', b'{"response": {}}', b'{"response": [null]}', b'{"response": ["1001"]}', b'{"response": [{}]}',
    b'{"response": [{"code": null}]}', b'{"response": [{"code": true}]}', b'{"response": [{"code": ["1001"]}]}',
    b'{"response": [[{"code": "1001"}]]}', b'{"responses": [{"code": "1001"}]}', b'{"code": null}', b'{"status": null}',
    b'{"status": "delivered"}', b'{"status": 1}', b'{"code": "7004", "status": "queued"}', b"<html>502</html>",
    b'{"response": [{"code": "1001"}]', b'{"response": [{"code": "1001"}]} x', b'\xff\xfe{"status": "queued"}',
    b'{"response": [{"code": "1001", "n": NaN}]}', b"[" * 100_000, b'{"status": "queued"}' + b" " * LONGEST,
    b'[{"code": "1001"}]', b'{"code": "1001", "message": "Queued"}',
    b'{"response": {"code": "1001", "description": "Queued"}}',
]  # fmt: skip


def of(status: int, body: str | bytes) -> str:
    """The one decision about the one person of a request."""
    raw = body.encode() if isinstance(body, str) else body
    ((verdict,),) = outcome(C, status, raw, ONE)
    return verdict.decision.value


def expected(code: str, status: int) -> str:
    """What a code means under a status: a status that says the contrary makes it unknown."""
    meant = CODES[code]
    if meant == "accepted":
        return "strange" if status == 400 else "accepted"
    if status in (201, 202) and meant in ("fault", "account", "refused", "throttled"):
        return "strange"
    return meant


@pytest.mark.parametrize("status", READ)
@pytest.mark.parametrize("code", CODES)
def test_a_code_means_the_same_in_every_shape_that_carries_it(code: str, status: int) -> None:
    meant = expected(code, status)
    assert of(status, V1_ARRAY.format(code)) == meant
    only_in_arrays = "strange" if CODES[code] == "accepted" else meant
    assert of(status, V1_ERROR.format(code)) == only_in_arrays
    assert of(status, V2_ERROR.format(code)) == only_in_arrays


@pytest.mark.parametrize("code", ["1001", "7004", "7020"])
def test_a_code_that_comes_as_a_number_is_its_text(code: str) -> None:
    assert of(200, V1_ARRAY.replace('"{}"', "{}").format(code)) == CODES[code]


@pytest.mark.parametrize(("status", "meant"), STATUSES.items())
def test_some_statuses_decide_alone_whatever_the_body_says(status: int, meant: str) -> None:
    bodies: list[str | bytes] = [V1_ARRAY.format("1001"), V1_ERROR.format("7004"), '{"status": "queued"}', *NO_SHAPE]
    assert {of(status, body) for body in bodies} == {meant}


@pytest.mark.parametrize("status", READ)
@pytest.mark.parametrize("body", NO_SHAPE, ids=lambda body: body[:30])
def test_a_shape_that_is_not_known_is_unknown(body: bytes, status: int) -> None:
    assert of(status, body) == "strange"


@pytest.mark.parametrize(
    ("status", "told", "meant"),
    [
        (201, "queued", "accepted"), (201, "Queued", "accepted"), (200, "queued", "accepted"),
        (202, "queued", "accepted"), (400, "queued", "strange"), (201, "Rejected", "refused"),
        (400, "rejected", "refused"), (200, "Rejected", "refused"), (201, "Submitted", "strange"), (201, "", "strange"),
    ],
)  # fmt: skip
def test_v2_tells_acceptance_by_its_status(status: int, told: str, meant: str) -> None:
    ((verdict,),) = outcome(C, status, json.dumps({"messageId": ID, "status": told}).encode(), ONE)
    assert verdict.decision.value == meant
    assert verdict.transaction == (None if meant == "strange" else ID)


def test_an_accepted_message_keeps_its_transaction() -> None:
    assert outcome(C, 200, V1_ARRAY.format("1001").encode(), ONE) == ((Verdict(Decision.ACCEPTED, "1001", ID + "_1"),),)


@pytest.mark.parametrize("id", ["447700900123", "", "x" * 36, ID + "_447700900123456", ID + "\n", 7, None])
def test_what_is_no_id_of_a_transaction_is_not_kept(id: object) -> None:
    body = json.dumps({"response": [{"code": "1001", "transid": id}]}).encode()
    assert outcome(C, 200, body, ONE) == ((Verdict(Decision.ACCEPTED, "1001", None),),)


def test_a_code_that_is_none_is_not_kept() -> None:
    ((verdict,),) = outcome(C, 200, V1_ERROR.format("+447700900123").encode(), ONE)
    assert (verdict.decision, verdict.code) == (Decision.STRANGE, "other")


def entries(*told: tuple[str, str | None]) -> bytes:
    """An array answer: (code, correlation id) of each entry."""
    made = [{"code": code} | ({} if id is None else {"correlationid": id}) for code, id in told]
    return json.dumps({"response": made}).encode()


THREE = [["a"], ["b1", "b2"], ["c"]]
SHARED = [["x", "x"], ["x"]]
OK, NO, LATER = ("1001", None), ("7004", None), ("7020", None)
MATCHED: list[tuple[list[list[str]], list[tuple[str, str | None]], str]] = [
    # by position, when there is an entry for each message
    (THREE, [OK, OK, OK], "+ ++ +"),
    (THREE, [OK, NO, LATER], "+ -- ~"),
    (THREE, [("1001", ""), NO, OK], "+ -- +"),
    # by position no longer, when the numbers differ
    (THREE, [OK, OK], "? ?? ?"),
    (THREE, [OK, OK, OK, OK], "? ?? ?"),
    (THREE, [], "? ?? ?"),
    # by correlation, whatever the order
    (THREE, [("1001", "c"), ("7004", "a"), ("7020", "b1")], "- ~~ +"),
    (THREE, [("1001", "c"), ("7004", "a")], "- ?? +"),
    (THREE, [("1001", "b2")], "? ?+ ?"),
    (THREE, [("1001", "a"), ("1001", "b1"), ("7004", "b2"), ("1001", "c")], "+ +- +"),
    # an id that nobody has speaks for nobody, not even by its place
    (THREE, [("1001", "stranger"), OK, OK], "? ++ +"),
    (THREE, [("1001", "a"), ("1001", "stranger"), ("1001", "c")], "+ ?? +"),
    # what contradicts itself is unknown; what is said twice is not
    (THREE, [("1001", "a"), ("7004", "a"), ("1001", "c")], "? ?? +"),
    (THREE, [("1001", "a"), ("1001", "a"), ("1001", "c")], "+ ?? +"),
    (THREE, [OK, ("1001", "a"), OK], "+ ?? +"),
    # an id of several messages: the place tells them apart, where there is one
    (SHARED, [("1001", "x"), ("7004", "x")], "++ -"),
    (SHARED, [("1001", "x")], "?? ?"),
    ([["x", "x"]], [("1001", "x")], "++"),
    ([["p", "q"]], [OK], "++"),
    ([["p", "q"]], [("1001", "q")], "++"),
    ([["p", "q"]], [("1001", "q"), ("7004", "p")], "-+"),
]
SIGNS = {Decision.ACCEPTED: "+", Decision.REFUSED: "-", Decision.THROTTLED: "~", Decision.STRANGE: "?"}


@pytest.mark.parametrize(("asked", "told", "signs"), MATCHED)
def test_an_array_is_matched_entry_by_entry(
    asked: list[list[str]], told: list[tuple[str, str | None]], signs: str
) -> None:
    made = outcome(C, 200, entries(*told), asked)
    assert " ".join("".join(SIGNS[each.decision] for each in message) for message in made) == signs


def test_an_object_speaks_for_the_whole_request() -> None:
    made = outcome(C, 200, V1_ERROR.format("7004").encode(), THREE)
    assert [[each.decision for each in message] for message in made] == [[Decision.REFUSED] * len(m) for m in THREE]


PHASES = {A: "unreached", B: "unknown"}
BODIES = [V1_ARRAY.format(code).encode() for code in CODES] + NO_SHAPE


@pytest.mark.parametrize("phase", PHASES)
def test_without_an_answer_the_phase_alone_decides(phase: Phase) -> None:
    for status, body in itertools.product((0, *READ, *STATUSES), BODIES[::7]):
        made = outcome(phase, status, body, THREE)
        assert {each.decision.value for message in made for each in message} == {PHASES[phase]}


def test_only_what_is_surely_not_accepted_may_be_sent_again() -> None:
    assert frozenset({Decision.FAULT, Decision.ACCOUNT, Decision.THROTTLED, Decision.UNREACHED}) == UNSENT
    assert frozenset({Decision.UNKNOWN, Decision.STRANGE, Decision.REDIRECTED}) == DOUBTFUL
    assert set(Decision) == UNSENT | DOUBTFUL | {Decision.ACCEPTED, Decision.REFUSED}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.sampled_from(["1001", "7004", "queued", "a", "b1"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["response", "code", "status", "correlationid", "transid", "messageId"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(Phase)), st.integers(0, 999), json_values | st.binary(max_size=40))
def test_every_answer_has_exactly_one_verdict_for_each_person(phase: Phase, status: int, told: object) -> None:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    made = outcome(phase, status, body, THREE)
    assert [len(message) for message in made] == [1, 2, 1]
    for verdict in itertools.chain(*made):
        if verdict.decision is Decision.ACCEPTED:
            assert phase is C
            assert status in (200, 201, 202)
            assert b'"1001"' in body or b"1001" in body or b"queued" in body.lower()
