"""What a report may show of a personal value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendspec.values.mask import LONGEST, mask


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("+447700900123", "+4•••••••••23"),
        ("Ann", "•••"),
        ("Annabel", "A•••••l"),
        ("ann@acme.example", "an•@••••.•••••le"),
        ("4.47E+11", "4.•••+•1"),
        ("Ł", "•"),
        ("a\n\x1b[0m`b", "a••[•••b"),
    ],
)
def test_the_shape_is_kept_and_the_content_hidden(text: str, shown: str) -> None:
    assert mask(text) == shown


@given(st.text(max_size=200))
def test_at_most_four_letters_or_digits_are_shown_on_one_short_line(text: str) -> None:
    shown = mask(text)
    assert sum(mark.isalnum() for mark in shown) <= 4
    assert len(shown) <= LONGEST + 1
    assert shown.isprintable()
    assert "`" not in shown
