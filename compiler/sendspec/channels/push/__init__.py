"""Push: notices on phones and in browsers, with buttons and pictures, by v1 of the API.

**Who is reached.** A `userid` is the name under which an app knows a person: it reaches each of their devices, and is
preferred. Else one device or browser is reached by its own id: `android_push`, `hms_push` (Huawei), `ios_push`,
`chrome_push`, `firefox_push`, `safari_push`; last comes `customerid`, which the customer profile resolves. A rung goes
to those whom one of its notices can reach: with `ios { … }` alone, a person who has only an `android_push` falls to the
next rung. A sender is an `app`, the id of the mobile or web asset in the console.

**Content.** One message holds the notice of each platform: `android { … }`, `ios { … }`, `web { … }`, at least one of
them. Each has its `text`, and may have a `title`, an `image` (phones), what a tap opens (`open url`, `webview`,
`deeplink`, `html`, `app`; in browsers `open url`), a `collapse_key`, a `time_to_live` and `tags { … }`, keys of your
own whose values are texts, lists or blocks. `badge` and `sound` are for iPhones. `interactive CATEGORY { … }` puts one
or two buttons under the notices of phones; the category names them, and each line of the block says what one does.
`template` names a stored template, beside the notices.

**Size.** All notices together are at most 4096 bytes of JSON, with every personal text at its longest.

**Where pages disagree.** `safari` is in the tables, a note has Chrome and Firefox only (C56: a warning). A title in
browsers is compulsory or not (C58: compulsory in a spec); `actiontext` is for Safari. A notice in browsers lives four
weeks, or 600 days (C60: warning and error). `platorm_types`, places of buttons in quotes and `OPEN_WEBVIEW` are other
spellings (C57, C61, C70: a note). `customerid` stands in comments only (C59: a note in a body).
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Api, Channel, later
from sendspec.channels.envelope import MEMBERS
from sendspec.channels.push.content import build
from sendspec.channels.push.wire import BODY, TITLE
from sendspec.channels.push.words import SENDER, WORDS

V1 = Api(
    version="v1",
    name="push",
    body=BODY,
    build=build,
    places=MappingProxyType({"from": ("appid",), "content": ("channels", "push"), "message": ("message",)}),
    settings=MEMBERS["v1"] - {"options", "smartlinks"},
    read=later(f"{__name__}.reading", "read"),
)

CHANNEL = Channel(
    name="push",
    title=TITLE,
    family="PSH",
    words=WORDS,
    sender=SENDER,
    addresses=(
        "userid",
        "android_push",
        "hms_push",
        "ios_push",
        "chrome_push",
        "firefox_push",
        "safari_push",
        "customerid",
    ),
    apis=(V1,),
    reports=frozenset({"submitted", "delivered", "read"}),
    addressed=MappingProxyType(
        {
            "android": ("userid", "android_push", "hms_push", "customerid"),
            "ios": ("userid", "ios_push", "customerid"),
            "web": ("userid", "chrome_push", "firefox_push", "safari_push", "customerid"),
        }
    ),
)
