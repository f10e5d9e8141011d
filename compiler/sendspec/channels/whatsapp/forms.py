"""The forms of strings that only WhatsApp asks for: media types, and the values of a stored template.

Each is exact where a page states a rule, and silent where none does.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from sendspec.channels.declare import Form, Remark
from sendspec.channels.forms import DATE, signless
from sendspec.channels.keywords import in_any_case
from sendspec.channels.whatsapp.media import PRINTED, allowed, registered
from sendspec.diagnostic import Severity

ONE_LINE = "a value on one line with at most four blanks in a row"
EXTENSION = "only what follows the template's own address, without https:// and domain"


def _digits(text: str) -> str | None:
    return None if re.match(r"[0-9]+\Z", text) else "digits only"


def _one_line(text: str) -> str | None:
    return ONE_LINE if re.search(r"[\n\r\v\f\x85\u2028\u2029]| {5}", text) else None


def _extension(text: str) -> str | None:
    return EXTENSION if re.match(r"(?i)[a-z][a-z0-9+.-]*://|//|www\.", text.lstrip()) else None


def _unbroken(text: str) -> str | None:
    return "a passcode without blanks" if re.search(r"\s", text) else None


def _bsuid(text: str) -> str | None:
    return None if re.match(r"[A-Za-z]{2}\.[0-9]+\Z", text) else "a business-scoped id: a country code, a dot, digits"


#: A value that a template prints (facts §2.6).
VALUE = Form("a template value", "WAP026", _one_line, _one_line, personal=True, sure=r"[!-~]+(?: [!-~]+)*")
PAYLOAD = Form("the end of an address", "WAP027", _extension, _extension)
PASSCODE = Form("a passcode", "WAP029", _unbroken, _unbroken, frozenset({"int"}), personal=True,
                schema=MappingProxyType({"pattern": r"^\S*$"}))  # fmt: skip
AMOUNT = Form("an amount times 1000", "WAP030", lambda text: _digits(text) and "the amount times 1000, as digits",
              kinds=frozenset({"money"}), schema=MappingProxyType({"pattern": "^[0-9]+$"}))  # fmt: skip
TIMESTAMP = Form("epoch seconds", "WAP031", lambda text: _digits(text) and "the seconds since 1970, as digits",
                 kinds=frozenset({"datetime"}), schema=MappingProxyType({"pattern": "^[0-9]+$"}))  # fmt: skip
BIRTHDAY = Form("a date", "WAP022", DATE.test, kinds=DATE.kinds, schema=DATE.schema, personal=True)
#: A number is written without its plus sign; what else may stand there no page says.
WAID = Form("a WhatsApp id", "API014", lambda text: None, personal=True, current=signless, sure=r"[\s\S]+")
BSUID = Form(
    "a business-scoped id",
    "WAP036",
    _bsuid,
    personal=True,
    schema=MappingProxyType({"pattern": r"^[A-Za-z]{2}\.[0-9]+$"}),
)


def media_type(kind: str) -> Form:
    """The form of the media types of one kind: the registered ones, and with a note the printed ones (C34)."""
    types = allowed(kind)
    listed = types[0] if len(types) == 1 else f"{', '.join(types[:-1])} or {types[-1]}"

    def test(text: str) -> str | None:
        return None if registered(text) in types else listed

    def remark(text: str) -> Remark | None:
        if text in types:
            return None
        said = f'"{text}" is another form of "{registered(text)}" (C34)'
        return Remark("API007", Severity.NOTE, said, f'write "{registered(text)}"')

    names = (*types, *(printed for printed, name in PRINTED.items() if name in types))
    schema = MappingProxyType({"pattern": in_any_case(*names) + r"\s*(?:;[\s\S]*)?$"})
    return Form("a media type", "WAP019", test, schema=schema, remark=remark)
