"""What a spec may write in a rung by voice, and in its sender."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word


def _one(name: str, about: str, *, api: str = "", kind: bool = False) -> Word:
    """A word with one text."""
    return Word(name, (Slot(name, Takes.TEXT),), kind=kind, required=not kind, api=api, about=about)


_SPOKEN = (
    _one("language", 'the language of the text, "en-GB"'),
    _one("voice", 'the voice that reads it, "RyanNeural"'),
    Word(
        "gender",
        (Slot("gender", Takes.CHOICE, choices={"female": "female", "male": "male"}),),
        required=True,
        about="the gender of that voice",
    ),
    _one("region", "the region that the speech is made in"),
)

WORDS = (
    Word("say", (Slot("say", Takes.TEXT),), block=_SPOKEN, kind=True, api="v2", about="a text that is spoken"),
    _one("play", "the id of an uploaded medium", api="v2", kind=True),
    _one("prompt", "the id of an audio prompt", api="v1", kind=True),
    _one("flow", "the id of a call flow of the console", api="v1", kind=True),
)
SENDER = (
    Word(
        "number",
        (Slot("number", Takes.TEXT, fixed=True),),
        about="the number that calls; v1 has the service's own, v2 needs one",
    ),
)
