"""The ladder: numbers, triggers, `and try`, and what the API itself carries out."""

from __future__ import annotations

from typing import Any

import pytest

RCS = 'try rcs from chat { text "a" }\n'
SMS = 'else on failed try sms from alerts { body "b" }\n'
AND = 'and try email from mail { subject "s", text "t" }\n'


def shown(desk: Any, rungs: str, **versions: str) -> list[tuple[int, str, str]]:
    """Number, channel, and how each rung is sent."""
    how = {(False, False): "", (True, False): "native", (False, True): "beside"}
    message = desk.message(rungs, **versions)
    return [(rung.number, rung.channel.name, how[rung.native, rung.beside]) for rung in message.rungs]


def test_rungs_are_numbered_from_one_and_and_shares_the_number_above(desk: Any) -> None:
    rungs = (
        'try whatsapp from talk { text "a" }\n'
        + AND
        + 'else after 20m unless delivered try rcs from chat { text "a" }\n'
        + 'and try sms from alerts { body "b" }\n'
        + 'else after 1h unless read try email from mail { subject "s", text "t" }\n'
    )
    assert shown(desk, rungs) == [
        (1, "whatsapp", ""),
        (1, "email", "beside"),
        (2, "rcs", ""),
        (2, "sms", "beside"),
        (3, "email", ""),
    ]


def test_triggers_are_read(desk: Any) -> None:
    rungs = RCS + 'else after 1h30m unless read try email from mail { subject "s", text "t" }\n' + SMS
    first, second, third = desk.message(rungs).rungs
    assert first.trigger is None
    assert (second.trigger.after, second.trigger.unless) == (5400, "read")
    assert (third.trigger.after, third.trigger.unless) == (None, None)


@pytest.mark.parametrize("version", ["v1", "v2"])
@pytest.mark.parametrize("first", [RCS, 'try rcs from chat { card { title "a", body "b" } }\n'])
def test_sms_after_a_failed_rcs_is_inside_the_one_request(desk: Any, first: str, version: str) -> None:
    assert shown(desk, first + SMS, sms=version) == [(1, "rcs", ""), (2, "sms", "native")]


def test_the_request_of_the_rung_above_holds_the_fallback_and_the_native_rung_has_none(desk: Any) -> None:
    rcs, sms = desk.message(RCS + SMS).rungs
    assert "b" in repr(rcs.bodies[""])
    assert not sms.bodies
    assert not sms.fragments


def test_a_native_rung_keeps_its_number_and_the_next_goes_on(desk: Any) -> None:
    rungs = RCS + SMS + 'else on failed try email from mail { subject "s", text "t" }\n'
    assert shown(desk, rungs) == [(1, "rcs", ""), (2, "sms", "native"), (3, "email", "")]


@pytest.mark.parametrize(
    "content",
    [
        'body "b", unicode yes',
        'body "b", unicode no',
        'binary "00ff"',
        'template "T1" { }',
        'body "b", dlt_template "1"',
        'body "b", send_link_as_app_clip yes',
        'body "b", wire { futureKey "x" }',
    ],
)
def test_an_sms_with_what_the_fallback_cannot_say_is_a_request_of_its_own(desk: Any, content: str) -> None:
    rungs = RCS + f"else on failed try sms from alerts {{ {content} }}\n"
    assert shown(desk, rungs) == [(1, "rcs", ""), (2, "sms", "")]


@pytest.mark.parametrize(
    "rungs",
    [
        RCS + 'else after 5m unless delivered try sms from alerts { body "b" }\n',
        RCS + SMS + AND,
        RCS + AND + SMS,
        'try sms from alerts { body "b" }\nelse on failed try rcs from chat { text "a" }\n',
        RCS + 'else on failed try email from mail { subject "s", text "t" }\n',
    ],
    ids=["a wait", "and below", "and above", "the other way", "e-mail"],
)
def test_what_the_api_has_no_fallback_for_is_never_native(desk: Any, rungs: str) -> None:
    assert "native" not in [how for _, _, how in shown(desk, rungs)]


def test_the_keys_of_wire_below_an_rcs_are_sent_with_the_sms(desk: Any) -> None:
    rungs = RCS + 'else on failed try sms from alerts { body "b", wire { futureKey "x" } }\n'
    assert desk.message(rungs).rungs[1].wire == {"futureKey": "x"}


def test_a_fallback_of_a_broken_sms_is_not_made_up(desk: Any) -> None:
    bound = desk.bind(desk.spec(RCS + 'else on failed try sms from alerts { bdy "b" }\n'))
    assert [rung.native for rung in bound.unit.messages["m"].rungs] == [False, False]
    assert [desk.told(found) for found in bound.findings] == ["NAM001 bdy"]


