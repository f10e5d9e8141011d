"""From the spec to the wire: who is reached by what, what is written where a spec is silent, what a spec is told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sendspec.audience.nodes import Person
from sendspec.audience.people import open_audience
from sendspec.channels.apple import CHANNEL
from sendspec.channels.apple.media import told
from sendspec.channels.apple.pieces import BID
from sendspec.channels.filled import Filled
from sendspec.config import Config
from sendspec.emit.constants import constants_of
from sendspec.emit.job import Job
from sendspec.emit.write import write
from sendspec.pipeline import Linter, lint_file
from sendspec.source import Source, Span

TODAY = dt.date(2026, 11, 25)
USER, GUEST, PHONE = 'abc_user "urn:mbid:AQAAEXAMPLE0311"', 'userid "guest-311"', 'msisdn "+447700900311"'
BUBBLES = 'received_message { title "A" }, reply_message { title "B" }'
LINK = 'rich_link "https://loch.example" { title "Loch", image "https://cdn.loch.example/a.png" }'
TIMES = f'time_picker {{ request_identifier "r", timeslot "s" start_time 2026-11-30T14:30Z duration 30m, {BUBBLES}'
SIGN_IN = f'authenticate {{ request_identifier "r", scope ["a"], state "s", redirect_uri "https://a.example", {BUBBLES}'


def spec(tmp_path: Path, content: str, row: str = USER, variables: str = "") -> Path:
    """A spec that holds some content."""
    path = tmp_path / "a.send"
    path.write_text(
        f"""sender loch apple {{ app "a_1" }}
message m {{
  vars {{ {variables} }}
  audience rows {{ row {{ {row} }} }}
  try apple from loch {{
    {content}
  }}
}}
""",
        encoding="utf-8",
    )
    return path


def lint(tmp_path: Path, content: str, row: str = USER, variables: str = "") -> list[tuple[str, str, str]]:
    """Code, message and marked text of the findings."""
    found = lint_file(spec(tmp_path, content, row, variables), Config(tmp_path), TODAY)
    return [(one.code, one.message, one.source.text[one.span.start : one.span.end]) for one in found]


def compiled(tmp_path: Path, content: str, row: str = USER, variables: str = "") -> dict[str, Any]:
    """The one request of a spec."""
    bound = Linter(TODAY).bind(spec(tmp_path, content, row, variables), Config(tmp_path))
    assert bound.unit is not None
    message = bound.unit.messages["m"]
    reading = open_audience(message, Config(tmp_path), tmp_path)
    people = [one for one in reading if isinstance(one, Person)]
    job = Job(
        message,
        "a.send",
        lambda: people,
        lambda: reading.tally,
        Config(tmp_path),
        {},
        constants=constants_of(bound.unit),
    )
    write([job], tmp_path / "out")
    body: dict[str, Any] = json.loads((tmp_path / "out" / "m" / "rung-1.ndjson").read_text(encoding="utf-8"))["body"]
    return body


def held(tmp_path: Path, content: str, row: str = USER, variables: str = "") -> Any:
    """What the channel's object of the one request is."""
    return compiled(tmp_path, content, row, variables)["channels"]["AppleBusinessChat"]


@pytest.mark.parametrize(
    ("content", "row", "to"),
    [
        ('text "Hello"', f"{PHONE}, {GUEST}, {USER}", {"abcUserId": ["urn:mbid:AQAAEXAMPLE0311"]}),
        (LINK, f"{PHONE}, {GUEST}, {USER}", {"abcUserId": ["urn:mbid:AQAAEXAMPLE0311"]}),
        (LINK, f"{PHONE}, {GUEST}", {"userid": ["guest-311"]}),
        ('invitation "Loch" with_image no', f"{PHONE}, {GUEST}, {USER}", {"msisdn": ["+447700900311"]}),
    ],
)
def test_the_content_decides_which_address_of_a_person_is_taken(
    tmp_path: Path, content: str, row: str, to: dict[str, list[str]]
) -> None:
    assert compiled(tmp_path, content, row)["destination"] == [to]


@pytest.mark.parametrize(
    ("content", "row", "takes"),
    [
        ('text "Hello"', PHONE, "`abc_user`"),
        ('text "Hello"', GUEST, "`abc_user`"),
        (LINK, PHONE, "`abc_user` or `userid`"),
        ('invitation "Loch" with_image no', USER, "`msisdn`"),
    ],
)
def test_a_rung_whose_content_reaches_nobody_is_told(tmp_path: Path, content: str, row: str, takes: str) -> None:
    ((code, said, _),) = lint(tmp_path, content, row)
    assert code == "LAD006"
    assert f"takes {takes}, which the audience has for nobody" in said


def test_content_that_could_not_be_read_says_nothing_about_who_is_reached(tmp_path: Path) -> None:
    assert [code for code, _, _ in lint(tmp_path, 'invitation "Loch" with_image perhaps', PHONE)] == ["NAM002"]


def test_a_time_picker_and_a_sign_in_name_the_extension_unless_told_not_to(tmp_path: Path) -> None:
    for content, named in ((TIMES, BID), (SIGN_IN, BID)):
        assert held(tmp_path, f"{content} }}")["interactiveData"]["bid"] == named
    assert "bid" not in held(tmp_path, f"{TIMES}, bid no }}")["interactiveData"]


