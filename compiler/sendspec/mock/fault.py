"""What goes wrong on purpose: the switches of `--fault`, and the draws that say where.

Every draw hangs on the seed, on what is drawn and on its number, and on nothing else: the same run fails in the same
places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random
from typing import NamedTuple

from sendspec.channels.answers import COMMON


class Switch(NamedTuple):
    """A fault by its name. `taken` says whether the messages of such a request are accepted: "yes" when the body is
    right, "no", or "half" for an even draw. "" is a switch of receipts."""

    name: str
    taken: str
    about: str


_OPEN = ("7005", "7006", "7011", "7016")
#: Of requests: at most one of them happens to each.
REQUEST = (
    Switch("drop", "no", "closes the connection before it reads the body"),
    Switch("reset", "no", "reads the request and resets the connection"),
    Switch("lose", "yes", "closes the connection without an answer"),
    Switch("lose-by-reset", "yes", "resets the connection without an answer"),
    Switch("half-close", "yes", "closes its own side only, without an answer"),
    Switch("truncated", "yes", "closes in the middle of the answer"),
    Switch("delay", "yes", "answers late"),
    Switch("non-json", "yes", "answers with a page of HTML"),
    Switch("oversized", "yes", "answers with 8 MB"),
    Switch("missing-entries", "yes", "leaves entries out of the answer to a v1 list"),
    Switch("mixed-entries", "yes", "refuses some messages of a v1 list, and takes the others"),
    Switch("5xx", "half", "answers 500, 502, 503 or 504"),
    Switch("307", "no", "sends the caller to another origin"),
)
CODES = tuple(
    Switch(each.code, "half" if each.code in _OPEN else "no", f"answers {each.code}: {each.meaning}")
    for each in COMMON
    if each.code != "1001"
)
#: Of what becomes of a person's message, and of its receipts: several may happen to one.
RECEIPTS = (
    Switch("failed", "", "the message fails, and a receipt says so"),
    Switch("undelivered", "", "no receipt after `submitted` comes"),
    Switch("unread", "", "it is not read"),
    Switch("clicked", "", "a link in it is clicked, where the channel tells"),
    Switch("missing-receipt", "", "a receipt does not come"),
    Switch("duplicate-receipt", "", "a receipt comes twice"),
    Switch("late-receipt", "", "a receipt comes late, and so behind others"),
    Switch("forged-receipt", "", "a receipt comes that says the opposite, with a wrong signature"),
)
SWITCHES = {switch.name: switch for switch in (*REQUEST, *CODES, *RECEIPTS)}

Rates = Mapping[str, float]


class WrongSwitchError(Exception):
    """A value of `--fault` that cannot be meant: why, and the name in it."""

    def __init__(self, message: str, name: str) -> None:
        super().__init__(message)
        self.name = name


def rates(given: Iterable[str]) -> dict[str, float]:
    """Reads `NAME=RATE`, or `NAME` for always. Raises WrongSwitchError."""
    found: dict[str, float] = {}
    for text in given:
        name, sign, number = text.partition("=")
        if name not in SWITCHES:
            raise WrongSwitchError(f"{text}: no fault {name}", name)
        try:
            rate = float(number) if sign else 1.0
        except ValueError:
            rate = -1.0
        if not 0 <= rate <= 1:
            raise WrongSwitchError(f"{text}: expected a rate from 0 to 1, such as {name}=0.05", name)
        if name in found:
            raise WrongSwitchError(f"{text}: {name} is given twice", name)
        found[name] = rate
    if sum(rate for name, rate in found.items() if SWITCHES[name].taken) > 1 + 1e-9:
        raise WrongSwitchError("the rates of faults of requests add up to more than 1", "drop")
    return found


def draws(seed: int, about: str, number: int) -> Random:
    """The draws about one thing."""
    return Random(f"{seed}/{about}/{number}")


def of_request(given: Rates, seed: int, number: int) -> Switch | None:
    """The fault of a request, if it has one."""
    at = draws(seed, "request", number).random()
    for name, rate in given.items():
        if SWITCHES[name].taken:
            if at < rate:
                return SWITCHES[name]
            at -= rate
    return None