def test_rung_stands_for_the_number_in_texts_and_settings(desk: Any) -> None:
    inside = (
        '  track { callback "apt|{{ rung }}" }\n  try sms from alerts { body "{{ rung }}" }\n'
        '  else after 5m unless delivered try rcs from chat { text "{{ rung }}" }\n'
    )
    first, second = desk.message(inside).rungs
    assert first.contents[""].text("body").value == "1"
    assert second.contents[""].text("text").value == "2"
    assert (first.bodies[""]["callbackData"].value, second.bodies[""]["callbackData"].value) == ("apt|1", "apt|2")


@pytest.mark.parametrize(
    ("rungs", "found"),
    [
        ('else on failed try sms from alerts { body "a" }', ["LAD001 else"]),
        ('and try sms from alerts { body "a" }', ["LAD001 and"]),
        ('try sms from alerts { body "a" }\ntry rcs from chat { text "a" }', ["LAD001 try"]),
        ('try sms from alerts { body "a" }\nelse try rcs from chat { text "a" }', ["LAD002 else"]),
        ('try sms from alerts { body "a" }\nelse unless delivered try rcs from chat { text "a" }', ["LAD002 else"]),
        ('try sms from alerts { body "a" }\nelse rcs from chat { text "a" }', ["LAD002 else"]),
        ('try sms from alerts { body "a" }\nelse on fail try rcs from chat { text "a" }', ["NAM002 fail"]),
        (
            'try sms from alerts { body "a" }\nelse after 5 unless delivered try rcs from chat { text "a" }',
            ["NAM002 5"],
        ),
        ('try sms from alerts { body "a" }\nelse after 5m try rcs from chat { text "a" }', ["NAM002 try"]),
        ('try sms from alerts { body "a" }\nelse after 5m unless seen try rcs from chat { text "a" }', ["NAM002 seen"]),
        ('try sms from alerts { body "a" }\nelse after 5m unless read try rcs from chat { text "a" }', ["LAD003 read"]),
        ('try sms from alerts { body "a" }\nand rcs from chat { text "a" }', ["NAM002 rcs"]),
        ('try smss from alerts { body "a" }', ["NAM010 smss"]),
        ('try sms from alrts { body "a" }', ["NAM003 alrts"]),
        ('try sms from mail { body "a" }', ["NAM011 mail"]),
        ('try sms { body "a" }', ["NAM002 sms"]),
        ('try from alerts { body "a" }', ["NAM002 from"]),
        ("try sms from alerts { }", ["NAM013 try sms from alerts"]),
        ("try sms from alerts", ["NAM013 try sms from alerts"]),
        ('try sms from alerts { body "a", binary "00" }', ['NAM015 binary "00"']),
        ('try sms from alerts { body "a", body "b" }', ['NAM012 body "b"']),
        ('try sms from alerts { bdoy "a" }', ["NAM001 bdoy"]),
        ('owner "x"', ["NAM006 message m"]),
    ],
)
def test_a_rung_that_cannot_be_read_is_told_once(desk: Any, rungs: str, found: list[str]) -> None:
    assert desk.found(rungs) == found


def test_a_status_that_the_channel_reports_can_be_waited_for(desk: Any) -> None:
    inside = 'try whatsapp from talk { text "a" }\nelse after 5m unless read try sms from alerts { body "a" }'
    assert desk.found(inside) == []


@pytest.mark.parametrize(
    ("expires", "wait", "found"),
    [("1h", "59m", []), ("1h", "60m", ["LAD004"]), ("1h", "2h", ["LAD004"]), ("7d", "1d", [])],
)
def test_a_rung_that_starts_after_the_message_has_expired_is_told(
    desk: Any, expires: str, wait: str, found: list[str]
) -> None:
    inside = (
        f"  delivery {{ expires after {expires} }}\n{desk.sms}"
        f'  else after {wait} unless delivered try rcs from chat {{ text "a" }}'
    )
    assert [each[:6] for each in desk.found(inside)] == found


def test_waits_add_up(desk: Any) -> None:
    inside = (
        "  delivery { expires after 1h }\n"
        + desk.sms
        + '  else after 40m unless delivered try rcs from chat { text "a" }\n'
        + '  else after 40m unless delivered try email from mail { subject "a", text "b" }\n'
    )
    (found,) = desk.findings(inside)
    assert found.code == "LAD004"
    assert found.message == "this rung starts after 1h20m; the message expires after 1h"


def test_the_three_mistakes_of_a_file_are_three_findings(desk: Any) -> None:
    text = "".join(
        f"message {name} {{\n{desk.rows}  try sms from alerts {{ {content} }}\n}}\n"
        for name, content in (("a", 'bdy "x"'), ("b", 'body "{{ nobody }}"'), ("c", "body 5"))
    )
    assert desk.in_file(desk.senders + text) == ["NAM001 bdy", "TXT004 nobody", "NAM002 5"]
