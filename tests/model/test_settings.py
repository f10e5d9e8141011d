"""`delivery`, `track` and `policy`: read, left out where an API lacks them, and told where no rung can use them."""

from __future__ import annotations

from typing import Any

import pytest

VARS = '  vars { tz timezone = "Europe/London", at datetime = 2026-11-30T14:30Z, day date = 2026-11-30 }\n'
RCS = '  else after 5m unless delivered try rcs from chat { text "Hello" }\n'


@pytest.mark.parametrize(
    ("written", "after", "fixed", "moment"),
    [
        ("after 24h", 86400, None, None),
        ("2026-11-30T14:30Z", None, "2026-11-30T14:30:00.000Z", None),
        ("2026-11-30T14:30:00+05:30", None, "2026-11-30T09:00:00.000Z", None),
        ("2026-11-30T14:30Z - 2h", None, "2026-11-30T12:30:00.000Z", None),
        ("at", None, None, ("at", 0)),
        ("at - 2h", None, None, ("at", -7200)),
        ("at + 1h30m", None, None, ("at", 5400)),
    ],
)
def test_an_expiry_is_a_wait_an_instant_or_an_instant_of_each_person(
    desk: Any, written: str, after: int | None, fixed: str | None, moment: tuple[str, int] | None
) -> None:
    expiry = desk.message(f"{VARS}  delivery {{ expires {written} }}\n{desk.sms}").expiry
    assert expiry.after == after
    assert (expiry.leaf.value if expiry.leaf else None) == fixed
    assert (tuple(expiry.leaf.text) if expiry.leaf and expiry.leaf.text else None) == moment


def test_quiet_hours_are_read_with_a_variable_or_the_name_of_a_zone(desk: Any) -> None:
    quiet = desk.message(f"{VARS}  delivery {{ quiet 21:00..08:00 in tz then hold }}\n{desk.sms}").quiet
    assert (quiet.start, quiet.end, quiet.zone, quiet.zone_is_variable, quiet.then) == (
        75600,
        28800,
        "tz",
        True,
        "hold",
    )
    quiet = desk.message(f'  delivery {{ quiet 22:15..07:30:30 in "Asia/Kolkata" then skip }}\n{desk.sms}').quiet
    assert (quiet.start, quiet.end, quiet.zone, quiet.zone_is_variable) == (80100, 27030, "Asia/Kolkata", False)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("expires day", "VAR006 day"),
        ("expires tz", "VAR006 tz"),
        ("expires att - 2h", "NAM003 att"),
        ("expires 2h", "NAM002 2h"),
        ("expires after", "NAM002 after"),
        ("expires after at", "NAM002 at"),
        ('expires "tomorrow"', 'NAM002 "tomorrow"'),
        ("expires 9999-12-31T23:59Z + 2d", "NAM002 9999-12-31T23:59Z"),
        ("quiet 21:00..08:00", "NAM002 21:00..08:00"),
        ("quiet 21:00 in tz then hold", "NAM002 21:00"),
        ("quiet 21:00..08:00 in at then hold", "TIM001 at"),
        ("quiet 21:00..08:00 in tzz then hold", "NAM003 tzz"),
        ('quiet 21:00..08:00 in "Europe/Londn" then hold', 'TIM001 "Europe/Londn"'),
        ("quiet 21:00..08:00 in tz", "NAM002 tz"),
        ("quiet 21:00..08:00 in tz then wait", "NAM002 wait"),
        ("expirs after 2h", "NAM001 expirs"),
        ("expires after 2h, expires after 3h", "NAM012 expires"),
    ],
)
def test_a_time_that_cannot_be_read_is_told_once(desk: Any, line: str, found: str) -> None:
    told = desk.found(f"{VARS}  delivery {{ {line} }}\n{desk.sms}")
    assert [each for each in told if not each.startswith("API029")] == [found]


def codes(desk: Any, inside: str, **versions: str) -> list[str]:
    return [
        f"{found.code} {found.severity.value}"
        for found in desk.findings(inside, **versions)
        if found.code[:5] == "API06"
    ]


def test_a_setting_that_one_api_lacks_is_left_out_there_with_a_note(desk: Any) -> None:
    inside = f"  delivery {{ route IMMD }}\n{desk.sms}{RCS}"
    assert codes(desk, inside) == ["API062 note"]
    sms, rcs = desk.message(inside).rungs
    assert (sms.left_out, rcs.left_out) == ((), ("route",))
    assert "route" in sms.bodies[""]
    assert "route" not in rcs.bodies[""]


@pytest.mark.parametrize(
    ("block", "version", "found"),
    [
        ("track { receipts [delivered] }", "v1", ["API063 error"]),
        ("track { receipts [delivered] }", "v2", []),
        ("track { receipts [delivered, read] }", "v2", ["API062 note"]),
        ("delivery { route IMMD }", "v1", []),
        ("delivery { route IMMD }", "v2", ["API063 error"]),
        ("delivery { priority 1 }", "v2", ["API063 error"]),
        ('track { correlation "a", callback "b", notify "https://hooks.acme.example/x" auth "TN" }', "v1", []),
        ('track { correlation "a", callback "b", notify "https://hooks.acme.example/x" auth "TN" }', "v2", []),
        ('track { links { domain "https://s.acme.example", shorten yes, track yes, tag1 "spring" } }', "v1", []),
        ('policy { group "uk-care", consent yes, cap yes }', "v1", []),
        ('policy { group "uk-care", consent yes, cap yes }', "v2", []),
    ],
)
def test_a_setting_is_taken_by_the_api_that_has_it(desk: Any, block: str, version: str, found: list[str]) -> None:
    assert codes(desk, f"  {block}\n{desk.sms}", sms=version) == found


