"""What several members of an MMS have to be together. The same checks see a body and the tree of a spec."""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Fault, Pointer, states, unless
from sendspec.channels.envelope import link_options
from sendspec.channels.filled import Made, Tree, known, stated
from sendspec.channels.keywords import Keywords, any_of, in_any_case, is_one_of, stands, within
from sendspec.channels.mms.kinds import ALSO, KINDS, LISTED, OTHER, ending, fits, kind_of, surely_of_its_kind
from sendspec.channels.trail import lacking, safe
from sendspec.diagnostic import Severity

#: The members of `options` on channels that shorten links.
LINKS = frozenset(link_options(required=False).members)


def _of(value: Tree, key: str) -> Tree:
    return value.get(key) if isinstance(value, dict) else None


def _spec(value: Tree) -> bool:
    return isinstance(value, Made)


@unless("it.get('mediaUrl')")
@states(
    {
        "allOf": [
            any_of("mediaUrl", "messageText"),
            {"anyOf": [stands("mediaUrl"), within(("type",), {"enum": ["text", ""]})]},
        ]
    }
)
def shows_something(slide: Tree, at: Pointer) -> Iterator[Fault]:
    """A slide has a file, a text, or both (7236); only one of type text does without a file."""
    kind, place = known(_of(slide, "type")), lacking(slide, "mediaUrl", at)
    help = 'add `image "https://…"`, or another file' if _spec(slide) else "add `mediaUrl`"
    if place is None:
        return
    text = lacking(slide, "messageText", at)
    if text is not None:
        here = place if text == at else text if place == at else at  # at the one empty value, if there is one
        yield Fault("MMS004", Severity.ERROR, "the slide is empty; it shows a file, a text or both", here, help)
    elif kind == "text":
        said = "the slide has no file; every slide that the API's page prints has one"
        yield Fault("MMS007", Severity.WARNING, said, at, help)
    elif isinstance(kind, str) and kind:  # else its type is told of
        yield Fault("MMS007", Severity.ERROR, f"the slide of type {safe(kind)} has no file", place, help)


def _carried(kind: str) -> Keywords:
    """A slide of a kind has no file that is surely of another, or of none."""
    fit = (*KINDS[kind], *ALSO.get(kind, ()))
    others = {end for ends in (*KINDS.values(), OTHER) for end in ends} - set(fit)
    ends = in_any_case(*sorted(others)).removeprefix("^")
    return {
        "if": is_one_of("type", kind),
        "then": within(("mediaUrl",), {"not": {"pattern": rf"^[^?#]*/[^/?#]*\.{ends}(?:[?#]|$)"}}),
    }


@unless("surely(it)", surely=surely_of_its_kind)
@states({"allOf": [_carried(kind) for kind in KINDS]})
def one_kind(slide: Tree, at: Pointer) -> Iterator[Fault]:
    """The file is of a kind that MMS carries, and of the kind that its slide is (7148, 7262)."""
    address, declared = _of(slide, "mediaUrl"), known(_of(slide, "type"))
    kind = declared if isinstance(declared, str) and declared in KINDS else None
    here, end = (*at, "mediaUrl"), ending(address)
    said = f"{'the address' if _spec(slide) else 'mediaUrl'} ends in .{end}"
    if end in OTHER:
        told = f"{said}, which MMS does not carry; {_takes(kind) if kind else 'it carries jpg, mp4, mp3 and others'}"
        yield Fault("MMS008", Severity.ERROR, told, here, "give the file in one of these formats", address)
    elif kind is not None and not fits(kind, address):
        right = kind_of(address)
        word = right if right in ("image", "video", "audio") else "file"
        help = f"write `{word}` before it" if _spec(slide) else f'write `"type": "{right}"`'
        yield Fault("MMS009", Severity.ERROR, f"{said}; {_takes(kind)}", here, help, address)


def _takes(kind: str) -> str:
    return f"{kind} takes {', '.join((*KINDS[kind], *ALSO.get(kind, ())))}"


