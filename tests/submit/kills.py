"""Kills the sender, again and again, and asks a server that alone judges: is anybody lost, or sent to twice?

`python tests/submit/kills.py --kills 5000 --seed 1` prints the result. A victim dies at a random time, or at a named
step of its work; `--guard` breaks the product on purpose, and must be noticed.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import http.client
import json
import os
import random
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.submit import conftest, judge

import sendspec.cli.app
import sendspec.cli.send_command
import sendspec.cli.send_progress
import sendspec.submit.run
from sendspec import schemas
from sendspec.submit import breaker, journal, limiter, transport
from sendspec.submit.journal import Journal, State

#: The steps of a sender's work at which a victim can die.
STEPS = ("key", "lease", "before the commit", "in the commit", "after the commit", "before the post", "after the post")
GUARDS = ("intent after the post", "a lost outcome is sent again", "the outcome is not written")
SLOWEST = 0.1
#: A campaign is killed at most so often, and then let to its end.
KILLED = 10
#: What every victim needs is loaded once, before it is forked.
LOADED = (sendspec.cli.app, sendspec.cli.send_command, sendspec.cli.send_progress, sendspec.submit.run)


class Case(NamedTuple):
    """A campaign that is killed."""

    number: int
    people: int
    each: int
    at_once: int


class Result(NamedTuple):
    """What the judge and the journal say at the end."""

    kills: int = 0
    people: int = 0
    lost: int = 0
    double: int = 0
    wrong: int = 0
    unknown: int = 0
    too_unknown: int = 0
    unended: int = 0

    def plus(self, other: Result) -> Result:
        return Result(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def misbehaves(chance: random.Random) -> judge.Behaviour:
    """Mostly takes what comes; now and then it throttles, lies, breaks off or loses its answer, or takes its time."""
    whole = judge.accepted

    def cut_short(asked: judge.Asked) -> judge.Says:
        (answer,) = whole(asked).parts
        return judge.Says((answer[: chance.randrange(len(answer))],), reset=True)

    kinds = {
        judge.coded("7020"): 5,
        lambda asked: judge.Says(()): 4,
        lambda asked: judge.Says((), takes=False, reset=True): 2,
        cut_short: 4,
        lambda asked: judge.Says((judge.http(503, b""),), takes=chance.random() < 0.5): 2,
        judge.coded("7006", takes=True): 1,
        lambda asked: judge.Says((judge.http(200, b"<html>"),)): 1,
        lambda asked: judge.Says((judge.http(429, b"", "retry-after: 0"),), takes=False): 2,
        lambda asked: whole(asked)._replace(pause=chance.random() * 0.02): 40,
        whole: 39,
    }
    return lambda asked: chance.choices(list(kinds), list(kinds.values()))[0](asked)


def forked(work: Callable[[], object]) -> int:
    """Runs something in a child process; its number."""
    number = os.fork()
    if number:
        return number
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def start_judge(seed: int) -> tuple[int, int]:
    """The judge in a process of its own: its number, and its port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1000)

    async def serve() -> None:
        one = judge.Judge(misbehaves(random.Random(seed)))
        server = await asyncio.start_server(one.serve, sock=listener, limit=1 << 24)
        await server.serve_forever()

    number = forked(lambda: asyncio.run(serve()))
    port = listener.getsockname()[1]
    listener.close()
    return number, port


def swap(owner: Any, name: str, new: Any) -> None:
    """Puts a function in the place of another, in this process."""
    setattr(owner, name, new)


def dies_at(step: str, count: int) -> None:
    """Makes this process kill itself when it comes to a step for the count-th time."""
    left = [count]

    def here(name: str) -> None:
        if name == step:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def links(draft: Path, path: Path) -> None:
        here("key")
        link(draft, path)

    link = os.link
    swap(os, "link", links)
    write, begin, post, lease = Journal.write, Journal._still_ours, transport.Transport.post, Journal.lease

    def writes(self: Journal, *given: Any, **about: Any) -> None:
        here("before the commit")
        write(self, *given, **about)
        here("after the commit")

    def in_commit(self: Journal, now: float) -> None:
        begin(self, now)
        here("in the commit")

    async def posts(self: transport.Transport, *given: Any) -> transport.Answer:
        here("before the post")
        answer = await post(self, *given)
        here("after the post")
        return answer

    def leases(self: Journal, *given: Any) -> int:
        lost = lease(self, *given)
        here("lease")
        return lost

    for owner, name, new in (
        (Journal, "write", writes), (Journal, "_still_ours", in_commit), (Journal, "lease", leases),
        (transport.Transport, "post", posts),
    ):  # fmt: skip
        swap(owner, name, new)


