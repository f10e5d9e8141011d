"""Nobody is lost between the rows and the people, and the product itself says so when somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience import people
from sendspec.audience.balance import UnbalancedError, balance, balance_rung
from sendspec.audience.nodes import Tally

if TYPE_CHECKING:
    Spec = Any


def test_rows_that_are_all_accounted_for_pass() -> None:
    balance(Tally(rows=10, people=4, rejects=3, duplicates=2, excluded=1))


def test_a_lost_row_is_told_with_all_numbers() -> None:
    with pytest.raises(UnbalancedError) as error:
        balance(Tally(rows=10_000, people=4, rejects=3, duplicates=2, excluded=1))
    told = "of 10 000 rows there are 4 people + 3 rejects + 2 duplicates + 1 excluded"
    assert str(error.value) == f"{told}: report these numbers and the audience block"


def test_a_person_who_is_in_no_request_is_told() -> None:
    balance_rung(Tally(people=3), 1, sent=2, without=1)
    with pytest.raises(UnbalancedError, match="of 3 people rung 2 has 1 in its requests \\+ 1 without an address"):
        balance_rung(Tally(people=3), 2, sent=1, without=1)


def test_a_reading_that_loses_a_row_ends_in_an_error(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "count", lambda tally, rejects: None)
    spec.file("phone\n+447700900123\nx\n")
    with pytest.raises(UnbalancedError, match="of 2 rows there are 1 people"):
        list(people.open_audience(spec.message(), spec.config, spec.root))
