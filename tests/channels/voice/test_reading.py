"""The way back of a call: what its bodies say in the words of a spec. What holds of all readings is tested over all."""

from __future__ import annotations

import json

import pytest

from sendspec.channels.said import Reading
from sendspec.channels.voice import reading
from sendspec.importer import imported

CALLER = ("number", ("442079460141",))


def said(read: Reading) -> list[tuple[str, tuple[object, ...]]]:
    return [(one.word, one.values) for one in (*read.content, *read.sender)]


def test_the_words_of_a_call_by_v1() -> None:
    for key, word in (("callflowid", "flow"), ("promptid", "prompt")):
        body = {"channels": {"voice": {key: "184", "cli": "442079460141"}}}
        assert said(reading.v1(body)) == [(word, ("184",)), CALLER]


def test_the_words_of_a_call_by_v2() -> None:
    medium = {"from": "442079460141", "content": {"type": "media", "mediaId": "M8812"}}
    assert said(reading.v2(medium)) == [("play", ("M8812",)), CALLER]
    speech = {
        "type": "TTS",
        "text": "Fog",
        "language": "en-GB",
        "voice": "RyanNeural",
        "gender": "male",
        "region": "UK",
    }
    (spoken,) = reading.v2({"content": speech}).content
    assert (spoken.word, spoken.values) == ("say", ("Fog",))
    assert [one.word for one in spoken.block or ()] == ["language", "voice", "gender", "region"]


@pytest.mark.parametrize("content", [{}, {"type": "audio", "mediaId": "M8812"}, {"type": ["TTS"]}, None, "TTS"])
def test_content_of_no_known_type_says_nothing(content: object) -> None:
    assert reading.v2({"content": content}).content == ()


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        ({"promptid": "712", "cli": "+442079460141"}, 'message: "+442079460141" is written "442079460141"'),
        ({"media": "fog.wav"}, "message: `media` is written `promptid`"),
    ],
)
def test_another_form_becomes_the_current_one_with_a_remark(body: dict[str, str], remark: str) -> None:
    people = [{"msisdn": ["+447700900341"]}]
    whole = {"deliverychannel": "voice", "destination": people, "channels": {"voice": body}}
    assert imported("message.json", json.dumps(whole)).remarks == (remark,)


def test_a_gender_in_capitals_becomes_a_word() -> None:
    speech = {
        "type": "Text-to-Speech",
        "ttsProcessor": "Azure",
        "language": "en-GB",
        "voice": "RyanNeural",
        "region": "UK",
        "text": "Fog",
        "voiceType": "Neural",
        "gender": "MALE",
    }
    people = [{"msisdn": ["+447700900341"]}]
    whole = {"channel": "voice", "from": "442079460141", "to": people, "content": speech}
    done = imported("message.json", json.dumps(whole))
    assert "gender   male" in done.text
    assert set(done.remarks) == {
        'message: "Text-to-Speech" is written "TTS"',
        'message: "MALE" is written "male"',
    }
