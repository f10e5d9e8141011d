"""Source → Document and findings: scan, balance, parse. Raises for no text.

It must not know what a statement means.
"""

from __future__ import annotations

import gc
import re
from functools import cache

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.source import Source, Span
from sendspec.syntax import lalr, tables
from sendspec.syntax.build import Builder
from sendspec.syntax.findings import Findings, fix
from sendspec.syntax.nodes import Document
from sendspec.syntax.scan import scan
from sendspec.syntax.tokens import LBRACE, RBRACE

#: The most that a file may hold, in characters and in bytes.
LARGEST = 16 * 1024 * 1024
#: What files of other kinds hold, and what to do with them instead.
_OTHERS = {
    **dict.fromkeys(("csv", "tsv"), ("a table of people", 'name the spec that reads it (`audience csv "…"`)')),
    **dict.fromkeys(("json", "ndjson", "jsonl"), ("JSON", "request bodies are checked by `sendspec verify`")),
}
_LONE_RETURN = re.compile(r"\r(?!\n)")


def parse(source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
    """What a spec says, and what is wrong with its form. Statements around a mistake are in the document."""
    collecting = gc.isenabled()
    gc.disable()  # an AST has no cycles; looking for some again and again would cost more than parsing does
    try:
        return _parse(source)
    finally:
        if collecting:
            gc.enable()


def _parse(source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
    findings = Findings(source)
    if len(source.text) > LARGEST:
        _too_large(findings)
        return Document(source, (), (), Span(0, len(source.text))), findings.done()
    if other := _OTHERS.get(source.path.rpartition(".")[2].lower()):
        _no_spec(findings, *other)
        return Document(source, (), (), Span(0, len(source.text))), findings.done()
    _line_ends(findings)
    tokens = scan(findings)
    if tokens.kinds.count(LBRACE) != tokens.kinds.count(RBRACE):
        from sendspec.syntax.balance import balance  # only mistakes need it

        tokens = balance(findings, tokens)
    made = _tables(tables.GRAMMAR)
    acts = lalr.actions(made, Builder(findings, tokens))

    @cache
    def recovery() -> lalr.Recover:
        from sendspec.syntax.recover import Recovery  # only mistakes need it

        return Recovery(findings, tokens, made, acts)

    document: Document = lalr.run(made, tokens, acts, lambda stuck: recovery()(stuck))
    return document, findings.done()


@cache
def _tables(known: int) -> lalr.Tables:
    """The tables made at build time of the `known` grammar, or new ones where it has changed since."""
    from sendspec import grammar

    if grammar.mark() == known:
        return lalr.Tables(known, tables.SYMBOLS, tables.RULES, tables.STATES, tables.FINAL)
    from sendspec.syntax.make_tables import build

    return build()


def _too_large(findings: Findings) -> None:
    size = f"{len(findings.source.text):,}".replace(",", " ")
    findings.error(
        "SYN021",
        f"the file holds {size} characters; a spec holds {LARGEST:,} at most".replace(",", " "),
        Span(0, 0),
        help="split it; people belong into a file of their own (`audience csv`)",
    )


def _no_spec(findings: Findings, what: str, instead: str) -> None:
    path = findings.source.path
    told = f"this is no spec; `.{path.rpartition('.')[2]}` is {what}, and a spec's name ends in `.send`"
    # Of its lines none is shown: they hold people.
    findings.found.append(Diagnostic("SYN026", Severity.ERROR, told, Source(path, ""), Span(0, 0), help=instead))


def _line_ends(findings: Findings) -> None:
    """A carriage return without a line feed: told once."""
    found = _LONE_RETURN.search(findings.source.text) if "\r" in findings.source.text else None
    if found:
        places = [one.start() for one in _LONE_RETURN.finditer(findings.source.text)]
        findings.error(
            "SYN023",
            "a line ends with a carriage return alone; lines end with a line feed",
            Span(*found.span()),
            help="save the file with LF line ends",
            fix=fix("write line feeds", *((at, at + 1, "\n") for at in places)) if len(places) <= 10_000 else None,
        )
