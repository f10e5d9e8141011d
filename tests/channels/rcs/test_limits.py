"""Every limit of RCS, from both sides, and of a text that hangs on the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sendspec.channels.check import check
from sendspec.channels.declare import Fault
from sendspec.channels.filled import Leaf, Made, Tree
from sendspec.channels.rcs import CHANNEL
from sendspec.channels.rcs.checks import PAYLOAD, payload
from sendspec.diagnostic import Severity
from sendspec.source import Source, Span
from sendspec.values.bounds import Bounds, Extent

URL = "https://cdn.ferry.example/"
BUTTON = {"type": "reply", "displayText": "Yes"}


def found(content: object, **members: object) -> dict[str, tuple[Severity, str]]:
    body: dict[str, Any] = {"channel": "rcs", "from": "a_1", "to": [{"msisdn": ["+447700900311"]}], "content": content}
    return {fault.code: (fault.severity, fault.message) for fault in faults({**body, **members})}


def faults(body: object) -> list[Fault]:
    return list(check(CHANNEL.api().body, body))  # type: ignore[arg-type]  # a body as a test writes it


def text(length: int) -> object:
    return {"type": "text", "text": "x" * length}


def buttons(count: int) -> object:
    return {"type": "text", "text": "Yes?", "suggestions": [BUTTON] * count}


def button(**members: object) -> object:
    return {"type": "text", "text": "Yes?", "suggestions": [{**BUTTON, **members}]}


def card(**members: object) -> object:
    media = {"url": URL + "a.jpg", "height": "MEDIUM"}
    whole = {"title": "Oban", "orientation": "VERTICAL", "thumbnailAlignment": "LEFT", "media": media}
    return {"type": "standalone", "richCard": {**whole, **members}}


def slides(count: int, **members: object) -> object:
    slide = {"title": "Oban", "media": {"url": URL + "a.jpg", "height": "MEDIUM"}, **members}
    return {"type": "carousel", "width": "SMALL", "cards": [slide] * count}


def file(size: float, name: str = "a.mp4") -> object:
    return {"type": "media", "mediaContentUrl": URL + name, "fileSize": size}


def address(length: int) -> object:
    return {"type": "media", "mediaContentUrl": URL + "a" * (length - len(URL) - 4) + ".mp4"}


@pytest.mark.parametrize(
    ("code", "severity", "within", "beyond"),
    [
        ("RCS001", Severity.ERROR, text(1024), text(1025)),
        ("RCS003", Severity.ERROR, card(title="x" * 200), card(title="x" * 201)),
        ("RCS004", Severity.ERROR, card(description="x" * 2000), card(description="x" * 2001)),
        ("RCS005", Severity.ERROR, button(displayText="x" * 25), button(displayText="x" * 26)),
        ("RCS006", Severity.ERROR, button(postbackData="x" * 2048), button(postbackData="x" * 2049)),
        ("RCS007", Severity.WARNING, address(2000), address(2001)),
        ("RCS007", Severity.ERROR, address(2000), address(2049)),
        ("RCS008", Severity.WARNING, buttons(10), buttons(11)),
        ("RCS008", Severity.ERROR, buttons(10), buttons(12)),
        ("RCS009", Severity.WARNING, card(suggestions=[BUTTON] * 4), card(suggestions=[BUTTON] * 5)),
        ("RCS009", Severity.ERROR, card(suggestions=[BUTTON] * 4), card(suggestions=[BUTTON] * 7)),
        ("RCS010", Severity.WARNING, slides(2, suggestions=[BUTTON] * 2), slides(2, suggestions=[BUTTON] * 3)),
        ("RCS010", Severity.ERROR, slides(2, suggestions=[BUTTON] * 2), slides(2, suggestions=[BUTTON] * 5)),
        ("RCS011", Severity.ERROR, slides(2), slides(1)),
        ("RCS011", Severity.ERROR, slides(10), slides(11)),
        ("RCS013", Severity.WARNING, slides(2), slides(2, media={"url": URL + "a.jpg", "height": "TALL"})),
        ("RCS015", Severity.WARNING, card(), card(title="")),
        ("RCS021", Severity.ERROR, file(0.5), file(-1)),
        ("RCS022", Severity.WARNING, file(500_000, "a.jpg"), file(500_001, "a.jpg")),
        ("RCS022", Severity.ERROR, file(104_857_600), file(104_857_601)),
        ("RCS023", Severity.WARNING, file(1, "a.MP3"), file(1, "a.webp")),
        ("RCS023", Severity.WARNING, file(1, "a.jpg"), file(1, "a.jpg?signed=1")),
    ],
)  # fmt: skip
def test_a_limit_holds_from_both_sides(code: str, severity: Severity, within: object, beyond: object) -> None:
    assert code not in found(within)
    assert found(beyond)[code][0] is severity


@pytest.mark.parametrize(("size", "severity"), [(50_000, None), (50_001, Severity.WARNING), (100_001, Severity.ERROR)])
def test_a_thumbnail_is_lighter_than_other_files(size: int, severity: Severity | None) -> None:
    still = {"url": URL + "a.png", "fileSize": size}
    assert found(card(thumbnail=still)).get("RCS022", (None, ""))[0] is severity


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"smsFallback": True, "smsSenderId": "FERRY", "text": "Pier 2"}, None),
        ({"smsFallback": True, "smsSenderId": "FERRY"}, "RCS017"),
        ({"smsFallback": True, "smsSenderId": "", "text": "Pier 2"}, "RCS017"),
        ({"smsFallback": False, "text": "Pier 2"}, "RCS018"),
        ({"text": "Pier 2"}, "RCS018"),
        ({"carrierId": 3}, None),
    ],
)
def test_a_fallback_is_whole_or_not_there(options: Mapping[str, object], code: str | None) -> None:
    assert list(found(text(5), options=options)) == ([code] if code else [])


def test_the_sender_of_the_fallback_is_judged_as_every_sender_of_an_sms() -> None:
    def sender(name: str) -> dict[str, tuple[Severity, str]]:
        return found(text(1), options={"smsFallback": True, "smsSenderId": name, "text": "See you"})

    assert sender("ACME BANK") == {}
    assert sender("ACME BANK PLC LTD") == {
        "SMS006": (Severity.WARNING, "smsSenderId is 17 characters; networks pass 3 to 11")
    }
    assert list(sender("+447700900123")) == ["API015"]


def test_the_worse_of_two_statements_is_told_alone() -> None:
    said = [fault.message for fault in faults({"content": buttons(12)}) if fault.code == "RCS008"]
    assert said == ["suggestions has 12 items; RCS takes 11"]


def test_heights_are_compared_with_the_first_card() -> None:
    tall, short = ({"url": URL + "a.jpg", "height": height} for height in ("MEDIUM", "SHORT"))
    content = {
        "type": "carousel",
        "width": "SMALL",
        "cards": [{"title": "A", "media": tall}, {"title": "B", "media": short}],
    }
    (fault,) = [fault for fault in faults({"content": content}) if fault.code == "RCS012"]
    assert fault.at == ("content", "cards", 1, "media", "height")


def test_a_link_into_an_app_is_no_fault_and_a_bare_host_is_told() -> None:
    link = {"type": "openUrl", "displayText": "Open"}
    assert "RCS025" not in found({"type": "text", "text": "a", "suggestions": [{**link, "url": "ferryapp://oban"}]})
    assert "RCS025" in found({"type": "text", "text": "a", "suggestions": [{**link, "url": "ferry.example/oban"}]})


def leaf(most: int, name: str) -> Leaf:
    extent = Extent(1, most)
    return Leaf(name, Source("a.send", ""), Span(0, 0), None, "a template", Bounds(extent, extent, extent, extent))


def test_a_personal_text_is_judged_by_its_longest_and_told_by_the_writers_word() -> None:
    label = leaf(40, "label")
    button = Made(None, type="reply", displayText=label)
    content = Made(None, type="text", text="Yes?", suggestions=[button])
    (fault,) = [fault for fault in faults({"content": content}) if fault.code == "RCS005"]
    assert fault.message == "label is up to 40 characters; RCS takes 25"
    assert fault.origin is label


def test_a_card_is_weighed_as_compact_json_in_bytes() -> None:
    def weigh(card: Tree) -> int:
        return len([*payload(card, ())])

    frame = len(b'{"title":""}')
    assert weigh({"title": "é" * ((PAYLOAD - frame) // 2)}) == 0
    assert weigh({"title": "é" * ((PAYLOAD - frame) // 2 + 1)}) == 1
    assert weigh({"title": leaf(PAYLOAD, "title")}) == 1