def test_a_sign_in_cannot_go_without_the_extension(tmp_path: Path) -> None:
    ((code, said, _),) = lint(tmp_path, f"{SIGN_IN}, bid no }}")
    assert (code, said) == ("API002", "a sign-in has no `bid`")


def test_a_list_names_the_extension_where_it_is_asked_to(tmp_path: Path) -> None:
    content = f'list_picker {{ request_identifier "r", section {{ item "a" "A" }}, {BUBBLES}'
    assert "bid" not in held(tmp_path, f"{content} }}")["interactiveData"]
    assert held(tmp_path, f"{content}, bid yes }}")["interactiveData"]["bid"] == BID


def test_a_slot_begins_on_a_second_and_in_utc_for_everybody(tmp_path: Path) -> None:
    content = (
        'time_picker { request_identifier "r", timeslot "a" start_time 2026-11-30T14:30:05+05:30 duration 1h30m, '
        f'timeslot "b" start_time at - 1h duration 45s, {BUBBLES} }}'
    )
    row = f'{USER}, at "2026-11-30T14:30:05.250+01:00"'
    event = held(tmp_path, content, row, "at datetime")["interactiveData"]["data"]["event"]
    assert event["timeslots"] == [
        {"identifier": "a", "startTime": "2026-11-30T09:00:05Z", "duration": 5400},
        {"identifier": "b", "startTime": "2026-11-30T12:30:05Z", "duration": 45},
    ]


def test_a_form_begins_with_the_page_that_stands_first_unless_it_names_another(tmp_path: Path) -> None:
    pages = 'input "a" { subtitle "A?", submit_form yes }, input "b" { subtitle "B?" }'
    content = f'form {{ request_identifier "r", {pages}, {BUBBLES}'

    def start(more: str) -> Any:
        return held(tmp_path, f"{content}{more} }}")["interactiveData"]["data"]["dynamic"]["data"][
            "startPageIdentifier"
        ]

    assert start("") == "a"
    assert start(', start_page_identifier "b"') == "b"


def test_the_end_of_a_personal_address_tells_the_media_type(tmp_path: Path) -> None:
    content = 'text "Your map: \\u{FFFC}", attach "https://cdn.loch.example/{{ ref }}.HEIC"'
    found = held(tmp_path, content, f'{USER}, ref "A-1"', "ref id(max 8)")
    assert found["attachments"] == [{"url": "https://cdn.loch.example/A-1.HEIC", "mimeType": "image/HEIC"}]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://cdn.loch.example/a.JPG?size=2#x", "image/jpeg"),
        ("https://loch.example", None),
        ("https://loch.example/a", None),
        (".png", "image/png"),
        ("https://cdn.loch.example/a.exe", None),
    ],
)
def test_an_ending_that_is_not_known_tells_nothing(address: str, kind: str | None) -> None:
    assert told(address) == kind


def test_a_personal_title_is_judged_by_its_longest_value(tmp_path: Path) -> None:
    content = f'list_picker {{ request_identifier "r", section "{{{{ place }}}}" {{ item "a" "A" }}, {BUBBLES} }}'
    row = f'{USER}, place "Oban"'
    assert lint(tmp_path, content, row, "place text(max 200)") == []
    said = "title is up to 201 characters; Apple takes 200"
    assert lint(tmp_path, content, row, "place text(max 201)") == [("APL003", said, '"{{ place }}"')]


def test_a_picture_that_nothing_holds_is_told_where_it_is_named(tmp_path: Path) -> None:
    shown = 'received_message { image_identifier "ferry" }'
    content = f'quick_reply "Sure?" {{ request_identifier "r", item "a" "A", item "b" "B", {shown} }}'
    ((code, said, marked),) = lint(tmp_path, content)
    assert (code, marked) == ("APL013", '"ferry"')
    assert said == 'the message shows the picture "ferry", and holds no pictures'


def test_only_what_was_submitted_can_be_waited_for(tmp_path: Path) -> None:
    path = spec(tmp_path, 'text "Hello"')
    late = '  else after 1h unless delivered try apple from loch { text "Again" }\n}\n'
    path.write_text(path.read_text(encoding="utf-8")[:-2] + late, encoding="utf-8")
    assert "LAD003" in [one.code for one in lint_file(path, Config(tmp_path), TODAY)]


def test_settings_that_apple_lacks_are_told(tmp_path: Path) -> None:
    path = spec(tmp_path, 'text "Hello"')
    track = '  track { links { domain "https://s.loch.example", shorten yes } }\n  try'
    path.write_text(path.read_text(encoding="utf-8").replace("  try", track), encoding="utf-8")
    assert [one.code for one in lint_file(path, Config(tmp_path), TODAY)] == ["API063"]


def test_a_rung_without_content_gives_no_type() -> None:
    empty = Filled(CHANNEL.words[0], Source("a.send", ""), Span(0, 0), {})
    assert CHANNEL.api().build(empty, None)["content"] == {}
