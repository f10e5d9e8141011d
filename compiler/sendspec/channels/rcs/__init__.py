"""RCS: rich messages from a verified app to telephone numbers, by Messaging API v2.

A rung holds one kind of content. `text "…"` is up to 1024 characters. `image`, `video`, `audio` and `file` send one
file from a public address that ends in its type. `card { … }` puts a title, a body, an image or a video and buttons
together; `carousel small|medium { card … }` holds two to ten cards, all with media of one height. `template "id"` sends
a stored template, and each `name = value` in its block becomes a substitution. `signal typing_on` and
`signal read message_id "…"` show a state and send nothing.

Buttons are `reply`, `open`, `dial`, `map`, `ask_location` and `event`. Those of a text, a file or a carousel stand in
its block or in the rung; those of a card in its block, and any in the rung are put after them. A stored template and a
signal have none.

Where a card is silent it is `orientation vertical`, `thumbnail_alignment left`, and its media `height medium`. Only
texts are substituted by the platform: a personal value anywhere else divides the people into requests of equal content.
When the next rung is `else on failed try sms` with a plain `body`, it travels inside this request as its SMS fallback,
unless the rung says `sms_fallback no`.

Pages of the vendor disagree about counts of buttons (C18 to C20), tall media in a carousel (C23), the unit of a file
size (C21: bytes here) and the least content of a card (C26): the looser statement is the error, the stricter one a
warning.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.rcs.answers import ANSWERS
from sendspec.channels.rcs.content import build, fall_back
from sendspec.channels.rcs.wire import BODY
from sendspec.channels.rcs.words import SENDER, WORDS

V2 = Api(
    version="v2",
    name="rcs",
    body=BODY,
    build=build,
    places=MappingProxyType(
        {
            "from": ("from",),
            "content": ("content",),
            "template": ("template",),
            "substitutions": ("substitutions",),
            "options": ("options",),
            "fallback": ("options",),
        }
    ),
    settings=MEMBERS["v2"] - {"smartlinks"},
    receipts=MappingProxyType(
        {"submitted": "Sent", "delivered": "Delivered", "read": "Read", "clicked": "Clicked", "failed": "Failed"}
    ),
    substitutes=frozenset({"content/text"}),
    native=MappingProxyType({"sms": fall_back}),
    read=later(f"{__name__}.reading", "read"),
)

CHANNEL = Channel(
    name="rcs",
    title="RCS",
    family="RCS",
    words=WORDS,
    sender=SENDER,
    addresses=("msisdn",),
    apis=(V2,),
    reports=frozenset({"submitted", "delivered", "read", "clicked"}),
    answers=ANSWERS,
)
