"""A body by WhatsApp → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sendspec.channels.said import OPEN, Call, Reading, Said, elements, members, say, some
from sendspec.channels.whatsapp.contact import NAMES
from sendspec.channels.whatsapp.media import told
from sendspec.channels.whatsapp.words import ADDRESS_PARTS
from sendspec.values.codes import CURRENCIES

Tree = Mapping[str, object]
#: The words of media by the type of the content.
_MEDIA = {"image": "image", "video": "video", "audio": "audio", "document": "file", "sticker": "sticker"}
_NUMBER = re.compile("0|[1-9][0-9]*")
_EPOCH, _LAST = datetime(1970, 1, 1), "253402300799"  # the last second of the year 9999


def read(body: Tree) -> Reading:
    """What a message says."""
    wa = members(body, "channels", "OTT-Messaging", "wa")
    preview = {"true": True, "false": False}.get(str(wa.get("preview_url")))
    said = some(
        _template(members(body, "message")),
        *_content(wa),
        say("preview", preview),
        say("identity_key_hash", wa.get("identity_key_hash")),
    )
    return Reading(said, some(say("app", body.get("appid"))))


def _template(message: Tree) -> Said | None:
    given = members(message, "parameters")
    values = {name: _typed(value) for name, value in given.items() if name not in ("image", "video", "document")}
    media = (
        say(_MEDIA[kind], held.get("link"), name=held.get("filename"))
        for kind in ("image", "video", "document")
        if (held := members(given, kind))
    )
    replies = (
        say("reply", one.get("button_text"), data=one.get("payload")) for one in elements(given.get("quickReply"))
    )
    assigned = {name: value for name, value in values.items() if value is not None}
    return say("template", message.get("template"), block=[*media, *replies], assigned=assigned)


def _typed(value: object) -> object:
    """A value as a text or a typed call."""
    if isinstance(value, str):
        return value
    held = members(value)
    match held.get("type"):
        case "url":
            return _call("url", held.get("payload"))
        case "otp":
            return _call("otp", held.get("value"))
        case "date_time" if isinstance(text := held.get("fallback_value"), str):
            instant = _instant(held.get("timestamp"))
            return Call("date_time", text, instant) if instant or "timestamp" not in held else None
        case "currency" if isinstance(text := held.get("fallback_value"), str):
            amount = _amount(held.get("currency_code"), held.get("amount_1000"))
            return Call("currency", text, amount) if amount else None
        case _:
            return None


def _call(name: str, text: object) -> Call | None:
    return Call(name, text) if isinstance(text, str) else None


def _instant(seconds: object) -> str | None:
    """Epoch seconds as an instant; what differs from body to body stays as it is."""
    if not isinstance(seconds, str) or OPEN in seconds:
        return seconds if isinstance(seconds, str) else None
    if not _NUMBER.fullmatch(seconds) or len(seconds) > len(_LAST) or int(seconds) > int(_LAST):
        return None
    return f"{(_EPOCH + timedelta(seconds=int(seconds))).isoformat(timespec='seconds')}Z"


def _amount(code: object, thousandths: object) -> tuple[object, str] | None:
    """A code and an amount, from thousandths of it."""
    if not isinstance(code, str) or not isinstance(thousandths, str):
        return None
    if OPEN in code or OPEN in thousandths:
        return code, thousandths
    if code not in CURRENCIES or not _NUMBER.fullmatch(thousandths):
        return None
    whole, rest = thousandths[:-3] or "0", thousandths[-3:].rjust(3, "0").rstrip("0")
    return code, f"{whole}.{rest}" if rest else whole


def _content(wa: Tree) -> Iterator[Said | None]:
    kind = str(wa.get("type"))
    held = members(wa, kind)
    if kind in _MEDIA:
        address = held.get("url")
        silent = isinstance(address, str) and told(kind, address) == held.get("mimeType")
        options: dict[str, Any] = {"caption": held.get("caption"), "name": held.get("filename")}
        yield say(_MEDIA[kind], address, type=None if silent else held.get("mimeType"), **options)
    elif kind == "text":
        yield say("text", held.get("body"))
    elif kind == "location":
        place: dict[str, Any] = {key: held.get(key) for key in ("latitude", "longitude", "name", "address")}
        yield say("location", **place)
    elif kind == "contacts":
        yield from (say("contact", block=_contact(card)) for card in elements(wa.get("contacts")))
    elif kind == "list":
        yield say("list", block=_menu(held))
    elif kind == "reply":
        yield say("buttons", block=_buttons(held))
    elif kind == "hsm":
        options = {"namespace": held.get("namespace"), "language": members(held, "language").get("code")}
        params = [_param(one) for one in elements(held.get("localizable_params"))]
        yield say("hsm", held.get("element_name"), block=params, **options)


def _param(param: Tree) -> Said | None:
    money = members(param, "currency")
    options: dict[str, Any] = {"currency": money.get("currency_code"), "amount_1000": money.get("amount_1000")}
    date = param.get("date_time")
    block = [say("date_time", block=(), assigned=date)] if isinstance(date, Mapping) else None
    return say("param", param.get("default"), block=block, **options)


def _with(word: str, first: object, **options: Any) -> Said | None:
    """A statement whose first value may be missing."""
    return say(word, *(() if first is None else (first,)), **options)


def _contact(card: Tree) -> Iterator[Said | None]:
    yield from (say(part, members(card, "name").get(part)) for part in NAMES)
    for one in elements(card.get("phones")):
        yield _with("phone", one.get("phone"), type=one.get("type"), wa_id=one.get("wa_id"))
    yield from (say("email", one.get("email"), type=one.get("type")) for one in elements(card.get("emails")))
    yield from (say("url", one.get("url"), type=one.get("type")) for one in elements(card.get("urls")))
    for one in elements(card.get("addresses")):
        yield say("address", block=[say(part, one.get(part)) for part in ADDRESS_PARTS], type=one.get("type"))
    org = members(card, "org")
    if org:
        yield _with("org", org.get("company"), department=org.get("department"), title=org.get("title"))
    yield say("birthday", card.get("birthday"))


def _around(held: Tree) -> Iterator[Said | None]:
    """Header, body and footer of interactive content."""
    header = members(held, "header")
    kind = str(header.get("type"))
    medium = members(header, kind)
    yield say("header", header.get("text") if kind == "text" else None)
    if kind in ("image", "video", "document"):
        provider = members(medium, "provider").get("name")
        yield say(_MEDIA[kind], medium.get("url"), name=medium.get("filename"), provider=provider)
    yield say("body", members(held, "body").get("text"))
    yield say("footer", members(held, "footer").get("text"))


def _menu(held: Tree) -> Iterator[Said | None]:
    yield from _around(held)
    action = members(held, "action")
    yield say("button", action.get("button"))
    for section in elements(action.get("sections")):
        rows = [
            say("row", row.get("id"), title=row.get("title"), about=row.get("description"))
            for row in elements(section.get("rows"))
        ]
        title = section.get("title")
        yield Said("section", () if title is None else (title,), block=some(*rows))


def _buttons(held: Tree) -> Iterator[Said | None]:
    yield from _around(held)
    for button in elements(members(held, "action").get("buttons")):
        reply = members(button, "reply")
        yield say("reply", reply.get("title"), data=reply.get("id"))
