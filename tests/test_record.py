"""Records do what frozen, slotted dataclasses do."""

from __future__ import annotations

import copy
import pickle

import pytest

from sendspec.record import NamedTuple, field, record, replace, values


@record()
class Point:
    """A place."""

    x: int
    y: int = 0
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Both together."""
        return self.x + self.y


@record()
class Spot:
    """A record that equals by value and can be hashed."""

    x: int


@record(eq=False)
class Node:
    """A record that equals only itself."""

    x: int


@record(frozen=False)
class Tally:
    """A record that changes."""

    count: int = 0


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    assert values(Point(1, y=2)) == (1, 2, {})
    assert Point(1).total == 1


def test_a_default_that_changes_is_made_anew_for_each() -> None:
    first, second = Point(1), Point(1)
    first.notes["a"] = "b"
    assert second.notes == {}


@pytest.mark.parametrize("given", [(), (1, 2, {}, 4)])
def test_missing_and_further_values_are_refused(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Point(*given)  # type: ignore[arg-type]


def test_a_frozen_record_does_not_change() -> None:
    with pytest.raises(AttributeError, match=r"Point\.x is fixed"):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        delattr(Point(1), "x")
    with pytest.raises(AttributeError):
        Point(1).z = 2  # type: ignore[attr-defined]


def test_an_open_record_changes_within_its_fields() -> None:
    tally = Tally()
    tally.count += 1
    assert tally == Tally(1)
    with pytest.raises(AttributeError):
        tally.other = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        hash(tally)


def test_equality_is_by_value_or_by_identity() -> None:
    assert Spot(1) == Spot(1)
    assert len({Spot(1), Spot(1)}) == 1
    strange: object = Tally(1)
    assert Spot(1) != strange
    node = Node(1)
    assert node == node
    assert node != Node(1)
    assert len({node, Node(1)}) == 2


def test_records_are_copied_pickled_replaced_matched_and_shown() -> None:
    point = Point(1, 2, {"a": "b"})
    assert pickle.loads(pickle.dumps(point)) == point
    assert copy.copy(point) == point
    assert replace(point, y=5) == Point(1, 5, {"a": "b"})
    with pytest.raises(TypeError):
        replace(point, z=5)
    match point:
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert repr(point) == "Point(x=1, y=2, notes={'a': 'b'})"
    assert Point.__doc__ == "A place."


def test_a_field_without_a_default_cannot_follow_one_with_a_default() -> None:
    with pytest.raises(TypeError, match="y: a field without"):

        @record()
        class y:  # noqa: N801
            """A mistake."""

            x: int = 0
            z: int  # type: ignore[misc]


def test_records_of_one_size_have_their_own_names() -> None:
    with pytest.raises(TypeError, match="'x'"):
        Spot()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="count"):
        Spot(count=1)  # type: ignore[call-arg]
    assert Tally(count=2).count == 2


class Pair(NamedTuple):
    """Two values, the second with a default."""

    first: int
    second: str = "b"

    @property
    def shown(self) -> str:
        return f"{self.first}{self.second}"


def test_a_named_tuple_is_a_tuple_of_its_fields() -> None:
    pair = Pair(1)
    assert pair == (1, "b")
    assert isinstance(pair, tuple)
    assert pair.shown == "1b"
    first, second = pair
    assert (first, second) == (pair.first, pair.second) == (1, "b")
    assert pair._replace(second="c") == Pair(first=1, second="c")
    assert repr(pair) == "Pair(first=1, second='b')"
    assert pair._asdict() == {"first": 1, "second": "b"}
    assert Pair._make([3, "d"]) == Pair(3, "d")
    match pair:
        case Pair(first=found):
            assert found == 1


def test_a_named_tuple_goes_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(Pair(7, "x")))
    assert again == Pair(7, "x")
    assert type(again) is Pair


def test_a_named_tuple_refuses_what_it_has_no_field_for() -> None:
    with pytest.raises(TypeError):
        Pair(1, "b", 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Pair(1, first=2)  # type: ignore[misc]
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Pair(1)._replace(third=2)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Pair(1).first = 2  # type: ignore[misc]
