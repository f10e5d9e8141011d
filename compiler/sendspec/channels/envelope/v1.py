"""The body of one message on v1, around a channel's own object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sendspec.channels.declare import (
    Anything,
    Array,
    Check,
    Fault,
    Made,
    Member,
    Object,
    Pointer,
    Shape,
    String,
    Tree,
    Variant,
    about,
    states,
    unless,
)
from sendspec.channels.envelope.links import (
    CALLBACK,
    CONTACT_POLICY,
    CORRELATION,
    NOTIFY_URL,
    TEXT,
    V1_SMART_LINKS,
    no_options,
    plain,
)
from sendspec.channels.envelope.people import addressed
from sendspec.channels.forms import INSTANT
from sendspec.channels.keywords import stands, within
from sendspec.channels.trail import lacking
from sendspec.diagnostic import Severity

_SOURCE = "DEV/send-message-v1"
#: The members of `channels`, by which one channel's object is told from another's.
OBJECTS = ("sms", "voice", "appmessaging", "push", "OTT-Messaging", "AppleBusinessChat")
#: Members that only the older Introduction has.
OLDER = frozenset({"route", "priority"})
ROUTE = String(choices=("IMMD", "LCGD", "LCBE"), choice_code="API028")
_INSTANT = String(form=INSTANT)
_V2_ONLY = (
    "channel",
    "from",
    "to",
    "content",
    "template",
    "substitutions",
    "sendAt",
    "expireAt",
    "validity",
    "batchId",
    "requestedReceipts",
)
_FOREIGN = {key: ("API001", f"`{key}` is a key of v2; a request of v1 has none such") for key in _V2_ONLY}


@unless("it.get('template')")
@states({"required": ["template"], "anyOf": [stands("template"), within(("parameters",), {"enum": ["", {}]})]})
def _message(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A stored template is named; only an object of empty members counts as absent."""
    assert isinstance(value, dict)
    place = lacking(value, "template", at)
    if place is not None and (place == at or value.get("parameters")):
        said = "the stored template has no id" if isinstance(value, Made) else "`message` has no `template`"
        yield Fault("API002", Severity.ERROR, said, place, "name the stored template", value)


MESSAGE = Object(
    {
        "template": Member(TEXT, source=_SOURCE),
        "parameters": Member(Object({}, rest=Anything()), source=_SOURCE),
    },
    checks=(_message,),
)


def v1(
    title: str,
    name: str,
    channels: Mapping[str, Member],
    addresses: tuple[str, ...],
    *,
    names: tuple[Variant, ...] = (),
    together: bool = False,
    shapes: Mapping[str, String] = MappingProxyType({}),
    appid: bool = False,
    options: Object | None = None,
    smart_links: bool = False,
    message: Object = MESSAGE,
    channels_required: bool = True,
    channels_always: object = None,
    people_checks: tuple[Check, ...] = (),
    checks: tuple[Check, ...] = (),
) -> Object:
    """A whole message of v1.

    `title` names the channel to people, `name` is its `deliverychannel` and `names` are other values of it that pages
    have. `channels` are the members of `channels` (one, say {"sms": …}); `addresses` the wire keys of its
    addresses, `together` and `shapes` as in `addressed`. `appid`: it is compulsory. `options` None: none are taken.
    `message` is the shape of the stored template's block (WhatsApp has its own). `channels_always` is what stands
    under `channels` at least.
    """
    beside = {"correlationid": Member(CORRELATION, source=_SOURCE)}
    people = addressed(title, addresses, beside, together=together, shapes=shapes, checks=people_checks)
    members: dict[str, Member] = {
        "deliverychannel": Member(String(choices=(name,), variants=names, choice_code="API020"), True, source=_SOURCE),
        "appid": Member(TEXT, appid, source=_SOURCE),
        "destination": Member(people, True, source=_SOURCE),
        "channels": Member(
            _channels(title, channels, smart_links),
            channels_required,
            source="DEV/send-message-v1, C6",
            always=channels_always,
        ),
        "message": Member(message, source=_SOURCE),
        "correlationid": Member(CORRELATION, source=_SOURCE),
        "notifyurl": Member(NOTIFY_URL, source=_SOURCE),
        "notifyurlAuthId": Member(TEXT, source=_SOURCE),
        "callbackData": Member(CALLBACK, source=_SOURCE),
        "expiry": Member(_INSTANT, source=_SOURCE),
        "contactPolicy": Member(CONTACT_POLICY, source="DEV/send-message-api-v1"),
        "gtrId": Member(Array(TEXT), source=_SOURCE),
        "icmessage": Member(String(choices=("true",)), source=_SOURCE),
        "conversationid": Member(TEXT, source=_SOURCE),
        "route": Member(ROUTE, source="the older Introduction"),
        "priority": Member(TEXT, source="the older Introduction"),
    }
    foreign = dict(_FOREIGN)
    if options is not None:
        members["options"] = Member(options, source="DEV/send-message-api-v1")
    else:
        foreign["options"] = no_options(title)
    return Object(members, title, checks=(_ids, *checks), foreign=foreign)


def _channels(title: str, channels: Mapping[str, Member], smart_links: bool) -> Object:
    """`channels`: the one channel's object, and smart links beside it."""
    own = ", ".join(f"`{key}`" for key in channels)
    foreign = {
        key: ("API025", f"`{key}` stands in `channels`; a request by {title} holds {own} only")
        for key in OBJECTS
        if key not in channels
    }
    members = dict(channels)
    if smart_links:
        members["smartlinks"] = Member(V1_SMART_LINKS, source="DEV/send-message-api-v1")
    return Object(members, "`channels`", foreign=foreign)


@about("gtrId")
def _ids(value: Tree, at: Pointer) -> Iterator[Fault]:
    """`gtrId` has one id for each destination object (DEV/send-message-v1)."""
    assert isinstance(value, dict)
    ids, people = value.get("gtrId"), value.get("destination")
    if isinstance(ids, list) and isinstance(people, list) and ids and people and len(ids) != len(people):
        said = f"gtrId has {len(ids)} ids; expected {len(people)}, one for each destination"
        yield Fault("API039", Severity.ERROR, said, (*at, "gtrId"), "give each destination one id")


def outside_tables(body: Tree, at: Pointer = ()) -> Iterator[Fault]:
    """Notes on members that only the older Introduction has, for a body whose profile is not known."""
    for key in sorted(OLDER, reverse=True):
        value = plain(body.get(key)) if isinstance(body, dict) else None
        if isinstance(value, str) and value:
            said = f"{key} stands in the older parameter table only; the current pages have none such"
            yield Fault("API029", Severity.NOTE, said, (*at, key), key=True)


__all__ = ["MESSAGE", "OBJECTS", "OLDER", "ROUTE", "Shape", "outside_tables", "v1"]
