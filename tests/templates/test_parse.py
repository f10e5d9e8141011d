"""Reading a text: what is taken, what is refused by name, and that Jinja reads the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError, nodes

from sendspec.templates.allow import NotAllowed, allow
from sendspec.templates.parse import parse
from sendspec.templates.reads import reads
from sendspec.templates.tree import Branch, Clause, Constant, Loop, Name, Piece, Print, Static

JINJA = Environment(comment_start_string="\0#", comment_end_string="#\0", keep_trailing_newline=True)
JINJA.filters.update(dict.fromkeys(["local", "date", "time", "money", "number", "title", "truncate"], str))


def ours(pieces: tuple[Piece, ...]) -> list[object]:
    """Our tree without positions; texts joined as Jinja joins them."""
    out: list[object] = []
    for piece in pieces:
        match piece:
            case Static(text=text):
                if text and out and isinstance(out[-1], str):
                    out[-1] += text
                elif text:
                    out.append(text)
            case Print():
                value: object = value_of(piece.value)
                for each in piece.filters:
                    value = ("|", each.name, value, *(value_of(one) for one in each.arguments))
                out.append(value)
            case Branch(arms=arms, conditions=conditions):
                out.append(
                    ("if", *((condition_of(c), ours(body)) for c, (_, body) in zip(conditions, arms, strict=True)))
                )
            case Loop():
                out.append(("for", piece.name, [value_of(item) for item in piece.items], ours(piece.body)))
    return out


def value_of(value: Name | Constant) -> object:
    if isinstance(value, Name):
        return ("name", value.text)
    return ("constant", type(value.value).__name__, value.value)


def condition_of(condition: Clause | Name | Constant | None) -> object:
    if condition is None:
        return None
    if not isinstance(condition, Clause):
        return value_of(condition)
    operands = [condition_of(one) for one in condition.operands]
    if condition.operator in ("in", "not in"):
        return (condition.operator, operands[0], operands[1:])
    found = operands[0]
    if len(operands) == 1:
        return (condition.operator, found)
    for other in operands[1:]:
        found = (condition.operator, found, other)
    return found


def theirs(body: list[nodes.Node]) -> list[object]:
    """Jinja's tree in the same form."""
    out: list[object] = []
    for node in body:
        match node:
            case nodes.Output():
                for printed in node.nodes:
                    if isinstance(printed, nodes.TemplateData):
                        if out and isinstance(out[-1], str):
                            out[-1] += printed.data
                        else:
                            out.append(printed.data)
                    else:
                        out.append(expression(printed))
            case nodes.If():
                arms: list[object] = [(expression(node.test), theirs(node.body))]
                arms += [(expression(other.test), theirs(other.body)) for other in node.elif_]
                if node.else_:
                    arms.append((None, theirs(node.else_)))
                out.append(("if", *arms))
            case nodes.For(target=nodes.Name(name=name), iter=nodes.List(items=items)):
                out.append(("for", name, [expression(item) for item in items], theirs(node.body)))
            case _:
                raise AssertionError(node)
    return out


WORDS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}


def expression(node: nodes.Node) -> object:
    match node:
        case nodes.Name(name=name):
            return ("name", name)
        case nodes.Getattr(node=nodes.Name(name=name), attr=attr):
            return ("name", f"{name}.{attr}")
        case nodes.Const(value=float() as value):
            return ("constant", "Decimal", Decimal(repr(value)))
        case nodes.Const(value=value):
            return ("constant", type(value).__name__, value)
        case nodes.Neg(node=inner):
            kind, name, value = expression(inner)  # type: ignore[misc]  # always a constant here
            return (kind, name, -value)  # type: ignore[has-type]  # as above
        case nodes.Filter():
            assert node.node is not None
            return ("|", node.name, expression(node.node), *(expression(one) for one in node.args))
        case nodes.Not(node=inner):
            return ("not", expression(inner))
        case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
            return (type(node).__name__.lower(), expression(left), expression(right))
        case nodes.Compare(expr=left, ops=[nodes.Operand(op="in" | "notin" as op, expr=nodes.List(items=items))]):
            return ("in" if op == "in" else "not in", expression(left), [expression(item) for item in items])
        case nodes.Compare(expr=left, ops=[nodes.Operand(op=op, expr=right)]):
            return (WORDS[op], expression(left), expression(right))
        case _:
            raise AssertionError(node)


