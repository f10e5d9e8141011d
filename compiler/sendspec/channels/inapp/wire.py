"""The whole body of an in-app message on v1: `channels.appmessaging` with every limit (facts §4.10, §6.5).

How a spec writes these things is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.declare import Anything, Array, Limit, Member, Object, OneOf, Shape, String, Variant
from sendspec.channels.envelope import link_options, v1
from sendspec.channels.forms import WEB_URL
from sendspec.channels.inapp import checks, forms
from sendspec.channels.inapp.notification import NOTIFICATION
from sendspec.channels.payload import at_most
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

TITLE = "in-app messaging"
_PAGE = "DEV/live-chat-in-app-messaging-api"
PAYLOAD = 4096
_FREE = Object({}, rest=Anything())
_ID = String(form=forms.ID)
_ADDRESS = String(form=WEB_URL)


def _needed(shape: Shape) -> Member:
    return Member(shape, True, source=_PAGE)


def _may(shape: Shape, *also: Variant) -> Member:
    return Member(shape, source=_PAGE, also=also)


def _items(code: str, source: str, most: int | None = None, least: int = 0) -> Limit:
    return Limit(code, source, most, least, Unit.ITEMS)


_TYPES = ("image", "video", "audio", "file", "location", "template")
_KIND = _needed(String(choices=_TYPES))


def _attachment(title: str, own: Mapping[str, Member], others: tuple[str, ...]) -> Object:
    foreign = {key: ("INA014", f"`{key}` on {title}, which has none") for key in others}
    return Object({"contentType": _KIND, **own}, title, foreign=foreign)


_PLACE = ("latitude", "longitude")
_CARDS = ("templateType", "payload")
_MEDIA = ("file", "preview", "size", "duration")


def _media(title: str, preview: bool = False) -> Object:
    own = {
        "file": _needed(_ADDRESS),
        "preview": Member(String(form=forms.PREVIEW), preview, source=_PAGE),
        "size": Member(String(form=forms.SIZE), source=f"{_PAGE}, C63"),
        "duration": Member(String(form=forms.SECONDS), source=f"{_PAGE}, C63"),
    }
    return _attachment(title, own, (*_PLACE, *_CARDS))


_BUTTON = {
    "type": _needed(String(choices=("webUrl", "templatePostback"))),
    "identifier": _needed(_ID),
    "title": _needed(String()),
    "url": _may(String()),
    "payload": _may(_FREE),
}
_OPENS = Object({**_BUTTON, "url": _needed(_ADDRESS)}, "a button that opens an address")
_ELEMENT = Object(
    {
        "title": _needed(String()),
        "subtitle": _may(String()),
        "imageUrls": _may(
            Array(_ADDRESS, (_items("INA005", "status 7708", 5),)), Variant("attachment_url", "imageUrls", "C64")
        ),
        "buttons": _may(
            Array(OneOf("type", {"webUrl": _OPENS}, Object(_BUTTON, "a button")), (_items("INA006", "status 7703", 3),))
        ),
    },
    "a card",
)
_ELEMENTS = Array(_ELEMENT, (_items("INA004", "status 7034", 8, 1),), (checks.buttons_are_told_apart,))
_PAYLOAD = Object({"reference": _may(String()), "elements": _needed(_ELEMENTS)}, "the cards' payload")

_ATTACHMENT = OneOf(
    "contentType",
    {
        "image": _media("an image"),
        "video": _media("a video", preview=True),
        "audio": _media("an audio"),
        "file": _media("a file"),
        "location": _attachment(
            "a location",
            {"latitude": _needed(String(form=forms.LATITUDE)), "longitude": _needed(String(form=forms.LONGITUDE))},
            (*_MEDIA, *_CARDS),
        ),
        "template": _attachment(
            "a template",
            {"templateType": _needed(String(choices=("generic",))), "payload": _needed(_PAYLOAD)},
            (*_MEDIA, *_PLACE),
        ),
    },
    Object({"contentType": _KIND, **{key: _may(Anything()) for key in (*_MEDIA, *_PLACE, *_CARDS)}}, "an attachment"),
)

_OPTION = Object(
    {
        "type": _needed(String(choices=("quickReplyPostback",))),
        "identifier": _needed(_ID),
        "title": _needed(String()),
        "imageUrl": _may(_ADDRESS, Variant("imageurl", "imageUrl", "C65")),
        "payload": _may(_FREE),
    },
    "a quick reply",
)
_REPLIES_LIMITS = (
    _items("INA008", "status 7706, C66", 5, 1),
    Limit("INA008", f"{_PAGE}, C66", 4, 0, Unit.ITEMS, Severity.WARNING, "the vendor's page takes"),
)
_QUICK_REPLIES = Object(
    {
        "reference": _may(String()),
        "options": _needed(Array(_OPTION, _REPLIES_LIMITS, (checks.replies_are_told_apart,))),
    },
    "`quickReplies`",
    checks=(at_most("INA002", PAYLOAD, "the whole of the quick replies", TITLE),),
)

_MESSAGE = Object(
    {
        "text": _may(String()),
        "attachment": _may(_ATTACHMENT),
        "quickReplies": _may(_QUICK_REPLIES, Variant("quickreplies", "quickReplies", "C65")),
        "extras": _may(_FREE),
    },
    "`message`",
    checks=(checks.replies_beside_cards,),
)
_SLIPPED = {
    key: ("API001", f"`{key}` stands in `appmessaging`; it belongs into `message` (C62)")
    for key in ("text", "attachment", "quickReplies")
}
CONTENT = Object(
    {
        "thread_id": _needed(String()),
        "type": _may(String(choices=("threadAlert", "typingStart", "typingStop"))),
        "message": _needed(_MESSAGE),
        "extras": _may(_FREE),
        "notification": _may(NOTIFICATION),
    },
    "`appmessaging`",
    checks=(
        checks.says_something,
        checks.replies_beside_signal,
        at_most("INA001", PAYLOAD, "the whole message", TITLE),
    ),
    foreign=_SLIPPED,
)

BODY = v1(
    TITLE,
    "appmessaging",
    {"appmessaging": Member(CONTENT, True, source=_PAGE, missing="API025")},
    ("userid", "customerid"),
    names=(Variant("rt", "appmessaging", "C3"),),
    appid=True,
    options=link_options(required=True),
    smart_links=True,
)
