"""Mistakes: each is one finding, at the smallest place, and what is right around it survives."""

from __future__ import annotations

import pytest

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.source import Source
from sendspec.syntax.nodes import Document, Text
from sendspec.syntax.parse import parse


def _told(text: str) -> list[tuple[str, str]]:
    return [(one.code, text[one.span.start : one.span.end]) for one in _parse(text)[1]]


def _parse(text: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    return parse(Source("a.send", text))


def _heads(text: str) -> list[str]:
    return [one.head.text for one in _parse(text)[0].statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"x" y', ("SYN001", '"x"')),
        ("a b )", ("SYN006", ")")),
        ("a }", ("SYN006", "}")),
        ("a x - y", ("SYN001", "y")),
        ("a x |", ("SYN001", "|")),
        ("a {{ name }}", ("SYN001", "{{ name }}")),
        ("a & b", ("SYN002", "&")),
        ("a\u00a0b", ("SYN002", "\u00a0")),
        ("a {\n  b 1\n", ("SYN003", "{")),
        ("a [1, 2", ("SYN004", "[")),
        ("a f(1, 2\nb 3", ("SYN004", "(")),
        ('a "x', ("SYN005", '"x')),
        ('a { b "x }', ("SYN005", '"x')),
        ('a """\n  x\nb 1', ("SYN005", '"""')),
        ("a: 1", ("SYN007", ":")),
        ("a 1;", ("SYN007", ";")),
        ('"a": 1', ("SYN001", '"a"')),
        ("a -> b", ("SYN007", "->")),
        ("a == b", ("SYN007", "==")),
        ("a // b", ("SYN007", "//")),
        ("a 'x'", ("SYN008", "'x'")),
        ("a “x”", ("SYN008", "“x”")),
        (r'a "\q"', ("SYN009", r"\q")),
        (r'a "\u00e9"', ("SYN009", r"\u00e9")),
        (r'a "\u{110000}"', ("SYN009", r"\u{110000}")),
        (r'a "\u{D800}"', ("SYN009", r"\u{D800}")),
        ('a """\n  x\n y\n  """', ("SYN010", "y")),
        ('a """\n\tx\n  """', ("SYN010", "x")),
        ('a """x\n  y\n  """', ("SYN011", "x")),
        ('a """\n  y"""', ("SYN011", "y")),
        ('a "x\ny"', ("SYN012", '"x')),
        ("a 2026-02-30", ("SYN013", "2026-02-30")),
        ("a 0000-01-01", ("SYN013", "0000-01-01")),
        ("a 25:00", ("SYN013", "25:00")),
        ("a 2026-11-30T14:61Z", ("SYN013", "14:61")),
        ("a 2026-11-30T14:30+25:00", ("SYN013", "+25:00")),
        ("a 30/11/2026", ("SYN014", "30/11/2026")),
        ("a 30-Nov-2026", ("SYN014", "30-Nov-2026")),
        ("a 9:00", ("SYN015", "9:00")),
        ("a 2026-11-30T14:30", ("SYN015", "2026-11-30T14:30")),
        ("a 12abc", ("SYN015", "12abc")),
        ("a 20min", ("SYN015", "20min")),
        ("a 1²", ("SYN015", "1²")),
        ("a 8pm", ("SYN015", "8pm")),
        ("a 09:00-17:00", ("SYN015", "09:00-17:00")),
        ("a " + "9" * 5000, ("SYN015", "9" * 5000)),
        ("a 2026-11-30T14:30:00+5:30", ("SYN016", "+5:30")),
        ("a 1,\nb 2", ("SYN017", ",")),
        ("a en, cy, pt-BR  # all\nb 2", ("SYN017", "en, cy, pt-BR")),
        ("a {\n  b 1,\n  c 2\n  d 3\n}", ("SYN017", ",")),
        ("a { b 1, }", ("SYN017", ",")),
        ("a [1,,2]", ("SYN017", ",")),
        ("a {\n  b 1\n  @pii\n}", ("SYN018", "@pii")),
        ("a\n{\n  b 1\n}", ("SYN019", "{")),
        ("a 1\rb 2", ("SYN023", "\r")),
    ],
)
def test_a_mistake_is_one_finding(text: str, expected: tuple[str, str]) -> None:
    assert _told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a 2026-11-30T14:30:00+5:30", "a 2026-11-30T14:30:00+05:30"),
        ("a: 1", "a 1"),
        ("a 1;\n", "a 1\n"),
        ("a 'x'", 'a "x"'),
        (r'a "\u00e9"', r'a "\u{00e9}"'),
        ("a\n{ b 1 }", "a { b 1 }"),
        ("a 9:00", "a 09:00"),
        ("a 20min", "a 20m"),
        ("a 8:30pm", "a 20:30"),
        ("a 12am", "a 00:00"),
        ("a 12.15PM", "a 12:15"),
        ("a en, cy\nb 1", "a [en, cy]\nb 1"),
        ("a b 'x {{ d | date('d MMM') }}'", "a b \"x {{ d | date('d MMM') }}\""),
        ("a 3Days", "a 3d"),
        ("a 2weeks", "a 14d"),
        ('a """\n  x\n y\n  """', 'a """\n  x\n  y\n  """'),
        ("a {\n  b 1,\n  c 2\n  d 3\n}", "a {\n  b 1\n  c 2\n  d 3\n}"),
    ],
)
def test_a_fix_mends_its_finding(text: str, mended: str) -> None:
    for finding in _parse(text)[1]:
        assert finding.fix is not None
        for edit in sorted(finding.fix.edits, key=lambda one: -one.span.start):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == mended
    assert _told(text) == [] or _told(text)[0][0] == "SYN017"


