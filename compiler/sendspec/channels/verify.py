"""A file of request bodies → findings: the same declarations as lint, with JSON Pointers and places in the file.

It takes one message of v1 or v2, a v1 list of messages, a line that `compile` wrote, or many such lines. It must not
know any channel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sendspec.channels import channel, names
from sendspec.channels.check import check
from sendspec.channels.declare import Api, Elsewhere, Fault, Object, Pointer, Shape, String, Tree
from sendspec.channels.envelope.people import ADDRESS_KEYS, MOST, size
from sendspec.channels.envelope.unnamed import body_of_any
from sendspec.channels.envelope.v1 import OBJECTS, OLDER, outside_tables
from sendspec.channels.json_text import DEEP, Places, parse, places
from sendspec.channels.stranger import made_by_us, spec
from sendspec.channels.sure import NO, Sure, sure
from sendspec.channels.trail import counted, kind, shown
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.nearest import did_you_mean
from sendspec.source import Source, Span

UNKNOWN, MANY, NO_BODY = "API020", "API022", "API056"
#: Keys that only one version has: by them a message without its channel's name is told apart.
_V1_KEYS = frozenset(
    {"deliverychannel", "destination", "channels", "message", "correlationid", "notifyurl", "notifyurlAuthId"}
    | {"expiry", "gtrId", "icmessage", "conversationid", "route"}
)
_V2_KEYS = frozenset(
    {"channel", "from", "to", "content", "template", "substitutions", "sendAt", "expireAt", "validity", "batchId"}
    | {"smartlinks", "requestedReceipts", "correlationId", "notifyUrl", "notifyUrlAuthId"}
)
_ADDRESSES = tuple(ADDRESS_KEYS.values())


def verify(source: Source) -> tuple[Diagnostic, ...]:
    """The findings of a file, in the order of their places. Never raises."""
    parsed = parse(source.text)
    if parsed.problems and (lines := _lines(source.text)):
        return tuple(found for start, text in lines for found in _document(source, text, start))
    broken = parsed.problems and parsed.value is None
    if (other := spec(source.path, source.text) if broken else made_by_us(parsed.value)) is not None:
        place = Span(0, min(1, len(source.text)))
        return (Diagnostic(NO_BODY, Severity.ERROR, other.message, source, place, help=other.help, pointer=""),)
    return tuple(_document(source, source.text, 0))


def judge(body: Tree, at: Pointer = ()) -> Iterator[Fault]:
    """The faults of a whole body: a message, a list of messages, or a line that holds one under `body`."""
    return iter(()) if _is_right(body) else _judge(body, at)


def takes(body: Any) -> bool:
    """Whether the API takes a whole body, as far as can be told: `judge` finds no error in it."""
    try:
        asked = _heeded_v2(body["channel"]) if "channel" in body else _heeded_v1(body["deliverychannel"])
        right = asked(body)
    except NO:
        right = False
    return bool(right) or all(fault.severity is not Severity.ERROR for fault in _judge(body, ()))


def _is_right(body: Any) -> bool:
    """Whether there is certainly nothing to say about one message. What is none is told by what it raises."""
    try:
        asked = _silent("v2", body["channel"]) if "channel" in body else _silent("v1", body["deliverychannel"])
        return bool(asked(body)) and ("channel" in body or OLDER.isdisjoint(body))
    except NO:
        return False


def _judge(body: Tree, at: Pointer) -> Iterator[Fault]:
    if isinstance(body, list):
        yield from _list(body, at)
    elif isinstance(body, dict) and "body" in body and "deliverychannel" not in body and "channel" not in body:
        yield from judge(body["body"], (*at, "body"))
    elif isinstance(body, dict):
        yield from _message(body, at)
    else:
        yield Fault(NO_BODY, Severity.ERROR, f"a request body is an object or a list; this is {kind(body)}", at)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines of a file that holds one JSON value a line, with their offsets; empty when it is no such file."""
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.splitlines(keepends=True) if "\n" in text.strip() else ():
        if line.strip():
            lines.append((start, line.rstrip("\r\n")))
        start += len(line)
    whole = [line for _, line in lines if line[:1] == "{" and line.rstrip()[-1:] == "}"]
    return lines if len(lines) > 1 and lines[0][1] in whole and 2 * len(whole) > len(lines) else []


def _document(source: Source, text: str, start: int) -> list[Diagnostic]:
    """The findings of one JSON text, which begins at an offset of the file."""
    parsed = parse(text)
    found = [
        Diagnostic(code, Severity.ERROR, said, source, Span(start + low, start + high), help=help, pointer=_pointer(at))
        for code, said, low, high, help, at in parsed.problems
    ]
    told = {problem.at for problem in parsed.problems}
    stops = (parsed.value is None and parsed.problems) or any(problem.code == DEEP for problem in parsed.problems)
    faults = [] if stops else [fault for fault in judge(parsed.value) if fault.at not in told]
    values, keys = places(text, {fault.at for fault in faults}) if faults else Places({}, {})
    for fault in faults:
        named = keys.get(fault.at) if fault.key else None
        span = named or values.get(fault.at) or values.get(fault.at[:-1]) or Span(0, min(1, len(text)))
        place, at = Span(start + span.start, start + span.end), _pointer(fault.at)
        found.append(Diagnostic(fault.code, fault.severity, fault.message, source, place, help=fault.help, pointer=at))
    return sorted(found, key=lambda one: (one.span.start, one.span.end))


