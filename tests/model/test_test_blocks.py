"""`test` blocks: named, typed, and told where they name what is not there."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

VARS = """  vars {
    name text(max 9) = "x", vip bool = no, at datetime = 2026-11-30T14:30Z,
    sum money(GBP) = 1, slot one_of(am, pm) = am
  }
"""
LADDER = (
    '  try sms from alerts { body "{{ name }}" }\n  else after 5m unless delivered try rcs from chat { text "x" }\n'
)


def found(desk: Any, inside: str, name: str = '"t"', head: str = "") -> list[str]:
    told: list[str] = desk.found(f"{VARS}{LADDER}  test {name} {{ {inside} }}", head)
    return told


def test_a_test_is_kept_with_typed_values(desk: Any) -> None:
    (test,) = desk.message(
        VARS
        + LADDER
        + """  test "falls to RCS" {
    given  { msisdn "+447700900123", name "Ann", vip yes, at 2026-11-30T14:30Z, sum 12.50, slot pm }
    at     2026-11-29T17:00Z
    events { sms submitted +2s, sms failed +20m5s, rcs read +1h }
    expect { rungs [sms, rcs], sms.parts 1, sms.body contains "Ann", rcs.text is "x",
             sms.body starts "A", sms.body ends "n" }
  }"""
    ).tests
    assert test.name == "falls to RCS"
    assert test.given == {
        "msisdn": "+447700900123",
        "name": "Ann",
        "vip": True,
        "at": dt.datetime(2026, 11, 30, 14, 30, tzinfo=dt.UTC),
        "sum": Decimal("12.50"),
        "slot": "pm",
    }
    assert test.at == dt.datetime(2026, 11, 29, 17, tzinfo=dt.UTC)
    assert test.events == (("sms", "submitted", 2), ("sms", "failed", 1205), ("rcs", "read", 3600))
    assert [line[0].text for line in test.expect] == [
        "rungs",
        "sms.parts",
        "sms.body",
        "rcs.text",
        "sms.body",
        "sms.body",
    ]


def test_a_locale_can_be_given(desk: Any) -> None:
    assert found(desk, "given { locale en }, expect { rungs [sms] }", head="locales [en]\n") == []


EXPECT = "expect { rungs [sms] }"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("given { nme \"Ann\" }, " + EXPECT, "NAM001 nme"),
        ('given { name "0123456789" }, ' + EXPECT, 'VAR004 "0123456789"'),
        ("given { name Ann }, " + EXPECT, "VAR004 Ann"),
        ("given { vip true }, " + EXPECT, "VAR004 true"),
        ("given { at 2026-11-30 }, " + EXPECT, "VAR004 2026-11-30"),
        ("given { slot noon }, " + EXPECT, "VAR004 noon"),
        ('given { msisdn "12" }, ' + EXPECT, 'VAR004 "12"'),
        ('given { email "ann" }, ' + EXPECT, 'VAR004 "ann"'),
        ('given { name "a", name "b" }, ' + EXPECT, "NAM012 name"),
        ('given { name "a" "b" }, ' + EXPECT, 'NAM002 "b"'),
        ("given { name }, " + EXPECT, "NAM002 name"),
        ("at 2026-11-29, " + EXPECT, "NAM002 2026-11-29"),
        ("at 2026-11-29T17:00Z x, " + EXPECT, "NAM002 x"),
        ("events { whatsapp submitted +2s }, " + EXPECT, "NAM001 whatsapp"),
        ("events { sms faild +2s }, " + EXPECT, "NAM002 faild"),
        ("events { sms submitted 2s }, " + EXPECT, "NAM002 2s"),
        ("events { sms submitted +2 }, " + EXPECT, "NAM002 2"),
        ("events { sms }, " + EXPECT, "NAM002 sms"),
        ("expect { rungs [sms, email] }", "NAM001 email"),
        ("expect { rungs [sms, email], sms.parts 1 }", "NAM001 email"),
        ("expect { rungs sms, sms.parts 1 }", "NAM002 sms"),
        ("expect { rungs [sms], sms.bdy contains \"x\" }", "NAM001 sms.bdy"),
        ("expect { rungs [sms], sms contains \"x\" }", "NAM001 sms"),
        ("expect { rungs [sms], rcs.parts 1 }", "NAM001 rcs.parts"),
        ("expect { rungs [sms], email.subject is \"x\" }", "NAM001 email.subject"),
        ("expect { rungs [sms], sms.body contans \"x\" }", "NAM002 contans"),
        ("expect { rungs [sms], sms.body contains x }", "NAM002 contains"),
        ("expect { rungs [sms], sms.parts }", "NAM002 sms.parts"),
        ("expct { rungs [sms] }, " + EXPECT, "NAM001 expct"),
        ("given { name \"a\" }", 'NAM006 test "t"'),
        ("", 'NAM006 test "t"'),
    ],
)  # fmt: skip
def test_what_is_not_there_or_of_another_type_is_told_once(desk: Any, inside: str, told: str) -> None:
    assert found(desk, inside) == [told]


@pytest.mark.parametrize("name", ["", "falls"])
def test_a_test_has_a_name_in_quotes(desk: Any, name: str) -> None:
    assert found(desk, EXPECT, name) == [f"NAM002 {name or 'test'}"]


def test_two_tests_of_one_name_are_told_at_the_second(desk: Any) -> None:
    inside = f'{VARS}{LADDER}  test "t" {{ {EXPECT} }}\n  test "t" {{ {EXPECT} }}'
    (told,) = desk.findings(inside)
    assert desk.told(told) == 'NAM004 test "t"'
    assert told.related


@pytest.mark.parametrize(
    ("inside", "help"),
    [
        ('expect { rungs [sms], sms.bdy is "x" }', "did you mean `sms.body`?"),
        ('expect { rungs [sms], smss.body is "x" }', "did you mean `sms.body`?"),
        ('expect { rungs [sms], sms.body contans "x" }', "did you mean `contains`?"),
        ("events { sms deliverd +1s }, expect { rungs [sms] }", "did you mean `delivered`?"),
        ("expect { rungs [sm] }", "did you mean `sms`?"),
    ],
)
def test_a_name_comes_with_the_nearest(desk: Any, inside: str, help: str) -> None:
    assert desk.helped(f'{VARS}{LADDER}  test "t" {{ {inside} }}') == [help]
