"""The pictures that a message carries: PNG, their sizes in bytes and in pixels.

Only a picture in base64 can be looked into; of an address the end alone tells something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.channels.apple.checks import kind_of, member, objects, text
from sendspec.channels.apple.media import ending, told
from sendspec.channels.declare import Fault, Pointer, states, unless
from sendspec.channels.filled import Leaf, Made, Tree
from sendspec.channels.keywords import any_of, within
from sendspec.channels.payload import at_most
from sendspec.channels.trail import counted, lacking, shown
from sendspec.diagnostic import Severity
from sendspec.record import NamedTuple
from sendspec.values.bounds import Unit

PICTURE = 204_800  # 200 KB each (facts §8.5)
PICTURES = 5_242_879  # the array is below 5 MB (facts §8.5)
LIST_PICTURE = 65_536  # an operator's 64 KB for a list picker (facts §8.5)
PIXELS = {"icon": (840, 195), "small": (840, 255), "large": (840, 630)}
LIST_PIXELS = (180, 180)
#: All pictures of a message together.
total = at_most("APL032", PICTURES, "the list of pictures", "Apple Messages")
_PNG = b"\x89PNG\r\n\x1a\n"


@unless("'data' not in it and it['url'][-4:] == '.png'")
@states(any_of("url", "data"))
def content(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A picture has an address or its content, which is PNG and not too big."""
    if not isinstance(value, dict):
        return
    lack = [lacking(value, key, at) for key in ("url", "data")]
    if None not in lack:
        place = next((one for one in lack if one != at), at) or at
        help = 'write its address, or `data "…"`' if isinstance(value, Made) else "add `url` or `data`"
        yield Fault("APL017", Severity.ERROR, "the picture has neither an address nor its content", place, help, value)
    yield from _address(value.get("url"), (*at, "url"))
    data = text(value.get("data"))
    if not data:
        return
    origin, place = value["data"], (*at, "data")
    raw = decoded(data)
    if raw is None:
        said = "data is not base64, which has letters, digits, `+` and `/` in fours"
        yield Fault("APL018", Severity.ERROR, said, place, "encode the file itself", origin)
    elif not raw.startswith(_PNG):
        said = "the picture is no PNG; Apple takes PNG only"
        yield Fault("APL019", Severity.ERROR, said, place, "convert it", origin)
    elif len(raw) > PICTURE:
        said = f"the picture is {counted(len(raw), Unit.BYTES)}; Apple takes {counted(PICTURE)}"
        yield Fault("APL023", Severity.ERROR, said, place, "make it smaller", origin)


@unless("it['mimeType'] == 'image/png'")
@states(within(("mimeType",), {"pattern": "^(?:[^/]*|[Ii][Mm][Aa][Gg][Ee]/[Pp][Nn][Gg])$"}))
def is_png(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The picture of a rich link is PNG."""
    kind = text(member(value, "mimeType"))
    if kind and "/" in kind and kind.lower() != "image/png" and isinstance(value, dict):
        said = f"the picture is of the type {shown(kind)}; Apple takes PNG only"
        yield Fault("APL019", Severity.ERROR, said, (*at, "mimeType"), "give a PNG picture", value["mimeType"])


def _address(url: Tree, at: Pointer) -> Iterator[Fault]:
    """The end of an address may tell another kind of file."""
    said = url.closing if isinstance(url, Leaf) and url.personal else text(url)
    kind = told(said) if said else None
    if kind is not None and kind != "image/png":
        message = f"the address ends in `.{ending(said or '')}`; Apple takes PNG only"
        yield Fault("APL019", Severity.WARNING, message, at, "give a PNG picture", url)


def decoded(data: str) -> bytes | None:
    """The bytes of a text in base64, or None when it is none."""
    from binascii import a2b_base64

    right = len(data) % 4 == 0 and re.match(r"[A-Za-z0-9+/]*={0,2}\Z", data)
    return a2b_base64(data) if right else None


class _Picture(NamedTuple):
    """A picture whose bytes are known, and what states them."""

    place: Pointer
    raw: bytes
    origin: Tree


#: How many pixels a place shows, and what it is called.
_Room = tuple[tuple[int, int], str]


@unless("'images' not in it.get('data', ())")
def pixels(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A picture is no larger than where it is shown; of a list's items an operator states the bytes too."""
    pictures: dict[str, _Picture] = {}
    for place, image in objects(member(value, "data", "images"), (*at, "data", "images")):
        said, data = text(image.get("identifier")), text(image.get("data"))
        raw = decoded(data) if data else None
        if said and raw is not None and raw.startswith(_PNG) and len(raw) >= 24:
            pictures[said] = _Picture((*place, "data"), raw, image["data"])
    if not pictures:
        return
    for identifier, room in {**_in_items(value), **_in_bubbles(value)}.items():
        if identifier in pictures:
            yield from _too_large(pictures[identifier], room)


def _too_large(picture: _Picture, room: _Room) -> Iterator[Fault]:
    (place, raw, origin), (most, where) = picture, room
    width, height = int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")
    if width > most[0] or height > most[1]:
        said = f"the picture is {width} by {height} pixels; {where} shows {most[0]} by {most[1]}"
        yield Fault("APL033", Severity.WARNING, said, place, "make it smaller", origin)
    elif most == LIST_PIXELS and len(raw) > LIST_PICTURE:
        said = f"the picture is {counted(len(raw), Unit.BYTES)}; an operator takes {counted(LIST_PICTURE)} in a list"
        yield Fault("APL033", Severity.WARNING, said, place, "make it smaller", origin)


def _in_bubbles(value: Tree) -> dict[str, _Room]:
    """The pictures of the bubbles, by the style of each."""
    found: dict[str, _Room] = {}
    for bubble in ("replyMessage", "receivedMessage"):
        identifier, style = (text(member(value, bubble, key)) for key in ("imageIdentifier", "style"))
        if identifier:
            style = style if style in PIXELS else "icon"
            found[identifier] = (PIXELS[style], f"a bubble of the style {style}")
    return found


def _in_items(value: Tree) -> dict[str, _Room]:
    """The pictures of a list's items."""
    if kind_of(value) != "listPicker":
        return {}
    sections = (section for _, section in objects(member(value, "data", "listPicker", "sections"), ()))
    items = (item for section in sections for _, item in objects(section.get("items"), ()))
    named = (text(item.get("imageIdentifier")) for item in items)
    return {said: (LIST_PIXELS, "an item of a list") for said in named if said}
