"""Columns of cells: what is sure of them is what the reader of their type says of each, one by one."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.values.bulk import TEXTUAL, column
from sendspec.values.gsm import is_gsm
from sendspec.values.possible import possible
from sendspec.values.reach import plain_number
from sendspec.values.read import Trouble, address, reader
from sendspec.values.types import Kind, Type

TYPES = (
    Type(Kind.TEXT, most=8),
    Type(Kind.ID, most=8),
    Type(Kind.URL, host="acme.example", most=30),
    Type(Kind.URL, most=30),
    Type(Kind.PHONE),
    Type(Kind.PHONE, code="GB"),
    Type(Kind.PHONE, code="DE"),
    Type(Kind.EMAIL),
    Type(Kind.ONE_OF, choices=("new", "old")),
    Type(Kind.LOCALE, choices=("en", "cy")),
    Type(Kind.INT, low=-5, high=700),
    Type(Kind.DATE),
    Type(Kind.TIME),
    Type(Kind.DATETIME),
    Type(Kind.TIMEZONE),
    Type(Kind.BOOL),
    Type(Kind.MONEY, code="GBP"),
    Type(Kind.DECIMAL, digits=5, places=2),
)
CELLS = (
    "", " ", "  ", "Ann", " Ann", "Ann ", "A  B", "Zoë", "#N/A", "a\nb", "\n", "x" * 9, "lost\ufffd", "\u00a0",
    "\u200bA", "A-1", "A-1\n", "no id", "https://acme.example/a", "https://acme.example", "HTTPS://acme.example/a",
    "https://acme.example/\nhttps://acme.example/", "https://other.example/", "https://acme.example/" + "a" * 30,
    "+447700900123", "+44770090012", "+4477009001234", "447700900123", "07700 900123", "07700900123",
    "+1 212 555 0100", "+12125550100", "+3545510000", "+37793123456", "+390612345678", "+8613800138000", "+ 44", "+",
    "+44", "4.47E+11", "ann@acme.example", "Ann@ACME.example", "o'brien@acme.example", "ann@localhost", "ann@acme",
    "ü@acme.example", "new", "old", "New", "en", "cy", " cy", "0", "7", "-5", "-6", "007", "+5", "700", "701",
    "12.50", "1.5", "1,5", "-0", "2026-11-30", "2026-02-30", "14:30", "25:00", "2026-11-30T14:30Z",
    "2026-11-30 14:30+01:00", "Europe/London", "Mars/X", "yes", "No", "maybe", "1",
)  # fmt: skip
cells = st.sampled_from(CELLS)


def agrees(made: Type, found: Sequence[str]) -> None:
    """Asserts that a column is read as its cells are."""
    read = reader(made)
    texts, unsure, tame = column(read, made)(found)
    assert len(texts) == len(found)
    assert not tame or all(
        text and is_gsm(text) and json.dumps(text, ensure_ascii=False) == f'"{text}"' for text in texts
    )
    for at, (text, cell) in enumerate(zip(texts, found, strict=True)):
        value = read(cell) if cell and not cell.isspace() else None
        if not cell:
            assert (text, at in unsure) == ("", False)
        elif at not in unsure:
            assert not isinstance(value, Trouble | None)
            assert text == (str(value) if made.kind in TEXTUAL else cell)
        elif made.kind in TEXTUAL and made.kind is not Kind.INT:
            assert not isinstance(value, str) or isinstance(value, Trouble)


@pytest.mark.parametrize("made", TYPES, ids=str)
@given(found=st.lists(cells, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_column_is_read_as_its_cells_are(made: Type, found: list[str]) -> None:
    agrees(made, found)


@pytest.mark.parametrize("made", TYPES, ids=str)
def test_a_column_of_one_cell_many_times_is_read_as_that_cell(made: Type) -> None:
    for cell in CELLS:
        agrees(made, [cell])
        agrees(made, [cell] * 3)


def test_usual_columns_are_known_to_need_no_escape_and_no_unicode() -> None:
    for made, cell in (
        (Type(Kind.TEXT, most=8), "Zoé"),
        (Type(Kind.ID, most=8), "A-1"),
        (Type(Kind.PHONE), "+447700900123"),
        (Type(Kind.URL, host="acme.example", most=30), "https://acme.example/a"),
    ):
        assert column(reader(made), made)([cell, cell]).tame
    assert not column(reader(Type(Kind.TEXT)), Type(Kind.TEXT))(["Zoé", "Zoë"]).tame


def test_numbers_whose_beginnings_change_places_with_their_ends_are_told() -> None:
    shifted = ["+447700900123", "+44770090012", "4+447700900123"]
    agrees(Type(Kind.PHONE), shifted)


@pytest.mark.parametrize("kind", ["waid", "bsuid", "userid"])
@given(found=st.lists(cells, max_size=5))
@settings(max_examples=40, deadline=None)
def test_ids_without_a_type_are_read_one_by_one(kind: str, found: list[str]) -> None:
    read = address(kind, None)
    texts, unsure, _ = column(read, None)(found)
    for at, (text, cell) in enumerate(zip(texts, found, strict=True)):
        value = read(cell) if cell and not cell.isspace() else ""
        assert (at in unsure) == (isinstance(value, Trouble) or cell.isspace())
        assert at in unsure or text == value


# --- against the library ---------------------------------------------------------------------------------


def examples() -> list[phonenumbers.PhoneNumber]:
    """Every example number of the library's metadata."""
    kinds = phonenumbers.PhoneNumberType.values()
    found = [
        phonenumbers.example_number_for_type(region, kind)
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
        for kind in kinds
    ]
    for code in sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        found.append(phonenumbers.example_number_for_non_geo_entity(code))
    return [each for each in found if each is not None]


def as_the_library(text: str) -> bool:
    """Whether the library takes a number as it stands."""
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return False
    taken = phonenumbers.is_possible_number(number)
    return taken and phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) == text


def test_the_library_agrees_on_every_example_number_and_on_others_around_it() -> None:
    chance = random.Random(7)
    asked = taken = 0
    for number in examples():
        text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        code = 1 + len(str(number.country_code))
        around = [text, text[:-1], text + "0", text[:code] + "0" + text[code:], text[:code] + "1" + text[code:]]
        around += [text[:code] + "".join(chance.choices("0123456789", k=len(text) - code)) for _ in range(2)]
        for each in around:
            known = as_the_library(each)
            if possible(each) or plain_number(each):
                assert known, each
                taken += 1
            asked += known
    assert taken > 0.8 * asked, "most numbers need no library"


def test_the_reader_and_the_column_agree_on_every_example_number() -> None:
    agrees(
        Type(Kind.PHONE), [phonenumbers.format_number(each, phonenumbers.PhoneNumberFormat.E164) for each in examples()]
    )
