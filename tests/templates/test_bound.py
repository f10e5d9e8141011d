"""Bounds from types alone: no rendering is longer or shorter, and where values are known the bounds are exact."""

from __future__ import annotations

import datetime as dt
import re
import string
from decimal import Decimal
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.templates.bound import bound, escapes, opening, outline, sole
from sendspec.templates.check import check
from sendspec.templates.parse import parse
from sendspec.templates.render import render
from sendspec.templates.tree import Template
from sendspec.values.bounds import Bounds, Extent
from sendspec.values.gsm import measure
from sendspec.values.types import Kind, Type
from sendspec.values.widths import LONGEST_ZONE, SHORTEST_ZONE, of_type

SCOPE: dict[str, Type | str] = {
    "word": Type(Kind.TEXT, most=5),
    "long": Type(Kind.TEXT, most=40),
    "note": Type(Kind.TEXT, most=5, empty=True),
    "ref": Type(Kind.ID, most=6),
    "url": Type(Kind.URL, host="acme.example", most=26),
    "tier": Type(Kind.ONE_OF, choices=("gold", "Straße & Söhne", "€")),
    "n": Type(Kind.INT, low=-1500, high=12),
    "big": Type(Kind.INT),
    "plus": Type(Kind.INT, low=10, high=1_000_000),
    "dec": Type(Kind.DECIMAL, digits=7, places=2),
    "price": Type(Kind.MONEY, code="GBP"),
    "yen": Type(Kind.MONEY, code="JPY"),
    "odd": Type(Kind.MONEY, code="TND"),
    "day": Type(Kind.DATE),
    "hour": Type(Kind.TIME),
    "at": Type(Kind.DATETIME),
    "tz": Type(Kind.TIMEZONE),
    "mail": Type(Kind.EMAIL),
    "phone": Type(Kind.PHONE),
    "ok": Type(Kind.BOOL),
    "bye": "Tschüß <b>",
}
CURRENCIES = {"price": "GBP", "yen": "JPY", "odd": "TND"}
ANY = st.sampled_from("aB1 &<>\"'é€[`ßŉΐİ漢😀…’\u00a0")
NICE = string.ascii_letters + string.digits
VALUES = st.fixed_dictionaries(
    {
        "word": st.text(ANY, min_size=1, max_size=5).filter(str.strip),
        "long": st.text(ANY, min_size=1, max_size=40).filter(str.strip),
        "note": st.text(ANY, max_size=5),
        "ref": st.text(st.sampled_from(NICE + "._:-"), min_size=1, max_size=6),
        "url": st.text(st.sampled_from("a~[{'&`"), max_size=5).map(
            lambda rest: "https://acme.example" + ("/" + rest if rest else "")
        ),
        "tier": st.sampled_from(["gold", "Straße & Söhne", "€"]),
        "n": st.integers(-1500, 12),
        "big": st.integers(-(2**63), 2**63 - 1),
        "plus": st.integers(10, 1_000_000),
        "dec": st.integers(-9_999_999, 9_999_999).map(lambda cents: Decimal(cents).scaleb(-2)),
        "price": st.integers(-(10**17) + 1, 10**17 - 1).map(lambda cents: Decimal(cents).scaleb(-2)),
        "yen": st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal),
        "odd": st.integers(-(10**18) + 1, 10**18 - 1).map(lambda mills: Decimal(mills).scaleb(-3)),
        "day": st.dates(),
        "hour": st.times(),
        "at": st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 12, 31), timezones=st.just(dt.UTC)),
        "tz": st.sampled_from(
            ["Europe/London", "Asia/Kolkata", "America/Los_Angeles", "Asia/Kamchatka", "NZ", "Etc/GMT+5"]
        ),
        "mail": st.text(st.sampled_from("a`&'{~^"), min_size=1, max_size=64).map(lambda local: local + "@b.example"),
        "phone": st.text(st.sampled_from(string.digits), min_size=7, max_size=15).map("+".__add__),
        "ok": st.booleans(),
        "bye": st.just("Tschüß <b>"),
    }
)
PIECES = st.sampled_from(
    [
        "Hi ",
        "€ [",
        "漢😀 ",
        "<b>&",
        "{{ word }}",
        "{{ word | upper }}",
        "{{ long | lower | title }}",
        "{{ word | trim }}",
        "{{ long | truncate(7) }}",
        "{{ long | capitalize | truncate(3) | upper }}",
        "{{ ref | upper }}",
        "{{ ref | truncate(2) }}",
        "{{ url }}",
        "{{ url | truncate(12) }}",
        "{{ tier }}",
        "{{ tier | upper | truncate(6) }}",
        "{{ n }}",
        "{{ n | number }}",
        "{{ big }}",
        "{{ big | number(2) }}",
        "{{ plus | number }}",
        "{{ dec }}",
        "{{ dec | number }}",
        "{{ dec | number(1) }}",
        "{{ dec | number(0) }}",
        "{{ price | money }}",
        "{{ price | number }}",
        "{{ yen | money }}",
        "{{ odd | money }}",
        "{{ day | date }}",
        "{{ day | date('full') }}",
        "{{ day | date('EEE d MMM y') }}",
        "{{ day | date('EEEE, dd. MMMM yyyy') }}",
        "{{ day | date(\"d 'o''clock' LLLL yy ccc w W D F Q QQQ QQQQ q G GGGG e c YYYY\") | upper }}",
        "{{ hour | time }}",
        "{{ hour | time('h:mm a') }}",
        "{{ hour | time('H K k hh:mm:ss.SSS aaaa aaaaa S') }}",
        "{{ hour | time('medium') }}",
        "{{ at | local(tz, 'd MMM HH:mm z') }}",
        "{{ at | local(tz, 'zzzz Z ZZZZZ x xxx X XXX XX') }}",
        "{{ tz }}",
        "{{ mail }}",
        "{{ mail | upper | truncate(9) }}",
        "{{ phone }}",
        "{{ bye | upper }}",
        "{{ word | default('nobody') | upper }}",
        "{{ n | default('none') }}",
        "{{ 3 | number }}{{ -1.50 }}{{ 'a&b' | upper }}",
        "{% if ok %}{{ long }}{% else %}-{% endif %}",
        "{% if ok and n > 3 %}€{% elif n < 0 %}{{ ref }}{% endif %}",
        "{% for x in [word, 'ab', ref] %}{{ x | upper }},{% endfor %}",
        "{% for p in [1, 20.50, n] %}{{ p | number(1) }}{% endfor %}",
        "{{ long | trim | truncate(4) | default('x') }}",
        "{{ note }}",
        "{{ note | trim | upper }}",
        "{% if note %}{{ note }}{% else %}-{% endif %}",
        "{% if not note or ok %}-{% elif n > 3 %}{{ note }}{% else %}{{ note }}{{ note | upper }}{% endif %}",
        "{% if note == '' %}-{% else %}{{ note }}{% endif %}",
        "{% if ok and note != '' %}{{ note }}{% endif %}",
        "{% if tier == 'gold' or ok %}1{% elif tier in ['€', 'Straße & Söhne'] %}22{% endif %}",
    ]
)
LOCALES = ["", "en-GB", "cy", "de", "fr", "ar", "hi", "sv", "de_CH", "ja", "pl", "fa", "ca", "he", "th", "haw", "xx"]


