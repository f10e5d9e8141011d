"""Every format, whole, as golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sendspec.diagnostic import Diagnostic
from sendspec.report import FORMATS, Catalogue, View, report

GOLDEN = Path(__file__).parent / "golden"
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "full.txt": ("full", {}),
    "full-color.txt": ("full", {"color": True}),
    "full-narrow.txt": ("full", {"width": 50}),
    "concise.txt": ("concise", {}),
    "findings.json": ("json", {}),
    "log.sarif": ("sarif", {}),
    "commands.txt": ("github", {}),
    "quality.json": ("gitlab", {}),
    "junit.xml": ("junit", {"paths": ("specs/clean.send", "lib/brand.send")}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_format_writes_its_golden_file(
    name: str, findings: tuple[Diagnostic, ...], rules: Catalogue, golden: Callable[[str, str], None]
) -> None:
    format, options = CASES[name]
    golden(name, "".join(report(format, findings, View(rules, **options))))


def test_every_golden_file_is_claimed_and_every_format_has_one() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
    assert {format for format, _ in CASES.values()} == set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_findings_does_not_matter(format: str, findings: tuple[Diagnostic, ...], rules: Catalogue) -> None:
    shuffled = list(findings)
    Random(7).shuffle(shuffled)
    assert "".join(report(format, shuffled, View(rules))) == "".join(report(format, findings, View(rules)))


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_shows_a_secret_or_lets_a_control_character_through(
    format: str, findings: tuple[Diagnostic, ...], rules: Catalogue
) -> None:
    text = "".join(report(format, findings, View(rules, width=400)))
    assert "4711" not in text
    assert not set(text) & {*map(chr, range(10)), *map(chr, range(11, 32)), "\x7f", "\u202e"}
