"""Which findings of a file a person sees, and in which order; baselines."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from random import Random
from typing import Any

import pytest

from sendspec.lint import baseline
from sendspec.lint.run import run, tidy, wanted

TODAY = date(2026, 11, 30)


def test_checks_and_passes_are_told_together_in_the_order_of_their_places(desk: Any) -> None:
    source = desk.source("a b\u200bc d")
    found = [desk.found("NAM001", source, "d"), desk.found("NAM001", source, "a")]
    told = run(desk.unit(source), desk.config, found, TODAY)
    assert [each.code for each in told] == ["NAM001", "SEC001", "NAM001"]


def test_the_same_finding_twice_is_told_once_and_two_about_one_place_are_told_both(desk: Any) -> None:
    source = desk.source("a")
    one = desk.found("API002", source, "a")
    other = desk.replace(one, message="something else is missing")
    assert tidy([one, one, other], desk.config) == (one, other)


def test_the_order_in_which_findings_come_does_not_matter(desk: Any) -> None:
    source, other = desk.source("a b"), desk.source("a", "0.send")
    found = [desk.found(code, source, piece) for code in ("NAM001", "API001") for piece in "ba"]
    found.append(desk.found("NAM001", other, "a"))
    told = tidy(found, desk.config)
    Random(3).shuffle(found)
    assert tidy(found, desk.config) == told
    assert told[0].source is other


@pytest.mark.parametrize(
    ("select", "ignore", "code", "expected"),
    [
        ((), (), "SMS004", True),
        (("SMS",), (), "SMS004", True),
        (("RCS", "SMS0"), (), "SMS004", True),
        (("RCS",), (), "SMS004", False),
        (("SMS004",), ("SMS",), "SMS004", False),
        ((), ("SMS005",), "SMS004", True),
        (("RCS",), ("SYN",), "SYN001", True),
    ],
)
def test_prefixes_choose_and_ignoring_wins(
    desk: Any, select: tuple[str, ...], ignore: tuple[str, ...], code: str, expected: bool
) -> None:
    assert wanted(code, desk.replace(desk.config, select=select, ignore=ignore)) is expected


def test_what_is_ignored_does_not_make_an_allow_idle(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001", '"why"')
    config = desk.replace(desk.config, ignore=("SEC",))
    assert run(unit, config, [desk.found("SEC001", source, '"x"')], TODAY) == ()


def test_a_baseline_covers_what_it_was_written_from_wherever_the_lines_move(desk: Any) -> None:
    source = desk.source("bad line\nbad line\n")
    found = [
        desk.found("NAM001", source, "bad"),
        desk.replace(desk.found("NAM001", source, "bad"), span=desk.span(source, "d l")),
    ]
    accepted = baseline.read(baseline.write(found))
    moved = desk.source("new\n\n  bad line\nbad line\nbad line\n")
    again = [desk.found("NAM001", moved, "bad"), desk.found("NAM001", moved, "bad"), desk.found("NAM001", moved, "bad")]
    assert baseline.without(accepted, found) == ()
    assert baseline.without(accepted, again) == (again[2],)
    assert (
        len(baseline.without(accepted, [desk.found("NAM001", moved, "new"), desk.found("API001", moved, "bad")])) == 2
    )


def test_a_baseline_is_the_same_bytes_for_any_order(desk: Any) -> None:
    source = desk.source("a b c d")
    found = [desk.found("NAM001", source, piece) for piece in "abcd"] + [desk.found("API001", source, "a")]
    text = baseline.write(found)
    assert baseline.write(found[::-1]) == text
    assert json.loads(text)["findings"][1]["count"] == 4


def test_a_baseline_does_not_hold_or_hash_a_secret(desk: Any) -> None:
    one, other = desk.source("key hunter2"), desk.source("key hunter3")
    found = [desk.replace(desk.found("SEC003", s, f"hunter{n}"), secret=True) for s, n in ((one, 2), (other, 3))]
    assert baseline.write(found[:1]) == baseline.write(found[1:])


def test_a_syntax_error_cannot_be_in_a_baseline(desk: Any) -> None:
    found = [desk.found("SYN001", desk.source("a"), "a")]
    assert baseline.without(baseline.read(baseline.write(found)), found) == tuple(found)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "[" * 100_000, '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}',
     '{"version": 1, "findings": [{"code": "A", "path": "b", "fingerprint": "c", "count": 0}]}'],
    ids=["empty", "array", "deep", "version", "entry", "count"],
)  # fmt: skip
def test_a_baseline_that_is_not_ours_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(baseline.BaselineError) as refused:
        baseline.read(text)
    assert len(str(refused.value).splitlines()) == 1


def test_running_the_rules_imports_nothing_slow() -> None:
    slow = "{'click', 'lark', 'jinja2', 'jsonschema', 'babel', 'phonenumbers', 'email_validator', 'difflib', 'asyncio'}"
    program = f"import sys, sendspec.lint.run; print(sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
