"""Addresses that several people have, among all people, in memory that does not grow."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.audience import repeated
from sendspec.audience.nodes import Person
from sendspec.audience.repeated import Repeated


@settings(max_examples=100, deadline=None)
@given(numbers=st.lists(st.integers(0, 6), max_size=30), cut=st.integers(0, 30))
def test_people_one_by_one_and_by_column_are_counted_alike(numbers: list[int], cut: int) -> None:
    addresses = ["" if number == 6 else f"+44770090010{number}" for number in numbers]
    whole = Repeated(["msisdn", "email"])
    whole.add_all({"msisdn": addresses[:cut], "waid": ["x", "x"]})
    for at, address in enumerate(addresses[cut:]):
        whole.add(Person(at, "", {"msisdn": address} if address else {}, {}))
    several = {address: many for address, many in Counter(filter(None, addresses)).items() if many > 1}
    told = whole.told()
    assert set(told) == ({"msisdn"} if several else set())
    if several:
        found = told["msisdn"]
        assert (found.addresses, found.people, found.partly) == (len(several), sum(several.values()), False)
        assert found.most == max(several.values())
        assert found.shown not in several


def test_beyond_the_bound_those_that_are_known_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated, "MOST", 2)
    seen = Repeated(["msisdn"])
    for column in (["+1", "+2"], ["+3", "+1"], ["+3", "+3"]):
        seen.add_all({"msisdn": column})
    assert seen.told()["msisdn"]._replace(shown="") == (1, 2, "", 2, True)
