"""MMS: slides of a text and a file, to telephone numbers of the United States and Canada, by Messaging API v2.

A rung has a `subject` of up to 80 characters and one to nine `slide { … }`. A slide holds a `text` of up to 4096
characters and one file: `image`, `video`, `audio` or `file`, each by its whole address. What a `file` is, its ending
tells or else `type`: PDF, calendar or contact card; Excel, text or SMIL, which the page lists and never prints. Formats
are JPG, PNG, GIF, AVIF, HEIC; MP3, AMR, M4A; MP4, 3GP; XLS, XLSX; ICS; VCF; PDF. A file weighs at most 750 KB, and so
does the whole message; no request shows either.

A slide is shown for `duration 5` where nothing is said; `timed no` leaves that out of the request. `name` is your own
name for the message, its name in the spec where nothing is said. `template "id"` sends a stored template instead.

The platform substitutes in the texts of slides, in the name and in the SMS that stands in; a personal subject or
address divides the people into requests of equal ones.

When the next rung is `else on failed try sms` with a plain `body`, it travels inside this request (`fallbacktext`). No
request can say who that SMS comes from: where its sender is not the number of the MMS, lint tells. Beside a stored
template the SMS is a request of its own.

Pages disagree whether the name and that SMS are compulsory (C30): the name is always sent.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.mms.answers import ANSWERS
from sendspec.channels.mms.content import build, fall_back
from sendspec.channels.mms.wire import BODY, TITLE
from sendspec.channels.mms.words import SENDER, WORDS

V2 = Api(
    version="v2",
    name="mms",
    body=BODY,
    build=build,
    places=MappingProxyType(
        {
            "from": ("from",),
            "content": ("content",),
            "template": ("template",),
            "substitutions": ("substitutions",),
            "fallback": ("content",),
        }
    ),
    settings=MEMBERS["v2"] - {"options", "smartlinks"},
    receipts=MappingProxyType({"submitted": "SUBMITTED", "delivered": "DELIVERED", "failed": "FAILED"}),
    substitutes=frozenset({"content/attachments/*/messageText", "content/name", "fallback/fallbacktext"}),
    native=MappingProxyType({"sms": fall_back}),
    read=later(f"{__name__}.reading", "read"),
)

CHANNEL = Channel(
    name="mms",
    title=TITLE,
    family="MMS",
    words=WORDS,
    sender=SENDER,
    addresses=("msisdn",),
    apis=(V2,),
    reports=frozenset({"submitted", "delivered", "read", "clicked"}),
    answers=ANSWERS,
)
