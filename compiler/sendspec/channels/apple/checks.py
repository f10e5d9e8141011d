"""What several members of a request by Apple Messages say together. A check sees a body or the tree of a spec.

What a form's pages say is in `checks_form`. How a fault is printed, and single limits, are not known here.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping

from sendspec.channels.declare import Check, Fault, Pointer, about, states, unless
from sendspec.channels.filled import Made, Tree, identity, known, stated
from sendspec.channels.keywords import Keywords, lies_at, needs, stands, within
from sendspec.channels.trail import counted, lacking, misspelt, safe, shown, subject
from sendspec.diagnostic import Severity

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

#: The character that stands where an attachment is shown, and the six that one page prints for it (C46).
MARK, PRINTED = "\ufffc", "\\uFFFC"
KINDS = ("quick-reply", "listPicker", "event", "dynamic", "authenticate", "payment")
_WORDS = {"startTime": "start_time", "title": "label", "identifier": "id"}
_DATA = ("version", "requestIdentifier", "images", *KINDS)
TYPES = ("text", "richLink", "richlink", "interactive", "invitation", "typing_start", "typing_end")
#: By the type of a message: the addresses that it goes to (C45); every other goes to `abcUserId`.
_ADDRESSED: Mapping[object, tuple[str, ...]] = {
    "invitation": ("msisdn",),
    "richLink": ("abcUserId", "userid"),
    "richlink": ("abcUserId", "userid"),
}


def text(value: Tree) -> str | None:
    """The text, when it is the same for everybody."""
    said = known(value)
    return said if isinstance(said, str) else None


def objects(value: Tree, at: Pointer) -> Iterator[tuple[Pointer, dict[str, Tree]]]:
    """The elements of a list that are objects, with their places."""
    for number, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, dict):
            yield (*at, number), one


def member(value: Tree, *keys: str) -> Tree:
    """What stands under some keys, or None."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def told_apart(key: str, what: str) -> Check:
    """No two objects of a list have one identifier."""

    @unless(f"len(it) == len({{one[{key!r}] for one in it}})")
    def run(value: Tree, at: Pointer) -> Iterator[Fault]:
        """The faults of the identifiers."""
        seen: set[object] = set()
        for place, one in objects(value, at):
            said = identity(one.get(key))
            if said is not None and said in seen:
                message = f"the {subject((None, key), one[key])} of this {what} stands on another {what} too"
                help = f"give each {what} one of its own"
                yield Fault("APL012", Severity.ERROR, message, (*place, key), help, one[key])
            seen.add(said)

    return run


# --- texts and files -------------------------------------------------------------------------------------


