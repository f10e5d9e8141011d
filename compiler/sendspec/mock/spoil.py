"""What faults do to an answer: one that is right and never arrives whole, or another one in its place.

It must not know what was asked.
"""

from __future__ import annotations

import json
from random import Random

from sendspec.mock.call import Answer, End, refused
from sendspec.mock.refusal import VALUE, meaning

_HTML = (("content-type", "text/html"),)
_PAGE = b"<!doctype html><title>Bad gateway</title><h1>Something went wrong</h1>\n"
OVERSIZED = 8 * 1024 * 1024


def spoiled(name: str, answer: Answer, *, late: float, rng: Random) -> Answer:
    """The right answer, after a fault of a request that was read and taken."""
    match name:
        case "lose":
            return answer._replace(end=End.CLOSED)
        case "lose-by-reset":
            return answer._replace(end=End.RESET)
        case "half-close":
            return answer._replace(end=End.HALF)
        case "truncated":
            return answer._replace(end=End.CUT, cut=rng.random())
        case "delay":
            return answer._replace(seconds=late)
        case "non-json":
            return answer._replace(body=_PAGE, headers=_HTML)
        case "oversized":
            return answer._replace(body=answer.body + b" " * (OVERSIZED - len(answer.body)))
        case "missing-entries":
            return answer._replace(body=_without_entries(answer.body, rng))
        case "mixed-entries":
            return answer  # of a request that is refused as a whole
    raise KeyError(name)


def mixed(answer: Answer, rng: Random) -> tuple[Answer, frozenset[int]]:
    """The answer to a list in which some messages are refused, and which; another answer as it is."""
    told = json.loads(answer.body) if answer.body else None
    entries = told.get("response") if isinstance(told, dict) else None
    if not isinstance(entries, list) or len(entries) < 2:
        return answer, frozenset()
    refused_ones = frozenset(rng.sample(range(len(entries)), rng.randrange(1, len(entries))))
    for at in refused_ones:
        entries[at] |= {"code": VALUE, "description": "Invalid parameter: text"}
    return answer._replace(body=json.dumps(told, ensure_ascii=False).encode()), refused_ones


def _without_entries(body: bytes, rng: Random) -> bytes:
    """The answer to a list without some of its entries; another answer as it is."""
    told = json.loads(body) if body else None
    entries = told.get("response") if isinstance(told, dict) else None
    if not isinstance(entries, list) or len(entries) < 2:
        return body
    kept = sorted(rng.sample(range(len(entries)), rng.randrange(1, len(entries))))
    return json.dumps({"response": [entries[at] for at in kept]}, ensure_ascii=False).encode()


def coded(name: str, version: str, transid: str, *, elsewhere: str, rng: Random) -> tuple[Answer, str]:
    """The answer in place of the right one, and its code."""
    match name:
        case "reset":
            return Answer(0, b"", (), End.RESET), ""
        case "307":
            return Answer(307, b"", (("location", elsewhere),)), ""
        case "5xx":
            return Answer(rng.choice((500, 502, 503, 504)), _PAGE, _HTML), ""
    return refused(version, name, meaning(name), transid), name
