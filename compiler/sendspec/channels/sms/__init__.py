"""SMS: a short text to a mobile number.

**Content.** `body` is the text. `binary` sends hexadecimal digits, `template` a text stored in the console with its
values. `unicode yes` asks for Unicode; without it the text decides, for each person: characters outside the SMS
alphabet need it.

**Length.** A text of the SMS alphabet fits 160 characters in one part, and 153 in each of several; a Unicode text 70
and 67. The API takes 4000 characters; one page of v1 stops at 1024 characters, another at 1024 bytes, so lint warns
above them. Fewer than 450 are advised. Smart links and shortened links change the length after the request: count
generously.

**Sender.** `id` is 3 to 11 letters, digits and spaces (people cannot answer it), a short code of 5 to 7 digits, or a
number. It never has a plus sign. What a country allows differs.

**Versions.** v1 by default; `[api] sms = "v2"` chooses v2. Only v1 has `binary`, `dlt_template`, app clips, `route` and
`priority`; only v2 has `receipts`, `send_at`, `validity` and personal values inside one shared text.
"""

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.sms.content import v1, v2
from sendspec.channels.sms.wire import TITLE, V1_BODY, V2_BODY
from sendspec.channels.sms.words import SENDER, WORDS

CHANNEL = Channel(
    name="sms",
    title=TITLE,
    family="SMS",
    words=WORDS,
    sender=SENDER,
    addresses=("msisdn",),
    apis=(
        Api(
            "v1",
            "sms",
            V1_BODY,
            v1,
            MappingProxyType({"content": ("channels", "sms"), "message": ("message",)}),
            MEMBERS["v1"],
            read=later(f"{__name__}.reading", "v1"),
        ),
        Api(
            "v2",
            "sms",
            V2_BODY,
            v2,
            MappingProxyType(
                {
                    "from": ("from",),
                    "content": ("content",),
                    "template": ("template",),
                    "substitutions": ("substitutions",),
                }
            ),
            MEMBERS["v2"],
            receipts=MappingProxyType(
                {"submitted": "SUBMITTED", "delivered": "DELIVERED", "clicked": "CLICKED", "failed": "FAILED"}
            ),
            substitutes=frozenset({"content/text"}),
            read=later(f"{__name__}.reading", "v2"),
        ),
    ),
    reports=frozenset({"submitted", "delivered", "clicked"}),
    parts=True,
)
