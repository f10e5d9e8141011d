"""The house style, kept: sizes of files and functions, docstrings, names, and nothing that belongs to a machine."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "compiler" / "sendspec"
#: Written by a command of ours, not by hand.
GENERATED = {PACKAGE / "syntax" / "tables.py", PACKAGE / "lint" / "index.py", *PACKAGE.glob("*/widths*.py")}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path not in GENERATED)
#: A rule's page is data; its length is its examples'.
CODE = [path for path in MODULES if path.parent.name != "rules"]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "base"}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions() -> Iterator[tuple[str, int, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                start = min([node.lineno, *(each.lineno for each in node.decorator_list)])
                yield f"{path.relative_to(PACKAGE)}:{node.name}", (node.end_lineno or start) - start + 1, node


def test_no_file_is_above_400_lines() -> None:
    assert [f"{path.relative_to(ROOT)}: {_lines(path)}" for path in MODULES if _lines(path) > 400] == []


def test_half_of_the_files_are_at_most_120_lines() -> None:
    assert statistics.median(_lines(path) for path in CODE) <= 120


def test_no_function_is_above_60_lines() -> None:
    assert [f"{name}: {size}" for name, size, _ in _functions() if size > 60] == []


def test_nine_of_ten_functions_are_at_most_40_lines_and_half_at_most_12() -> None:
    sizes = sorted(size for _, size, _ in _functions())
    assert sizes[int(len(sizes) * 0.9)] <= 40
    assert statistics.median(sizes) <= 12


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a module has a docstring"


def test_no_module_is_called_by_a_word_that_says_nothing() -> None:
    assert [path for path in MODULES if path.stem in FORBIDDEN_NAMES] == []


def test_every_public_function_says_what_it_gives() -> None:
    bare = []
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node):
                bare.append(f"{path.relative_to(PACKAGE)}:{node.name}")
    assert [name for name in bare if not name.startswith("lint/rules/")] == []


def test_nothing_committed_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    home = re.compile(rb"/(?:home|root|Users)/[A-Za-z]|/work/(?:main|shared)|/tmp/[a-z]{3,}/")
    found = []
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and path != Path(__file__) and home.search(path.read_bytes()):
            found.append(name)
    assert found == []
