"""What the API answers to a body: the findings of `verify`, and the code that the first error of them stands for.

The codes come from the table of answers, read the other way round. It must not know any channel.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sendspec.channels.answers import COMMON
from sendspec.channels.declare import Fault, Tree
from sendspec.channels.json_text import parse
from sendspec.channels.verify import judge
from sendspec.diagnostic import Severity

NO_JSON, MISSING, VALUE, MANY, LARGE = "7000", "7003", "7004", "7009", "7022"
#: The member by which a message names its channel.
NAMES = {"v1": "deliverychannel", "v2": "channel"}


class Judged(NamedTuple):
    """A body as it was read, what there is to say about it, and with which code and words it is refused, if it is."""

    body: Tree
    findings: tuple[Fault, ...]
    code: str | None = None
    description: str = ""


def judged(version: str, data: bytes) -> Judged:
    """Reads and checks a body that came to an endpoint. Never raises."""
    try:
        parsed = parse(data.decode("utf-8"))
    except UnicodeDecodeError:
        return Judged(None, (), NO_JSON, "Invalid JSON")
    if parsed.problems:
        told = tuple(Fault(each.code, Severity.ERROR, each.message, each.at) for each in parsed.problems)
        return Judged(None, told, NO_JSON, "Invalid JSON")
    if (lacking := _lacking(version, parsed.value)) is not None:
        return Judged(parsed.value, (), MISSING, f"Mandatory parameter missing: {lacking}")
    found = tuple(judge(parsed.value))
    first = next((each for each in found if each.severity is Severity.ERROR), None)
    if first is None:
        return Judged(parsed.value, found)
    code = _codes().get(first.code, VALUE)
    return Judged(parsed.value, found, code, _described(code, first))


def _lacking(version: str, body: Tree) -> str | None:
    """The channel's name, where a body is none for this endpoint: of the other version, or no message at all."""
    messages = body if isinstance(body, list) and version == "v1" else [body]
    name = NAMES[version]
    return None if all(isinstance(one, dict) and name in one for one in messages) else name


@cache
def _codes() -> dict[str, str]:
    """The answer that each finding keeps a request from; where several do, the first of the table."""
    found: dict[str, str] = {}
    for answer in COMMON:
        for rule in answer.rules:
            found.setdefault(rule, answer.code)
    return found


def _described(code: str, fault: Fault) -> str:
    name = next((str(key) for key in reversed(fault.at) if isinstance(key, str)), "body")
    if code == MISSING:
        name = next(iter(re.findall("`([^`]*)`", fault.message)), name)
        return f"Mandatory parameter missing: {name}"
    if code == VALUE:
        return f"Invalid parameter: {name}"
    return meaning(code)


@cache
def meaning(code: str) -> str:
    """What a code means, in the words of `sendspec explain`."""
    return next((answer.meaning for answer in COMMON if answer.code == code), "unknown")
