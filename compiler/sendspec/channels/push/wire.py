"""The whole body of a push message on v1: `channels.push` with every limit (facts §4.9, §8.6).

How a spec writes these things is not known here.
"""

from __future__ import annotations

from sendspec.channels.declare import Anything, Array, Form, Limit, Member, Object, Shape, String, Variant
from sendspec.channels.envelope import v1
from sendspec.channels.forms import WEB_URL
from sendspec.channels.notices import Codes, badge, device_types, interactive, notification_action
from sendspec.channels.payload import at_most
from sendspec.channels.push import checks, forms
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

TITLE = "push"
PAYLOAD = 4096
_PAGE = "DEV/push-api"
#: The keys of addresses, in the order of the page; the last two stand in comments (C59).
KEYS = ("userid", "android_pushid", "hms_pushid", "ios_pushid", "chrome_pushid", "firefox_pushid", "safari_pushid")
_CODES = Codes(link="PSH010", target="PSH017", count="PSH008", word="PSH009")
_ADDRESS = String(form=WEB_URL)


def _may(shape: Shape, source: str = _PAGE) -> Member:
    return Member(shape, source=source)


def _needed(shape: Shape, *also: Variant) -> Member:
    return Member(shape, True, also, _PAGE)


def _extras(title: str, lives: Form, key: Form | None, reserved: Severity, own: dict[str, Member]) -> Object:
    """The `extras` of a platform: what all have, and its own."""
    tags = Object({"imageurl": _may(_ADDRESS)}, "`customtags`", Anything(), (checks.tags(reserved),))
    members = {
        "collapse_key": _may(String(form=key)),
        "time_to_live": _may(String(form=lives), f"{_PAGE}, C60"),
        "customtags": _may(tags, f"{_PAGE}, status 7884"),
        **own,
    }
    more = (checks.no_longer_heeded,) if title == "android" else ()
    return Object(members, f"the extras of {title}", checks=more)


_ACTION = _may(notification_action(_CODES), f"{_PAGE}, C70")
_ANDROID = Object(
    {
        "title": _may(String()),
        "text": _needed(String()),
        "extras": _may(
            _extras(
                "android",
                forms.lives(forms.FOUR_WEEKS),
                forms.KEY,
                Severity.ERROR,
                {
                    "iconurl": _may(_ADDRESS),
                    "notificationChannelId": _may(String()),
                    "sound": _may(String()),
                    "delay_while_idle": _may(String()),
                    "notificationaction": _ACTION,
                },
            )
        ),
    },
    "`android`",
)
_IOS = Object(
    {
        "title": _may(String()),
        "text": _needed(String()),
        "extras": _may(
            _extras(
                "ios",
                forms.lives(forms.THIRTY_DAYS),
                None,
                Severity.WARNING,
                {
                    "badge": _may(String(form=badge("PSH005"))),
                    "sound": _may(String(form=forms.SOUND)),
                    "attachmenturl": _may(_ADDRESS),
                    "notificationaction": _ACTION,
                },
            )
        ),
    },
    "`ios`",
)
_BROWSERS = Array(String(choices=("chrome", "firefox", "safari")), (Limit("API002", _PAGE, least=1, unit=Unit.ITEMS),))
_WEB = Object(
    {
        "platform_types": _needed(_BROWSERS, Variant("platorm_types", "platform_types", "C57")),
        "title": _may(String(), f"{_PAGE}, C58"),
        "text": _needed(String()),
        "actiontext": _may(String(), f"{_PAGE}, C58"),
        "url": _may(_ADDRESS),
        "extras": _may(_extras("web", forms.WEB_LIVES, None, Severity.WARNING, {})),
    },
    "`web`",
    checks=(checks.browsers_and_texts,),
)
CONTENT = Object(
    {
        "android": _may(_ANDROID),
        "ios": _may(_IOS),
        "web": _may(_WEB),
        "interactive": _may(interactive(_CODES, device_types(required=True))),
    },
    "`push`",
    checks=(
        checks.has_platform,
        checks.devices_have_notices,
        at_most("PSH001", PAYLOAD, "the payload", TITLE),
    ),
)

BODY = v1(
    TITLE,
    "push",
    {"push": Member(CONTENT, True, source=_PAGE, missing="API025")},
    (*KEYS, "customerid", "pushid"),
    appid=True,
    people_checks=(checks.address_is_plain,),
    checks=(checks.devices_are_addressed,),
)