SCRAPS = st.sampled_from(
    [
        "Hello ",
        "\n",
        "  ",
        "é",
        "{",
        "}",
        "}}",
        "%}",
        "{#",
        "#}",
        "$(",
        "'",
        '"',
        "{{ name }}",
        "{{name}}",
        "{{- a.b -}}",
        "{{ a | upper }}",
        "{{ a | truncate(3) | trim }}",
        '{{ at | local(tz, "d MMM") }}',
        "{{ 'x' }}",
        "{{ -1.50 | number }}",
        "{% if a %}",
        "{%- if not (a or b) and c -%}",
        "{% if a == 'x' %}",
        "{% if n not in [1, -2,] %}",
        "{% elif b >= 3 %}",
        "{% else %}",
        "{%- endif -%}",
        "{% endif %}",
        "{% for x in ['a', b] %}",
        "{% endfor %}",
        "{{ x }}",
        "{{ true }}",
        "{% set x = 1 %}",
        "{{ f() }}",
        "{{ a[0] }}",
        "{{ 1 + 2 }}",
        "{{ a if b }}",
        "{{ 'a\\n\\'b' }}",
        "{{ 5_000 }}",
        "{{ a.b.c }}",
        "{% raw %}",
        "{{ a|",
        "{% if (a) == b %}",
        "{% if a is defined %}",
        "{{ 007 }}",
        "{{ 1e5 }}",
        "{{ 'a' 'b' }}",
        "\u2003",
    ]
)
TEXTS = st.lists(SCRAPS, max_size=9).map("".join)
CHARACTERS = st.text(st.sampled_from("{{}}%%-+ab|'\"()[],.=<>! 1\n\\_#if"), max_size=25)


@settings(max_examples=200, deadline=None)
@given(TEXTS | CHARACTERS)
def test_jinja_reads_every_text_that_is_taken_as_we_do(text: str) -> None:
    template, problems = parse(text)
    if problems:
        return
    assert template is not None
    tree = JINJA.parse(text)
    assert ours(template.pieces) == theirs(tree.body)
    allow(tree)


