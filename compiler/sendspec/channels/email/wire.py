"""What a request by e-mail may hold: its content, template and options, with every limit and its source."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sendspec.channels.declare import Anything, Array, Form, Limit, Member, Object, OneOf, String, Switch, Variant
from sendspec.channels.email.checks import (
    has_html,
    mail_size,
    no_encoding,
    no_html,
    one_for_all,
    one_line,
    opens_of_text,
    unsubscribing,
)
from sendspec.channels.email.pictures import PLACEHOLDERS, unattached, unused
from sendspec.channels.envelope import link_options, receipts, v2
from sendspec.channels.forms import EMAIL_ADDRESS, WEB_URL
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

PAGE = "DEV/email-api"
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(?:\s*;.*)?\Z")
_TEXT, _ADDRESS = String(), String(form=EMAIL_ADDRESS)


def _typed(name: str) -> str | None:
    return None if _MEDIA_TYPE.match(name) else "a media type such as application/pdf"


MEDIA_TYPE = Form("a media type", "EML006", _typed, schema={"pattern": "^[^/]+/[^/]+$"})
#: A header is no longer than one line of RFC 5322; its advice for lines is 78.
SUBJECT = String(
    (
        Limit("EML002", "RFC 5322 §2.1.1", 998),
        Limit("EML002", "RFC 5322 §2.1.1", 78, severity=Severity.NOTE, says="the mail standard advises"),
    ),
)
HTML = String(
    (
        Limit("EML001", f"{PAGE}, table (C53)", 512_000, unit=Unit.BYTES),
        Limit("EML001", f"{PAGE}, comment (C53)", 350_000, unit=Unit.BYTES, severity=Severity.WARNING),
    ),
)
ATTACHMENT = Object(
    {
        "mimetype": Member(String(form=MEDIA_TYPE), required=True, source=f"{PAGE} (C54)"),
        "name": Member(_TEXT, required=True, source=PAGE),
        "mediaUrl": Member(String(form=WEB_URL), required=True, source=PAGE),
        "cid": Member(_TEXT, source=PAGE),
    },
    "an attachment",
)


def _content(kind: str, text: bool) -> Mapping[str, Member]:
    return {
        "type": Member(String(choices=(kind,)), required=True, source=PAGE),
        "subject": Member(SUBJECT, required=True, source=PAGE),
        "replyTo": Member(_ADDRESS, source=f"{PAGE} (C51)"),
        "encoding": Member(String(choices=("utf-8",), fold=True), source="DEV/send-message-v2 (C51)"),
        "text": Member(_TEXT, required=text, source=PAGE),
        "html": Member(HTML, source=f"{PAGE} (C52)"),
        "attachments": Member(Array(ATTACHMENT), source=PAGE),
    }


_KIND = String(choices=("text", "html"))
CONTENT = OneOf(
    "type",
    {
        "text": Object(_content("text", text=True), "a text mail", checks=(no_html, no_encoding, one_line, mail_size)),
        "html": Object(
            _content("html", text=False),
            "an html mail",
            checks=(has_html, no_encoding, one_line, unattached, mail_size),
        ),
    },
    Object({"type": Member(_KIND, required=True, source=PAGE)}, "the content", rest=Anything()),
)
TEMPLATE = Object(
    {"id": Member(_TEXT, required=True, source="facts §5.1"), "subject": Member(SUBJECT, source=PAGE)},
    "the template",
    checks=(one_line,),
)
_TRACKED = Switch("boolean", also="C9")
OPTIONS = link_options(
    required=False,
    extra={
        "fromName": Member(_TEXT, source=PAGE),
        "trackClicks": Member(_TRACKED, source=PAGE),
        "trackOpens": Member(_TRACKED, source=PAGE),
        "listUnsubscribeUrl": Member(String(form=WEB_URL), source=PAGE),
        "unsubscribeEmailAddress": Member(_ADDRESS, source=PAGE),
        "unsubscribeEmailSubject": Member(_TEXT, source=PAGE),
    },
    checks=(unsubscribing, one_line),
)
RECEIPTS = ("submitted", "delivered", "read", "clicked", "bounce", "not verified", "invalid", "complaint", "failed")
BODY = v2(
    "e-mail",
    "email",
    CONTENT,
    ("email",),
    sender=_ADDRESS,
    options=OPTIONS,
    requested=receipts(RECEIPTS, (Variant("bounced", "bounce", "C47"),)),
    template=TEMPLATE,
    extra={
        "cc": Member(Array(_ADDRESS), source=PAGE),
        "bcc": Member(Array(_ADDRESS), source=PAGE),
        "multipleToRecipients": Member(Switch(), source=PAGE),
    },
    texts=(("content", "subject"), ("content", "text"), ("content", "html")),
    own=PLACEHOLDERS,
    checks=(unused, opens_of_text, one_for_all),
)
