"""What is read without the library of telephone numbers is what the library reads."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.values import reach
from sendspec.values.trouble import error_cell, number_damage
from sendspec.values.types import Kind, Type

REGIONS = sorted(reach._NATIONAL)
_FORMS = [getattr(phonenumbers.PhoneNumberFormat, name) for name in ("E164", "INTERNATIONAL", "NATIONAL")]
_SEPARATORS = st.sampled_from(["", "", "", " ", "-"])


def _reader(region: str | None) -> reach.Reader:
    return reach.of_phone(Type(Kind.PHONE, code=region))


def _both(text: str, region: str | None) -> None:
    """The answer is the same whether or not the quick ways stand before the library."""
    quick = _reader(region)(text)
    slow = error_cell(text) or number_damage(text) or reach._parsed(text, region)
    assert quick == slow, (text, region)


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_example_numbers_of_every_region_and_kind_are_read_alike(region: str) -> None:
    for kind in phonenumbers.PhoneNumberType.values():
        number = phonenumbers.example_number_for_type(region, kind)
        if number is not None:
            for form in _FORMS:
                text = phonenumbers.format_number(number, form)
                _both(text, region)
                _both(text, None)
                _both(text.replace("-", " "), "GB")


@pytest.mark.parametrize("region", REGIONS)
def test_every_beginning_of_a_national_number_is_read_alike(region: str) -> None:
    _, lengths = reach._NATIONAL[region]
    for head in range(100, 1000):
        for length in lengths:
            digits = f"{head}{'2345678901'[: length - 3]}"
            _both(f"0{digits}", region)
            _both(f"0{digits[:4]} {digits[4:]}", region)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(REGIONS), st.data())
def test_national_numbers_by_chance_are_read_alike(region: str, data: st.DataObject) -> None:
    digits = data.draw(st.text("0123456789", min_size=7, max_size=12))
    _both("0" + "".join(digit + data.draw(_SEPARATORS) for digit in digits[:-1]) + digits[-1], region)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(reach._LENGTHS.split()), st.data())
def test_international_numbers_by_chance_are_read_alike(entry: str, data: st.DataObject) -> None:
    digits = data.draw(st.text("0123456789", min_size=6, max_size=12))
    _both(f"+{entry.split(':')[0]}{digits}", data.draw(st.sampled_from([None, *REGIONS])))
