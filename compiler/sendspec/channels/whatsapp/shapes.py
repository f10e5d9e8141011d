"""What a WhatsApp request holds: `channels["OTT-Messaging"].wa` by its type (facts §4.5), and every limit of it.

Each limit states where it comes from. How a spec writes these things is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.declare import Anything, Array, Limit, Member, Number, Object, OneOf, Shape, String, Variant
from sendspec.channels.forms import WEB_URL
from sendspec.channels.whatsapp import checks
from sendspec.channels.whatsapp.forms import BIRTHDAY, media_type
from sendspec.channels.whatsapp.media import TYPES
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

WA = "developers.webexconnect.io/reference/whatsapp-apis"
META = "developers.facebook.com/documentation/business-messaging/whatsapp"
EXOTEL = "developer.exotel.com/docs/whatsapp-support/interactive-messages"
JS_API = "whatsappapijs.web.app/classes"
GUPSHUP = "docs.gupshup.io"

TEXT = Limit("WAP001", "status code 7714", 4096)
HEADER = Limit("WAP002", WA, 60)
BODY = Limit("WAP003", WA, 1024)
FOOTER = Limit("WAP004", WA, 60)
LIST_FOOTER = Limit("WAP004", EXOTEL, 60)  # the vendor states none for lists: the platform's is the limit (rule 5)
LIST_BUTTON = Limit("WAP005", WA, 20)
SECTION_TITLE = (
    Limit("WAP006", WA, 24),
    Limit("WAP006", GUPSHUP, 20, severity=Severity.WARNING, says="an operator takes"),  # C32
)
ROW_ID = Limit("WAP007", f"{JS_API}/messages.Row.html", 200)
ROW_TITLE = Limit("WAP008", f"{JS_API}/messages.Row.html", 24)
ROW_ABOUT = Limit("WAP009", f"{JS_API}/messages.Row.html", 72)
BUTTON_TITLE = Limit("WAP010", EXOTEL, 20)
BUTTON_ID = Limit("WAP011", EXOTEL, 256)
SECTIONS = Limit("WAP012", WA, 10, 1, Unit.ITEMS)
ROWS = Limit("WAP013", WA, least=1, unit=Unit.ITEMS)  # the most is counted over all sections, by a check
BUTTONS = Limit("WAP014", WA, 3, 1, Unit.ITEMS)

WHERE = String(choices=("HOME", "WORK"))


def texts(*names: str) -> dict[str, Member]:
    """Optional members that are plain texts."""
    return {name: Member(String()) for name in names}


def needed(shape: Shape) -> Member:
    """A member that must be there."""
    return Member(shape, required=True)


def _limited(limit: Limit) -> Object:
    """`{"text": …}` with a limit."""
    return Object({"text": needed(String((limit,)))})


def _media(kind: str, *further: str) -> Object:
    article = "an" if kind[0] in "aeiou" else "a"
    captionless = (
        {} if "caption" in further else {"caption": ("WAP018", f"caption on {article} {kind}, which shows none")}
    )
    return Object(
        {"url": needed(String(form=WEB_URL)), "mimeType": Member(String(form=media_type(kind))), **texts(*further)},
        f"{article} {kind}",
        checks=(checks.has_type, checks.ends_in_extension),
        foreign=captionless,
    )


LOCATION = Object(
    {
        "longitude": needed(Number(-180, 180, code="WAP034")),
        "latitude": needed(Number(-90, 90, code="WAP034")),
        **texts("name", "address"),
    },
    "a location",
    checks=(checks.address_is_shown,),
)

NAME_PARTS = ("first_name", "last_name", "middle_name", "suffix", "prefix")

CONTACT = Object(
    {
        "name": needed(
            Object(
                {"formatted_name": needed(String()), **texts(*NAME_PARTS)},
                "a contact's name",
                checks=(checks.name_has_parts,),
            )
        ),
        "addresses": Member(
            Array(Object({**texts("street", "city", "state", "zip", "country", "country_code"), "type": Member(WHERE)}))
        ),
        "birthday": Member(String(form=BIRTHDAY)),
        "emails": Member(Array(Object({**texts("email"), "type": Member(WHERE)}))),
        "org": Member(Object(texts("company", "department", "title"))),
        "phones": Member(
            Array(
                Object(
                    {
                        **texts("phone", "wa_id"),
                        "type": Member(String(choices=("CELL", "MAIN", "IPHONE", "HOME", "WORK"))),
                    }
                )
            )
        ),
        "urls": Member(Array(Object({**texts("url"), "type": Member(WHERE)}))),
    },
    "a contact",
)

ROW = Object(
    {
        "id": needed(String((ROW_ID,))),
        "title": needed(String((ROW_TITLE,))),
        "description": Member(String((ROW_ABOUT,))),  # C31: a table has it mandatory, a comment optional
    },
    "a row",
)

LIST = Object(
    {
        "header": Member(
            Object({"type": needed(String(choices=("text",))), "text": needed(String((HEADER,)))}, "a header")
        ),
        "body": needed(_limited(BODY)),
        "footer": Member(_limited(LIST_FOOTER)),
        "action": needed(
            Object(
                {
                    "button": needed(String((LIST_BUTTON,))),
                    "sections": needed(
                        Array(
                            Object(
                                {"title": Member(String(SECTION_TITLE)), "rows": needed(Array(ROW, (ROWS,)))},
                                "a section",
                            ),
                            (SECTIONS,),
                            (checks.rows_in_all, checks.sections_are_named, checks.rows_are_told_apart),
                        )
                    ),
                },
                "a list's action",
            )
        ),
    },
    "a list",
)


def _header(kind: str, *further: str) -> Object:
    provider = Object(texts("name"))
    media = Object({"url": needed(String(form=WEB_URL)), "provider": Member(provider), **texts(*further)})
    return Object({"type": needed(String(choices=HEADERS)), kind: needed(media)}, "a header")


HEADERS = ("text", "document", "video", "image")

REPLY = Object(
    {
        "header": Member(
            OneOf(
                "type",
                {
                    "text": Object(
                        {"type": needed(String(choices=HEADERS)), "text": needed(String((HEADER,)))}, "a header"
                    ),
                    "image": _header("image"),
                    "video": _header("video"),
                    "document": _header("document", "filename"),
                },
                Object({"type": needed(String(choices=HEADERS))}, "a header", Anything()),
            )
        ),
        "body": needed(_limited(BODY)),
        "footer": Member(_limited(FOOTER)),
        "action": needed(
            Object(
                {
                    "buttons": needed(
                        Array(
                            Object(
                                {
                                    "type": needed(String(choices=("reply",))),
                                    "reply": needed(
                                        Object(
                                            {
                                                "id": needed(String((BUTTON_ID,))),
                                                "title": needed(String((BUTTON_TITLE,))),
                                            },
                                            "a button",
                                        )
                                    ),
                                },
                                "a button",
                            ),
                            (BUTTONS,),
                            (checks.buttons_are_told_apart,),
                        )
                    )
                }
            )
        ),
    },
    "a message with buttons",
)

POLICY = String(choices=("deterministic",), variants=(Variant("fallback", "deterministic", "deprecated"),))

HSM = Object(
    {
        "namespace": needed(String()),
        "element_name": needed(String()),
        "language": needed(Object({"code": needed(String()), "policy": Member(POLICY)})),
        "localizable_params": Member(
            Array(
                Object(
                    {
                        "default": Member(String()),
                        "currency": Member(
                            Object({"currency_code": Member(String()), "amount_1000": Member(Anything())})
                        ),
                        "date_time": Member(Anything()),
                    }
                )
            )
        ),
    },
    "a deprecated template",
    checks=(checks.is_deprecated,),
)

#: By `type`: the member that holds its content.
CONTENT: Mapping[str, Shape] = {
    "text": Object({"body": needed(String((TEXT,)))}, "a text"),
    "image": _media("image", "caption"),
    "audio": _media("audio"),
    "document": _media("document", "caption", "filename"),
    "video": _media("video", "caption"),
    "sticker": _media("sticker"),
    "location": LOCATION,
    "contacts": Array(CONTACT, (Limit("WAP015", WA, least=1, unit=Unit.ITEMS),)),
    "list": LIST,
    "reply": REPLY,
    "hsm": HSM,
}


def _common() -> dict[str, Member]:
    return {
        "type": Member(String(choices=tuple(CONTENT))),
        "preview_url": Member(String(choices=("true", "false"))),
        "identity_key_hash": Member(String()),
    }


def _case(kind: str) -> Object:
    """The `wa` object of one type: its own content, and nothing of the other types'."""
    foreign = {
        other: ("WAP017", f"`{other}` beside the type {kind}, whose content is `{kind}`")
        for other in CONTENT
        if other != kind
    }
    members = {**_common(), kind: Member(CONTENT[kind], required=True, missing="WAP016")}
    return Object(
        members, f"the type {kind}", checks=(checks.preview_has_link,) if kind == "text" else (), foreign=foreign
    )


WHATSAPP = OneOf(
    "type",
    {kind: _case(kind) for kind in CONTENT},
    Object({**_common(), **{kind: Member(Anything()) for kind in CONTENT}}, "the WhatsApp object"),
)

assert set(TYPES) <= set(CONTENT)
