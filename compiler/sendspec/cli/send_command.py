"""`sendspec send`: without --confirm it tells what it would do; with it, it sends, and never twice by itself."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from sendspec.blocked import BlockedError
from sendspec.cli.screen import remark, write
from sendspec.cli.send_options import Given, options
from sendspec.cli.send_setup import Setup, credentials, setup
from sendspec.cli.send_told import ended, laddered, people, preview, thin
from sendspec.submit.breaker import Breaker
from sendspec.submit.campaign import (
    Campaign,
    Standing,
    StoppedError,
    campaign,
    journal_of,
    known,
    rung_1,
    standing,
    status_of,
    told,
)
from sendspec.submit.compiled import Compiled, Lines, Rung, read_plan
from sendspec.submit.credentials import project_key
from sendspec.submit.journal import State
from sendspec.submit.ladder_plan import Ended, has_ladder, ladder_source
from sendspec.submit.limiter import Limiter
from sendspec.submit.machine import Machine, Rules
from sendspec.submit.receipt_apply import settle
from sendspec.submit.receipt_store import Store, store_of
from sendspec.submit.source import People, Source, identity, tracer
from sendspec.summary import counted

#: The pace of a run that ended longer ago, in seconds, says nothing any more.
RECENT = 600.0
EXAMPLES = """\b
Examples:
  sendspec send out/reminder
  sendspec send out/reminder --confirm --max-people 5000
  sendspec send out/reminder --confirm --not-after 2026-11-30T20:00+00:00

