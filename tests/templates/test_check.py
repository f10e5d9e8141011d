"""Names and types in a text."""

from __future__ import annotations

import pytest

from sendspec.diagnostic import Severity
from sendspec.templates.catalogue import FILTERS
from sendspec.templates.check import check, reads
from sendspec.templates.parse import parse
from sendspec.values.types import Kind, Type

SCOPE: dict[str, Type | str] = {
    "first_name": Type(Kind.TEXT, most=30),
    "at": Type(Kind.DATETIME),
    "ends": Type(Kind.DATETIME),
    "tz": Type(Kind.TIMEZONE),
    "day": Type(Kind.DATE),
    "hour": Type(Kind.TIME),
    "price": Type(Kind.MONEY, code="GBP"),
    "ok": Type(Kind.BOOL),
    "n": Type(Kind.INT),
    "dec": Type(Kind.DECIMAL, digits=6, places=2),
    "bye": "STOP",
    "brand.bye": "STOP",
    "tier": Type(Kind.ONE_OF, choices=("gold", "silver")),
}


def findings(text: str) -> list[tuple[str, str, str, str | None]]:
    template, problems = parse(text)
    assert template is not None
    assert not problems
    return [(one.code, text[one.start : one.end], one.message, one.help) for one in check(template, SCOPE)]


@pytest.mark.parametrize(
    "text",
    [
        "Hello {{ first_name }}, {{ brand.bye }} {{ bye }} {{ n }} {{ dec }} {{ tier }} {{ tz }}",
        "{{ at | local(tz, 'd MMM HH:mm') }} {{ at | local('Europe/London', \"EEEE 'at' h:mm a\") }}",
        "{{ day | date }} {{ day | date('full') }} {{ day | date('d/MM/yyyy') }}",
        "{{ hour | time }} {{ hour | time('HH:mm') }}",
        "{{ price | money }} {{ price | number(0) }} {{ n | number }} {{ dec | number(2) }}",
        "{{ first_name | default('friend') | trim | upper | truncate(5) }}",
        "{{ n | default('none') }} {{ n | default(0) | number }}",
        "{{ at | local(tz, 'HH:mm') | default('soon') }} {{ at | default(ends) | local(tz, 'd') }}",
        "{% if ok and n >= 3 and tier == 'gold' and at < ends %}x{% endif %}",
        "{% if first_name in ['a', bye] or not ok == false %}x{% endif %}",
        "{% for x in [first_name, 'b'] %}{{ x | upper }}{% endfor %}",
        "<title>{a}</title> 100% sure, 5 %, [x], <b>, { y }, {first_name }: a price of $5 (net)".replace(
            "{first_name }", ""
        ),
    ],
)
def test_a_sound_text_has_no_finding(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "code", "part", "says", "help"),
    [
        ("{{ frist_name }}", "TXT004", "frist_name", "no variable", "did you mean `first_name`?"),
        ("{{ brnd.bye }}", "TXT004", "brnd.bye", "no variable", "did you mean `brand.bye`?"),
        ("{% if x1 > 3 %}{% endif %}", "TXT004", "x1", "no variable", "declare it in `vars`"),
        ("{{ first_name | default(zzz) }}", "TXT004", "zzz", "no variable", "declare it"),
        ("{{ at | local(zone9, 'd') }}", "TXT004", "zone9", "no variable", "declare it"),
        ("{{ day | upper }}", "TXT007", "upper", "`upper` takes a text", "date('d MMMM y')"),
        ("{{ first_name | money }}", "TXT007", "money", "`money` takes money", None),
        ("{{ at | date }}", "TXT007", "date", "`date` takes a date", "local(tz"),
        ("{{ price | money | number }}", "TXT007", "number", "what `money` gives is text", None),
        ("{{ at }}", "TXT008", "at", "printed through a filter", "local(tz, 'd MMM HH:mm')"),
        ("{{ price }}", "TXT008", "price", "printed through a filter", "| money"),
        ("{{ ok }}", "TXT008", "ok", "chooses by it", "{% if ok %}"),
        ("{{ day | default(day) }}", "TXT008", "day", "through a filter", "date("),
        ("{{ at | local(tz) }}", "TXT006", "local(tz)", "1 given", "write `local("),
        ("{{ at | local }}", "TXT006", "local", "none given", "write `local("),
        ("{{ at | local(first_name, 'd') }}", "TXT006", "first_name", "takes a time zone", "write"),
        ("{{ at | local(tz, bye) }}", "TXT006", "bye", "takes a CLDR pattern", "write"),
        ("{{ first_name | truncate('3') }}", "TXT006", "'3'", "number of characters", "write `truncate(20)`"),
        ("{{ first_name | truncate(0) }}", "TXT006", "0", "number of characters", "write"),
        ("{{ n | number(true) }}", "TXT006", "true", "0 to 9", "write"),
        ("{{ first_name | upper(3) }}", "TXT006", "upper(3)", "takes no argument", "write `upper`"),
        ("{{ at | default('soon') | local(tz, 'd') }}", "TXT006", "'soon'", 'its default "soon" is text', "last"),
        ("{{ day | date('d MMM at y') }}", "TXT009", "at", "read as fields", "'at'"),
        ("{{ day | date('%d.%m') }}", "TXT009", "%d", "without `%`", "dd/MM"),
        ("{{ day | date('HH') }}", "TXT009", "HH", "a date has no time", None),
        ("{{ hour | time('d') }}", "TXT009", "d", "a time has no day", None),
        ("{{ day | date('MMMMMM') }}", "TXT009", "MMMMMM", "longest", None),
        ('{{ day | date("d \'of MMM") }}', "TXT009", "'", "not closed", None),
        ("{{ day | date('-') }}", "TXT009", "-", "no field", None),
        ("{{ hour | time('full') }}", "TXT009", "'full'", "a time has none", None),
        ("{{ day | date('dd/mm/y') }}", "TXT009", "mm", "a date has no time", "`MM`"),
        ("{{ at | local(tz, 'dd/mm/y') }}", "TXT010", "mm", "minute", "`MM`"),
        ("{{ day | date('d MMM YYYY') }}", "TXT010", "YYYY", "year of the week", "`yyyy`"),
        ("{{ day | date('DD MMM') }}", "TXT010", "DD", "day of the year", "`dd`"),
        ("{{ hour | time('HH:mm:SS') }}", "TXT010", "SS", "fraction", "`ss`"),
        ("{{ at | local(tz, 'HH:MM') }}", "TXT010", "MM", "after the hour", "`mm`"),
        ("{{ at | local(tz, 'hh:mm') }}", "TXT010", "hh", "half of the day", "`HH`"),
        ("{{ at | local('Europe/Londn', 'd') }}", "TXT011", "'Europe/Londn'", "no time zone", "`Europe/London`"),
        ("{% if n == 'a' %}{% endif %}", "TXT012", "'a'", "like with like", None),
        ("{% if at > '2026' %}{% endif %}", "TXT012", "'2026'", "like with like", None),
        ("{% if first_name < 'b' %}{% endif %}", "TXT012", "first_name", "orders numbers", None),
        ("{% if tier == 'glod' %}{% endif %}", "TXT016", "'glod'", "never", "`gold`"),
        ("{% if tier in ['gold', 'tin'] %}{% endif %}", "TXT016", "'tin'", "never", "gold, silver"),
        ("Hi {first_name}", "TXT013", "{first_name}", "sent as it stands", "{{ first_name }}"),
        ("Hi ${name} {{ n }}", "TXT013", "${name}", "sent as it stands", "{{ name }}"),
        ("Hi %s", "TXT013", "%s", "sent as it stands", "variable"),
        ("Hi <first_name>", "TXT013", "<first_name>", "sent as it stands", "{{ first_name }}"),
        ("Hi [first_name]", "TXT013", "[first_name]", "sent as it stands", "{{ first_name }}"),
        ("Hi %(first_name)s", "TXT013", "%(first_name)s", "sent as it stands", "{{ first_name }}"),
        ("{{ n }} $(x)", "TXT014", "$(", "substitution", None),
    ],
)
def test_a_text_is_told_what_is_wrong_where_and_what_to_do(
    text: str, code: str, part: str, says: str, help: str | None
) -> None:
    found = findings(text)
    assert [(one[0], one[1]) for one in found] == [(code, part)]
    assert says in found[0][2]
    assert (help is None) or help in (found[0][3] or "")


