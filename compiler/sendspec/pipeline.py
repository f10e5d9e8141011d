"""The one place that calls the passes in order. It returns everything it finds and raises nothing that a spec's
author caused."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.disk import Disk, beside, inside, read
from sendspec.lint.run import run, tidy
from sendspec.model.bind import Binder, Bound
from sendspec.model.nodes import Unit
from sendspec.project import config_for
from sendspec.record import NamedTuple
from sendspec.source import Where, posix

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from pathlib import Path

    from sendspec.audience.crowd import Crowd
    from sendspec.audience.nodes import Person, Tally
    from sendspec.audience.people import Reading
    from sendspec.audience.report import Causes
    from sendspec.emit.job import Job
    from sendspec.model.nodes import Audience, Message
    from sendspec.source import Span
    from sendspec.syntax.nodes import Statement

#: So a finding about people who stand in the spec itself names them at its end.
OF_ROWS = " (row"


class Linter:
    """Lints files of one run: what several files import is bound once."""

    def __init__(self, today: dt.date, audience: Where | None = None, max_rejects: float | None = None) -> None:
        self.today, self.audience, self.max_rejects = today, audience, max_rejects
        self._disks: dict[Where, Disk] = {}
        self._binders: dict[Where, Binder] = {}

    def sources(self, path: Where, config: Config) -> dict[str, str]:
        """The SHA-256 of each file that a spec is made of, by its path inside the project."""
        from hashlib import sha256

        found = self._disks[config.root].depends(posix(path))
        there = [each for each in sorted(found) if os.path.isfile(each)]
        return {within(each, config): sha256(read(each)).hexdigest() for each in there}

    def bind(self, path: Where, config: Config) -> Bound:
        """A spec, bound. Raises BlockedError when the file cannot be read."""
        if config.root not in self._binders:
            self._disks[config.root] = Disk(config.root)
            self._binders[config.root] = Binder(self._disks[config.root], config.versions)
        return self._binders[config.root].bind(posix(path), read(path))

    def depends(self, path: Where, config: Config) -> set[str]:
        """The files that the verdict on a linted spec hangs on."""
        found = self._disks[config.root].depends(posix(path))
        unit = self.bind(path, config).unit
        for message in unit.messages.values() if unit else ():
            if (audience := message.audience) is not None:
                listed = [audience.path, *audience.more, *(each.path for each in audience.exclude)]
                found |= {beside(posix(path), name) for name in listed if name}
                if _unwatched(audience, listed):
                    found.add(os.path.dirname(path) or ".")
        return found

    def lint(self, path: Where, config: Config | None = None) -> tuple[Diagnostic, ...]:
        """Everything there is to say about a spec."""
        config = config or config_for(path)
        return self.judge(self.bind(path, config), path, config)

    def judge(self, bound: Bound, path: Where, config: Config) -> tuple[Diagnostic, ...]:
        """The findings of a bound file: those of the passes, of its recipients and of the rules."""
        if bound.unit is None:
            return bound.findings
        found = [*bound.findings, *self._recipients(bound.unit, bound.findings, path, config)]
        told = run(bound.unit, config, found, self.today)
        if not any(OF_ROWS in each.message for each in told):
            return told
        from sendspec.audience.judged import once

        return once(told)

    def _recipients(self, unit: Unit, found: Sequence[Diagnostic], path: Where, config: Config) -> Iterable[Diagnostic]:
        """What the first rows of each message's audience show. A row, a mapping and variables that are told to be
        wrong are judged no further: what follows from the mistake is no finding of its own."""
        if not any(message.audience for message in unit.messages.values()):
            return
        from sendspec.audience.report import sample

        wrong = [each.span for each in found if each.severity is Severity.ERROR and each.source is unit.source]
        for message in unit.messages.values():
            if (audience := message.audience) is None:
                continue
            if audience.kind != "rows" and any(_holds(line.span, wrong) for line in _declaring(message)):
                continue
            rows = [row.span for row in audience.rows if _holds(row.span, wrong)]
            shown = sample(message, config, os.path.dirname(path), self.audience, self.max_rejects)
            yield from (each for each in shown if not any(_holds(row, [each.span]) for row in rows))


def _unwatched(audience: Audience, paths: Sequence[str]) -> bool:
    """Whether more than the bytes of known files decides: a folder's names, a database, or what is installed."""
    from sendspec.audience.place import patterned

    kinds = {audience.kind, *(each.kind for each in audience.exclude)}
    packed = any(path.lower().endswith(".zst") for path in paths)
    return packed or bool(kinds & {"parquet", "sql"}) or any(map(patterned, paths))


def _declaring(message: Message) -> Iterator[Statement]:
    """The statements of a message that say what its people bring."""
    lines = message.statement.block.statements if message.statement.block else ()
    return (line for line in lines if line.head.text in ("vars", "audience"))


def _holds(outer: Span, spans: Sequence[Span]) -> bool:
    return any(outer.start <= span.start and span.end <= outer.end for span in spans)


def within(path: Where, config: Config) -> str:
    """A file's path inside the project: the same from wherever it is asked for."""
    real, root = os.path.realpath(path), os.path.realpath(config.root)
    return posix(os.path.relpath(real, root)) if inside(path, config.root) else os.path.basename(real)


class Request(NamedTuple):
    """What a compile asks for beside the specs: another audience, an environment, how many rejects are allowed, and the
    file for those of a message."""

    audience: Where | None = None
    environment: str | None = None
    max_rejects: float | None = None
    rejects: Where | None = None


