"""What several members of an RCS request have to be together. The same checks see a body and the tree of a spec."""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Check, Fault, Pointer, about, states, unless
from sendspec.channels.filled import Leaf, Made, Tree, known, stated
from sendspec.channels.forms import moment
from sendspec.channels.keywords import Keywords, any_of, is_one_of, needs, within
from sendspec.channels.payload import at_most
from sendspec.channels.trail import counted, lacking
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

PAYLOAD = 256_000  # "250 kB a card" (facts §4.3; §12.1 rule 7)
MEDIA_BYTES = 104_857_600  # the platform's 100 MB (facts §8.2), in the larger reading
IMAGE_ADVICE = 500_000  # advised for images (facts §4.3)
THUMBNAIL_BYTES, THUMBNAIL_ADVICE = 100_000, 50_000
HEIGHTS = ("SHORT", "MEDIUM", "TALL")
IMAGES = (".bmp", ".gif", ".jpg", ".jpeg", ".png")


def _member(value: Tree, *keys: str) -> tuple[str, Tree]:
    """The first of some members that is there, with its key."""
    found = value if isinstance(value, dict) else {}
    return next(((key, found[key]) for key in keys if key in found), (keys[0], None))


def _no_other_height(height: str) -> Keywords:
    """A card's media have this height, or none that is known."""
    others = [other for other in HEIGHTS if other != height]
    return within(("media", "height"), {"not": {"enum": others}})


@unless("len({card.get('media', {}).get('height') for card in it}) == 1")
@states({"anyOf": [{"items": _no_other_height(height)} for height in HEIGHTS]})
def one_height(cards: Tree, at: Pointer) -> Iterator[Fault]:
    """All media of one carousel are equally tall."""
    first: Tree = None
    for number, card in enumerate(cards if isinstance(cards, list) else ()):
        height = known(_member(_member(card, "media")[1], "height")[1])
        if height not in HEIGHTS:
            continue
        height = str(height).lower()
        first = first or height
        if height != first:
            said = f"card {number + 1} has {height} media, the first card {first}; a carousel has one height"
            yield Fault(
                "RCS012", Severity.ERROR, said, (*at, number, "media", "height"), "give all its media the same `height`"
            )
            return


@about("height")
@unless("it['height'] != 'TALL'")
def tall(media: Tree, at: Pointer) -> Iterator[Fault]:
    """Tall media in a carousel: the vendor's page has it, the platform refuses it (C23)."""
    if known(_member(media, "height")[1]) == "TALL":
        said = "tall media in a carousel; the vendor allows it, the platform takes short or medium (C23)"
        help = "write `height medium`" if isinstance(media, Made) else 'write "MEDIUM"'
        yield Fault("RCS013", Severity.WARNING, said, (*at, "height"), help)


@unless("it.get('title') and it.get('media')")
@states(any_of("title", "description", "media"))
def least_content(card: Tree, at: Pointer) -> Iterator[Fault]:
    """A card shows something; by the stricter page it has a title and media (C26)."""
    title, text, media = (stated(_member(card, key)[1]) for key in ("title", "description", "media"))
    if not (title or text or media):
        yield Fault(
            "RCS014",
            Severity.ERROR,
            "the card has neither title nor text nor media; RCS needs one of them",
            at,
            "add a `title`",
        )
    elif not (title and media):
        lacks = "title" if not title else "media"
        said = f"the card has no {lacks}; one page of the API wants it, another does not (C26)"
        shown = "an `image` or a `video`" if isinstance(card, Made) else "`media`"
        yield Fault("RCS015", Severity.WARNING, said, at, f"add {'a `title`' if not title else shown}")


#: A card as a whole.
payload = at_most("RCS016", PAYLOAD, "the card", "RCS")


@unless(
    "it['smsFallback'] is True and it.get('smsSenderId') and it.get('text') if 'smsFallback' in it"
    " else 'smsSenderId' not in it and 'text' not in it"
)
@states(needs(is_one_of("smsFallback", True, "true"), "smsSenderId", "text"))
def fallback(options: Tree, at: Pointer) -> Iterator[Fault]:
    """An SMS fallback that is on has a sender and a text; one that is off has neither."""
    switch = known(_member(options, "smsFallback")[1])
    there = {key: stated(_member(options, key)[1]) for key in ("smsSenderId", "text")}
    if switch is True or switch == "true":
        for key, what in (("smsSenderId", "sender"), ("text", "text")):
            if (place := lacking(options, key, at)) is not None:
                help = f"state the {what} of the SMS" if isinstance(options, Made) else f"add `{key}`"
                yield Fault("RCS017", Severity.ERROR, f"the SMS fallback has no {what}", place, help)
    elif switch in (None, "", False, "false"):
        for key in (key for key, is_there in there.items() if is_there):
            said = f"`{key}` of an SMS fallback that is not switched on"
            yield Fault("RCS018", Severity.WARNING, said, (*at, key), "set `smsFallback` to true, or take it away")


@unless("it.get('messageId')")
@states(needs(is_one_of("event", "READ"), "messageId"))
def read_message(content: Tree, at: Pointer) -> Iterator[Fault]:
    """Reading is told of a message."""
    place = lacking(content, "messageId", at)
    if known(_member(content, "event")[1]) == "READ" and place is not None:
        yield Fault(
            "RCS019",
            Severity.ERROR,
            "a read signal has no message; it tells which one was read",
            place,
            'add `message_id "…"`' if isinstance(content, Made) else "add `messageId`",
        )


@about("endTime")
def event_order(suggestion: Tree, at: Pointer) -> Iterator[Fault]:
    """An event ends after it begins."""
    begins, ends = (known(_member(suggestion, key)[1]) for key in ("startTime", "endTime"))
    first, last = (moment(value) if isinstance(value, str) else None for value in (begins, ends))
    if first is not None and last is not None and last <= first:
        said = f"the event ends at {ends}, not after its beginning at {begins}"
        yield Fault("RCS020", Severity.WARNING, said, (*at, "endTime"), "let it end after it begins")


def file_size(address: str, most: int = MEDIA_BYTES, advised: int = IMAGE_ADVICE) -> Check:
    """The size of the file at `address`: above 0, within a limit and an advice, which for media is about pictures."""

    size = {"anyOf": [{"type": ["string", "boolean"]}, {"exclusiveMinimum": 0, "maximum": most}]}

    @about("fileSize", "filesize")
    @states({"properties": {"fileSize": size, "filesize": size}})
    def run(media: Tree, at: Pointer) -> Iterator[Fault]:
        """The faults of one file's size."""
        key, tree = _member(media, "fileSize", "filesize")
        size = known(tree)
        if not isinstance(size, (int, float)) or isinstance(size, bool):
            return
        here = (*at, key)
        if size <= 0:
            yield Fault(
                "RCS021",
                Severity.ERROR,
                f"the file size is {size}; it has to be above 0",
                here,
                "give the size in bytes, or leave it out",
            )
        elif size > most:
            yield Fault(
                "RCS022",
                Severity.ERROR,
                f"the file is {counted(size, Unit.BYTES)}; RCS takes {counted(most)}",
                here,
                "use a smaller file",
            )
        elif size > advised and (most != MEDIA_BYTES or _is_image(_member(media, address)[1])):
            said = f"the file is {counted(size, Unit.BYTES)}; the vendor advises at most {counted(advised)}"
            yield Fault("RCS022", Severity.WARNING, said, here, "use a smaller file")

    return run


def _is_image(address: Tree) -> bool:
    ending = address.closing if isinstance(address, Leaf) and address.personal else known(address)
    return isinstance(ending, str) and ending.lower().endswith(IMAGES)
