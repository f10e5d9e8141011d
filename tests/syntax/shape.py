"""What two ASTs have in common when only their spans differ, the nodes of an AST, and specs made by chance."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck
from hypothesis import strategies as st

from sendspec.source import Source, Span
from sendspec.syntax.nodes import Document, Literal
from sendspec.syntax.parse import parse

#: Specs made by chance take their time.
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
_LEFT_OUT = {"span", "marks", "source", "own_line"}


def _fields(node: object) -> tuple[str, ...]:
    """The names of a record's fields; none for what is no record."""
    return () if isinstance(node, tuple | Span | Source) else getattr(type(node), "__match_args__", ())


def shape(node: object) -> object:
    """A node as nested tuples, without the places."""
    if isinstance(node, tuple):
        return tuple(map(shape, node))
    if names := _fields(node):
        left_out = _LEFT_OUT | ({"text"} if isinstance(node, Literal) else set())
        return (type(node).__name__, *((name, shape(getattr(node, name))) for name in names if name not in left_out))
    return node


def inside(node: object) -> Iterator[tuple[Span, Span]]:
    """Pairs of a node's span and the span of one right inside of it."""
    for name in _fields(node):
        for one in _nodes(getattr(node, name)):
            yield node.span, one.span  # type: ignore[attr-defined]
            yield from inside(one)


def _nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _nodes(one)
    elif _fields(value):
        yield value


def read(text: str) -> Document:
    """The document of a text without mistakes."""
    document, findings = parse(Source("a.send", text))
    assert not findings, [(one.code, one.message) for one in findings]
    return document


_words = st.sampled_from(
    ["a", "name", "en-GB", "brand.sms", "msisdn", "example", "vars", "yes", "naïve", "long_word_of_a_spec"]
)
_literals = st.sampled_from(
    [
        "42",
        "50_000",
        "-3",
        "-3.17",
        "2%",
        "30s",
        "1h30m",
        "2026-11-30",
        "21:00",
        "2026-11-30T14:30Z",
        "2026-11-30T14:30:00+05:30",
    ]
)
_characters = st.sampled_from([*"ab {}#,|é😀'", "\\n", '\\"', "\\\\", "\\u{1F600}"])
_plain = st.lists(_characters, max_size=12).map("".join)
_texts = _plain.map(lambda text: f'"{text}"')
_lines = st.lists(_plain.map(lambda text: text.strip(" ")) | st.just("  in"), max_size=3)
_blocks = _lines.map(lambda lines: "\n".join(('"""', *(f"   {line}" for line in lines), '   """')))
_gaps = st.sampled_from(["", " ", "\n", " # c\n", "\n\n  ## d\n"])


@st.composite
def _bracket(draw: st.DrawFn, name: str = "") -> str:
    low, high = ("(", ")") if name else ("[", "]")
    elements = draw(st.lists(st.lists(_values, min_size=1, max_size=2).map(" ".join), max_size=3))
    shown = "".join(f"{draw(_gaps)}{one}{draw(_gaps)}," for one in elements)
    return f"{name}{low}{shown if draw(st.booleans()) else shown.removesuffix(',')}{draw(_gaps)}{high}"


_atoms: st.SearchStrategy[str] = _words | _literals | _texts
_values: st.SearchStrategy[str] = st.deferred(
    lambda: st.one_of(
        _atoms,
        _atoms,
        _bracket(),
        _bracket("f"),
        st.tuples(_atoms, st.sampled_from(["-", "+"])).map(lambda two: f"{two[0]} {two[1]} 2h"),
        st.tuples(_atoms, _words, _bracket("g")).map(" | ".join),
        st.tuples(_atoms, _atoms).map(" .. ".join),
        st.sampled_from(["=", "<-", "+2s"]),
    )
)
_annotations = st.one_of(st.sampled_from(["@pii", "@a.b"]), _bracket("@allow"))


@st.composite
def _statement(draw: st.DrawFn, depth: int) -> str:
    parts = [draw(_words), *draw(st.lists(st.one_of(_values, _values, _blocks), max_size=4))]
    above = draw(st.lists(_annotations, max_size=2)) if draw(st.integers(0, 3)) == 0 else []
    if draw(st.integers(0, 4)) == 0:
        parts.append(draw(_annotations))
    if depth and draw(st.booleans()):
        parts.append(draw(_block(depth - 1)))
    ends = st.sampled_from(["\n", " ", " # why\n", "\n# own\n", "\n## doc\n"])
    return "".join(one + draw(ends) for one in above) + " ".join(parts)


@st.composite
def _block(draw: st.DrawFn, depth: int) -> str:
    statements = draw(st.lists(_statement(depth), max_size=3))
    if draw(st.booleans()):
        return "{ " + draw(st.sampled_from([", ", ",\n", ", # c\n"])).join(statements) + " }"
    return "{" + draw(st.sampled_from(["\n", "  # after\n"])) + _joined(draw, statements) + "\n}"


def _joined(draw: st.DrawFn, statements: list[str]) -> str:
    ends = st.sampled_from(["\n", "\r\n", "\n\n\n", "  # behind\n", "\n  # own\n\n", "\n## doc\n"])
    return "".join(one + draw(ends) for one in statements)


@st.composite
def specs(draw: st.DrawFn) -> str:
    """A text that parses without a finding."""
    return draw(st.sampled_from(["", "# first\n", "\n\n"])) + _joined(draw, draw(st.lists(_statement(2), max_size=4)))
