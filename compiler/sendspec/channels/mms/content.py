"""A rung's words on MMS → the fragments of a request: content or template, substitutions, the SMS that stands in."""

from __future__ import annotations

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.channels.forms import signless
from sendspec.channels.mms.kinds import kind_of
from sendspec.channels.mms.words import MEDIA
from sendspec.record import replace

#: How long a slide is shown where a spec is silent: every printed slide says it.
DURATION = 5


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    stored = filled.child("template")
    return {
        "from": _number(sender),
        "content": _content(filled) if stored is None else None,
        "template": _template(stored, filled) if stored is not None else None,
        "substitutions": _values(stored) if stored is not None else None,
    }


def fall_back(filled: Filled, sender: Filled | None, above: Filled | None) -> Fragments | None:
    """The SMS of the next rung inside this request: a plain text, beside slides. A stored template has no place for
    it, and no request one for its sender."""
    body = filled.child("body")
    if body is None or len(filled.children) > 1 or (above is not None and above.child("template") is not None):
        return None
    text = body.first()
    if text is None or text.value == "":
        return None  # an empty text is the rung's own mistake, told there
    return {"fallback": Made(body, fallbacktext=text)}


def _number(sender: Filled | None) -> Tree:
    """The sender, which is never sent with a plus sign (facts §12.4)."""
    number = sender.text("id") if sender else None
    if number is not None and isinstance(number.value, str):
        return replace(number, value=signless(number.value))
    return number


def _content(filled: Filled) -> Made:
    slides: list[Tree] = [_slide(slide) for slide in filled.all("slide")]
    return Made(filled, subject=filled.text("subject"), name=_name(filled), attachments=slides or None)


def _name(filled: Filled) -> Tree:
    """C30: always there, unless a spec has it empty."""
    stated = filled.text("name")
    if stated is None:
        return filled.message or None
    return stated if stated.value != "" else None


def _slide(slide: Filled) -> Made:
    media = next(slide.all(*MEDIA), None)
    return Made(
        slide,
        type=_type(media),
        messageText=slide.text("text"),
        mediaUrl=media.first() if media else None,
        duration=_duration(slide),
    )


def _type(media: Filled | None) -> Tree:
    if media is None:
        return "text"
    return media.word.name if media.word.name != "file" else media.get("type") or kind_of(media.first())


def _duration(slide: Filled) -> Tree:
    stated, timed = slide.text("duration"), slide.text("timed")
    if stated is not None or timed is None:
        return stated or DURATION
    return replace(timed, value=DURATION) if timed.value else None


def _template(stored: Filled, filled: Filled) -> Made:
    """The template, and what stands beside it, to be told: it has no place there."""
    return Made(stored, id=stored.first(), subject=filled.text("subject"), name=filled.text("name"))


def _values(stored: Filled) -> Made | None:
    values = {name: value for name, value in (stored.assigned or {}).items() if isinstance(value, Leaf)}
    return Made(stored, **values) if values else None
