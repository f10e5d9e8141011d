"""What `send` says: what it would do, and what it has done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sendspec.cli.send_options import Given
from sendspec.cli.send_setup import Setup
from sendspec.submit.campaign import Standing
from sendspec.submit.compiled import Compiled, Lines, Rung
from sendspec.submit.journal import State
from sendspec.submit.ladder import End
from sendspec.submit.ladder_plan import Ended
from sendspec.submit.limiter import START
from sendspec.summary import counted

#: The order in which states are told.
ORDER = (
    State.ACCEPTED, State.REFUSED, State.UNKNOWN, State.SENDING, State.EXPIRED, State.SKIPPED, State.DROPPED,
)  # fmt: skip


def thin(number: int) -> str:
    """`12 000`."""
    return f"{number:,}".replace(",", " ")


def people(number: int) -> str:
    """`1 person`, `12 000 people`."""
    return "1 person" if number == 1 else f"{thin(number)} people"


def preview(
    compiled: Compiled, rung: Rung, lines: Lines, made: Setup, given: Given, where: Standing, journal: Path
) -> Iterator[str]:  # fmt: skip
    """What would be done: to whom, how many requests, where to, how fast, and within which bounds."""
    category = compiled.told["category"]
    yield f"{compiled.name}{f' ({category})' if category else ''}, from {os.fspath(compiled.folder)}\n"
    name = made.environment.name
    yield from _told("host", made.host.origin + (f" (environment {name})" if name else ""))
    yield from _told("key", made.secret + ("" if made.there else ", which is not there"))
    yield from _told("rate", _rate(made))
    yield from _told(f"rung {rung.number}", f"{rung.named}: {_requests(rung, lines, made, where)}")
    for later in compiled.rungs:
        if later.number != rung.number:
            native = later.file is None
            said = "carried out by the API itself" if native else f"up to {people(later.people)}; {_trigger(later)}"
            yield from _told(f"rung {later.number}", f"{later.named}: {said}")
    yield from _told("guards", _guards(compiled, given))
    there = ", which goes on" if where.states else ""
    yield from _told("journal", f"{os.fspath(journal)}{there}")
    if where.states.get(State.UNKNOWN):
        yield from _told("unknown", f"{people(where.states[State.UNKNOWN])}; --on-unknown {given.on_unknown}")
    yield f"nothing was sent; --confirm sends to {people(where.left)}\n"


def _trigger(rung: Rung) -> str:
    """When a rung is tried, in the words of the language."""
    trigger = rung.told[0]["trigger"] or {}
    if trigger.get("after_seconds") is None:
        return "when the rung before it fails"
    return f"when the rung before it fails, or after {trigger['after_seconds']} s unless {trigger['unless']}"


def laddered(compiled: Compiled, how: Ended) -> Iterator[str]:
    """How a ladder stands, in one line."""
    parts = [f"{thin(how.ends[end])} {end.value}" for end in End if how.ends[end]]
    yield f"{compiled.name}, all rungs: {', '.join(parts) or 'nobody was sent to'}\n"


def _told(word: str, text: str) -> Iterator[str]:
    yield f"  {word:<8} {text}\n"


def _rate(made: Setup) -> str:
    most = made.tps * made.share
    parts = [f"at most {most:g} destinations a second, beginning with {most * START:g}"]
    parts += [f"{name} at most {tps * made.share:g}" for name, tps in made.channels.items()]
    if made.share < 1:
        parts.append(f"{made.share:.0%} of the account's {made.tps}")
    return "; ".join(parts)


def _requests(rung: Rung, lines: Lines, made: Setup, where: Standing) -> str:
    limiter = made.limiter(0.0)
    number = 0
    for line in lines.each():
        names = [name for name, path in rung.channels if path == line.path]
        most = min(limiter.largest(name) for name in names)
        number += -(-len(line.rows) // most)
    whole = f"{people(where.people)} in {counted(number, 'request')}"
    return whole if where.left == where.people else f"{whole}; {people(where.left)} still to be sent to"


def _guards(compiled: Compiled, given: Given) -> str:
    parts = [f"stops when more than {given.max_refused * 100:g} % are refused"]
    if given.max_people is not None:
        parts.append(f"sends to at most {people(given.max_people)}")
    if given.not_after is not None:
        parts.append(f"starts nothing after {given.not_after.isoformat()}")
    if compiled.expires is not None:
        parts.append(f"expires at {compiled.expires.isoformat()}")
    if compiled.quiet is not None:
        quiet = compiled.quiet
        zone = quiet.zone or "each person's zone"
        then = "skips" if quiet.skip else "holds"
        parts.append(f"{then} people from {quiet.start:%H:%M} to {quiet.end:%H:%M} in {zone}")
    return "; ".join(parts)


def ended(compiled: Compiled, rung: Rung, where: Standing) -> Iterator[str]:
    """What has been done, in one line."""
    parts = [f"{thin(where.states[state])} {state.value}" for state in ORDER if where.states.get(state)]
    if where.left:
        parts.append(f"{thin(where.left)} left")
    yield f"{compiled.name}, rung {rung.number} ({rung.named}): {', '.join(parts) or 'nobody to send to'}\n"
