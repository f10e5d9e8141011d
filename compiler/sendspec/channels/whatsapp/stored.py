"""What the `message` of a stored WhatsApp template holds (facts §4.5, §5.1), and how it stands beside `channels`.

Free keys are the template's own variables; five keys are fixed. What a template says is known to the console alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.check import check
from sendspec.channels.declare import (
    Anything,
    Array,
    Fault,
    Limit,
    Member,
    Object,
    OneOf,
    Pointer,
    String,
    states,
    unless,
)
from sendspec.channels.filled import Leaf, Made, Tree, known
from sendspec.channels.keywords import any_of, lies_at, not_both, within
from sendspec.channels.trail import lacking, misspelt
from sendspec.channels.whatsapp.checks import stands, text
from sendspec.channels.whatsapp.forms import AMOUNT, EXTENSION, ONE_LINE, PASSCODE, PAYLOAD, TIMESTAMP, VALUE
from sendspec.channels.whatsapp.pieces import WA, WT, address, needed, one_of, texts
from sendspec.channels.whatsapp.shapes import CONTENT, WHATSAPP
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

QUICK_REPLIES = Limit("WAP033", WT, 3, unit=Unit.ITEMS)
PASSCODE_LENGTH = Limit("WAP028", WA, 15, says="WhatsApp takes")
HEADER_MEDIA = ("image", "video", "document")
TYPED_KINDS = ("date_time", "currency", "url", "otp")

_VALUE = String(form=VALUE)


def _link(kind: str, *further: str) -> Object:
    return Object({"link": address(), **texts(*further)}, f"the {kind} of a header")


def _typed(kind: str, **more: Member) -> Object:
    return Object({"type": needed(one_of(*TYPED_KINDS)), **more}, f"a {kind} value")


_TIME = _typed("date_time", fallback_value=needed(_VALUE), timestamp=Member(String(form=TIMESTAMP)))
_MONEY = _typed(
    "currency",
    currency_code=Member(String()),  # that both are there is the business of a check
    amount_1000=Member(String(form=AMOUNT)),
    fallback_value=needed(_VALUE),
)
_URL = _typed("url", payload=needed(String(form=PAYLOAD)))
_OTP = _typed("otp", value=needed(String((PASSCODE_LENGTH,), form=PASSCODE)))
TYPED = OneOf(
    "type",
    {"date_time": _TIME, "currency": _MONEY, "url": _URL, "otp": _OTP},
    Object({"type": needed(one_of(*TYPED_KINDS))}, "a typed value", Anything()),
)

_QUICK_REPLY = Object({"button_text": needed(String()), "payload": needed(String())}, "a quick reply")
_FIXED = {
    "image": Member(_link("image")),
    "video": Member(_link("video")),
    "document": Member(_link("document", "filename")),
    "quickReply": Member(Array(_QUICK_REPLY, (QUICK_REPLIES,))),
    "otp": Member(Object({**_OTP.members, "type": needed(one_of("otp"))}, "a passcode")),
}


@unless(
    "all([type(one) is str and one and one.isprintable() and '     ' not in one"
    " for key, one in it.items() if key not in fixed])",
    fixed=_FIXED,
)
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
    match known(given.get("type")):
        case "otp":
            said = f"the passcode stands under `{key}`; the API looks for it under `otp`"
            yield Fault("WAP040", Severity.WARNING, said, at, "name it `otp`", given.get("value"))
        case "url":
            yield from _whole_address(key, given.get("payload"), (*at, "payload"))
            yield from _broken(key, given.get("payload"), (*at, "payload"))
        case "currency":
            yield from _money(key, given, at)
        case "date_time" if isinstance(stamp := given.get("timestamp"), Leaf) and stamp.kind == "money":
            said = f"`{key}` is an amount; `date_time` takes a datetime or a text"
            yield Fault("WAP042", Severity.ERROR, said, at, "write `currency(…)`", stamp)


def _whole_address(key: str, payload: Tree, at: Pointer) -> Iterator[Fault]:
    """A variable of type url is a whole address, whatever its value; the form has told of one whose host is known."""
    told = PAYLOAD.opening
    if not isinstance(payload, Leaf) or payload.kind != "url" or (payload.opening and told and told(payload.opening)):
        return
    said = f"`{key}` is a whole address; expected {EXTENSION}"
    yield Fault("WAP027", Severity.ERROR, said, at, "pass the rest of the address as an `id` or a `text`", payload)


def _broken(key: str, payload: Tree, at: Pointer) -> Iterator[Fault]:
    """The end of an address stands on one line, as every value does."""
    said = text(payload)
    if said is not None and VALUE.test(said):
        yield Fault("WAP026", Severity.ERROR, f"`{key}` is not {ONE_LINE}", at, None, payload)


def _money(key: str, given: dict[str, Tree], at: Pointer) -> Iterator[Fault]:
    """A currency value has its code and its amount; in a spec both come from a variable of type money."""
    lacks = {name: lacking(given, name, at) for name in ("currency_code", "amount_1000")}
    missing = {name: place for name, place in lacks.items() if place is not None}
    if missing and isinstance(given, Made):
        said = f"`{key}` is no amount of money; `currency` takes a variable of type money"
        help = "declare it as `money(GBP)`, or pass the text without `currency`"
        yield Fault("WAP042", Severity.ERROR, said, at, help, given.get("fallback_value"))
        return
    for name, place in missing.items():
        if misspelt(given, _MONEY.members, name):
            continue
        yield Fault("API002", Severity.ERROR, f"a currency value has no `{name}`", place, f"add `{name}`")


@unless(" + ".join(f"({key!r} in it)" for key in HEADER_MEDIA) + " < 2")
@states({"allOf": [not_both("image", "video"), not_both("image", "document"), not_both("video", "document")]})
def one_header(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A template's header has one medium at most (facts §12.4)."""
    media = [key for key in HEADER_MEDIA if stands(value, key)]
    if len(media) > 1 and isinstance(value, dict):
        said = f"`{media[1]}` beside `{media[0]}`; a template's header has one of them"
        help = "keep the one that the template was approved with"
        yield Fault("WAP032", Severity.ERROR, said, (*at, media[1]), help, value[media[1]])


