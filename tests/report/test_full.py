"""The report for people: alignment, cutting, colours, the sum."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.diagnostic import Diagnostic, Edit, Fix, Severity
from sendspec.report import FORMATS, Catalogue, View, report
from sendspec.report.excerpt import Mark, Sheet, excerpt
from sendspec.report.visible import visible, width
from sendspec.source import Source, Span


def columns(text: str) -> int:
    return sum(width(text, at) for at in range(len(text)))


def marked(text: str, piece: str, room: int = 100, hidden: str = "") -> tuple[str, str]:
    """The line and the row of marks below it, for a text in which a piece is marked."""
    source = Source("a.send", text)
    start = text.index(piece)
    spans = [Span(text.index(hidden), text.index(hidden) + len(hidden))] if hidden else []
    rows = excerpt(Sheet(source, spans, room), [Mark(Span(start, start + len(piece)), "", True)])
    return rows[0].text, rows[1].text


@pytest.mark.parametrize(
    "before",
    [
        "plain ",
        "\t",
        "ab\t",
        "日本語 ",
        "cafe\u0301 ",
        "👨‍👩‍👧 ",
        "👩🏽 ",
        "☺\ufe0f ",
        "1\ufe0f\u20e3 ",
        "ｗｉｄｅ ",
        "\x1b[1m",
        "\u202e",
    ],
)
def test_marks_stand_under_what_they_mark(before: str) -> None:
    line, marks = marked(f"{before}here it is", "here")
    assert columns(line.partition("here")[0]) == len(marks) - len(marks.lstrip(" "))
    assert marks.strip() == "^^^^"


def test_a_wide_character_gets_marks_for_both_of_its_columns() -> None:
    assert marked("a 日本 b", "日本") == ("a 日本 b", "  ^^^^")


def test_an_empty_stretch_gets_one_mark() -> None:
    assert marked("ab", "")[1] == "^"


def test_a_long_line_is_cut_around_the_mark_and_fits() -> None:
    line, marks = marked("x " * 500 + "here " + "y " * 500, "here", room=60)
    assert line.startswith("…")
    assert line.endswith("…")
    assert "here" in line
    assert len(line) <= 60
    assert line[len(marks) - 4 : len(marks)] == "here"


def test_a_line_of_ten_megabytes_is_not_walked() -> None:
    source = Source("a.send", "x" * 10_000_000)
    rows = excerpt(Sheet(source, (), 80), [Mark(Span(5_000_000, 5_000_001), "", True)])
    assert len(rows[0].text) <= 80


def test_a_masked_stretch_has_three_dots_whatever_its_length() -> None:
    assert marked('key "abc" x', "x", hidden="abc") == ('key "•••" x', "          ^")
    assert marked('key "abcdefghijkl" x', "abcdefghijkl", hidden="abcdefghijkl") == ('key "•••" x', "     ^^^")


def test_a_secret_is_hidden_in_the_excerpts_of_other_findings_too(rules: Catalogue) -> None:
    source = Source("a.send", 'token "hunter2" wrong')
    found = [
        Diagnostic("SEC003", Severity.ERROR, "a key", source, Span(7, 14), secret=True),
        Diagnostic("NAM001", Severity.ERROR, "wrong", source, Span(16, 21)),
    ]
    text = "".join(report("full", found, View(rules)))
    assert "hunter2" not in text
    assert text.count('token "•••" wrong') == 2


def test_a_secret_is_hidden_in_the_words_of_other_findings_too(rules: Catalogue) -> None:
    source = Source("a.send", 'token "hunter2" wrong')
    fix = Fix("write it", (Edit(Span(0, 15), 'token: "hunter2"'),))
    found = [
        Diagnostic("SEC003", Severity.ERROR, "a key", source, Span(7, 14), secret=True),
        Diagnostic(
            "NAM001", Severity.ERROR, "`hunter2` is no word", source, Span(0, 15), "hunter2", "drop hunter2", fix=fix
        ),
    ]
    for format in FORMATS:
        assert "hunter2" not in "".join(report(format, found, View(rules)))


def test_lines_between_marks_are_left_out() -> None:
    source = Source("a.send", "one\ntwo\nthree\nfour\n")
    rows = excerpt(Sheet(source, (), 80), [Mark(Span(14, 18), "b", True), Mark(Span(0, 3), "a", False)])
    assert [row.text for row in rows] == ["one", "--- a", "...", "four", "^^^^ b"]


def test_a_mark_over_lines_has_a_bar() -> None:
    source = Source("a.send", "  a {\n    b\n  }\n")
    rows = excerpt(Sheet(source, (), 80), [Mark(Span(2, 16), "all of it", True)])
    assert [row.text for row in rows] == ["/   a {", "|     b", "|   }", "|___^ all of it"]


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ("", "no findings"),
        ("e", "found 1 error"),
        ("eew", "found 2 errors and 1 warning"),
        ("ewnn", "found 1 error, 1 warning and 2 notes"),
    ],
)
def test_the_last_line_sums_up(severities: str, expected: str, rules: Catalogue) -> None:
    named = {severity.value[0]: severity for severity in Severity}
    source = Source("a.send", "x" * 9)
    found = [Diagnostic("X001", named[s], "m", source, Span(at, at + 1)) for at, s in enumerate(severities)]
    assert "".join(report("full", found, View(rules))).splitlines()[-1] == expected


def test_the_sum_names_files_and_fixes(rules: Catalogue) -> None:
    source = Source("a.send", "x")
    fix = Fix("mend it", (Edit(Span(0, 1), "y"),))
    found = [Diagnostic("X001", Severity.NOTE, "m", source, Span(0, 1), fix=fix)]
    assert "".join(report("full", found, View(rules))).endswith("\nfound 1 note; 1 can be fixed with --fix\n")
    assert "".join(report("full", [], View(rules, paths=("a", "b")))) == "no findings in 2 files\n"


def test_colours_are_written_only_when_asked_for(findings: tuple[Diagnostic, ...], rules: Catalogue) -> None:
    assert "\x1b" not in "".join(report("full", findings, View(rules)))
    assert "\x1b[1;31merror[SMS004]" in "".join(report("full", findings, View(rules, color=True)))


@given(st.text(st.characters(codec=None)))
@settings(max_examples=200, deadline=None)
def test_whatever_is_shown_is_one_line_that_steers_nothing(text: str) -> None:
    out = visible(text)
    assert len(out.splitlines()) <= 1
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in out)
    assert not set(out) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u200b\ufeff")
    out.encode()


@given(st.text(st.sampled_from('ab {}"\t\n\r日\u0301👨\u200d\x1b\u202e…')), st.data())
@settings(max_examples=200, deadline=None)
def test_any_stretch_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source("a.send", text)
    rows = excerpt(Sheet(source, [Span(start, end)], 40), [Mark(Span(start, end), "label", True)])
    assert any("^" in row.text for row in rows if row.mark)
    assert all(columns(row.text) <= 42 for row in rows if not row.mark)
