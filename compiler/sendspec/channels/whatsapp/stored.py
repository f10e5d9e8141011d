"""What the `message` of a stored WhatsApp template holds (facts §4.5, §5.1), and how it stands beside `channels`.

Free keys are the template's own variables; five keys are fixed. What a template says is known to the console alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.check import check
from sendspec.channels.declare import Anything, Array, Fault, Limit, Member, Object, OneOf, Pointer, String
from sendspec.channels.filled import Leaf, Tree
from sendspec.channels.forms import WEB_URL
from sendspec.channels.whatsapp.checks import plain, stands
from sendspec.channels.whatsapp.forms import AMOUNT, PASSCODE, PAYLOAD, TIMESTAMP, VALUE
from sendspec.channels.whatsapp.shapes import CONTENT, WA, needed, texts
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

WT = "developers.webexconnect.io/reference/whatsapp-template-messages"
QUICK_REPLIES = Limit("WAP033", WT, 3, unit=Unit.ITEMS)
PASSCODE_LENGTH = Limit("WAP028", WA, 15, says="WhatsApp takes")
HEADER_MEDIA = ("image", "video", "document")

_VALUE = String(form=VALUE)


def _link(kind: str, *further: str) -> Object:
    return Object({"link": needed(String(form=WEB_URL)), **texts(*further)}, f"the {kind} of a header")


def _typed(kind: str, **more: Member) -> Object:
    return Object({"type": needed(String(choices=TYPED_KINDS)), **more}, f"a {kind} value")


TYPED_KINDS = ("date_time", "currency", "url", "otp")

OTP = _typed("otp", value=needed(String((PASSCODE_LENGTH,), form=PASSCODE)))

TYPED = OneOf(
    "type",
    {
        "date_time": _typed("date_time", fallback_value=needed(_VALUE), timestamp=Member(String(form=TIMESTAMP))),
        "currency": _typed(
            "currency",
            currency_code=needed(String()),
            amount_1000=needed(String(form=AMOUNT)),
            fallback_value=needed(_VALUE),
        ),
        "url": _typed("url", payload=needed(String(form=PAYLOAD))),
        "otp": OTP,
    },
    Object({"type": needed(String(choices=TYPED_KINDS))}, "a typed value", Anything()),
)

_FIXED = {
    "image": Member(_link("image")),
    "video": Member(_link("video")),
    "document": Member(_link("document", "filename")),
    "quickReply": Member(
        Array(Object({"button_text": needed(String()), "payload": needed(String())}, "a quick reply"), (QUICK_REPLIES,))
    ),
    "otp": Member(OTP),
}


def values_of_variables(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Each free key holds a text or a typed value."""
    for key, given in value.items() if isinstance(value, dict) else ():
        if key not in _FIXED:
            yield from check(TYPED if isinstance(given, dict) else _VALUE, given, (*at, key))
            yield from _typed_well(key, given, (*at, key))


def _typed_well(key: str, given: Tree, at: Pointer) -> Iterator[Fault]:
    """What a typed value of a free key says besides its shape."""
    if not isinstance(given, dict):
        return
    if plain(given.get("type")) == "otp":
        said = f"the passcode stands under `{key}`; the API looks for it under `otp`"
        yield Fault("WAP040", Severity.WARNING, said, at, "name it `otp`", given)
    payload = given.get("payload")
    if isinstance(payload, Leaf) and payload.kind == "url":
        said = f"the payload of `{key}` is a whole address; expected only what follows the template's own address"
        yield Fault(
            "WAP027",
            Severity.ERROR,
            said,
            (*at, "payload"),
            "pass the part after the domain as an `id` or `text`",
            payload,
        )


def one_header(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A template's header has one medium at most (facts §12.4)."""
    media = [key for key in HEADER_MEDIA if stands(value, key)]
    if len(media) > 1 and isinstance(value, dict):
        said = f"`{media[1]}` beside `{media[0]}`; a template's header has one of them"
        yield Fault(
            "WAP032",
            Severity.ERROR,
            said,
            (*at, media[1]),
            "keep the one that the template was approved with",
            value[media[1]],
        )


MESSAGE = Object(
    {
        "template": Member(String()),
        "parameters": Member(
            Object(_FIXED, "the parameters of a template", Anything(), (values_of_variables, one_header))
        ),
    },
    "the message of a template",
)


def content_or_template(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A request holds a template, or content of a type; never both, never neither (facts §12.4, C33)."""
    if not isinstance(value, dict):
        return
    message, wa = value.get("message"), _wa(value)
    if stands(message, "template"):
        yield from _beside_template(value, wa, at)
    elif isinstance(message, dict) and any(plain(inner) != "" for inner in message.values()):
        yield Fault(
            "API002",
            Severity.ERROR,
            "the message of a template has no `template`",
            (*at, "message"),
            "add `template`",
            message,
        )
    elif "channels" not in value:
        yield Fault(
            "API002",
            Severity.ERROR,
            "the request has no `channels`",
            at,
            "add `channels`, or a `message` with a template",
        )
    elif isinstance(wa, dict) and not stands(wa, "type"):
        yield Fault(
            "WAP039", Severity.ERROR, "neither a `type` of content nor a template", (*at, *_WA), "add `type`", wa
        )


_WA = ("channels", "OTT-Messaging", "wa")


def _wa(value: dict[str, Tree]) -> Tree:
    inner: Tree = value
    for key in _WA:
        inner = inner.get(key) if isinstance(inner, dict) else None
    return inner


def _beside_template(value: dict[str, Tree], wa: Tree, at: Pointer) -> Iterator[Fault]:
    if "channels" not in value:
        said = "a template without `channels`; the compiler writes them always (C33)"
        yield Fault("API007", Severity.NOTE, said, at, 'add `"channels": {"OTT-Messaging": {"wa": {}}}`')
    for key in ("type", *CONTENT):
        if isinstance(wa, dict) and stands(wa, key):
            said = f"`{key}` beside a template; a request holds one of content and template"
            yield Fault("WAP041", Severity.ERROR, said, (*at, *_WA, key), "send it on a rung of its own", wa[key])
            return
