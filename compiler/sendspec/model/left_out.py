"""Settings that a rung's API lacks: a note where others take them, an error where no rung can use them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sendspec.diagnostic import Severity
from sendspec.model.findings import Findings
from sendspec.model.nodes import Rung
from sendspec.model.rungs import Settings
from sendspec.syntax.nodes import List, Statement, Word

LEFT_OUT, NOWHERE = "API062", "API063"


def tell_left_out(settings: Settings, rungs: Sequence[Rung], whole: bool, findings: Findings) -> None:
    """Tells of the settings that some rungs lack, or all. `whole`: all rungs are known, so that none can be used."""
    sent = [rung for rung in rungs if not rung.native and rung.fragments]
    for word, line in settings.lines:
        lacking = [rung for rung in sent if word.name in rung.left_out]
        able = [rung for rung in sent if word.name not in rung.left_out]
        where = ", ".join(map(_said, lacking))
        left = able
        if word.name == "receipts" and able:
            left = _receipts(line, able, lacking, whole, findings)
        elif lacking and not able and whole:
            message = f"`{word.name}` can be used by no rung: {where} has no such setting"
            findings.error(NOWHERE, line.head.span, message, "take it out")
        if lacking and left:
            message = f"`{word.name}` is left out for {where}, which has no such setting"
            findings.add(LEFT_OUT, Severity.NOTE, line.head.span, message)


def _receipts(line: Statement, able: list[Rung], lacking: list[Rung], whole: bool, findings: Findings) -> list[Rung]:
    """Tells of the receipts that a rung does not have. The rungs that report one at least."""
    listed = next((part for part in line.parts if isinstance(part, List)), None)
    if listed is None:
        return []  # which is told where it is read
    asked = [word for each in listed.elements if isinstance(word := each[0], Word)]
    left = [rung for rung in able if any(_name(word) not in rung.left_out for word in asked)]
    if not left and whole:
        one = asked[0] if len(asked) == 1 else None
        message, help = _none(asked, able, lacking)
        findings.error(NOWHERE, one.span if one else line.head.span, message, help)
    if not left:
        return []
    for word in asked:
        without = [rung for rung in able if _name(word) in rung.left_out]
        if without:
            message = f"`{word.text}` is left out for {', '.join(map(_said, without))}, which reports no such thing"
            takes = "; ".join(f"{_said(rung)} reports {_words(rung.api.receipts)}" for rung in without)
            findings.add(LEFT_OUT, Severity.NOTE, word.span, message, takes)
    return left


def _none(asked: list[Word], able: list[Rung], lacking: list[Rung]) -> tuple[str, str]:
    """What is told where no rung reports any of the receipts."""
    if not asked:
        return "`receipts` lists nothing", "name a receipt, or take it out"
    reasons = [f"{_said(rung)} reports {_words(rung.api.receipts)}" for rung in able]
    reasons += [f"{_said(rung)} has no such setting" for rung in lacking]
    verb = "is" if len(asked) == 1 else "are"
    message = f"{_words(word.text for word in asked)} {verb} reported by no rung: {'; '.join(reasons)}"
    return message, "ask for what is reported, or take it out"


def _name(word: Word) -> str:
    return f"receipts {word.text}"


def _said(rung: Rung) -> str:
    return f"{rung.channel.title} on {rung.api.version}"


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
