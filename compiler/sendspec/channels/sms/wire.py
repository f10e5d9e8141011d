"""What a request by SMS may hold, on v1 and on v2, with every limit and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendspec.channels.declare import (
    Fault,
    Limit,
    Made,
    Member,
    Object,
    Pointer,
    String,
    Switch,
    Tree,
    Variant,
    about,
    states,
    unless,
)
from sendspec.channels.envelope import link_options, receipts, v1, v2
from sendspec.channels.envelope.links import plain
from sendspec.channels.forms import HEX, SMS_SENDER
from sendspec.channels.keywords import is_one_of, lies_at, needs, stands, within
from sendspec.channels.trail import lacking, misspelt, subject
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit
from sendspec.values.gsm import is_gsm

TITLE = "SMS"

_ADVICE = Limit(
    "SMS005",
    "DEV/send-sms-message-api-v2",
    most=449,
    severity=Severity.NOTE,
    says="the vendor advises at most",
)
_V1_TEXT = String(
    (
        Limit("SMS004", "status 7107, C14", most=4000),
        Limit("SMS004", "DEV/send-message-api-v1, C14", most=1024, severity=Severity.WARNING),
        Limit("SMS004", "DEV/send-message-v1, C14", most=1024, unit=Unit.BYTES, severity=Severity.WARNING),
        _ADVICE,
    )
)
_V2_TEXT = String((Limit("SMS004", "DEV/send-sms-message-api-v2", most=4000), _ADVICE))
_EXTRAS = Object({"dlt_templateid": Member(String(), source="DEV/send-message-v1")})


def _plain_text(value: Mapping[str, str]) -> bool:
    """Whether a text with a sender goes in the alphabet that its type says."""
    kind = value.get("type", "1") if value.get("senderid") and "body" not in value else None
    return kind == "4" or (kind == "1" and is_gsm(value.get("text", "")))


@unless("plain_text(it)", plain_text=_plain_text)
@states(needs(is_one_of("type", "3"), "body"))
def _kind(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A binary message has a body; text outside the alphabet says that it is Unicode."""
    assert isinstance(value, dict)
    kind, text, body = plain(value.get("type")), plain(value.get("text")), value.get("body")
    if kind == "3" and (place := lacking(value, "body", at)) is not None:
        yield Fault(
            "SMS002",
            Severity.ERROR,
            'type is "3", binary; it needs a `body` of hexadecimal digits',
            place,
            "add `body`",
            value,
        )
    if kind != "3" and body not in (None, ""):
        said = 'a body is sent with type "3" only'
        yield Fault("SMS002", Severity.WARNING, said, (*at, "body"), 'write `"type": "3"`', body)
    if kind in (None, "", "1") and isinstance(text, str) and not is_gsm(text):
        said = 'text holds characters outside the SMS alphabet; type "4" sends them as they are'
        yield Fault("SMS010", Severity.WARNING, said, (*at, "text"), 'write `"type": "4"`', value.get("text"))
    if (place := lacking(value, "senderid", at)) is not None:
        name = "the sender's id" if isinstance(value, Made) else "senderid"
        said = f"{name} is left to the service; the parameter table has it as compulsory (C15)"
        yield Fault("SMS008", Severity.NOTE, said, place, "name the sender")


V1_CONTENT = Object(
    {
        "senderid": Member(String(form=SMS_SENDER), source="DEV/send-message-api-v1, C15"),
        "text": Member(_V1_TEXT, source="DEV/send-message-api-v1"),
        "type": Member(String(choices=("1", "3", "4")), source="DEV/send-message-api-v1"),
        "body": Member(String(form=HEX), source="DEV/send-message-api-v1"),
        "sendLinkAsAppClip": Member(Switch(), source="DEV/send-message-api-v1"),
        "storeRegion": Member(String(), source="DEV/send-message-api-v1"),
        "extras": Member(_EXTRAS, source="DEV/send-message-v1"),
    },
    "`sms`",
    checks=(_kind,),
)


