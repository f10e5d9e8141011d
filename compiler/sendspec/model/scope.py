"""The names that a place of a spec can see, and the texts that it reads."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.model.findings import Findings
from sendspec.model.loader import Loader
from sendspec.model.nodes import Localised, Variable
from sendspec.record import NamedTuple, field, record, replace
from sendspec.templates.tree import Template
from sendspec.values.types import Type


class Known(NamedTuple):
    """What recipients and tests can give a message: its variables, the names of those that could not be read, and
    the locales of its file."""

    variables: Mapping[str, Variable]
    lost: frozenset[str]
    locales: tuple[str, ...]


@record(eq=False)
class Scope:
    """What is visible in a message, for one locale.

    `snippets` holds those of imports as `alias.name`. `constants` are names with one text for all (`rung`). `used`
    collects
    the names that something refers to, `templates` every text that was read.
    `platform` are the names that the channel's own platform fills in: `$(unsubscribe)` of email.
    `lost` are names whose declaration could not be read, imports too: what needs them is not told again, only noted
    in `silent`, because what it stands in cannot be read either.
    """

    locale: str
    variables: Mapping[str, Variable]
    texts: Mapping[str, Localised]
    snippets: Mapping[str, Localised]
    findings: Findings
    loader: Loader
    used: set[str]
    templates: list[Template]
    constants: Mapping[str, str] = field(default_factory=dict)
    platform: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    silent: list[str] = field(default_factory=list)
    _types: dict[str, Type | str] = field(default_factory=dict)

    def names(self) -> Mapping[str, Type | str]:
        """What a text can name: a variable's type, or the fixed text of a snippet or constant."""
        if not self._types:
            self._types.update({name: self._snippet(snippet) for name, snippet in self.snippets.items()})
            self._types.update({name: variable.type for name, variable in self.variables.items()})
            self._types.update(self.constants)
        return self._types

    def is_lost(self, name: str) -> bool:
        """Whether a name, or the import that it belongs to, was told where it is declared. Notes that it was needed."""
        lost = name in self.lost or name.partition(".")[0] in self.lost
        if lost:
            self.silent.append(name)
        return lost

    def _snippet(self, snippet: Localised) -> str:
        phrase = snippet.phrases.get(self.locale) or next(iter(snippet.phrases.values()), None)
        return phrase.text.value if phrase else ""

    def within(self, constants: Mapping[str, str], platform: frozenset[str] = frozenset()) -> Scope:
        """The same names with further constants, in the content of a channel."""
        return replace(self, constants={**self.constants, **constants}, platform=platform, _types={})
