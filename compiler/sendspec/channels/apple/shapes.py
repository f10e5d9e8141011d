"""What `interactiveData` holds, by its content (facts §4.7), and every limit of it but those of a form's pages.

Each limit states where it comes from. How a spec writes these things is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.apple import checks, images
from sendspec.channels.apple.form_shapes import FORM
from sendspec.channels.apple.pieces import BID, COMPLIANCE, PAGE, SHOWN, label, labels, may, needed, texts
from sendspec.channels.apple.strings import APP_BID, ICON_URL, START, TITLE
from sendspec.channels.declare import Anything, Array, Limit, Member, Number, Object, OneOf, Shape, String, Switch
from sendspec.channels.forms import WEB_URL
from sendspec.values.bounds import Unit

ANSWERS = Limit("APL005", f"{PAGE}; {COMPLIANCE}", 5, 2, Unit.ITEMS)
SECTIONS = Limit("APL006", PAGE, 20, unit=Unit.ITEMS)
ITEMS = Limit("APL007", PAGE, 20, unit=Unit.ITEMS)
SLOTS = Limit("APL008", PAGE, 10, unit=Unit.ITEMS)
SCOPES = Limit("APL009", PAGE, least=1, unit=Unit.ITEMS)

_STYLE = String(choices=("icon", "small", "large"))
_BUBBLE = {"style": may(_STYLE), **labels("title", "subtitle"), **texts("imageIdentifier")}
_RECEIVED = Object(_BUBBLE, "the received bubble")
_RECEIVED_APP = Object(
    {**_BUBBLE, **labels("imageTitle", "imageSubtitle", "secondarySubtitle", "tertiarySubtitle")}, "the received bubble"
)
_REPLY = Object({**_BUBBLE, **labels("alternateTitle")}, "the reply bubble")

_IMAGE = Object(
    {"identifier": needed(String()), "url": may(String(form=WEB_URL)), "data": may(String())},
    "a picture",
    checks=(images.content,),
)
_IMAGES = Array(_IMAGE, checks=(checks.told_apart("identifier", "picture"), images.total))

# --- the content of `data` -------------------------------------------------------------------------------

_ANSWER = Object({"identifier": needed(String()), "title": needed(String(SHOWN, form=TITLE))}, "an item")
_QUICK_REPLY = Object({"summaryText": needed(String()), "items": needed(Array(_ANSWER, (ANSWERS,)))}, "a quick reply")

_ITEM = Object(
    {
        **texts("identifier", "imageIdentifier", "style"),
        **labels("title", "subtitle"),
        "order": may(Number(whole=True)),
    },
    "an item",
    checks=(checks.named("item", "identifier", "title"),),
)
_SECTION = Object(
    {
        "title": may(label()),
        "multipleSelection": may(Switch()),
        "order": may(Number(whole=True)),
        "items": may(Array(_ITEM, (ITEMS,))),
    },
    "a section",
    checks=(checks.choices("items", "the section", "an `item`"),),
)
_LIST = Object(
    {"sections": needed(Array(_SECTION, (SECTIONS,)))},
    "a list picker",
    checks=(checks.choices("sections", "the list picker", "a `section`"),),
)

_SLOT = Object(
    {"identifier": may(String()), "startTime": may(String(form=START)), "duration": may(Number(0))},
    "a slot",
    checks=(checks.named("slot", "identifier", "startTime"),),
)
_PLACE = Object(
    {
        "title": may(label()),
        "latitude": may(Number(-90, 90)),
        "longitude": may(Number(-180, 180)),
        "radius": may(Number(0)),
    },
    "a location",
)
_EVENT = Object(
    {
        "identifier": may(String()),
        "title": may(label()),
        "timezoneOffset": may(Number(-720, 840, whole=True)),
        "timeslots": may(Array(_SLOT, (SLOTS,), (checks.told_apart("identifier", "slot"),))),
        "location": may(_PLACE),
    },
    "an event",
    checks=(checks.choices("timeslots", "the time picker", "a `timeslot`"),),
)

_OAUTH2 = Object(
    {
        "responseType": needed(String(choices=("code",))),
        "scope": needed(Array(String(), (SCOPES,))),
        "state": needed(String()),
        "redirectURI": needed(String(form=WEB_URL)),
        "additionalParameters": may(Object({}, rest=Anything())),
    },
    "`oauth2`",
)
_AUTHENTICATE = Object({"oauth2": needed(_OAUTH2)}, "`authenticate`")

#: One page prints a request for a payment, and no page has a table of what stands in it: so nothing in it is judged.
_ANY = Object({}, rest=Anything())
_PAYMENT = Object({"paymentRequest": needed(_ANY)}, "`payment`", rest=Anything())

CONTENT: Mapping[str, Shape] = {
    "quick-reply": _QUICK_REPLY,
    "listPicker": _LIST,
    "event": _EVENT,
    "dynamic": FORM,
    "authenticate": _AUTHENTICATE,
    "payment": _PAYMENT,
}
_COMMON = {"requestIdentifier": needed(String()), "images": may(_IMAGES)}


def _data(kind: str) -> Object:
    """`data` with one kind of content, and nothing of the others. A form's version may be missing (C48)."""
    current = "2.0" if kind == "authenticate" else "1.0"
    version = Member(String(choices=(current,)), kind != "dynamic", source=f"{PAGE}, C48", always=current)
    others = {
        other: ("APL020", f"`{other}` beside `{kind}`; a message holds one of them")
        for other in CONTENT
        if other != kind
    }
    return Object(
        {"version": version, **_COMMON, kind: needed(CONTENT[kind])},
        "`data`",
        checks=(checks.form_has_version,) if kind == "dynamic" else (),
        foreign=others,
    )


