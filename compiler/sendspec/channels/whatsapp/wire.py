"""The whole body of a WhatsApp request on v1: the content by its type, or a stored template (facts §4.5, §12.4)."""

from __future__ import annotations

from sendspec.channels.declare import Member, Object, String
from sendspec.channels.envelope import link_options, v1
from sendspec.channels.whatsapp.forms import BSUID, WAID
from sendspec.channels.whatsapp.pieces import WA
from sendspec.channels.whatsapp.shapes import WHATSAPP
from sendspec.channels.whatsapp.stored import MESSAGE, content_or_template

TITLE = "WhatsApp"

_MESSAGING = Object({"wa": Member(WHATSAPP, required=True, source=WA)}, "`OTT-Messaging`")

BODY = v1(
    TITLE,
    "whatsapp",
    {"OTT-Messaging": Member(_MESSAGING, required=True)},
    ("waid", "bsuid"),
    together=True,
    shapes={"waid": String(form=WAID), "bsuid": String(form=BSUID)},
    appid=True,
    options=link_options(required=True),
    smart_links=True,
    message=MESSAGE,
    channels_required=False,
    channels_always={"OTT-Messaging": {"wa": {}}},  # C33
    checks=(content_or_template,),
)
