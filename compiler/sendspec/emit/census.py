"""Who a message reaches: its people by rung and locale, and in how many parts a text travels that is counted in them.

It looks at people as they pass by on their way into requests, and must not know what a request looks like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sendspec.audience.nodes import Person
from sendspec.channels.filled import Leaf
from sendspec.emit.job import Job
from sendspec.emit.values import Reader
from sendspec.model.nodes import Rung
from sendspec.record import record, replace
from sendspec.values.gsm import parts
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


@record(eq=False)
class _Text:
    """A rung's counted text in one locale."""

    leaf: Leaf
    reader: Reader
    constants: Mapping[str, str]
    fixed: int | None

    def parts(self, person: Person) -> int:
        if self.fixed is not None:
            return self.fixed
        return parts(str(self.reader.value(self.leaf, {**self.constants, **person.values}))).parts


class Census:
    """Counts the people of one compile, by rung in the order of the ladder."""

    def __init__(self, job: Job) -> None:
        self._given = job.people
        self.rungs = [Reached(rung) for rung in job.message.rungs]
        self._texts = [_texts(rung, job) for rung in job.message.rungs]

    def of(self, job: Job) -> Job:
        """The same job; its people are counted as they pass by."""
        return replace(job, people=self._people, crowds=None)

    def _people(self) -> Iterator[Person]:
        for person in self._given():
            yield person  # first, so that what cannot be printed for somebody is told by the rung that prints it
            for reached, texts in zip(self.rungs, self._texts, strict=True):
                _count(reached, texts, person)


def _count(reached: Reached, texts: Mapping[str, _Text], person: Person) -> None:
    if not any(person.addresses.get(kind) for kind in reached.rung.addresses):
        reached.without += 1
        return
    locale = person.locale if person.locale in reached.rung.contents else next(iter(reached.rung.contents))
    reached.people[locale] += 1
    if (text := texts.get(locale)) is not None:
        reached.parts[locale, text.parts(person)] += 1


def _texts(rung: Rung, job: Job) -> dict[str, _Text]:
    """The texts that are counted in parts, by locale."""
    if not rung.channel.parts:
        return {}
    money = {name: each.type.code for name, each in job.message.variables.items() if each.type.kind is Kind.MONEY}
    currencies = {name: code for name, code in money.items() if code}
    found: dict[str, _Text] = {}
    for locale, filled in rung.contents.items():
        leaf = filled.text("body")
        if leaf is not None:
            fixed = parts(leaf.value).parts if isinstance(leaf.value, str) else None
            found[locale] = _Text(leaf, Reader(locale, currencies), job.constants(rung, locale), fixed)
    return found
