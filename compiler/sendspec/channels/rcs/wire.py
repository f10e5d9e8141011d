"""What a request by RCS may hold: the members of its content, template and options, with every limit and its source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC

from sendspec.channels.declare import (
    Anything,
    Array,
    Form,
    Limit,
    Member,
    Number,
    Object,
    OneOf,
    Remark,
    Shape,
    String,
    Switch,
    Variant,
)
from sendspec.channels.envelope import link_options, receipts, v2
from sendspec.channels.forms import INSTANT, SMS_SENDER, WEB_URL, has_scheme, moment, remarked
from sendspec.channels.rcs.checks import (
    HEIGHTS,
    THUMBNAIL_ADVICE,
    THUMBNAIL_BYTES,
    event_order,
    fallback,
    file_size,
    least_content,
    one_height,
    payload,
    read_message,
    tall,
)
from sendspec.channels.trail import safe
from sendspec.diagnostic import Severity
from sendspec.record import replace
from sendspec.values.bounds import Unit

PAGE, NODE, AWS = "DEV/rcs-api", "HELP/rcs-message-node", "AWS, RCS limits of an operator"
ENDINGS = (*(".bmp", ".gif", ".jpg", ".jpeg", ".png"), *(".mp4", ".m4v", ".mpeg", ".mpg"), *(".mp3", ".m4a", ".wav"))


def _characters(code: str, source: str, most: int) -> String:
    return String((Limit(code, source, most),))


def _ending(address: str) -> Remark | None:
    """The vendor wants an address that ends in the type of the file, and names the types shown (facts §4.3)."""
    last = address.rpartition("/")[2].lower()
    if last.endswith(ENDINGS):
        return None
    dot = last.rfind(".")
    said = (
        f"ends in `{safe(last[dot:])}`"
        if dot > 0 and last[dot + 1 :].isalnum()
        else "does not end in the type of its file"
    )
    return Remark(
        "RCS023",
        Severity.WARNING,
        f"{said}; RCS shows BMP, GIF, JPEG, PNG, MP4, MP3, M4A and WAV",
        "name the file itself, its ending last",
    )


def _schemeless(address: str) -> Remark | None:
    if has_scheme(address):
        return None
    return Remark("RCS025", Severity.ERROR, "has no scheme, so nothing can open it", "begin it with https://")


def _dialled(number: str) -> str | None:
    """An operator's page: `+`, the country code, no separators (facts §8.2)."""
    digits = number[1:]
    whole = digits.isascii() and digits.isdigit() and 7 <= len(digits) <= 15
    right = number.startswith("+") and whole and not digits.startswith("0")
    return None if right else "a number such as +442079460123: a plus sign, the country code, no blanks"


MEDIA_URL = remarked(
    WEB_URL, _ending, rf"https://[A-Za-z0-9.:_%@-]+/[!-~]*\.(?:{'|'.join(one[1:] for one in ENDINGS)})"
)
OPENED = Form("an address", "RCS025", lambda address: None, remark=_schemeless, sure=r"https?://[!-~]*")
DIALLED = Form(
    "a number to dial",
    "RCS024",
    _dialled,
    kinds=frozenset({"phone"}),
    schema={"pattern": r"^\+[1-9][0-9]{6,14}$"},
    sure=r"\+[1-9][0-9]{6,14}",
)

_ADDRESS = String(
    (
        Limit("RCS007", PAGE, 2048),
        Limit("RCS007", f"{AWS} (C83)", 2000, severity=Severity.WARNING, says="an operator takes"),
    ),
    form=MEDIA_URL,
)
_HEIGHT = String(choices=HEIGHTS)


def _whole(text: str) -> str:
    """An instant in UTC, without a fraction that says nothing."""
    found = moment(text)
    if found is None:
        return text
    exact = "milliseconds" if found.microsecond else "seconds"
    return f"{found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=exact)}Z"


EVENT_TIME = replace(INSTANT, current=_whole)
_FILE_SIZE = Member(Number(), also=(Variant("filesize", "fileSize", "C22"),), source=f"{PAGE}; bytes or kB (C21)")

# --- suggestions -----------------------------------------------------------------------------------------

_COMMON: Mapping[str, Member] = {
    "displayText": Member(_characters("RCS005", NODE, 25), required=True, source=NODE),
    "postbackData": Member(_characters("RCS006", AWS, 2048), source=AWS),
}
KINDS = ("reply", "viewLocation", "shareLocation", "openUrl", "calendarEvent", "dialPhone")


def _suggestion(kind: str, title: str, *checks: object, **members: Member) -> Object:
    return Object({"type": Member(String(choices=(kind,)), required=True), **_COMMON, **members}, title, checks=checks)  # type: ignore[arg-type]


_TEXT = String()
SUGGESTION = OneOf(
    "type",
    {
        "reply": _suggestion("reply", "a reply"),
        "viewLocation": _suggestion(
            "viewLocation",
            "a place to view",
            latitude=Member(Number(-90, 90), required=True),
            longitude=Member(Number(-180, 180), required=True),
            address=Member(_TEXT),
        ),
        "shareLocation": _suggestion("shareLocation", "a request for the location"),
        "openUrl": _suggestion(
            "openUrl",
            "a link",
            url=Member(String(form=OPENED), required=True, also=(Variant("URL", "url", "C25"),)),
        ),
        "calendarEvent": _suggestion(
            "calendarEvent",
            "a calendar event",
            event_order,
            startTime=Member(String(form=EVENT_TIME), required=True),
            endTime=Member(String(form=EVENT_TIME), required=True),
            meetingTitle=Member(_TEXT, required=True),
            meetingDescription=Member(_TEXT),
        ),
        "dialPhone": _suggestion("dialPhone", "a number to dial", phone=Member(String(form=DIALLED), required=True)),
    },
    Object({"type": Member(String(choices=KINDS), required=True)}, "a suggestion", rest=Anything()),
)


