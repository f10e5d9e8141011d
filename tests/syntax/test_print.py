"""The formatter: what it keeps, and that it comes to rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from sendspec.syntax.print import format

from .shape import SLOW, read, shape, specs

_SPECS = sorted(Path(__file__).with_name("specs").glob("*.send"))
_quick = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=SLOW,
)


@_quick
@given(specs())
def test_formatting_keeps_the_ast_and_the_comments(text: str) -> None:
    document = read(text)
    assert shape(read(format(document))) == shape(document)


@_quick
@given(specs())
def test_formatting_twice_changes_nothing(text: str) -> None:
    once = format(read(text))
    assert format(read(once)) == once


@pytest.mark.parametrize("path", _SPECS, ids=lambda path: path.stem)
def test_a_spec_in_the_one_style_is_formatted_to_itself(path: Path, request: pytest.FixtureRequest) -> None:
    text = path.read_bytes().decode()
    shown = format(read(text))
    if request.config.getoption("--rewrite-goldens", default=False):
        path.write_bytes(shown.encode())
    assert shown == text


def _shown(text: str) -> str:
    return format(read(text))


def test_a_block_on_one_line_that_fits_stays_on_one_line() -> None:
    assert _shown("a {b 1,c   2}") == "a { b 1, c 2 }\n"


def test_a_block_on_one_line_that_does_not_fit_is_spread() -> None:
    inside = ", ".join(f"word_{n} {n}" for n in range(12))
    assert _shown(f"a {{ {inside} }}").splitlines()[1] == "  word_0  0"


def test_a_wrapped_block_gets_a_line_for_each_statement() -> None:
    assert _shown("a { b 1,\n c 2 }") == "a {\n  b 1\n  c 2\n}\n"


def test_a_block_with_a_block_inside_is_spread() -> None:
    assert _shown("a { b { c 1 } }") == "a {\n  b { c 1 }\n}\n"


def test_else_behind_a_brace_gets_its_own_line() -> None:
    assert _shown("m {\ntry sms {\nb 1\n} else on failed try rcs { b 2 }\n}") == (
        "m {\n  try sms {\n    b 1\n  }\n  else on failed try rcs { b 2 }\n}\n"
    )


def test_variables_stand_in_columns() -> None:
    assert _shown('vars {\n a text(max 3) = "x" @pii\n long date example 2026-11-30\n}') == (
        'vars {\n  a     text(max 3)  = "x" @pii\n  long  date                example 2026-11-30\n}\n'
    )


def test_a_name_in_quotes_is_one_cell() -> None:
    text = 'template "77" {\n  key "1"   = "x"\n  firstName = "y"\n}\n'
    assert _shown(text) == text


def test_a_mapping_is_aligned_at_its_arrows() -> None:
    assert (
        _shown("a {\nmsisdn <- phone\nx <- y else en\n}") == "a {\n  msisdn  <- phone\n  x       <- y      else en\n}\n"
    )


def test_a_blank_line_ends_a_run_of_columns() -> None:
    assert _shown("a {\nlong 1\n\n\nb 2\n}") == "a {\n  long 1\n\n  b 2\n}\n"


def test_a_list_that_does_not_fit_stands_one_element_a_line() -> None:
    lines = _shown(f"a [{', '.join(['some_long_word'] * 8)}]").splitlines()
    assert lines[0] == "a ["
    assert lines[1] == "  some_long_word,"
    assert lines[-1] == "]"


def test_a_comment_inside_a_list_keeps_its_element() -> None:
    assert _shown("a [x, # why\n y]") == "a [\n  x,  # why\n  y,\n]\n"


def test_a_text_block_moves_with_its_statement_and_keeps_its_text() -> None:
    text = 'a {\nen """\n        One\n          two\n\n        three \\\n        four\n        """\n}'
    assert _shown(text) == 'a {\n  en """\n    One\n      two\n\n    three \\\n    four\n    """\n}\n'
    assert shape(read(_shown(text))) == shape(read(text))


def test_the_moment_of_a_test_event_keeps_its_sign() -> None:
    assert _shown("e { whatsapp submitted +2s }") == "e { whatsapp submitted +2s }\n"


def test_declarations_of_several_lines_stand_apart() -> None:
    assert _shown("a 1\nb 2\n# about c\nc {\nd 1\n}\ne 3") == "a 1\nb 2\n\n# about c\nc {\n  d 1\n}\n\ne 3\n"


def test_a_file_of_nothing_but_blanks_becomes_empty() -> None:
    assert _shown("\n  \n") == ""


def test_carriage_returns_become_line_feeds() -> None:
    assert _shown("a 1\r\nb 2\r\n") == "a 1\nb 2\n"
