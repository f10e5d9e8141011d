"""The whole body of a request by Apple Messages on v1: the channel's object by its type (facts §4.7)."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.apple import checks, images
from sendspec.channels.apple.pieces import PAGE, may, needed
from sendspec.channels.apple.shapes import INTERACTIVE
from sendspec.channels.apple.strings import FILE_URL, INVITED, MEDIA_TYPE, PERSON
from sendspec.channels.declare import Array, Check, Form, Limit, Member, Number, Object, OneOf, String, Switch, Variant
from sendspec.channels.envelope import v1
from sendspec.channels.forms import WEB_URL
from sendspec.diagnostic import Severity

TITLE = "Apple Messages"
NAME = "AppleBusinessChat"

TEXT = Limit(
    "APL002",
    "infobip.com/docs/apple-messages-for-business/message-types",
    3000,
    severity=Severity.WARNING,
    says="an operator takes",
)
REQUEST = Limit("APL024", PAGE, 100)


def _file(title: str, form: Form, *further: Check, **extra: Member) -> Object:
    """A file at an address; `extra` is what may stand beside it."""
    return Object(
        {"url": needed(String(form=form)), "mimeType": may(String(form=MEDIA_TYPE)), **extra},
        title,
        checks=(checks.has_type, *further),
    )


#: What one printed request and its table have beside the address of a file, without a word on its form.
_TOLD = may(String())
_ASSETS = Object(
    {"image": may(_file("a picture", WEB_URL, images.is_png)), "video": may(_file("a film", WEB_URL))},
    "the assets of a rich link",
    checks=(checks.has_asset,),
)
_RICH_LINK = Object(
    {"url": needed(String(form=WEB_URL)), "title": needed(String()), "assets": needed(_ASSETS)}, "a rich link"
)

_TYPES = ("text", "richLink", "interactive", "invitation", "typing_start", "typing_end")
_TYPE = needed(String(choices=_TYPES, variants=(Variant("richlink", "richLink", "C40"),)))
#: By type: its members beside `type`.
CONTENT: Mapping[str, Mapping[str, Member]] = {
    "text": {
        "text": needed(String((TEXT,))),
        "attachments": may(Array(_file("an attachment", FILE_URL, name=_TOLD, size=_TOLD))),
    },
    "richLink": {"richLinkData": needed(_RICH_LINK)},
    "interactive": {"interactiveData": needed(INTERACTIVE), "x_msg_seq": may(Number(whole=True))},
    "invitation": {
        "withImage": needed(Switch()),
        "brandName": needed(String()),
        "requestIdentifier": Member(String((REQUEST,), form=INVITED), source=f"{PAGE}, C43"),
        "locale": may(String()),
    },
    "typing_start": {},
    "typing_end": {},
}
_CHECKS: Mapping[str, tuple[Check, ...]] = {"text": (checks.marks,)}


def _case(kind: str) -> Object:
    """The object of one type: its own content, and nothing of the other types'."""
    own = CONTENT[kind]
    others = {key: of for of, members in CONTENT.items() for key in members if key not in own}
    foreign = {
        key: ("APL020", f"`{key}` beside the type {kind}; it belongs to the type {of}") for key, of in others.items()
    }
    return Object({"type": _TYPE, **own}, f"the type {kind}", checks=_CHECKS.get(kind, ()), foreign=foreign)


APPLE = OneOf(
    "type",
    {kind: _case(kind) for kind in CONTENT},
    Object(
        {"type": _TYPE, **{key: may(member.shape) for members in CONTENT.values() for key, member in members.items()}},
        "the Apple object",
    ),
)

BODY = v1(
    TITLE,
    NAME,
    {NAME: Member(APPLE, required=True, source=PAGE, missing="API025")},
    ("abcUserId", "userid", "msisdn"),
    names=(Variant("applebusinesschat", NAME, "C5"),),
    shapes={"abcUserId": String(form=PERSON)},
    checks=(checks.has_app, checks.addresses),
)