@unless(f"'attachments' not in it and {MARK!r} not in it.get('text', '') and '\\\\' not in it.get('text', '')")
def marks(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A text holds one mark for each attachment (C46); with a text that hangs on the person nothing is certain."""
    said, files = text(member(value, "text")), member(value, "attachments")
    if not said or not isinstance(value, dict):
        return
    place, origin = (*at, "text"), value["text"]
    if PRINTED in said:
        message = f"`{PRINTED}` in the text is six characters; the compiler writes the one character U+FFFC (C46)"
        yield Fault("API007", Severity.NOTE, message, place, "write the character itself", origin)
    count, wanted = said.count(MARK) + said.count(PRINTED), len(files) if isinstance(files, list) else 0
    if count != wanted and (isinstance(files, list) or files in (None, "")):
        message = (
            f"the text marks {_places(count)} for attachments; the message has {counted(wanted) if wanted else 'none'}"
        )
        each = "`attach`" if isinstance(value, Made) else "attachment"
        help = f"write `\\u{{FFFC}}` in the text once for each {each}" if wanted else "take the mark U+FFFC out"
        yield Fault("APL001", Severity.WARNING, message, place, help, origin)


def _places(count: int) -> str:
    return "no place" if count == 0 else "1 place" if count == 1 else f"{counted(count)} places"


@unless("it.get('mimeType')")
@states(stands("mimeType"))
def has_type(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A file has its media type; in a spec the end of its address tells it."""
    place = lacking(value, "mimeType", at)
    if place is None or not isinstance(value, dict):
        return
    if isinstance(value, Made):
        said = "the address does not end in a known extension, which would tell its media type"
        yield Fault("APL026", Severity.ERROR, said, at, 'add `type "…"`', value.get("url"))
    else:
        yield Fault("API002", Severity.ERROR, "the file has no `mimeType`", place, "add `mimeType`", value)


@unless("'image' in it or 'video' in it")
@states({"anyOf": [{"required": ["image"]}, {"required": ["video"]}]})
def has_asset(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A rich link shows a picture or a film."""
    if isinstance(value, dict) and not any(key in value for key in ("image", "video")):
        said = "a rich link has neither `image` nor `video`"
        yield Fault("API002", Severity.ERROR, said, at, "add an `image` or a `video`", value)


# --- interactive content ---------------------------------------------------------------------------------


def kind_of(value: Tree) -> str | None:
    """The kind of content of `interactiveData`."""
    data = member(value, "data")
    return next((kind for kind in KINDS if kind in data), None) if isinstance(data, dict) else None


@states({"anyOf": [{"required": [kind]} for kind in KINDS]})
def holds_content(value: Tree, at: Pointer) -> Iterator[Fault]:
    """`data` holds one kind of content. It is asked only where it holds none."""
    if isinstance(value, dict) and not any(kind in value for kind in KINDS):
        said = f"`data` holds no content; expected one of {', '.join(f'`{kind}`' for kind in KINDS)}"
        yield Fault("APL021", Severity.ERROR, said, at, "add the content", value)


def choices(key: str, what: str, of: str) -> Check:
    """There is something to choose from: a member that lists it is there, and not empty."""

    @unless(f"it.get({key!r})")
    def run(value: Tree, at: Pointer) -> Iterator[Fault]:
        """The fault of an object that offers nothing."""
        if isinstance(value, dict) and value.get(key, "") in ("", []):
            place = (*at, key) if key in value else at
            help = f"add {of}" if isinstance(value, Made) else f"add to `{key}`"
            yield Fault("APL035", Severity.WARNING, f"{what} has nothing to choose from", place, help, value)

    return run


def named(what: str, *keys: str) -> Check:
    """What can be chosen has these members, though no page says that it must."""

    @unless(" and ".join(f"it.get({key!r})" for key in keys))
    def run(value: Tree, at: Pointer) -> Iterator[Fault]:
        """The faults of a thing to choose."""
        for key in keys:
            if (place := lacking(value, key, at)) is not None:
                name = _WORDS.get(key, key) if isinstance(value, Made) else key
                said = f"the {what} has no `{name}`; nobody can tell which one is chosen"
                yield Fault("APL036", Severity.WARNING, said, place, f"add `{name}`", value)

    return run


@unless("it.get('version')")
def form_has_version(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The version of a form may be missing (C48)."""
    if isinstance(value, dict) and not stated(value.get("version")):
        said = "a form without `version`; the compiler writes it always (C48)"
        yield Fault("API007", Severity.NOTE, said, at, 'add `"version": "1.0"`', value)


@unless("it.get('receivedMessage') and it.get('replyMessage')")
def bubbles(value: Tree, at: Pointer) -> Iterator[Fault]:
    """What is not a quick reply has both bubbles; only that of the reply may be missing (C82)."""
    kind = kind_of(value)
    if kind is None or kind == "quick-reply":
        return
    place = lacking(value, "receivedMessage", at)
    if place is not None:
        help = "add `received_message { … }`" if isinstance(value, Made) else "add `receivedMessage`"
        said = "the message has no received bubble; only a quick reply goes without"
        yield Fault("API002", Severity.ERROR, said, place, help, value)
    yield from reply_bubble(value, at)


@unless("it.get('replyMessage')")
def reply_bubble(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The bubble of the reply may be missing, against the table (C50, C82)."""
    if lacking(value, "replyMessage", at) is not None:
        spec = isinstance(value, Made)
        help = f"add {'`reply_message { … }`' if spec else '`replyMessage`'}"
        said = "the message has no reply bubble; the parameter table has it as compulsory (C50, C82)"
        yield Fault("APL022", Severity.NOTE, said, at, help, value)


@unless("it.get('bid') or 'authenticate' not in it.get('data', ())")
@states(needs({"required": ["data"], "properties": {"data": {"required": ["authenticate"]}}}, "bid"))
def names_extension(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A sign-in names the extension that shows it."""
    place = lacking(value, "bid", at)
    if kind_of(value) == "authenticate" and place is not None:
        help = "take `bid no` out" if isinstance(value, Made) else "add `bid`"
        yield Fault("API002", Severity.ERROR, "a sign-in has no `bid`", place, help, value)


@about("requestIdentifier")
def one_request(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The id of the request stands in `data`; a printed request has a second, empty one beside it."""
    if isinstance(value, dict) and stated(value.get("requestIdentifier")):
        said = "requestIdentifier stands beside `data`; the compiler writes it into `data`"
        help = "move it into `data`"
        yield Fault("API007", Severity.NOTE, said, (*at, "requestIdentifier"), help, value["requestIdentifier"])


def _all_there(value: dict[str, Any]) -> bool:
    """Whether every picture that a body refers to is there, at a glance."""
    pictures = {image["identifier"] for image in value["data"].get("images", ())}
    left: list[Any] = [value]
    while left:
        one = left.pop()
        inner = one.values() if type(one) is dict else one
        if type(one) is dict and one.get("imageIdentifier", "") not in pictures and "imageIdentifier" in one:
            return False
        left += [each for each in inner if type(each) is dict or type(each) is list]
    return True


@unless("b'imageIdentifier' not in written(it, 2) or there(it)", written=marshal.dumps, there=_all_there)
def pictures_are_there(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Every picture that is referred to is among `images` (C41)."""
    data = member(value, "data")
    pictures = [text(image.get("identifier")) for _, image in objects(member(data, "images"), ())]
    named = [(place, leaf) for place, leaf in _references(value, at) if text(leaf)]
    if not all(pictures) or not named:
        return  # a picture without an identifier, or with a personal one, may be the one that is meant
    if not pictures:
        if isinstance(data, dict) and (member(data, "images") not in (None, "", []) or misspelt(data, _DATA, "images")):
            return
        place = (*at, "data") if isinstance(data, dict) else at
        said = f"the message shows the picture {shown(text(named[0][1]) or '')}, and holds no pictures"
        help = "add an `image` line" if isinstance(value, Made) else "add `images` to `data`"
        yield Fault("APL013", Severity.ERROR, said, place, help, named[0][1])
        return
    for place, leaf in named:
        if (said := text(leaf) or "") not in pictures:
            there = ", ".join(f"`{safe(one)}`" for one in pictures[:5] if one)
            help = f"take one of {there}" if len(pictures) > 1 else f"take {there}"
            yield Fault("APL013", Severity.ERROR, f"no picture has the identifier {shown(said)}", place, help, leaf)


def _references(value: Tree, at: Pointer) -> Iterator[tuple[Pointer, Tree]]:
    """Every `imageIdentifier`, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "imageIdentifier":
                yield (*at, key), inner
            elif key != "additionalParameters":
                yield from _references(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _references(inner, (*at, number))


# --- the whole message -----------------------------------------------------------------------------------


@unless("it.get('appid')")
def has_app(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The id of the asset is compulsory by the table, and absent from a printed request (C44)."""
    if isinstance(value, dict) and not stated(value.get("appid", "")):
        said = "the message names no app; the parameter table has `appid` as compulsory (C44)"
        yield Fault("APL034", Severity.NOTE, said, at, "name the asset that sends")


def _destined(*keys: str) -> Keywords:
    """No destination has one of these addresses."""
    return within(("destination",), {"items": {"not": {"anyOf": [{"required": [key]} for key in keys]}}})


def _is_kind(*kinds: str) -> Keywords:
    return lies_at(("channels", "AppleBusinessChat", "type"), {"enum": list(kinds)})


_DESTINED: Keywords = {
    "allOf": [
        {"if": _is_kind("invitation"), "then": _destined("abcUserId", "userid")},
        {"if": _is_kind("richLink", "richlink"), "then": _destined("msisdn")},
        {"if": _is_kind(*(kind for kind in TYPES if kind not in _ADDRESSED)), "then": _destined("msisdn", "userid")},
    ]
}


@unless(
    "it['channels']['AppleBusinessChat']['type'] != 'invitation' and taken.issuperset(it['destination'][0])"
    " and len(it['destination']) == 1",
    taken={"abcUserId", "correlationid"},
)
@states(_DESTINED)
def addresses(value: Tree, at: Pointer) -> Iterator[Fault]:
    """An invitation goes to telephone numbers, everything else to people who wrote before (C45)."""
    kind = known(member(value, "channels", "AppleBusinessChat", "type"))
    taken = _ADDRESSED.get(kind, ("abcUserId",)) if kind in TYPES else ()
    for place, one in objects(member(value, "destination"), (*at, "destination")):
        for key in ("abcUserId", "userid", "msisdn"):
            if key not in one or not taken:
                continue
            if key not in taken:
                what = "an invitation" if kind == "invitation" else "a message that is no invitation"
                said = f"`{key}` is no address of {what}; expected `{taken[0]}`"
                yield Fault("API023", Severity.ERROR, said, (*place, key), f"give `{taken[0]}`", key=True)
            elif key == "userid":
                said = "`userid` is another form of `abcUserId`, printed for one rich link (C45)"
                yield Fault("API007", Severity.NOTE, said, (*place, key), "write `abcUserId`", key=True)
