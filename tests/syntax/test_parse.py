"""From text to AST: what is read, and that nothing breaks the parser."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.source import Source, Span
from sendspec.syntax.decode import decode
from sendspec.syntax.nodes import Call, Kind, List, Literal, Part, Pipe, Range, Shift, Sign, Statement, Text, Word
from sendspec.syntax.parse import LARGEST, parse

from .shape import SLOW, inside, read, specs

_quick = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=SLOW,
)


def _one(text: str) -> Statement:
    (statement,) = read(text).statements
    return statement


def _part(text: str) -> Part:
    (part,) = _one(f"a {text}").parts
    return part


# --- parts ---


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("42", Kind.NUMBER, 42),
        ("50_000", Kind.NUMBER, 50_000),
        ("-3", Kind.NUMBER, -3),
        ("-3.17", Kind.NUMBER, Decimal("-3.17")),
        ("2%", Kind.PERCENT, Decimal(2)),
        ("1h30m", Kind.DURATION, 5400),
        ("7d", Kind.DURATION, 7 * 86_400),
        ("2026-11-30", Kind.DATE, date(2026, 11, 30)),
        ("21:00", Kind.TIME, time(21)),
        ("2026-11-30T14:30Z", Kind.INSTANT, datetime(2026, 11, 30, 14, 30, tzinfo=UTC)),
        (
            "2026-11-30T14:30:05+05:30",
            Kind.INSTANT,
            datetime(2026, 11, 30, 14, 30, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        ),
    ],
)
def test_a_literal_has_its_value(text: str, kind: Kind, value: object) -> None:
    part = _part(text)
    assert isinstance(part, Literal)
    assert (part.kind, part.value, part.text) == (kind, value, text)


@pytest.mark.parametrize("text", ["delivered", "yes", "brand.sms", "en-GB", "es-419", "long_name", "prénom"])
def test_a_word_is_one_part(text: str) -> None:
    part = _part(text)
    assert isinstance(part, Word)
    assert part.text == text


@pytest.mark.parametrize(("text", "sign"), [("starts_at - 2h", -1), ("starts_at-2h", -1), ("starts_at + 2h", 1)])
def test_a_shift_is_one_part(text: str, sign: int) -> None:
    part = _part(text)
    assert isinstance(part, Shift)
    assert (part.sign, part.by.value) == (sign, 7200)


@pytest.mark.parametrize("text", ["21:00..08:00", "21:00 .. 08:00"])
def test_a_range_is_one_part(text: str) -> None:
    assert isinstance(_part(text), Range)


def test_filters_make_one_pipe() -> None:
    part = _part('starts_at - 2h | local(tz, "HH:mm") | upper')
    assert isinstance(part, Pipe)
    assert isinstance(part.value, Shift)
    assert [type(one) for one in part.filters] == [Call, Word]


def test_the_moment_of_an_event_is_a_sign_and_a_duration() -> None:
    statement = _one("whatsapp submitted +2s")
    assert [type(part) for part in statement.parts] == [Word, Sign, Literal]


def test_an_element_may_be_several_parts() -> None:
    call = _part('url(host "acme.example", max 36)')
    assert isinstance(call, Call)
    assert [len(one) for one in call.arguments] == [2, 2]


def test_a_list_may_stand_on_several_lines_and_end_in_a_comma() -> None:
    part = _part("[\n  a,\n  b, # why\n]")
    assert isinstance(part, List)
    assert len(part.elements) == 2


# --- texts ---


def test_escapes_are_undone() -> None:
    text = _part(r'"\"\\\n\t\u{1F600}"')
    assert isinstance(text, Text)
    assert text.value == '"\\\n\t😀'


def test_the_closing_quotes_set_the_margin() -> None:
    text = _part('"""\n    one "quoted"\n      two\n\n    three \\\n    four\n    """')
    assert isinstance(text, Text)
    assert text.value == 'one "quoted"\n  two\n\nthree four'


def test_a_text_block_of_carriage_returns_is_the_same_text() -> None:
    block = '"""\n  one\n\n  two\n  """'
    with_returns = _part(block.replace("\n", "\r\n"))
    plain = _part(block)
    assert isinstance(with_returns, Text)
    assert isinstance(plain, Text)
    assert with_returns.value == plain.value == "one\n\ntwo"


_piece = st.sampled_from(
    ["a", "é", "😀", " ", "\\n", '\\"', "\\\\", "\\u{e9}", "{{ x }}", "\\\n  ", "\n  ", "\n", "\r\n  "]
)


@_quick
@given(st.lists(_piece, max_size=20))
def test_every_character_of_a_text_points_to_where_it_was_written(pieces: list[str]) -> None:
    source = f'a """\n  {"".join(pieces)}\n  """'
    text = parse(Source("a.send", source))[0].statements[0].parts[0]
    assert isinstance(text, Text)
    assert all(later > earlier for earlier, later in itertools.pairwise(inside for inside, _ in text.marks))
    for at, char in enumerate(text.value):
        written = source[text.at(at)]
        assert written == char or written == "\\" or (char == "\n" and written == "\r")
    assert source.startswith(("\n", "\r", '"""', " ", "\\"), text.at(len(text.value)))


