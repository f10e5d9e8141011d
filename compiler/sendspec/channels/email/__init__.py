"""E-mail, by Messaging API v2, from an address on a registered domain.

A mail has a `subject` and a `text`, an `html`, or both: with html it goes out as HTML and the text is for readers
that show none; `type text|html` says otherwise where the parts do not tell it (C52). `html` may come from a file
(`html file "mail/a.html"`); values are escaped in it. `reply_to`, `cc [ ]` and `bcc [ ]` name further addresses.
`attach "name" url URL type "…"` sends a file along; with `cid "…"` it is an image that the HTML shows as
`src="cid:…"`. `template "id" { name = value }` sends a stored template instead, whose subject a `subject` replaces.

`unsubscribe url …` and `unsubscribe email … subject …` set the list-unsubscribe headers; in HTML, `$(unsubscribe)` is
the platform's own link. `opens yes` reports opening, of HTML only. `multiple_to_recipients yes` makes one mail for all
people of a request, who then see one another's addresses, so nothing in it can be personal.

The platform substitutes in text and html. No page says that it does so in the subject, so a personal subject divides
the people into requests of equal ones. Receipts of an SMTP asset are `submitted` alone.

Pages disagree about the size of the HTML (C53: 350 000 or 512 000 bytes) and of a whole mail (C55: 10 or 40 MB): the
looser one is the error, the stricter one a warning. `encoding` is taken and never written (C51).
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.email.answers import ANSWERS
from sendspec.channels.email.content import build
from sendspec.channels.email.wire import BODY
from sendspec.channels.email.words import SENDER, WORDS
from sendspec.channels.envelope import MEMBERS

_FRAGMENTS = ("from", "cc", "bcc", "multipleToRecipients", "options", "content", "template", "substitutions")

V2 = Api(
    version="v2",
    name="email",
    body=BODY,
    build=build,
    places=MappingProxyType({name: (name,) for name in _FRAGMENTS}),
    settings=MEMBERS["v2"] - {"smartlinks"},
    receipts=MappingProxyType(
        {
            "submitted": "submitted",
            "delivered": "delivered",
            "read": "read",
            "clicked": "clicked",
            "failed": "failed",
            "bounced": "bounce",
            "complaint": "complaint",
            "not_verified": "not verified",
            "invalid": "invalid",
        }
    ),
    substitutes=frozenset({"content/text", "content/html"}),
    placeholders=frozenset({"unsubscribe"}),
    read=later(f"{__name__}.reading", "read"),
)

CHANNEL = Channel(
    name="email",
    title="e-mail",
    family="EML",
    words=WORDS,
    sender=SENDER,
    addresses=("email",),
    apis=(V2,),
    reports=frozenset({"submitted", "delivered", "read", "clicked"}),
    answers=ANSWERS,
)