def taken(text: str) -> Template:
    template, problems = parse(text)
    assert template is not None
    assert not problems
    assert not [one for one in check(template, SCOPE) if one.severity.value == "error"], text
    return template


def evenly(least: int, most: int, gsm: bool | None) -> Bounds:
    extent = Extent(least, most)
    return Bounds(extent, extent, extent, extent, gsm)


def within(bounds: Bounds, text: str) -> None:
    made = measure(text)
    for name in ("characters", "octets", "units"):
        low, high = getattr(bounds, name)
        assert low <= getattr(made, name).most <= high, (name, text, bounds)
    if made.gsm:
        assert bounds.gsm is not False, (text, bounds)
        assert bounds.septets.least <= made.septets.most <= bounds.septets.most, ("septets", text, bounds)
    else:
        assert bounds.gsm is not True, (text, bounds)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=4), VALUES, st.sampled_from(LOCALES), st.booleans(), st.booleans())
def test_no_rendering_is_outside_its_bounds(
    pieces: list[str], values: dict[str, object], locale: str, html: bool, gone: bool
) -> None:
    text = "".join(pieces)
    template = taken(text)
    if gone:  # without a value, wherever every print of it has a default
        spoken = {name: len(re.findall(rf"\b{name}\b", text)) for name in ("word", "n")}
        values = {**values, **{n: None for n, count in spoken.items() if count == text.count(f" {n} | default(")}}
    shown = render(template, values, locale, html, CURRENCIES)
    within(bound(template, SCOPE, locale, html), shown)
    assert html or shown.startswith(opening(template, SCOPE))