def job(linter: Linter, path: Where, message: Message, request: Request, told: list[Diagnostic]) -> Job:
    """The work of compiling one message of a spec that lint has passed. What the recipients show goes into `told`."""
    from sendspec.audience.people import open_audience

    reading = open_audience(message, config_for(path), os.path.dirname(path), request.audience)

    before = len(told)

    def judge(causes: Causes) -> None:
        told[before:] = _judged(reading, causes, request)  # people who do not fit into columns are read once more

    return _job(linter, path, reading, request, judge, lambda: _digest(reading))


def _judged(reading: Reading, causes: Causes, request: Request) -> tuple[Diagnostic, ...]:
    """What the recipients show. Raises RefusedError when they must not be sent to."""
    from sendspec.audience.report import findings
    from sendspec.emit.failure import RefusedError

    found = findings(reading, causes, request.max_rejects)
    if any(finding.severity is Severity.ERROR for finding in found):
        raise RefusedError(found)
    return found


def _job(
    linter: Linter,
    path: Where,
    reading: Reading,
    request: Request,
    judge: Callable[[Causes], None],
    source: Callable[[], str | None],
) -> Job:
    from sendspec.audience.rejects import written
    from sendspec.audience.report import Causes, persons
    from sendspec.emit.constants import constants_of
    from sendspec.emit.job import Job

    config = config_for(path)
    unit = linter.bind(path, config).unit
    assert unit is not None, "a spec that lint has passed is bound"

    def people() -> Iterator[Person]:
        with written(request.rejects, reading) as also:
            causes = Causes(also)
            yield from persons(reading, causes)
        judge(causes)

    def by_column() -> Iterator[Crowd]:
        from sendspec.audience.crowd import Crowd, crowds

        with written(request.rejects, reading) as also:
            causes = Causes(also)
            for each in crowds(reading):
                if isinstance(each, Crowd):
                    yield each
                else:
                    causes.add(each)
        judge(causes)

    return Job(
        reading.message,
        within(path, config),
        people,
        lambda: reading.tally,
        config,
        linter.sources(path, config),
        source,
        request.environment,
        constants_of(unit),
        plan=reading.plan,
        crowds=by_column if reading.plan and reading.plan.apart is None else None,
    )


class Bucketed:
    """The work of compiling one message whose people are taken bucket by bucket."""

    def __init__(self, linter: Linter, path: Where, message: Message, request: Request) -> None:
        from sendspec.audience.people import open_audience
        from sendspec.blocked import BlockedError

        self._linter, self._path, self._request = linter, path, request
        self._reading = open_audience(message, config_for(path), os.path.dirname(path), request.audience)
        if self._reading.query:
            raise BlockedError(
                f"`{message.name}` takes its people from a database, which buckets would ask more than once",
                "write what it answers into a file, and compile that with `--audience FILE`",
            )

    def source(self) -> str:
        """The SHA-256 of the people's source."""
        return _digest(self._reading) or ""

    def stands_for(self, source: str) -> list[object]:
        """All that the requests hang on."""
        from hashlib import sha256

        config = config_for(self._path)
        lists = [sha256(b"".join(sorted(each.digests))).hexdigest() for each in self._reading.excluded]
        settings = [config.profile, config.tps, sorted(config.versions.items()), self._request.environment]
        known = [[each.name, each.tps] for each in config.environments]
        return [source, sorted(self._linter.sources(self._path, config).items()), lists, settings, known]

    def shard(self, files: Sequence[Path]) -> None:
        """Sorts the rows of the source into buckets. Raises RefusedError when that cannot be."""
        from sendspec.audience.place import BrokenError, finding
        from sendspec.audience.report import Causes
        from sendspec.audience.shard import shard
        from sendspec.emit.failure import RefusedError

        reading = self._reading
        if reading.plan is None or not reading.usable:
            _judged(reading, Causes(), self._request)
            raise RefusedError(reading.findings)
        try:
            shard(reading, reading.plan, files)
        except BrokenError as broken:
            raise RefusedError((finding(reading.audience, broken, override=reading.override),)) from None

    def job(self, rows: Path, judge: Callable[[Causes], None], rejects: Path, source: str) -> Job:
        """The work of one bucket; what is wrong with its rows is not judged by itself."""
        from sendspec.audience.shard import bucket

        reading = self._reading
        with reading.open() as table:
            header = table.header
        reading.source = lambda: bucket(rows, header)
        return _job(
            self._linter, self._path, reading, self._request._replace(rejects=rejects), judge, lambda: source or None
        )

    def judged(self, causes: Causes, tally: Tally) -> tuple[Diagnostic, ...]:
        """What the recipients of all buckets show. Raises RefusedError when they must not be sent to."""
        self._reading.tally = tally
        return _judged(self._reading, causes, self._request)


def _digest(reading: Reading) -> str | None:
    """The SHA-256 of the people's source: a file's bytes, the list of those of several, the rows that a database gave,
    or inline rows as they stand."""
    from hashlib import file_digest, sha256

    if reading.inline:
        block = reading.audience.statement.span
        return sha256(reading.message.source.text[block.start : block.end].encode()).hexdigest()
    if reading.query:
        return reading.query.sha256
    sums = []
    for each in reading.files:
        with open(each.path, "rb") as file:
            sums.append(file_digest(file, "sha256").hexdigest())
    return sums[0] if len(sums) == 1 else sha256("".join(f"{each}\n" for each in sums).encode()).hexdigest()


def lint_file(path: Where, config: Config, today: dt.date) -> tuple[Diagnostic, ...]:
    """Everything there is to say about one spec."""
    return Linter(today).lint(path, config)


def verify_bytes(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """Everything there is to say about request bodies that anyone wrote."""
    from sendspec.channels.verify import verify
    from sendspec.syntax.decode import decode

    source = decode(path, data)
    found = (source,) if isinstance(source, Diagnostic) else verify(source)
    return tidy(found, Config(""))
