"""People by column: what reading an audience gives for thousands of rows at once. Who is one of them, who is rejected,
who stands there twice, and in which order is as `people` has it.

Rows whose cells are not certainly right are read one by one, by `rows`, and stand among the others as persons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress

from sendspec.audience.balance import balance
from sendspec.audience.blocks import Block, blocks
from sendspec.audience.header import NEEDED, Column, Plan
from sendspec.audience.nodes import Person, Reject, Tally
from sendspec.audience.people import Judgement, Reading, count
from sendspec.audience.place import BrokenError, finding
from sendspec.audience.rows import CORRELATION_BYTES, outcome
from sendspec.audience.sieve import Sieve
from sendspec.record import NamedTuple, replace
from sendspec.values.bulk import Column as Cells
from sendspec.values.bulk import column as bulk
from sendspec.values.trouble import trimmed

#: Reads the cells of a column.
Bulk = Callable[[Sequence[str]], Cells]
#: So many writings of locales are remembered.
LOCALES = 4096
#: A column of texts by what it was read for.
Texts = Mapping[str, Sequence[str]]


class Crowd(NamedTuple):
    """People of one stretch of a source, in order. `addresses` and `values` are what their cells say, as it prints; an
    empty text is no value, and means what the mapping says of one that is missing.

    `strays` are people who were read by themselves: each with the number of those in the columns who come before.
    `locale` is that of each, or of all. `at` are their indexes in the block that they are of. `tame` are the variables
    all of whose texts are (see `values.bulk.Sure`).
    """

    rows: Sequence[int]
    addresses: Texts
    values: Texts
    locale: str | Sequence[str]
    correlation: Sequence[str] | None
    strays: tuple[tuple[int, Person], ...]
    block: Block
    at: Sequence[int]
    plan: Plan
    tame: frozenset[str] = frozenset()

    @property
    def size(self) -> int:
        return len(self.rows) + len(self.strays)

    def only(self, at: Sequence[int]) -> Crowd:
        """Some of those in the columns, without the strays."""

        def those(texts: Sequence[str]) -> Sequence[str]:
            return [texts[index] for index in at]

        return Crowd(
            [self.rows[index] for index in at],
            {target: those(found) for target, found in self.addresses.items()},
            {target: those(found) for target, found in self.values.items()},
            self.locale if isinstance(self.locale, str) else those(self.locale),
            None if self.correlation is None else those(self.correlation),
            (),
            self.block,
            [self.at[index] for index in at],
            self.plan,
            self.tame,
        )

    def people(self) -> Iterator[Person]:
        """All of them one by one."""
        done = 0
        for before, person in (*self.strays, (len(self.at), None)):
            yield from map(self.person, range(done, before))
            done = before
            if person is not None:
                yield person

    def person(self, index: int) -> Person:
        """One of those in the columns."""
        made = outcome(self.block.row(self.at[index]), self.plan, Tally())
        assert isinstance(made, Person), "a row of sure cells is a person"
        return made


def crowds(reading: Reading) -> Iterator[Crowd | Reject]:
    """All people by column, and the rejects among them; the same as `Reading.read` gives one by one."""
    return reading.steady(_crowds(reading))


def _crowds(reading: Reading) -> Iterator[Crowd | Reject]:
    reading.tally = tally = Tally()
    reading.broken = None
    plan = reading.plan
    if plan is None or not reading.usable:
        return
    sieve = _sieve(reading, plan) if reading.audience.unique or reading.excluded else None
    for part in _parts(reading, plan, tally):
        tally.rows += len(part.block.rows)
        out = sieve.out(part.block.rows, part.addresses, part.values, part.strays) if sieve else {}
        yield from _refused(part, out, tally)
        crowd = _crowd(part, out, plan)
        tally.people += crowd.size
        if crowd.size:
            yield crowd
    balance(tally)


def _sieve(reading: Reading, plan: Plan) -> Sieve:
    """What tells people who are left out. `keep last` reads the source once more, ahead."""
    unique = reading.audience.unique
    sieve = Sieve(plan, unique, [(listed.key, listed.digests) for listed in reading.excluded])
    if unique and unique.keep == "last":
        for part in _parts(reading, plan, Tally()):
            sieve.meet(part.block.rows, part.addresses, part.values, part.strays)
        reading.broken = None  # the reading that follows meets it again
    return sieve


def _refused(part: Part, out: Mapping[int, Judgement], tally: Tally) -> Iterator[Reject]:
    """The rejects of a part, and its numbers."""
    for at in sorted({*part.strays, *out}):
        judged, made = out.get(at), part.strays.get(at)
        if isinstance(judged, str):
            tally.excluded += judged == "excluded"
            tally.duplicates += judged == "duplicate"
        elif (rejects := [judged] if judged is not None else made) and isinstance(rejects, list):
            count(tally, rejects)
            line, file = part.block.where(at)
            yield from [replace(reject, line=line, file=file) for reject in rejects] if line or file else rejects


def _crowd(part: Part, out: Mapping[int, Judgement], plan: Plan) -> Crowd:
    """The people of a part."""
    rows, gone = part.block.rows, {*part.strays, *out}
    if not gone:
        return Crowd(
            rows,
            part.addresses,
            part.values,
            part.locale,
            part.correlation,
            (),
            part.block,
            range(len(rows)),
            plan,
            part.tame,
        )
    stay = [at not in gone for at in range(len(rows))]
    kept: list[int] = list(compress(range(len(rows)), stay))
    strays: list[tuple[int, Person]] = []
    before, found = 0, dict(part.strays)
    for at in range(len(rows)):
        if stay[at]:
            before += 1
        elif at not in out and isinstance(person := found.get(at), Person):
            strays.append((before, person))

    def those(cells: Sequence[str]) -> Sequence[str]:
        return list(compress(cells, stay))

    return Crowd(
        list(compress(rows, stay)),
        {target: those(texts) for target, texts in part.addresses.items()},
        {target: those(texts) for target, texts in part.values.items()},
        part.locale if isinstance(part.locale, str) else those(part.locale),
        None if part.correlation is None else those(part.correlation),
        tuple(strays),
        part.block,
        kept,
        plan,
        part.tame,
    )


class Part(NamedTuple):
    """A block, read: its columns, in which the rows of `strays` mean nothing, and what those rows are instead."""

    block: Block
    addresses: Texts
    values: Texts
    locale: str | Sequence[str]
    correlation: Sequence[str] | None
    strays: Mapping[int, Person | list[Reject]]
    tame: frozenset[str]


def _parts(reading: Reading, plan: Plan, tally: Tally) -> Iterator[Part]:
    """The blocks of a source, read. One that breaks ends here and is told in `broken`."""
    read = Blocks(plan)
    try:
        with reading.open() as source:
            for block in blocks(source, reading.open):
                yield read.part(block, tally)
    except BrokenError as broken:
        reading.broken = finding(reading.audience, broken, override=reading.override)


class Blocks:
    """Reads blocks by a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._addresses = [(column, bulk(column.read, column.made)) for column in plan.addresses]
        self._values = [(column, bulk(column.read, column.made)) for column in plan.variables]
        self._locales: dict[str, str | None] = {"": plan.otherwise or plan.first}

    def part(self, block: Block, tally: Tally) -> Part:
        """A block, read. Locales that nobody knows are counted in `tally`."""
        odd, tame = set(block.faulty), set[str]()
        addresses = {column.target: self._address(block, column, read, odd) for column, read in self._addresses}
        values = {column.target: self._read(block, column, read, odd, tame) for column, read in self._values}
        locale, correlation = self._locale(block, odd), self._correlation(block, odd)
        taken = [texts for kind, texts in addresses.items() if kind in self.plan.takes]
        if taken and all("" in texts for texts in taken):
            odd.update(at for at, each in enumerate(zip(*taken, strict=True)) if not any(each))
        strays = {at: outcome(block.row(at), self.plan, tally) for at in sorted(odd)}
        return Part(block, addresses, values, locale, correlation, strays, frozenset(tame))

    def _address(self, block: Block, column: Column, read: Bulk, odd: set[int]) -> Sequence[str]:
        texts = self._read(block, column, read, odd, set())
        return texts if column.missing is None else [text or str(column.missing) for text in texts]

    def _read(self, block: Block, column: Column, read: Bulk, odd: set[int], tame: set[str]) -> Sequence[str]:
        if column.place < 0:
            texts: Sequence[str] = [""] * len(block.rows)
        else:
            texts, unsure, all_tame = read(block.columns[column.place])
            odd.update(unsure)
            if all_tame:
                tame.add(column.target)
        if column.missing is NEEDED and "" in texts:
            odd.update(at for at, text in enumerate(texts) if not text)
        return texts

    def _locale(self, block: Block, odd: set[int]) -> str | Sequence[str]:
        column = self.plan.locale
        if column is None or column.place < 0:
            return self.plan.otherwise or self.plan.first
        cells, known = block.columns[column.place], self.plan.locales
        if len(self._locales) > LOCALES:
            self._locales = {"": self._locales[""]}
        for cell in set(cells).difference(self._locales):
            text = trimmed(cell)
            meant = known.get(text) or known.get(text.lower().replace("_", "-"))
            self._locales[cell] = meant if text else self._locales[""]
        found = [self._locales[cell] for cell in cells]
        if len(set(found)) == 1 and found[0] is not None:
            return found[0]
        odd.update(at for at, locale in enumerate(found) if locale is None)
        return [locale or "" for locale in found]

    def _correlation(self, block: Block, odd: set[int]) -> Sequence[str] | None:
        column = self.plan.correlation
        if column is None:
            return None
        if column.place < 0:
            odd.update(range(len(block.rows)))
            return [""] * len(block.rows)
        cells = block.columns[column.place]
        odd.update(at for at, cell in enumerate(cells) if not (0 < len(cell) <= CORRELATION_BYTES and _plain(cell)))
        return cells


def _plain(cell: str) -> bool:
    return cell.isascii() and cell.isprintable() and cell[0] != " " and cell[-1] != " "
