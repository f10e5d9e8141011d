"""What lint and compile make of a rung by push: whom it reaches, how large it can be, what the compiler adds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.check import check
from sendspec.channels.push import CHANNEL
from sendspec.channels.push.wire import KEYS
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.pipeline import Linter, lint_file

DAY = dt.date(2026, 9, 1)
SPEC = """sender app push {{ app "HB20260511" }}
message gate {{
  {vars}
  audience rows {{ row {{ {row} }} }}
  try push from app {{ {content} }}
}}
"""


def written(folder: Path, content: str, row: str = 'userid "u-1"', vars: str = "") -> Path:
    spec = folder / "a.send"
    text = SPEC.format(content=content, row=row, vars=f"vars {{ {vars} }}" if vars else "")
    spec.write_text(text, encoding="utf-8")
    return spec


def lint(folder: Path, content: str, row: str = 'userid "u-1"', vars: str = "") -> list[tuple[str, str]]:
    spec = written(folder, content, row, vars)
    return [(found.code, found.message) for found in lint_file(spec, Config(folder), DAY)]


def push_of(folder: Path, content: str) -> Any:
    bound = Linter(DAY).bind(written(folder, content), Config(folder))
    assert bound.unit is not None
    (rung,) = bound.unit.messages["gate"].rungs
    (fragments,) = rung.fragments.values()
    return fragments["content"]


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("android", ("userid", "android_push", "hms_push", "customerid")),
        ("ios", ("userid", "ios_push", "customerid")),
        ("web", ("userid", "chrome_push", "firefox_push", "safari_push", "customerid")),
        ("web ios", ("userid", "ios_push", "chrome_push", "firefox_push", "safari_push", "customerid")),
        ("android ios web", CHANNEL.addresses),
        ("template", CHANNEL.addresses),
    ],
)
def test_a_rung_goes_to_those_whom_one_of_its_notices_reaches(content: str, kinds: tuple[str, ...]) -> None:
    assert CHANNEL.reached_by(content.split()) == kinds


def test_a_rung_for_iphones_alone_reaches_nobody_who_has_only_an_android_phone(tmp_path: Path) -> None:
    ((code, said),) = lint(tmp_path, 'ios { text "Open" }', 'android_push "a-1"')
    assert code == "LAD006"
    assert said.startswith("push takes `userid` or `ios_push` or `customerid`, which the audience has for nobody")


@pytest.mark.parametrize("kind", ["userid", "hms_push", "android_push", "ios_push", "customerid"])
def test_a_rung_for_all_phones_reaches_every_kind_of_phone(kind: str, tmp_path: Path) -> None:
    content = 'android { text "Open" }, ios { text "Open" }'
    assert lint(tmp_path, content, f'{kind} "x-1"') == []


def test_a_payload_is_measured_with_personal_texts_at_their_longest(tmp_path: Path) -> None:
    # `{"android":{"text":"…"}}` has 23 bytes around its text.
    content, row = 'android { text "{{ story }}" }', 'userid "u-1", story "a"'
    assert lint(tmp_path, content, row, "story id(max 4073)") == []
    said = "the payload is up to 4 097 bytes of JSON; push takes 4 096"
    assert lint(tmp_path, content, row, "story id(max 4074)") == [("PSH001", said)]


def test_tags_count_towards_the_payload(tmp_path: Path) -> None:
    content = 'android { text "a", tags { deep { story "{{ story }}" } } }'
    found = lint(tmp_path, content, 'userid "u-1", story "a"', "story id(max 4090)")
    assert [code for code, _ in found] == ["PSH001"]


def test_values_in_a_page_are_escaped(tmp_path: Path) -> None:
    vars, row = "who text(max 10)", 'userid "u-1", who "a"'
    spec = written(tmp_path, 'ios { text "Open", open html "<p>{{ who }}</p>" }', row, vars)
    bound = Linter(DAY).bind(spec, Config(tmp_path))
    assert bound.unit is not None
    (fragments,) = bound.unit.messages["gate"].rungs[0].fragments.values()
    content: Any = fragments["content"]
    assert content["ios"]["extras"]["notificationaction"]["value"].html


@pytest.mark.parametrize(
    ("content", "devices"),
    [
        ('android { text "a" }, interactive SINGLE_OPEN { open app }', ["android"]),
        ('ios { text "a" }, interactive SINGLE_OPEN { open app }', ["ios"]),
        ('ios { text "a" }, android { text "a" }, interactive SINGLE_OPEN { open app }', ["android", "ios"]),
    ],
)
def test_buttons_are_for_the_phones_that_have_a_notice(content: str, devices: list[str], tmp_path: Path) -> None:
    assert push_of(tmp_path, content)["interactive"]["device_types"] == devices


def test_buttons_without_a_phone_are_told(tmp_path: Path) -> None:
    content = 'web { title "a", text "a" }, interactive SINGLE_OPEN { open app }'
    assert lint(tmp_path, content) == [
        ("PSH015", "buttons stand under the notice of a phone, and this message has none")
    ]
    (found,) = lint_file(written(tmp_path, content), Config(tmp_path), DAY)
    assert (found.severity, found.help) == (
        Severity.ERROR,
        "add `android { text … }` or `ios { text … }`, or take the buttons out",
    )
    named = content.replace("SINGLE_OPEN", "SINGLE_OPEN device_types [ios]")
    assert lint(tmp_path, named) == [("PSH015", "the buttons are for ios, which gets no notice here")]


def test_a_picture_is_a_tag_on_android_and_a_member_on_ios(tmp_path: Path) -> None:
    picture = 'image "https://media.harbour.example/tide.jpg"'
    push = push_of(tmp_path, f'android {{ text "a", {picture} }}, ios {{ text "a", {picture} }}')
    assert push["android"]["extras"]["customtags"]["imageurl"].value == "https://media.harbour.example/tide.jpg"
    assert push["ios"]["extras"]["attachmenturl"].value == "https://media.harbour.example/tide.jpg"
    assert "customtags" not in push["ios"]["extras"]


def test_a_button_without_its_app_says_what_opens(tmp_path: Path) -> None:
    ((code, said),) = lint(tmp_path, 'ios { text "a" }, interactive SINGLE_OPEN { open pos 1 }')
    assert (code, said) == ("PSH017", "`open` names nothing; it takes one of `app`, `url`, `webview`, `deeplink`")


def faults(*kinds: str, **push: Any) -> list[tuple[str, Severity]]:
    people = [{kind: ["x-1"]} for kind in kinds]
    body = {"deliverychannel": "push", "appid": "A", "destination": people, "channels": {"push": push}}
    return [(fault.code, fault.severity) for fault in check(CHANNEL.api().body, body)]  # type: ignore[arg-type]


def test_each_kind_of_device_without_its_notice_is_told_once() -> None:
    notice = {"text": "Open"}
    assert faults(*KEYS, "ios_pushid", android=notice) == [("PSH014", Severity.WARNING)] * 4
    web = {"platform_types": ["chrome"], "title": "Harbour", **notice}
    assert faults("chrome_pushid", "firefox_pushid", web=web) == [("PSH014", Severity.WARNING)]


def test_an_address_without_its_word_is_told_with_the_words(tmp_path: Path) -> None:
    ((code, said),) = lint(tmp_path, 'ios { text "a", open "https://harbour.example" }')
    assert (code, said) == ("NAM002", "a text; `open` takes `url`, `webview`, `deeplink`, `html` or `value`")


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, [("PSH001", Severity.ERROR)])])
def test_a_body_is_measured_in_bytes(more: int, codes: list[tuple[str, Severity]]) -> None:
    # Each ŵ is two bytes.
    around = len('{"ios":{"text":""}}')
    text = "ŵ" * ((4096 - around) // 2) + "." * ((4096 - around) % 2 + more)
    assert faults("userid", ios={"text": text}) == codes
