"""Imports: what of another file can be named here, and what is told when it cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

LIB = 'sender alerts sms { id "ACME" }\nsnippet bye "Bye"\n'
USER = """import "lib/brand.send" as brand
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from brand.alerts { body "Hello {{ brand.bye }}" }
}
"""


def test_senders_and_snippets_of_an_import_go_by_its_alias(desk: Any) -> None:
    unit = desk.unit(USER, {"lib/brand.send": LIB})
    (rung,) = unit.messages["m"].rungs
    assert rung.sender.name == "alerts"
    assert rung.contents[""].text("body").value == "Hello Bye"
    assert {"brand.alerts", "brand.bye"} <= unit.used


def test_a_snippet_of_an_import_can_be_a_whole_text(desk: Any) -> None:
    unit = desk.unit(USER.replace('"Hello {{ brand.bye }}"', "brand.bye"), {"lib/brand.send": LIB})
    assert unit.messages["m"].rungs[0].contents[""].text("body").value == "Bye"


def test_one_file_can_be_imported_by_two_names(desk: Any) -> None:
    text = USER.replace("as brand\n", 'as brand\nimport "lib/brand.send" as other\n')
    unit = desk.unit(text.replace("from brand.", "from other."), {"lib/brand.send": LIB})
    assert unit.imports["brand"] is unit.imports["other"]


def test_a_file_that_several_import_is_bound_once(desk: Any) -> None:
    files = {"b.send": 'import "d.send" as d\n', "c.send": 'import "d.send" as d\n', "d.send": LIB}
    unit = desk.unit('import "b.send" as b\nimport "c.send" as c\n', files)
    assert unit.imports["b"].imports["d"] is unit.imports["c"].imports["d"]


def test_an_import_of_an_import_is_not_seen(desk: Any) -> None:
    text = USER.replace("brand.alerts", "brand.inner.alerts").replace(" {{ brand.bye }}", "")
    files = {"lib/brand.send": 'import "inner.send" as inner\n', "lib/inner.send": LIB}
    assert desk.in_file(text, files) == ["NAM003 brand.inner.alerts"]


def test_paths_are_relative_to_the_file_that_names_them(desk: Any) -> None:
    files = {
        "lib/brand.send": 'import "deep/more.send" as more\n' + LIB,
        "lib/deep/more.send": 'import "../x.send" as x\n',
    }
    assert desk.in_file(USER, {**files, "lib/x.send": ""}) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("lib/brand.send", '"lib/brand.send" does not exist'),
        ("../brand.send", '"../brand.send" lies outside the project'),
        ("lib/../../brand.send", '"lib/../../brand.send" lies outside the project'),
    ],
)
def test_a_missing_file_is_told_once_and_not_again_where_its_names_are_used(desk: Any, path: str, said: str) -> None:
    bound = desk.bind(USER.replace("lib/brand.send", path))
    assert [found.message for found in bound.findings] == [said]
    assert desk.told(bound.findings[0]) == f'NAM009 "{path}"'


@pytest.mark.parametrize(
    "line",
    ["import lib/brand.send as brand", 'import "lib/brand.send" brand', "import lib as brand", 'import "a" as brand b'],
)
def test_an_import_that_cannot_be_read_is_told_once(desk: Any, line: str) -> None:
    found = desk.in_file(USER.replace('import "lib/brand.send" as brand', line), {"lib/brand.send": LIB})
    assert len(found) == 1
    assert found[0].startswith(("NAM002", "SYN"))


def test_a_file_with_errors_is_told_with_the_way_to_see_them(desk: Any) -> None:
    bound = desk.bind(USER, {"lib/brand.send": LIB + 'snipet x "a"\nsender y\n'})
    (found,) = bound.findings
    assert found.code == "NAM008"
    assert found.message == '"lib/brand.send" has 2 errors of its own'
    assert found.help == "see `sendspec lint lib/brand.send`"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8", b"\x00\x01", "sender alerts sms {"])
def test_a_broken_file_is_told_once(desk: Any, data: str | bytes) -> None:
    assert desk.in_file(USER, {"lib/brand.send": data}) == ['NAM008 "lib/brand.send"']


def test_a_file_that_imports_itself_is_a_ring(desk: Any) -> None:
    (found,) = desk.bind('import "a.send" as a\n').findings
    assert found.code == "NAM007"
    assert found.message.endswith("a.send → a.send")


def test_a_ring_is_told_where_it_is_entered_with_the_files_in_it(desk: Any) -> None:
    bound = desk.bind(
        'import "b.send" as b\n', {"b.send": 'import "c.send" as c\n', "c.send": 'import "a.send" as a\n'}
    )
    (found,) = bound.findings
    assert desk.told(found) == 'NAM007 "b.send"'
    assert "a.send → b.send → c.send → a.send" in found.message


def test_a_row_of_imports_has_an_end(desk: Any) -> None:
    files = {f"{number}.send": f'import "{number + 1}.send" as next\n' for number in range(100)}
    assert desk.in_file('import "0.send" as first\n', files) == ['NAM007 "0.send"']


def test_a_long_row_of_imports_is_fine(desk: Any) -> None:
    files = {f"{number}.send": f'import "{number + 1}.send" as next\n' for number in range(20)}
    assert desk.in_file('import "0.send" as first\n', {**files, "20.send": ""}) == []


def test_two_things_of_one_name_are_told_at_the_second(desk: Any) -> None:
    bound = desk.bind(
        'import "lib/brand.send" as x\nsender x sms { id "ACME" }\nsnippet x "a"\n', {"lib/brand.send": LIB}
    )
    assert [found.code for found in bound.findings] == ["NAM004", "NAM004"]
    assert {
        related.source.text[related.span.start : related.span.end]
        for found in bound.findings
        for related in found.related
    } == {"x"}


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("brand.alrts", "did you mean `brand.alerts`?"),
        ("brnd.alerts", "did you mean `brand.alerts`?"),
        ("xyz", "the senders are `brand.alerts`"),
    ],
)
def test_an_unknown_sender_comes_with_the_nearest(desk: Any, written: str, help: str) -> None:
    (found,) = desk.bind(USER.replace("brand.alerts", written), {"lib/brand.send": LIB}).findings
    assert (desk.told(found), found.help) == (f"NAM003 {written}", help)


def test_a_declaration_that_nobody_knows_comes_with_the_nearest(desk: Any) -> None:
    (found,) = desk.bind('snipet x "a"').findings
    assert (found.code, found.help) == ("NAM001", "did you mean `snippet`?")


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ('sender s sms', ["NAM006 sender s sms"]),
        ('sender s smss { id "ACME" }', ["NAM010 smss"]),
        ('sender s { id "ACME" }', ["NAM002 s"]),
        ('sender s sms { app "ACME" }', ["NAM001 app"]),
        ('sender s sms { id "{{ x }}" }', ["TXT004 x"]),
        ('sender s sms { id "A", id "B" }', ["NAM012 id \"B\""]),
        ('sender s email { name "A" }', ["NAM006 sender s email"]),
    ],
)  # fmt: skip
def test_a_sender_that_is_wrong_is_told_once_and_its_rungs_are_left_in_peace(
    desk: Any, sender: str, found: list[str]
) -> None:
    channel = "email" if "email" in sender else "sms"
    content = 'subject "a", text "b"' if channel == "email" else 'body "Hi"'
    message = f"message m {{\n{desk.rows}  try {channel} from s {{ {content} }}\n}}\n"
    assert desk.in_file(f"{sender}\n{message}") == found
