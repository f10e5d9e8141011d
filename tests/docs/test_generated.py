"""What nobody writes by hand says what the package says today."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from sendspec.channels import names

DOCS = Path(__file__).parent.parent.parent / "docs"


CHANNELS = [f"channels/{name}.md" for name in names()]


@pytest.mark.parametrize("name", ["channels.md", "codes.md", "rules.md", *CHANNELS])
def test_a_generated_page_is_current(name: str) -> None:
    made = runpy.run_path(str(DOCS / "make_pages.py"))["PAGES"][name]()
    assert (DOCS / name).read_text(encoding="utf-8") == made, "run `python docs/make_pages.py`"


def test_the_picture_shows_what_lint_says() -> None:
    own = runpy.run_path(str(DOCS / "make_finding.py"))
    now = own["picture"](own["said"]())
    assert (DOCS / "finding.svg").read_text(encoding="utf-8") == now, "run `python docs/make_finding.py`"


def test_every_family_of_rules_has_a_heading() -> None:
    from sendspec.lint import registry

    families = runpy.run_path(str(DOCS / "make_pages.py"))["FAMILIES"]
    assert {code[:3] for code in registry.codes()} == set(families)
