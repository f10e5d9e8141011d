"""A body by Apple Messages → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sendspec.channels.apple.media import told
from sendspec.channels.apple.pieces import BID
from sendspec.channels.apple.reading_form import form
from sendspec.channels.apple.reading_shared import Tree, bubble, one, pictures, switch
from sendspec.channels.said import Reading, Said, elements, members, say, some

_SIGNALS = ("typing_start", "typing_end")


def read(body: Mapping[str, object]) -> Reading:
    """What a message says."""
    apple = members(body, "channels", "AppleBusinessChat")
    return Reading(some(*_content(apple)), some(say("app", body.get("appid"))))


def _content(apple: Tree) -> Iterator[Said | None]:
    kind = apple.get("type")
    if kind == "text":
        yield say("text", apple.get("text"))
    elif kind == "richLink":
        yield _rich_link(members(apple, "richLinkData"))
    elif kind == "invitation":
        options = {"request_identifier": apple.get("requestIdentifier"), "locale": apple.get("locale")}
        yield say("invitation", apple.get("brandName"), with_image=apple.get("withImage"), **options)
    elif kind in _SIGNALS:
        yield say("signal", kind)
    elif kind == "interactive":
        yield _interactive(members(apple, "interactiveData"))
    yield from (_file("attach", file) for file in elements(apple.get("attachments")))


def _file(word: str, file: Tree) -> Said | None:
    address, kind = file.get("url"), file.get("mimeType")
    silent = isinstance(address, str) and told(address) == kind
    return say(word, address, type=None if silent else kind)


def _rich_link(link: Tree) -> Said | None:
    assets = members(link, "assets")
    shown = [_file(kind, members(assets, kind)) for kind in ("image", "video") if kind in assets]
    return say("rich_link", link.get("url"), block=[one("title", link.get("title")), *shown])


def _interactive(held: Tree) -> Said | None:
    """Interactive content by what its `data` holds; an app of one's own by its name and id."""
    data = members(held, "data")
    around = [one("request_identifier", data.get("requestIdentifier")), *pictures(data)]
    if any(key in held for key in ("appId", "appName", "URL")):
        return say("app", block=[*_app(held), *around, *_bubbles(held)])
    for kind, (word, content) in CONTENT.items():
        if kind in data:
            inner = members(data, kind)
            summary = [inner.get("summaryText")] if kind == "quick-reply" else []
            said = [*around, *content(inner), *_bubbles(held), _bid(held, kind in ("event", "authenticate"))]
            return say(word, *summary, block=said)
    return None


def _bubbles(held: Tree) -> Iterator[Said | None]:
    yield bubble("received_message", held.get("receivedMessage"))
    yield bubble("reply_message", held.get("replyMessage"))
    yield switch("use_live_layout", held.get("useLiveLayout"))


def _bid(held: Tree, silent: bool) -> Said | None:
    """Whether the extension is named, where that is not what it is in a spec that is `silent` about it."""
    named = held.get("bid") == BID
    return say("bid", named) if named is not silent and (named or "bid" not in held) else None


def _quick_reply(reply: Tree) -> Iterator[Said | None]:
    yield from (say("item", item.get("identifier"), item.get("title")) for item in elements(reply.get("items")))


def _list_picker(picker: Tree) -> Iterator[Said | None]:
    yield from (_section(each) for each in elements(picker.get("sections")))


def _section(section: Tree) -> Said | None:
    title = section.get("title")
    items = [_item(item) for item in elements(section.get("items"))]
    options = {"multiple_selection": section.get("multipleSelection"), "order": section.get("order")}
    return say("section", *([] if title is None else [title]), block=items, **options)


def _item(item: Tree) -> Said | None:
    options = {
        "subtitle": item.get("subtitle"),
        "image_identifier": item.get("imageIdentifier"),
        "style": item.get("style"),
        "order": item.get("order"),
    }
    return say("item", item.get("identifier"), item.get("title"), **options)


def _event(event: Tree) -> Iterator[Said | None]:
    yield one("identifier", event.get("identifier"))
    yield one("title", event.get("title"))
    yield one("timezone_offset", event.get("timezoneOffset"))
    for slot in elements(event.get("timeslots")):
        start, duration = slot.get("startTime"), slot.get("duration")
        yield say("timeslot", slot.get("identifier"), start_time=start, duration=duration)
    if "location" in event:
        place = members(event, "location")
        latitude, longitude = place.get("latitude"), place.get("longitude")
        yield say(
            "location", latitude=latitude, longitude=longitude, name=place.get("title"), radius=place.get("radius")
        )


def _app(held: Tree) -> Iterator[Said | None]:
    named = {
        "app_id": "appId",
        "app_name": "appName",
        "app_icon": "appIcon",
        "url": "URL",
        "bid": "bid",
        "session_identifier": "sessionIdentifier",
    }
    yield from (one(word, held.get(key)) for word, key in named.items())


def _sign_in(authenticate: Tree) -> Iterator[Said | None]:
    asked = members(authenticate, "oauth2")
    scope = asked.get("scope")
    yield say("scope", scope if isinstance(scope, list) else None)
    yield one("state", asked.get("state"))
    yield one("redirect_uri", asked.get("redirectURI"))
    if "additionalParameters" in asked:
        yield say("additional_parameters", block=[], assigned=members(asked, "additionalParameters"))


def _payment(payment: Tree) -> Iterator[Said | None]:
    yield say("request", block=[], assigned=members(payment, "paymentRequest"))


#: By what `data` holds: the word, and what it says of its own.
CONTENT: Mapping[str, tuple[str, Callable[[Tree], Iterator[Said | None]]]] = {
    "quick-reply": ("quick_reply", _quick_reply),
    "listPicker": ("list_picker", _list_picker),
    "event": ("time_picker", _event),
    "dynamic": ("form", form),
    "authenticate": ("authenticate", _sign_in),
    "payment": ("payment", _payment),
}
