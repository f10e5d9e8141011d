"""What several members of a WhatsApp request say together. A check sees an object or list of a body or of a spec.

How a fault is printed, and which limits single values have, is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.channels.declare import Fault, Pointer, states, unless
from sendspec.channels.filled import Made, Tree, identity, known, stated
from sendspec.channels.keywords import any_of, within
from sendspec.channels.trail import lacking, misspelt
from sendspec.channels.whatsapp.media import ending
from sendspec.diagnostic import Severity

_LINK = re.compile(r"https?://", re.IGNORECASE)


def text(value: Tree) -> str | None:
    """The text, when it is the same for everybody."""
    said = known(value)
    return said if isinstance(said, str) else None


def stands(value: Tree, key: str) -> bool:
    """Whether an object has a member that is not empty. A personal value counts."""
    return isinstance(value, dict) and stated(value.get(key))


def members(value: Tree, *keys: str) -> Iterator[tuple[Pointer, Tree]]:
    """The elements of a list that are objects, or what they hold under some keys, with the way to each."""
    for at, element in enumerate(value if isinstance(value, list) else ()):
        inner: Tree = element
        for key in keys:
            inner = inner.get(key) if isinstance(inner, dict) else None
        if inner is not None:
            yield (at, *keys), inner


@unless("it.get('mimeType')")
@states({"required": ["mimeType"], "properties": {"mimeType": {"not": {"const": ""}}}})
def has_type(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A media type is given, or told by the end of the address."""
    place = lacking(value, "mimeType", at)
    if place is None or not isinstance(value, dict):
        return
    kind = str(at[-1]) if at else "media"
    if isinstance(value, Made):
        said = f"the address of the {kind} does not end in a known extension"
        yield Fault("WAP020", Severity.ERROR, said, at, 'add `type "…"`', value.get("url"))
    else:
        yield Fault("WAP020", Severity.ERROR, f"the {kind} has no `mimeType`", place, "add `mimeType`")


def ends_in_extension(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The address ends in the extension of the file, as the vendor wants it."""
    address = text(value.get("url")) if isinstance(value, dict) else None
    if not isinstance(value, dict) or not address or not stands(value, "mimeType"):
        return
    if _LINK.match(address) and not ending(address):
        said = "the address has no file extension at its end; the vendor asks for one"
        yield Fault("WAP021", Severity.WARNING, said, (*at, "url"), "give the file's own address", value["url"])


@unless("'address' not in it or it.get('name')")
def address_is_shown(value: Tree, at: Pointer) -> Iterator[Fault]:
    """An address is shown only beside a name."""
    if stands(value, "address") and not stands(value, "name") and isinstance(value, dict):
        said = "the address of a location without a name is not shown"
        yield Fault("WAP035", Severity.WARNING, said, (*at, "address"), "add a `name`", value["address"])


@unless("it.get('first_name') or it.get('last_name')")
@states(any_of("first_name", "last_name", "middle_name", "suffix", "prefix"))
def name_has_parts(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A name has one part besides the whole."""
    parts = ("first_name", "last_name", "middle_name", "suffix", "prefix")
    if (
        isinstance(value, dict)
        and stands(value, "formatted_name")
        and all(lacking(value, part, at) is not None for part in parts)
    ):
        said = "`formatted_name` alone; a contact's name has one more part"
        yield Fault("WAP023", Severity.ERROR, said, at, "add `first_name` or `last_name`", value)


@unless("sum([len(one['rows']) for one in it]) <= 10")
@states({"items": within(("rows",), {"maxItems": 10})})
def rows_in_all(value: Tree, at: Pointer) -> Iterator[Fault]:
    """At most ten rows over all sections (facts §8.3)."""
    rows = [(place, len(rows)) for place, rows in members(value, "rows") if isinstance(rows, list)]
    if (count := sum(size for _, size in rows)) > 10:
        together = " in all sections together" if len(rows) > 1 else ""
        place = at if len(rows) > 1 else (*at, *rows[0][0])
        said = f"{count} rows{together}; WhatsApp takes 10"
        yield Fault("WAP013", Severity.ERROR, said, place, "take rows out, or ask in two steps")


@unless("len(it) < 2 or all([one.get('title') for one in it])")
@states({"if": {"minItems": 2}, "then": {"items": any_of("title")}})
def sections_are_named(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Where there are several sections, each has a title."""
    if not isinstance(value, list) or len(value) < 2:
        return
    for place, section in members(value):
        lack = lacking(section, "title", (*at, *place))
        if isinstance(section, dict) and lack is not None and not misspelt(section, ("title", "rows"), "title"):
            said = f"one of {len(value)} sections has no `title`"
            yield Fault("WAP024", Severity.ERROR, said, lack, "give each section a title", section)


@unless("len(ids := [row['id'] for one in it for row in one['rows']]) == len({*ids})")
def rows_are_told_apart(value: Tree, at: Pointer) -> Iterator[Fault]:
    """No two rows of a list have one id."""
    rows = [((*way, *place), row) for way, of in members(value, "rows") for place, row in members(of, "id")]
    yield from _twice("row", rows, at)


@unless("len(it) == len({one['reply']['id'] for one in it})")
def buttons_are_told_apart(value: Tree, at: Pointer) -> Iterator[Fault]:
    """No two buttons have one id."""
    yield from _twice("button", list(members(value, "reply", "id")), at)


def _twice(what: str, ids: list[tuple[Pointer, Tree]], at: Pointer) -> Iterator[Fault]:
    seen: set[object] = set()
    for place, value in ids:
        said = identity(value)
        if said is not None and said in seen:
            message = f"the id of this {what} stands on another {what} too"
            yield Fault("WAP025", Severity.ERROR, message, (*at, *place), f"give each {what} an id of its own", value)
        seen.add(said)


@unless("it.get('preview_url') != 'true'")
def preview_has_link(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A preview shows the first address of the text: there must be one."""
    inner = value.get("text") if isinstance(value, dict) else None
    body = text(inner.get("body")) if isinstance(inner, dict) else None
    if isinstance(value, dict) and known(value.get("preview_url")) == "true" and body and not _LINK.search(body):
        said = "a preview, and no address with https:// in the text"
        help = "write the address with https://, or leave the preview out"
        yield Fault("WAP037", Severity.WARNING, said, (*at, "preview_url"), help, value["preview_url"])


def is_deprecated(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The hsm form still works, and has a successor."""
    said = "`hsm` is the deprecated form of a template"
    yield Fault("WAP038", Severity.NOTE, said, at, "write `template`", value)
