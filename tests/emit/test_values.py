"""What a leaf is for one person, form by form."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from sendspec.channels.filled import Datum
from sendspec.emit.values import Reader
from sendspec.record import replace
from sendspec.templates.render import Unprintable

READER = Reader("", {"deposit": "GBP"})


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [("number", 7, 7), ("number", Decimal("51.48"), 51.48), ("text", 7, "7"), ("text", Decimal("1E+2"), "100")],
)
def test_a_rendering_becomes_what_its_form_says(toy: Any, form: str, value: object, expected: object) -> None:
    found = READER.value(toy.leaf("{{ name }}", form=form), {"name": value})
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("start", "shift", "expected"),
    [
        ("2026-11-30T14:30:00.123456+05:30", 0, "2026-11-30T09:00:00.123Z"),
        ("2026-03-29T01:30:00+01:00", -7200, "2026-03-28T22:30:00.000Z"),
        ("0999-01-01T00:00:00+00:00", 60, "0999-01-01T00:01:00.000Z"),
    ],
)
def test_an_instant_is_utc_with_milliseconds(toy: Any, start: str, shift: int, expected: str) -> None:
    assert READER.value(toy.moment("at", shift), {"at": dt.datetime.fromisoformat(start)}) == expected


def test_an_instant_of_the_form_seconds_has_no_fraction(toy: Any) -> None:
    leaf = replace(toy.moment("at", 0), form="seconds")
    assert (
        READER.value(leaf, {"at": dt.datetime(2026, 11, 30, 14, 30, 5, 900_000, tzinfo=dt.UTC)})
        == "2026-11-30T14:30:05Z"
    )


def test_an_instant_outside_the_calendar_is_told(toy: Any) -> None:
    with pytest.raises(Unprintable, match="`at` moved by that is outside the calendar"):
        READER.value(toy.moment("at", 7200), {"at": dt.datetime(9999, 12, 31, 23, tzinfo=dt.UTC)})


def test_an_instant_that_a_person_has_not_is_none(toy: Any) -> None:
    assert READER.value(toy.moment("at", 0), {"at": None}) is None


def test_typed_values_of_a_template_come_from_their_datum(toy: Any) -> None:
    leaf = replace(toy.leaf("{{ name }}"), text=Datum("at"), form="timestamp")
    assert READER.value(leaf, {"at": dt.datetime(2026, 11, 30, 14, 30, tzinfo=dt.UTC)}) == "1796049000"
    money = replace(leaf, text=Datum("deposit", "GBP"), form="amount_1000")
    assert READER.value(money, {"deposit": Decimal("12.34")}) == "12340"
    assert READER.value(replace(money, text=Datum("", "GBP", Decimal("0.10"))), {}) == "100"


def test_money_prints_in_the_currency_of_its_variable(toy: Any) -> None:
    assert READER.value(toy.leaf("{{ deposit | money }}"), {"deposit": Decimal("12.30")}) == "£12.30"
