"""What a spec may write in a rung by SMS, and in its sender."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word

_ID = Slot("id", Takes.TEXT, fixed=True)

WORDS = (
    Word("body", (Slot("body", Takes.TEXT),), kind=True, about="the text; its length is counted in parts"),
    Word(
        "binary",
        (Slot("binary", Takes.TEXT, fixed=True),),
        kind=True,
        about="a binary message as hexadecimal digits (v1)",
    ),
    Word("template", (_ID,), block=(), kind=True, assigns=True, about="a text stored in the console, and its values"),
    Word("unicode", (Slot("unicode", Takes.SWITCH),), about="send as Unicode even where the SMS alphabet would do"),
    Word("dlt_template", (Slot("dlt_template", Takes.TEXT, fixed=True),), about="the id of a DLT template (India, v1)"),
    Word(
        "send_link_as_app_clip", (Slot("send_link_as_app_clip", Takes.SWITCH),), about="the link opens an app clip (v1)"
    ),
    Word(
        "store_region",
        (Slot("store_region", Takes.TEXT, fixed=True),),
        about="the app clip's store, US when silent (v1)",
    ),
)
SENDER = (
    Word("id", (_ID,), about="a sender id, a short code or a number without its plus sign; v1 has the service's own"),
)
