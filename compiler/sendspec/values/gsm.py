"""The SMS alphabet: what a text costs in septets or UTF-16 units, and in how many parts it travels.

It must not know which channel asks, nor who may receive such a text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import cache

from sendspec.record import NamedTuple
from sendspec.values.bounds import Bounds, Extent

#: GSM 03.38 §6.2.1, the default alphabet, row by row. 0x1B is the escape to the extension table and no character.
DEFAULT_ALPHABET = (
    "@£$¥èéùìòÇ\nØø\rÅå"
    "Δ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ"
    " !\"#¤%&'()*+,-./"
    "0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmno"
    "pqrstuvwxyzäöñüà"
)
#: GSM 03.38 §6.2.1.1, the default extension table: each costs two septets, the escape and its own.
EXTENSION = "\f^{}\\[~]|€"

#: Limits of one message and of one part of several (GSM 03.40 §9.2.3.24.1: the header takes 7 septets or 3 units).
ONE_GSM, PART_GSM = 160, 153
ONE_UCS, PART_UCS = 70, 67

# A charmap codec does the counting in C. It always encodes U+0000 as byte 0, so nothing else stands there: `@` has
# moved to the place of the escape. Bytes from 128 are the extension table.
_SLOTS = "\0" + DEFAULT_ALPHABET[1:].replace("\x1b", "@") + EXTENSION
_CODEC = codecs.charmap_build(_SLOTS.ljust(256, "\ufffe"))
_PLAIN_BYTES = bytes(range(128))
_HIGH, _LOW = range(0xD8, 0xDC), range(0xDC, 0xE0)

#: What a typographic character is in the GSM alphabet.
REPLACEMENTS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022", "-"),
    **dict.fromkeys("\t\u00a0", " "),
    **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    "\u2026": "...",
    "\u00b7": ".",
    "\u00d7": "x",
    "\u2039": "<",
    "\u203a": ">",
    "\u2044": "/",
}


class Parts(NamedTuple):
    """How a text travels by SMS. `units` are septets in GSM-7, UTF-16 code units in UCS-2."""

    encoding: str
    units: int
    parts: int


class PartExtent(NamedTuple):
    """The parts of a text that is not known yet. `most_gsm`: at most while its values stay in the alphabet.

    It is None when the text can never be in the alphabet.
    """

    least: int
    most_gsm: int | None
    most: int


class Outside(NamedTuple):
    """A character that forces UCS-2, where it stands, and what could stand there instead."""

    offset: int
    character: str
    replacement: str | None


def septets(text: str) -> int | None:
    """The septets of a text, or None when a character of it is not in the alphabet."""
    encoded = _encode(text)
    if encoded is None:
        return None
    return len(encoded) if encoded.isascii() else len(encoded) + len(encoded.translate(None, _PLAIN_BYTES))


def is_gsm(text: str) -> bool:
    """Whether every character of a text is in the GSM alphabet or its extension table."""
    return _encode(text) is not None


def utf16_units(text: str) -> int:
    """The UTF-16 code units of a text: what UCS-2 SMS counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(text: str) -> Parts:
    """The encoding that a text needs, its length in it, and its parts. No part ends inside a character."""
    encoded = _encode(text)
    if encoded is None:
        return _unicode_parts(text)
    if encoded.isascii():
        count = len(encoded)
        return Parts("GSM-7", count, 1 if count <= ONE_GSM else -(-count // PART_GSM))
    paired = _escaped().sub(b"\x1b\x80", encoded)
    cut = 1 if len(paired) <= ONE_GSM else _cut(len(paired), PART_GSM, lambda at: paired[at] == 0x80)
    return Parts("GSM-7", len(paired), cut)


def outside(text: str) -> Iterator[Outside]:
    """The characters of a text that are not in the GSM alphabet, in order."""
    if is_gsm(text):
        return
    for found in _beyond().finditer(text):
        yield Outside(found.start(), found.group(), REPLACEMENTS.get(found.group()))


def part_extent(bounds: Bounds) -> PartExtent:
    """In how many parts texts of these bounds can travel."""
    # How often a text can hold a character of two septets, or a surrogate pair: each may waste one unit at a cut.
    pairs = bounds.septets.most - bounds.characters.least
    most_gsm = None if bounds.gsm is False else _most(bounds.septets.most, ONE_GSM, PART_GSM, pairs)
    most_ucs = _most(bounds.units.most, ONE_UCS, PART_UCS, bounds.units.most - bounds.characters.least)
    least_ucs = _most(bounds.units.least, ONE_UCS, PART_UCS, 0)
    least_gsm = _most(bounds.septets.least, ONE_GSM, PART_GSM, 0)
    if bounds.gsm is True and most_gsm is not None:
        return PartExtent(least_gsm, most_gsm, most_gsm)
    if most_gsm is None:
        return PartExtent(least_ucs, None, most_ucs)
    return PartExtent(min(least_gsm, least_ucs), most_gsm, max(most_gsm, most_ucs))


def plain_parts(bounds: Bounds) -> int | None:
    """The most parts while the values keep to the alphabet's characters of one septet, as names and dates do.

    None when the text can never be in the alphabet. What is doubled in the shortest text is doubled in every one.
    """
    if bounds.gsm is False:
        return None
    doubled = bounds.septets.least - bounds.characters.least
    return _most(min(bounds.characters.most + doubled, bounds.septets.most), ONE_GSM, PART_GSM, doubled)


def measure(text: str) -> Bounds:
    """The bounds of a text that is known: both ends of every extent are the same."""
    count = len(text)
    if text.isascii():
        characters = octets = units = Extent(count, count)
    else:
        size, width = len(text.encode("utf-8", "surrogatepass")), utf16_units(text)
        characters, octets, units = Extent(count, count), Extent(size, size), Extent(width, width)
    seven = septets(text)
    return Bounds(characters, octets, characters if seven is None else Extent(seven, seven), units, seven is not None)


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile("[^" + re.escape(DEFAULT_ALPHABET.replace("\x1b", "") + EXTENSION) + "]")


@cache
def _escaped() -> re.Pattern[bytes]:
    return re.compile(rb"[\x80-\xff]")


def _encode(text: str) -> bytes | None:
    try:
        encoded = codecs.charmap_encode(text, "strict", _CODEC)[0]
    except UnicodeEncodeError:
        return None
    return None if 0 in encoded else encoded


def _unicode_parts(text: str) -> Parts:
    encoded = text.encode("utf-16-be", "surrogatepass")
    count = len(encoded) // 2
    if count <= ONE_UCS:
        return Parts("UCS-2", count, 1)

    def in_pair(at: int) -> bool:
        return encoded[2 * at] in _LOW and encoded[2 * at - 2] in _HIGH

    return Parts("UCS-2", count, _cut(count, PART_UCS, in_pair))


def _cut(count: int, room: int, inside: Callable[[int], bool]) -> int:
    """The parts of `count` units, each filled up to `room`, none beginning `inside` a character."""
    at, found = 0, 0
    while at < count:
        at += room
        if at < count and inside(at):
            at -= 1
        found += 1
    return found


def _most(units: int, one: int, room: int, pairs: int) -> int:
    """The most parts of a text of so many units when up to `pairs` cuts may waste one."""
    if units <= one:
        return 1
    found = -(-units // room)
    while found * room - min(pairs, found - 1) < units:
        found += 1
    return found
