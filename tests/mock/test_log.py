"""The log and the page tell what came, and no address."""

from __future__ import annotations

import json
from typing import Any

from sendspec.mock.api import Mock, Rules
from sendspec.mock.log import KEPT, Log, masked
from sendspec.mock.page import page

from .bodies import rcs, sent, sms


def seen(*bodies: Any, **rules: Any) -> Log:
    """What the log holds after bodies."""
    log, mock = Log(), Mock(Rules(**rules))
    for body in bodies:
        reply = sent(mock, body)
        log.accept(reply.accepted)
        log.add(reply.entry)
    return log


def test_totals_count_people_and_what_was_accepted_twice() -> None:
    log = seen(sms(correlation="a"), sms(correlation="b"), sms(correlation="a"), sms(correlation="a"), sms(), b"{")
    assert dict(log.totals) == {
        "people": 5,
        "people without a correlation id": 1,
        "requests": 6,
        "accepted": 5,
        "refused": 1,
        "receipts due": 0,
        "correlation ids accepted twice": 1,
    }
    assert dict(log.codes) == {"1001": 5, "7000": 1}


def test_an_id_on_two_channels_is_two_rungs_of_a_ladder() -> None:
    assert "correlation ids accepted twice" not in seen(rcs(correlationId="a"), sms(correlation="a")).totals


def test_only_the_newest_requests_are_kept_and_all_are_counted() -> None:
    log = Log()
    entry = sent(Mock(Rules()), sms()).entry
    for number in range(KEPT + 5):
        log.add(entry._replace(number=number))
    assert (len(log.entries), log.totals["requests"]) == (KEPT, KEPT + 5)


def test_no_address_stands_in_the_log_or_on_the_page() -> None:
    log = seen(
        sms("+447700900177", correlation="run-447700900177"),
        rcs("+447700900177", content={"type": "text", "text": "+447700900177 ann@acme.example"}, correlationid="x"),
        rcs("+447700900177", **{"from": "", "+447700900177": "ann@acme.example"}),
        {"channel": "email", "from": "ann@acme.example", "to": [{"email": ["ann@acme.example", "ann@@acme.example"]}]},
        {"channel": "+44 7700 900177", "to": [{"email": ["ann@acme.example"]}]},
        sms("447700900177x"),
    )
    for told in (json.dumps(log.told()), page(log)):
        assert "7700900177" not in told
        assert "7700 900177" not in told
        assert "ann@" not in told
    assert len(log.entries) == 6


def test_what_may_be_an_address_is_masked_and_the_rest_stands() -> None:
    assert (
        masked("text is 1 602 characters; SMS takes 1 530 (C18)") == "text is 1 602 characters; SMS takes 1 530 (C18)"
    )
    for text in ("+44 7700 900 123", "447700900123", "ann@acme.example", "(0117) 496 0123", "a.b+c@acme.example"):
        assert "•••" in masked(f"`{text}` is none")
        assert not any(part in masked(text) for part in ("900", "acme", "0123"))


def test_the_page_escapes_what_comes_from_outside() -> None:
    log = seen(rcs(correlationId="<script>alert(1)</script>"), {"channel": "<b>", "to": []}, rcs(**{"<i>": 1}))
    shown = page(log)
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "<i>" not in shown
    assert "&lt;script&gt;" in shown


def test_the_page_of_nothing_says_so() -> None:
    assert "Nothing has come yet" in page(Log())
