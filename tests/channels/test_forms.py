"""The forms of strings, each at its edges."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.channels.declare import Form
from sendspec.channels.forms import (
    DATE,
    E164,
    EMAIL_ADDRESS,
    HEX,
    HTTPS,
    INSTANT,
    NOTIFY,
    SECONDS,
    SENDER,
    WEB_URL,
    moment,
)

RIGHT = [
    (INSTANT, "2026-11-30T12:30:00.000Z"),
    (INSTANT, "2026-11-30T12:30Z"),
    (INSTANT, "2024-02-29T00:00:00Z"),
    (INSTANT, "2026-11-30T18:00:19.456+5:30"),
    (INSTANT, "2026-11-30T18:00:00-0800"),
    (HTTPS, "https://acme.example"),
    (HTTPS, "HTTPS://acme.example:8443/a?b=c#d"),
    (NOTIFY, "https://acme.example/hook "),
    (WEB_URL, "http://acme.example"),
    (E164, "+447700900123"),
    (E164, "4477009"),
    (E164, "+123456789012345"),
    (SENDER, "Acme"),
    (EMAIL_ADDRESS, "ann@example.com"),
    (EMAIL_ADDRESS, "x" * 64 + "@a.example"),
    (HEX, "00fF"),
    (DATE, "2024-02-29"),
    (SECONDS, "1"),
    (SECONDS, "259200"),
]
WRONG = [
    (INSTANT, "2026-02-30T12:30:00Z"),
    (INSTANT, "2026-11-30T24:30:00Z"),
    (INSTANT, "2026-11-30T12:30:00"),
    (INSTANT, "2026-11-30"),
    (INSTANT, "2026-11-30 12:30:00Z"),
    (INSTANT, "2026-11-30T12:30:00+25:00"),
    (INSTANT, "2026-11-30T12:30:00Z\n"),
    (HTTPS, "http://acme.example"),
    (HTTPS, "https://"),
    (HTTPS, " https://acme.example"),
    (HTTPS, "https://acme.example/a b"),
    (HTTPS, "acme.example"),
    (WEB_URL, "ftp://acme.example"),
    (E164, "+44 7700 900123"),
    (E164, "0131-ask-for-ann"),
    (E164, "+1234567890123456"),
    (E164, "123456"),
    (E164, "+٤٤٧٧٠٠٩٠٠١٢٣"),
    (SENDER, "+447700900123"),
    (SENDER, " "),
    (EMAIL_ADDRESS, "ann"),
    (EMAIL_ADDRESS, "ann@example"),
    (EMAIL_ADDRESS, "ann@@example.com"),
    (EMAIL_ADDRESS, "ann smith@example.com"),
    (EMAIL_ADDRESS, "x" * 65 + "@a.example"),
    (EMAIL_ADDRESS, "x@" + "a" * 250 + ".example"),
    (HEX, "0"),
    (HEX, "0g"),
    (DATE, "2026-02-29"),
    (DATE, "31-01-1990"),
    (SECONDS, "0"),
    (SECONDS, "259201"),
    (SECONDS, "-1"),
    (SECONDS, "²"),
]


@pytest.mark.parametrize(
    ("form", "text"), RIGHT, ids=lambda value: value.name if isinstance(value, Form) else value[:40]
)
def test_a_string_of_the_form_passes(form: Form, text: str) -> None:
    assert form.test(text) is None


@pytest.mark.parametrize(
    ("form", "text"), WRONG, ids=lambda value: value.name if isinstance(value, Form) else value[:40]
)
def test_another_string_is_told_what_was_expected(form: Form, text: str) -> None:
    assert form.test(text)


def test_an_offset_of_one_digit_is_read_with_two_and_warned_of() -> None:
    assert moment("2026-11-30T18:00:00+5:30") == dt.datetime(2026, 11, 30, 12, 30, tzinfo=dt.UTC)
    assert INSTANT.remark is not None
    remark = INSTANT.remark("2026-11-30T18:00:00+5:30")
    assert remark is not None
    assert (remark.severity.value, remark.help.split(",")[0]) == ("warning", "write +05:30")


def test_utc_needs_no_remark_and_another_offset_is_a_note() -> None:
    assert INSTANT.remark is not None
    assert INSTANT.remark("2026-11-30T12:30:00Z") is None
    note = INSTANT.remark("2026-11-30T18:00:00+05:30")
    assert note is not None
    assert note.severity.value == "note"


@given(st.datetimes(min_value=dt.datetime(1000, 1, 2), max_value=dt.datetime(9998, 1, 1), timezones=st.just(dt.UTC)))
@settings(max_examples=200, deadline=None)
def test_every_instant_that_python_writes_is_read_back(value: dt.datetime) -> None:
    assert moment(value.isoformat()) == value


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_no_string_makes_a_form_raise(text: str) -> None:
    for form in (INSTANT, HTTPS, WEB_URL, E164, SENDER, EMAIL_ADDRESS, HEX, DATE, SECONDS):
        form.test(text)
        for extra in (form.opening, form.remark):
            if extra is not None and form.test(text) is None:
                extra(text)


@given(st.text(), st.text())
@settings(max_examples=200, deadline=None)
def test_a_beginning_is_refused_only_when_no_end_could_make_it_right(start: str, end: str) -> None:
    for form in (HTTPS, WEB_URL, SENDER):
        assert form.opening is not None
        if form.test(start + end) is None:
            assert form.opening(start) is None
