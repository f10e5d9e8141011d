"""A body by voice → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.said import Reading, members, say, some


def v1(body: Mapping[str, object]) -> Reading:
    """What a message of v1 says."""
    voice = members(body, "channels", "voice")
    content = some(say("prompt", voice.get("promptid")), say("flow", voice.get("callflowid")))
    return Reading(content, some(say("number", voice.get("cli"))))


def v2(body: Mapping[str, object]) -> Reading:
    """What a message of v2 says."""
    content = members(body, "content")
    gender = content.get("gender")
    spoken = (
        say("language", content.get("language")),
        say("voice", content.get("voice")),
        say("gender", gender if gender in ("female", "male") else None),
        say("region", content.get("region")),
    )
    match content.get("type"):
        case "media":
            said = some(say("play", content.get("mediaId")))
        case "TTS":
            said = some(say("say", content.get("text"), block=spoken))
        case _:
            said = ()
    return Reading(said, some(say("number", body.get("from"))))