@pytest.mark.parametrize("broken", ['bdy "x"', 'body "{{ nobody }}"'])
def test_that_no_rung_can_use_a_setting_is_not_said_while_a_rung_cannot_be_read(desk: Any, broken: str) -> None:
    inside = f"  delivery {{ route IMMD }}\n  try sms from alerts {{ {broken} }}\n{RCS}"
    assert codes(desk, inside) == []
    assert len([found for found in desk.findings(inside) if found.severity.value == "error"]) == 1


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("delivery { route IMDD }", ["NAM002 IMDD"]),
        ("delivery { route immd }", ["NAM002 immd"]),
        ("delivery { foo 1 }", ["NAM001 foo"]),
        ('track { correlation "{{ x }}" }', ["TXT004 x"]),
        ('track { correlation "a", correlation "b" }', ["NAM012 correlation"]),
        ("track { receipts delivered }", ["NAM002 delivered"]),
        ("track { links { shorten maybe } }", ["NAM002 maybe"]),
        ('policy { group "a", consent maybe }', ["NAM002 maybe"]),
        ('policy { group "a", consent true }', ["NAM002 true"]),
        ("policy { grp 1 }", ["NAM001 grp"]),
        ("delivery { }\n  delivery { }", ["NAM012 delivery"]),
    ],
)
def test_a_setting_that_cannot_be_read_is_told_once(desk: Any, block: str, found: list[str]) -> None:
    assert [each for each in desk.found(f"  {block}\n{desk.sms}") if not each.startswith("API029")] == found


@pytest.mark.parametrize(
    ("line", "found", "help"),
    [
        ("category utilty", "NAM002 utilty", "did you mean `utility`?"),
        ("category", "NAM002 category", None),
        ("owner crm", "NAM002 crm", 'write "crm"'),
        ('ownr "crm"', "NAM001 ownr", "did you mean `owner`?"),
        ("audience_ rows { }", "NAM001 audience_", "did you mean `audience`?"),
    ],
)
def test_a_line_of_a_message_comes_with_the_nearest_word(desk: Any, line: str, found: str, help: str | None) -> None:
    (told,) = desk.findings(f"  {line}\n{desk.sms}")
    assert (desk.told(told), told.help) == (found, help)


def test_category_and_owner_are_kept(desk: Any) -> None:
    message = desk.message(f'  category utility\n  owner "crm-service"\n{desk.sms}')
    assert (message.category, message.owner) == ("utility", "crm-service")


SMS_AND_MAIL = (
    '  try sms from alerts { body "Hello" }\n'
    '  else after 5m unless delivered try email from mail { subject "x", text "y" }\n'
)


def test_a_receipt_that_no_rung_reports_is_told_with_those_that_are(desk: Any) -> None:
    (found,) = desk.findings(f"  track {{ receipts [read] }}\n{desk.sms}", sms="v2")
    assert desk.told(found) == "API063 read"
    assert found.message == (
        "`read` is reported by no rung: SMS on v2 reports `submitted`, `delivered`, `clicked`, `failed`"
    )
    (found,) = desk.findings(f"  track {{ receipts [read, complaint] }}\n{desk.sms}", sms="v2")
    assert desk.told(found) == "API063 receipts"


def test_each_receipt_that_only_some_rungs_report_is_a_note_at_its_word(desk: Any) -> None:
    found = desk.findings(f"  track {{ receipts [read, complaint, delivered] }}\n{SMS_AND_MAIL}", sms="v2")
    assert [desk.told(each) for each in found] == ["API062 read", "API062 complaint"]
    assert {each.help for each in found} == {"SMS on v2 reports `submitted`, `delivered`, `clicked`, `failed`"}


def test_receipts_are_left_out_as_a_whole_where_the_api_has_none(desk: Any) -> None:
    assert desk.found(f"  track {{ receipts [delivered] }}\n{SMS_AND_MAIL}") == ["API062 receipts"]
    (found,) = desk.findings(f"  track {{ receipts [delivered] }}\n{desk.sms}")
    assert found.message == "`receipts` can be used by no rung: SMS on v1 has no such setting"


def test_a_list_of_no_receipts_is_told(desk: Any) -> None:
    (found,) = desk.findings(f"  track {{ receipts [] }}\n{desk.sms}", sms="v2")
    assert (found.code, found.message) == ("API063", "`receipts` lists nothing")


def test_a_policy_without_a_flag_is_told_in_the_words_of_the_spec(desk: Any) -> None:
    assert desk.helped(f'  policy {{ group "care" }}\n{desk.sms}') == ["write `consent yes` or `cap yes`"]
    assert desk.helped(f"  policy {{ consent yes }}\n{desk.sms}") == ['write `group "…"`']
