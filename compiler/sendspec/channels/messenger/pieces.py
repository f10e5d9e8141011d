"""What Messenger's attachments hold: media, cards, buttons and receipts, with every limit and its source."""

from __future__ import annotations

from sendspec.channels.declare import Anything, Array, Limit, Member, Number, Object, OneOf, Shape, String
from sendspec.channels.forms import WEB_URL
from sendspec.channels.messenger import checks
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

PAGE = "developers.webexconnect.io/reference/facebook-messenger-api"
META = "developers.facebook.com, Messenger Platform, send messages"
SDK = "@warriorteam/messenger-sdk"

CARDS = Limit("MSG005", PAGE, 10, 1, Unit.ITEMS)
CARD_TITLE, CARD_SUBTITLE = Limit("MSG006", PAGE, 80), Limit("MSG007", PAGE, 80)
CARD_BUTTONS = Limit("MSG008", PAGE, 3, unit=Unit.ITEMS)
BUTTONS = (
    Limit("MSG009", PAGE, 3, unit=Unit.ITEMS),
    Limit("MSG009", f"{META}, C39", least=1, unit=Unit.ITEMS, severity=Severity.WARNING),
)
BUTTON_TITLE, BUTTON_DATA = Limit("MSG010", SDK, 20), Limit("MSG011", SDK, 1000)
BUTTON_TEXT = Limit("MSG012", META, 640)
ITEMS = Limit("MSG021", PAGE, least=1, unit=Unit.ITEMS)

MEDIA = ("image", "audio", "video", "file")
TEMPLATES = ("generic", "button", "receipt")
_ADDRESS = String(form=WEB_URL)


def needed(shape: Shape) -> Member:
    """A member that must be there."""
    return Member(shape, required=True, source=PAGE)


def maybe(shape: Shape) -> Member:
    """A member that may be left out."""
    return Member(shape, source=PAGE)


def _texts(*names: str) -> dict[str, Member]:
    return {name: needed(String()) for name in names}


_BUTTON = {"type": needed(String(choices=("web_url", "postback"))), "title": needed(String((BUTTON_TITLE,)))}
BUTTON = OneOf(
    "type",
    {
        "web_url": Object(
            {**_BUTTON, "url": needed(_ADDRESS)},
            "a button that opens an address",
            foreign={"payload": ("MSG022", "`payload` on a web_url button, which opens its `url`")},
        ),
        "postback": Object(
            {**_BUTTON, "payload": needed(String((BUTTON_DATA,)))},
            "a button that answers",
            foreign={"url": ("MSG022", "`url` on a postback button, which answers with its `payload`")},
        ),
    },
    Object({**_BUTTON, "url": maybe(_ADDRESS), "payload": maybe(String((BUTTON_DATA,)))}, "a button"),
)
CARD = Object(
    {
        "title": needed(String((CARD_TITLE,))),
        "subtitle": maybe(String((CARD_SUBTITLE,))),
        "item_url": maybe(_ADDRESS),
        "image_url": maybe(_ADDRESS),
        "buttons": maybe(Array(BUTTON, (CARD_BUTTONS,))),
    },
    "a card",
    checks=(checks.card_has_more,),
)
ITEM = Object(
    {
        "title": needed(String()),
        "subtitle": maybe(String()),
        "quantity": maybe(Number()),
        "price": maybe(Number()),
        "currency": maybe(String()),
        "image_url": maybe(_ADDRESS),
    },
    "a thing on a receipt",
)
ADDRESS = Object(
    {**_texts("street_1", "city", "postal_code", "state", "country"), "street_2": maybe(String())},
    "the address of a receipt",
)
SUMMARY = Object(
    {name: maybe(Number()) for name in ("subtotal", "shipping_cost", "total_tax", "total_cost")},
    "the summary of a receipt",
)

_KIND = {"template_type": needed(String(choices=TEMPLATES))}
TEMPLATE = OneOf(
    "template_type",
    {
        "generic": Object({**_KIND, "elements": needed(Array(CARD, (CARDS,)))}, "a generic template"),
        "button": Object(
            {**_KIND, "text": needed(String((BUTTON_TEXT,))), "buttons": maybe(Array(BUTTON, BUTTONS))},
            "a button template",
            checks=(checks.has_buttons,),
        ),
        "receipt": Object(
            {
                **_KIND,
                **_texts("recipient_name", "order_number", "currency", "payment_method"),
                "elements": needed(Array(ITEM, (ITEMS,))),
                "summary": needed(SUMMARY),
                "timestamp": maybe(String()),
                "order_url": maybe(_ADDRESS),
                "address": maybe(ADDRESS),
                "adjustments": maybe(Array(Object({"name": maybe(String()), "amount": maybe(Number())}))),
            },
            "a receipt",
        ),
    },
    Object(_KIND, "a template", rest=Anything()),
)

_TYPE = {"type": needed(String(choices=(*MEDIA, "template")))}
ATTACHMENT = OneOf(
    "type",
    {
        **{
            kind: Object(
                {**_TYPE, "payload": needed(Object({"url": needed(_ADDRESS)}, f"the {kind}"))}, "an attachment"
            )
            for kind in MEDIA
        },
        "template": Object({**_TYPE, "payload": needed(TEMPLATE)}, "an attachment"),
    },
    Object({**_TYPE, "payload": needed(Anything())}, "an attachment"),
)