# --- statements ---


def test_an_annotation_belongs_to_the_next_statement_or_to_its_line() -> None:
    first, second = read('@allow(SMS021, "why", until 2027-03-31)\na "x"\nb text(max 3) @pii').statements
    assert [one.name.text for one in first.annotations] == ["allow"]
    assert [one.name.text for one in second.annotations] == ["pii"]
    assert first.annotations[0].arguments is not None
    assert [len(one) for one in first.annotations[0].arguments] == [1, 1, 2]


def test_doc_lines_right_above_a_statement_are_its_doc() -> None:
    first, second = read("## One\n## two\na 1\n## lost\n\nb 2").statements
    assert (first.doc, second.doc) == ("One\ntwo", None)


def test_doc_lines_above_an_annotation_document_its_statement() -> None:
    assert _one("## One\n@pii\na 1").doc == "One"


def test_else_may_follow_a_brace_on_its_line() -> None:
    statement = _one("m {\n try sms { b 1 } else on failed try rcs { b 2 } and try x { }\n}")
    assert statement.block is not None
    assert [one.head.text for one in statement.block.statements] == ["try", "else", "and"]


def test_commas_separate_the_statements_of_a_wrapped_block() -> None:
    statement = _one("given { a 1, b 2,\n   c 3 }")
    assert statement.block is not None
    assert len(statement.block.statements) == 3


@_quick
@given(specs())
def test_every_span_lies_in_its_parents(text: str) -> None:
    for outer, inner in inside(read(text)):
        assert outer.start <= inner.start <= inner.end <= outer.end


def test_offsets_count_carriage_returns() -> None:
    text = "a 1\r\nb 2\r\n"
    assert read(text).statements[1].head.span == Span(5, 6)


# --- anything ---

_SHARDS = [
    *"{}()[]\"\n\r,;:-+|\\#\t\0\ufeff’'",
    '"""',
    "@a",
    "..",
    "<-",
    "##",
    " x",
    "2h",
    "2026-02-30",
    "{{",
    "}}",
    "->",
    "\\u{110000}",
]
_SPEC = (Path(__file__).with_name("specs") / "appointment_reminder.send").read_text(encoding="utf-8")


@_quick
@given(st.one_of(st.text(), st.lists(st.sampled_from(_SHARDS), max_size=40).map("".join)))
def test_no_text_breaks_the_parser(text: str) -> None:
    document, findings = parse(Source("a.send", text))
    assert document.span == Span(0, len(text))
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in findings)


@_quick
@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(["", *_SHARDS])), min_size=1, max_size=5)
)
def test_no_mutilated_spec_breaks_the_parser(cuts: list[tuple[float, int, str]]) -> None:
    text = _SPEC
    for where, much, shard in cuts:
        at = int(where * len(text))
        text = text[:at] + shard + text[at + much :]
    document, findings = parse(Source("a.send", text))
    for outer, inner in inside(document):
        assert outer.start <= inner.start <= inner.end <= outer.end
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in findings)


@_quick
@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_break_the_decoder(data: bytes) -> None:
    made = decode("a.send", data)
    if isinstance(made, Source):
        parse(made)
    else:
        assert made.code == "SYN022"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    made = decode("a.send", b"\xef\xbb\xbfa 1\r\n")
    assert isinstance(made, Source)
    assert made.text == "a 1\r\n"


@pytest.mark.parametrize("data", [b"a \xff", b"\xff\xfea\0", b"caf\xe9"])
def test_bytes_that_are_not_utf_8_are_a_finding(data: bytes) -> None:
    made = decode("a.send", data)
    assert not isinstance(made, Source)
    assert "UTF-8" in made.message


@pytest.mark.parametrize(
    "make", [lambda n: "a " + "[" * n, lambda n: "a { " * n, lambda n: "a " + "f(" * n, lambda n: "@a(" * n]
)
def test_deep_nesting_is_one_finding_of_depth(make: Callable[[int], str]) -> None:
    _, findings = parse(Source("a.send", make(100_000)))
    assert [one.code for one in findings].count("SYN020") == 1


def test_a_file_beyond_the_limit_is_one_finding() -> None:
    _, findings = parse(Source("a.send", "a" * (LARGEST + 1)))
    assert [one.code for one in findings] == ["SYN021"]
    made = decode("a.send", b"a" * (LARGEST + 1))
    assert not isinstance(made, Source)
    assert made.code == "SYN021"


def test_a_flood_of_findings_ends() -> None:
    _, findings = parse(Source("a.send", ") " * 5000))
    assert len(findings) < 600
    assert findings[-1].code == "SYN024" or any(one.code == "SYN024" for one in findings)
