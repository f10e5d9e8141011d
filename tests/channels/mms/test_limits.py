"""Every limit of MMS from both sides, and of a text that hangs on the person."""

from __future__ import annotations

from typing import Any

import pytest

from sendspec.channels.check import check
from sendspec.channels.declare import Fault
from sendspec.channels.filled import Leaf, Made
from sendspec.channels.mms import CHANNEL
from sendspec.diagnostic import Severity
from sendspec.source import Source, Span
from sendspec.values.bounds import Bounds, Extent

URL = "https://cdn.ferry.example/"
WARNING, ERROR, NOTE = Severity.WARNING, Severity.ERROR, Severity.NOTE


def slide(**members: object) -> dict[str, Any]:
    return {"type": "image", "messageText": "Pier 2", "mediaUrl": f"{URL}pier.jpg", "duration": 5, **members}


def mms(*slides: object, **members: object) -> dict[str, Any]:
    content = {"subject": "Your ferry", "name": "ferry", "fallbacktext": "Pier 2", "attachments": list(slides)}
    return {**content, **members}


def faults(content: object, **members: object) -> list[Fault]:
    body: dict[str, Any] = {"channel": "mms", "from": "12025550119", "to": [{"msisdn": ["+12025550131"]}]}
    return list(check(CHANNEL.api().body, {**body, "content": content, **members}))  # type: ignore[dict-item]


def found(content: object, **members: object) -> dict[str, Severity]:
    return {fault.code: fault.severity for fault in faults(content, **members)}


def at(ending: str, kind: str = "image") -> dict[str, Any]:
    return mms(slide(type=kind, mediaUrl=f"{URL}{ending}"))


def lacking(*keys: str) -> dict[str, Any]:
    return mms({key: value for key, value in slide().items() if key not in keys})


@pytest.mark.parametrize(
    ("code", "severity", "within", "beyond"),
    [
        ("MMS001", ERROR, mms(slide(), subject="x" * 80), mms(slide(), subject="x" * 81)),
        ("MMS002", ERROR, mms(slide(messageText="x" * 4096)), mms(slide(messageText="x" * 4097))),
        ("MMS003", ERROR, mms(slide()), mms()),
        ("MMS003", ERROR, mms(*[slide()] * 9), mms(*[slide()] * 10)),
        ("MMS004", ERROR, lacking("messageText"), lacking("messageText", "mediaUrl")),
        ("MMS006", ERROR, mms(slide()), lacking("type")),
        ("MMS007", ERROR, mms(slide()), lacking("mediaUrl")),
        ("MMS007", WARNING, mms(slide()), mms({"type": "text", "messageText": "Pier 2", "duration": 5})),
        ("MMS008", ERROR, at("pier.gif"), at("pier.webp")),
        ("MMS008", ERROR, at("pier"), at("pier.mov?v=1", "video")),
        ("MMS009", ERROR, at("pier.JPEG"), at("pier.MP4")),
        ("MMS009", ERROR, at("pier.mp4", "audio"), at("pier.mp3", "video")),
        ("MMS010", ERROR, mms(slide(duration=0.1)), mms(slide(duration=0))),
        ("MMS011", NOTE, mms(slide()), lacking("messageText")),
        ("MMS011", NOTE, mms(slide()), lacking("duration")),
        ("MMS012", NOTE, mms(slide()), mms(slide(), name="")),
        ("MMS012", NOTE, mms(slide()), mms(slide(), fallbacktext="")),
        ("MMS016", ERROR, mms(slide(), fallbacktext="x" * 4000), mms(slide(), fallbacktext="x" * 4001)),
        ("MMS018", NOTE, at("list.pdf", "pdf"), at("list.xlsx", "excel")),
    ],
)
def test_a_limit_holds_from_both_sides(code: str, severity: Severity, within: object, beyond: object) -> None:
    assert code not in found(within)
    assert found(beyond)[code] is severity


