"""What a WhatsApp rung may write, and what its sender states. It must not know the shape of a request."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word

PLACES = {"HOME": "HOME", "WORK": "WORK"}
PHONES = {"CELL": "CELL", "MAIN": "MAIN", "IPHONE": "IPHONE", **PLACES}


def _text(name: str, about: str, *, required: bool = False) -> Word:
    """A word that takes one text."""
    return Word(name, (Slot(name, Takes.TEXT, about=about),), required=required, about=about)


def _option(name: str, about: str, *, required: bool = False, fixed: bool = False) -> Slot:
    return Slot(name, Takes.TEXT, required=required, fixed=fixed, about=about)


def _place(choices: dict[str, str]) -> Slot:
    return Slot("type", Takes.CHOICE, required=False, choices=choices, about="where it belongs")


CAPTION = _option("caption", "the text under it")
TYPE = _option("type", "its media type; told from the end of the address when left out", fixed=True)
NAME = _option("name", "the file name that people see")
PROVIDER = _option("provider", "the media provider that the address belongs to", fixed=True)
URL = Slot("url", Takes.TEXT, about="a public address that ends in the file's extension")


def _media(name: str, about: str, *options: Slot, kind: bool = False) -> Word:
    return Word(name, (URL,), options, kind=kind, about=about)


REPLY = Word(
    "reply",
    (_option("label", "the button's text", required=True),),
    (_option("data", "what comes back when the button is pressed", required=True),),
    most=None,
    about="a button that answers",
)

TEMPLATE = Word(
    "template",
    (_option("id", "the id of the approved template", required=True, fixed=True),),
    block=(
        _media("image", "the picture of the template's header"),
        _media("video", "the film of the template's header"),
        _media("file", "the document of the template's header", NAME),
        REPLY,
    ),
    kind=True,
    assigns=True,
    calls=("date_time", "currency", "url", "otp"),
    behind=("date_time", "currency"),
    about="an approved template with its values: the one content that may start a conversation",
)

LOCATION = Word(
    "location",
    options=(
        Slot("latitude", Takes.NUMBER, about="degrees, south negative"),
        Slot("longitude", Takes.NUMBER, about="degrees, west negative"),
        _option("name", "what the place is called"),
        _option("address", "its address; shown only beside a name"),
    ),
    kind=True,
    about="a place on the map",
)

ADDRESS = _option("address", "the address", required=True)
ADDRESS_PARTS = ("street", "city", "state", "zip", "country", "country_code")

CONTACT = Word(
    "contact",
    block=(
        _text("formatted_name", "the whole name as it is shown", required=True),
        _text("first_name", "the given name"),
        _text("middle_name", "the middle name"),
        _text("last_name", "the family name"),
        _text("prefix", "what stands before the name"),
        _text("suffix", "what stands after the name"),
        Word(
            "phone",
            (_option("phone", "the number"),),
            (_place(PHONES), _option("wa_id", "the number's WhatsApp id")),
            most=None,
            about="a telephone number",
        ),
        Word("email", (ADDRESS,), (_place(PLACES),), most=None, about="a mail address"),
        Word("url", (ADDRESS,), (_place(PLACES),), most=None, about="a web address"),
        Word(
            "address",
            options=(_place(PLACES),),
            block=tuple(_text(part, f"the {part.replace('_', ' ')}") for part in ADDRESS_PARTS),
            most=None,
            about="a postal address",
        ),
        Word(
            "org",
            (_option("company", "the company"),),
            (_option("department", "the department"), _option("title", "the person's post")),
            about="where the person works",
        ),
        _text("birthday", 'the day of birth, "1990-01-31"'),
    ),
    most=None,
    kind=True,
    about="a business card; several in one rung go out together",
)

ROW = Word(
    "row",
    (_option("id", "what comes back when the row is chosen", required=True),),
    (_option("title", "the row's text", required=True), _option("about", "a line under the title")),
    most=None,
    required=True,
    about="a row to choose",
)

LIST = Word(
    "list",
    block=(
        _text("header", "the line above"),
        _text("body", "the text", required=True),
        _text("footer", "the small line below"),
        _text("button", "the text of the button that opens the list", required=True),
        Word(
            "section",
            (_option("title", "the section's heading; each has one where there are several"),),
            block=(ROW,),
            most=None,
            required=True,
            about="a section of rows",
        ),
    ),
    kind=True,
    about="a menu of rows behind a button",
)

BUTTONS = Word(
    "buttons",
    block=(
        _text("header", "the line above"),
        _media("image", "the picture above", PROVIDER),
        _media("video", "the film above", PROVIDER),
        _media("file", "the document above", NAME, PROVIDER),
        _text("body", "the text", required=True),
        _text("footer", "the small line below"),
        Word(REPLY.name, REPLY.positional, REPLY.options, most=None, required=True, about=REPLY.about),
    ),
    kind=True,
    about="a text with up to three buttons that answer",
)

HSM = Word(
    "hsm",
    (_option("element_name", "the template's name", required=True, fixed=True),),
    (
        _option("namespace", "the namespace of the account", required=True, fixed=True),
        _option("language", "the language code, en_GB", required=True, fixed=True),
    ),
    block=(
        Word(
            "param",
            (_option("default", "the value as people read it", required=True),),
            (_option("currency", "a currency code", fixed=True), _option("amount_1000", "the amount times 1000")),
            block=(Word("date_time", free=True, about="an instant, in the members of the platform's own form"),),
            most=None,
            about="a value, in the order of the template",
        ),
    ),
    kind=True,
    about="the deprecated form of a template; write `template`",
)

WORDS = (
    TEMPLATE,
    Word("text", (Slot("text", Takes.TEXT, about="up to 4 096 characters"),), kind=True, about="a text"),
    _media("image", "a picture, JPEG or PNG", CAPTION, TYPE, kind=True),
    _media("video", "a film, MP4 or 3GPP", CAPTION, TYPE, kind=True),
    _media("audio", "a sound, AAC, MP4, MPEG, AMR or OGG", TYPE, kind=True),
    _media("file", "a document: text, PDF or an office format", CAPTION, TYPE, NAME, kind=True),
    _media("sticker", "a sticker, WEBP", TYPE, kind=True),
    LOCATION,
    CONTACT,
    LIST,
    BUTTONS,
    HSM,
    Word(
        "preview",
        (Slot("preview", Takes.SWITCH, about="yes or no"),),
        about="show a preview of the text's first address",
    ),
    _text("identity_key_hash", "the identity check value of the person's account"),
)

SENDER = (
    Word(
        "app",
        (_option("app", "the id of the WhatsApp app", required=True, fixed=True),),
        required=True,
        about="the id of the WhatsApp app that sends",
    ),
)
