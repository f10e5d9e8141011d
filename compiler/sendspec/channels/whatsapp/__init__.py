"""WhatsApp: texts, media, places, cards, menus and approved templates, by v1 of the API.

**Who is reached.** A person has a `waid` (a WhatsApp id or number), a `bsuid` (an id that only this business sees), or
both; both then stand in one destination, and the platform prefers the `waid`. A sender is an `app`, the id of the
WhatsApp app in the console.

**Content.** `template "id" { … }` sends an approved template; it is the only content that reaches a person who has not
written in the last 24 hours. Everything else answers: `text`, `image`, `video`, `audio`, `file`, `sticker`, `location`,
`contact` (several go out together), `list` (up to ten rows behind a button) and `buttons` (one to three). Lint warns
when such content stands in a message that the person did not ask for, that is, of another category than `service`.
`hsm` is the older form of a template and deprecated. `preview yes` shows a preview of the first address in a text;
`identity_key_hash "…"` states the identity check value.

**Media.** An address ends in the file's extension, which tells the media type; where it does not, `type "…"` states
it. Pictures are JPEG or PNG, films MP4 or 3GPP, sounds AAC, MP4, MPEG, AMR or OGG, documents text, PDF or office
files, stickers WEBP. Captions stand under pictures, films and documents only.

**Templates.** Inside the block, `name = value` gives a variable of the template. A value is a text, or typed:
`date_time(x)` (its text and, when x is an instant, its time stamp), `currency(x)` of a `money` variable, `url(x)` with
what follows the template's own address, `otp(x)` with a passcode. `date_time(x | local(tz, "…"))` chooses the text, and
a text of one's own stands before its value: `date_time("on Saturday", x)`, `currency("forty pounds", GBP 40)`. An
`image`, `video` or `file` is the header's medium, `reply LABEL data D` a quick reply. Values stand on one line, with at
most four blanks in a row, and are never empty.

**Where pages disagree.** A section title has 24 characters by the vendor, 20 by an operator (C32: error and warning).
`mimeType` is written in lower case; other case, `image/jpg` and parameters are taken with a note (C34). The description
of a row is optional (C31). A template is sent with `channels` around an empty object (C33). The 60 characters of a
list's footer, and the limits of rows and buttons, are the platform's: the vendor states none.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.whatsapp.answers import ANSWERS
from sendspec.channels.whatsapp.content import build
from sendspec.channels.whatsapp.wire import BODY, TITLE
from sendspec.channels.whatsapp.words import SENDER, WORDS

V1 = Api(
    version="v1",
    name="whatsapp",
    body=BODY,
    build=build,
    places=MappingProxyType(
        {"from": ("appid",), "content": ("channels", "OTT-Messaging", "wa"), "message": ("message",)}
    ),
    settings=MEMBERS["v1"],
    read=later(f"{__name__}.reading", "read"),
)

CHANNEL = Channel(
    name="whatsapp",
    title=TITLE,
    family="WAP",
    words=WORDS,
    sender=SENDER,
    addresses=("waid", "bsuid"),
    apis=(V1,),
    reports=frozenset({"submitted", "delivered", "read", "clicked"}),
    answers=ANSWERS,
    together=True,
    session=frozenset(word.name for word in WORDS if word.kind) - {"template", "hsm"},
)
