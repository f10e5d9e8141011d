"""What a request by MMS may hold: its slides, content, template and sender, with every limit and its source."""

from __future__ import annotations

from sendspec.channels.declare import Anything, Array, Limit, Member, Number, Object, String
from sendspec.channels.envelope import receipts, v2
from sendspec.channels.forms import WEB_URL, number_of
from sendspec.channels.mms.checks import (
    LINKS,
    as_printed,
    lasts,
    named_and_replaced,
    no_links,
    one_kind,
    shows_something,
    within_reach,
)
from sendspec.channels.mms.kinds import KINDS
from sendspec.values.bounds import Unit

PAGE, TITLE = "DEV/mms-api", "MMS"
NUMBER = number_of(
    "a number that can send MMS", "MMS014", "write the digits of the number alone, the country code first"
)
SLIDE = Object(
    {
        "type": Member(String(choices=tuple(KINDS)), required=True, source=PAGE, missing="MMS006"),
        "messageText": Member(String((Limit("MMS002", f"{PAGE}, status 7145", 4096),)), source=PAGE),
        "mediaUrl": Member(String(form=WEB_URL), source=PAGE),
        "duration": Member(Number(), source=f"{PAGE}, status 7232"),
    },
    "a slide",
    checks=(shows_something, one_kind, lasts, as_printed),
)
_SLIDES = (
    Limit("MMS003", f"{PAGE}, status 7146", most=9, unit=Unit.ITEMS),
    Limit("MMS003", f"{PAGE}, status 7235", least=1, unit=Unit.ITEMS),
)
#: The longest text of an SMS, which this one is sent as.
_STAND_IN = Limit("MMS016", "status 7107", 4000, says="an SMS takes")
CONTENT = Object(
    {
        "subject": Member(String((Limit("MMS001", PAGE, 80),)), required=True, source=PAGE),
        "fallbacktext": Member(String((_STAND_IN,)), source=f"{PAGE} (C30)"),
        "name": Member(String(), source=f"{PAGE} (C30)"),
        "attachments": Member(Array(SLIDE, _SLIDES), required=True, source=PAGE),
    },
    "an MMS",
    checks=(named_and_replaced,),
)
_BESIDE = {
    "subject": ("MMS015", "a subject beside a stored template; it goes with slides"),
    "name": ("MMS015", "a name beside a stored template; it goes with slides"),
}
TEMPLATE = Object(
    {"id": Member(String(), required=True, source="DEV/send-message-v2")}, "a stored template", foreign=_BESIDE
)
_OPTIONS = Object({key: Member(Anything()) for key in sorted(LINKS)}, checks=(no_links,))
BODY = v2(
    TITLE,
    "mms",
    CONTENT,
    ("msisdn",),
    sender=String(form=NUMBER),
    options=_OPTIONS,
    requested=receipts(("SUBMITTED", "DELIVERED", "FAILED")),
    template=TEMPLATE,
    texts=(
        ("content", "subject"),
        ("content", "fallbacktext"),
        ("content", "name"),
        ("content", "attachments", "*", "messageText"),
    ),
    checks=(within_reach,),
)
