"""Every limit of Apple Messages, from both sides; pictures by their bytes and pixels."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.apple import CHANNEL
from sendspec.channels.apple.images import PICTURE, PICTURES
from sendspec.channels.check import check
from sendspec.channels.described import meaning
from sendspec.channels.payload import json_size
from sendspec.channels.verify import verify
from sendspec.diagnostic import Severity
from sendspec.source import Source

HERE = Path(__file__).parent
PNG = b"\x89PNG\r\n\x1a\n"
USER = [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0311"]}]
BUBBLES: dict[str, Any] = {"receivedMessage": {"title": "A"}, "replyMessage": {"title": "B"}}
MARK = "\ufffc"


def found(apple: object, destination: object = USER) -> dict[str, Severity]:
    """The severity of each code that a channel object has."""
    body: dict[str, Any] = {
        "deliverychannel": "AppleBusinessChat",
        "appid": "a_1",
        "destination": destination,
        "channels": {"AppleBusinessChat": apple},
    }
    return {fault.code: fault.severity for fault in check(CHANNEL.api().body, body)}


def text(said: str, files: int = 0, name: str = "map.pdf") -> object:
    listed = [{"url": f"https://cdn.loch.example/{name}", "mimeType": "application/pdf"}] * files
    return {"type": "text", "text": said, **({"attachments": listed} if files else {})}


def interactive(kind: str, content: object, *, images: object = None, **around: Any) -> object:
    data = {"version": "1.0", "requestIdentifier": "r-1", kind: content}
    if images is not None:
        data["images"] = images
    return {"type": "interactive", "interactiveData": {"data": data, **BUBBLES, **around}}


def answers(count: int, title: str = "Yes") -> object:
    items = [{"identifier": str(number), "title": title} for number in range(count)]
    return interactive("quick-reply", {"summaryText": "Sure?", "items": items})


def sections(count: int, items: int = 1) -> object:
    inner = [{"identifier": str(number), "title": "A seat"} for number in range(items)]
    return interactive("listPicker", {"sections": [{"title": "Deck", "items": inner}] * count})


def slots(count: int, **event: Any) -> object:
    made = [
        {"identifier": str(number), "startTime": "2026-11-30T09:15:00Z", "duration": 900} for number in range(count)
    ]
    return interactive("event", {"identifier": "e", "title": "Crossing", "timeslots": made, **event})


def place(**members: float) -> object:
    return slots(1, location={"title": "Pier", **members})


def form(*pages: dict[str, Any], start: str = "0") -> object:
    return interactive("dynamic", {"data": {"startPageIdentifier": start, "pages": list(pages)}})


def page(number: str = "0", kind: str = "input", **members: Any) -> dict[str, Any]:
    return {"pageIdentifier": number, "type": kind, "subtitle": "And?", **members}


def picker(index: int) -> dict[str, Any]:
    items = [{"identifier": "a", "title": "A"}, {"identifier": "b", "title": "B"}]
    return page(kind="picker", selectedItemIndex=index, items=items)


def day(**options: str) -> object:
    return form(page(kind="datePicker", options=options))


def invitation(request: str) -> object:
    return {"type": "invitation", "withImage": True, "brandName": "Loch", "requestIdentifier": request}


def base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def picture(width: int = 1, height: int = 1, size: int = 0) -> str:
    """A PNG of some pixels, padded to a size, in base64."""
    head = PNG + b"\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return base64(head + b"\0" * (size - len(head)))


def shown(data: str, style: str = "icon") -> object:
    """A message that shows a picture on its bubble."""
    around = {"receivedMessage": {"style": style, "imageIdentifier": "p"}}
    return interactive("event", SLOT, images=[{"identifier": "p", "data": data}], **around)


def listed(data: str) -> object:
    """A list with a picture beside its one item."""
    item = {"identifier": "1", "title": "A seat", "imageIdentifier": "p"}
    return interactive("listPicker", {"sections": [{"items": [item]}]}, images=[{"identifier": "p", "data": data}])


def many(size: int) -> object:
    """A list of pictures whose JSON has a size."""
    images: Any = [{"identifier": f"p{number}", "url": "https://cdn.loch.example/a"} for number in range(2)]
    images[1]["url"] += "x" * (size - json_size(images))
    return interactive("event", SLOT, images=images)


SLOT = {"timeslots": [{"identifier": "1", "startTime": "2026-11-30T09:15:00Z", "duration": 900}]}
INVITED = [{"msisdn": ["+447700900311"]}]
FIRST, SECOND = "05/01/2026", "05/02/2026"
E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@pytest.mark.parametrize(
    ("code", "severity", "within", "beyond"),
    [
        ("APL001", W, text(MARK, 1), text("See the map", 1)),
        ("APL001", W, text(MARK * 2, 2), text(MARK * 3, 2)),
        ("APL001", W, text("Hello"), text(MARK)),
        ("APL001", W, text("\\uFFFC", 1), text("\\uFFFC\\uFFFC", 1)),
        ("APL002", W, text("x" * 3000), text("x" * 3001)),
        ("APL003", W, answers(2, "x" * 200), answers(2, "x" * 201)),
        ("APL003", E, answers(2, "x" * 200), answers(2, "x" * 513)),
        ("APL004", E, answers(2, "Yes 👩\u200d🚀"), answers(2, "Yes\u2028")),
        ("APL004", W, slots(1, title="A"), slots(1, title="A\tB")),
        ("APL005", E, answers(2), answers(1)),
        ("APL005", E, answers(5), answers(6)),
        ("APL006", E, sections(20), sections(21)),
        ("APL007", E, sections(1, 20), sections(1, 21)),
        ("APL008", E, slots(10), slots(11)),
        ("APL010", E, form(page("x" * 19), start="x" * 19), form(page("x" * 20), start="x" * 20)),
        ("APL011", E, form(page()), form()),
        ("APL012", E, form(page("0", submitForm=True), page("1")), form(page("0", submitForm=True), page("0"))),
        ("APL014", E, form(page("0", nextPageIdentifier="1"), page("1")), form(page("0"), page("1"))),
        ("APL014", E, form(page("0", "select"), page("1")), form(page("0", "picker"), page("1"))),
        ("APL015", W, form(page()), form(page(nextPageIdentifier="1"))),
        ("APL016", W, form(picker(1)), form(picker(2))),
        ("APL022", N, slots(1), interactive("event", SLOT, replyMessage="")),
        ("APL024", E, invitation("a" * 100), invitation("a" * 101)),
        ("APL024", E, invitation("a-1"), invitation("a_1")),
        ("API007", N, invitation("a1"), invitation("a-1")),
        ("APL025", E, text(MARK, 1, "a-b.pdf?x=1+2"), text(MARK, 1, "a+b.pdf")),
        ("APL025", W, text(MARK, 1, "a%20b.pdf"), text(MARK, 1, "für.pdf")),
        ("APL030", W, form(page(options={"keyboardType": "URL"})), form(page(options={"keyboardType": "url"}))),
        ("APL031", W, day(startDate="02/28/2026"), day(startDate="02/29/2026")),
        ("APL031", W, day(startDate="28.02.2026", dateFormat="dd.MM.yyyy"), day(startDate="28.02.2026")),
        ("APL031", W, day(startDate="1 May", dateFormat="d MMM"), day(minimumDate=SECOND, maximumDate=FIRST)),
        ("APL035", W, sections(1), sections(0)),
        ("APL035", W, slots(1), slots(0)),
        ("APL036", W, slots(1), interactive("event", {"timeslots": [{"identifier": "1"}]})),
        ("API008", E, place(latitude=90), place(latitude=90.01)),
        ("API008", E, place(longitude=-180), place(longitude=-180.01)),
        ("API008", E, place(radius=0), place(radius=-0.5)),
        ("API008", E, slots(1, timezoneOffset=840), slots(1, timezoneOffset=841)),
        ("API008", E, slots(1, timezoneOffset=-720), slots(1, timezoneOffset=-721)),
        ("API008", E, slots(1, timezoneOffset=0), slots(1, timezoneOffset=0.5)),
        ("APL018", E, shown(picture()), shown(f"{picture()}=")),
        ("APL019", E, shown(picture()), shown(base64(b"GIF89a"))),
        ("APL023", E, shown(picture(size=PICTURE)), shown(picture(size=PICTURE + 1))),
        ("APL032", E, many(PICTURES), many(PICTURES + 1)),
        ("APL033", W, shown(picture(840, 195)), shown(picture(841, 195))),
        ("APL033", W, shown(picture(840, 255), "small"), shown(picture(840, 256), "small")),
        ("APL033", W, shown(picture(840, 630), "large"), shown(picture(840, 631), "large")),
        ("APL033", W, listed(picture(180, 180)), listed(picture(180, 181))),
        ("APL033", W, listed(picture(size=65_536)), listed(picture(size=65_537))),
    ],
)  # fmt: skip
def test_a_limit_holds_from_both_sides(code: str, severity: Severity, within: Any, beyond: Any) -> None:
    to = INVITED if within["type"] == "invitation" else USER
    assert code not in found(within, to)
    assert found(beyond, to)[code] is severity


@pytest.mark.parametrize("length", [200, 201, 513])
def test_every_title_subtitle_label_button_and_hint_has_the_limit(length: int) -> None:
    label = "x" * length
    bubble = {"title": label, "subtitle": label}
    page_of_day = page(kind="datePicker", title=label, hintText=label, options={"labelText": label})
    splash = {"buttonTitle": label}
    whole = {"data": {"startPageIdentifier": "0", "pages": [page_of_day], "splash": splash}}
    around = {"receivedMessage": bubble, "replyMessage": {**bubble, "alternateTitle": label}}
    body: Any = interactive("dynamic", whole, **around)
    faults = list(check(CHANNEL.api().body.members["channels"].shape, {"AppleBusinessChat": body}))
    told = [fault.severity for fault in faults if fault.code == "APL003"]
    assert told == ([] if length == 200 else [W if length == 201 else E] * 9)


def test_a_text_that_hangs_on_the_person_is_not_judged_by_its_marks() -> None:
    golden = json.loads((HERE / "golden" / "content.json").read_text(encoding="utf-8"))
    assert found(golden["timetable"]["channels"]["AppleBusinessChat"]) == {}


def test_an_app_may_name_a_request_and_pictures_and_no_other_content() -> None:
    held = {"appId": "1", "appName": "Loch", "URL": "?", **BUBBLES}
    whole = {"type": "interactive", "interactiveData": {**held, "data": {"requestIdentifier": "r-1", "images": []}}}
    assert found(whole) == {}
    assert found({"type": "interactive", "interactiveData": {**held, "data": {"event": SLOT}}}) == {"APL020": E}


def test_a_picture_that_two_places_show_is_judged_by_the_bubble_before_the_answer() -> None:
    around = {
        "receivedMessage": {"style": "large", "imageIdentifier": "p"},
        "replyMessage": {"style": "icon", "imageIdentifier": "p"},
    }
    images = [{"identifier": "p", "data": picture(840, 630)}]
    assert "APL033" not in found(interactive("event", SLOT, images=images, **around))


def test_a_picture_whose_identifier_is_no_text_keeps_the_others_from_being_missed() -> None:
    images = [{"identifier": 7, "url": "https://cdn.loch.example/a.png"}]
    around = {"receivedMessage": {"imageIdentifier": "q"}}
    assert "APL013" not in found(interactive("event", SLOT, images=images, **around))


@pytest.mark.parametrize("lacking", ["v", "sourceId", "destinationId", "interactiveData"])
def test_a_body_in_the_form_of_apple_itself_is_told_as_one(lacking: str) -> None:
    own = {
        "v": 1,
        "id": "00000000-0000-4000-8000-000000000311",
        "sourceId": "loch",
        "destinationId": "urn:mbid:AQAAEXAMPLE0311",
        "type": "interactive",
        "interactiveData": {"appId": "1", "appName": "Loch", "URL": "?a=1", **BUBBLES},
    }
    own.pop(lacking)
    (one,) = verify(Source("a.json", json.dumps(own)))
    assert (one.code, one.pointer) == ("API056", "")
    assert one.message.startswith("a message in Apple's own form")
    assert "channels.AppleBusinessChat" in (one.help or "")


def test_a_body_by_its_channel_is_never_taken_for_another_form() -> None:
    body = {"deliverychannel": "AppleBusinessChat", "sourceId": "a", "destinationId": "b", "interactiveData": {}}
    assert "API056" not in [one.code for one in verify(Source("a.json", json.dumps(body)))]


@pytest.mark.parametrize(
    ("parent", "key", "part"),
    [
        ("receivedMessage", "secondarySubtitle", "no table explains it"),
        ("receivedMessage", "tertiarySubtitle", "no table explains it"),
        ("dynamic", "private", "no when it is left out"),
        ("data", "showSummary", "no when it is left out"),
        ("options", "maximumCharacterCount", "30 when it is left out, 300"),
        ("options", "dateFormat", "`MM/dd/yyyy` when it is left out"),
        ("replyMessage", "style", "`icon` when it is left out"),
        ("items", "style", "`default` is printed"),
        ("", "conversationid", "no page tells its meaning"),
    ],
)
def test_what_is_so_without_a_word_stands_in_the_description(parent: str, key: str, part: str) -> None:
    assert part in (meaning("apple", parent, key) or "")
