"""Apple Messages for Business: texts, rich links, pickers, forms, sign-ins and invitations, by v1 of the API.

**Who is reached.** A person who has written has an `abc_user`, `urn:mbid:…`; a `rich_link` also reaches a `userid`
(C45). An `invitation` goes to telephone numbers, `msisdn`, and is the only content that does. A sender is an `app`, the
id of the asset in the console. The platform reports neither delivery nor reading, so a ladder waits for `submitted` or
goes `on failed`.

**Texts and links.** A `text` holds `\\u{FFFC}` where each `attach URL` is shown. A `rich_link URL { title …, image … }`
shows a PNG picture or a film. The end of an address tells the media type; `type "…"` states it. File names have no `+`.

**Interactive content** has a `request_identifier` that comes back with the answer, any number of pictures (`image URL
identifier I`, or `image identifier I data "…"` in base64) that the rest names by `image_identifier`, the bubble before
the answer (`received_message { … }`) and the one after it (`reply_message { … }`); a quick reply goes without them.

- `quick_reply QUESTION { item ID LABEL … }` has two to five answers, each on one line.
- `list_picker { section TITLE { item ID LABEL … } }` has up to 20 sections of up to 20 items.
- `time_picker { timeslot ID start_time T duration D … }` has up to ten slots, `timezone_offset` minutes from GMT.
- `form { select|picker|date_picker|input ID { … } }` has pages that name the `next_page_identifier`; it begins with the
  one that stands first.
- `app { … }` opens an iMessage app of your own, `authenticate { … }` asks a person to sign in (OAuth 2).
- `payment { request { … } … }` asks for a payment by Apple Pay. No page says what stands in the request: it is yours.

`signal typing_on` and `typing_off` show that somebody writes. `bid yes` names Apple's extension in the request; a time
picker and a sign-in do so by themselves, and `bid no` leaves it out.

The vendor's page prints the app and the sign-in in the form in which Apple itself takes them (`v`, `sourceId`,
`destinationId`); `verify` tells such a body as what it is.

**Where pages disagree.** Titles, labels and buttons have 512 characters by the vendor, 200 by Apple's rule since
August 2026 (C42: error and warning); since then pictures are PNG of up to 200 KB too. The id of an invitation is of
letters and digits, a printed one has hyphens (C43: note). A missing `reply_message` is a note (C50, C82). The 3000
characters of a text are an operator's, and so are the pixels of pictures: warnings.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.apple.answers import ANSWERS
from sendspec.channels.apple.content import build
from sendspec.channels.apple.wire import BODY, NAME, TITLE
from sendspec.channels.apple.words import SENDER, WORDS
from sendspec.channels.declare import Api, Channel, Elsewhere, later
from sendspec.channels.envelope import MEMBERS

V1 = Api(
    version="v1",
    name=NAME,
    body=BODY,
    build=build,
    places=MappingProxyType({"from": ("appid",), "content": ("channels", NAME)}),
    settings=MEMBERS["v1"] - {"options", "smartlinks"},
    read=later(f"{__name__}.reading", "read"),
)

#: As the vendor's page prints the app and the sign-in.
OWN_FORM = Elsewhere(
    frozenset({"sourceId", "destinationId", "interactiveData"}),
    "a message in Apple's own form; sendspec knows the Messaging API, where it stands under `channels`",
    f"put `type` and `interactiveData` into `channels.{NAME}`, the person's id into `destination`",
)

CHANNEL = Channel(
    name="apple",
    title=TITLE,
    family="APL",
    words=WORDS,
    sender=SENDER,
    addresses=("abc_user",),
    apis=(V1,),
    reports=frozenset({"submitted"}),
    addressed=MappingProxyType({"rich_link": ("abc_user", "userid"), "invitation": ("msisdn",)}),
    elsewhere=(OWN_FORM,),
    answers=ANSWERS,
)
