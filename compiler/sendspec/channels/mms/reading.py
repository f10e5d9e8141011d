"""A body by MMS → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.mms.content import DURATION
from sendspec.channels.mms.kinds import kind_of
from sendspec.channels.said import CLOSE, Reading, Said, elements, members, say, some


def read(body: Mapping[str, object]) -> Reading:
    """What a message says, and the SMS that stands in for it."""
    content, stored, sender = members(body, "content"), members(body, "template"), body.get("from")
    template = say("template", stored.get("id"), block=(), assigned=members(body, "substitutions"))
    if template is not None:
        return Reading((template,), some(say("id", sender)))
    slides = [_slide(slide) for slide in elements(content.get("attachments"))]
    said = some(say("subject", content.get("subject")), say("name", content.get("name", "")), *slides)
    return Reading(said, some(say("id", sender)), _stand_in(content.get("fallbacktext"), sender))


def _stand_in(text: object, sender: object) -> tuple[str, Reading] | None:
    """The SMS of a failed MMS. No request names its sender: it is taken to come from the same number."""
    if not isinstance(text, str) or not text:
        return None
    number = sender.removeprefix("+") if isinstance(sender, str) else None
    return "sms", Reading(some(say("body", text)), some(say("id", number)))


def _slide(slide: Mapping[str, object]) -> Said | None:
    kind, address, shown = slide.get("type"), slide.get("mediaUrl"), slide.get("duration")
    return say(
        "slide",
        block=(
            say("text", slide.get("messageText")),
            _media(kind, address) if isinstance(address, str) else None,
            say("duration", shown) if shown != DURATION else None,
            say("timed", False) if "duration" not in slide else None,
        ),
    )


def _media(kind: object, address: str) -> Said | None:
    if kind in ("image", "video", "audio"):
        return say(str(kind), address)
    told = kind_of(address.rpartition(CLOSE)[2])
    return say("file", address, type=kind if kind != told else None)
