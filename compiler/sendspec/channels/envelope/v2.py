"""The body of one message on v2, around a channel's content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from types import MappingProxyType

from sendspec.channels.declare import (
    Array,
    Check,
    Fault,
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
    OLD_CONTACT_POLICY,
    TEXT,
    V2_SMART_LINKS,
    no_options,
    plain,
)
from sendspec.channels.envelope.people import addressed
from sendspec.channels.forms import INSTANT, SECONDS, moment
from sendspec.channels.keywords import exactly_one_of, not_both
from sendspec.diagnostic import Severity

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

_SOURCE = "DEV/send-message-v2"
_INSTANT = String(form=INSTANT)
_VALUES = Object({}, "`substitutions`", rest=String(empty=True))
TEMPLATE = Object({"id": Member(TEXT, True, source="DEV/send-sms-message-api-v2")}, "`template`")
_LONGEST = timedelta(days=7)  # between sending and expiry (DEV/send-message-v2, C13)
_OPEN = "$("  # what a name of a substitution starts with
_NAMED = r"\$\(([^()\s]+)\)"
_V1_ONLY = (
    "deliverychannel",
    "destination",
    "channels",
    "message",
    "expiry",
    "gtrId",
    "icmessage",
    "conversationid",
    "route",
)
_FOREIGN = {key: ("API001", f"`{key}` is a key of v1; a request of v2 has none such") for key in _V1_ONLY}


def _also(given: str, current: str) -> tuple[Variant, ...]:
    return (Variant(given, current, "C8"),)


#: What may stand for all people, and with each of them.
_BESIDE = {
    "substitutions": Member(_VALUES, source=_SOURCE),
    "correlationId": Member(CORRELATION, source=_SOURCE, also=_also("correlationid", "correlationId")),
}


def receipts(choices: tuple[str, ...], variants: tuple[Variant, ...] = (), fold: bool = False) -> Array:
    """`requestedReceipts` of a channel."""
    return Array(String(choices=choices, variants=variants, fold=fold, choice_code="API040"))


def v2(
    title: str,
    name: str,
    content: Shape,
    addresses: tuple[str, ...],
    *,
    sender: String,
    options: Object | None,
    requested: Array,
    names: tuple[Variant, ...] = (),
    template: Object | None = TEMPLATE,
    shapes: Mapping[str, String] = MappingProxyType({}),
    smart_links: bool = True,
    extra: Mapping[str, Member] = MappingProxyType({}),
    texts: tuple[Pointer, ...] = (("content", "text"),),
    own: frozenset[str] = frozenset(),
    checks: tuple[Check, ...] = (),
) -> Object:
    """A whole message of v2.

    `title` names the channel to people, `name` is its `channel`. `sender` is the form of `from`, `requested` the
    shape of `requestedReceipts` (see `receipts`), `extra` the channel's further members at the top. `template` None:
    no stored templates. `texts` are the paths (see `paths`) of texts that may hold `$(name)`, `own` names that the
    platform fills.
    """
    members: dict[str, Member] = {
        "channel": Member(
            String(choices=(name,), variants=names, choice_code="API020"), True, source="DEV channel pages, C17"
        ),
        "from": Member(sender, True, source=_SOURCE),
        "appid": Member(TEXT, source=_SOURCE),
        "to": Member(addressed(title, addresses, _BESIDE, shapes=shapes), True, source=_SOURCE),
        "substitutions": _BESIDE["substitutions"],
        "content": Member(content, source=_SOURCE),
        "sendAt": Member(_INSTANT, source=f"{_SOURCE}, C12"),
        "expireAt": Member(_INSTANT, source=f"{_SOURCE}, C12"),
        "validity": Member(String(form=SECONDS), source=f"{_SOURCE}, C13"),
        "batchId": Member(TEXT, source=_SOURCE),
        "correlationId": _BESIDE["correlationId"],
        "callbackData": Member(CALLBACK, source=_SOURCE),
        "notifyUrl": Member(NOTIFY_URL, source=_SOURCE, also=_also("notifyurl", "notifyUrl")),
        "notifyUrlAuthId": Member(TEXT, source=_SOURCE),
        "requestedReceipts": Member(requested, source=_SOURCE),
        "contactPolicy": Member(CONTACT_POLICY, source="DEV/send-message-api-v1"),
        "contact policy": Member(OLD_CONTACT_POLICY, source="C11"),
        "priority": Member(String(choices=("1", "2", "3")), source="DEV/send-message-v1, older definition"),
    }
    if template is not None:
        members["template"] = Member(template, source="DEV/send-sms-message-api-v2")
    foreign = _FOREIGN
    if options is not None:
        members["options"] = Member(options, source=_SOURCE)
    else:
        foreign = {**_FOREIGN, "options": no_options(title)}
    if smart_links:
        members["smartlinks"] = Member(V2_SMART_LINKS, source="DEV/send-message-api-v1")
    exclusive = _one_of(template is not None)
    known = (exclusive, _times, _older, _filled(texts, own))
    return Object({**members, **extra}, title, checks=(*known, *checks), foreign=foreign)


def _one_of(templates: bool) -> Check:
    """Exactly one of content and template."""

    @unless("('content' in it) != ('template' in it)")
    @states(exactly_one_of("content", "template"))
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        assert isinstance(value, dict)
        found = [key for key in ("content", "template") if value.get(key, "") != ""]
        if len(found) == 2:
            said = "the request has `content` and `template`; one of them is taken"
            yield Fault("API032", Severity.ERROR, said, at, "take one of them out")
        elif not found:
            said = "the request has neither `content` nor `template`" if templates else "the request has no `content`"
            yield Fault("API032", Severity.ERROR, said, at, "add `content`")

    return check


def _in_time(value: Mapping[str, str]) -> bool:
    """Whether sending and expiry are in order at a glance."""
    if value.get("validity") or not value.get("expireAt"):
        return False
    try:
        between = datetime.fromisoformat(value["expireAt"]) - datetime.fromisoformat(value["sendAt"])
    except (ValueError, TypeError):
        return False
    return timedelta(0) < between <= _LONGEST


@about("expireAt")
@unless("'sendAt' not in it and 'validity' not in it or in_time(it)", in_time=_in_time)
@states(not_both("validity", "expireAt"))
def _times(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Sending and expiry: in order, seven days apart at most, and one kind of expiry (DEV/send-message-v2, C13)."""
    assert isinstance(value, dict)
    if value.get("validity") not in (None, "") and value.get("expireAt") not in (None, ""):
        said = "validity and expireAt stand together; the API refuses both at once (C13)"
        yield Fault("API035", Severity.ERROR, said, (*at, "validity"), "keep one of them", value["validity"])
    start, end = (
        moment(text) if isinstance(text := plain(value.get(key)), str) else None for key in ("sendAt", "expireAt")
    )
    if start is None or end is None:
        return
    place = (*at, "expireAt")
    if end <= start:
        said = "expireAt is not after sendAt; the message would never be sent"
        yield Fault("API033", Severity.ERROR, said, place, "let it expire later", value["expireAt"])
    elif end - start > _LONGEST:
        said = "expireAt is more than 7 days after sendAt; the API takes 7 days"
        yield Fault("API034", Severity.ERROR, said, place, "let it expire earlier", value["expireAt"])


