"""Hidden characters and secrets: what is found, and above all what is not."""

from __future__ import annotations

from typing import Any

import pytest

from sendspec.lint import registry
from sendspec.lint.entropy import looks_random
from sendspec.source import Span
from sendspec.syntax.nodes import Comment

UUID = "7d1f3c52-9a04-4e6b-8f21-5b0c6d9e3a77"
HEX = "9f86d081884c7d659a2feaa0c55ad015"
KEY_LIKE = "4AAQSkZJRgABAQAAAQABAADd2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCg"


@pytest.mark.parametrize(
    "text",
    ["👨‍👩‍👧", "❤️‍🔥", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "1️⃣", "👩🏽‍⚕️", "🏳️‍🌈", "☺️", "©️",
     "می‌روم", "{{ name }}‌ها", "क्‍ष", "र्‍य", "ശ്‍", "葛\U000e0100", "ภาษา\u200bไทย", "é ’ “x” \u00a0",
     "\ufeffmessage", "a\r\n\tb"],
)  # fmt: skip
def test_a_character_that_a_script_or_an_emoji_needs_may_hide(desk: Any, text: str) -> None:
    assert desk.of("SEC001", text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a\u200bb", "\u200b"),
        ("a\u200db", "\u200d"),
        ("a\u200cb", "\u200c"),
        ("x\ufeffy", "\ufeff"),
        ("a\u00adb", "\u00ad"),
        ("a\ufe0f", "\ufe0f"),
        ("a\x1b[31m", "\x1b"),
        ("a\x00b", "\x00"),
        ("a\u2028b", "\u2028"),
        ("😀\U000e0041\U000e0042", "\U000e0041\U000e0042"),
        ("🏴\U000e0067\U000e0062", "\U000e0067\U000e0062"),
        ("😀\ufe0f\ufe0e\ufe0f", "\ufe0f\ufe0e\ufe0f"),
        ("می‌‌روم", "‌‌"),
    ],
)
def test_a_character_that_hides_is_found_and_a_run_is_one_finding(desk: Any, text: str, marked: str) -> None:
    assert desk.of("SEC001", text) == [marked]


def test_characters_that_reorder_are_found_each(desk: Any) -> None:
    assert desk.of("SEC002", "a\u202eb\u2069\u200f") == ["\u202e", "\u2069", "\u200f"]
    assert desk.of("SEC002", "שלום مرحبا") == []


def test_a_hidden_character_is_escaped_in_a_text_and_taken_out_of_a_comment(desk: Any) -> None:
    source = desk.source('body "a\u200bb" # c\u200b\n')
    text = desk.text(source, '"a\u200bb"')
    statement = desk.replace(desk.statement(source, 'body "a\u200bb"'), parts=(text,))
    comment = Comment("# c\u200b", False, False, Span(11, 15))
    check = registry.load("SEC001")[1].check
    assert check is not None
    found = list(check(desk.unit(source, statement, comments=(comment,)), desk.config))
    assert [each.fix.edits[0].text for each in found if each.fix] == ["\\u{200B}", ""]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('"eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhYmMifQ.abc-_9"', "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhYmMifQ.abc-_9"),
        (f"# key: {UUID}", UUID),
        (f"# serviceKey={UUID}.", UUID),
        (f'wire {{ apikey "{HEX}" }}', HEX),
        (f'vars {{ api_key text(max 40) = "{HEX}" }}', HEX),
        (f'body "{HEX}"', HEX),
        (f'body "use {HEX} now"', HEX),
        (f'body """\n  {HEX}\n  """', HEX),
        (f'token """\n  {HEX}\n  """', HEX),
        ("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
        ("Authorization: Bearer abcDEF123ghiJKL456mno", "abcDEF123ghiJKL456mno"),
        ("# password = hunter2Xq9LmPz4RtVw", "hunter2Xq9LmPz4RtVw"),
        ('x "ghp_' + "a1B2" * 9 + '"', "ghp_" + "a1B2" * 9),
        ("-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----"),
    ],
)
def test_what_looks_like_a_key_is_found_once(desk: Any, text: str, marked: str) -> None:
    assert desk.of("SEC003", text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        'binary "0605040B8423F0AABBCCDDEEFF00112233445566778899AABB"',
        'app "a_157967534853754560"',
        f'flow "{UUID}"',
        f'play "{HEX}"',
        f'reply "Yes" data "yes:{HEX}"',
        f'image "https://cdn.example/{HEX}a3bf4f1b.jpg"',
        'android_push "dXb3kZ:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqx"',
        'dlt_template "1107161234567890123"',
        'notify "https://hooks.acme.example/webex" auth "TNPBXKT09U"',
        "# key: summer-sale-2026-cardiff",
        "# token: SpringSale2026CardiffQueenStreet",
        'body "Your token: 123456"',
        'body "Basic information-about-our-Offers2026"',
        'body "Password reset: {{ manage_url }}"',
        "unique by key keep first",
        f'preview """\n  /9j/{KEY_LIKE}\n"""',
        f'image identifier "ferry" data """\n  iVBORw0KGgo{KEY_LIKE}\n"""',
        f'invitation "Loch" with_image yes request_identifier """\n  {HEX * 3}\n  """ locale "gd_GB"',
    ],
)
def test_ids_codes_and_words_are_not_taken_for_keys(desk: Any, text: str) -> None:
    assert desk.of("SEC003", text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('"https://bob:pw@acme.example/"', ["bob:pw"]),
        ('"https://bob@acme.example/"', ["bob"]),
        ('"postgresql://crm:pw1@db/x"', ["pw1"]),
        ('"postgresql://crm@db/x"', []),
        ('"postgresql:///crm?sslmode=require"', []),
        ('"postgresql:///crm?user=a&password=geheim"', ["geheim"]),
        ('"https://a.example/?token=abc123"', ["abc123"]),
        ('"https://a.example/?token={{ t }}"', []),
        ('"https://a.example/?key=spring"', []),
        (f'"https://a.example/?x=1&key={HEX}"', [HEX]),
        ('"https://a.example/@user?x=ann@example.com"', []),
    ],
)
def test_credentials_in_addresses_are_found_and_plain_addresses_are_not(
    desk: Any, text: str, marked: list[str]
) -> None:
    assert desk.of("SEC004", text) == marked


@pytest.mark.parametrize("code", ["SEC003", "SEC004"])
def test_a_finding_about_a_secret_does_not_tell_it(desk: Any, code: str) -> None:
    source = desk.source(f'# key: {UUID}\n"https://bob:pw@acme.example/"')
    check = registry.load(code)[1].check
    assert check is not None
    (found,) = check(desk.unit(source), desk.config)
    assert found.secret
    told = f"{found.message} {found.label} {found.help}"
    assert UUID not in told
    assert "bob" not in told


def test_random_runs_are_told_from_names_and_numbers() -> None:
    assert all(map(looks_random, (UUID, HEX, HEX.upper(), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")))
    assert not any(map(looks_random, ("a" * 40, "1" * 40, "aaaa1111" * 5, "appointmentReminderV3Cardiff", "deadbeef")))