def broken(guard: str) -> None:
    """Breaks the product in this process."""
    write = Journal.write
    if guard == "intent after the post":
        held: list[journal.Intent] = []

        def late(self: Journal, now: float, ended: Any = (), intents: Any = (), **about: Any) -> None:
            numbers = {each.number for each in ended}
            due = [each for each in held if each.number in numbers]
            held[:] = [each for each in held if each.number not in numbers] + list(intents)
            write(self, now, (), due)
            write(self, now, ended, (), **about)

        swap(Journal, "write", late)
    elif guard == "a lost outcome is sent again":
        lease = Journal.lease

        def forgets(self: Journal, *given: Any) -> int:
            lease(self, *given)
            return self.turn_unknown(time.time(), State.UNSENT) and 0

        swap(Journal, "lease", forgets)
    elif guard == "the outcome is not written":

        def loses(self: Journal, now: float, ended: Any = (), intents: Any = (), **about: Any) -> None:
            unsent = [
                end._replace(results=[each._replace(state=State.UNSENT) for each in end.results]) for end in ended
            ]
            write(self, now, unsent, intents, **about)

        swap(Journal, "write", loses)


def send(folder: Path, port: int, case: Case) -> None:
    """The sender, as the command line starts it."""
    from sendspec.__main__ import main

    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    os.chdir(folder)
    sys.argv = ["sendspec", "send", "m", "--host", f"127.0.0.1:{port}", "--confirm", "--tps", "100000",
                "--at-once", str(case.at_once), "--max-refused", "100%"]  # fmt: skip
    os._exit(main())


def campaign(case: Case, port: int, chance: random.Random, guard: str | None, folder: Path) -> Result:
    """One campaign: killed some times, then let to its end."""
    lines = conftest.shared(case.people, case.each)
    first = case.number * 1000
    for line in lines:
        line["body"] = conftest.sms(*(first + row for row in line["rows"]))
    conftest.write_plan(folder / "m", lines)
    kills = 0
    for turn in range(KILLED + 2):
        at_step = chance.random() < 0.5
        step, count = chance.choice(STEPS), chance.randint(1, 6)

        def victim(at_step: bool = at_step and turn < KILLED, step: str = step, count: int = count) -> None:
            if guard:
                broken(guard)
            if at_step:
                dies_at(step, count)
            send(folder, port, case)

        number = forked(victim)
        if not at_step and turn < KILLED:
            time.sleep(chance.random() * SLOWEST)
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        _, status = os.waitpid(number, 0)
        if not os.WIFSIGNALED(status):
            if os.WEXITSTATUS(status) in (0, 3):
                break
            continue
        kills += 1
    return judged(case, port, folder / "m.journal", kills)


def judged(case: Case, port: int, path: Path, kills: int) -> Result:
    """Holds the journal against what the server says."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/ledger")
    reached = json.loads(connection.getresponse().read())["reached"]
    connection.close()
    states: dict[int, State] = {}
    if path.exists() and path.stat().st_size:
        store = Journal(path)
        states = {row: state for state in State for _, row, _, _ in store.listed(state)}
        store.close()
    times = {row: reached.get(conftest.number(case.number * 1000 + row), 0) for row in range(case.people)}
    here = Counter(states.values())
    return Result(
        kills,
        case.people,
        lost=sum(times[row] == 0 and states.get(row) is State.ACCEPTED for row in times),
        double=sum(count > 1 for count in times.values()),
        wrong=sum(times[row] > 0 and states.get(row, State.UNSENT) is State.UNSENT for row in times),
        unknown=here[State.UNKNOWN],
        # a kill leaves no more in doubt than was under way; an answer of seven leaves its own in doubt
        too_unknown=max(0, here[State.UNKNOWN] - (kills * case.at_once + 12) * case.each),
        unended=sum(states.get(row) not in (State.ACCEPTED, State.UNKNOWN) for row in times),
    )


def worker(port: int, seed: int, kills: int, guard: str | None, pipe: int) -> None:
    """Campaigns one after another, until so many victims were killed."""
    chance = random.Random(seed)
    whole = Result()
    with tempfile.TemporaryDirectory() as name:
        number = (seed % 7) * 10_000 + 1
        while whole.kills < kills:
            each = chance.randint(1, 4)
            case = Case(number, chance.randint(2, 6) * each, each, chance.randint(1, 4))
            folder = Path(name) / str(number)
            folder.mkdir()
            whole = whole.plus(campaign(case, port, chance, guard, folder))
            number += 1
    os.write(pipe, json.dumps(whole).encode())


def killed(kills: int, seed: int, guard: str | None = None, jobs: int = 2) -> Result:
    """All workers' results together."""
    limiter.WINDOW, breaker.FIRST = 0.001, 0.01
    schemas.holds("plan", {})  # compiled once
    judge_number, port = start_judge(seed)
    try:
        numbers, pipes = [], []
        for job in range(jobs):
            here, there = os.pipe()
            numbers.append(forked(partial(worker, port, seed * jobs + job, kills // jobs, guard, there)))
            os.close(there)
            pipes.append(here)
        return read(pipes)
    finally:
        os.kill(judge_number, signal.SIGKILL)
        os.waitpid(judge_number, 0)


def read(pipes: list[int]) -> Result:
    whole = Result()
    for pipe in pipes:
        with open(pipe, "rb") as file:
            whole = whole.plus(Result(*json.loads(file.read())))
    return whole


def told(options: argparse.Namespace) -> Iterator[str]:
    result = killed(options.kills, options.seed, options.guard)
    yield json.dumps({**result._asdict(), "seed": options.seed, "guard": options.guard})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--guard", choices=GUARDS)
    for text in told(parser.parse_args()):
        sys.stdout.write(text + "\n")
