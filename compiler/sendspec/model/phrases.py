"""Texts and snippets: one text for each locale of the file."""

from __future__ import annotations

from sendspec.diagnostic import Label
from sendspec.model.findings import Findings
from sendspec.model.leaves import file_text, missing_locale, told_path
from sendspec.model.loader import Loader
from sendspec.model.nodes import UNNAMED, Localised, Phrase
from sendspec.model.parts import Parts
from sendspec.nearest import did_you_mean
from sendspec.source import Source
from sendspec.syntax.nodes import Statement, Text, Word

UNKNOWN_LOCALE, FORM = "LOC002", "LOC003"


def read_localised(name: Word, parts: Parts, locales: tuple[str, ...], findings: Findings, loader: Loader) -> Localised:
    """`text sms "…"` in a file without locales, else `text sms { en "…", cy "…" }`."""
    statement, source = parts.statement, findings.source
    if statement.block is None:
        phrase = _phrase(parts, findings, loader)
        if phrase is not None and locales != (UNNAMED,):
            findings.error(
                FORM,
                phrase[1].span,
                f"`{name.text}` has one text; this file has the locales {', '.join(locales)}",
                _example(name.text, locales),
            )
        return Localised(name.text, dict.fromkeys(locales, _made(phrase)) if phrase else {}, source, statement)
    parts.end()
    made = Localised(name.text, _by_locale(statement, locales, findings, loader), source, statement)
    lacking = [locale for locale in locales if locale not in made.phrases]
    if not statement.block.statements and locales == (UNNAMED,):
        findings.error(
            "LOC001", name.span, f"`{name.text}` has no text", f'write `{statement.head.text} {name.text} "…"`'
        )
    elif lacking and locales != (UNNAMED,):
        missing_locale(made, lacking, findings)
    return made


def _example(name: str, locales: tuple[str, ...]) -> str:
    lines = ", ".join(f'{locale} "…"' for locale in locales)
    return f"write `{name} {{ {lines} }}`"


def _by_locale(statement: Statement, locales: tuple[str, ...], findings: Findings, loader: Loader) -> dict[str, Phrase]:
    phrases: dict[str, Phrase] = {}
    for line in statement.block.statements if statement.block else ():
        locale = line.head.text
        if locale not in locales:
            help = did_you_mean(locale, locales) or (
                f"the locales are {', '.join(locales)}" if locales != (UNNAMED,) else "declare `locales [en, …]` first"
            )
            findings.error(UNKNOWN_LOCALE, line.head.span, f"`{locale}` is no locale of this file", help)
        elif locale in phrases:
            findings.error(
                "NAM004",
                line.head.span,
                f"`{locale}` stands twice",
                None,
                Label(findings.source, phrases[locale].span, "first here"),
            )
        elif (found := _phrase(Parts(line, findings), findings, loader)) is not None:
            phrases[locale] = _made(found)
    return phrases


def _phrase(parts: Parts, findings: Findings, loader: Loader) -> tuple[Source, Text] | None:
    if parts.is_word("file"):
        parts.take()
        named = parts.text("the path of a file, in quotes")
        found = file_text(named, findings, loader) if named else None
    else:
        text = parts.text()
        if text is not None:
            told_path("file", text, findings)
        found = (findings.source, text) if text else None
    if found is not None:
        parts.end()
    return found


def _made(found: tuple[Source, Text]) -> Phrase:
    return Phrase(found[0], found[1].span, found[1])
