"""SMS counting: the alphabet, septets, and parts that never end inside a character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.values.bounds import Bounds, Extent
from sendspec.values.gsm import (
    DEFAULT_ALPHABET,
    EXTENSION,
    is_gsm,
    measure,
    outside,
    part_extent,
    parts,
    plain_parts,
    septets,
)

ALPHABET = sorted(set(DEFAULT_ALPHABET) - {"\x1b"} | set(EXTENSION))
gsm_texts = st.text(st.sampled_from("aé@\n€[]~|^{}\\"), max_size=700)
any_texts = st.text(st.sampled_from("aé€[ç’😀漢\t"), max_size=400)


def brute_parts(costs: list[int], one: int, room: int) -> int:
    if sum(costs) <= one:
        return 1
    count, used = 1, 0
    for cost in costs:
        if used + cost > room:
            count, used = count + 1, 0
        used += cost
    return count


def test_the_alphabet_has_127_characters_and_ten_of_two_septets() -> None:
    assert len(DEFAULT_ALPHABET) == 128
    assert len(set(DEFAULT_ALPHABET)) == 128
    assert len(set(EXTENSION)) == len(EXTENSION) == 10
    assert [septets(character) for character in EXTENSION] == [2] * 10
    assert all(septets(character) == 1 for character in DEFAULT_ALPHABET if character != "\x1b")


@pytest.mark.parametrize(
    "character", ["\x1b", "\0", "\t", "`", "ç", "’", "–", "á", "ŵ", "\u00a0", "😀", "\ufffe", "\ud800"]
)
def test_a_character_outside_the_alphabet_forces_ucs2(character: str) -> None:
    assert septets("a" + character) is None
    assert not is_gsm(character)
    assert parts(character).encoding == "UCS-2"


@pytest.mark.parametrize("text", ["Ç", "àèéìòù", "ÄÖÑÜäöñü", "ΔΦΓΛΩΠΨΣΘΞ", "£¥€", "¡¿§¤", "@_#"])
def test_these_letters_stay_in_the_alphabet(text: str) -> None:
    assert is_gsm(text)


def test_160_septets_are_one_part_and_161_are_two() -> None:
    assert parts("a" * 160) == ("GSM-7", 160, 1)
    assert parts("a" * 161) == ("GSM-7", 161, 2)
    assert parts("a" * 158 + "€") == ("GSM-7", 160, 1)
    assert parts("a" * 306).parts == 2
    assert parts("a" * 307).parts == 3


def test_70_units_are_one_part_and_71_are_two() -> None:
    assert parts("漢" * 70) == ("UCS-2", 70, 1)
    assert parts("漢" * 71) == ("UCS-2", 71, 2)
    assert parts("😀" * 35) == ("UCS-2", 70, 1)
    assert parts("漢" * 135).parts == 3


def test_an_escape_sequence_is_never_cut_across_parts() -> None:
    assert parts("a" * 152 + "€" + "a" * 152) == ("GSM-7", 306, 3)


def test_a_surrogate_pair_is_never_cut_across_parts() -> None:
    assert parts("漢" * 66 + "😀" + "漢" * 66) == ("UCS-2", 134, 3)


@settings(max_examples=200, deadline=None)
@given(gsm_texts)
def test_gsm_parts_are_those_of_filling_character_by_character(text: str) -> None:
    costs = [2 if character in EXTENSION else 1 for character in text]
    assert parts(text) == ("GSM-7", sum(costs), brute_parts(costs, 160, 153))
    assert septets(text) == sum(costs)


@settings(max_examples=200, deadline=None)
@given(any_texts)
def test_ucs2_parts_are_those_of_filling_character_by_character(text: str) -> None:
    costs = [2 if ord(character) > 0xFFFF else 1 for character in text]
    if not is_gsm(text):
        assert parts(text) == ("UCS-2", sum(costs), brute_parts(costs, 70, 67))


def test_outside_names_the_character_its_place_and_what_could_stand_there() -> None:
    found = list(outside("It’s 5\u00a0–\u200910…"))
    assert [(one.offset, one.character, one.replacement) for one in found] == [
        (2, "’", "'"),
        (6, "\u00a0", " "),
        (7, "–", "-"),
        (8, "\u2009", " "),
        (11, "…", "..."),
    ]
    assert next(outside("ŵ")).replacement is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_outside_is_empty_exactly_when_the_text_is_gsm(text: str) -> None:
    assert (not list(outside(text))) == is_gsm(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(any_texts, min_size=1, max_size=4))
def test_part_extent_holds_the_parts_of_every_text_within_the_bounds(texts: list[str]) -> None:
    bounds: Bounds = measure(texts[0])
    for text in texts[1:]:
        bounds = bounds | measure(text)
    extent = part_extent(bounds)
    for text in texts:
        made = parts(text)
        assert extent.least <= made.parts <= extent.most
        if made.encoding == "GSM-7":
            assert extent.most_gsm is not None
            assert made.parts <= extent.most_gsm


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a" * 152, "€", "ab", "[", "b" * 100, "漢" * 66, "😀"]), max_size=8))
def test_part_extent_of_joined_texts_allows_for_what_a_cut_wastes(pieces: list[str]) -> None:
    total = measure("")
    for piece in pieces:
        total = total + (measure(piece) | measure("x" * len(piece)))
    extent, made = part_extent(total), parts("".join(pieces))
    assert extent.least <= made.parts <= extent.most


def test_a_value_of_plain_letters_takes_one_septet_each() -> None:
    name = Bounds(Extent(1, 100), Extent(1, 400), Extent(1, 200), Extent(1, 200), None)
    assert part_extent(measure("x" * 60) + name).most_gsm == 2
    assert plain_parts(measure("x" * 60) + name) == 1
    assert plain_parts(measure("x" * 61) + name) == 2
    assert plain_parts(measure("{" * 30) + name) == 1
    assert plain_parts(measure("{" * 31) + name) == 2
    assert plain_parts(measure("ŵ") + name) is None


def test_part_extent_of_plain_text_is_exact() -> None:
    extent, exact = Extent(300, 306), Extent(306, 306)
    assert part_extent(Bounds(exact, exact, exact, exact)) == (2, 2, 2)
    assert part_extent(measure("é" * 10)).most == 1
    assert part_extent(Bounds(extent, extent, extent, extent, False)).most_gsm is None


def test_measure_counts_in_every_unit() -> None:
    made = measure("a€😀")
    assert (made.characters.most, made.octets.most, made.units.most, made.gsm) == (3, 8, 4, False)
    assert measure("a€").septets == (3, 3)
    assert measure("a€").gsm is True
