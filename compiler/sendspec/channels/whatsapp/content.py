"""A rung's words on WhatsApp → the fragments of a request: who sends, the content, and the message of a template.

What makes a request right is the shapes' business, not this module's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.channels.whatsapp.contact import contact
from sendspec.channels.whatsapp.interactive import buttons, menu
from sendspec.channels.whatsapp.media import told
from sendspec.channels.whatsapp.pieces import POLICY
from sendspec.channels.whatsapp.template import message
from sendspec.record import replace


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    template = filled.child("template")
    return {
        "from": sender.text("app") if sender else None,
        "content": _whatsapp(filled),
        "message": message(template) if template else None,
    }


def _whatsapp(filled: Filled) -> Made:
    """The `wa` object: a template has none of the content in it."""
    made: dict[str, Tree] = {}
    content = next((child for child in filled.children if child.word.name in CONTENT), None)
    if content is not None:
        kind, make = CONTENT[content.word.name]
        made = {"type": kind, kind: make(content)}
        if content.word.name == "contact":
            made[kind] = [contact(card) for card in filled.all("contact")]
    return Made(filled, **made, preview_url=_preview(filled), identity_key_hash=filled.text("identity_key_hash"))


def _preview(filled: Filled) -> Leaf | None:
    """The switch as the text that the API takes."""
    preview = filled.text("preview")
    return replace(preview, value="true" if preview.value else "false", form="text") if preview else None


def _text(text: Filled) -> Made:
    return Made(text, body=text.first())


def _media(kind: str) -> Callable[[Filled], Made]:
    """A maker of one kind of media."""

    def make(media: Filled) -> Made:
        return Made(
            media,
            url=media.first(),
            mimeType=media.get("type") or _told(kind, media.first()),
            caption=media.get("caption"),
            filename=media.get("name"),
        )

    return make


def _told(kind: str, address: Leaf | None) -> Leaf | None:
    """The media type that the end of an address tells, said of the address."""
    if address is None:
        return None
    end = address.value if isinstance(address.value, str) else address.closing
    found = told(kind, end)
    return Leaf("type", address.source, address.span, found, used=address.used) if found else None


def _location(place: Filled) -> Made:
    return Made(
        place,
        longitude=place.get("longitude"),
        latitude=place.get("latitude"),
        name=place.get("name"),
        address=place.get("address"),
    )


def _hsm(template: Filled) -> Made:
    return Made(
        template,
        namespace=template.get("namespace"),
        element_name=template.first(),
        language=Made(template, code=template.get("language"), policy=POLICY),
        localizable_params=[_param(param) for param in template.all("param")] or None,
    )


def _param(param: Filled) -> Made:
    currency, amount = param.get("currency"), param.get("amount_1000")
    money = Made(param, currency_code=currency, amount_1000=amount) if currency or amount else None
    date = param.child("date_time")
    return Made(param, default=param.first(), currency=money, date_time=date.free if date else None)


#: By word: the type of content in a request, and what makes it.
CONTENT: Mapping[str, tuple[str, Callable[[Filled], Tree]]] = {
    "text": ("text", _text),
    "image": ("image", _media("image")),
    "video": ("video", _media("video")),
    "audio": ("audio", _media("audio")),
    "file": ("document", _media("document")),
    "sticker": ("sticker", _media("sticker")),
    "location": ("location", _location),
    "contact": ("contacts", contact),
    "list": ("list", menu),
    "buttons": ("reply", buttons),
    "hsm": ("hsm", _hsm),
}
