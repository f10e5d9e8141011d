"""`compile --buckets K`: people sorted into buckets, each compiled by itself; what is done stays until all is.

A step is published by one rename, so that it is there whole or not at all, whoever is ended in between; steps that are
there are not done again. Several machines can do the buckets of one folder.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import click

from sendspec import __version__
from sendspec.audience.nodes import Tally
from sendspec.audience.report import Causes
from sendspec.blocked import BlockedError, reason
from sendspec.cli.asked import Chosen
from sendspec.cli.progress import progress
from sendspec.cli.workers import Made, Order, Task, compile_all
from sendspec.emit.merge import merge
from sendspec.emit.write import make
from sendspec.model.nodes import Message
from sendspec.pipeline import Bucketed, Linter
from sendspec.project import config_for
from sendspec.record import NamedTuple, values

#: Where buckets stand in the folder that is compiled to, until all of them are done.
FOLDER = ".sendspec-buckets"
#: The most buckets: each is an open file while the rows are sorted.
MOST = 500
_ROWS, _MADE, _SHOWN, _REJECTS = "rows", "made", "shown.json", "rejects.csv"


class Bucket(NamedTuple):
    """One bucket of so many, in the folder of its message's buckets. The first is number 0. `source` is the SHA-256 of
    all people's source."""

    number: int
    of: int
    folder: Path
    source: str

    @property
    def rows(self) -> Path:
        return self.folder / _ROWS / f"{self.number}.csv"

    @property
    def done(self) -> Path:
        return self.folder / str(self.number)


class Asked(NamedTuple):
    """What is asked for: so many buckets, only one of them (from 0), in so many processes, in a folder."""

    of: int
    only: int | None
    workers: int
    folder: Path


def bucket_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options that ask for buckets."""
    for option in (
        click.option(
            "--bucket",
            "only",
            metavar="I/K",
            help="Compile only bucket I of K, for instance in a job of an array; `--buckets K` then puts all together.",
        ),
        click.option(
            "--buckets",
            metavar="K",
            help="With -o: sort people into K buckets by their key, and compile one after the other: memory holds one. "
            "What is done stays until all is, so that the same call goes on where one was ended.",
        ),
    ):
        command = option(command)
    return command


def asked_for(buckets: str | None, only: str | None, workers: int, out: str | None) -> Asked | None:
    """What --buckets and --bucket ask for; None where people are taken all at once."""
    if buckets is None and only is None:
        return None
    if out is None:
        raise click.UsageError("--buckets: needs -o, a folder to work in")
    if buckets is not None and only is not None:
        raise click.UsageError("--bucket: takes one of the buckets; --buckets all of them")
    if only is not None:
        found = re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", only)
        if not found or not 1 <= int(found[1]) <= int(found[2]) <= MOST:
            raise click.UsageError(f"--bucket {only}: expected one of so many, such as 3/8; {MOST} are the most")
        return Asked(int(found[2]), int(found[1]) - 1, workers, Path(out))
    assert buckets is not None
    if not re.fullmatch(r"[0-9]{1,3}", buckets) or not 1 <= int(buckets) <= MOST:
        raise click.UsageError(f"--buckets {buckets}: expected a number from 1 to {MOST}")
    return Asked(int(buckets), None, workers, Path(out))


#: The buckets of each message.
Ready = Sequence[tuple[Message, Sequence[Bucket]]]


def done(linter: Linter, messages: Sequence[Chosen], order: Order, asked: Asked) -> Ready:
    """Does all buckets of the messages that are asked for, or what is left of them."""
    ready: list[tuple[Message, Sequence[Bucket]]] = []
    for path, message in messages:
        buckets = _sort(linter, path, message, order, asked)
        left = [each for each in buckets if asked.only in (None, each.number) and not each.done.is_dir()]
        compile_all([Task(path, message.name, each.done, None, each) for each in left], order, asked.workers)
        ready.append((message, buckets))
    return ready


def gathered_up(linter: Linter, ready: Ready, tasks: Sequence[Task], order: Order) -> list[Made]:
    """Makes the messages' folders out of their buckets. Raises RefusedError when people must not be sent to."""
    return [_gathered(linter, task, *each, order) for task, each in zip(tasks, ready, strict=True)]


def _sort(linter: Linter, path: Path, message: Message, order: Order, asked: Asked) -> list[Bucket]:
    """The buckets of a message, with the rows of its people."""
    work = Bucketed(linter, path, message, order.request)
    source = work.source()
    folder = asked.folder / FOLDER / f"{message.name}-{_fingerprint(work, source, asked.of)}"
    buckets = [Bucket(number, asked.of, folder, source) for number in range(asked.of)]
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _ROWS).is_dir():
            with _published(folder / _ROWS) as draft:
                work.shard([draft / each.rows.name for each in buckets])
    return buckets


def _gathered(linter: Linter, task: Task, message: Message, buckets: Sequence[Bucket], order: Order) -> Made:
    """Makes the message's folder out of its buckets. Raises RefusedError when its people must not be sent to."""
    tally, causes = Tally(), Causes()
    for each in buckets:
        said = json.loads((each.done / _SHOWN).read_bytes())
        tally.add(said["tally"])
        causes.load(said["causes"])
    if task.rejects is not None:
        with task.rejects.open("wb") as file:
            for each in buckets:
                file.write((each.done / _REJECTS).read_bytes())
    told = Bucketed(linter, task.path, message, order.request).judged(causes, tally)
    return Made(merge([each.done / _MADE for each in buckets], task.folder), told)


def compile_bucket(linter: Linter, task: Task, order: Order) -> Made:
    """Compiles one bucket. Its folder is there when all of it is."""
    bucket, unit = task.bucket, linter.bind(task.path, config_for(task.path)).unit
    assert bucket is not None
    assert unit is not None, "a spec that lint has passed is bound"
    shown: list[Causes] = []
    work = Bucketed(linter, task.path, unit.messages[task.name], order.request)
    with _told(bucket.folder), _published(bucket.done) as draft:
        job = work.job(bucket.rows, shown.append, draft / _REJECTS, bucket.source)
        plan = make(progress(job) if order.watched else job, draft / _MADE)
        said = {"tally": dict(zip(Tally.__match_args__, values(job.tally()), strict=True)), "causes": shown[-1].dump()}
        (draft / _SHOWN).write_text(json.dumps(said), encoding="utf-8")
    return Made(plan, ())


def _fingerprint(work: Bucketed, source: str, of: int) -> str:
    """What all steps hang on: where anything of it is different, they are done anew."""
    return sha256(json.dumps([__version__, of, *work.stands_for(source)]).encode()).hexdigest()[:16]


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BlockedError(f"{folder}: {reason(error)}") from error


@contextmanager
def _published(folder: Path) -> Iterator[Path]:
    """A folder to fill, which then takes its name at once. Where another process was faster, its folder stands."""
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield draft
        with suppress(OSError):
            os.rename(draft, folder)
        if not folder.is_dir():
            raise BlockedError(f"{folder}: it cannot be put in its place")
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def swept(ready: Ready) -> None:
    """Takes the steps away, when all that came of them is in its place."""
    for _, buckets in ready:
        shutil.rmtree(buckets[0].folder, ignore_errors=True)
        with suppress(OSError):
            buckets[0].folder.parent.rmdir()
