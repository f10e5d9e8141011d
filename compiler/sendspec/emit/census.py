"""Who a message reaches: its people by rung and locale, and in how many parts a text travels that is counted in them.

It looks at people as they pass by on their way into requests, one by one or by column, and must not know what a request
looks like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from sendspec.audience.crowd import Crowd
from sendspec.audience.nodes import Person
from sendspec.audience.repeated import Repeated
from sendspec.channels.filled import Leaf
from sendspec.emit.columns import Columns, Give
from sendspec.emit.cut import Cut
from sendspec.emit.job import Job
from sendspec.emit.values import Reader
from sendspec.model.nodes import Rung
from sendspec.record import record, replace
from sendspec.values.gsm import parts, septets
from sendspec.values.types import Kind


class Reached:
    """The people of one rung: by locale, and by locale and parts; and those without an address for it."""

    def __init__(self, rung: Rung) -> None:
        self.rung, self.without = rung, 0
        self.people: Counter[str] = Counter()
        self.parts: Counter[tuple[str, int]] = Counter()

    @property
    def total(self) -> int:
        """All people of the rung."""
        return self.people.total()

    def locale(self, of: str) -> str:
        """The locale that people of a locale get."""
        return of if of in self.rung.contents else next(iter(self.rung.contents))


@record(eq=False)
class _Text:
    """A rung's counted text in one locale. `give`: for people by column."""

    leaf: Leaf
    cut: Cut
    fixed: int | None
    give: Give | None

    def parts(self, person: Person) -> int:
        if self.fixed is not None:
            return self.fixed
        return parts(str(self.cut.reader.value(self.leaf, {**self.cut.constants, **person.values}))).parts

    def all_parts(self, crowd: Crowd) -> Counter[int]:
        if self.fixed is not None:
            return Counter({self.fixed: len(crowd.rows)})
        assert self.give is not None
        return _counted([str(text) for text in self.give(crowd)])


def _counted(texts: Sequence[str]) -> Counter[int]:
    """How many of the texts have how many parts. Where every character is one septet, the length says it."""
    whole = "".join(texts)
    if septets(whole) != len(whole):
        return Counter(parts(text).parts for text in texts)
    found: Counter[int] = Counter()
    for length, many in Counter(map(len, texts)).items():
        found[parts("a" * length).parts] += many
    return found


class Census:
    """Counts the people of one compile, by rung in the order of the ladder."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.rungs: list[Reached] = []
        self.repeated = Repeated(())
        self._texts = [_texts(rung, job) for rung in job.message.rungs]

    def of(self, job: Job) -> Job:
        """The same job; its people are counted as they pass by."""
        return replace(job, people=self._people, crowds=self._crowds if job.crowds else None)

    def _begin(self) -> Iterator[tuple[Reached, Mapping[str, _Text]]]:
        self.rungs = [Reached(rung) for rung in self._job.message.rungs]
        self.repeated = Repeated(dict.fromkeys(kind for each in self.rungs for kind in each.rung.addresses))
        return zip(self.rungs, self._texts, strict=True)

    def _people(self) -> Iterator[Person]:
        counted = tuple(self._begin())
        for person in self._job.people():
            yield person  # first, so that what cannot be printed for somebody is told by the rung that prints it
            self.repeated.add(person)
            for reached, texts in counted:
                _count(reached, texts, person)

    def _crowds(self) -> Iterator[Crowd]:
        assert self._job.crowds is not None
        counted = tuple(self._begin())
        for crowd in self._job.crowds():
            yield crowd
            self.repeated.add_all(crowd.addresses)
            for _, person in crowd.strays:
                self.repeated.add(person)
            for reached, texts in counted:
                _count_all(reached, texts, crowd)
                for _, person in crowd.strays:
                    _count(reached, texts, person)


def _count(reached: Reached, texts: Mapping[str, _Text], person: Person) -> None:
    if not any(person.addresses.get(kind) for kind in reached.rung.addresses):
        reached.without += 1
        return
    locale = reached.locale(person.locale)
    reached.people[locale] += 1
    if (text := texts.get(locale)) is not None:
        reached.parts[locale, text.parts(person)] += 1


def _count_all(reached: Reached, texts: Mapping[str, _Text], crowd: Crowd) -> None:
    """Counts those who stand in columns."""
    there = _reached(crowd, reached.rung.addresses)
    reached.without += len(crowd.rows) - len(there)
    whole = len(there) == len(crowd.rows)
    for locale, at in _by_locale(crowd, there, reached):
        reached.people[locale] += len(at)
        if (text := texts.get(locale)) is not None and at:
            some = crowd if whole and len(at) == len(there) else crowd.only(at)
            reached.parts.update({(locale, count): many for count, many in text.all_parts(some).items()})


def _reached(crowd: Crowd, kinds: Sequence[str]) -> Sequence[int]:
    """Which of the people in columns have an address of one of these kinds."""
    columns = [crowd.addresses[kind] for kind in kinds if kind in crowd.addresses]
    if any("" not in column for column in columns):
        return range(len(crowd.rows))
    return [at for at in range(len(crowd.rows)) if any(column[at] for column in columns)]


def _by_locale(crowd: Crowd, there: Sequence[int], reached: Reached) -> Iterator[tuple[str, Sequence[int]]]:
    if isinstance(crowd.locale, str):
        yield reached.locale(crowd.locale), there
        return
    found: dict[str, list[int]] = {}
    for at in there:
        found.setdefault(reached.locale(crowd.locale[at]), []).append(at)
    yield from found.items()


def _texts(rung: Rung, job: Job) -> dict[str, _Text]:
    """The texts that are counted in parts, by locale."""
    if not rung.channel.parts:
        return {}
    money = {name: each.type.code for name, each in job.message.variables.items() if each.type.kind is Kind.MONEY}
    currencies = {name: code for name, code in money.items() if code}
    columns = partial(Columns, variables=frozenset(job.message.variables), currencies=currencies)
    found: dict[str, _Text] = {}
    for locale, filled in rung.contents.items():
        leaf = filled.text("body")
        if leaf is not None:
            made = _alone(rung, locale, job.constants(rung, locale), currencies)
            fixed = parts(leaf.value).parts if isinstance(leaf.value, str) else None
            give = columns(made, job.plan).of(leaf) if job.crowds and job.plan and fixed is None else None
            found[locale] = _Text(leaf, made, fixed, give)
    return found


def _alone(rung: Rung, locale: str, constants: Mapping[str, str], currencies: Mapping[str, str]) -> Cut:
    """What reads a text of a rung by itself, whether or not the rung has requests of its own."""
    reader = Reader(locale, currencies)
    return Cut(rung, locale, {}, (), {}, (), {}, None, constants, reader, frozenset(), {})