@about("contact policy", "priority")
def _older(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Members of an older definition: taken, with a note."""
    assert isinstance(value, dict)
    if "contact policy" in value:
        place = (*at, "contact policy")
        if "contactPolicy" in value:
            said = "`contact policy` and `contactPolicy` are one member, written twice"
            yield Fault("API006", Severity.ERROR, said, place, "keep `contactPolicy`", key=True)
        else:
            said = "`contact policy` is another form of `contactPolicy` (C11)"
            yield Fault("API007", Severity.NOTE, said, place, "write `contactPolicy`, with one object", key=True)
    if value.get("priority") not in (None, ""):
        said = "priority stands in an older definition of v2 only; the current pages have none such"
        yield Fault("API029", Severity.NOTE, said, (*at, "priority"), key=True)


def _filled(texts: tuple[Pointer, ...], own: frozenset[str]) -> Check:
    """Every `$(name)` of a text has a value, for all destinations or in each of them."""

    said = [_said(path) for path in texts]

    def served(body: Mapping[str, Any], *given: str) -> bool:
        """Whether every name in some texts has a value at a glance."""
        shared = body.get("substitutions", ())
        for name in _names().findall(given[0] if len(given) == 1 else "\n".join(given)):
            if name not in own and name not in shared:
                for one in body["to"]:
                    if name not in one["substitutions"]:
                        return False
        return True

    @unless(
        f"{' and '.join(f'{_OPEN!r} not in {text}' for text in said)} or served(it, {', '.join(said)})", served=served
    )
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        from sendspec.channels.paths import values_at  # not for specs by v1

        assert isinstance(value, dict)
        for place, text in (one for path in texts for one in values_at(value, path)):
            if not isinstance(text, str) or "$(" not in text:
                continue
            known = _values(value)
            for name in dict.fromkeys(_names().findall(text)):
                if name not in known and name not in own:
                    said = f"$({name}) has no value for every destination; people would see it as it stands"
                    yield Fault("API042", Severity.WARNING, said, (*at, *place), f"give `{name}` in `substitutions`")

    return check


@cache
def _names() -> re.Pattern[str]:
    return re.compile(_NAMED)


def _said(path: Pointer) -> str:
    """An expression of the texts at a path of a body that is right, one after the other (see `unless`)."""
    value, loops = "it", ""
    for number, key in enumerate(path):
        if key == "*":
            loops += f" for at_{number} in {value}"
            value = f"at_{number}"
        else:
            absent = "''" if number + 1 == len(path) else "()" if path[number + 1] == "*" else "{}"
            value += f".get({key!r}, {absent})"
    return f"''.join([{value}{loops}])" if loops else value


def _values(body: dict[str, Tree]) -> set[str]:
    """The names that have a value for everybody."""
    shared, people = body.get("substitutions"), body.get("to")
    each = [one.get("substitutions") for one in people if isinstance(one, dict)] if isinstance(people, list) else []
    own = [set(values) if isinstance(values, dict) else set() for values in each]
    return (set(shared) if isinstance(shared, dict) else set()) | (set.intersection(*own) if own else set())
