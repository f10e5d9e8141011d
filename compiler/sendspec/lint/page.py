"""A rule's page, taken apart: its title, its sections and its fences, with the findings that the examples mark.

Tests, `explain` and the documentation read pages through this module. It must not know what a rule checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.record import NamedTuple

#: The sections that every page has, in this order.
HEADINGS = ("What it checks", "Why it matters", "Fails", "Passes")

_TITLE = re.compile(r"# (\S+) (\S+)")
_FENCE = re.compile(r"(`{3,})(\w*)[ \t]*(\S*)\s*")
_MARK = re.compile(r'# (error|warning|note): ([A-Z]+\d{3})(?: "((?:[^"\\]|\\.)*)")?')
_POINTER = re.compile(r"\s*// (error|warning|note): ([A-Z]+\d{3}) ?(\S*)\s*")


class Mark(NamedTuple):
    """A finding that an example must give: on `line` of the fence (from 1), `part` in its text; or at a pointer."""

    severity: str
    code: str
    line: int
    part: str = ""
    pointer: str = ""


class Fence(NamedTuple):
    """An example. `path` is empty for the text that is checked; a fence with a path is laid beside it."""

    section: str
    language: str
    path: str
    text: str
    marks: tuple[Mark, ...]


class Page(NamedTuple):
    """A page. `sections` are pairs of heading and body, fences included, in order."""

    code: str
    name: str
    sections: tuple[tuple[str, str], ...]
    fences: tuple[Fence, ...]

    def section(self, heading: str) -> str:
        """The body under a heading, or nothing."""
        return dict(self.sections).get(heading, "")


def parse(text: str) -> Page:
    """A page from its Markdown. A page that lacks a title has an empty code and name."""
    title = _TITLE.match(text.lstrip())
    heading, sections, fences = "", list[tuple[str, list[str]]](), list[Fence]()
    rows = iter(text.strip("\n").split("\n"))
    for row in rows:
        opening = _FENCE.fullmatch(row)
        if row.startswith("## "):
            heading = row[3:].strip()
            sections.append((heading, []))
            continue
        kept = [row]
        if opening:
            inside = _until(rows, opening[1])
            fences.append(_fence(heading, opening[2], opening[3], inside))
            kept += [*inside, opening[1]]
        if sections:
            sections[-1][1].extend(kept)
    bodies = tuple((name, "\n".join(body).strip("\n")) for name, body in sections)
    return Page(title[1] if title else "", title[2] if title else "", bodies, tuple(fences))


def _until(rows: Iterator[str], closing: str) -> list[str]:
    """The rows up to the end of a fence."""
    inside: list[str] = []
    for row in rows:
        if row.rstrip() == closing:
            break
        inside.append(row)
    return inside


def _fence(section: str, language: str, path: str, rows: list[str]) -> Fence:
    marks: list[Mark] = []
    kept: list[str] = []
    for row in rows:
        pointed = _POINTER.fullmatch(row) if language == "json" else None
        if pointed:
            marks.append(Mark(pointed[1], pointed[2], len(kept) + 1, pointer=pointed[3]))
            continue
        kept.append(row)
        if language != "json":
            marks += (Mark(m[1], m[2], len(kept), part=_plain(m[3])) for m in _MARK.finditer(row))
    return Fence(section, language, path, "".join(f"{row}\n" for row in kept), tuple(marks))


def _plain(quoted: str | None) -> str:
    return re.sub(r"\\(.)", r"\1", quoted or "")
