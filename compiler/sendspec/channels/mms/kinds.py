"""The kinds of files that a slide shows, told by the end of an address. It must not know what else a slide holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sendspec.channels.filled import Leaf, Tree

#: The endings of each kind, the main one first (facts §4.4). `text` and `smil` are named without an ending there.
KINDS = {
    "image": ("jpg", "jpeg", "png", "gif", "avif", "heic"),
    "video": ("mp4", "3gp"),
    "audio": ("mp3", "amr", "m4a"),
    "pdf": ("pdf",),
    "ical": ("ics", "ical", "ifb", "icalendar"),
    "vcard": ("vcf", "vcard"),
    "excel": ("xls", "xlsx"),
    "text": ("txt", "text"),
    "smil": ("smil", "smi"),
}
#: Kinds that the page lists and no printed request has.
LISTED = ("excel", "text", "smil")
#: Endings of media that are none of the above.
OTHER = frozenset(
    (
        *("webp", "bmp", "tif", "tiff", "svg", "ico", "mov", "avi", "mkv", "webm", "wmv", "flv", "m4v", "mpeg", "mpg"),
        *("wav", "ogg", "oga", "flac", "aac", "wma", "mid", "midi"),
        *("doc", "docx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "zip", "pkpass"),
    )
)
#: Kinds whose files are kept in the containers of another as well: sound alone in a film's.
ALSO = {"audio": KINDS["video"]}

_KIND_OF = {ending: kind for kind, endings in KINDS.items() for ending in endings}
_ENDING = re.compile(r"\.([A-Za-z0-9]+)\Z")


def ending(address: Tree) -> str:
    """The ending of the file at an address, in lower case; empty where none can be told."""
    if isinstance(address, Leaf):
        address = address.closing if address.personal else address.value  # type: ignore[assignment]  # JSON of a leaf
    if not isinstance(address, str):
        return ""
    found = _ENDING.search(re.split(r"[?#]", address, maxsplit=1)[0].rpartition("/")[2])
    return found[1].lower() if found else ""


def kind_of(address: Tree) -> str | None:
    """The kind of the file at an address, where its ending tells."""
    return _KIND_OF.get(ending(address))


def fits(kind: str, address: Tree) -> bool:
    """Whether the file at an address can be of a kind, as far as its ending tells."""
    told = kind_of(address)
    return told is None or told == kind or ending(address) in ALSO.get(kind, ())


_SURE = {kind: tuple(f".{end}" for end in endings) for kind, endings in KINDS.items()}


def surely_of_its_kind(slide: Mapping[str, str]) -> bool:
    """Whether the address of a slide in a body ends as its kind does, or tells no kind, at a glance."""
    address = slide.get("mediaUrl", "")
    if "?" in address or "#" in address:
        return False
    return address.endswith(_SURE.get(slide.get("type", ""), ())) or "." not in address.rpartition("/")[2]