def test_digits_grouped_with_a_comma_are_told_as_one_number() -> None:
    _, (finding,) = _parse("a { b 50,000 }")
    assert finding.help == "write `50_000`"


def test_the_short_offset_only_warns_and_is_understood() -> None:
    document, (finding,) = _parse("a 2026-11-30T14:30:00+5:30")
    assert finding.severity is Severity.WARNING
    assert len(document.statements[0].parts) == 1


def test_three_mistakes_are_three_findings_and_the_rest_survives() -> None:
    text = "a 1\nb = - \nc {\n  d 1\n  ) e\n  f 2\n}\ng 2026-02-30\nh 3\n"
    assert [code for code, _ in _told(text)] == ["SYN001", "SYN006", "SYN013"]
    assert _heads(text) == ["a", "c", "g", "h"]


def test_a_mistake_in_a_head_does_not_hide_those_in_its_block() -> None:
    text = "message | m {\n  a x - y\n}\nb 1\n"
    assert [code for code, _ in _told(text)] == ["SYN001", "SYN001"]
    assert _heads(text) == ["b"]


def test_indentation_tells_which_block_was_left_open() -> None:
    text = "a {\n  b {\n    c 1\n  d 2\n}\ne 3\n"
    (finding,) = _parse(text)[1]
    assert (finding.code, finding.span.start) == ("SYN003", text.index("b {") + 2)
    assert finding.related[0].span.start == text.index("d 2")
    assert _heads(text) == ["a", "e"]


def test_a_declaration_after_an_open_block_is_not_swallowed() -> None:
    text = "a {\n  b 1\n\nc {\n  d 1\n}\n"
    assert _told(text) == [("SYN003", "{")]
    assert _heads(text) == ["a", "c"]


def test_an_open_block_whose_line_holds_more_ends_at_the_next_line() -> None:
    text = "a {\n  b { c { d 1 }\n  e { f 2 }\n}\ng 3\n"
    assert _told(text) == [("SYN003", "{")]
    assert _heads(text) == ["a", "g"]
    inner = _parse(text)[0].statements[0].block
    assert inner is not None
    assert [one.head.text for one in inner.statements] == ["b", "e"]


def test_a_brace_too_many_is_found_by_its_indentation() -> None:
    text = "a {\n  b {\n    c 1\n  }\n  }\n  d 2\n}\ne 1\n"
    (finding,) = _parse(text)[1]
    assert (finding.code, finding.span.start) == ("SYN006", text.index("  }\n  }") + 6)
    assert _heads(text) == ["a", "e"]


def test_an_open_bracket_does_not_swallow_the_lines_after_it() -> None:
    text = "vars {\n  a text(max 30\n  b date\n}\nc 1\n"
    assert _told(text) == [("SYN004", "(")]
    document = _parse(text)[0]
    assert document.statements[0].block is not None
    assert [one.head.text for one in document.statements[0].block.statements] == ["a", "b"]


def test_an_open_text_block_ends_where_the_indentation_does() -> None:
    text = 'm {\n  en """\n    One\n  cy """\n    Un\n    """\n}\n'
    assert _told(text) == [("SYN005", '"""')]
    document = _parse(text)[0]
    assert document.statements[0].block is not None
    assert [one.head.text for one in document.statements[0].block.statements] == ["en", "cy"]


def test_texts_and_numbers_of_people_are_not_repeated() -> None:
    for text in ('"Ann Jones" x', "447700900123 x", "a [x } 447700900123"):
        for finding in _parse(text)[1]:
            assert "Ann" not in finding.message
            assert "900123" not in finding.message


