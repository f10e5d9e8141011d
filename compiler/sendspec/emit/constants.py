"""The fixed texts that a rung's texts can name: snippets of the file and of its imports, `rung`, and smart links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sendspec.emit.cut import Constants
from sendspec.model.nodes import Localised, Rung, Unit


def constants_of(unit: Unit) -> Constants:
    """The constants of a file's messages, as the model has bound them."""
    imported = {
        f"{alias}.{name}": snippet for alias, each in unit.imports.items() for name, snippet in each.snippets.items()
    }
    snippets = {**unit.snippets, **imported}

    @cache
    def texts(locale: str) -> Mapping[str, str]:
        return {name: _text(snippet, locale) for name, snippet in snippets.items()}

    return lambda rung, locale: {**texts(locale), **_own(rung)}


def _own(rung: Rung) -> Mapping[str, str]:
    return {"rung": str(rung.number), **rung.constants}


def _text(snippet: Localised, locale: str) -> str:
    phrase = snippet.phrases.get(locale) or next(iter(snippet.phrases.values()), None)
    return phrase.text.value if phrase else ""