@pytest.mark.parametrize(
    ("kind", "endings"),
    [
        ("image", "jpg png gif avif heic"),
        ("audio", "mp3 amr m4a"),
        ("video", "mp4 3gp"),
        ("excel", "xls xlsx"),
        ("ical", "ics ical ifb icalendar"),
        ("vcard", "vcf vcard"),
        ("pdf", "pdf"),
        ("text", "txt"),
        ("smil", "smil"),
    ],
)
def test_a_slide_takes_the_formats_of_its_kind_and_no_others(kind: str, endings: str) -> None:
    for ending in endings.split():
        assert not {"MMS008", "MMS009"} & found(at(f"file.{ending}", kind)).keys()
        other = "pdf" if kind != "pdf" else "image"
        assert "MMS009" in found(at(f"file.{ending}", other))


@pytest.mark.parametrize("sender", ["242", "12025550119", "123456789012345", "+12025550119"])
def test_a_number_sends_mms(sender: str) -> None:
    assert "MMS014" not in found(mms(slide()), **{"from": sender})


@pytest.mark.parametrize("sender", ["FERRY", "1 202 555 0119", "12", "1234567890123456", "++12025550119", "١٢٣٤٥"])
def test_nothing_else_sends_mms(sender: str) -> None:
    assert found(mms(slide()), **{"from": sender}) == {"MMS014": ERROR}


def test_a_plus_before_the_sender_is_taken_with_a_note() -> None:
    assert found(mms(slide()), **{"from": "+12025550119"}) == {"API007": NOTE}


def test_numbers_of_other_countries_are_told_and_never_quoted() -> None:
    people = [{"msisdn": ["+12025550131", "12025550132", "+447700900311", "447700900312"]}]
    told = faults(mms(slide()), to=people)
    assert [(fault.code, fault.at) for fault in told] == [
        ("MMS013", ("to", 0, "msisdn", 2)),
        ("MMS013", ("to", 0, "msisdn", 3)),
    ]
    assert not any("7700" in fault.message for fault in told)


def test_links_are_not_shortened_and_empty_options_are_taken() -> None:
    assert found(mms(slide()), options={}) == {}
    assert found(mms(slide()), options={"shortenLinks": "true", "domain": "https://s.ferry.example"}) == {
        "API031": ERROR
    }
    assert found(mms(slide()), options={"smsFallback": True}) == {"API001": ERROR}


def test_a_substitution_without_a_value_is_told_in_every_text() -> None:
    content = mms(
        slide(messageText="$(a)"), slide(messageText="$(b)"), name="$(c)", subject="$(d)", fallbacktext="$(e)"
    )
    told = [fault.at for fault in faults(content, substitutions={"a": "1"}) if fault.code == "API042"]
    assert told == [
        ("content", "subject"),
        ("content", "fallbacktext"),
        ("content", "name"),
        ("content", "attachments", 1, "messageText"),
    ]


def leaf(most: int, name: str, closing: str = "") -> Leaf:
    extent = Extent(1, most)
    bounds = Bounds(extent, extent, extent, extent)
    return Leaf(name, Source("a.send", ""), Span(0, 0), None, "a template", bounds, closing=closing)


def test_a_personal_text_is_judged_by_its_longest_and_told_by_the_writers_word() -> None:
    text = leaf(4097, "text")
    made = Made(None, type="image", messageText=text, mediaUrl=f"{URL}a.jpg", duration=5)
    (fault,) = faults(Made(None, subject="Pier 2", name="ferry", attachments=[made]))
    assert (fault.message, fault.origin) == ("text is up to 4 097 characters; MMS takes 4 096", text)


def test_a_personal_address_is_judged_by_what_it_ends_in_for_everybody() -> None:
    def told(closing: str) -> list[str]:
        made = Made(None, type="image", messageText="a", mediaUrl=leaf(20, "url", closing), duration=5)
        return [fault.code for fault in faults(Made(None, subject="Pier 2", name="ferry", attachments=[made]))]

    assert told(".jpg") == told("") == told("/map") == []
    assert told(".webp") == ["MMS008"]
    assert told(".mp4") == ["MMS009"]
