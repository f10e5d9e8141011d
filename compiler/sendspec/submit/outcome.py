"""What an answer means, for each person of a request: from how far the request came, the HTTP status and the body.

Pure: no clock, network or disk. What is not surely accepted and not surely refused is unknown, and stays it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from enum import Enum

from sendspec.record import NamedTuple


class Phase(Enum):
    """How far a request came."""

    NOT_WRITTEN = "A"
    WRITTEN = "B"
    ANSWERED = "C"


class Decision(Enum):
    """What is done about a person of a request."""

    ACCEPTED = "accepted"
    REFUSED = "refused"  # the content: set aside, go on
    FAULT = "fault"  # of the sender or its set-up: unsent, the run stops
    ACCOUNT = "account"  # no right to send: unsent, the run stops at once
    THROTTLED = "throttled"  # unsent; slower, then again
    UNREACHED = "unreached"  # unsent; later again
    UNKNOWN = "unknown"  # held, never sent again by itself
    STRANGE = "strange"  # unknown as well, and three such answers stop the run
    REDIRECTED = "redirected"  # unknown as well, and the run stops: the host is wrong


#: The decisions after which nobody knows whether the people were reached.
DOUBTFUL = frozenset({Decision.UNKNOWN, Decision.STRANGE, Decision.REDIRECTED})
#: The decisions after which the people were surely not reached, and may be sent to again.
UNSENT = frozenset({Decision.FAULT, Decision.ACCOUNT, Decision.THROTTLED, Decision.UNREACHED})

_CODES = {
    "1001": Decision.ACCEPTED,
    **dict.fromkeys(("7000", "7002", "7009"), Decision.FAULT),
    **dict.fromkeys(("7001", "7007", "7127"), Decision.ACCOUNT),
    **dict.fromkeys(("7003", "7004", "7022"), Decision.REFUSED),
    **dict.fromkeys(("7005", "7006", "7011", "7016"), Decision.UNKNOWN),
    "7020": Decision.THROTTLED,
}
#: HTTP statuses whose body is read. 200 says nothing of acceptance: v1 reports its errors with it.
_READ = frozenset({200, 201, 202, 400})
#: HTTP statuses that say that a request was taken.
_TAKEN = frozenset({201, 202})
#: Ids of transactions: a UUID, with a number or a word behind it (facts §6.1, §5.3).
_ID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(_[0-9a-z]{1,12}){0,2}", re.ASCII)
#: No body that the API is known to answer with is longer.
LONGEST = 1 << 20


class Verdict(NamedTuple):
    """A decision about one person, with the code and the id of the transaction as the API gave them."""

    decision: Decision
    code: str | None = None
    transaction: str | None = None


#: The correlation ids of a request's people, by its messages.
Asked = Sequence[Sequence[str]]
_STRANGE = Verdict(Decision.STRANGE)


def outcome(phase: Phase, status: int, body: bytes, asked: Asked) -> tuple[tuple[Verdict, ...], ...]:
    """A verdict for each person of each message. `status` and `body` count in the last phase only."""
    if phase is Phase.NOT_WRITTEN:
        return _all(asked, Verdict(Decision.UNREACHED))
    if phase is Phase.WRITTEN:
        return _all(asked, Verdict(Decision.UNKNOWN))
    if (alone := of_status(status)) is not None:
        return _all(asked, Verdict(alone))
    return _of_body(status, _parsed(body), asked)


def of_status(status: int) -> Decision | None:
    """What an HTTP status decides by itself; None where the body has to be read."""
    if 300 <= status <= 399:
        return Decision.REDIRECTED
    if status in (401, 403):
        return Decision.ACCOUNT
    if status == 429:
        return Decision.THROTTLED
    if 500 <= status <= 599:
        return Decision.UNKNOWN
    return None if status in _READ else Decision.STRANGE


def _all(asked: Asked, verdict: Verdict) -> tuple[tuple[Verdict, ...], ...]:
    return tuple((verdict,) * len(ids) for ids in asked)


def _parsed(body: bytes) -> object:
    """The body's JSON. None for what is none: no answer of the API is `null`."""
    if len(body) > LONGEST:
        return None
    try:
        return json.loads(body.decode(), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _of_body(status: int, body: object, asked: Asked) -> tuple[tuple[Verdict, ...], ...]:
    if not isinstance(body, dict):
        return _all(asked, _STRANGE)
    if "response" not in body:
        return _all(asked, _second(status, body))
    response = body["response"]
    if isinstance(response, dict):
        verdict = _of_code(status, response)
        accepts = verdict.decision is Decision.ACCEPTED  # an object is the shape of an error
        return _all(asked, _STRANGE if accepts else verdict)
    if isinstance(response, list):
        return _entry_by_entry(status, response, asked)
    return _all(asked, _STRANGE)


def _second(status: int, body: dict[str, object]) -> Verdict:
    """An answer of v2: `status` with the message's id, or a code."""
    told = body.get("status")
    if "code" in body:
        verdict = _of_code(status, body)
        accepts = verdict.decision is Decision.ACCEPTED  # v2 accepts by its status, not by a code
        return _STRANGE if accepts or told is not None else verdict
    if not isinstance(told, str):
        return _STRANGE
    if told.lower() == "queued" and status != 400:
        return Verdict(Decision.ACCEPTED, transaction=_id(body.get("messageId")))
    if told.lower() == "rejected":
        return Verdict(Decision.REFUSED, transaction=_id(body.get("messageId")))
    return _STRANGE


def _of_code(status: int, entry: dict[str, object]) -> Verdict:
    """What a code says, unless the HTTP status says the contrary."""
    code = entry.get("code")
    if isinstance(code, int) and not isinstance(code, bool):
        code = str(code)
    if not isinstance(code, str) or not code:
        return _STRANGE
    decision = _decision(code)
    contrary = status == 400 if decision is Decision.ACCEPTED else status in _TAKEN and decision not in DOUBTFUL
    return Verdict(Decision.STRANGE if contrary else decision, _kept(code), _id(entry.get("transid")))


def _decision(code: str) -> Decision:
    if code in _CODES:
        return _CODES[code]
    content = len(code) == 4 and code.startswith("71") and code.isascii() and code.isdecimal()
    return Decision.REFUSED if content else Decision.STRANGE


def _id(value: object) -> str | None:
    """An id of a transaction. What has another form is not kept: a server could give back anything that it got."""
    return value if isinstance(value, str) and _ID.fullmatch(value) else None


def _kept(code: str) -> str:
    """A code as it is kept."""
    return code if code.isascii() and code.isdecimal() and len(code) <= 5 else "other"


def _entry_by_entry(status: int, entries: list[object], asked: Asked) -> tuple[tuple[Verdict, ...], ...]:
    """Matches entries to people: by correlation, else by position when there is an entry for each message."""
    said: list[list[list[Verdict]]] = [[[] for _ in ids] for ids in asked]
    places = _places(asked)
    for number, entry in enumerate(entries):
        if isinstance(entry, dict):
            verdict = _of_code(status, entry)
            for message, place in _speaks_for(entry, number, len(entries) == len(asked), places, asked):
                said[message][place].append(verdict)
    return tuple(tuple(_one(heard) for heard in message) for message in said)


def _places(asked: Asked) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for message, ids in enumerate(asked):
        for place, id in enumerate(ids):
            found.setdefault(id, []).append((message, place))
    return found


def _speaks_for(
    entry: dict[str, object], number: int, by_message: bool, places: dict[str, list[tuple[int, int]]], asked: Asked
) -> Iterator[tuple[int, int]]:
    """The people whom an entry is about. An id that nobody of the request has speaks for nobody."""
    stated = entry.get("correlationid", entry.get("correlationId"))
    if stated is None or stated == "":
        messages = {number} if by_message else set()
    else:
        people = places.get(stated, []) if isinstance(stated, str) else []
        messages = {message for message, _ in people}
        if len(messages) > 1:  # an id that several messages share: only the place tells them apart
            messages = {number} & messages if by_message else set()
        elif not by_message:
            yield from people
            return
    for message in messages:
        yield from ((message, place) for place in range(len(asked[message])))


def _one(heard: Sequence[Verdict]) -> Verdict:
    """What was said of a person: nothing, or things that contradict each other, is unknown."""
    return heard[0] if len({verdict.decision for verdict in heard}) == 1 else _STRANGE
