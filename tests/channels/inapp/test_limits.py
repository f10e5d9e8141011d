"""What no single body shows: the size of a whole message, for a spec too, and what a signal may lack."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.check import check
from sendspec.channels.filled import Leaf
from sendspec.channels.inapp import CHANNEL
from sendspec.channels.inapp.content import digits
from sendspec.config import Config
from sendspec.pipeline import lint_file
from sendspec.source import Source, Span

JPEG = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwS"
WITHOUT_TEXT = len('{"thread_id":"plot-41","message":{"text":""}}')


def codes(message: Any, **beside: Any) -> list[tuple[str, str]]:
    held = {"thread_id": "plot-41", "message": message, **beside}
    body: Any = {
        "deliverychannel": "appmessaging",
        "appid": "MU10000041",
        "destination": [{"userid": ["grower-41"]}],
        "channels": {"appmessaging": held},
    }
    return [(fault.code, "/".join(map(str, fault.at))) for fault in check(CHANNEL.api().body, body)]


@pytest.mark.parametrize(("unit", "width"), [("x", 1), ("ö", 2), ("豆", 3), ("🌱", 4), ('"', 2), ("\n", 2)])
def test_a_message_takes_4096_bytes_of_json_and_not_one_more(unit: str, width: int) -> None:
    room = 4096 - WITHOUT_TEXT
    text = unit * (room // width) + "x" * (room % width)
    assert codes({"text": text}) == []
    assert codes({"text": text + "x"}) == [("INA001", "channels/appmessaging")]


def replies_of(size: int) -> Any:
    reply = {"type": "quickReplyPostback", "identifier": "yes", "title": "Yes", "payload": {"note": ""}}
    empty = len(json.dumps({"options": [reply]}, separators=(",", ":")))
    return {"options": [{**reply, "payload": {"note": "x" * (size - empty)}}]}


def test_quick_replies_take_4096_bytes_of_json_and_not_one_more() -> None:
    place = "channels/appmessaging/message/quickReplies"
    assert ("INA002", place) not in codes({"text": "a", "quickReplies": replies_of(4096)})
    assert ("INA002", place) in codes({"text": "a", "quickReplies": replies_of(4097)})


@pytest.mark.parametrize("state", ["threadAlert", "typingStart", "typingStop"])
def test_a_signal_needs_no_text(state: str) -> None:
    assert codes({"text": ""}, type=state) == codes({}, type=state) == []


def test_nothing_is_tapped_under_a_signal() -> None:
    options = [{"type": "quickReplyPostback", "identifier": "yes1", "title": "Yes"}]
    for key in ("quickReplies", "quickreplies"):
        message = {"text": "", key: {"options": options}}
        assert ("INA020", f"channels/appmessaging/message/{key}") in codes(message, type="typingStart")
        assert "INA020" not in dict(codes({**message, "text": "Will you come?"}))


def test_an_empty_state_is_no_signal() -> None:
    assert codes({"text": ""}, type="") == [("INA003", "channels/appmessaging/message/text")]


def test_an_attachment_needs_no_text() -> None:
    place = {"contentType": "location", "latitude": "51.48", "longitude": "-3.17"}
    assert codes({"text": "", "attachment": place}) == []


def linted(tmp_path: Path, content: str, variables: str, row: str) -> list[tuple[str, str]]:
    (tmp_path / "sendspec.toml").touch()
    path = tmp_path / "a.send"
    path.write_text(
        f"""sender garden inapp {{ app "MU10000041" }}
message visit {{
  category service
  vars {{ {variables} }}
  audience rows {{ row {{ userid "grower-41"{row} }} }}
  try inapp from garden {{ thread "plot-41", {content} }}
}}
""",
        encoding="utf-8",
    )
    return [(found.code, found.message) for found in lint_file(path, Config(tmp_path), dt.date(2026, 11, 25))]


@pytest.mark.parametrize(("most", "told"), [(4096 - WITHOUT_TEXT, []), (4097 - WITHOUT_TEXT, ["INA001"])])
def test_a_personal_message_is_measured_at_its_longest(tmp_path: Path, most: int, told: list[str]) -> None:
    found = linted(tmp_path, 'text "{{ ref }}"', f"ref id(max {most})", ', ref "A-1"')
    assert [code for code, _ in found] == told
    assert not told or found[0][1] == "the whole message is up to 4 097 bytes of JSON; in-app messaging takes 4 096"


def test_line_breaks_and_quotes_of_a_personal_message_count_as_they_are_sent(tmp_path: Path) -> None:
    room = 4096 - WITHOUT_TEXT - len(json.dumps('"a"\n\n')) + 2
    content = 'text """\n  "a"\n\n  {{ ref }}\n  """'
    assert linted(tmp_path, content, f"ref id(max {room})", ', ref "A-1"') == []
    assert [code for code, _ in linted(tmp_path, content, f"ref id(max {room + 1})", ', ref "A-1"')] == ["INA001"]


def test_a_personal_key_of_the_writers_own_counts_too(tmp_path: Path) -> None:
    content = 'text "a", extras { deep { list ["{{ ref }}"] } }'
    assert [code for code, _ in linted(tmp_path, content, "ref id(max 4_080)", ', ref "A-1"')] == ["INA001"]


def test_a_preview_is_no_key(tmp_path: Path) -> None:
    block = f'image "https://cdn.beans.example/a.jpg" preview """\n    {JPEG}\n    """'
    assert linted(tmp_path, block, "", "") == []


def test_the_digits_of_a_place_are_those_of_the_spec() -> None:
    leaf = Leaf("latitude", Source("a.send", "51.4800"), Span(0, 7), 51.48, form="number")
    made = digits(leaf)
    assert made is not None
    assert (made.value, made.form) == ("51.4800", "text")
