"""Partial evaluation: what is the same for all stands once, the rest are fragments."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.templates.parse import parse
from sendspec.templates.render import render
from sendspec.templates.split import Fragment, split
from sendspec.templates.tree import Static, Template

VALUES: dict[str, object] = {"a": "Ann $(", "b": "", "brand.bye": "STOP $(now)", "rung": "2", "n": 3}
PERSONAL = frozenset({"a", "b", "n"})


def taken(text: str) -> Template:
    template, problems = parse(text)
    assert template is not None
    assert not problems
    return template


def pieces(text: str) -> list[str]:
    made = split(taken(text), PERSONAL, VALUES)
    return [f"<{piece.template.text}>" if isinstance(piece, Fragment) else piece.text for piece in made]


def test_static_text_stands_once_and_prints_are_fragments() -> None:
    assert pieces("Hi {{ a }}, on {{rung}}. {{ brand.bye | upper }}") == [
        "Hi ",
        "<{{ a }}>",
        ", on 2. STOP ",
        "<$(>",
        "NOW)",
    ]


def test_prints_that_are_equal_are_one_fragment_however_they_are_spelt() -> None:
    made = split(taken("{{ a|default('x') }}{{a | default( \"x\" )}}"), PERSONAL)
    assert made[0] == made[1]
    assert len(set(made)) == 1


def test_a_branch_or_loop_over_personal_data_is_one_fragment() -> None:
    text = "x {%- if n > 2 -%} {{ a }} {%- endif %}{% for i in ['p', a] %}{{ i }}{% endfor %}"
    assert pieces(text) == [
        "x",
        "<{%- if n > 2 -%} {{ a }} {%- endif %}>",
        "<{% for i in ['p', a] %}{{ i }}{% endfor %}>",
    ]


def test_a_branch_over_constants_is_folded() -> None:
    assert pieces("{% if rung == '2' %}second{% else %}other{% endif %} {{ a }}") == ["second ", "<{{ a }}>"]


def test_a_dollar_and_a_bracket_travel_in_a_fragment_of_their_own() -> None:
    made = split(taken("$( and ${{ rung }}$("), PERSONAL, VALUES)
    assert [isinstance(piece, Fragment) and piece.literal for piece in made] == [True, False, True]
    assert all("$(" not in piece.text for piece in made if isinstance(piece, Static))


SCRAPS = st.sampled_from(
    [
        "Hello ",
        " \n",
        "$(",
        "$",
        "(x)",
        "{{ a }}",
        "{{- b -}}",
        "{{ brand.bye }}",
        "{{ rung }}",
        "{{ a | default('x\\ny') }}",
        "{% if n == 3 -%} {{ rung }} {%- else %}{{ a }}{% endif %}",
        "{% for i in [a, rung] -%}\n{{ i | upper }}{% endfor %}",
        "{{ 'a\"b' | lower | default(a) }}",
        "{{ n | number }}",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SCRAPS, max_size=8).map("".join), st.booleans())
def test_the_pieces_rendered_one_by_one_give_the_text(text: str, html: bool) -> None:
    template = taken(text)
    made = split(template, PERSONAL, VALUES, "en", html)
    out = [p.text if isinstance(p, Static) else render(p.template, VALUES, "en", html and not p.literal) for p in made]
    assert "".join(out) == render(template, VALUES, "en", html)
