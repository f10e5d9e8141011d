"""A rung in one locale, cut into what all share, what makes messages differ, and what each person is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sendspec.channels.filled import Leaf, Tree
from sendspec.emit.substitute import Substitutions
from sendspec.emit.values import Reader, Scalar, Values
from sendspec.model.nodes import Expiry, Message, Rung
from sendspec.record import record
from sendspec.templates.reads import reads
from sendspec.templates.tree import Template
from sendspec.values.types import Kind

#: The longest `validity` that v2 takes, in seconds (facts §2.5: 72 h).
LONGEST_VALIDITY = 72 * 3600

#: The fixed texts that a rung's texts can name in a locale: snippets, and `rung`.
Constants = Callable[[Rung, str], Mapping[str, str]]


@record(eq=False)
class Cut:
    """`fragments` are the tree whose leaves in `grouping` stay personal: people with equal values share a message.

    `settled` are texts that hang on no variable, by the identity of their leaf. `each` is what a person is given under
    `substitutions`, by name, and `inline` those of the names that texts were cut for; `fixed` what all are given;
    `correlation` a person's own. `defaults` are the texts of those of `each` whose variable has a default, with it.
    """

    rung: Rung
    locale: str
    fragments: Mapping[str, Tree]
    grouping: tuple[Leaf, ...]
    settled: Mapping[int, Scalar]
    each: tuple[tuple[str, Leaf], ...]
    fixed: Mapping[str, str]
    correlation: Leaf | None
    constants: Mapping[str, str]
    reader: Reader
    inline: frozenset[str]
    defaults: Mapping[str, str]

    def group_of(self, values: Values) -> tuple[Scalar, ...]:
        """What a person's message differs by from others of the rung."""
        return tuple(self.reader.value(leaf, values) for leaf in self.grouping)

    def substitutions_of(self, values: Values) -> tuple[tuple[str, str], ...]:
        """What a person is given, as texts."""
        given = ((name, self.reader.value(leaf, values)) for name, leaf in self.each)
        return tuple((name, "" if value is None else str(value)) for name, value in given)

    def correlation_of(self, values: Values) -> str | None:
        """The correlation that the message states for a person."""
        value = None if self.correlation is None else self.reader.value(self.correlation, values)
        return None if value is None else str(value)


def cut(rung: Rung, locale: str, message: Message, constants: Mapping[str, str]) -> Cut:
    """Cuts a rung for one locale. `constants` are the fixed texts that its texts can name."""
    fragments = dict(rung.fragments[locale])
    settings = _settings(rung, locale)
    correlation = _own_correlation(settings, "correlationid" if rung.api.version == "v1" else "correlationId")
    if (validity := _validity(rung, message.expiry, settings)) is not None:
        settings["validity"] = validity
    fragments["settings"] = settings
    currencies = {
        name: variable.type.code
        for name, variable in message.variables.items()
        if variable.type.kind is Kind.MONEY and variable.type.code
    }
    given = Substitutions(frozenset(message.variables), constants, rung.api.placeholders, locale, currencies)
    if rung.api.version == "v2":
        stated = fragments.pop("substitutions", None)
        given.take(stated if isinstance(stated, dict) else {})
        given.evaluate(fragments, [tuple(place.strip("/").split("/")) for place in sorted(rung.api.substitutes)])
    open_ = {id(leaf): leaf for tree in fragments.values() for leaf in personal_leaves(tree)}
    reader = Reader(locale, currencies)
    settled = {at: reader.value(leaf, constants) for at, leaf in open_.items() if _settled(leaf, given.variables)}
    grouping = tuple(leaf for at, leaf in open_.items() if at not in settled)
    each = tuple(given.each.items())
    defaults = {name: text for name, leaf in each if (text := _default(leaf, message, reader, constants))}
    return Cut(
        rung,
        locale,
        fragments,
        grouping,
        settled,
        each,
        given.fixed,
        correlation,
        constants,
        reader,
        given.inline,
        defaults,
    )


def _default(leaf: Leaf, message: Message, reader: Reader, constants: Mapping[str, str]) -> str:
    """What a substitution is where its one variable has its default; empty when there is no such text."""
    read = reads(leaf.text) if isinstance(leaf.text, Template) else ()
    used = [message.variables[name] for name in read if name in message.variables]
    if len(used) != 1 or not used[0].has_default or used[0].default is None:
        return ""
    value = reader.value(leaf, {**constants, used[0].name: used[0].default})
    return value if isinstance(value, str) else ""


def _settled(leaf: Leaf, variables: frozenset[str]) -> bool:
    """Whether a text reads only what is the same for all."""
    return isinstance(leaf.text, Template) and not variables.intersection(reads(leaf.text))


def _settings(rung: Rung, locale: str) -> dict[str, Tree]:
    stated = rung.fragments[locale].get("settings")
    return {**stated} if isinstance(stated, dict) else {}


def _own_correlation(settings: dict[str, Tree], key: str) -> Leaf | None:
    """Takes a personal correlation out of the settings: it stands with each address."""
    stated = settings.get(key)
    if not isinstance(stated, Leaf) or not stated.personal:
        return None
    del settings[key]
    return stated


def personal_leaves(tree: Tree) -> list[Leaf]:
    """The leaves of a tree that differ from person to person, in order."""
    if isinstance(tree, Leaf):
        return [tree] if tree.personal else []
    inner: Any = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [leaf for value in inner for leaf in personal_leaves(value)]


def _validity(rung: Rung, expiry: Expiry | None, settings: Mapping[str, Tree]) -> str | None:
    """`expires after …` on v2: the API itself counts, up to its own longest time. A stated `validity` stands."""
    after = expiry.after if expiry else None
    takes = "validity" in rung.api.settings and "validity" not in settings
    return str(after) if takes and after is not None and after <= LONGEST_VALIDITY else None


def stamp(rung: Rung, expiry: Expiry | None) -> dict[str, dict[str, int]]:
    """What the sender writes into each message of a body at the moment of sending, by top-level key."""
    settings = _settings(rung, next(iter(rung.fragments)))
    if expiry is None or expiry.after is None or "validity" in settings or _validity(rung, expiry, settings):
        return {}
    name = "expiry" if rung.api.version == "v1" else "expireAt"
    return {name: {"after_seconds": expiry.after}} if name in rung.api.settings else {}
