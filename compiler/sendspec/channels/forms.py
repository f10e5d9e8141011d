"""The forms that strings of a request have: instants, addresses, numbers, senders.

Each is exact, imports nothing heavy, and knows no member or channel that uses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from types import MappingProxyType

from sendspec.channels.declare import Form, Remark
from sendspec.channels.keywords import up_to
from sendspec.channels.trail import counted
from sendspec.diagnostic import Severity
from sendspec.record import replace
from sendspec.values.bounds import Unit

_EXAMPLE = "2026-11-30T14:30:00.000Z"
_AN_INSTANT = f"an instant such as {_EXAMPLE}"
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")

Matches = Callable[[str], "re.Match[str] | None"]


def _pattern(text: str, flags: int = 0) -> Matches:
    """The match of a pattern that is compiled when it is first asked: most runs need few of them."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(text, flags)

    return lambda subject: compiled().match(subject)


_INSTANT = _pattern(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:(Z)|([+-])(\d{1,2}):?(\d\d)|([+-]\d\d))\Z",
    re.ASCII,
)
_HTTPS = _pattern(r"https://[^\s/?#]+[^\s\x00-\x1f\x7f]*\Z", re.IGNORECASE)
_WEB = _pattern(r"https?://[^\s/?#]+[^\s\x00-\x1f\x7f]*\Z", re.IGNORECASE)
_SCHEME = _pattern(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_E164 = _pattern(r"\+?[1-9][0-9]{6,14}\Z")
_NUMBER = _pattern(r"\+?[0-9]{3,15}\Z")
_ATOM = r"[^\s@<>,;:\"()\[\]\\\x00-\x1f\x7f]"
_LABEL = r"[^\s@<>,;:\"()\[\]\\.\x00-\x1f\x7f]"
_EMAIL = _pattern(rf"{_ATOM}+@{_LABEL}+(?:\.{_LABEL}+)+\Z")
_HEX = _pattern(r"(?:[0-9A-Fa-f]{2})+\Z")
_DATE = _pattern(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)


def moment(text: str) -> datetime | None:
    """The instant that a string of the form INSTANT names, else None. `+5:30` is read as `+05:30` (C16)."""
    found = _INSTANT(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, _, sign, hours, minutes, short = found.groups()
    zone = f"{sign}{int(hours):02d}:{minutes}" if hours else f"{short}:00" if short else "+00:00"
    try:
        return datetime.fromisoformat(
            f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}.{(fraction or '')[:6]:0<6}{zone}"
        )
    except ValueError:
        return None


def signless(number: str) -> str:
    """A number as a sender is written: never with a plus sign (facts §12.4)."""
    return number.removeprefix("+")


def _instant(text: str) -> str | None:
    return None if moment(text) is not None else _AN_INSTANT


def _offset(text: str) -> Remark | None:
    found = _INSTANT(text)
    if found is None or found[8]:
        return None
    if found[10] and len(found[10]) == 1:
        right = f"{found[9]}0{found[10]}:{found[11]}"
        said = f"has the offset {found[9]}{found[10]}:{found[11]}; it is read as {right} (C16)"
        return Remark("API011", Severity.WARNING, said, f"write {right}, or the instant in UTC with `Z`")
    return Remark(
        "API011", Severity.NOTE, "has an offset; the compiler writes UTC with `Z` (C16)", "write the instant in UTC"
    )


def _scheme(
    pattern: Matches, expected: str, *starts: str
) -> tuple[Callable[[str], str | None], Callable[[str], str | None]]:
    """The test of an address, and what its beginning alone can tell: another scheme, or none."""

    def test(text: str) -> str | None:
        return None if pattern(text) else expected

    def opening(text: str) -> str | None:
        low = text.lower()
        return None if any(low.startswith(start) or start.startswith(low) for start in starts) else expected

    return test, opening


def _date(text: str) -> str | None:
    found = _DATE(text)
    try:
        if found is not None and date(int(found[1]), int(found[2]), int(found[3])):
            return None
    except ValueError:
        pass
    return "a date such as 2026-11-30"


def _matching(pattern: Matches, expected: str) -> Callable[[str], str | None]:
    return lambda text: None if pattern(text) else expected


def _email(text: str) -> str | None:
    """An e-mail address as the API wants it (status 7523 and 7524)."""
    local, _, domain = text.rpartition("@")
    if len(local) > 64:
        return "an e-mail address with at most 64 characters before the @"
    if len(domain) > 255 or len(text) > 320:
        return "an e-mail address of at most 320 characters, 255 of them after the @"
    return None if _EMAIL(text) else "an e-mail address such as ann@example.com"


def _sender(text: str) -> str | None:
    if text.startswith("+"):
        return "a sender without a plus sign"
    return None if text.strip() else "a sender"


def _unusual(sender: str) -> Remark | None:
    """Advice on senders (HELP/sender-id): networks drop or rewrite what does not fit it."""
    help = "take 3 to 11 letters, digits and spaces, a short code of 5 to 7 digits, or a number"
    digits = sender.isascii() and sender.isdigit()
    if digits and not 5 <= len(sender) <= 15:
        said = f"has {counted(len(sender))} digits; a short code has 5 to 7, a number at most 15"
    elif not _LETTERS.issuperset(sender):
        said = "holds a character that networks drop; letters a to z, digits and spaces pass"
    elif not digits and not 3 <= len(sender) <= 11:
        said = f"is {counted(len(sender), Unit.CHARACTERS)}; networks pass 3 to 11"
    else:
        return None
    return Remark("SMS006", Severity.WARNING, said, help)


def _signed(number: str) -> Remark | None:
    if not number.startswith("+"):
        return None
    return Remark("API007", Severity.NOTE, "starts with a plus sign; the compiler writes none", "take it away")


def _seconds(text: str) -> str | None:
    right = text.isascii() and text.isdigit() and 0 < int(text[:12]) <= 259_200 and len(text) < 12
    return None if right else "seconds as digits, 1 to 259200 (72 hours)"


def remarked(form: Form, remark: Callable[[str], Remark | None], sure: str = "") -> Form:
    """A form with more to remark: the quick pattern of the old one does not hold for it."""
    return replace(form, remark=remark, sure=sure)


_HTTPS_TEST, _HTTPS_OPENING = _scheme(_HTTPS, "an https address", "https://")
_WEB_TEST, _WEB_OPENING = _scheme(_WEB, "an address that starts with https:// or http://", "https://", "http://")

_HTTPS_SCHEMA = MappingProxyType({"pattern": r"^[Hh][Tt][Tt][Pp][Ss]://[^\s/?#]"})
_URL = frozenset({"url"})

INSTANT = Form(
    "an instant",
    "API010",
    _instant,
    kinds=frozenset({"instant", "datetime"}),
    schema=MappingProxyType({"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d{1,2}:?\d\d|[+-]\d\d)$"}),
    remark=_offset,
    sure=r"(?!0000)\d{4}-(?:02-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30))T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z",
)
_BY_HTTPS = "give an address that is served by https, and write it in full"
_PLAIN_HTTPS = r"https://[A-Za-z0-9.:_%@-]+(?:[/?#][!-~]*)?"  # of printable ASCII
HTTPS = Form(
    "an https address",
    "API012",
    _HTTPS_TEST,
    _HTTPS_OPENING,
    _URL,
    _HTTPS_SCHEMA,
    help=_BY_HTTPS,
    sure=_PLAIN_HTTPS,
)
#: The same, where the platform cuts blanks at the end (DEV/send-message-v1).
NOTIFY = Form(
    HTTPS.name,
    HTTPS.code,
    lambda text: _HTTPS_TEST(text.rstrip(" ")),
    _HTTPS_OPENING,
    _URL,
    _HTTPS_SCHEMA,
    help=_BY_HTTPS,
    sure=_PLAIN_HTTPS,
)
WEB_URL = Form(
    "a web address",
    "API013",
    _WEB_TEST,
    _WEB_OPENING,
    _URL,
    MappingProxyType({"pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]"}),
    help="write the address in full, with https:// before it",
    sure=_PLAIN_HTTPS,
)
E164 = Form(
    "a telephone number",
    "API014",
    _matching(_E164, "a number in E.164: a plus sign, the country code, 7 to 15 digits in all"),
    kinds=frozenset({"phone"}),
    schema=MappingProxyType({"pattern": r"^\+?[1-9][0-9]{6,14}$"}),
    personal=True,
    help="write the country code and the number, without blanks",
    sure=r"\+?[1-9][0-9]{6,14}",
)
SENDER = Form(
    "a sender",
    "API015",
    _sender,
    lambda text: _sender(text) if text.startswith("+") else None,
    schema=MappingProxyType({"pattern": r"^[^+]"}),
    help="write the number without its plus sign",
    current=signless,
)
#: A sender of an SMS, whichever channel's request names it: no plus sign, and the advice on its shape.
SMS_SENDER = remarked(SENDER, _unusual, r"[A-Za-z][A-Za-z0-9]{2,10}|[0-9]{5,15}")
EMAIL_ADDRESS = Form(
    "an e-mail address",
    "API016",
    _email,
    kinds=frozenset({"email"}),
    schema=MappingProxyType({"pattern": r"^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$", "maxLength": 320}),
    personal=True,
    sure=r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,2}",
)
HEX = Form(
    "hexadecimal digits",
    "API017",
    _matching(_HEX, "pairs of hexadecimal digits"),
    schema=MappingProxyType({"pattern": r"^([0-9A-Fa-f]{2})+$"}),
    help="write two of 0 to 9 and A to F for each byte",
    sure=r"(?:[0-9A-Fa-f]{2})+",
)
DATE = Form(
    "a date",
    "API010",
    _date,
    kinds=frozenset({"date"}),
    schema=MappingProxyType({"pattern": r"^\d{4}-\d\d-\d\d$"}),
)
SECONDS = Form(
    "seconds",
    "API036",
    _seconds,
    schema=MappingProxyType({"pattern": up_to(259_200), "maxLength": 11}),
    sure=r"[1-9][0-9]{0,4}",
)


def has_scheme(text: str) -> bool:
    """Whether a string starts with a scheme, `https:` or another."""
    return _SCHEME(text) is not None


def number_of(name: str, code: str, help: str) -> Form:
    """The form of a sender that is a number, where its plus sign is taken and not written."""
    return Form(
        name,
        code,
        _matching(_NUMBER, f"{name}, 3 to 15 digits"),
        schema=MappingProxyType({"pattern": r"^\+?[0-9]{3,15}$"}),
        remark=_signed,
        help=help,
        current=signless,
        sure=r"[0-9]{3,15}",
    )
