"""A body by Messenger → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sendspec.channels.said import Reading, Said, elements, members, say, some

Tree = Mapping[str, object]
_MEDIA = ("image", "video", "audio", "file")
_RECEIPT = ("recipient_name", "order_number", "currency", "payment_method", "order_url")
_ADDRESS = ("street_1", "street_2", "city", "postal_code", "state", "country")
_SUMMARY = ("subtotal", "shipping_cost", "total_tax", "total_cost")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read(body: Tree) -> Reading:
    """What a message says."""
    fb = members(body, "channels", "OTT-Messaging", "fb")
    said = some(
        say("text", _given(fb, "text")),
        _attachment(members(fb, "attachment")),
        say("signal", _given(fb, "sender_action")),
        *(_quick(one) for one in elements(fb.get("quick_replies"))),
        say("messaging", _given(fb, "messaging_type")),
        say("tag", _given(fb, "tag")),
        say("notification_type", _given(fb, "notification_type")),
        say("type", _given(fb, "type")),
    )
    return Reading(said, some(say("app", body.get("appid"))))


def _given(tree: Tree, key: str) -> Any:
    """A value that counts: an empty text is none, nor is an object or a list where a text belongs."""
    value = tree.get(key)
    return None if value == "" or isinstance(value, (Mapping, list)) else value


def _quick(one: Tree) -> Said | None:
    label, options = _given(one, "title"), {"data": _given(one, "payload"), "image": _given(one, "image_url")}
    if one.get("content_type") == "location":
        return say("ask_location", *(() if label is None else (label,)), **options)
    return say("quick_reply", label, **options) if one.get("content_type") == "text" else None


def _attachment(attachment: Tree) -> Said | None:
    kind, payload = str(attachment.get("type")), members(attachment, "payload")
    if kind in _MEDIA:
        return say(kind, _given(payload, "url"))
    if kind != "template":
        return None
    match payload.get("template_type"):
        case "generic":
            return say("cards", block=[say("card", block=_card(one)) for one in elements(payload.get("elements"))])
        case "button":
            return say("buttons", block=[say("body", _given(payload, "text")), *_buttons(payload)])
        case "receipt":
            return say("receipt", block=_receipt(payload))
        case _:
            return None


def _card(card: Tree) -> Iterator[Said | None]:
    yield say("title", _given(card, "title"))
    yield say("subtitle", _given(card, "subtitle"))
    yield say("image", _given(card, "image_url"))
    yield say("item_url", _given(card, "item_url"))
    yield from _buttons(card)


def _buttons(block: Tree) -> Iterator[Said | None]:
    for button in elements(block.get("buttons")):
        if button.get("type") == "postback":
            yield say("reply", _given(button, "title"), data=_given(button, "payload"))
        elif button.get("type") == "web_url":
            yield say("open", _given(button, "title"), url=_given(button, "url"))


def _receipt(payload: Tree) -> Iterator[Said | None]:
    yield from (say(name, _given(payload, name)) for name in _RECEIPT)
    yield say("timestamp", _instant(payload.get("timestamp")))
    for one in elements(payload.get("elements")):
        options = {name: _given(one, name) for name in ("subtitle", "quantity", "price", "currency")}
        yield say("element", _given(one, "title"), **options, image=_given(one, "image_url"))
    if isinstance(payload.get("address"), Mapping):
        address = members(payload, "address")
        yield say("address", block=[say(name, _given(address, name)) for name in _ADDRESS])
    if isinstance(payload.get("summary"), Mapping):
        summary = members(payload, "summary")
        yield say("summary", **{name: _given(summary, name) for name in _SUMMARY})
    for one in elements(payload.get("adjustments")):
        yield say("adjustment", _given(one, "name"), amount=_given(one, "amount"))


def _instant(value: object) -> str | None:
    """Seconds since 1970 as an instant: the compiler writes them from one. Other texts a spec cannot say."""
    if not isinstance(value, str) or not value.isascii() or not value.isdigit() or str(int(value[:12])) != value:
        return None
    try:
        return (_EPOCH + timedelta(seconds=int(value))).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return None
