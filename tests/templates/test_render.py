"""Values → text: filters, locales, escaping, and that a value is never looked into."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.templates.parse import parse
from sendspec.templates.render import Renderer, Unprintable, render

NOON = dt.datetime(2026, 11, 30, 14, 30, tzinfo=dt.UTC)
VALUES: dict[str, object] = {
    "name": "Ann",
    "at": NOON,
    "tz": "Europe/London",
    "day": dt.date(2026, 3, 1),
    "hour": dt.time(9, 5),
    "n": 1234567,
    "dec": Decimal("1234.50"),
    "price": Decimal("1234.5"),
    "yes": True,
    "no": False,
    "tier": "gold",
    "gone": None,
    "brand.bye": "STOP",
    "odd": '<a href="x">&\'',
    "word": "o'brien-smith of köln",
}


def shown(text: str, locale: str = "", html: bool = False, values: dict[str, object] | None = None) -> str:
    template, problems = parse(text)
    assert template is not None
    assert not problems
    return render(template, VALUES if values is None else values, locale, html, {"price": "GBP"})


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Hello {{ name }}, {{ brand.bye }}", "", "Hello Ann, STOP"),
        ("{{ at | local(tz, 'd MMM HH:mm') }}", "", "30 Nov 14:30"),
        ("{{ at | local('Asia/Kolkata', 'EEEE d MMMM HH:mm') }}", "cy", "Dydd Llun 30 Tachwedd 20:00"),
        ("{{ day | date('d MMMM y') }}", "de", "1 März 2026"),
        ("{{ day | date }}", "en-GB", "1 Mar 2026"),
        ("{{ day | date('short') }}", "fr_FR", "01/03/2026"),
        ("{{ hour | time('H:mm') }} {{ hour | time }}", "en-GB", "9:05 09:05"),
        ("{{ price | money }}", "en-GB", "£1,234.50"),
        ("{{ price | money }}", "de", "1.234,50 £"),
        ("{{ n | number }} {{ dec | number }} {{ dec | number(0) }}", "en", "1,234,567 1,234.5 1,234"),
        ("{{ n | number }}", "en_IN", "12,34,567"),
        ("{{ n }} {{ dec }}", "de", "1234567 1234.50"),
        (
            "{{ word | title }}|{{ word | upper }}|{{ word | capitalize }}",
            "",
            "O'brien-Smith Of Köln|O'BRIEN-SMITH OF KÖLN|O'brien-smith of köln",
        ),
        ("{{ name | truncate(2) }}{{ name | truncate(3) }}", "", "A…Ann"),
        ("{{ ' a ' | trim }}{{ 'B' | lower }}", "", "ab"),
        ("{{ gone | default('friend') }} {{ never | upper | default(name) }}", "", "friend Ann"),
        ("{% if gone %}a{% elif tier in ['gold'] and dec >= 1234.5 %}b{% else %}c{% endif %}", "", "b"),
        ("{% if gone > 3 or gone == 'x' or gone < 3 %}a{% else %}b{% endif %}", "", "b"),
        ("{% if dec == 1234.50 and not no %}yes{% endif %}", "", "yes"),
        ("{% for x in [name, 'Bob', 1.50, -2] %}{{ x }};{% endfor %}", "", "Ann;Bob;1.5;-2;"),
        ("{% for p in [price] %}{{ p | money }}{% endfor %}", "en-GB", "£1,234.50"),
        ("{# {{ name }} #} { } }} %} $(x) #}", "", "{# Ann #} { } }} %} $(x) #}"),
        ("a\r\n{{ name }}\r b\n\n", "", "a\r\nAnn\r b\n\n"),
        ("a \r\n {%- if yes -%} \r\n b {%- endif %}", "", "ab"),
    ],
)
def test_a_text_prints(text: str, locale: str, expected: str) -> None:
    assert shown(text, locale) == expected


def test_html_escapes_what_is_printed_and_nothing_else() -> None:
    assert shown("<b>{{ odd }}</b> & {{ '<' }}", html=True) == "<b>&lt;a href=&#34;x&#34;&gt;&amp;&#39;</b> & &lt;"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40) | st.sampled_from(["{{ 7*7 }}", "{% if x %}", "$(name)", "\r\n", "\x00#", "\x1c", "{#"]))
def test_a_value_arrives_as_it_is(value: str) -> None:
    assert shown("-{{ name }}-{% if name %}{% endif %}", values={"name": value}) == f"-{value}-"


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=40).filter(lambda text: not {"\0", "\x1c"} & set(text) and "{{" not in text and "{%" not in text)
)
def test_text_arrives_as_it_is(text: str) -> None:
    assert shown(text + " {{ name }}" + text).endswith(" Ann" + text)


@pytest.mark.parametrize(
    "word", ["self", "loop", "super", "caller", "range", "dict", "cycler", "context", "environment", "class"]
)
def test_no_name_of_jinja_or_python_means_anything_but_the_variable(word: str) -> None:
    assert shown(f"{{% for x in ['a'] %}}{{{{ {word} }}}}{{% endfor %}}", values={word: "v"}) == "v"
    with pytest.raises(Unprintable):
        shown(f"{{{{ {word} }}}}", values={})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ gone }}", "`gone` has no value"),
        ("{{ never | upper }}", "`never` has no value"),
        ("{{ yes }}", "`yes` a switch cannot be printed"),
        ("{{ at }}", "`at` a datetime cannot be printed"),
        ("{{ name | local('Europe/London', 'd') }}", "has no local time"),
        ("{{ at | local('Nowhere', 'd') }}", "names no time zone"),
    ],
)
def test_what_cannot_be_printed_says_so_and_shows_no_value(text: str, says: str) -> None:
    with pytest.raises(Unprintable, match=says):
        shown(text)


def test_money_is_not_printed_without_its_currency() -> None:
    template, _ = parse("{{ price | money }}")
    assert template is not None
    with pytest.raises(Unprintable, match="currency"):
        render(template, VALUES, "en", False)


def test_small_and_great_numbers_have_no_exponent() -> None:
    assert shown("{{ n }}", values={"n": Decimal("1E+3")}) == "1000"
    assert shown("{{ n }}", values={"n": Decimal("0.0000001")}) == "0.0000001"


def test_changing_case_never_changes_the_length() -> None:
    for text in ("straße", "ﬁx", "ΐ", "İ", "ŉ"):
        for name in ("upper", "lower", "title", "capitalize"):
            assert len(shown(f"{{{{ name | {name} }}}}", values={"name": text})) == len(text)


def test_a_text_is_compiled_once() -> None:
    renderer = Renderer("en", False)
    template, _ = parse("{{ name }}!")
    assert template is not None
    assert renderer.render(template, {"name": "a"}) == "a!"
    first = dict(renderer._compiled)
    assert renderer.render(template, {"name": "b"}) == "b!"
    assert renderer._compiled == first


@pytest.mark.parametrize("locale", ["en", "de", "fr", "cs", "pl"])
def test_a_locale_s_own_writing_stays_in_the_sms_alphabet(locale: str) -> None:
    """CLDR writes blanks that do not break into times, numbers and money; one would double the price of an SMS."""
    values = {"opens": dt.time(14, 30), "price": Decimal("1234.50")}
    text = "{{ opens | time }} {{ price | money }} {{ price | number }}"
    assert not {"\u00a0", "\u202f"} & set(shown(text, locale, values=values))
