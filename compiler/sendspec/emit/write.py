"""Plans and lines → files, all of them or none: what is there before stays until the new is whole.

The messages are written into a folder beside their own, and take their places when all are done.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sendspec.blocked import BlockedError, reason
from sendspec.emit.job import Job
from sendspec.emit.ladder import Line, Stage, stages
from sendspec.emit.plan import Written, plan
from sendspec.model.nodes import Message

PLAN = "plan.json"
_TOLD = {
    errno.ENOSPC: "no space is left for it",
    errno.EDQUOT: "no space is left for it",
    errno.EFBIG: "the file grows larger than the system allows",
    errno.EACCES: "there is no permission to write it",
    errno.EPERM: "there is no permission to write it",
    errno.EROFS: "it is on a file system that only reads",
    errno.ENOTDIR: "a part of the path is a file",
    errno.EEXIST: "it is a file; a folder is needed",
}


#: Makes each message's folder, in their order, and gives their plans.
Fill = Callable[[Sequence[Path]], Sequence[dict[str, object]]]


def write(jobs: Sequence[Job], out: Path) -> tuple[dict[str, object], ...]:
    """Compiles messages into `out`, one folder each, and gives their plans. On any error nothing of it stays behind."""
    return place([job.message for job in jobs], out, _each(jobs))


def stream(jobs: Sequence[Job]) -> Iterator[bytes]:
    """The lines of all rungs, rung by rung, once all of them are made."""
    return lines([job.message for job in jobs], _each(jobs))


def _each(jobs: Sequence[Job]) -> Fill:
    return lambda folders: tuple(make(job, folder) for job, folder in zip(jobs, folders, strict=True))


def place(messages: Sequence[Message], out: Path, fill: Fill) -> tuple[dict[str, object], ...]:
    """`write` for whoever makes the folders otherwise, for instance in several processes."""
    targets = _targets(messages, out)
    with _beside(out) as staging:
        plans = tuple(fill([staging / name for name in targets]))
        _settle(targets, staging)
    return plans


def lines(messages: Sequence[Message], fill: Fill) -> Generator[bytes, None, None]:
    """`stream` for whoever makes the folders otherwise. Closing it takes them away."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="sendspec-") as name:
        folders = [Path(name) / str(number) for number in range(len(messages))]
        fill(folders)
        for message, folder in zip(messages, folders, strict=True):
            for rung in dict.fromkeys(rung.number for rung in message.rungs if not rung.native):
                with (folder / _file(rung)).open("rb") as file:
                    yield from file


def _file(rung: int) -> str:
    return f"rung-{rung}.ndjson"


def _targets(messages: Sequence[Message], out: Path) -> dict[str, Path]:
    """Where each message goes. Tells early of what stands in the way."""
    targets: dict[str, Path] = {}
    for name in (message.name for message in messages):
        if name in targets:
            raise BlockedError(f"two messages are called `{name}`", "compile them into folders of their own")
        targets[name] = out / name
        with _told(out / name):
            _free(out / name)
    return targets


