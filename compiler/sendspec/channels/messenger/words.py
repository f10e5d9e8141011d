"""What a spec may write in a rung by Messenger, and in its sender. It must not know the shape of a request."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word

SIGNALS = {name: name for name in ("typing_on", "typing_off", "mark_seen")}
MESSAGING = {"response": "RESPONSE", "update": "UPDATE", "tag": "MESSAGE_TAG"}
NOTIFICATIONS = {name: name for name in ("REGULAR", "NO_PUSH", "SILENT_PUSH")}
TAGS = {"HUMAN_AGENT": "HUMAN_AGENT"}


def _slot(name: str, about: str, *, required: bool = False, fixed: bool = False) -> Slot:
    return Slot(name, Takes.TEXT, required=required, fixed=fixed, about=about)


def _number(name: str, about: str, *, required: bool = False) -> Slot:
    return Slot(name, Takes.NUMBER, required=required, about=about)


def _text(name: str, about: str, *, required: bool = False, kind: bool = False) -> Word:
    """A word that takes one text."""
    return Word(name, (Slot(name, Takes.TEXT, about=about),), required=required, kind=kind, about=about)


def _choice(name: str, choices: dict[str, str], about: str, *, kind: bool = False) -> Word:
    return Word(name, (Slot(name, Takes.CHOICE, choices=choices),), kind=kind, about=about)


def _media(name: str, about: str) -> Word:
    return Word(name, (_slot("url", "the public address of the file", required=True),), kind=True, about=about)


_LABEL = _slot("label", "what the button says", required=True)
_DATA = _slot("data", "what comes back when it is tapped", required=True)
_IMAGE = _slot("image", "the address of a small picture beside the label")

BUTTONS = (
    Word("reply", (_LABEL,), (_DATA,), most=None, about="a button that answers"),
    Word(
        "open",
        (_LABEL,),
        (_slot("url", "the address it opens", required=True),),
        most=None,
        about="a button that opens an address",
    ),
)

CARD = Word(
    "card",
    block=(
        _text("title", "the card's title, up to 80 characters", required=True),
        _text("subtitle", "the line under it, up to 80 characters"),
        Word("image", (_slot("url", "its address", required=True),), about="the picture of the card"),
        _text("item_url", "the address that a tap on the card opens"),
        *BUTTONS,
    ),
    most=None,
    required=True,
    about="a card; it has one thing more than its title",
)

RECEIPT = Word(
    "receipt",
    block=(
        _text("recipient_name", "who has bought", required=True),
        _text("order_number", "the number of the order", required=True),
        _text("currency", "the currency of the order, GBP", required=True),
        _text("payment_method", "how it was paid", required=True),
        _text("order_url", "the address of the order"),
        Word("timestamp", (Slot("timestamp", Takes.INSTANT),), about="when it was ordered"),
        Word(
            "element",
            (_slot("title", "what was bought", required=True),),
            (
                _slot("subtitle", "a line under it"),
                _number("quantity", "how many"),
                _number("price", "the price"),
                _slot("currency", "the currency of the price"),
                _slot("image", "the address of its picture"),
            ),
            most=None,
            required=True,
            about="a thing that was bought",
        ),
        Word(
            "address",
            block=(
                _text("street_1", "street and house number", required=True),
                _text("street_2", "a second line"),
                _text("city", "the city", required=True),
                _text("postal_code", "the postal code", required=True),
                _text("state", "the state or region", required=True),
                _text("country", "the country", required=True),
            ),
            about="where it goes",
        ),
        Word(
            "summary",
            options=(
                _number("subtotal", "the price of all things"),
                _number("shipping_cost", "what sending costs"),
                _number("total_tax", "the tax"),
                _number("total_cost", "what is to be paid in all"),
            ),
            required=True,
            about="the sums",
        ),
        Word(
            "adjustment",
            (_slot("name", "what for", required=True),),
            (_number("amount", "how much is taken off"),),
            most=None,
            about="something that is taken off",
        ),
    ),
    kind=True,
    about="the receipt of an order",
)

WORDS = (
    _text("text", "a text of up to 2 000 characters", kind=True),
    _media("image", "a picture"),
    _media("video", "a film"),
    _media("audio", "a sound"),
    _media("file", "a file of another kind"),
    Word("cards", block=(CARD,), kind=True, about="one to ten cards side by side"),
    Word(
        "buttons",
        block=(_text("body", "the text, up to 640 characters", required=True), *BUTTONS),
        kind=True,
        about="a text with up to three buttons",
    ),
    RECEIPT,
    _choice("signal", SIGNALS, "a sign without content: typing begins, typing ends, or all is read", kind=True),
    Word(
        "quick_reply",
        (_slot("label", "what it says, up to 20 characters", required=True),),
        (_DATA, _IMAGE),
        most=None,
        about="an answer to tap, below the message; it disappears when one is tapped",
    ),
    Word(
        "ask_location",
        (_slot("label", "what it says; Messenger has words of its own"),),
        (_slot("data", "what comes back when it is tapped"), _IMAGE),
        most=None,
        about="an answer that sends where the person is; it stands among the quick replies",
    ),
    _choice(
        "messaging",
        MESSAGING,
        "whether it answers, or tells something new, both within 24 hours after the person wrote; or has a `tag`",
    ),
    _choice("tag", TAGS, "why it may come later than that: a person of the staff answers"),
    _choice("notification_type", NOTIFICATIONS, "whether the phone sounds; REGULAR unless stated"),
    _text("type", 'a member that printed requests hold as "conversation"; no page tells its meaning'),
)

SENDER = (
    Word(
        "app",
        (_slot("app", "the id of the Messenger app", required=True, fixed=True),),
        required=True,
        about="the id of the Messenger app that sends",
    ),
)
