"""Calls: which words go by which version, who calls, what is spoken, and what a ladder can wait for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.verify import verify
from sendspec.channels.voice import CHANNEL
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic
from sendspec.pipeline import lint_file
from sendspec.source import Source

SPOKEN = 'language "en-GB", voice "RyanNeural", gender male, region "UK"'
SPEECH = {
    "type": "TTS",
    "ttsProcessor": "Azure",
    "language": "en-GB",
    "voice": "RyanNeural",
    "region": "UK",
    "text": "Fog",
    "voiceType": "Neural",
    "gender": "male",
}
SPEC = """sender tower voice {{ {sender} }}
sender alerts sms {{ id "ACME" }}
message m {{
  {head}
  audience rows {{ row {{ msisdn "+447700900341" {cells} }} }}
  {rung}
}}
"""


def lint(
    folder: Path,
    rung: str,
    *,
    sender: str = 'number "442079460141"',
    head: str = "",
    cells: str = "",
    versions: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    spec = folder / "a.send"
    spec.write_text(SPEC.format(rung=rung, sender=sender, head=head, cells=cells), encoding="utf-8")
    return list(lint_file(spec, Config(folder, versions=versions or {}), dt.date(2026, 9, 1)))


def told(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found if not one.code.startswith("NAM005")]


def body(**members: Any) -> dict[str, Any]:
    people = [{"msisdn": ["+447700900341"]}]
    return {"channel": "voice", "from": "442079460141", "to": people, "content": SPEECH, **members}


def call(**voice: Any) -> dict[str, Any]:
    people = [{"msisdn": ["+447700900341"]}]
    return {"deliverychannel": "voice", "destination": people, "channels": {"voice": voice}}


def findings(given: object) -> list[tuple[str, str | None]]:
    return [(one.code, one.pointer) for one in verify(Source("a.json", json.dumps(given)))]


@pytest.mark.parametrize(
    ("content", "theirs"),
    [('prompt "712"', "v1"), ('flow "3301"', "v1"), ('play "M8812"', "v2"), (f'say "Fog" {{ {SPOKEN} }}', "v2")],
    ids=["prompt", "flow", "play", "say"],
)
def test_a_word_goes_by_its_own_version_however_that_is_chosen(content: str, theirs: str, tmp_path: Path) -> None:
    other = "v2" if theirs == "v1" else "v1"
    word = content.split()[0]
    said = [("API065", f"`{word}` goes by {theirs}; this rung goes by {other}")]
    for chosen, expected in ((theirs, []), (other, said)):
        assert told(lint(tmp_path, f"try voice from tower via {chosen} {{ {content} }}")) == expected
        assert told(lint(tmp_path, f"try voice from tower {{ {content} }}", versions={"voice": chosen})) == expected


def test_voice_goes_by_v1_where_nothing_is_chosen(tmp_path: Path) -> None:
    assert told(lint(tmp_path, 'try voice from tower { prompt "712" }')) == []


def test_the_help_of_a_word_of_the_other_version_says_both_ways(tmp_path: Path) -> None:
    (one,) = [one for one in lint(tmp_path, 'try voice from tower { play "M8812" }') if one.code == "API065"]
    assert one.help == 'write `try voice from … via v2`, or `voice = "v2"` under `[api]` in sendspec.toml'
    assert one.source.text[one.span.start : one.span.end] == 'play "M8812"'


def test_a_rung_holds_one_kind_of_call(tmp_path: Path) -> None:
    assert [code for code, _ in told(lint(tmp_path, 'try voice from tower { prompt "712", flow "3301" }'))] == [
        "NAM015"
    ]


@pytest.mark.parametrize("lacking", ["language", "voice", "gender", "region"])
def test_speech_has_its_language_its_voice_the_gender_and_the_region(lacking: str, tmp_path: Path) -> None:
    spoken = ", ".join(part for part in SPOKEN.split(", ") if not part.startswith(lacking))
    found = told(lint(tmp_path, f'try voice from tower via v2 {{ say "Fog" {{ {spoken} }} }}'))
    assert found == [("NAM006", f"`say` has no `{lacking}`")]


def test_speech_without_its_block_is_told(tmp_path: Path) -> None:
    assert ("NAM006", "`say` has no `language`") in told(lint(tmp_path, 'try voice from tower via v2 { say "Fog" }'))


@pytest.mark.parametrize(("most", "codes"), [(1996, []), (1997, ["VOI003"])])
def test_a_personal_text_is_judged_by_its_longest(most: int, codes: list[str], tmp_path: Path) -> None:
    rung = f'try voice from tower via v2 {{ say "Fog {{{{ where }}}}" {{ {SPOKEN} }} }}'
    found = told(lint(tmp_path, rung, head=f"vars {{ where id(max {most}) }}", cells=', where "N4"'))
    assert [code for code, _ in found] == codes


@pytest.mark.parametrize("text", ["<speak>Fog</speak>", ' <?xml version="1.0"?> <SPEAK version="1.0">Fog</SPEAK>'])
def test_markup_is_told_since_it_would_be_read_out(text: str) -> None:
    assert findings(body(content={**SPEECH, "text": text})) == [("VOI004", "/content/text")]


@pytest.mark.parametrize("text", ["Speak up: fog", "<b>Fog</b>", "5 < speaker"])
def test_other_angle_brackets_are_no_markup_for_speech(text: str) -> None:
    assert findings(body(content={**SPEECH, "text": text})) == []


def test_markup_before_a_personal_part_is_told(tmp_path: Path) -> None:
    rung = f'try voice from tower via v2 {{ say "<speak>Fog {{{{ where }}}}</speak>" {{ {SPOKEN} }} }}'
    found = told(lint(tmp_path, rung, head="vars { where id(max 6) }", cells=', where "N4"'))
    assert [code for code, _ in found] == ["VOI004"]


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("442079460141", []),
        ("+442079460141", ["API007"]),
        ("60141", []),
        ("123", []),
        ("12", ["VOI005"]),
        ("123456789012345", []),
        ("1234567890123456", ["VOI005"]),
        ("++442079460141", ["VOI005"]),
        ("+", ["VOI005"]),
        ("44 20 7946 0141", ["VOI005"]),
        ("442079460141\n", ["VOI005"]),
        ("٤٤٢٠٧٩٤٦", ["VOI005"]),
        ("Lighthouse", ["VOI005"]),
    ],
)
def test_who_calls_is_a_number(number: str, codes: list[str]) -> None:
    assert findings(body(**{"from": number})) == [(code, "/from") for code in codes]
    assert findings(call(promptid="712", cli=number)) == [(code, "/channels/voice/cli") for code in codes]


def test_a_sender_may_write_a_plus_sign_that_is_not_sent(tmp_path: Path) -> None:
    assert told(lint(tmp_path, 'try voice from tower { prompt "712" }', sender='number "+442079460141"')) == []


def test_v1_needs_no_number_and_v2_does(tmp_path: Path) -> None:
    assert told(lint(tmp_path, 'try voice from tower { prompt "712" }', sender="")) == []
    found = told(lint(tmp_path, 'try voice from tower via v2 { play "M8812" }', sender=""))
    assert found == [("API002", "the sender `tower` does not say who sends; voice on v2 needs it")]


def test_an_empty_member_beside_the_call_counts_as_absent() -> None:
    assert findings(call(promptid="712", callflowid="", cli="")) == []
    assert findings(call(promptid="", callflowid="3301")) == []
    assert findings(call(promptid="", callflowid="")) == [("VOI001", "/channels/voice")]


@pytest.mark.parametrize("gender", ["Male", "FEMALE", "neutral"])
def test_a_gender_that_no_page_shows_is_a_warning(gender: str) -> None:
    (one,) = verify(Source("a.json", json.dumps(body(content={**SPEECH, "gender": gender}))))
    assert (one.code, one.severity.value, one.pointer) == ("VOI006", "warning", "/content/gender")


def test_a_text_that_is_spoken_is_filled_by_the_platform() -> None:
    given = body(content={**SPEECH, "text": "Fog at $(berth)"})
    assert findings(given) == [("API042", "/content/text")]
    assert findings({**given, "substitutions": {"berth": "N4"}}) == []


def test_no_receipt_says_that_a_call_was_delivered(tmp_path: Path) -> None:
    sms = 'try sms from alerts { body "Fog" }'
    for status in ("submitted", "delivered", "read", "clicked"):
        found = lint(tmp_path, f'try voice from tower {{ prompt "712" }}\n  else after 5m unless {status} {sms}')
        assert [(one.code, one.help) for one in found] == [("LAD003", "write `else on failed`")]
    assert told(lint(tmp_path, f'try voice from tower {{ prompt "712" }}\n  else on failed {sms}')) == []


@pytest.mark.parametrize(("asked", "codes"), [("answered", ["LAD007"]), ("answered, rejected", [])])
def test_an_arrow_after_a_call_waits_for_its_rejection(asked: str, codes: list[str], tmp_path: Path) -> None:
    rungs = 'try voice from tower via v2 { play "M8812" }\n  else on failed try sms from alerts via v2 { body "Fog" }'
    found = told(lint(tmp_path, rungs, head=f"track {{ receipts [{asked}] }}"))
    assert [code for code, _ in found if code == "LAD007"] == codes


def test_links_have_no_place_in_a_call(tmp_path: Path) -> None:
    links = 'track { links { domain "https://s.acme.example", shorten yes } }'
    found = told(lint(tmp_path, 'try voice from tower { prompt "712" }', head=links))
    assert [code for code, _ in found] == ["API063"]


@pytest.mark.parametrize("lacking", ["callerId", "dialedNumber", "audio", "none"])
def test_a_body_of_the_voice_api_is_told_as_one(lacking: str) -> None:
    other = {
        "callerId": "+442079460141",
        "dialedNumber": "+447700900341",
        "audio": {"type": "TTS", "text": "Fog", "textFormat": "SSML"},
        "correlationId": "fog-341",
    }
    other.pop(lacking, None)
    (one,) = verify(Source("a.json", json.dumps(other)))
    assert (one.code, one.pointer) == ("API056", "")
    assert one.message.startswith("a body of the Voice API v1; sendspec knows the Messaging API")
    (inside,) = verify(Source("a.json", json.dumps([call(promptid="712"), other])))
    assert (inside.code, inside.pointer) == ("API056", "/1")


def test_a_stray_key_of_the_voice_api_makes_no_body_of_it() -> None:
    assert findings(body(callerId="442079460141")) == [("API001", "/callerId")]


def test_the_declared_places_are_where_the_request_has_them() -> None:
    assert [(api.version, sorted(api.places)) for api in CHANNEL.apis] == [
        ("v1", ["content"]),
        ("v2", ["content", "from"]),
    ]