@pytest.mark.parametrize(
    ("text", "locale", "characters"),
    [
        ("Hello", "", (5, 5)),
        ("Hi {{ word }}", "", (4, 8)),
        ("{{ bye }}{{ tier }}", "", (11, 24)),
        ("{{ n }}", "", (1, 5)),
        ("{{ n | number }}", "en", (1, 6)),
        ("{{ plus | number }}", "en", (2, 9)),
        ("{{ big | number }}", "en", (1, 26)),
        ("{{ dec | number(2) }}", "en", (4, 10)),
        ("{{ at | local(tz, 'd MMM HH:mm') }}", "en-GB", (11, 13)),
        ("{{ at | local(tz, 'd MMMM yyyy') }}", "cy", (10, 18)),
        ("{{ day | date('EEE d MMM') }}", "de", (9, 12)),
        ("{{ long | truncate(7) }}", "", (1, 7)),
        ("{{ phone }}", "", (2, 16)),
        ("{{ note }}", "", (0, 5)),
        ("{{ word | trim }}{{ note | trim }}", "", (1, 10)),
        ("{% if note %}{{ note }}{% else %}none{% endif %}", "", (1, 5)),
        ("{% if not note %}none{% else %}{{ note }}{% endif %}", "", (1, 5)),
        ("{% if note == '' or not word %}none{% else %}{{ note }}{% endif %}", "", (1, 5)),
        ("{% if not (ok and note) %}none{% elif ok %}{{ note }}{% else %}n{% endif %}", "", (1, 5)),
        ("{% if ok or note %}{{ note }}{% else %}none{% endif %}", "", (0, 5)),
        ("{% if tier == 'gold' %}a{% elif tier in ['€', 'Straße & Söhne'] %}bc{% endif %}", "", (1, 2)),
        ("{% if tier == 'gold' %}a{% elif tier == '€' %}bc{% endif %}", "", (0, 2)),
        ("{% if tier == 'gold' and ok %}a{% elif tier in ['€', 'Straße & Söhne'] %}bc{% endif %}", "", (0, 2)),
        ("{% if ok %}abc{% endif %}{% for x in [word, 'z'] %}{{ x }}.{% endfor %}", "", (4, 11)),
    ],
)
def test_bounds_are_exact_where_they_can_be(text: str, locale: str, characters: tuple[int, int]) -> None:
    assert bound(taken(text), SCOPE, locale, False).characters == characters


def test_html_allows_for_the_characters_that_can_be_escaped() -> None:
    assert bound(taken("{{ word }}"), SCOPE, "", True) == evenly(1, 25, None)
    assert bound(taken("{{ ref }}"), SCOPE, "", True).characters == (1, 6)
    assert bound(taken("{{ url }}"), SCOPE, "", True).characters == (20, 20 + 6 * 5)
    assert bound(taken("{{ 'a&b' }}"), SCOPE, "", True).characters == (7, 7)


def test_a_url_may_hold_characters_of_two_septets_after_its_host() -> None:
    assert of_type(Type(Kind.URL, host="acme.example", most=36)).septets == (20, 52)


def test_every_time_zone_is_within_the_bounds_of_its_type() -> None:
    lengths = [len(zone) for zone in available_timezones()]
    assert min(lengths) >= SHORTEST_ZONE
    assert max(lengths) <= LONGEST_ZONE


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("https://{{ ref }}", "https://"),
        ("{{ bye }}, {{ n }}", "Tschüß <b>, "),
        ("{{ url }}/x", "https://acme.example"),
        ("{{ bye | upper }}", ""),
        ("{% if ok %}https://a{% else %}https://b{% endif %}x", "https://"),
        ("{% if ok %}a{% endif %}", ""),
        ("{% if ok %}a{% else %}a{% endif %}b", "ab"),
        ("fixed", "fixed"),
        ("{% for x in ['a', 'b'] %}{{ x }}{% endfor %}", "a"),
    ],
)
def test_the_opening_is_what_every_rendering_starts_with(text: str, begun: str) -> None:
    assert opening(taken(text), SCOPE) == begun


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("fixed", "fixed"),
        ("a{{ ref }}b", "a·b"),
        ("{{ bye }}{{ bye | upper }}", "Tschüß <b>·"),
        ("{% if ok %}a{% else %}b{{ n }}{% endif %}c", "·a·b··c"),
        ("{% for x in ['a', word] %}{{ x }}!{% endfor %}", "·a!··!·"),
    ],
)
def test_the_outline_is_what_is_fixed_with_gaps_between(text: str, fixed: str) -> None:
    assert outline(taken(text).pieces, SCOPE, "·") == fixed


def test_a_sole_name_is_a_print_without_filter_or_neighbour() -> None:
    assert sole(taken("{{ url }}")) == "url"
    assert sole(taken("{{ url }} ")) is None
    assert sole(taken("{{ url | upper }}")) is None
    assert sole(taken("{{ 'url' }}")) is None


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Hello {{ word }}", 0),
        ('Say "{{ word }}"\n', 3),
        ("a\\b\t{{ word }}\x1f", 7),
        ("{% if n > 1 %}\n\n{{ word }}{% else %}\n{% endif %}", 2),
        ("{% for x in ['a', 'b'] %}{{ x }}\n{% endfor %}{{ word }}", 2),
        ("Straße {{ word }} € 😀", 0),
        ("{{ line }}{{ word }}", 1),
    ],
)
def test_what_json_adds_to_the_fixed_parts_of_a_text_is_known(text: str, added: int) -> None:
    template, problems = parse(text)
    assert template is not None
    assert not problems
    assert escapes(template.pieces, {**SCOPE, "line": "a\nb"}) == added
