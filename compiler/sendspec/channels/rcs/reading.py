"""A body by RCS → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sendspec.channels.rcs.content import ALIGNMENT, HEIGHT, ORIENTATION
from sendspec.channels.said import Reading, Said, elements, members, say, some

Tree = Mapping[str, object]
#: The word of a file by the end of its address; what else it is, is a file.
_FILES = {
    **dict.fromkeys(("bmp", "gif", "jpg", "jpeg", "png"), "image"),
    **dict.fromkeys(("mpeg", "mpg", "mp4"), "video"),
    **dict.fromkeys(("mp3", "m4a", "wav"), "audio"),
}


def read(body: Tree) -> Reading:
    """What a message says."""
    content, options = members(body, "content"), members(body, "options")
    stored = members(body, "template")
    said = some(
        say("template", stored.get("id"), block=(), assigned=members(body, "substitutions")),
        _content(content) if "template" not in body else None,
        say("carrier_id", options.get("carrierId")),
        say("sms_fallback", False) if options.get("smsFallback") is False else None,
    )
    return Reading(said, some(say("app", body.get("from"))), _fallback(options))


def _fallback(options: Tree) -> tuple[str, Reading] | None:
    """The SMS that follows when this one fails."""
    text, sender = say("body", options.get("text")), say("id", options.get("smsSenderId"))
    if options.get("smsFallback") is not True or text is None or sender is None:
        return None
    return "sms", Reading((text,), (sender,))


def _content(content: Tree) -> Said | None:
    match content.get("type"):
        case "text":
            return say("text", content.get("text"), block=_suggestions(content))
        case "media":
            address = content.get("mediaContentUrl")
            block = _suggestions(content)
            return say(_file(address), address, block=block, file_size=content.get("fileSize"))
        case "standalone":
            return say("card", block=_card(members(content, "richCard")))
        case "carousel":
            cards = [say("card", block=_slide(card)) for card in elements(content.get("cards"))]
            return say("carousel", content.get("width"), block=(*cards, *_suggestions(content)))
        case "agentEvent":
            return say("signal", content.get("event"), message_id=content.get("messageId"))
        case _:
            return None


def _file(address: object) -> str:
    end = str(address).partition("?")[0].rpartition(".")[2].lower()
    return _FILES.get(end, "file")


def _card(card: Tree) -> Iterator[Said | None]:
    yield say("title", card.get("title"))
    yield say("body", card.get("description"))
    yield _media(members(card, "media"), "filesize")
    still = members(card, "thumbnail")
    yield say(
        "thumbnail",
        still.get("url"),
        type=still.get("contentType"),
        height=still.get("height"),
        file_size=still.get("fileSize"),
        about=still.get("description"),
    )
    yield say("orientation", _unless(card.get("orientation"), ORIENTATION))
    yield say("thumbnail_alignment", _unless(card.get("thumbnailAlignment"), ALIGNMENT))
    yield from _suggestions(card)


def _slide(card: Tree) -> Iterator[Said | None]:
    yield say("title", card.get("title"))
    yield say("body", card.get("description"))
    yield _media(members(card, "media"), "fileSize")
    yield from _suggestions(card)


def _media(media: Tree, size: str) -> Said | None:
    address, height = media.get("url"), _unless(media.get("height"), HEIGHT)
    word = "video" if _file(address) == "video" else "image"
    return say(word, address, height=height, file_size=media.get(size))


def _unless(value: object, silent: object) -> object:
    """A value that is not what is sent where a spec is silent."""
    return None if value == silent else value


def _suggestions(holder: Tree) -> tuple[Said, ...]:
    return some(*(_suggestion(one) for one in elements(holder.get("suggestions"))))


def _suggestion(one: Tree) -> Said | None:
    label, data, get = one.get("displayText"), one.get("postbackData"), one.get
    match one.get("type"):
        case "reply":
            return say("reply", label, data=data)
        case "openUrl":
            return say("open", label, url=get("url"), data=data)
        case "dialPhone":
            return say("dial", label, phone=get("phone"), data=data)
        case "viewLocation":
            place: dict[str, Any] = {
                "latitude": get("latitude"),
                "longitude": get("longitude"),
                "address": get("address"),
            }
            return say("map", label, **place, data=data)
        case "shareLocation":
            return say("ask_location", label, data=data)
        case "calendarEvent":
            times: dict[str, Any] = {"from": get("startTime"), "to": get("endTime")}
            return say("event", label, **times, title=get("meetingTitle"), about=get("meetingDescription"), data=data)
        case _:
            return None