_DATA = OneOf(
    "",
    {kind: _data(kind) for kind in CONTENT},
    Object(
        {
            "version": Member(String(choices=("1.0", "2.0")), True, source=PAGE),
            **_COMMON,
            **{kind: may(Anything()) for kind in CONTENT},
        },
        "`data`",
        checks=(checks.holds_content,),
    ),
)

# --- around `data` ---------------------------------------------------------------------------------------

_OWN = ("appId", "appName", "URL", "appIcon", "sessionIdentifier")
_AROUND = {
    "requestIdentifier": Member(String(), source=f"{PAGE}, printed beside `data`"),
    "useLiveLayout": may(Switch()),
    "replyMessage": Member(_REPLY, source=f"{PAGE}, C50, C82"),
}
_EXTENSION = Object(
    {
        "bid": may(String(choices=(BID,))),
        "data": needed(_DATA),
        **_AROUND,
        "receivedMessage": Member(_RECEIVED, source=f"{PAGE}, C82"),
    },
    "`interactiveData`",
    checks=(checks.bubbles, checks.names_extension, checks.pictures_are_there, checks.one_request, images.pixels),
    foreign={key: ("APL020", f"`{key}` belongs to an app of your own; other content has none such") for key in _OWN},
)
_APP = Object(
    {
        "bid": may(String(form=APP_BID)),
        "data": may(
            Object(
                {
                    "version": Member(String(choices=("1.0",)), source=PAGE, always="1.0"),
                    **texts("requestIdentifier"),
                    "images": may(_IMAGES),
                },
                "`data`",
                foreign={kind: ("APL020", f"`{kind}` in a message of an app of your own") for kind in CONTENT},
            )
        ),
        "appId": needed(String()),
        "appName": needed(String()),
        "appIcon": may(String(form=ICON_URL)),
        "URL": needed(String()),
        "sessionIdentifier": may(String()),
        **_AROUND,
        "receivedMessage": needed(_RECEIVED_APP),
    },
    "`interactiveData`",
    checks=(checks.reply_bubble, checks.pictures_are_there, checks.one_request, images.pixels),
)
INTERACTIVE = OneOf(
    "",
    {**dict.fromkeys(_OWN[:3], _APP), "data": _EXTENSION},
    Object({**_EXTENSION.members, "data": needed(Anything())}, _EXTENSION.title),
)
