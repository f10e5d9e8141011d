"""Variables: each type as it is written, its bounds in a text, its values, and what may be left out by a row."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from sendspec.values.bounds import Unit
from sendspec.values.codes import CURRENCIES, REGIONS


def variables(desk: Any, lines: str, **more: Any) -> Any:
    return desk.message(f"  vars {{ {lines} }}\n{desk.sms}", **more).variables


#: Type, how a text prints it, least and most characters, whether it is always of the SMS alphabet (None: it depends).
TYPES = [
    ("text(max 30)", "v", 1, 30, None),
    ("id(max 24)", "v", 1, 24, True),
    ("int", "v", 1, 20, True),
    ("int(min 0, max 99)", "v", 1, 2, True),
    ("int(min -5, max 5)", "v", 1, 2, True),
    ("int(min 100, max 999)", "v", 3, 3, True),
    ("decimal(digits 4, places 2)", "v", 1, 6, True),
    ("money(GBP)", "v | money", None, None, None),
    ("date", "v | date('d MMM yyyy')", 10, 11, True),
    ("time", "v | time('HH:mm')", 5, 5, True),
    ("datetime", "v | local('UTC', 'HH:mm')", 5, 5, True),
    ("timezone", "v", None, None, True),
    ("phone", "v", None, 16, True),
    ("email", "v", 3, 254, None),
    ('url(host "acme.example", max 36)', "v", None, 36, None),
    ("one_of(a, abc)", "v", 1, 3, True),
    ('one_of("ŵ", a)', "v", 1, 1, None),
]


@pytest.mark.parametrize(("type", "print", "least", "most", "gsm"), TYPES)
def test_a_type_bounds_a_text_before_there_is_data(
    desk: Any, type: str, print: str, least: int | None, most: int | None, gsm: bool | None
) -> None:
    inside = f'  vars {{ v {type} }}\n  try sms from alerts {{ body "<{{{{ {print} }}}}>" }}'
    message = desk.message(inside, rows='  audience csv "p.csv" { msisdn <- phone, vars <- same }\n')
    leaf = message.rungs[0].contents[""].text("body")
    assert leaf.personal
    extent = leaf.extent(Unit.CHARACTERS)
    assert least is None or extent.least == least + 2
    assert most is None or extent.most == most + 2
    assert extent.least <= extent.most
    assert leaf.bounds.gsm in ((True, None) if gsm is None else (gsm,))
    assert leaf.bounds.of(Unit.BYTES).most >= extent.most
    assert leaf.bounds.of(Unit.UNITS).most >= extent.most


def test_a_bool_is_printed_by_a_choice(desk: Any) -> None:
    inside = '  vars { v bool = no }\n  try sms from alerts { body "{% if v %}yes{% else %}no{% endif %}!" }'
    assert desk.message(inside).rungs[0].contents[""].text("body").extent(Unit.CHARACTERS) == (3, 4)


@pytest.mark.parametrize(
    ("line", "default"),
    [
        ('v text(max 30) = "customer"', "customer"),
        ('v id(max 9) = "A-1.b_c:d"', "A-1.b_c:d"),
        ("v int = -3", -3),
        ("v int = 50_000", 50000),
        ("v int(min 1, max 5) = 5", 5),
        ("v decimal(digits 4, places 2) = 51.48", Decimal("51.48")),
        ("v decimal(digits 4, places 2) = 3", Decimal(3)),
        ("v money(GBP) = 12.50", Decimal("12.50")),
        ("v money(JPY) = 1200", Decimal(1200)),
        ("v date = 2026-11-30", dt.date(2026, 11, 30)),
        ("v time = 21:00", dt.time(21)),
        ("v datetime = 2026-11-30T14:30Z", dt.datetime(2026, 11, 30, 14, 30, tzinfo=dt.UTC)),
        ("v datetime = 2026-11-30T14:30:00+05:30", dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)),
        ('v timezone = "Europe/London"', "Europe/London"),
        ('v phone = "+447700900123" @pii', "+447700900123"),
        ('v email = "ann@acme.example" @pii', "ann@acme.example"),
        ('v url(max 60) = "https://acme.example/a"', "https://acme.example/a"),
        ("v one_of(a, b) = b", "b"),
        ('v one_of(a, "b c") = "b c"', "b c"),
        ("v bool = yes", True),
    ],
)
def test_a_default_is_a_value_of_its_type(desk: Any, line: str, default: object) -> None:
    variable = variables(desk, line)["v"]
    assert variable.default == default
    assert variable.has_default
    assert not variable.required


def test_a_variable_may_have_examples_and_marks(desk: Any) -> None:
    rows = '  audience rows { row { msisdn "+447700900123", v "x" } }\n'
    inside = f'  vars {{\n    v text(max 5) example "a" "b" @pii @deprecated("use w")\n  }}\n{desk.sms}'
    variable = desk.message(inside, rows=rows).variables["v"]
    assert variable.examples == ("a", "b")
    assert variable.pii
    assert variable.deprecated == "use w"
    assert variable.required


@pytest.mark.parametrize(
    ("line", "found", "help"),
    [
        ("v txet(max 3)", "VAR001 txet", "did you mean `text`?"),
        ('v "x"', 'VAR001 "x"', None),
        ("v", "NAM002 v", "for instance `v text(max 30)`"),
        ("v text", "VAR003 text", "write `text(max 30)`"),
        ("v id", "VAR003 id", "write `id(max 24)`"),
        ("v url", "VAR003 url", 'write `url(host "acme.example", max 60)`'),
        ("v decimal", "VAR003 decimal", "write `decimal(digits 8, places 2)`"),
        ("v money", "VAR003 money", "write `money(GBP)`"),
        ("v one_of", "VAR003 one_of", "write `one_of(morning, evening)`"),
        ("v text(30)", "VAR002 30", "write `max 30`"),
        ("v text(mx 30)", "VAR002 mx 30", "did you mean `max`?"),
        ("v text(max 0)", "VAR002 0", None),
        ("v text(max -1)", "VAR002 -1", None),
        ("v text(max 1.5)", "VAR002 1.5", None),
        ('v text(max "3")', 'VAR002 "3"', None),
        ("v text(max 600_000)", "VAR002 text(max 600_000)", None),
        ("v int(min 5, max 3)", "VAR002 int(min 5, max 3)", None),
        ("v decimal(digits 2, places 3)", "VAR002 decimal(digits 2, places 3)", None),
        ("v money(gbp)", "VAR002 money(gbp)", "did you mean `GBP`?"),
        ("v money(GPB)", "VAR002 money(GPB)", None),
        ("v phone(UK)", "VAR002 phone(UK)", "did you mean `GB`?"),
        ("v phone(GBR)", "VAR002 phone(GBR)", None),
        ("v one_of(a, a)", "VAR002 one_of(a, a)", None),
        ("v one_of(a b)", "VAR002 a b", "write `one_of(morning, evening)`"),
        ("v date(max 3)", "VAR002 max 3", None),
    ],
)
def test_a_type_that_is_none_is_told_once_and_its_uses_are_left_in_peace(
    desk: Any, line: str, found: str, help: str | None
) -> None:
    rows = '  audience rows { row { msisdn "+447700900123", v "x" } }\n'
    told = desk.findings(f'  vars {{ {line} }}\n  try sms from alerts {{ body "{{{{ v }}}}" }}', rows=rows)
    assert [desk.told(each) for each in told] == [found]
    assert help is None or told[0].help == help


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ('v text(max 2) = "abc"', '"abc"'),
        ("v text(max 5) = abc", "abc"),
        ("v int = 1.5", "1.5"),
        ('v int = "5"', '"5"'),
        ("v int(min 0, max 5) = 6", "6"),
        ("v decimal(digits 3, places 1) = 12.34", "12.34"),
        ("v money(GBP) = 3.999", "3.999"),
        ("v money(JPY) = 3.9", "3.9"),
        ('v date = "2026-01-01"', '"2026-01-01"'),
        ("v datetime = 2026-11-30", "2026-11-30"),
        ('v timezone = "Europe/Lodnon"', '"Europe/Lodnon"'),
        ('v phone = "123" @pii', '"123"'),
        ('v email = "a@b" @pii', '"a@b"'),
        ('v url(host "a.example", max 30) = "https://b.example"', '"https://b.example"'),
        ('v url(max 30) = "ftp://b.example"', '"ftp://b.example"'),
        ('v id(max 9) = "a b"', '"a b"'),
        ("v id(max 9) = 123", "123"),
        ("v one_of(a, b) = c", "c"),
        ("v bool = true", "true"),
        ('v bool = "yes"', '"yes"'),
        ('v text(max 3) = "a" example "abcd"', '"abcd"'),
    ],
)
def test_a_value_that_does_not_fit_its_type_is_marked(desk: Any, line: str, marked: str) -> None:
    assert desk.found(f"  vars {{ {line} }}\n{desk.sms}") == [f"VAR004 {marked}"]


@pytest.mark.parametrize(
    "name",
    [
        *("title", "from", "image", "body", "message", "try", "id", "sms", "rcs", "card", "to", "open", "unless"),
        *("failed", "email", "local", "upper", "default", "url", "link", "yes", "no", "max", "subject", "html"),
        *("reply", "audience", "delivery", "track", "policy", "test", "expires", "quiet", "name", "address", "row"),
    ],
)
def test_a_variable_may_have_the_name_of_a_word(desk: Any, name: str) -> None:
    rows = f'  audience rows {{ row {{ msisdn "+447700900123", {name} "a" }} }}\n'
    inside = f'  vars {{ {name} id(max 5) }}\n  try sms from alerts {{ body "Hi {{{{ {name} }}}}" }}'
    message = desk.message(inside, rows=rows)
    assert message.rungs[0].contents[""].text("body").extent(Unit.CHARACTERS) == (4, 8)


@pytest.mark.parametrize("name", ["text", "file", "vars", "rung", "locale", "a.b", "a-b", "_a"])
def test_a_name_that_means_something_else_is_told_once(desk: Any, name: str) -> None:
    rows = f'  audience rows {{ row {{ msisdn "+447700900123", {name} "a" }} }}\n' if name != "locale" else desk.rows
    inside = f"  vars {{ {name} id(max 5) }}\n{desk.sms}"
    assert desk.found(inside, rows=rows) == [f"VAR005 {name}"]


def test_a_name_declared_twice_is_told_at_the_second(desk: Any) -> None:
    (found,) = desk.findings(f"  vars {{ a bool = yes, a bool = no }}\n{desk.sms}")
    assert desk.told(found) == "NAM004 a"
    assert found.related[0].text == "first here"


#: A text of two variables, and which of them a row must have.
EASED = [
    ("{{ a }} {{ b }}", {"a", "b"}),
    ("{{ a | default('you') }} {{ b }}", {"b"}),
    ("{{ a | default('you') | upper }} {{ b | default('-') }}", set()),
    ("{{ a | default('you') }} {{ a }} {{ b }}", {"a", "b"}),
    ("{{ a | upper | default('you') }} {{ b }}", {"a", "b"}),
    ("{{ a | default(b) }}", {"b"}),
    ("{% if a %}{{ a | default('x') }}{% endif %}{{ b }}", {"b"}),
]


@pytest.mark.parametrize(("text", "required"), EASED)
def test_a_variable_that_every_text_gives_a_default_may_be_left_out(desk: Any, text: str, required: set[str]) -> None:
    rows = '  audience csv "p.csv" { msisdn <- phone, vars <- same }\n'
    inside = f'  vars {{ a text(max 9), b text(max 9) }}\n  try sms from alerts {{ body "{text}" }}'
    found = desk.message(inside, rows=rows).variables
    assert {name for name, variable in found.items() if variable.required} == required


def test_the_lists_of_codes_are_those_of_the_libraries() -> None:
    import babel
    import phonenumbers

    assert frozenset(phonenumbers.SUPPORTED_REGIONS) == REGIONS
    assert babel.Locale("en").currencies.keys() | {"ZWG"} >= CURRENCIES
