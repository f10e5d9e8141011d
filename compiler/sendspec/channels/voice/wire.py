"""What a request by voice may hold, on v1 and on v2, with every limit and its source."""

from __future__ import annotations

from sendspec.channels.declare import (
    Anything,
    Elsewhere,
    Form,
    Limit,
    Member,
    Object,
    OneOf,
    Remark,
    String,
    Variant,
)
from sendspec.channels.envelope import receipts, v1, v2
from sendspec.channels.forms import number_of
from sendspec.channels.voice.checks import one_call, plain_text
from sendspec.diagnostic import Severity

TITLE = "voice"
PAGE_1, PAGE_2 = "DEV/send-message-v1", "DEV/send-message-api-v2-make-voice-call"
RECEIPTS = ("offered", "accepted", "answered", "dropped", "rejected", "released", "disconnected")
GENDERS = ("female", "male")
_TEXT = String()


#: "A number of the tenant", "a voice-enabled number": both pages.
CALLER = number_of("a number that can call", "VOI005", "give the number that the tenant has for calls")


def _unprinted(text: str) -> Remark | None:
    if text in GENDERS:
        return None
    return Remark("VOI006", Severity.WARNING, "is no gender that a page shows", 'write "female" or "male"')


def _small(text: str) -> str:
    return text.lower() if text.lower() in GENDERS else text


GENDER = Form("a gender", "VOI006", lambda text: None, remark=_unprinted, current=_small)

_OF_V2 = ("type", "mediaId", "text", "ttsProcessor", "language", "voice", "region", "voiceType", "gender", "from")
V1_CONTENT = Object(
    {
        "callflowid": Member(_TEXT, source=PAGE_1),
        "promptid": Member(_TEXT, source=PAGE_1, also=(Variant("media", "promptid", "C71"),)),
        "cli": Member(String(form=CALLER), source=PAGE_1),
    },
    "`voice`",
    checks=(one_call,),
    foreign={key: ("API001", f"`{key}` is a key of v2; a call by v1 takes a prompt or a call flow") for key in _OF_V2},
)
V1_BODY = v1(TITLE, "voice", {"voice": Member(V1_CONTENT, True, source=PAGE_1, missing="API025")}, ("msisdn",))

_OF_V1 = {
    key: ("API001", f"`{key}` is a key of v1; a call by v2 plays a medium or says a text")
    for key in ("callflowid", "promptid", "media", "cli")
}
_KINDS = String(choices=("media", "TTS"), variants=(Variant("Text-to-Speech", "TTS", "C72"),))


def _only(*keys: str, of: str) -> dict[str, tuple[str, str]]:
    """Keys that the other kind of content has."""
    return {key: ("API001", f"`{key}` is for content of type {of}") for key in keys}


MEDIUM = Object(
    {
        "type": Member(_KINDS, True, source=PAGE_2),
        "mediaId": Member(_TEXT, True, source=PAGE_2),
    },
    "content of type media",
    foreign={
        **_OF_V1,
        **_only("text", "ttsProcessor", "language", "voice", "region", "voiceType", "gender", of="TTS"),
    },
)
SPEECH = Object(
    {
        "type": Member(_KINDS, True, source=f"{PAGE_2}, C72"),
        "ttsProcessor": Member(String(choices=("Azure",)), True, source=PAGE_2),
        "language": Member(_TEXT, True, source=PAGE_2),
        "voice": Member(_TEXT, True, source=PAGE_2),
        "region": Member(_TEXT, True, source=PAGE_2),
        "text": Member(String((Limit("VOI003", PAGE_2, 2000),)), True, source=PAGE_2),
        "voiceType": Member(String(choices=("Neural",)), True, source=PAGE_2),
        "gender": Member(String(form=GENDER), True, source=PAGE_2),
    },
    "content of type TTS",
    checks=(plain_text,),
    foreign={**_OF_V1, **_only("mediaId", of="media")},
)
CONTENT = OneOf(
    "type",
    {"media": MEDIUM, "TTS": SPEECH},
    Object({"type": Member(_KINDS, True, source=PAGE_2)}, "the content", rest=Anything(), foreign=_OF_V1),
)
V2_BODY = v2(
    TITLE,
    "voice",
    CONTENT,
    ("msisdn",),
    sender=String(form=CALLER),
    options=None,
    requested=receipts(RECEIPTS),
    template=None,
    smart_links=False,
)

#: `POST /v1/voice/messages` (DEV/voice-only-api-v1-make-outbound-calls).
OTHER_API = Elsewhere(
    frozenset({"callerId", "dialedNumber", "audio"}),
    "a body of the Voice API v1; sendspec knows the Messaging API, where a call starts with `deliverychannel` or "
    "`channel`",
    "say it as a call of v2, with `from`, `to` and `content`",
)
