"""Locales, and the texts and snippets that stand in each of them."""

from __future__ import annotations

from typing import Any

import pytest

LOCALES = "locales [en, cy]\n"
ROWS = '  audience rows { row { msisdn "+447700900123", locale cy } }\n'
SMS = "  try sms from alerts { body text.sms }\n"


@pytest.mark.parametrize("written", ["[en]", "[en, cy]", "[en, en-GB]", "[zh-Hant-TW]", "[en,\n  cy,\n]", "[gsw]"])
def test_languages_and_regions_are_locales(desk: Any, written: str) -> None:
    assert desk.in_file(f"locales {written}\n") == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[EN]", ["LOC004 EN"]),
        ("[english]", ["LOC004 english"]),
        ('["en"]', ['LOC004 "en"']),
        ("[en, en]", ["LOC004 en"]),
        ("[en, 5]", ["LOC004 5"]),
        ("[]", ["LOC004 []"]),
        ("en", ["NAM002 en"]),
        ("[en] cy", ["NAM002 cy"]),
        ("[en]\nlocales [cy]", ["NAM012 locales"]),
    ],
)
def test_what_is_no_list_of_locales_is_told(desk: Any, written: str, found: list[str]) -> None:
    assert desk.in_file(f"locales {written}\n") == found


def test_a_text_has_a_phrase_for_each_locale(desk: Any) -> None:
    message = desk.message(SMS + '  text sms { en "Hello", cy "Helo" }', LOCALES, ROWS)
    assert message.locales == ("en", "cy")
    contents = message.rungs[0].contents
    assert {locale: contents[locale].text("body").value for locale in contents} == {"en": "Hello", "cy": "Helo"}


def test_a_text_of_a_file_without_locales_stands_alone(desk: Any) -> None:
    message = desk.message(SMS + '  text sms "Hello"')
    assert message.locales == ("",)
    assert message.rungs[0].contents[""].text("body").value == "Hello"


def test_an_inline_text_is_the_same_in_every_locale(desk: Any) -> None:
    message = desk.message('  try sms from alerts { body "Hello" }', LOCALES, ROWS)
    assert [message.rungs[0].contents[locale].text("body").value for locale in ("en", "cy")] == ["Hello", "Hello"]


@pytest.mark.parametrize(
    ("text", "found", "help"),
    [
        ('text sms { en "Hello" }', "LOC001 sms", 'add `cy "…"`'),
        ('text sms { en "Hello", cy "Helo", fr "Salut" }', "LOC002 fr", "the locales are en, cy"),
        ('text sms { en "Hello", cy "Helo", en_ "x" }', "LOC002 en_", "did you mean `en`?"),
        ('text sms { en "Hello", cy "Helo", cy "Helo" }', "NAM004 cy", None),
        ('text sms "Hello"', 'LOC003 "Hello"', 'write `sms { en "…", cy "…" }`'),
        ('text sms { en "Hello", cy 5 }', "NAM002 5", None),
        ("text sms { en Hello, cy \"Helo\" }", "NAM002 Hello", 'write "Hello"'),
    ],
)  # fmt: skip
def test_a_text_that_does_not_cover_the_locales_is_told_where_it_is_declared(
    desk: Any, text: str, found: str, help: str | None
) -> None:
    told = [(desk.told(each), each.help) for each in desk.findings(f"{SMS}  {text}", LOCALES, ROWS)]
    assert told[0] == (found, help)
    assert {code[:6] for code, _ in told[1:]} <= {"LOC001"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("text sms { }", ["LOC001 sms"]),
        ('text sms { en "Hello" }', ["LOC002 en"]),
        ("text sms", ["NAM002 sms"]),
        ("text sms 5", ["NAM002 5"]),
        ('text sms "a" "b"', ['NAM002 "b"']),
        ('text sms "a"\n  text sms "b"', ["NAM004 sms"]),
        ("text", ["NAM003 text.sms", "NAM002 text"]),
    ],
)
def test_a_text_that_cannot_be_read_is_told_once(desk: Any, text: str, found: list[str]) -> None:
    assert sorted(desk.found(f"{SMS}  {text}")) == sorted(found)


