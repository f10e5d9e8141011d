"""A rung's words on Messenger → the fragments of a request. What makes a request right is the shapes' business."""

from __future__ import annotations

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.channels.forms import moment
from sendspec.record import replace
from sendspec.values.bounds import Bounds, Extent

_MEDIA = ("image", "video", "audio", "file")
_RECEIPT = ("recipient_name", "order_number", "currency", "payment_method", "order_url")
_ADDRESS = ("street_1", "street_2", "city", "postal_code", "state", "country")
_SUMMARY = ("subtotal", "shipping_cost", "total_tax", "total_cost")
#: Seconds since 1970: a sign and twelve digits reach the year 9999.
_DIGITS = Extent(1, 13)
_SECONDS = Bounds(_DIGITS, _DIGITS, _DIGITS, _DIGITS)


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    return {"from": sender.text("app") if sender else None, "content": _message(filled)}


def _message(filled: Filled) -> Made:
    replies: list[Tree] = [_quick(reply) for reply in filled.all("quick_reply", "ask_location")]
    return Made(
        filled,
        text=filled.text("text"),
        attachment=_attachment(filled),
        sender_action=filled.text("signal"),
        notification_type=filled.text("notification_type"),
        messaging_type=filled.text("messaging"),
        tag=filled.text("tag"),
        type=filled.text("type"),
        quick_replies=replies or None,
    )


def _quick(reply: Filled) -> Made:
    kind = "text" if reply.word.name == "quick_reply" else "location"
    return Made(reply, content_type=kind, title=reply.first(), payload=reply.get("data"), image_url=reply.get("image"))


def _attachment(filled: Filled) -> Made | None:
    """The content that is no text of its own."""
    if (media := next(filled.all(*_MEDIA), None)) is not None:
        return Made(media, type=media.word.name, payload=Made(media, url=media.first()))
    made = next(((block, make) for word, make in _TEMPLATES.items() if (block := filled.child(word))), None)
    return Made(made[0], type="template", payload=made[1](made[0])) if made else None


def _cards(cards: Filled) -> Made:
    elements: list[Tree] = [_card(card) for card in cards.all("card")]
    return Made(cards, template_type="generic", elements=elements)


def _card(card: Filled) -> Made:
    return Made(
        card,
        title=card.text("title"),
        subtitle=card.text("subtitle"),
        item_url=card.text("item_url"),
        image_url=card.text("image"),
        buttons=_buttons(card) or None,
    )


def _text_with_buttons(block: Filled) -> Made:
    return Made(block, template_type="button", text=block.text("body"), buttons=_buttons(block) or None)


def _buttons(block: Filled) -> list[Tree]:
    return [
        Made(button, type="postback", title=button.first(), payload=button.get("data"))
        if button.word.name == "reply"
        else Made(button, type="web_url", title=button.first(), url=button.get("url"))
        for button in block.all("reply", "open")
    ]


def _receipt(receipt: Filled) -> Made:
    adjustments: list[Tree] = [
        Made(one, name=one.first(), amount=one.get("amount")) for one in receipt.all("adjustment")
    ]
    address, summary = receipt.child("address"), receipt.child("summary")
    elements: list[Tree] = [_element(element) for element in receipt.all("element")]
    return Made(
        receipt,
        template_type="receipt",
        **{name: receipt.text(name) for name in _RECEIPT},
        timestamp=_seconds(receipt.text("timestamp")),
        elements=elements,
        address=Made(address, **{name: address.text(name) for name in _ADDRESS}) if address else None,
        summary=Made(summary, **{name: summary.get(name) for name in _SUMMARY}) if summary else None,
        adjustments=adjustments or None,
    )


def _element(element: Filled) -> Made:
    return Made(
        element,
        title=element.first(),
        subtitle=element.get("subtitle"),
        quantity=element.get("quantity"),
        price=element.get("price"),
        currency=element.get("currency"),
        image_url=element.get("image"),
    )


def _seconds(leaf: Leaf | None) -> Leaf | None:
    """An instant as the seconds since 1970, in digits."""
    if leaf is None or leaf.value is None:
        return leaf and replace(leaf, form="timestamp", bounds=_SECONDS)
    exact = moment(str(leaf.value))
    return replace(leaf, value=str(int(exact.timestamp())), form="text") if exact else leaf


_TEMPLATES = {"cards": _cards, "buttons": _text_with_buttons, "receipt": _receipt}