def test_a_finding_about_a_loop_is_told_once() -> None:
    assert [one[0] for one in findings("{% for x in [day, day] %}{{ x }}{% endfor %}")] == ["TXT008"]


def test_mixups_are_warnings_and_a_dollar_is_a_note() -> None:
    for text, severity in (
        ("{{ day | date('Y') }}", Severity.WARNING),
        ("$(", Severity.NOTE),
        ("%s", Severity.WARNING),
    ):
        template, _ = parse(text)
        assert template is not None
        assert [one.severity for one in check(template, SCOPE)] == [severity]


def test_reads_are_the_names_of_prints_arguments_conditions_and_lists() -> None:
    template, _ = parse(
        "{{ a | default(b) }}{% if c == d %}{{ e.f }}{% endif %}{% for x in [g, 'h'] %}{{ x }}{{ i }}{% endfor %}"
    )
    assert template is not None
    assert reads(template) == {"a", "b", "c", "d", "e.f", "g", "i"}


def test_what_help_offers_can_be_pasted_into_a_text_in_double_quotes() -> None:
    assert not [signature.example for signature in FILTERS.values() if '"' in signature.example]
    offers = [help for text in ("{{ at }}", "{{ day }}", "{{ hour }}") for *_, help in findings(text)]
    assert len(offers) == 3
    assert not [help for help in offers if help is None or '"' in help or "'" not in help]