def test_a_snippet_is_the_same_for_everybody(desk: Any) -> None:
    assert desk.found(desk.sms, 'snippet bye "Bye {{ name }}"\n') == ['VAR008 "Bye {{ name }}"']


def test_a_snippet_of_the_locale_is_printed(desk: Any) -> None:
    head = LOCALES + 'snippet bye { en "Bye", cy "Hwyl" }\n'
    message = desk.message('  try sms from alerts { body "{{ bye }}!" }', head, ROWS)
    assert [message.rungs[0].contents[locale].text("body").value for locale in ("en", "cy")] == ["Bye!", "Hwyl!"]


LIB = 'locales [en]\nsender other sms { id "ACME" }\nsnippet bye { en "Bye" }\n'


def importing(desk: Any, body: str, locales: str) -> list[str]:
    text = desk.spec(f"  try sms from b.other {{ body {body} }}", f'import "b.send" as b\n{locales}', ROWS)
    found: list[str] = desk.in_file(text.replace(", locale cy", "") if not locales else text, {"b.send": LIB})
    return found


@pytest.mark.parametrize("locales", ["locales [en]\n", LOCALES, ""])
def test_senders_of_a_file_with_other_locales_can_be_used(desk: Any, locales: str) -> None:
    assert importing(desk, '"Hello"', locales) == []


@pytest.mark.parametrize("body", ["b.bye", '"{{ b.bye }}"'])
@pytest.mark.parametrize(("locales", "found"), [("locales [en]\n", []), (LOCALES, ["LOC005 b"]), ("", ["LOC005 b"])])
def test_a_snippet_that_is_used_needs_every_locale_of_this_file(
    desk: Any, body: str, locales: str, found: list[str]
) -> None:
    assert importing(desk, body, locales) == found


def test_a_snippet_without_locales_serves_every_file(desk: Any) -> None:
    text = desk.spec('  try sms from alerts { body "{{ b.bye }}" }', f'import "b.send" as b\n{LOCALES}', ROWS)
    unit = desk.unit(text, {"b.send": 'snippet bye "Bye"\n'})
    assert unit.messages["m"].rungs[0].contents["cy"].text("body").value == "Bye"


def test_a_text_can_stand_in_a_file_of_its_own(desk: Any) -> None:
    text = desk.spec(SMS + '  text sms { en file "t/en.txt", cy file "t/cy.txt" }', LOCALES, ROWS)
    unit = desk.unit(text, {"t/en.txt": b"\xef\xbb\xbfHello\r\nyou", "t/cy.txt": "Helo"})
    leaf = unit.messages["m"].rungs[0].contents["en"].text("body")
    assert leaf.value == "Hello\nyou"
    assert leaf.source.path == "t/en.txt"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, '"t.txt" does not exist'),
        ({"t.txt": b"caf\xe9"}, '"t.txt" is not UTF-8 at byte 3'),
    ],
)
def test_a_text_file_that_cannot_be_read_is_told_where_it_is_named(desk: Any, files: Any, said: str) -> None:
    (found,) = desk.bind(desk.spec('  try sms from alerts { body file "t.txt" }'), files).findings
    assert (desk.told(found), found.message) == ('NAM009 "t.txt"', said)


def test_a_mistake_in_a_text_file_is_told_in_that_file_at_its_place(desk: Any) -> None:
    text = desk.spec('  try sms from alerts { body file "t.txt" }')
    (found,) = desk.bind(text, {"t.txt": "one\r\ntwo {{ nobody }}\r\n"}).findings
    assert (found.source.path, found.source.position(found.span.start)) == ("t.txt", (2, 8))
    assert desk.told(found) == "TXT004 nobody"
