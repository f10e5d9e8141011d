"""A cell's text → a value of its type, or the reason why not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import phonenumbers
import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.values.read import Trouble, address, read, reader
from sendspec.values.types import Kind, Type

GB = Type(Kind.PHONE, code="GB")
URL = Type(Kind.URL, host="acme.example", most=36)
DECIMAL = Type(Kind.DECIMAL, digits=8, places=2)
POUNDS = Type(Kind.MONEY, code="GBP")
CHOICE = Type(Kind.ONE_OF, choices=("morning", "evening"))
UTC = dt.UTC

RIGHT = [
    (GB, "+447700900123", "+447700900123"),
    (GB, "07700 900123", "+447700900123"),
    (GB, "00447700900123", "+447700900123"),
    (GB, "+44 (0)7700 900123", "+447700900123"),
    (GB, "\u202a+447700900123\u202c", "+447700900123"),
    (GB, "+33 6 12 34 56 78", "+33612345678"),
    (Type(Kind.PHONE, code="US"), "4155552671", "+14155552671"),
    (Type(Kind.PHONE, code="US"), "14155552671", "+14155552671"),
    (Type(Kind.PHONE, code="IN"), "9876543210", "+919876543210"),
    (Type(Kind.EMAIL), " Ann.Lee@Acme.Example ", "Ann.Lee@acme.example"),
    (Type(Kind.EMAIL), "ann@bücher.example", "ann@xn--bcher-kva.example"),
    (URL, "https://ACME.example/a/20931", "https://acme.example/a/20931"),
    (Type(Kind.URL, most=60), "http://x.example:8080/?a=1#b", "http://x.example:8080/?a=1#b"),
    (Type(Kind.INT), "-42", -42),
    (Type(Kind.INT), "-0", 0),
    (Type(Kind.INT), "0", 0),
    (Type(Kind.INT), "+7", 7),
    (DECIMAL, "1.50", Decimal("1.50")),
    (DECIMAL, "-0", Decimal("0")),
    (POUNDS, "12.5", Decimal("12.50")),
    (Type(Kind.MONEY, code="JPY"), "1200.0", Decimal("1200")),
    (Type(Kind.MONEY, code="KWD"), "1.234", Decimal("1.234")),
    (Type(Kind.DATE), "2026-11-30", dt.date(2026, 11, 30)),
    (Type(Kind.TIME), "21:00", dt.time(21)),
    (Type(Kind.DATETIME), "2026-11-30T14:30Z", dt.datetime(2026, 11, 30, 14, 30, tzinfo=UTC)),
    (Type(Kind.DATETIME), "2026-11-30 14:30:00+00:00", dt.datetime(2026, 11, 30, 14, 30, tzinfo=UTC)),
    (Type(Kind.DATETIME), "2026-11-30T20:00:00.5+0530", dt.datetime(2026, 11, 30, 14, 30, 0, 500_000, tzinfo=UTC)),
    (Type(Kind.TIMEZONE), "Europe/London", "Europe/London"),
    (Type(Kind.BOOL), "TRUE", True),
    (Type(Kind.BOOL), "0", False),
    (Type(Kind.ID, most=5), " A-1:b ", "A-1:b"),
    (Type(Kind.TEXT, most=9), " {{ 7*7 }}"[:9], " {{ 7*7 }"),
    (Type(Kind.TEXT, most=2), "👩🏽", "👩🏽"),
    (CHOICE, "evening ", "evening"),
]


@pytest.mark.parametrize(("made", "text", "value"), RIGHT, ids=[f"{made.kind.value}-{text}" for made, text, _ in RIGHT])
def test_a_value_is_read(made: Type, text: str, value: object) -> None:
    got = read(made, text)
    assert got == value
    assert type(got) is type(value)


WRONG = [
    (GB, "4.47E+11", "scientific"),
    (GB, "4,47701E+11", "scientific"),
    (GB, "447700900123.0", "point-zero"),
    (GB, "7700900123", "lost-zero"),
    (GB, "447700900123", "lost-plus"),
    (Type(Kind.PHONE), "447700900123", "lost-plus"),
    (Type(Kind.PHONE), "07700900123", "no-country"),
    (Type(Kind.PHONE, code="FR"), "612345678", "lost-zero"),
    (Type(Kind.PHONE, code="US"), "555-2671", "phone-too-short"),
    (GB, "+999123456789", "no-country"),
    (GB, "07700900123 / 07700900124", "two-values"),
    (GB, "07700900123 ext 4", "extension"),
    (GB, "#N/A", "error-cell"),
    (GB, "n/a", "not-phone"),
    (Type(Kind.EMAIL), "ann", "not-email"),
    (Type(Kind.EMAIL), "ann@acme", "not-email"),
    (Type(Kind.EMAIL), "Ann <ann@acme.example>", "email-with-name"),
    (Type(Kind.EMAIL), "a@acme.example; b@acme.example", "two-values"),
    (Type(Kind.EMAIL), "a" * 65 + "@acme.example", "email-too-long"),
    (Type(Kind.EMAIL), "é@acme.example", "email-not-ascii"),
    (Type(Kind.EMAIL), "a..b@acme.example", "not-email"),
    (Type(Kind.EMAIL), "a@acme.local", "not-email"),
    (URL, "https://acme.example@evil.example/", "url-with-user"),
    (URL, "https://acme.example.evil.example/", "other-host"),
    (URL, "http://acme.example/", "other-host"),
    (URL, "acme.example/a", "no-scheme"),
    (URL, "https://acme.example/" + "a" * 16, "too-long"),
    (URL, "javascript:alert(1)", "not-url"),
    (URL, "https://acme.example/a b", "url-characters"),
    (Type(Kind.INT), "42.0", "point-zero"),
    (Type(Kind.INT), "1,234", "thousands"),
    (Type(Kind.INT), "٤٢", "not-int"),
    (Type(Kind.INT), "0012", "leading-zero"),
    (Type(Kind.INT), "-007", "leading-zero"),
    (Type(Kind.INT), "00", "leading-zero"),
    (Type(Kind.INT), "9" * 5000, "out-of-range"),
    (Type(Kind.INT, low=1, high=5), "6", "out-of-range"),
    (DECIMAL, "1,234.50", "thousands"),
    (DECIMAL, "1.234,50", "thousands"),
    (DECIMAL, "12,50", "decimal-comma"),
    (DECIMAL, "1.234", "too-many-places"),
    (DECIMAL, "1234567", "too-many-digits"),
    (DECIMAL, "NaN", "not-decimal"),
    (POUNDS, "£12.50", "currency-sign"),
    (POUNDS, "12.505", "too-many-places"),
    (Type(Kind.DATE), "30/11/2026", "other-date"),
    (Type(Kind.DATE), "30 Nov 2026", "other-date"),
    (Type(Kind.DATE), "46356", "serial-date"),
    (Type(Kind.DATE), "2026-02-30", "no-such-day"),
    (Type(Kind.DATE), "2026-11-30 00:00:00", "date-with-time"),
    (Type(Kind.DATETIME), "2026-11-30T14:30", "no-offset"),
    (Type(Kind.DATETIME), "2026-11-30", "date-alone"),
    (Type(Kind.DATETIME), "2026-11-30T14:30+5:30", "short-offset"),
    (Type(Kind.DATETIME), "2026-11-30T14:30+25:00", "no-such-offset"),
    (Type(Kind.DATETIME), "46356.6", "serial-date"),
    (Type(Kind.DATETIME), "9999-12-31T00:00Z", "out-of-range"),
    (Type(Kind.TIME), "9:00 pm", "other-time"),
    (Type(Kind.TIME), "24:00", "no-such-time"),
    (Type(Kind.TIMEZONE), "Europe/Londn", "not-zone"),
    (Type(Kind.TIMEZONE), "localtime", "not-zone"),
    (Type(Kind.TIMEZONE), "../../etc/passwd", "not-zone"),
    (Type(Kind.TIMEZONE), "+01:00", "offset-as-zone"),
    (Type(Kind.BOOL), "maybe", "not-bool"),
    (Type(Kind.ID, most=5), "A 1", "not-id"),
    (Type(Kind.ID, most=5), "“A”", "curly-quotes"),
    (Type(Kind.ID, most=5), "abcdef", "too-long"),
    (Type(Kind.TEXT, most=5), "abcdef", "too-long"),
    (Type(Kind.TEXT, most=5), "#REF!", "error-cell"),
    (Type(Kind.TEXT, most=5), "a\0", "control-character"),
    (Type(Kind.TEXT, most=5), "\ud800", "half-character"),
    (Type(Kind.TEXT, most=5), "Ren\ufffd", "lost-character"),
    (CHOICE, "Morning", "not-listed"),
]


@pytest.mark.parametrize(
    ("made", "text", "reason"), WRONG, ids=[f"{made.kind.value}-{text[:20]!a}" for made, text, _ in WRONG]
)
def test_what_is_no_value_is_told_by_its_cause(made: Type, text: str, reason: str) -> None:
    got = read(made, text)
    assert isinstance(got, Trouble)
    assert got.reason == reason
    assert not got.message.endswith(".")
    assert not {"invalid", "illegal", "please"} & set(got.message.split())


def test_the_nearest_word_and_zone_are_offered() -> None:
    assert [read(CHOICE, "Morning"), read(Type(Kind.TIMEZONE), "Europe/Londn")] == [
        ("not-listed", "none of the declared words; expected `morning`, `evening`", "did you mean `morning`?"),
        ("not-zone", "not a time zone of the IANA list", "did you mean `Europe/London`?"),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("msisdn", "+44 7700 900123", "+447700900123"),
        ("waid", "+447700900123", "447700900123"),
        ("waid", "447700900123", "447700900123"),
        ("waid", "GB.1000000000000001", "GB.1000000000000001"),
        ("bsuid", "GB.1000000000000001", "GB.1000000000000001"),
        ("psid", " 1000000000000001 ", "1000000000000001"),
        ("abc_user", "urn:mbid:AQAA", "urn:mbid:AQAA"),
    ],
)
def test_an_address_is_read_by_its_kind(kind: str, text: str, value: str) -> None:
    assert address(kind, None)(text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("msisdn", "07700900123"),
        ("msisdn", "+40000000-"),
        ("msisdn", "+43 1000"),
        ("waid", "4.47E+11"),
        ("bsuid", "1000"),
        ("psid", "1.0E+15"),
        ("psid", "1 2"),
    ],
)
def test_an_address_of_another_form_is_told(kind: str, text: str) -> None:
    assert isinstance(address(kind, None)(text), Trouble)


def test_a_whatsapp_id_can_be_read_as_a_national_number() -> None:
    assert address("waid", GB)("07700 900123") == "447700900123"


@pytest.mark.parametrize(
    "made", [*dict.fromkeys(made for made, _, _ in WRONG), Type(Kind.LOCALE, choices=("en",))], ids=str
)
@settings(max_examples=30, deadline=None)
@given(text=st.one_of(st.text(max_size=40), st.from_regex(r"[-+0-9.,:/TZE€ ]{0,24}", fullmatch=True)))
def test_no_text_raises_and_no_trouble_repeats_it(made: Type, text: str) -> None:
    got = read(made, text)
    if isinstance(got, Trouble) and len(text.strip()) > 12:
        assert text not in got.message


@settings(max_examples=200, deadline=None)
@given(text=st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True))
def test_plain_numbers_are_judged_as_the_library_judges_them(text: str) -> None:
    try:
        number = phonenumbers.parse(text, None, keep_raw_input=True)
    except phonenumbers.NumberParseException:
        assert isinstance(read(GB, text), Trouble)
        return
    possible = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    if possible and number.national_number:
        assert read(GB, text) == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    else:
        assert isinstance(read(GB, text), Trouble)


@settings(max_examples=200, deadline=None)
@given(text=st.from_regex(r"[A-Za-z0-9_+'.-]{1,70}@[A-Za-z0-9.-]{1,40}", fullmatch=True))
def test_plain_addresses_are_judged_as_the_library_judges_them(text: str) -> None:
    try:
        expected = validate_email(
            text, check_deliverability=False, allow_smtputf8=False, test_environment=True
        ).ascii_email
    except EmailNotValidError:
        expected = None
    got = read(Type(Kind.EMAIL), text)
    assert got == expected if expected is not None else isinstance(got, Trouble)


@settings(max_examples=100, deadline=None)
@given(st.datetimes(dt.datetime(1000, 1, 2), dt.datetime(9998, 12, 30), timezones=st.just(UTC)))
def test_an_instant_that_is_printed_reads_as_itself(moment: dt.datetime) -> None:
    assert read(Type(Kind.DATETIME), moment.isoformat()) == moment


def test_a_reader_can_be_kept() -> None:
    whole = reader(Type(Kind.INT))
    assert [whole("1"), whole("2")] == [1, 2]
