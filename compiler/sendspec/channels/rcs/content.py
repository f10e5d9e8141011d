"""A rung's words on RCS → the fragments of a request: content or template, options, substitutions, SMS fallback."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree, whole_seconds

MEDIA = ("image", "video", "audio", "file")
SUGGESTIONS = ("reply", "open", "dial", "map", "ask_location", "event")
#: What is sent where a spec is silent.
ORIENTATION, ALIGNMENT, HEIGHT = "VERTICAL", "LEFT", "MEDIUM"


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    template = filled.child("template")
    return {
        "from": sender.text("app") if sender else None,
        "content": _content(filled),
        "template": Made(template, id=template.first()) if template else None,
        "substitutions": _substitutions(template) if template else None,
        "options": _options(filled),
    }


def fall_back(filled: Filled, sender: Filled | None, above: Filled | None) -> Fragments | None:
    """The SMS of the next rung as the fallback of this one: only a plain text from a known sender can be carried, and
    only where the rung does not say that there is none."""
    body, number = filled.text("body"), sender.text("id") if sender else None
    switch = above.text("sms_fallback") if above else None
    if switch is not None and switch.value is False:
        return None
    if body is None or number is None or len(filled.children) > 1:
        return None
    return {"fallback": Made(filled.child("body"), smsFallback=True, smsSenderId=number, text=body)}


def _options(filled: Filled) -> Tree:
    return Made(filled, carrierId=filled.text("carrier_id"), smsFallback=filled.text("sms_fallback")) or None


def _substitutions(template: Filled) -> Tree:
    values = {name: value for name, value in (template.assigned or {}).items() if isinstance(value, Leaf)}
    return Made(template, **values) if values else None


def _content(filled: Filled) -> Tree:
    if (text := filled.child("text")) is not None:
        return Made(text, type="text", text=text.first(), suggestions=_suggestions(text, filled))
    if (media := next(filled.all(*MEDIA), None)) is not None:
        return Made(
            media,
            type="media",
            mediaContentUrl=media.first(),
            fileSize=media.get("file_size"),
            suggestions=_suggestions(media, filled),
        )
    if (card := filled.child("card")) is not None:
        return Made(card, type="standalone", richCard=_rich_card(card, filled))
    if (carousel := filled.child("carousel")) is not None:
        cards: list[Tree] = [_slide(card) for card in carousel.all("card")]
        return Made(
            carousel, type="carousel", width=carousel.first(), cards=cards, suggestions=_suggestions(carousel, filled)
        )
    if (signal := filled.child("signal")) is not None:
        return Made(signal, type="agentEvent", event=signal.first(), messageId=signal.get("message_id"))
    return None


def _rich_card(card: Filled, rung: Filled) -> Made:
    return Made(
        card,
        title=card.text("title"),
        description=card.text("body"),
        orientation=card.text("orientation") or ORIENTATION,
        thumbnailAlignment=card.text("thumbnail_alignment") or ALIGNMENT,
        media=_media(card, "filesize"),
        thumbnail=_thumbnail(card),
        suggestions=_suggestions(card, rung),
    )


def _slide(card: Filled) -> Made:
    return Made(
        card,
        title=card.text("title"),
        description=card.text("body"),
        media=_media(card, "fileSize"),
        suggestions=_suggestions(card),
    )


def _media(card: Filled, size: str) -> Made | None:
    """The card's media; the key of its size is spelt differently in a rich card and in a carousel."""
    media = next(card.all("image", "video"), None)
    if media is None:
        return None
    return Made(media, url=media.first(), height=media.get("height") or HEIGHT, **{size: media.get("file_size")})


def _thumbnail(card: Filled) -> Made | None:
    if (still := card.child("thumbnail")) is not None:
        return Made(
            still,
            url=still.first(),
            fileSize=still.get("file_size"),
            height=still.get("height"),
            contentType=still.get("type"),
            description=still.get("about"),
        )
    media = next(card.all("image", "video"), None)
    address = media.get("thumbnail") if media else None
    return Made(media, url=address) if address else None


def _suggestions(*blocks: Filled) -> list[Tree] | None:
    """The buttons of some blocks, in order; None when there are none."""
    made: list[Tree] = [_suggestion(button) for block in blocks for button in block.all(*SUGGESTIONS)]
    return made or None


#: For each word: the type of the suggestion, and its members by the spec's names.
_SHAPES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "reply": ("reply", {}),
    "open": ("openUrl", {"url": "url"}),
    "dial": ("dialPhone", {"phone": "phone"}),
    "map": ("viewLocation", {"latitude": "latitude", "longitude": "longitude", "address": "address"}),
    "ask_location": ("shareLocation", {}),
    "event": (
        "calendarEvent",
        {"startTime": "from", "endTime": "to", "meetingTitle": "title", "meetingDescription": "about"},
    ),
}


def _suggestion(button: Filled) -> Made:
    kind, members = _SHAPES[button.word.name]
    own = {key: whole_seconds(button.get(name)) for key, name in members.items()}
    return Made(button, type=kind, displayText=button.first(), **own, postbackData=button.get("data"))


def rungs_own(filled: Filled) -> Iterator[Filled]:
    """The buttons that stand in the rung itself, beside its content."""
    return filled.all(*SUGGESTIONS)