@settings(max_examples=200, deadline=None)
@given(TEXTS | CHARACTERS)
def test_pieces_cover_the_text_and_every_position_lies_in_it(text: str) -> None:
    template, problems = parse(text)
    for problem in problems:
        assert 0 <= problem.start <= problem.end <= len(text)
    if not problems:
        assert template is not None
        at = 0
        for piece in template.pieces:
            assert piece.start == at
            at = piece.end
        assert at == len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | st.text(st.sampled_from("{%}"), max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    parse(text)
    parse("{{" + text + "}}")
    parse("{% if " + text + " %}")


@pytest.mark.parametrize(
    ("text", "code", "part", "says"),
    [
        ("{{ a", "TXT001", "{{", "not closed"),
        ("{{ a }", "TXT001", "}", "closed by one"),
        ("{{ a %}", "TXT001", "%}", "closed by `%}`"),
        ("{{ }}", "TXT001", "{{ }}", "nothing stands"),
        ("{% if a %}x", "TXT001", "{% if a %}", "{% endif %}"),
        ("{% endif %}", "TXT001", "endif", "nothing is open"),
        ("{% if a %}{% else if b %}{% endif %}", "TXT001", "if", "expected `elif`"),
        ("{{ 'ab }}", "TXT001", "'", "not closed"),
        ("{{ naïve }}", "TXT001", "naïve", "letters a to z"),
        ("a\x00{{ b }}", "TXT001", "\x00", "U+0000"),
        ("{{+ a }}", "TXT001", "{{", "`+`"),
        ("{% set x = 1 %}", "TXT002", "set", "`{% set %}`"),
        ("{% include 'x' %}", "TXT002", "include", "`{% include %}`"),
        ("{% import 'x' as y %}", "TXT002", "import", "`{% import %}`"),
        ("{% extends 'x' %}", "TXT002", "extends", "`{% extends %}`"),
        ("{% macro f() %}x{% endmacro %}", "TXT002", "macro", "`{% macro %}`"),
        ("{% raw %}x{% endraw %}", "TXT002", "raw", "`{% raw %}`"),
        ("{% filter upper %}x{% endfilter %}", "TXT002", "filter", "`{% filter %}`"),
        ("{% with %}x{% endwith %}", "TXT002", "with", "`{% with %}`"),
        ("{% iff a %}x{% endif %}", "TXT002", "iff", "no statement"),
        ("{% for x in names %}{% endfor %}", "TXT002", "names", "expected a list"),
        ("{% for x in ['a'] %}{% for y in ['b'] %}{% endfor %}{% endfor %}", "TXT002", "for", "inside a loop"),
        ("{% for x in ['a'] if x %}{% endfor %}", "TXT002", "if", "behind the list"),
        ("{{ f() }}", "TXT003", "(", "calls"),
        ("{{ a[0] }}", "TXT003", "[", "by position"),
        ("{{ a.b.c }}", "TXT003", ".", "deep"),
        ("{{ 9 ** 9 }}", "TXT003", "**", "arithmetic"),
        ("{{ a + b }}", "TXT003", "+", "arithmetic"),
        ("{{ 'a' * 9 }}", "TXT003", "*", "arithmetic"),
        ("{{ a ~ b }}", "TXT003", "~", "joins"),
        ("{{ a == b }}", "TXT003", "==", "compares"),
        ("{{ a if b else c }}", "TXT003", "if", "chooses"),
        ("{% if a is defined %}{% endif %}", "TXT003", "is", "tests"),
        ("{% if a < b < c %}{% endif %}", "TXT003", "<", "chain"),
        ("{% if a in b %}{% endif %}", "TXT003", "b", "no list"),
        ("{{ _a }}", "TXT003", "_a", "begins with `_`"),
        ("{{ a.__class__ }}", "TXT003", "__class__", "begins with `_`"),
        ("{{ none }}", "TXT003", "none", "word of Jinja"),
        ("{{{ a }}}", "TXT003", "{", "three braces"),
        ("{{ {'a': 1} }}", "TXT003", "{", "mapping"),
        ("{{ a | uper }}", "TXT005", "uper", "no filter"),
        ("{{ a | attr('x') }}", "TXT005", "attr", "no filter"),
        ("{{ a | truncate(n=3) }}", "TXT006", "n", "by place"),
        ("{% if " + "(" * 40 + "a" + ")" * 40 + " %}{% endif %}", "TXT015", "(", "deep"),
        ("{% if a %}" * 40 + "{% endif %}" * 40, "TXT015", "if", "deep"),
        ("{{ a }}" * 6000, "TXT015", "{", "5 000 tags"),
        ("a" * 2_000_000, "TXT015", "a", "1 048 576"),
        ("{% for x in [" + "1," * 200 + "] %}{% endfor %}", "TXT015", "[", "100 values"),
    ],
)
def test_what_is_not_taken_is_refused_by_name(text: str, code: str, part: str, says: str) -> None:
    _, problems = parse(text)
    first = problems[0]
    assert (first.code, text[first.start : first.end]) == (code, part)
    assert says in first.message


def test_every_tag_of_a_text_has_its_own_finding() -> None:
    _, problems = parse("{{ f() }} {{ a | uper }} {% set x = 1 %} {{ ok }} {{ b[0] }}")
    assert [problem.code for problem in problems] == ["TXT003", "TXT005", "TXT002", "TXT003"]


def test_a_block_that_is_refused_is_told_once() -> None:
    _, problems = parse("{% macro f() %}x{% endmacro %}{% if a + 1 %}y{% endif %}")
    assert [problem.code for problem in problems] == ["TXT002", "TXT003"]


def test_what_could_be_read_beside_an_error_is_given_too() -> None:
    template, problems = parse("{{ f(a) }} {{ b.c | uper }} {{ d }} {% if e + 1 %}{{ g }}{% endif %}")
    assert len(problems) == 3
    assert template is not None
    assert reads(template) >= {"a", "b.c", "d", "e", "g"}
    assert [piece for piece in template.pieces if isinstance(piece, Print)]


def test_a_comment_of_jinja_is_text() -> None:
    template, _ = parse("{# not {{ a }} #}")
    assert template is not None
    assert ours(template.pieces) == ["{# not ", ("name", "a"), " #}"]


def test_a_dash_takes_the_blanks_beside_its_tag_away() -> None:
    template, _ = parse("a \n {{- b -}} \n c")
    assert template is not None
    assert ours(template.pieces) == ["a", ("name", "b"), "c"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ f() }}",
        "{{ a[0] }}",
        "{{ a ~ b }}",
        "{{ 9 ** 9 }}",
        "{% set x = 1 %}",
        "{{ a.b.c }}",
        "{{ a._b }}",
        "{{ _a }}",
        "{{ a if b }}",
        "{% if a is none %}{% endif %}",
        "{% for x in a %}{% endfor %}",
        "{{ [1] | upper(k=1) }}",
        "{{ {} }}",
        "{% for x in [1] %}{% for y in [1] %}{% endfor %}{% endfor %}",
        "{% for x in [1] recursive %}{% endfor %}",
        "{% macro f() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% block b %}{% endblock %}",
        "{{ a(*b) }}",
        "{{ none }}",
    ],
)
def test_the_second_wall_stops_what_the_first_should_have(text: str) -> None:
    try:
        tree = JINJA.parse(text)
    except TemplateSyntaxError:
        return
    with pytest.raises(NotAllowed):
        allow(tree)
