"""The loop that joins the pure machine with disk, network and clock: it carries effects out, and hands events in."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator

from sendspec.record import NamedTuple
from sendspec.submit.journal import Intent, Journal
from sendspec.submit.machine import (
    Batch,
    Effect,
    End,
    Event,
    Fetch,
    Finished,
    Halt,
    Left,
    Machine,
    Post,
    Save,
    Saved,
    Sleep,
    Woken,
)
from sendspec.submit.outcome import outcome
from sendspec.submit.parcel import Parcel
from sendspec.submit.source import People
from sendspec.submit.transport import Answer

#: The lease is renewed at least so often, in seconds.
BEAT = 20.0


class Clock(NamedTuple):
    """Seconds that only grow, and seconds since 1970."""

    now: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


#: Sends a parcel once, and calls when its first bytes leave.
Send = Callable[[Parcel, Callable[[], None]], Awaitable[Answer]]


class Run:
    """One run of a machine over a source. `told` hears of each request that ended."""

    def __init__(
        self, machine: Machine, source: People, journal: Journal, send: Send, clock: Clock | None = None,
        told: Callable[[Finished, str], None] | None = None,
    ) -> None:  # fmt: skip
        self._machine, self._source, self._journal, self._send = machine, source, journal, send
        self._clock = clock or Clock()
        self._told = told
        self._events: asyncio.Queue[Event | BaseException] = asyncio.Queue()
        self._parcels: dict[int, Parcel] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._beat = self._clock.now()
        self._said = ""

    def halt(self, reason: str) -> None:
        """Asks for an end: nothing more is claimed, and what is under way is waited for."""
        self._events.put_nowait(Halt(reason))

    async def run(self) -> str | None:
        """Runs until nothing is left or it has to stop; gives the reason of a stop. Raises what the journal raises."""
        ready: deque[Event] = deque([Woken()])
        try:
            while True:
                pause: float | None = None
                while ready:
                    for effect in self._machine.step(ready.popleft(), self._clock.now(), self._clock.wall()):
                        if isinstance(effect, End):
                            return effect.reason and effect.reason + (f" ({self._said})" if self._said else "")
                        pause = effect.seconds if isinstance(effect, Sleep) else None
                        ready.extend(await self._carry_out(effect))
                ready.append(await self._next(pause))
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _next(self, pause: float | None) -> Event:
        """The next event: what happens, or that the pause is over."""
        until = None if pause is None else self._clock.now() + pause
        while True:
            left = BEAT if until is None else min(BEAT, max(0.0, until - self._clock.now()))
            try:
                event = await asyncio.wait_for(self._events.get(), left)
                if isinstance(event, BaseException):
                    raise event
                return event
            except TimeoutError:
                if self._clock.now() - self._beat >= BEAT:
                    await self._write(Save((), (), False))
                if until is not None and self._clock.now() >= until:
                    return Woken()

    async def _carry_out(self, effect: Effect) -> Iterator[Event]:
        events: list[Event] = []
        if isinstance(effect, Fetch):
            wall = self._clock.wall()
            if effect.stale is None:
                events.append(self._source.offer(self._clock.now(), wall))
            else:
                events.append(self._source.again(effect.stale, wall))
        elif isinstance(effect, Save):
            await self._write(effect)
            events.append(Saved())
        elif isinstance(effect, Post):
            task = asyncio.create_task(self._post(effect.number, self._parcels.pop(effect.number), effect.batch))
            self._tasks.add(task)
            task.add_done_callback(self._done)
        return iter(events)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._events.put_nowait(error)

    async def _write(self, save: Save) -> None:
        """One commit, on disk when this returns. The body is made here, so that the intent tells what will leave."""
        intents: list[Intent] = []
        wall = self._clock.wall()
        for number, batch in save.intents:
            self._parcels[number], intent = self._source.pack(batch, number, wall)
            intents.append(intent)
        about = {"locked": "the account or its key was refused"} if save.locked else {}
        self._beat = self._clock.now()
        await asyncio.to_thread(self._journal.write, wall, save.ended, intents, **about)

    async def _post(self, number: int, parcel: Parcel, batch: Batch) -> None:
        answer = await self._send(parcel, lambda: self._events.put_nowait(Left(number)))
        asked = outcome(answer.phase, answer.status, answer.body, parcel.asked)
        said = {place: verdict for places, verdicts in zip(parcel.places, asked, strict=True)
                for place, verdict in zip(places, verdicts, strict=True)}  # fmt: skip
        verdicts = [said[place] for place in batch.places]
        finished = Finished(number, answer.phase, answer.status, verdicts, answer.retry_after)
        self._said = answer.said
        if self._told is not None:
            self._told(finished, answer.said)
        self._events.put_nowait(finished)