_PARAMETERS = Object(_FIXED, "the parameters of a template", Anything(), (values_of_variables, one_header))
MESSAGE = Object({"template": Member(String()), "parameters": Member(_PARAMETERS)}, "the message of a template")

_WA = ("channels", "OTT-Messaging", "wa")


@unless(
    "it['channels']['OTT-Messaging']['wa'].get('type') if 'message' not in it"
    " else it['message'].get('template') and not it['channels']['OTT-Messaging']['wa']"
)
@states(
    {
        "if": lies_at(("message", "template"), {"not": {"const": ""}}),
        "then": within(_WA, {"not": any_of("type", *CONTENT)}),
        "else": lies_at(_WA, any_of("type")),
    }
)
def content_or_template(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A request holds a template, or content of a type; never both, never neither (facts §12.4, C33)."""
    if not isinstance(value, dict):
        return
    message, wa = value.get("message", ""), _wa(value)
    lack = lacking(message, "template", (*at, "message"))
    if message != "" and (lack is None or not isinstance(message, dict)):
        yield from _beside_template(value, wa, at)
    elif isinstance(message, dict) and (len(message) != 1 or "template" not in message or "channels" not in value):
        said = "the message of a template has no `template`"
        if not misspelt(message, MESSAGE.members, "template"):
            yield Fault("API002", Severity.ERROR, said, lack or at, "add `template`", message)
    elif "channels" not in value:
        help = "add `channels`, or a `message` with a template"
        yield Fault("API002", Severity.ERROR, "the request has no `channels`", at, help)
    elif isinstance(wa, dict) and not misspelt(wa, WHATSAPP.default.members, "type"):
        yield from _no_content(wa, at)


def _no_content(wa: dict[str, Tree], at: Pointer) -> Iterator[Fault]:
    """Content has its type; where there is none either, the request lacks a template as well."""
    place = lacking(wa, "type", (*at, *_WA))
    if place is not None and (place[-1] == "type" or any(key in wa for key in CONTENT)):
        said = "neither a `type` of content nor a template"
        yield Fault("WAP039", Severity.ERROR, said, place, "add `type`", wa)
    elif place is not None:
        said = "the request holds neither content nor a template"
        yield Fault("WAP039", Severity.ERROR, said, at, "add content, or a `message` with a template", wa)


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
