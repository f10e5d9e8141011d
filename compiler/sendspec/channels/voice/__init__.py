"""Voice: a call that plays or says something, or starts a call flow.

**Content.** v1 has `prompt "…"`, an audio prompt of the tenant, and `flow "…"`, a call flow of the console. v2 has
`play "…"`, an uploaded medium, and `say TEXT { language "en-GB", voice "RyanNeural", gender male, region "UK" }`, a
text that is spoken, of up to 2000 characters. A rung holds one of the four. A word that the rung's version lacks is an
error: `try voice from … via v2` chooses the version for one rung, `[api] voice = "v2"` for all.

**Speech.** The language, the voice, its gender and the region are compulsory and go together: a file in several locales
gives each by a text with a name, `language text.spoken`. The engine is always Azure, its voice neural. A text is read
as it stands: SSML works by another API only, the Voice API.

**Sender.** `number` is the number that calls, with its country code. A plus sign is taken and left out. On v1 a sender
without a number leaves it to the service; v2 needs one.

**Versions.** v1 by default. Only v2 has `receipts`, `send_at`, `validity` and personal values inside one shared text.
Neither shortens links, and no receipt says that a call was delivered or read: an `else on failed` hears of nobody
answering, of a busy line and of a call that was rejected.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.voice.content import v1, v2
from sendspec.channels.voice.wire import OTHER_API, RECEIPTS, TITLE, V1_BODY, V2_BODY
from sendspec.channels.voice.words import SENDER, WORDS

#: No link is shortened or tracked in a call.
_LINKS = frozenset({"options", "smartlinks"})

CHANNEL = Channel(
    name="voice",
    title=TITLE,
    family="VOI",
    words=WORDS,
    sender=SENDER,
    addresses=("msisdn",),
    apis=(
        Api(
            "v1",
            "voice",
            V1_BODY,
            v1,
            MappingProxyType({"content": ("channels", "voice")}),
            MEMBERS["v1"] - _LINKS,
            read=later(f"{__name__}.reading", "v1"),
        ),
        Api(
            "v2",
            "voice",
            V2_BODY,
            v2,
            MappingProxyType({"from": ("from",), "content": ("content",)}),
            MEMBERS["v2"] - _LINKS,
            receipts=MappingProxyType({name: name for name in RECEIPTS}),
            substitutes=frozenset({"content/text"}),
            read=later(f"{__name__}.reading", "v2"),
            failed=("rejected",),
        ),
    ),
    reports=frozenset(),
    elsewhere=(OTHER_API,),
)