The same command goes on after a stop. It ends with 0 when all were accepted, 1 when some were refused or came too
late, 3 when the outcome of some is unknown, 4 when it stopped and people are left. docs/sending.md tells more.
"""


@click.command(epilog=EXAMPLES)
@options
def command(**given_: Any) -> int:
    """Send a plan: a folder that compile wrote. PLAN is the folder of one message, or the plan.json in it.

    Without --confirm it says what it would do, and opens no socket.
    """
    given = Given(**given_)
    compiled = read_plan(Path(given.plan))
    made = setup(given, compiled)
    journal = Path(given.journal) if given.journal else journal_of(compiled)
    rung = rung_1(compiled)
    lines = compiled.lines(rung)
    if not given.confirm:
        with told():
            earlier = known(journal)
            where = standing(earlier, rung)
        write(preview(compiled, rung, lines, made, given, where, journal))
        return 0
    try:
        with _stops() as stop:
            return _send(given, compiled, rung, lines, made, journal, stop)
    except StoppedError as error:
        remark(str(error), error.help)
        return 4
    except KeyboardInterrupt:
        remark("stopped", f"the same command goes on; `sendspec status {journal}` tells who was sent to")
        return 4


class _Stop:
    """The first signal asks for an end, the second makes one."""

    def __init__(self) -> None:
        self.ask: Any = None
        self.asked = False

    def __call__(self, number: int, frame: object) -> None:
        if self.ask is None or self.asked:
            raise KeyboardInterrupt
        self.asked = True
        self.ask()


@contextmanager
def _stops() -> Iterator[_Stop]:
    import signal

    stop, before = _Stop(), {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, stop)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _send(
    given: Given, compiled: Compiled, rung: Rung, lines: Lines, made: Setup, path: Path, stop: _Stop
) -> int:  # fmt: skip
    _network()
    who = credentials(given, made)
    key = project_key(made.root, make=True)
    assert key is not None
    its = campaign(path, compiled, key, made.host, time.time(), made.root, moved=given.moved, again=given.again)
    with told(), its as held:
        _allowed(given, held)
        _settled(held, path)
        _unknown(given, held)
        where = standing(held.journal, rung)
        if given.max_people is not None and where.left > given.max_people:
            bound = f"--max-people allows {thin(given.max_people)}"
            raise StoppedError(f"it would go to {thin(where.left)} people; {bound}", "nothing was sent")
        largest, later = made.limiter(0.0).largest, None
        if has_ladder(compiled):
            source: People = (later := ladder_source(compiled, held, key, largest, given.patience))
        else:
            source = Source(compiled, rung, lines, held.journal, identity(key, held.run), tracer(key), largest)
        more = where.left or (later is not None and later.begin(time.time()))
        reason = _run(given, made, held, where.people, source, who, stop) if more else None
        where = standing(held.journal, rung)
        how = None if later is None else Ended(later.ends(time.time()), later.waiting)
        held.journal.note(
            stopped=reason if where.left or reason else None, ladder=None if how is None else json.dumps(how.told)
        )
    if not more:
        remark("nobody was left to send to: this run sent nothing")
    write(ended(compiled, rung, where))
    if how is not None:
        return _laddered(compiled, how, where, reason)
    if where.left:
        remark(
            f"stopped: {reason or 'people are left'}",
            f"{counted(where.left, 'person').replace('persons', 'people')} left; the same command goes on",
        )
    return status_of(where)


def _laddered(compiled: Compiled, how: Ended, where: Standing, reason: str | None) -> int:
    """The end of a ladder: what it came to, and who still waits for what."""
    write(laddered(compiled, how))
    if where.left or reason:
        remark(f"stopped: {reason or 'people are left'}", "the same command goes on")
        return 4
    if how.waiting:
        remark(
            f"{people(how.waiting)} may be tried on a further rung: receipts decide, and nobody listens or none came",
            "run `sendspec receipts serve`, or load receipts, then the same command goes on",
        )
    return how.status


def _network() -> None:
    try:
        import aiohttp  # noqa: F401  (only whether it is there)
    except ImportError as error:
        raise BlockedError("send needs aiohttp, which is not installed", 'pip install "sendspec[send]"') from error


def _allowed(given: Given, held: Campaign) -> None:
    """After the account was refused, somebody has to look first."""
    locked = held.journal.about.get("locked")
    if locked and not given.resume:
        raise StoppedError(f"the last run was stopped: {locked}", "mend key, service or allow-list, then add --resume")
    if locked:
        held.journal.note(locked=None)
    if held.lost:
        remark(f"the last run was cut off: the outcome of {people(held.lost)} is unknown", "receipts may tell")


def _settled(held: Campaign, path: Path) -> None:
    """What receipts have told since."""
    if not store_of(path).exists():
        return
    store = Store(store_of(path))
    if number := settle(held.journal, store, time.time()):
        remark(f"receipts tell that {people(number)} in doubt were accepted")
    store.close()


def _unknown(given: Given, held: Campaign) -> None:
    """What a person decides about unknown outcomes of earlier runs."""
    number = sum(by.get(State.UNKNOWN, 0) for by in held.journal.counts().values())
    if not number or given.on_unknown == "hold":
        return
    if given.on_unknown == "drop":
        held.journal.turn_unknown(time.time(), State.DROPPED)
        return
    remark(f"{thin(number)} people may get the message twice", "type that number to send to them again")
    if sys.stdin is None or sys.stdin.readline().strip() != str(number):
        raise StoppedError("it was not confirmed that people may get the message twice", "nothing was sent")
    held.journal.turn_unknown(time.time(), State.UNSENT)


def _recall(limiter: Limiter, held: Campaign) -> None:
    """The pace that the last run had at its end, and how long the API still wants to be left alone."""
    told = json.loads(held.journal.about.get("rate", "null"))
    if told is not None and 0 <= (passed := time.time() - told["at"]) < RECENT:
        limiter.resume(told, passed)


def _run(
    given: Given, made: Setup, held: Campaign, count: int, source: People, who: Any, stop: _Stop
) -> str | None:  # fmt: skip
    """The run itself, in a loop of its own."""
    import asyncio

    from sendspec.cli.send_progress import Progress
    from sendspec.submit.run import Run
    from sendspec.submit.transport import Transport

    counts = held.journal.counts()
    refused = sum(by.get(State.REFUSED, 0) for by in counts.values())
    not_after = given.not_after.timestamp() if given.not_after else None
    rules = Rules(given.at_once, count, given.max_refused, not_after)
    limiter = made.limiter(time.monotonic())
    _recall(limiter, held)
    machine = Machine(rules, limiter, Breaker(), held.journal.last_number(), refused)

    async def main() -> str | None:
        transport = Transport(made.host, Path(given.ca) if given.ca else None)
        progress = Progress(count)
        try:
            run = Run(
                machine, source, held.journal,
                lambda parcel, leaves: transport.post(parcel.path, parcel.body, who.headers(time.time()), leaves),
                told=progress.told,
            )  # fmt: skip
            loop = asyncio.get_running_loop()
            stop.ask = lambda: loop.call_soon_threadsafe(run.halt, "it was asked to stop")
            reason = await run.run()
            held.journal.note(rate=json.dumps({**limiter.state(time.monotonic()), "at": time.time()}))
            return reason
        finally:
            stop.ask = None
            progress.close()
            await transport.close()

    return asyncio.run(main())
