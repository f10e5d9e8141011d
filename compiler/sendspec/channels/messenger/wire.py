"""What a request by Messenger may hold on v1: `channels["OTT-Messaging"].fb`, with every limit and its source."""

from __future__ import annotations

from sendspec.channels.declare import Array, Limit, Member, Object, OneOf, String, Variant
from sendspec.channels.envelope import link_options, v1
from sendspec.channels.forms import WEB_URL
from sendspec.channels.messenger import checks
from sendspec.channels.messenger.forms import NOTIFICATION, TAG
from sendspec.channels.messenger.pieces import ATTACHMENT, META, PAGE, SDK, maybe, needed
from sendspec.channels.messenger.words import MESSAGING, NOTIFICATIONS, SIGNALS
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

TITLE = "Messenger"

TEXT = Limit("MSG001", SDK, 2000)
REPLIES = (
    Limit("MSG002", f"{META}, C35", 13, unit=Unit.ITEMS),
    Limit("MSG002", f"{PAGE}, C35", 10, unit=Unit.ITEMS, severity=Severity.WARNING, says="the vendor takes"),
)
REPLY_TITLE, REPLY_DATA = Limit("MSG003", PAGE, 20), Limit("MSG004", PAGE, 1000)

_KIND = {
    "content_type": needed(String(choices=("text", "location"))),
    "image_url": maybe(String(form=WEB_URL)),
}
_LABEL, _DATA = String((REPLY_TITLE,)), String((REPLY_DATA,))
_FREE = Object({**_KIND, "title": maybe(_LABEL), "payload": maybe(_DATA)}, "a quick reply")
REPLY = OneOf(
    "content_type",
    {"text": Object({**_KIND, "title": needed(_LABEL), "payload": needed(_DATA)}, "a quick reply"), "location": _FREE},
    _FREE,
)
MESSAGE = Object(
    {
        "text": maybe(String((TEXT,))),
        "attachment": maybe(ATTACHMENT),
        "sender_action": maybe(String(choices=tuple(SIGNALS.values()))),
        "notification_type": maybe(String(choices=tuple(NOTIFICATIONS.values()), form=NOTIFICATION)),
        "messaging_type": maybe(String(choices=tuple(MESSAGING.values()))),
        "tag": maybe(String(form=TAG)),
        "type": maybe(String()),
        "quick_replies": maybe(Array(REPLY, REPLIES, (checks.replies_have_images,))),
    },
    "`fb`",
    checks=(checks.one_content, checks.tag_is_due, checks.replies_have_company),
)
_MESSAGING = Object(
    {"fb": needed(MESSAGE)},
    "`OTT-Messaging`",
    foreign={"wa": ("API025", f"`wa` stands in `OTT-Messaging`; a request by {TITLE} holds `fb` only")},
)

BODY = v1(
    TITLE,
    "fb",
    {"OTT-Messaging": Member(_MESSAGING, required=True, source=PAGE)},
    ("psid",),
    names=(Variant("messenger", "fb", "C4"),),
    appid=True,
    options=link_options(required=True),
    smart_links=True,
)
