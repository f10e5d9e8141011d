"""What a rung by Apple Messages may write, and what its sender states. It must not know the shape of a request."""

from __future__ import annotations

from sendspec.channels.apple.words_form import FORM
from sendspec.channels.apple.words_shared import (
    IDENTIFIER,
    IMAGE,
    IMAGE_IDENTIFIER,
    INTERACTIVE,
    LIVE_LAYOUT,
    ORDER,
    RECEIVED,
    REPLY,
    one,
    option,
    position,
)
from sendspec.channels.declare import Slot, Takes, Word

SIGNALS = {"typing_on": "typing_start", "typing_off": "typing_end"}

_URL = Slot("url", Takes.TEXT, about="the public address of the file")
_TYPE = option("type", "its media type; told from the end of the address when left out")

TEXT = Word(
    "text",
    (Slot("text", Takes.TEXT, about="what it says; `\\u{FFFC}` stands where each attachment is shown"),),
    kind=True,
    about="a text, which may hold addresses",
)
ATTACH = Word("attach", (_URL,), (_TYPE,), most=None, about="a file that goes with the text")

RICH_LINK = Word(
    "rich_link",
    (Slot("url", Takes.TEXT, about="the address that it opens"),),
    block=(
        one("title", "the line under the picture", required=True),
        Word("image", (_URL,), (_TYPE,), about="the picture of the link, PNG"),
        Word("video", (_URL,), (_TYPE,), about="the film of the link"),
    ),
    kind=True,
    about="an address with a picture or a film",
)

QUICK_REPLY = Word(
    "quick_reply",
    (Slot("summary", Takes.TEXT, about="the question"),),
    block=(
        Word(
            "item",
            (IDENTIFIER, Slot("label", Takes.TEXT, about="the answer, on one line")),
            most=None,
            required=True,
            about="an answer to choose; two to five",
        ),
        *INTERACTIVE,
    ),
    kind=True,
    about="a question with two to five answers to tap",
)

_ITEM = Word(
    "item",
    (IDENTIFIER, Slot("label", Takes.TEXT, about="what it is called")),
    (
        option("subtitle", "the line under it"),
        IMAGE_IDENTIFIER,
        option("style", "how it is shown, `default` as printed"),
        ORDER,
    ),
    most=None,
    about="a thing to choose; up to 20 in a section",
)
LIST_PICKER = Word(
    "list_picker",
    block=(
        Word(
            "section",
            (option("title", "the section's heading"),),
            (
                Slot("multiple_selection", Takes.SWITCH, required=False, about="whether several can be chosen"),
                ORDER,
            ),
            block=(_ITEM,),
            most=None,
            about="a section of things; up to 20",
        ),
        *INTERACTIVE,
    ),
    kind=True,
    about="things to choose from, in sections",
)

TIME_PICKER = Word(
    "time_picker",
    block=(
        one("identifier", "the id of the event"),
        one("title", "what the event is called"),
        Word(
            "timezone_offset",
            (Slot("timezone_offset", Takes.NUMBER, about="-720 to 840"),),
            about="the minutes from GMT in which times are shown",
        ),
        Word(
            "timeslot",
            (IDENTIFIER,),
            (
                Slot("start_time", Takes.INSTANT, required=False, about="when it begins"),
                Slot("duration", Takes.DURATION, required=False, about="how long it is"),
            ),
            most=None,
            about="a time to choose; up to ten",
        ),
        Word(
            "location",
            options=(
                position("latitude", "degrees, south negative"),
                position("longitude", "degrees, west negative"),
                option("name", "what the place is called"),
                position("radius", "metres around it"),
            ),
            about="where it is",
        ),
        *INTERACTIVE,
    ),
    kind=True,
    about="times of an event to choose from",
)

APP = Word(
    "app",
    block=(
        one("app_id", "the id of the app in the App Store", required=True),
        one("app_name", "its name", required=True),
        one("app_icon", "the address of its icon, PNG"),
        one("url", "what the app is told, for instance `?visit=7`", required=True),
        one("bid", "`com.apple.messages.MSMessageExtensionBalloonPlugin:TEAM:EXTENSION`"),
        one("session_identifier", "the id of the session, by which a later message replaces this one"),
        one("request_identifier", "the id of the request"),
        IMAGE,
        LIVE_LAYOUT,
        Word(
            RECEIVED.name,
            block=(
                *(RECEIVED.block or ()),
                one("image_title", "the line on the picture"),
                one("image_subtitle", "the second line on the picture"),
                one("secondary_subtitle", "what stands beside the title"),
                one("tertiary_subtitle", "what stands beside the subtitle"),
            ),
            about=RECEIVED.about,
        ),
        REPLY,
    ),
    kind=True,
    about="an iMessage app of your own",
)

AUTHENTICATE = Word(
    "authenticate",
    block=(
        Word(
            "scope",
            (Slot("scope", Takes.TEXTS, about="the rights that are asked for"),),
            required=True,
            about="the scope of OAuth 2",
        ),
        one("state", "what comes back with the answer, a text that nobody can guess", required=True),
        one("redirect_uri", "the address that the answer goes to", required=True),
        Word(
            "additional_parameters", block=(), free=True, about="further parameters of the sign-in, `NAME VALUE` each"
        ),
        *INTERACTIVE,
    ),
    kind=True,
    about="asks a person to sign in (OAuth 2)",
)

PAYMENT = Word(
    "payment",
    block=(
        Word(
            "request",
            block=(),
            free=True,
            required=True,
            about="what is paid, in Apple's own names, `NAME VALUE` each: `countryCode`, `total` and so on",
        ),
        *INTERACTIVE,
    ),
    kind=True,
    about="asks for a payment by Apple Pay",
)

INVITATION = Word(
    "invitation",
    (Slot("brand_name", Takes.TEXT, about="the name of the brand"),),
    (
        Slot("with_image", Takes.SWITCH, about="whether the brand's picture is shown"),
        option("request_identifier", "the id of the request, letters and digits"),
        option("locale", "the language of the invitation, `en_GB`; English (US) when left out"),
    ),
    kind=True,
    about="invites a telephone number to a conversation",
)

WORDS = (
    TEXT,
    ATTACH,
    RICH_LINK,
    QUICK_REPLY,
    LIST_PICKER,
    TIME_PICKER,
    FORM,
    APP,
    AUTHENTICATE,
    PAYMENT,
    INVITATION,
    Word("signal", (Slot("state", Takes.CHOICE, choices=SIGNALS),), kind=True, about="an event without content"),
)

SENDER = (
    Word(
        "app",
        (Slot("app", Takes.TEXT, fixed=True, about="the id of the asset"),),
        about="the Apple asset that sends",
    ),
)