#: A message with a stored template.
_STORED = lies_at(("message", "template"), {"not": {"const": ""}})


@unless("it['channels']['sms'].get('text')")
@states(
    {
        "anyOf": [
            _STORED,
            within(("channels", "sms"), {"anyOf": [*map(stands, ("text", "body")), is_one_of("type", "3")]}),
        ]
    }
)
def _said(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A message says something: a text, a body or a stored template."""
    assert isinstance(value, dict)
    channels = value.get("channels")
    sms = channels.get("sms") if isinstance(channels, dict) else None
    if not isinstance(sms, dict) or not _absent(value.get("message", "")):
        return
    if plain(sms.get("type")) == "3" or sms.get("body") not in (None, ""):
        return
    if plain(sms.get("text")) == "":
        yield Fault(
            "SMS001",
            Severity.ERROR,
            f"{subject((None, 'text'), sms['text'])} is empty; a message says something",
            (*at, "channels", "sms", "text"),
            "give it a text",
        )
    elif "text" not in sms and not misspelt(sms, V1_CONTENT.members, "text"):
        said = "the message has no `text`; SMS takes a text, a binary body or a stored template"
        yield Fault("SMS001", Severity.ERROR, said, (*at, "channels", "sms"), "add `text`", sms)


def _absent(stored: Tree) -> bool:
    """Whether there is no stored template: nothing, or the empty members of a printed request."""
    return stored == "" or (isinstance(stored, dict) and stored.get("template") == "" and not stored.get("parameters"))


@about("requestedReceipts")
def _clicked(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Clicks are reported for shortened and tracked links only (DEV/send-message-v2)."""
    assert isinstance(value, dict)
    wanted, options = value.get("requestedReceipts"), value.get("options")
    if not isinstance(wanted, list):
        return
    given = options if isinstance(options, dict) else {}
    for place, receipt in enumerate(wanted):
        if plain(receipt) == "CLICKED":
            lacking = [key for key in ("shortenLinks", "trackClicks") if plain(given.get(key)) not in (True, "true")]
            if lacking:
                said = f"CLICKED never comes; it needs {' and '.join(f'`{key}`' for key in lacking)} in `options`"
                here = (*at, "requestedReceipts", place)
                yield Fault("SMS009", Severity.WARNING, said, here, "shorten and track the links", receipt)


V1_BODY = v1(
    TITLE,
    "sms",
    {"sms": Member(V1_CONTENT, True, source="DEV/send-message-api-v1", missing="API025")},
    ("msisdn",),
    options=link_options(required=True),
    smart_links=True,
    checks=(_said,),
)

_ONLY_V1 = {
    key: ("SMS003", f"{word} goes by v1 only; SMS on v2 takes a text or a stored template")
    for key, word in {
        "body": "a binary body",
        "extras": "a DLT template",
        "sendLinkAsAppClip": "an app clip",
        "storeRegion": "an app clip's store region",
    }.items()
}
V2_CONTENT = Object(
    {
        "type": Member(String(choices=("text", "unicode")), True, source="DEV/send-sms-message-api-v2"),
        "text": Member(_V2_TEXT, True, source="DEV/send-sms-message-api-v2", missing="SMS001"),
    },
    "`content`",
    foreign=_ONLY_V1,
)
V2_TEMPLATE = Object(
    {"id": Member(String(), True, source="DEV/send-sms-message-api-v2")}, "`template`", foreign=_ONLY_V1
)
V2_BODY = v2(
    TITLE,
    "sms",
    V2_CONTENT,
    ("msisdn",),
    sender=String(form=SMS_SENDER),
    options=link_options(required=False),
    template=V2_TEMPLATE,
    requested=receipts(("SUBMITTED", "DELIVERED", "CLICKED", "FAILED"), (Variant("SENT", "SUBMITTED", "C29"),)),
    checks=(_clicked,),
)