# --- quotes of a text inside of its own tags ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ('a "x {{ d | date("d MMM") }}." { b }', "inside it write `'d MMM'` or `\\\"d MMM\\\"`"),
        (
            """a { b "{{ s | local("Europe/London", "HH:mm 'on' d MMM") }}", c 1 }""",
            "inside it write `'Europe/London'` and `\\\"HH:mm 'on' d MMM\\\"`",
        ),
        ("""a "{{ d | date('d "of" MMM') }}\"""", 'inside it write `\\"of\\"`'),
        (
            'a "{% if s == "pm" %}x{% else %}{{ y | default("z") }}{% endif %}"',
            "inside it write `'pm'` or `\\\"pm\\\"`",
        ),
        ('a "{{ n | default("") }}"', "inside it write `''` or `\\\"\\\"`"),
        ('a "\\n{{ n | default(" x") }}"', "inside it write `' x'` or `\\\" x\\\"`"),
        ('a "{{ n | default("+447700900123") }}"', "inside it write `'…'` or `\\\"`"),
        ('a "{{ n | default("x) }}"', "inside it write `'…'` or `\\\"`"),
    ],
)
def test_a_quote_in_a_tag_is_one_finding_at_the_quote(text: str, help: str) -> None:
    (found,) = _parse(text)[1]
    assert (found.code, found.help, found.fix) == ("SYN025", help, None)
    assert found.source.text[found.span.start : found.span.end] == '"'
    assert found.source.text[: found.span.start].count('"') == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a "x {{ d | date("d MMM") }}." { b 1 }', 'x {{ d | date("d MMM") }}.'),
        ("a 'x {{ d | date(\\'d\\') }}.' { b 1 }", "x {{ d | date('d') }}."),
        ("a 'x {{ d | date('d') }} \\'y\\'.' { b 1 }", "x {{ d | date('d') }} 'y'."),
    ],
)
def test_such_a_text_is_read_to_its_true_end(text: str, value: str) -> None:
    document, found = _parse(text)
    (statement,) = document.statements
    (part,) = statement.parts
    assert isinstance(part, Text)
    assert part.value == value
    assert statement.block is not None
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        'a "x {{ n" { b "y }} z" }',
        'a { b "x {{ n" }} # "',
        'a { b "{{", c "}}" }',
        'a ["{{ n ", "x }}"]',
        'a "{{\'" .. "}}"',
    ],
)
def test_a_tag_that_is_not_closed_ends_with_its_text(text: str) -> None:
    assert "SYN025" not in [code for code, _ in _told(text)]


def test_no_fix_touches_a_text_that_a_quote_has_ended_too_early() -> None:
    first = """en "At {{ s | local("Europe/London", "HH:mm 'on' d MMM") }} \\x41.\""""
    found = _parse(f"""a {{ {first}, cy "Am {{{{ s | local("Europe/London", "HH:mm: 'y'") }}}}" }}""")[1]
    assert [one.code for one in found] == ["SYN025", "SYN025"]
    assert [one.fix for one in found] == [None, None]


@pytest.mark.parametrize(
    "line",
    [
        """b "x {{ s | local("Europe/London", "HH:mm 'on' d MMM" }." }""",
        """b "x {{ s | local("Europe/London", "HH:mm 'on' d MMM) }}. }""",
        """b 'x {{ s | local('HH:mm 'on' d MMM' }.' }""",
        """b "x {{ s }, c: 'd' ;""",
        """b "x {{ s", c: 'd' }""",
    ],
)
def test_no_fix_touches_a_line_behind_a_text_that_ends_inside_of_a_tag(line: str) -> None:
    document, found = _parse(f"a {{\n  {line}\n  c: 1\n}}\n")
    behind = document.source.text.index("c: 1")
    assert found
    assert [one.code for one in found if one.fix and one.span.start < behind] == []
    assert [one.code for one in found if one.fix] in ([], ["SYN007"])


def test_an_escaped_quote_in_a_tag_is_told_once_with_the_quotes_that_hold_it() -> None:
    (found,) = _parse("""a { b "{{ s | local(z, 'HH:mm \\'on\\' d MMM') }}" }""")[1]
    assert found.code == "SYN009"
    assert found.help == r"put the whole in `\"…\"`, as in `\"HH:mm 'on' d MMM\"`"


@pytest.mark.parametrize("name", ["data/visits.csv", "plan.json", "out/lines.ndjson"])
def test_a_file_of_another_kind_is_one_finding_that_shows_nothing_of_it(name: str) -> None:
    document, (found,) = parse(Source(name, "msisdn,first_name\n+447700900123,Ann: x\n" * 9))
    assert (found.code, found.source.text, document.statements) == ("SYN026", "", ())
