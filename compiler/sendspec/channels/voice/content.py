"""A rung by voice, filled, and its sender → fragments of a request."""

from __future__ import annotations

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made
from sendspec.channels.forms import signless
from sendspec.record import replace


def v1(filled: Filled, sender: Filled | None) -> Fragments:
    """`channels.voice`."""
    prompt, flow = filled.text("prompt"), filled.text("flow")
    return {"content": Made(filled, callflowid=flow, promptid=prompt, cli=_number(sender))}


def v2(filled: Filled, sender: Filled | None) -> Fragments:
    """`from` and `content`."""
    return {"from": _number(sender), "content": _content(filled)}


def _content(filled: Filled) -> Made | None:
    if (said := filled.child("say")) is not None:
        return Made(
            said,
            type="TTS",
            ttsProcessor="Azure",
            language=said.text("language"),
            voice=said.text("voice"),
            region=said.text("region"),
            text=said.first(),
            voiceType="Neural",
            gender=said.text("gender"),
        )
    played = filled.child("play")
    return Made(played, type="media", mediaId=played.first()) if played is not None else None


def _number(sender: Filled | None) -> Leaf | None:
    """The number that calls; a sender is never emitted with a plus sign."""
    number = sender.text("number") if sender else None
    if number is None or not isinstance(number.value, str):
        return number
    return replace(number, value=signless(number.value))
