"""What a WhatsApp request holds: `channels["OTT-Messaging"].wa` by its type (facts §4.5), and every limit of it.

Each limit states where it comes from. How a spec writes these things is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.declare import Anything, Array, Limit, Member, Number, Object, OneOf, Shape, String, Variant
from sendspec.channels.whatsapp import checks
from sendspec.channels.whatsapp.forms import BIRTHDAY, media_type
from sendspec.channels.whatsapp.menus import LIST, REPLY
from sendspec.channels.whatsapp.pieces import POLICY, WA, address, limited, needed, one_of, texts
from sendspec.values.bounds import Unit

TEXT = Limit("WAP001", "status code 7714", 4096)
CONTACTS = Limit("WAP015", WA, least=1, unit=Unit.ITEMS)
_WHERE = Member(one_of("HOME", "WORK"))


def _media(kind: str, *further: str) -> Object:
    article = "an" if kind[0] in "aeiou" else "a"
    captionless = {"caption": ("WAP018", f"`caption` on {article} {kind}; it shows none")}
    return Object(
        {"url": address(), "mimeType": Member(String(form=media_type(kind))), **texts(*further)},
        f"{article} {kind}",
        checks=(checks.has_type, checks.ends_in_extension),
        foreign={} if "caption" in further else captionless,
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

_NAME = Object(
    {"formatted_name": needed(String()), **texts("first_name", "last_name", "middle_name", "suffix", "prefix")},
    "a contact's name",
    checks=(checks.name_has_parts,),
)
_ADDRESS = Object({**texts("street", "city", "state", "zip", "country", "country_code"), "type": _WHERE})
_PHONE = Object({**texts("phone", "wa_id"), "type": Member(one_of("CELL", "MAIN", "IPHONE", "HOME", "WORK"))})

CONTACT = Object(
    {
        "name": needed(_NAME),
        "addresses": Member(Array(_ADDRESS)),
        "birthday": Member(String(form=BIRTHDAY)),
        "emails": Member(Array(Object({**texts("email"), "type": _WHERE}))),
        "org": Member(Object(texts("company", "department", "title"))),
        "phones": Member(Array(_PHONE)),
        "urls": Member(Array(Object({**texts("url"), "type": _WHERE}))),
    },
    "a contact",
)

_POLICY = String(choices=(POLICY,), variants=(Variant("fallback", POLICY, "deprecated"),))
_AMOUNT = String(number="no page shows its type")
_PARAM = Object(
    {
        **texts("default"),
        "currency": Member(Object({**texts("currency_code"), "amount_1000": Member(_AMOUNT)})),
        "date_time": Member(Anything()),  # named without a shape
    }
)

HSM = Object(
    {
        "namespace": needed(String()),
        "element_name": needed(String()),
        "language": needed(
            Object({"code": needed(String()), "policy": Member(_POLICY, always=POLICY)}, "a template's language")
        ),
        "localizable_params": Member(Array(_PARAM)),
    },
    "a deprecated template",
    checks=(checks.is_deprecated,),
)

#: By `type`: the member that holds its content.
CONTENT: Mapping[str, Shape] = {
    "text": Object({"body": limited(TEXT)}, "a text"),
    "image": _media("image", "caption"),
    "audio": _media("audio"),
    "document": _media("document", "caption", "filename"),
    "video": _media("video", "caption"),
    "sticker": _media("sticker"),
    "location": LOCATION,
    "contacts": Array(CONTACT, (CONTACTS,)),
    "list": LIST,
    "reply": REPLY,
    "hsm": HSM,
}
_COMMON = {
    "type": Member(one_of(*CONTENT)),
    "preview_url": Member(one_of("true", "false")),
    "identity_key_hash": Member(String()),
}


def _case(kind: str) -> Object:
    """The `wa` object of one type: its own content, and nothing of the other types'."""
    others = [other for other in CONTENT if other != kind]
    foreign = {other: ("WAP017", f"`{other}` beside the type {kind}, whose content is `{kind}`") for other in others}
    members = {**_COMMON, kind: Member(CONTENT[kind], required=True, missing="WAP016")}
    preview = (checks.preview_has_link,) if kind == "text" else ()
    return Object(members, f"the type {kind}", checks=preview, foreign=foreign)


WHATSAPP = OneOf(
    "type",
    {kind: _case(kind) for kind in CONTENT},
    Object({**_COMMON, **{kind: Member(Anything()) for kind in CONTENT}}, "the WhatsApp object"),
)
