"""A `template "id" { … }` → the `message` of a request. What the template itself says is not known here."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sendspec.channels.filled import Datum, Filled, Leaf, Made, Tree
from sendspec.record import replace
from sendspec.values.bounds import Bounds, Extent

#: The words of header media, and the parameter that holds each.
MEDIA = {"image": "image", "video": "video", "file": "document"}
_DIGITS = Bounds(Extent(1, 15), Extent(1, 15), Extent(1, 15), Extent(1, 15))


def message(template: Filled) -> Made:
    """The template's id and its parameters, in the order of the spec; header media first, quick replies last."""
    media: dict[str, Tree] = {MEDIA[child.word.name]: _media(child) for child in template.all(*MEDIA)}
    values: dict[str, Tree] = {name: _value(template, given) for name, given in (template.assigned or {}).items()}
    replies: list[Tree] = [_reply(reply) for reply in template.all("reply")]
    parameters = Made(template, **media, **{name: value for name, value in values.items() if name not in media})
    if replies:
        parameters["quickReply"] = replies
    return Made(template, template=template.first(), parameters=parameters or None)


def _media(child: Filled) -> Made:
    return Made(child, link=child.first(), filename=child.get("name"))


def _reply(reply: Filled) -> Made:
    return Made(reply, button_text=reply.first(), payload=reply.get("data"))


def _value(template: Filled, given: Leaf | tuple[str, Leaf]) -> Tree:
    if isinstance(given, Leaf):
        return given
    call, leaf = given
    match call:
        case "url":
            return Made(template, type="url", payload=leaf)
        case "otp":
            return Made(template, type="otp", value=leaf)
        case "date_time":
            return Made(template, type="date_time", fallback_value=_text(leaf), timestamp=_timestamp(leaf))
        case _:
            return Made(template, type="currency", **_money(leaf), fallback_value=_text(leaf))


def _text(leaf: Leaf) -> Leaf:
    """The text of a typed value: what people read where their phone does not write it in its own way."""
    return replace(leaf, datum=None)


def _derived(leaf: Leaf, form: str, datum: Datum) -> Leaf:
    """Another form of a typed value, said of the same place. Its kind is the variable's type."""
    kind = "money" if datum.code else "datetime"
    return Leaf(leaf.name, leaf.source, leaf.span, None, datum, _DIGITS, form, kind=kind, used=leaf.used)


def _fixed(leaf: Leaf, value: str) -> Leaf:
    """A value that is the same for everybody, said of the same place."""
    return Leaf(leaf.name, leaf.source, leaf.span, value, used=leaf.used)


def _timestamp(leaf: Leaf) -> Leaf | None:
    """The epoch seconds of an instant; a text alone has none."""
    datum = leaf.datum
    if datum is None:
        return None
    if datum.variable or datum.code:  # an amount is no instant: a check says so
        return _derived(leaf, "timestamp", datum)
    return _fixed(leaf, str(int(datum.value.timestamp()))) if isinstance(datum.value, datetime) else None


def _money(leaf: Leaf) -> dict[str, Tree]:
    """The currency and the amount times 1000. Without a money value there are none, and a check says so."""
    datum = leaf.datum
    if datum is None or not datum.code:
        return {}
    code = _fixed(leaf, datum.code)
    if isinstance(datum.value, Decimal):
        return {"currency_code": code, "amount_1000": _fixed(leaf, str(int(datum.value * 1000)))}
    return {"currency_code": code, "amount_1000": _derived(leaf, "amount_1000", datum)}