def _free(target: Path) -> None:
    """Refuses a target that compile did not make, whole: what a person keeps there is not ours to remove."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise BlockedError(f"{target}: it is a file; a folder is needed")
    if not target.is_dir():
        return
    foreign = sorted(entry.name for entry in target.iterdir() if not _ours(entry))
    if foreign:
        raise BlockedError(
            f"{target}: `{foreign[0]}` in it was not written by compile", "move it, or compile elsewhere"
        )


def _ours(entry: Path) -> bool:
    rung = entry.name.removeprefix("rung-").removesuffix(".ndjson")
    return entry.is_file() and (entry.name == PLAN or (entry.name == f"rung-{rung}.ndjson" and rung.isdecimal()))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Errors of the system as one line that names the path."""
    try:
        yield
    except OSError as error:
        raise BlockedError(f"{path}: {_TOLD.get(error.errno or 0) or reason(error)}") from error


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A folder in `out` that is gone at the end, and with it the folders made for it that stayed empty."""
    import shutil
    import tempfile

    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        with _told(out):
            out.mkdir(parents=True, exist_ok=True)
            staging = Path(tempfile.mkdtemp(prefix=".sendspec-", dir=out))
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def make(job: Job, folder: Path) -> dict[str, object]:
    """Makes a folder with one message's files, and gives its plan."""
    with _told(folder):
        folder.mkdir()
    if job.crowds is not None:
        from sendspec.emit.columns import Unfit

        with suppress(Unfit):  # then what is begun is written anew
            return _make_by_column(job, folder)
    made = stages(job)
    with _files(made, folder) as files:
        for person in job.people():
            for stage in made:
                files[stage.number].write(stage.add(person))
        for stage in made:
            files[stage.number].write(stage.close())
    return _plan(job, made, files, folder)


def _make_by_column(job: Job, folder: Path) -> dict[str, object]:
    """The same from whole columns of people. Raises Unfit, early or late, where some do not fit into it."""
    from sendspec.emit.quick import quick

    made = stages(job)
    assert job.crowds is not None
    lanes = quick(job, made)
    with _files(made, folder) as files:
        for crowd in job.crowds():
            for number, lane in lanes.items():
                files[number].put(lane.add(crowd))
        for number, lane in lanes.items():
            files[number].put(lane.close())
    return _plan(job, made, files, folder)


@contextmanager
def _files(made: Sequence[Stage], folder: Path) -> Iterator[dict[int, _LineFile]]:
    with ExitStack() as open_:
        yield {stage.number: open_.enter_context(_LineFile(folder / _file(stage.number))) for stage in made}


def _plan(job: Job, made: Sequence[Stage], files: dict[int, _LineFile], folder: Path) -> dict[str, object]:
    said = plan(job, made, {number: Written(file.path.name, file.sha256) for number, file in files.items()})
    text = json.dumps(said, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    with _told(folder / PLAN), (folder / PLAN).open("wb") as file:
        file.write(text.encode("utf-8", "backslashreplace"))  # a file's name may hold bytes that are no UTF-8
        _sync(file)
    return said


class _LineFile:
    """A file of lines that knows its hash."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._hash = sha256()
        with _told(path):
            self._file: BinaryIO = path.open("wb")

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def write(self, lines: Iterator[Line]) -> None:
        self.put(f"{line.text}\n".encode() for line in lines)

    def put(self, lines: Iterator[bytes]) -> None:
        """Takes lines that are bytes by now."""
        for data in lines:
            self._hash.update(data)
            with _told(self.path):
                self._file.write(data)

    def __enter__(self) -> _LineFile:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:  # the folder goes away; a further error must not hide the first
            with suppress(OSError):
                self._file.close()
            return
        with _told(self.path), self._file as file:
            _sync(file)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _settle(targets: dict[str, Path], staging: Path) -> None:
    """Puts the new folders in place of the old ones; when that fails half-way, the old ones are put back."""
    moved: list[tuple[Path, Path | None]] = []
    try:
        for number, (name, target) in enumerate(targets.items()):
            with _told(target):
                _free(target)
                old = staging / f".old-{number}" if target.exists() else None
                if old is not None:
                    target.rename(old)
                moved.append((target, old))
                (staging / name).rename(target)
    except BaseException:
        _restore(moved, staging)
        raise
    for folder in {target.parent for target in targets.values()}:
        _sync_folder(folder)


def _restore(moved: list[tuple[Path, Path | None]], staging: Path) -> None:
    for number, (target, old) in enumerate(moved):
        with suppress(OSError):
            if target.exists():
                target.rename(staging / f".new-{number}")
            if old is not None:
                old.rename(target)


def _sync_folder(folder: Path) -> None:
    """Makes the renames last through a crash, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
