"""In-app: texts, media, places, cards and signals in the thread of a mobile or web app, by v1 of the API.

**Who is reached.** A person has a `userid`, the name under which the app knows them, or a `customerid`, which the
customer profile resolves. A sender is an `app`, the id of the mobile or web asset in the console. Every message belongs
to a `thread`.

**Content.** `text`; `image`, `video` (with its `preview`, a small JPEG in base64), `audio` and `file`, each with the
text above it as `caption`; `location`; `cards` with up to 8 cards, each with up to 5 pictures and 3 buttons. Up to 5
`quick_reply`s stand under a text, a medium or a place, not under cards or a signal. `signal typing_on`, `typing_off`
and `thread_alert` are events without content; signs of typing count towards the sending rate. `template` names a stored
template, beside the content. What a button or a quick reply gives back is its id and the keys of its block; `extras`
are keys for the app itself. The vendor's own chat widget wants `extras { }`, if only empty.

**Notification.** `notification` is the notice that goes out with the message: a title and a text, what is so on
`android`, on `ios` and in browsers (`web`), and one or two buttons (`interactive`), as with push. Its buttons may be
answered on the spot (`inline_reply`, `trivial_reply`).

**Size.** The whole message is at most 4096 bytes of JSON, with every personal text at its longest; the preview of a
video counts too.

**Where pages disagree.** Five quick replies pass by the status codes, four by the page (C66: error and warning). Ids
are letters and digits by the rule, and have hyphens in printed requests (C67: a note). `size` and `duration` may be
left out (C63). `rt`, `quickreplies`, `imageurl` and `attachment_url` are older spellings (C3, C64, C65: a note). The
notice's buttons have no `device_types` and no `pushref` here (C68), and their names need not be the category's (C69).
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.inapp.content import build
from sendspec.channels.inapp.wire import BODY, TITLE
from sendspec.channels.inapp.words import SENDER, WORDS

V1 = Api(
    version="v1",
    name="appmessaging",
    body=BODY,
    build=build,
    places=MappingProxyType({"from": ("appid",), "content": ("channels", "appmessaging"), "message": ("message",)}),
    settings=MEMBERS["v1"],
    read=later(f"{__name__}.reading", "read"),
    profiles=MappingProxyType({"introduction": "rt"}),
)

CHANNEL = Channel(
    name="inapp",
    title=TITLE,
    family="INA",
    words=WORDS,
    sender=SENDER,
    addresses=("userid", "customerid"),
    apis=(V1,),
    reports=frozenset({"submitted", "delivered", "read", "clicked"}),
)
