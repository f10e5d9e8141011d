"""What is wrong with a request is told in the words of the spec that makes it, not in the keys of the request."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.pipeline import lint_file

APPLE = 'request_identifier "r", received_message { title "T" }, reply_message { title "T" }'
CARD = 'card { title "Kettle" }, '
PICTURE = 'image "https://acme.example/a.png", '
REPLY = 'reply "Yes" data "y", '
PAGE = 'input "a" { subtitle "What?" }'


def told(folder: Path, rung: str, *, silent: bool = False, head: str = "") -> list[tuple[str, str, str | None]]:
    channel = rung.split()[0]
    says = "" if silent else 'id "ACME"' if channel == "sms" else 'app "a_1"'
    row = 'row { msisdn "+447700900123", abc_user "urn:mbid:AQ", userid "u", psid "1" }'
    block = rung.removeprefix(channel)
    spec = folder / "a.send"
    spec.write_text(
        f"sender s {channel} {{ {says} }}\n"
        f"message m {{\n  {head}\n  audience rows {{ {row} }}\n  try {channel} from s {block}\n}}\n",
        encoding="utf-8",
    )
    found = lint_file(spec, Config(folder), dt.date(2026, 11, 25))
    return [(each.code, each.message, each.help) for each in found]


@pytest.mark.parametrize(
    ("rung", "expected"),
    [
        (
            f"apple {{ form {{ {APPLE} }} }}",
            ("APL011", "`form` has no page; Apple Messages takes at least 1", "add one"),
        ),
        (
            'apple { app { app_id "1", app_name "A", url "?a=1", reply_message { title "T" } } }',
            ("API002", "`app` has no `received_message`", "add `received_message`"),
        ),
        (
            'apple { rich_link "https://acme.example/" { title "T", image "https://acme.example/a.png" }, '
            'attach "https://acme.example/b.png" }',
            ("APL020", "`attach` beside `rich_link`; it belongs to `text`", None),
        ),
        (
            'apple { signal typing_on, attach "https://acme.example/b.png" }',
            ("APL020", "`attach` beside `signal`; it belongs to `text`", None),
        ),
        (
            'apple { quick_reply "Well?" { request_identifier "r", item "a" "A" } }',
            ("APL005", "`item` stands once; Apple Messages takes at least 2", "add 1"),
        ),
        (
            f"apple {{ form {{ {APPLE}, {PAGE}, {PAGE} }} }}",
            ("APL012", "the id of this page stands on another page too", "give each page one of its own"),
        ),
        (
            f'inapp {{ thread "t", cards {{ {CARD * 9} }} }}',
            ("INA004", "`card` stands 9 times; in-app messaging takes 8", "take 1 away"),
        ),
        (
            f'inapp {{ thread "t", cards {{ card {{ title "T", {PICTURE * 6} }} }} }}',
            ("INA005", "`image` stands 6 times; in-app messaging takes 5", "take 1 away"),
        ),
        (
            f'rcs {{ text "Hi", {REPLY * 10} ask_location "Where" }}',
            ("RCS008", "`reply` and `ask_location` stand 11 times; one page of RCS takes 10", "take 1 away"),
        ),
        (
            'rcs { signal read message_id "" }',
            ("RCS019", "a read signal has no message; it tells which one was read", 'add `message_id "…"`'),
        ),
        ('sms { body "" }', ("SMS001", "body is empty; a message says something", "give it a text")),
        (
            'messenger { text "" }',
            (
                "MSG014",
                "the message says nothing; Messenger takes a text, a medium, cards, buttons or a signal",
                "give it a value",
            ),
        ),
        (
            'push { android { text "Hi" }, template "" { a = "b" } }',
            ("API002", "the stored template has no id", "name the stored template"),
        ),
    ],
)
def test_a_fault_names_what_the_writer_wrote(tmp_path: Path, rung: str, expected: tuple[str, str, str | None]) -> None:
    found = told(tmp_path, rung)
    assert expected in found
    assert [each for each in found if each[0] == "API002"] == ([expected] if expected[0] == "API002" else [])


def test_a_sender_that_says_nothing_is_told_in_its_word(tmp_path: Path) -> None:
    ((_, sms, _),) = told(tmp_path, 'sms { body "Hi" }', silent=True)
    ((_, apple, help),) = told(tmp_path, 'apple { text "Hi" }', silent=True)
    assert sms == "the sender's id is left to the service; the parameter table has it as compulsory (C15)"
    assert apple == "the message names no app; the parameter table has `app` as compulsory (C44)"
    assert help == "name the asset that sends"


def test_the_block_of_links_has_its_own_word(tmp_path: Path) -> None:
    found = told(tmp_path, 'sms { body "Hi" }', head="track { links { shorten yes } }")
    assert ("API030", "`links` has no `domain`", "add `domain`") in found
