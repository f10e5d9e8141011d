"""Compiles messages one after the other, or several at a time in processes of their own: the bytes are the same.

A process binds its specs anew, so that nothing but names and findings passes between them.
"""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sendspec.blocked import BlockedError
from sendspec.cli.progress import progress
from sendspec.diagnostic import Diagnostic
from sendspec.emit.failure import RefusedError
from sendspec.emit.write import make
from sendspec.pipeline import Linter, Request, job
from sendspec.project import config_for
from sendspec.record import NamedTuple

if TYPE_CHECKING:
    from multiprocessing import Process
    from multiprocessing.connection import Connection

    from sendspec.cli.buckets import Bucket


class Task(NamedTuple):
    """One message to compile, or one bucket of it: its spec, its name, the folder to make, and where its rejects go."""

    path: Path
    name: str
    folder: Path
    rejects: Path | None = None
    bucket: Bucket | None = None


class Made(NamedTuple):
    """What came of a task: its plan, and what its recipients showed."""

    plan: dict[str, object]
    told: tuple[Diagnostic, ...]


class Order(NamedTuple):
    """What holds for all tasks of a compile. `watched`: somebody looks on while one process does them."""

    today: dt.date
    request: Request
    watched: bool = False


def compile_all(tasks: Sequence[Task], order: Order, workers: int) -> list[Made]:
    """Does the tasks, in up to so many processes. Raises what the first of the failed tasks raised."""
    if min(workers, len(tasks)) < 2:
        linter = Linter(order.today, order.request.audience)
        return [_made(linter, task, order) for task in tasks]
    numbered = list(enumerate(tasks))
    order = order._replace(watched=False)
    with _started([numbered[at::workers] for at in range(min(workers, len(tasks)))], order) as pipes:
        done = _collected(pipes)
    for number in sorted(done):
        outcome = done[number]
        if isinstance(outcome, Exception):
            raise outcome
    if len(done) < len(tasks):
        raise BlockedError("a process of the compile was ended from outside", "is there enough memory for --workers?")
    return [made for _, made in sorted(done.items()) if isinstance(made, Made)]


def _made(linter: Linter, task: Task, order: Order) -> Made:
    if task.bucket is not None:
        from sendspec.cli.buckets import compile_bucket

        return compile_bucket(linter, task, order)
    unit = linter.bind(task.path, config_for(task.path)).unit
    assert unit is not None, "a spec that lint has passed is bound"
    told: list[Diagnostic] = []
    request = order.request._replace(rejects=task.rejects)
    work = job(linter, task.path, unit.messages[task.name], request, told)
    return Made(make(progress(work) if order.watched else work, task.folder), tuple(told))


@contextmanager
def _started(shares: Sequence[list[tuple[int, Task]]], order: Order) -> Iterator[list[Connection]]:
    """A process for each share of the tasks, and the pipes by which they answer. At the end none is left."""
    import multiprocessing

    pipes: list[Connection] = []
    processes: list[Process] = []
    try:
        for share in shares:
            ours, theirs = multiprocessing.Pipe(duplex=False)
            process = multiprocessing.Process(target=_serve, args=(theirs, share, order), daemon=True)
            processes.append(process)
            process.start()
            theirs.close()
            pipes.append(ours)
        yield pipes
    finally:
        for process in processes:
            if process.pid is not None:
                process.terminate()
                process.join()


def _collected(pipes: list[Connection]) -> dict[int, Made | Exception]:
    """What came of the tasks, by number. A process stops at its first failure."""
    from multiprocessing.connection import wait

    done: dict[int, Made | Exception] = {}
    while pipes:
        ready = wait(pipes)
        for pipe in [each for each in pipes if each in ready]:
            try:
                number, outcome = pipe.recv()
                done[number] = outcome
            except EOFError:
                pipes.remove(pipe)
    return done


def _serve(pipe: Connection, share: Sequence[tuple[int, Task]], order: Order) -> None:
    """The life of a process. Ctrl-C reaches it too, but its end is the parent's to decide."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    linter = Linter(order.today, order.request.audience)
    for number, task in share:
        outcome = _outcome(linter, task, order)
        pipe.send((number, outcome))
        if isinstance(outcome, Exception):
            return


def _outcome(linter: Linter, task: Task, order: Order) -> Made | Exception:
    try:
        return _made(linter, task, order)
    except (RefusedError, BlockedError, OSError) as error:
        return error
    except Exception:
        import traceback

        return RuntimeError(f"in a process of the compile:\n{traceback.format_exc()}")
