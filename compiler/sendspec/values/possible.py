"""Which telephone numbers in E.164 are possible, without parsing each: the library's own verdict, kept by country code
and length.

A number whose beginning may be a trunk prefix or a carrier's code is left to the library: that looks at all digits.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = re.compile(r"\+[1-9][0-9]{6,14}").fullmatch


def possible(text: str) -> bool:
    """Whether a text is an E.164 number that the library takes as it stands. No says nothing: ask the library."""
    if not _DIGITS(text):
        return False
    for end in (2, 3, 4):
        known = _country(text[1:end])
        if known is not None:
            prefixed, lengths = known
            return len(text) - end in lengths and not prefixed(text, end) and text[end:].strip("0") != ""
    return False


@cache
def _country(code: str) -> tuple[Callable[[str, int], object], frozenset[int]] | None:
    """What may stand before a national number, and how long that can be; None where no country has the code."""
    import phonenumbers as library

    number = int(code)
    region = library.region_code_for_country_code(number)
    if region == "ZZ":
        return None
    found = library.PhoneMetadata.metadata_for_region_or_calling_code(number, region)
    if found is None or found.general_desc is None:
        return None
    prefix = found.national_prefix_for_parsing
    lengths = frozenset(length for length in found.general_desc.possible_length if length > 0)
    return re.compile(prefix).match if prefix else _never, lengths


def _never(text: str, start: int) -> None:
    return None
