"""Text that looks like a placeholder of another tool: it would be sent as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.diagnostic import Severity
from sendspec.templates.spread import Scope
from sendspec.templates.tree import Problem

PLACEHOLDER, DOLLAR = "TXT013", "TXT014"

_MARKS = "$%{<["
#: Always a placeholder, whatever the name.
_SURE = r"\$\{\s*(?P<a>[A-Za-z_][\w.]*)\s*\}|%\((?P<b>\w+)\)[sd]|<%=?\s*(?P<c>[\w.]+)\s*%>|(?<![\w%])%[sd](?!\w)"
#: A placeholder when the name between the marks is one that the text could print.
_NAMED = r"(?<!\$)\{ ?(?P<a>[A-Za-z]\w*) ?\}|<(?P<b>[A-Za-z]\w*)>|\[{1,2}(?P<c>[A-Za-z]\w*)\]{1,2}|%(?P<d>[A-Za-z]\w*)%"


def suspect(text: str) -> bool:
    """Whether there can be any findings about it."""
    return any(mark in text for mark in _MARKS)


def placeholders(text: str, at: int, scope: Scope) -> Iterator[Problem]:
    """Findings about static text, which begins at offset `at` of the whole."""
    if not suspect(text):
        return
    for found in re.finditer(_SURE, text):
        name = next((group for group in found.groups() if group), None)
        yield _placeholder(found, at, name if name in scope else None)
    tags = "</" in text  # HTML: an element may have a variable's name
    for found in re.finditer(_NAMED, text):
        name = next(group for group in found.groups() if group)
        if name in scope and not (tags and found.group()[0] == "<"):
            yield _placeholder(found, at, name)
    for found in re.finditer(r"\$\((?:\s*([A-Za-z_][\w.]*)\s*\))?", text):
        if found[1] and (name := _known(found[1], scope)):
            yield _placeholder(found, at, name)
            continue
        start = at + found.start()
        message = "`$(` is text here, and begins a substitution for the API; it travels in one of its own"
        yield Problem(DOLLAR, Severity.NOTE, message, start, start + 2, None)


def _known(name: str, scope: Scope) -> str | None:
    """The name that a text could print, whatever its case in the API's own form."""
    return next((known for known in scope if known.casefold() == name.casefold()), None)


def _placeholder(found: re.Match[str], at: int, name: str | None) -> Problem:
    message = f"`{found.group()}` is sent as it stands; expected `{{{{ … }}}}` around a name"
    help = f"write `{{{{ {name} }}}}`" if name else "write `{{ name }}` with the name of a variable"
    return Problem(PLACEHOLDER, Severity.WARNING, message, at + found.start(), at + found.end(), help)
