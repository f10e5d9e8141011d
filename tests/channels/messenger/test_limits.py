"""What a spec is told about Messenger, and what of it a request holds, where people differ."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.filled import Leaf, Made
from sendspec.channels.messenger import CHANNEL
from sendspec.channels.verify import judge
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.values import Reader
from sendspec.pipeline import Linter, lint_file

TODAY = dt.date(2026, 11, 25)
HERE = Path(__file__).parent
IMAGE = 'image "https://cdn.kiln.example/a.png"'


def spec(tmp_path: Path, content: str, most: int = 10, category: str = "service") -> tuple[Diagnostic, ...]:
    """The findings of a spec that holds some content; `{{ word }}` has up to `most` characters."""
    (tmp_path / "sendspec.toml").touch()
    path = tmp_path / "a.send"
    path.write_text(
        f"""sender page messenger {{ app "a_1" }}
message visit {{
  category {category}
  vars {{ word text(max {most}) }}
  audience rows {{ row {{ psid "1000000000000081", word "Clay" }} }}
  try messenger from page {{
    {content}
  }}
}}
""",
        encoding="utf-8",
    )
    return lint_file(path, Config(tmp_path), TODAY)


@pytest.mark.parametrize(
    ("content", "most", "code"),
    [
        ('text "{{ word }}"', 2000, "MSG001"),
        (f'text "Which?"\n quick_reply "{{{{ word }}}}" data "a" {IMAGE}', 20, "MSG003"),
        (f'text "Which?"\n quick_reply "A" data "{{{{ word }}}}" {IMAGE}', 1000, "MSG004"),
        ('cards { card { title "{{ word }}", subtitle "Clay" } }', 80, "MSG006"),
        ('cards { card { title "Clay", subtitle "{{ word }}" } }', 80, "MSG007"),
        ('buttons { body "Which?", reply "{{ word }}" data "a" }', 20, "MSG010"),
        ('buttons { body "Which?", reply "A" data "{{ word }}" }', 1000, "MSG011"),
        ('buttons { body "{{ word }}", reply "A" data "a" }', 640, "MSG012"),
    ],
)
def test_a_text_is_judged_by_its_longest_value(tmp_path: Path, content: str, most: int, code: str) -> None:
    assert spec(tmp_path, content, most) == ()
    (found,) = spec(tmp_path, content, most + 1)
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert f"is up to {most + 1:,} characters; Messenger takes {most:,}".replace(",", " ") in found.message


def test_thirteen_quick_replies_are_taken_with_a_warning(tmp_path: Path) -> None:
    def told(count: int) -> list[tuple[str, Severity]]:
        replies = "\n".join(f'quick_reply "{at}" data "{at}" {IMAGE}' for at in range(count))
        return [(one.code, one.severity) for one in spec(tmp_path, f'text "{{{{ word }}}}"\n{replies}')]

    assert told(10) == []
    assert told(11) == told(13) == [("MSG002", Severity.WARNING)]
    assert told(14) == [("MSG002", Severity.ERROR)]


def test_what_a_person_is_not_asked_for_needs_a_tag(tmp_path: Path) -> None:
    assert [one.code for one in spec(tmp_path, 'text "{{ word }}"', category="utility")] == ["MSG024"]
    assert spec(tmp_path, 'text "{{ word }}"\nmessaging tag\ntag HUMAN_AGENT', category="utility") == ()
    assert spec(tmp_path, 'text "{{ word }}"\nmessaging update') == ()


def test_a_tag_and_its_type_need_each_other(tmp_path: Path) -> None:
    assert [one.code for one in spec(tmp_path, 'text "{{ word }}"\nmessaging tag')] == ["MSG016"]
    (found,) = spec(tmp_path, 'text "{{ word }}"\nmessaging update\ntag HUMAN_AGENT')
    assert (found.code, found.help) == ("MSG017", "write `messaging tag`")


def test_an_older_tag_is_no_word_of_the_language(tmp_path: Path) -> None:
    (found, *_) = spec(tmp_path, 'text "{{ word }}"\nmessaging tag\ntag ACCOUNT_UPDATE')
    assert found.severity is Severity.ERROR
    assert "HUMAN_AGENT" in found.message


def test_the_time_of_an_order_is_sent_as_seconds() -> None:
    unit = Linter(TODAY).bind(HERE / "golden" / "content.send", Config(HERE / "golden")).unit
    assert unit is not None
    content = unit.messages["bill"].rungs[0].fragments[""]["content"]
    assert isinstance(content, Made)
    attachment = content["attachment"]
    assert isinstance(attachment, Made)
    payload = attachment["payload"]
    assert isinstance(payload, Made)
    leaf = payload["timestamp"]
    assert isinstance(leaf, Leaf)
    values = {"ordered_at": dt.datetime(2026, 11, 30, 14, 30, tzinfo=dt.UTC)}
    assert Reader("", {}).value(leaf, values) == "1796049000"


def test_all_content_only_answers() -> None:
    assert {word.name for word in CHANNEL.words if word.kind} == CHANNEL.session


def test_a_body_without_its_channels_name_is_told_apart_from_the_other_that_shares_its_object() -> None:
    fb: dict[str, Any] = {
        "appid": "a_1",
        "destination": [{"psid": ["1"]}],
        "channels": {"OTT-Messaging": {"fb": {"text": "x" * 2001}}},
    }
    assert [(fault.code, fault.at) for fault in judge(fb)] == [
        ("MSG001", ("channels", "OTT-Messaging", "fb", "text")),
        ("API002", ()),
    ]
    wa = {"type": "text", "text": {"body": "x" * 4097}}
    whatsapp: dict[str, Any] = {
        "appid": "a_1",
        "destination": [{"waid": ["447700900411"]}],
        "channels": {"OTT-Messaging": {"wa": wa}},
    }
    assert {fault.code for fault in judge(whatsapp)} == {"WAP001", "API002"}