@unless("it.get('duration', 1) > 0")
@states({"properties": {"duration": {"exclusiveMinimum": 0}}})
def lasts(slide: Tree, at: Pointer) -> Iterator[Fault]:
    """A slide is shown for a time above 0 (7232)."""
    number = known(_of(slide, "duration"))
    if isinstance(number, (int, float)) and not isinstance(number, bool) and number <= 0:
        said = f"duration is {number}; a slide is shown for longer than 0"
        yield Fault("MMS010", Severity.ERROR, said, (*at, "duration"), "write 5, for instance", _of(slide, "duration"))


@unless(f"it.get('messageText') and it.get('duration') and it.get('type') not in {sorted(LISTED)}")
def as_printed(slide: Tree, at: Pointer) -> Iterator[Fault]:
    """Every slide that the page prints has a text and a duration (which a spec leaves out by a word of its own); none
    is of a kind that it lists only."""
    words = {"messageText": "text"} if _spec(slide) else {"messageText": "messageText", "duration": "duration"}
    lacks = [key for key in words if not stated(_of(slide, key))]
    if lacks and (stated(_of(slide, "mediaUrl")) or "messageText" not in lacks):
        names = " and no ".join(f"`{words[key]}`" for key in lacks)
        said = f"the slide has no {names}; every slide that the API's page prints has one"
        yield Fault("MMS011", Severity.NOTE, said, at, f"add `{words[lacks[0]]}`")
    if (kind := known(_of(slide, "type"))) in LISTED and stated(_of(slide, "mediaUrl")):
        said = f"a slide of type {kind} is listed on the API's page, and printed in no request"
        yield Fault("MMS018", Severity.NOTE, said, (*at, "type"), "try it with one person first", _of(slide, "type"))


@unless("it.get('name') and it.get('fallbacktext')")
def named_and_replaced(content: Tree, at: Pointer) -> Iterator[Fault]:
    """Two members that the table leaves open and statuses 7234 and 7259 ask for (C30). A spec has the one unless it
    says otherwise, and the other by its ladder."""
    lacks = [key for key in ("name", "fallbacktext") if not stated(_of(content, key))]
    if lacks and not _spec(content):
        names = " and no ".join(f"`{key}`" for key in lacks)
        said = f"the MMS has no {names}; the table leaves that open, statuses of the API ask for it (C30)"
        yield Fault("MMS012", Severity.NOTE, said, at, f"add `{lacks[0]}`")


@unless("not it")
@states({"maxProperties": 0})
def no_links(options: Tree, at: Pointer) -> Iterator[Fault]:
    """The page prints `options` of an MMS empty; links are shortened on other channels (facts §2.3)."""
    if isinstance(options, dict) and not LINKS.isdisjoint(options):
        said = "links of an MMS are not shortened nor tracked; its `options` are empty"
        yield Fault("API031", Severity.ERROR, said, at, "take them out", options)


@unless("not any([number[:1] != '1' and number[:2] != '+1' for one in it['to'] for number in one['msisdn']])")
def within_reach(body: Tree, at: Pointer) -> Iterator[Fault]:
    """MMS goes to the United States and Canada. In a spec the rows tell (see the rule of this code)."""
    people = _of(body, "to")
    if _spec(_of(body, "content")) or _spec(_of(body, "template")) or not isinstance(people, list):
        return
    for place, person in enumerate(people):
        numbers = _of(person, "msisdn")
        for number, address in enumerate(numbers if isinstance(numbers, list) else ()):
            if isinstance(address, str) and abroad(address):
                said = "msisdn is no number of the United States or Canada, where MMS goes"
                here = (*at, "to", place, "msisdn", number)
                yield Fault("MMS013", Severity.WARNING, said, here, "send to this number by another channel")


def abroad(number: str) -> bool:
    """Whether a number in E.164, with or without its plus sign, has another country code than 1."""
    digits = number.removeprefix("+")
    return digits.isascii() and digits.isdigit() and not digits.startswith(("1", "0"))
