"""The catalogue of codes, and pages taken apart."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sendspec.lint import index, page, registry


def test_codes_and_names_come_from_file_names() -> None:
    assert registry.name_of("SEC001") == "hidden-character"
    assert registry.name_of("ZZZ999") == ""
    assert list(registry.codes()) == sorted(registry.codes())


def test_a_rule_is_loaded_with_its_page() -> None:
    text, rule = registry.load("ALW001")
    assert text.startswith("# ALW001 missing-reason\n")
    assert rule.check is None
    assert registry.load("SEC001")[1].check is not None
    with pytest.raises(KeyError):
        registry.load("ZZZ999")


def test_looking_up_a_name_imports_no_rule() -> None:
    program = (
        "import sys; from sendspec.lint import registry; registry.name_of('SEC001'); registry.codes();"
        "print([name for name in sys.modules if '.rules.' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_index_of_checks_is_current() -> None:
    text = Path(index.__file__).read_text(encoding="utf-8")
    assert text == registry.index(), "run `python -m sendspec.lint.registry`"


def test_a_page_is_taken_apart() -> None:
    text = (
        "# SMS004 text-over-limit\n\n## Fails\nSo:\n```send\n# title\n"
        'body "x"  # error: SMS004 "a \\"b" # note: SMS001\n```\n'
        '```json\n{\n// warning: SMS004 /a/0\n"a": 1}\n```\n## Passes\n```csv data/p.csv\na # error: X001\n```\n'
    )
    read = page.parse(text)
    assert (read.code, read.name) == ("SMS004", "text-over-limit")
    assert [heading for heading, _ in read.sections] == ["Fails", "Passes"]
    assert read.section("Fails").startswith("So:\n```send\n# title\n")
    send, json, csv = read.fences
    assert send.text == '# title\nbody "x"  # error: SMS004 "a \\"b" # note: SMS001\n'
    assert send.marks == (page.Mark("error", "SMS004", 2, part='a "b'), page.Mark("note", "SMS001", 2))
    assert json.text == '{\n"a": 1}\n'
    assert json.marks == (page.Mark("warning", "SMS004", 2, pointer="/a/0"),)
    assert (csv.section, csv.language, csv.path) == ("Passes", "csv", "data/p.csv")