def _suggestions(code: str, loose: tuple[str, int], strict: tuple[str, int]) -> Member:
    """A list of suggestions with the two statements of its length."""
    says = "one page of RCS takes"
    warned = Limit(code, *strict, unit=Unit.ITEMS, severity=Severity.WARNING, says=says)
    return Member(Array(SUGGESTION, (Limit(code, *loose, unit=Unit.ITEMS), warned)), source=strict[0])


_OF_MESSAGE = _suggestions("RCS008", (f"{NODE} (C18)", 11), (f"{PAGE} (C18)", 10))
_OF_CARD = _suggestions("RCS009", (f"{PAGE}, printed (C19)", 6), (f"{PAGE} (C19)", 4))
_OF_SLIDE = _suggestions("RCS010", (f"{NODE} (C20)", 4), (f"{PAGE} (C20)", 2))

# --- content ---------------------------------------------------------------------------------------------

_TITLES: Mapping[str, Member] = {
    "title": Member(_characters("RCS003", NODE, 200), source=NODE),
    "description": Member(_characters("RCS004", NODE, 2000), source=NODE),
}
_RICH_MEDIA = Object(
    {
        "url": Member(_ADDRESS, required=True),
        "height": Member(_HEIGHT, required=True),
        "filesize": Member(Number(), also=(Variant("fileSize", "filesize", "C22"),), source=PAGE),
    },
    "the media of a card",
    checks=(file_size("url"),),
)
_SLIDE_MEDIA = Object(
    {"url": Member(_ADDRESS, required=True), "height": Member(_HEIGHT, required=True), "fileSize": _FILE_SIZE},
    "the media of a card",
    checks=(file_size("url"), tall),
)
_STILL = String(
    choices=("image/jpeg", "image/png"), variants=(Variant("image/gif", "image/png", "one printed request has a GIF"),)
)
_THUMBNAIL = Object(
    {
        "url": Member(_ADDRESS, required=True),
        "fileSize": _FILE_SIZE,
        "height": Member(_HEIGHT),
        "contentType": Member(_STILL),
        "description": Member(_TEXT),
    },
    "a thumbnail",
    checks=(file_size("url", THUMBNAIL_BYTES, THUMBNAIL_ADVICE),),
)
RICH_CARD = Object(
    {
        **_TITLES,
        "orientation": Member(String(choices=("HORIZONTAL", "VERTICAL")), required=True),
        "thumbnailAlignment": Member(String(choices=("LEFT", "RIGHT")), required=True),
        "media": Member(_RICH_MEDIA),
        "thumbnail": Member(_THUMBNAIL),
        "suggestions": _OF_CARD,
    },
    "a rich card",
    checks=(least_content, payload),
)
SLIDE = Object(
    {**_TITLES, "media": Member(_SLIDE_MEDIA), "suggestions": _OF_SLIDE},
    "a card of a carousel",
    checks=(least_content, payload),
)
CARDS = Array(SLIDE, (Limit("RCS011", PAGE, 10, 2, Unit.ITEMS),), (one_height,))


def _content(kind: str, title: str, **members: Member) -> Object:
    return Object({"type": Member(String(choices=(kind,)), required=True), **members}, title)


_EVENT = Object(
    {
        "type": Member(String(choices=("agentEvent",)), required=True),
        "event": Member(String(choices=("IS_TYPING", "READ")), required=True),
        "messageId": Member(_TEXT),
    },
    "a signal",
    checks=(read_message,),
)
CONTENTS: Mapping[str, Object] = {
    "text": _content(
        "text",
        "a text message",
        text=Member(_characters("RCS001", f"{PAGE} (C28)", 1024), required=True),
        suggestions=_OF_MESSAGE,
    ),
    "media": Object(
        {
            "type": Member(String(choices=("media",)), required=True),
            "mediaContentUrl": Member(_ADDRESS, required=True),
            "fileSize": _FILE_SIZE,
            "suggestions": _OF_MESSAGE,
        },
        "a media message",
        checks=(file_size("mediaContentUrl"),),
    ),
    "standalone": _content("standalone", "a message with a card", richCard=Member(RICH_CARD, required=True)),
    "carousel": _content(
        "carousel",
        "a carousel",
        width=Member(String(choices=("SMALL", "MEDIUM")), required=True),
        cards=Member(CARDS, required=True),
        suggestions=_OF_MESSAGE,
    ),
    "agentEvent": _EVENT,
}
CONTENT: Shape = OneOf(
    "type",
    CONTENTS,
    Object({"type": Member(String(choices=tuple(CONTENTS)), required=True)}, "the content", rest=Anything()),
)

# --- the whole request -----------------------------------------------------------------------------------

FALLBACK_TEXT = String((Limit("RCS002", PAGE, 1024, says="the SMS fallback of RCS takes"),))
OPTIONS = link_options(
    required=False,
    extra={
        "smsFallback": Member(Switch("boolean", also="C9"), source=PAGE),
        "smsSenderId": Member(String(form=SMS_SENDER), source=PAGE),
        "text": Member(FALLBACK_TEXT, source=PAGE),
        "carrierId": Member(Number(text="C24"), source=PAGE),
    },
    checks=(fallback,),
)
BODY = v2(
    "RCS",
    "rcs",
    CONTENT,
    ("msisdn",),
    sender=String(),
    options=OPTIONS,
    requested=receipts(("Sent", "Delivered", "Read", "Failed", "Clicked"), fold=True),
)
