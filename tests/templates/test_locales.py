"""The table of widths against babel, and patterns cut as babel cuts them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from babel import localedata
from babel.dates import tokenize_pattern
from babel.numbers import get_currency_precision
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.templates import locales, locales_make
from sendspec.templates.isolated import ALIASED
from sendspec.templates.pattern import DATE_LETTERS, TIME_LETTERS, ZONE_LETTERS, faults, fields
from sendspec.values.types import Kind


@pytest.mark.parametrize("locale", locales_make.TABLED)
def test_the_table_is_what_babel_gives(locale: str) -> None:
    entry = dict(locales._entry(locale))
    assert {entry.pop("z"), entry.pop("zzzz")} - {""}
    assert entry == locales_make.make(locale)


@pytest.mark.parametrize("locale", locales_make.TABLED)
def test_no_mark_of_a_number_is_one_that_html_escapes(locale: str) -> None:
    entry = locales._entry(locale)
    assert not set("&<>\"'") & set(entry["marks"] + entry["money"] + entry["symbols"])


def test_names_of_time_zones_are_those_of_babel() -> None:
    made = locales_make.make("cy", zones=True)
    assert (made["z"], made["zzzz"]) == (locales._entry("cy")["z"], locales._entry("cy")["zzzz"])


def test_currencies_of_the_table_have_babels_places() -> None:
    assert {code: locales._places(code) for code in locales._heads()} == {
        code: get_currency_precision(code) for code in locales_make.CURRENCIES
    }


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("dMyHhmsaEzGQ'' :./é%"), max_size=14))
def test_a_pattern_without_error_is_cut_as_babel_cuts_it(pattern: str) -> None:
    if any(fault.severity.value == "error" for fault in faults(pattern, Kind.DATETIME)):
        return
    cut: list[tuple[str, object]] = []
    for field in fields(pattern):
        if field.letter:
            cut.append(("field", (field.letter, field.times)))
        elif cut and cut[-1][0] == "chars":
            cut[-1] = ("chars", str(cut[-1][1]) + field.text)
        else:
            cut.append(("chars", field.text))
    theirs: list[tuple[str, object]] = []
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars" and theirs and theirs[-1][0] == "chars":
            theirs[-1] = ("chars", str(theirs[-1][1]) + str(value))
        elif kind == "field" or value:
            theirs.append((kind, value))
    assert cut == theirs


def test_names_of_one_locale_do_not_leak_into_another() -> None:
    program = """
import sys
from datetime import date
from sendspec.templates.filters import by_locale
for locale in sys.argv[1:]:
    print(locale, by_locale(locale)["date"](date(2026, 10, 5), "qqqq LLLL cccc EEEEEE QQQQ"))
"""
    orders = (["af", "cy", "de", "ru"], ["ru", "de", "cy", "af"])
    runs = [
        subprocess.run([sys.executable, "-c", program, *order], capture_output=True, check=True) for order in orders
    ]
    assert sorted(runs[0].stdout.splitlines()) == sorted(runs[1].stdout.splitlines())


def test_the_sections_kept_apart_are_all_in_which_babel_has_aliases() -> None:
    def aliased(data: object) -> bool:
        if isinstance(data, tuple):
            return any(map(aliased, data))
        return isinstance(data, localedata.Alias) or (isinstance(data, dict) and any(map(aliased, data.values())))

    found = {
        section
        for name in ("root", "en", "cy", "zh")
        for section, data in localedata.load(name).items()
        if aliased(data)
    }
    assert found <= set(ALIASED)


def test_every_letter_that_is_taken_is_one_that_babel_prints() -> None:
    from babel.dates import PATTERN_CHARS

    for letter, counts in {**DATE_LETTERS, **TIME_LETTERS, **ZONE_LETTERS}.items():
        taken = PATTERN_CHARS[letter]
        assert taken is None or set(counts) <= set(taken)


def test_reading_checking_and_bounding_a_text_imports_neither_jinja_nor_babel() -> None:
    program = """
import sys
from sendspec.templates.parse import parse
from sendspec.templates.check import check
from sendspec.templates.bound import bound
from sendspec.values.types import Kind, Type
scope = {"at": Type(Kind.DATETIME), "tz": Type(Kind.TIMEZONE), "p": Type(Kind.MONEY, code="GBP"), "n": Type(Kind.INT)}
text = "{% if n > 3 %}{{ at | local(tz, 'EEEE d MMM HH:mm') }}{% endif %} {{ p | money }} {{ n | number }}"
template, problems = parse(text)
assert not problems and not list(check(template, scope))
bound(template, scope, "en-GB", False)
print(*sorted({"jinja2", "babel", "zoneinfo", "difflib"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
