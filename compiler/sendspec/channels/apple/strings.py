"""The forms of strings that only Apple Messages asks for: one line, an id of a person, a media type, a bundle's name.

Each is exact where a page states a rule, and silent where none does.
"""

from __future__ import annotations

import re
from datetime import UTC
from types import MappingProxyType

from sendspec.channels.apple.words_form import KEYBOARDS
from sendspec.channels.declare import Form, Remark
from sendspec.channels.forms import INSTANT, WEB_URL, moment, remarked
from sendspec.channels.trail import shown
from sendspec.diagnostic import Severity
from sendspec.record import replace

ONE_LINE = "a text on one line"
_APP_BID = r"com\.apple\.messages\.MSMessageExtensionBalloonPlugin:[^:\s]+:[^:\s]+"
_SURE_BID = r"com\.apple\.messages\.MSMessageExtensionBalloonPlugin:[!-9;-~]+:[!-9;-~]+"
_TYPE_NAME = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*"
#: What the path of an address may hold (RFC 3986); `+` is told by itself.
_FRIENDLY = r"[A-Za-z0-9._~!$&'()*,;=:@%/-]*\Z"


def _control(text: str) -> bool:
    return re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", text) is not None


def _printable(text: str) -> Remark | None:
    if not _control(text):
        return None
    said = "holds a line break or a control character; Apple takes printable characters"
    return Remark("APL004", Severity.WARNING, said, "write it on one line")


def _one_line(text: str) -> str | None:
    return ONE_LINE if _control(text) else None


def _person(text: str) -> str | None:
    return None if re.match(r"urn:mbid:\S+\Z", text) else "an id such as urn:mbid:AQAAY0EXAMPLE"


def _invited(text: str) -> str | None:
    return None if re.match(r"[A-Za-z0-9-]+\Z", text) else "letters and digits only"


def _hyphens(text: str) -> Remark | None:
    if "-" not in text:
        return None
    said = "holds hyphens; the table takes letters and digits only, a printed request has a UUID (C43)"
    return Remark("API007", Severity.NOTE, said, "leave the hyphens out")


def _file_name(address: str) -> Remark | None:
    """Names of files that go with a text are friendly to addresses, without a plus sign (the vendor's page)."""
    path = address.partition("#")[0].partition("?")[0].partition("://")[2].partition("/")[2]
    if "+" in path:
        help = "rename the file, for instance with a hyphen"
        return Remark("APL025", Severity.ERROR, "has a `+` in its file name, which Apple Messages does not take", help)
    if not re.match(_FRIENDLY, path):
        said = "has characters in its file name that an address spells otherwise"
        return Remark("APL025", Severity.WARNING, said, "take letters, digits, `-`, `_` and `.`")
    return None


def _media_type(text: str) -> str | None:
    right = re.match(rf"{_TYPE_NAME}/{_TYPE_NAME}\Z", text)
    return None if right else "a media type such as image/jpeg"


def _icon(address: str) -> Remark | None:
    if address.partition("#")[0].partition("?")[0].lower().endswith(".png"):
        return None
    return Remark("APL027", Severity.ERROR, "does not end in .png, as the icon of an app has to", "give a PNG picture")


def _bid(text: str) -> str | None:
    right = re.match(rf"{_APP_BID}\Z", text)
    return None if right else "com.apple.messages.MSMessageExtensionBalloonPlugin:TEAM:EXTENSION"


def _to_the_second(text: str) -> str:
    """An instant as the compiler writes it for Apple: in UTC, without a fraction."""
    found = moment(text)
    return f"{found.astimezone(UTC).strftime('%Y-%m-%dT%H:%M:%S')}Z" if found else text


def _keyboard(text: str) -> Remark | None:
    if text in KEYBOARDS:
        return None
    said = f"is {shown(text)}, which is none of Apple's; it is sent as default (C84)"
    return Remark("APL030", Severity.WARNING, said, f"take one of {', '.join(KEYBOARDS)}")


_SURELY_PRINTABLE = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*"
PRINTABLE = Form("a printable text", "APL004", lambda text: None, remark=_printable, sure=_SURELY_PRINTABLE)
TITLE = Form(
    ONE_LINE,
    "APL004",
    _one_line,
    _one_line,
    schema=MappingProxyType({"pattern": f"^{_SURELY_PRINTABLE}$"}),
    help="write it on one line",
    sure=_SURELY_PRINTABLE,
)
PERSON = Form(
    "an id of a person",
    "APL029",
    _person,
    schema=MappingProxyType({"pattern": r"^urn:mbid:\S"}),
    personal=True,
    help="take the id that came with the person's own message, whole",
    sure=r"urn:mbid:[!-~]+",
)
INVITED = Form(
    "letters and digits",
    "APL024",
    _invited,
    schema=MappingProxyType({"pattern": "^[A-Za-z0-9-]+$"}),
    remark=_hyphens,
    sure=r"[A-Za-z0-9]+",
)
FILE_URL = remarked(WEB_URL, _file_name, r"https://[A-Za-z0-9.:_-]+(?:/[A-Za-z0-9._~!$&'()*,;=:@%/-]*)?")
ICON_URL = remarked(WEB_URL, _icon, r"https://[A-Za-z0-9.:_-]+/[A-Za-z0-9._~/-]*\.png")
MEDIA_TYPE = Form(
    "a media type",
    "APL026",
    _media_type,
    schema=MappingProxyType({"pattern": f"^{_TYPE_NAME}/{_TYPE_NAME}$"}),
    sure=f"{_TYPE_NAME}/{_TYPE_NAME}",
)
KEYBOARD = Form(
    "a keyboard",
    "APL030",
    lambda text: None,
    remark=_keyboard,
    current=lambda text: text if text in KEYBOARDS else "default",
)
START = replace(INSTANT, current=_to_the_second)
APP_BID = Form(
    "the bid of an app", "APL028", _bid, schema=MappingProxyType({"pattern": f"^{_APP_BID}$"}), sure=_SURE_BID
)
