"""The forms of strings that only in-app messages ask for: ids, degrees, sizes, previews."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from sendspec.channels.declare import Form, Remark
from sendspec.channels.keywords import NO_SIGNS
from sendspec.diagnostic import Severity

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]+)?")
_SEVERAL = frozenset({"int", "decimal"})


def _id(text: str) -> str | None:
    return None if text.replace("-", "").isalnum() else "an id of letters and digits"


def _hyphens(text: str) -> Remark | None:
    if "-" not in text:
        return None
    said = "has a hyphen; the vendor's rule is letters and digits, its requests have hyphens too (C67)"
    return Remark("API007", Severity.NOTE, said, "write letters and digits only")


def _degrees(most: int) -> Callable[[str], str | None]:
    def test(text: str) -> str | None:
        right = _DEGREES.fullmatch(text) and -most <= float(text) <= most
        return None if right else f"degrees between -{most} and {most}"

    return test


def _base64(text: str) -> str | None:
    return None if _BASE64.fullmatch(text) else "a JPEG in base64, without a prefix"


def _counted(expected: str) -> Callable[[str], str | None]:
    return lambda text: None if _NUMBER.fullmatch(text) else expected


_DIGITS = MappingProxyType({"pattern": r"^[0-9]+(\.[0-9]+)?$"})
ID = Form(
    "an id",
    "INA009",
    _id,
    lambda text: _id(text),
    frozenset({"int"}),
    schema=MappingProxyType({"pattern": NO_SIGNS.replace(r"\x2f", r"\x2c\x2e\x2f")}),  # a hyphen is taken
    remark=_hyphens,
    sure=r"[A-Za-z0-9]+",
    help="leave blanks and punctuation out",
)
_LATITUDE = MappingProxyType({"pattern": r"^[+-]?0?(?:[0-8]?[0-9](?:\.[0-9]+)?|90(?:\.0+)?)$"})
_LONGITUDE = MappingProxyType({"pattern": r"^[+-]?(?:(?:1[0-7]|0?[0-9])?[0-9](?:\.[0-9]+)?|180(?:\.0+)?)$"})
LATITUDE = Form(
    "a latitude", "INA011", _degrees(90), kinds=_SEVERAL, schema=_LATITUDE, sure=r"-?[0-8]?[0-9](?:\.[0-9]+)?"
)
LONGITUDE = Form(
    "a longitude", "INA011", _degrees(180), kinds=_SEVERAL, schema=_LONGITUDE, sure=r"-?(?:1[0-7])?[0-9](?:\.[0-9]+)?"
)
SIZE = Form("a size", "INA012", _counted("the bytes as digits"), kinds=_SEVERAL, schema=_DIGITS, sure=_NUMBER.pattern)
SECONDS = Form(
    "a duration", "INA012", _counted("the seconds as digits"), kinds=_SEVERAL, schema=_DIGITS, sure=_NUMBER.pattern
)
PREVIEW = Form(
    "a preview",
    "INA013",
    _base64,
    schema=MappingProxyType({"pattern": f"^{_BASE64.pattern}$"}),
    help="give the picture's bytes in base64 and nothing else",
)
