"""A rule's page for the terminal, and the catalogue of all rules. It reads pages as text and must not know any rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sendspec.report.visible import visible

if TYPE_CHECKING:
    from sendspec.report import Catalogue

_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def explain(page: str, color: bool = False) -> Iterator[str]:
    """A page's lines: headings without their signs, examples set in. `color`: headings bold, examples dim."""
    yield from plain(page, *((_BOLD, _DIM, _END) if color else ()))


def plain(page: str, bold: str = "", dim: str = "", end: str = "") -> Iterator[str]:
    """The lines of a page as plain text, with what is given around headings and examples."""
    inside = False
    for row in page.strip().split("\n"):
        fence = re.match(r"```\w*\s*(.*)", row)
        if fence:
            inside = not inside
            if inside and fence[1]:
                yield f"    {dim}{visible(fence[1])}:{end}\n"
        elif inside:
            text = visible(row.rstrip())
            yield f"    {dim}{text}{end}\n" if text else "\n"
        elif row.startswith("#"):
            yield f"{bold}{visible(row.lstrip('#').strip())}{end}\n"
        else:
            yield f"{visible(row.rstrip())}\n"


def section(page: str, heading: str) -> str:
    """The text under a heading."""
    body = page.partition(f"\n## {heading}\n")[2]
    return body.partition("\n## ")[0].strip()


def catalogue(rules: Catalogue, format: str = "full", color: bool = False) -> Iterator[str]:
    """All rules: a table, or (`json`) an array with a rule's code, name, severities and what it checks."""
    if format == "json":
        yield from _array(rules)
        return
    rows = [(code, _severities(rules, code), rules.name_of(code)) for code in rules.codes()]
    widths = [max((len(row[place]) for row in rows), default=0) for place in (0, 1)]
    family = ""
    for code, severity, name in rows:
        if family and not code.startswith(family):
            yield "\n"
        family = code.rstrip("0123456789")
        shown = f"{code:<{widths[0]}}"
        yield f"{_BOLD}{shown}{_END}" if color else shown
        yield f"  {severity:<{widths[1]}}  {name}\n"
    yield f"\n{len(rows)} codes; `sendspec explain CODE` shows one\n"


def _array(rules: Catalogue) -> Iterator[str]:
    import json

    entries = []
    for code in rules.codes():
        page, rule = rules.load(code)
        what = " ".join(section(page, "What it checks").split())
        severities = [severity.value for severity in rule.severities]
        entries.append({"code": code, "name": rules.name_of(code), "severities": severities, "checks": what})
    yield json.dumps(entries, indent=2) + "\n"


def _severities(rules: Catalogue, code: str) -> str:
    return ", ".join(severity.value for severity in rules.load(code)[1].severities)
