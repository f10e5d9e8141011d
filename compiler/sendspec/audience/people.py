"""An audience, opened and read: a row becomes a person, a reject, a duplicate or one who is left out.

One pass in constant memory, but for the digests that `unique` and `exclude` need.
It must not know how rejects are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sendspec.audience.header import Plan, lay
from sendspec.audience.nodes import Person, Reject, Tally
from sendspec.audience.place import BrokenError, File, files_of, finding, handed_over, kind_of, line_of
from sendspec.audience.rows import outcome
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.nodes import Audience, Message, Unique
from sendspec.record import replace
from sendspec.source import Where, posix
from sendspec.values.trouble import grouped

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import TypeVar

    from sendspec.audience.cells import At, Table
    from sendspec.audience.keys import Excluded
    from sendspec.audience.several import Several
    from sendspec.audience.sql import Query
    from sendspec.config import Config

    T = TypeVar("T")

MISSING, TWICE, TOO_MANY, UNREAD = "AUD001", "AUD014", "AUD015", "AUD017"

#: What a person is beside a person: "excluded", "duplicate", or a reject (`unique … fail`). None: a person.
Judgement = str | Reject | None


class Reading:
    """An audience, ready to be read as often as is needed.

    `findings` came before the first row; with an error among them no row is read. `tally` is that of the last
    reading, `broken` what ended it early; `printed` is what the file is called. `override` replaces the source, and
    `source` opens a part of its rows in their place.
    """

    def __init__(self, message: Message, audience: Audience, kind: str, override: str | None) -> None:
        self.message, self.audience, self.kind, self.override = message, audience, kind, override
        self.printed = override or audience.path
        self.files: tuple[File, ...] = ()
        self.several: Several | None = None
        self.query: Query | None = None
        self.source: Callable[[], AbstractContextManager[Table]] | None = None
        self.findings: tuple[Diagnostic, ...] = ()
        self.plan: Plan | None = None
        self.excluded: tuple[Excluded, ...] = ()
        self.tally = Tally()
        self.broken: Diagnostic | None = None
        self._at: At | None = None

    @property
    def inline(self) -> bool:
        """Whether the rows stand in the spec itself."""
        return self.kind == "rows"

    @property
    def usable(self) -> bool:
        """Whether rows can be read at all."""
        return self.plan is not None and not any(found.severity is Severity.ERROR for found in self.findings)

    def __iter__(self) -> Iterator[Person | Reject]:
        """All people and rejects, in the order of the rows; a row with several problems gives several rejects."""
        return self.read()

    def read(self, rows: int | None = None) -> Iterator[Person | Reject]:
        """The people and rejects of the first rows, or of all."""
        return self.steady(self._read(rows))

    def steady(self, given: Iterator[T]) -> Iterator[T]:
        """What a reading gives. Of a database all of its passes see one state."""
        if self.query is None:
            yield from given
            return
        try:
            with self.query.session():
                yield from given
        except BrokenError as broken:
            self.tally, self.broken = Tally(), finding(self.audience, broken)

    def _read(self, rows: int | None) -> Iterator[Person | Reject]:
        self.tally = tally = Tally()
        self.broken = None
        if self.plan is None or not self.usable:
            return
        judge = self._judge(rows)
        for made in self._outcomes(self.plan, tally, rows):
            tally.rows += 1
            judged = judge(made) if isinstance(made, Person) else None
            if isinstance(made, Person) and judged is None:
                tally.people += 1
                yield made
            elif isinstance(judged, str):
                tally.excluded += judged == "excluded"
                tally.duplicates += judged == "duplicate"
            else:
                rejects = [judged] if isinstance(judged, Reject) else made
                assert isinstance(rejects, list)
                count(tally, rejects)
                yield from self._placed(rejects)
        if tally.rows != tally.people + tally.rejects + tally.duplicates + tally.excluded:
            from sendspec.audience.balance import balance

            balance(tally)

    def _placed(self, rejects: list[Reject]) -> list[Reject]:
        """The rejects of a row, with where it stands."""
        at = self._at
        if at is None or not (at.line or at.file):
            return rejects
        return [replace(reject, line=at.line, file=at.file) for reject in rejects]

    @contextmanager
    def open(self) -> Iterator[Table]:
        """The source, open."""
        if self.source is not None:
            with self.source() as part:
                yield part
            return
        if self.inline:
            from sendspec.audience.cells import inline

            yield inline(self.audience)
            return
        joined = self.query or self.several
        with joined.open() if joined else self.open_file(self.files[0].path) as source:
            yield source

    def open_file(self, path: str) -> AbstractContextManager[Table]:
        """One of the files, open."""
        from sendspec.audience.cells import table

        return table(path, self.kind, self.audience.delimiter, self.audience.encoding)

    def _outcomes(self, plan: Plan, tally: Tally, rows: int | None) -> Iterator[Person | list[Reject]]:
        """What each row is by itself. A source that breaks ends here and is told in `broken`."""
        try:
            with self.open() as source:
                self._at = source.at
                for row in source.rows:
                    if rows is not None and row[0] >= rows:
                        return
                    yield outcome(row, plan, tally)
        except BrokenError as broken:
            self.broken = finding(self.audience, broken, override=self.override)

    def _judge(self, rows: int | None) -> Callable[[Person], Judgement]:
        """What decides whether a person is one too many."""
        unique = self.audience.unique
        if unique is None and not self.excluded:
            return lambda person: None
        from sendspec.audience.keys import digest, of

        make = digest()
        lists = [(listed.key, listed.digests) for listed in self.excluded]
        again = self._again(unique, rows) if unique else None

        def judge(person: Person) -> Judgement:
            for key, digests in lists:
                value = of(person, key)
                if value is not None and make(key, value) in digests:
                    return "excluded"
            return again(person) if again else None

        return judge

    def _again(self, unique: Unique, rows: int | None) -> Callable[[Person], Judgement]:
        """What tells a person who was there before. `keep last` reads the source once more, ahead."""
        from sendspec.audience.keys import digest, of

        make, key, keep = digest(), unique.key, unique.keep
        seen: dict[bytes, int] = {}
        if keep == "last":
            seen = self._last_rows(key, rows)

        def again(person: Person) -> Judgement:
            value = of(person, key)
            if value is None:
                return None
            mark = make(key, value)
            if keep == "last":
                return "duplicate" if seen.get(mark, person.row) != person.row else None
            first = seen.setdefault(mark, person.row)
            if first == person.row:
                return None
            return "duplicate" if keep == "first" else twice(person.row, first, key, self.plan)

        return again

    def _last_rows(self, key: str, rows: int | None) -> dict[bytes, int]:
        """The last row of every key, among those who are people."""
        from sendspec.audience.keys import digest, of

        make, plan = digest(), self.plan
        last: dict[bytes, int] = {}
        for made in self._outcomes(plan, Tally(), rows) if plan else ():
            value = of(made, key) if isinstance(made, Person) else None
            if isinstance(made, Person) and value is not None:
                last[make(key, value)] = made.row
        self.broken = None  # the reading that follows meets it again
        return last


def count(tally: Tally, rejects: list[Reject]) -> None:
    """Counts one row that was rejected."""
    tally.rejects += 1
    for code in {reject.code for reject in rejects}:
        tally.by_reason[code] = tally.by_reason.get(code, 0) + 1


def twice(row: int, first: int, key: str, plan: Plan | None) -> Reject:
    """A person who was there before, where that is a fault."""
    columns = (*plan.addresses, *plan.variables) if plan else ()
    column = next((column.name for column in columns if column.target == key), key)
    what = f"the same `{key}` as row {grouped(first)}"
    return Reject(
        row,
        column,
        TWICE,
        what,
        "twice",
        f"a `{key}` that an earlier row has",
        "",
        "keep one of them, or write `keep first`",
    )


def open_audience(
    message: Message, config: Config, base: Where, override: Where | None = None, *, rows: int | None = None
) -> Reading:
    """The audience of a message, its header held against the mapping and its lists of exclusions read.

    `base` is the folder of the spec, `override` a file in place of the source (`--audience`). With `rows` only so
    much is looked at, as lint does, and a file that is not there weighs less.
    """
    audience = message.audience
    if audience is None:
        raise ValueError(f"message {message.name} has no audience")
    reading = Reading(message, audience, kind_of(audience, override), posix(override) if override else None)
    try:
        if reading.kind == "sql":
            from sendspec.audience.sql import query_of

            reading.query = query_of(audience, base, config.root, rows)
        else:
            reading.files = _files(reading, base, config)
        reading.plan, reading.findings = _laid(reading)
    except BrokenError as broken:
        lenient = rows is not None and override is None
        light = {MISSING: Severity.WARNING, UNREAD: Severity.NOTE} if lenient else {}
        reading.findings = (finding(audience, broken, light.get(broken.code, Severity.ERROR), reading.override),)
        return reading
    if audience.exclude and reading.plan:
        from sendspec.audience.keys import excluded

        lists = tuple(excluded(audience, listed, reading.plan, config, base, rows) for listed in audience.exclude)
        reading.excluded = lists
        reading.findings += tuple(found for listed in lists for found in listed.findings)
    return reading


def _files(reading: Reading, base: Where, config: Config) -> tuple[File, ...]:
    """The files to read, none for inline rows. Raises BrokenError."""
    if reading.override is not None:
        return handed_over(reading.override)
    return () if reading.inline else files_of((reading.audience.path, *reading.audience.more), base, config.root)


def _laid(reading: Reading) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan for the columns that are there, and what is wrong with them. Raises BrokenError."""
    message, audience, replaced = reading.message, reading.audience, reading.override is not None
    if len(reading.files) > 1:
        from sendspec.audience.several import Several, lay_each

        reading.several = Several(reading.files, reading.open_file)
        return lay_each(message, audience, reading.several, replaced)
    with reading.open() as source:
        return lay(message, audience, source.header, replaced, "the answer" if reading.query else "the file")


def too_many(tally: Tally, limit: float | None) -> bool:
    """Whether there are more rejects than `max_rejects` allows: a share of the rows (0.02), a count, or None: none."""
    if limit is None:
        return tally.rejects > 0
    return tally.rejects > (limit * tally.rows if isinstance(limit, float) else limit)


def above_most(reading: Reading) -> Diagnostic | None:
    """Told when there are more people than `at_most` allows."""
    most, people = reading.audience.at_most, reading.tally.people
    if most is None or people <= most:
        return None
    span = line_of(reading.audience, "at_most")
    message = f"{grouped(people)} people; `at_most` allows {grouped(most)}"
    hint = "see whether the source holds more than it should, or raise the number"
    return Diagnostic(TOO_MANY, Severity.ERROR, message, reading.audience.source, span, help=hint)
