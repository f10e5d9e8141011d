"""Messenger: texts, media, cards, receipts and answers to tap, by v1 of the API.

**Who is reached.** A person has a `psid`, the id that a person has for one page of Facebook. A sender is an `app`, the
id of the Messenger app in the console.

**Content.** One of: `text` (up to 2000 characters); `image`, `video`, `audio` or `file` with an address; `cards { card
{ … } }` with one to ten cards side by side; `buttons { body … }`, a text with one to three buttons; `receipt { … }`,
the receipt of an order; `signal typing_on`, a sign without content. A card has a `title` and one thing more: a
`subtitle`, an `image`, an `item_url` that a tap on it opens, or up to three buttons. A button is `reply LABEL data D`
or `open LABEL url URL`; a label has 20 characters.

**Quick replies.** Below a text, media or cards stand answers to tap: `quick_reply LABEL data D image URL`, and
`ask_location`, which sends where the person is. The platform takes 13, the vendor states 10 (C35: error and warning).
One sentence of the vendor has the image as compulsory for now, its table and its requests have not (C36: a note).

**When it arrives.** Within 24 hours after the person has written. `messaging response` and `messaging update` say
that it answers, or tells something new, within that time. Later than that it is sent with `messaging tag` and `tag
HUMAN_AGENT`, where one of the staff answers; the older tags work no longer (C38). Lint warns where a message that the
person did not ask for, that is, of another category than `service`, has no tag.

**Further.** `notification_type NO_PUSH` shows it without a sound; `SILENT_PUSH` stands in a comment of the vendor
only (C37: a note). `type "conversation"` is printed in two requests, and explained nowhere. In a receipt, `timestamp`
is an instant, sent as the seconds since 1970; sums are numbers; `summary` holds what is known of `subtotal`,
`shipping_cost`, `total_tax` and `total_cost`.

**The name.** `deliverychannel` is `fb`; the older Introduction has `messenger` (C4), taken with a note.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.messenger.answers import ANSWERS
from sendspec.channels.messenger.content import build
from sendspec.channels.messenger.wire import BODY, TITLE
from sendspec.channels.messenger.words import SENDER, WORDS

V1 = Api(
    version="v1",
    name="fb",
    body=BODY,
    build=build,
    places=MappingProxyType({"from": ("appid",), "content": ("channels", "OTT-Messaging", "fb")}),
    settings=MEMBERS["v1"],
    read=later(f"{__name__}.reading", "read"),
    profiles=MappingProxyType({"introduction": "messenger"}),
)

CHANNEL = Channel(
    name="messenger",
    title=TITLE,
    family="MSG",
    words=WORDS,
    sender=SENDER,
    addresses=("psid",),
    apis=(V1,),
    reports=frozenset({"submitted", "delivered", "read", "clicked"}),
    session=frozenset(word.name for word in WORDS if word.kind),
    answers=ANSWERS,
)