def _pointer(at: Pointer) -> str:
    """A JSON Pointer (RFC 6901 §3)."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in at)


def _list(messages: Sequence[Tree], at: Pointer) -> Iterator[Fault]:
    """The batch form of v1: whole messages, and their destinations together."""
    if not messages:
        yield Fault("API021", Severity.ERROR, "the list holds no message", at, "add a message")
    for number, message in enumerate(messages):
        here = (*at, number)
        if not isinstance(message, dict):
            yield Fault(NO_BODY, Severity.ERROR, f"a message is an object; this is {kind(message)}", here)
            continue
        if _version(message) == "v2" and _elsewhere(message) is None:
            said = "a list holds messages of v1; this is one of v2"
            yield Fault(NO_BODY, Severity.ERROR, said, here, "send it as a request of its own")
        if not _is_right(message):
            yield from _message(message, here)
    sizes = [size(message.get("destination"), _ADDRESSES) for message in messages if isinstance(message, dict)]
    if sum(sizes) > MOST and max(sizes) <= MOST:
        said = f"the messages have {counted(sum(sizes))} destinations together; one request takes {counted(MOST)}"
        yield Fault(MANY, Severity.ERROR, said, at, "spread them over several requests")


def _version(body: dict[str, Tree]) -> str | None:
    """Which API a message is for, told by its keys; None when none of them says."""
    first, second = len(_V1_KEYS.intersection(body)), len(_V2_KEYS.intersection(body))
    if first == second:
        return None if first == 0 else "v1" if "deliverychannel" in body or "channel" not in body else "v2"
    return "v1" if first > second else "v2"


def _message(body: dict[str, Tree], at: Pointer) -> Iterator[Fault]:
    if (other := _elsewhere(body)) is not None:
        yield Fault(NO_BODY, Severity.ERROR, other.says, at, other.help)
        return
    version = _version(body)
    if version is None:
        said = "the object is no message; v1 starts with `deliverychannel`, v2 with `channel`"
        yield Fault(NO_BODY, Severity.ERROR, said, at, "start with the channel")
        return
    name = body.get("deliverychannel" if version == "v1" else "channel")
    if not isinstance(name, str) or not name:
        yield from check(_guessed(version, body), body, at)
    elif (shape := _bodies(version).get(name)) is not None:
        yield from check(shape, body, at)
    else:
        yield from _other(version, name, body, at)
    if version == "v1":
        yield from outside_tables(body, at)


@cache
def _silent(version: str, name: str) -> Sure:
    """Whether there is nothing to say about messages by a channel; KeyError when there is none such."""
    return sure(_bodies(version)[name])


@cache
def _heeded_v1(name: str) -> Sure:
    """Whether there is no error in messages of v1 by a channel; KeyError when there is none such."""
    return sure(_bodies("v1")[name], True)


@cache
def _heeded_v2(name: str) -> Sure:
    """The same for v2. One name to look up is quicker than two."""
    return sure(_bodies("v2")[name], True)


def _elsewhere(body: dict[str, Tree]) -> Elsewhere | None:
    """The other API that a body without its channel's name is for."""
    if "deliverychannel" in body or "channel" in body:
        return None
    declared = (other for name in names() for other in channel(name).elsewhere)
    return next((other for other in declared if len(other.keys & body.keys()) > 1), None)


def _other(version: str, name: str, body: Tree, at: Pointer) -> Iterator[Fault]:
    """A message by no channel that there is: what stands around its content."""
    key, known = "deliverychannel" if version == "v1" else "channel", _names(version)
    said = f"{key} is {shown(name)}; {version} takes {', '.join(shown(one) for one in known)}"
    yield Fault(UNKNOWN, Severity.ERROR, said, (*at, key), did_you_mean(name, known))
    yield from check(body_of_any(version, True), body, at)


def _apis(version: str) -> Iterator[Api]:
    return (api for name in names() for api in channel(name).apis if api.version == version)


@cache
def _names(version: str) -> tuple[str, ...]:
    """The current names of the channels on a version."""
    return tuple(api.name for api in _apis(version))


@cache
def _bodies(version: str) -> dict[str, Object]:
    """The shapes of messages by every name that their channel has."""
    found: dict[str, Object] = {}
    key = "deliverychannel" if version == "v1" else "channel"
    for api in _apis(version):
        declared = api.body.members[key].shape
        given = [variant.given for variant in declared.variants] if isinstance(declared, String) else []
        found.update(dict.fromkeys((api.name, *given), api.body))
    return found


def _guessed(version: str, body: dict[str, Tree]) -> Object:
    """The shape of a message that does not name its channel: by the object in `channels`, else what holds for all.

    Where channels share one, it is the channel whose members stand in it.
    """
    channels = body.get("channels")
    held = [key for key in OBJECTS if isinstance(channels, dict) and key in channels]
    if version == "v1" and isinstance(channels, dict) and len(held) == 1:
        found = [api.body for api in _apis(version) if _shape(api, held[0]) is not None]
        if len(found) > 1:
            inner = channels[held[0]]
            found = [api.body for api in _apis(version) if _has_member_of(_shape(api, held[0]), inner)]
        if len(found) == 1:
            return found[0]
    return body_of_any(version, False)


def _shape(api: Api, key: str) -> Shape | None:
    """The shape of a channel's object of v1, when it stands under this key."""
    declared = api.body.members["channels"].shape
    member = declared.members.get(key) if isinstance(declared, Object) else None
    return member.shape if member is not None else None


def _has_member_of(shape: Shape | None, value: Tree) -> bool:
    return isinstance(shape, Object) and isinstance(value, dict) and not value.keys().isdisjoint(shape.members)
