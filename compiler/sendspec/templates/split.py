"""What of a text is the same for all, and what is personal: partial evaluation, for APIs that substitute.

It must not know how a substitution is named or sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sendspec.record import record
from sendspec.templates.parse import parse
from sendspec.templates.reads import names
from sendspec.templates.tree import Constant, Name, Piece, Print, Static, Template

#: What an API would take for the beginning of a substitution.
MARK = "$("
_NONE: Mapping[str, object] = MappingProxyType({})


@record()
class Fragment:
    """A part of a text that stands in a substitution of its own: `render(fragment.template, …)` gives its value.

    Equal fragments print the same for a person. One whose template is `$(` and no more carries those two characters.
    """

    template: Template

    @property
    def literal(self) -> bool:
        """Whether it is the same for all: `$(`, carried past the API's eyes."""
        return self.template.constant is not None


def split(
    template: Template,
    personal: Callable[[str], bool] | frozenset[str],
    constants: Mapping[str, object] = _NONE,
    locale: str = "",
    html: bool = False,
    currencies: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Static | Fragment, ...]:
    """The text in order: what is the same for all once, every personal print, branch or loop as a fragment.

    `constants` are the values of names that are not personal (snippets, `rung`); their prints become static text. No
    static text holds `$(`. Fragments need the constants among the values that they are rendered with.
    """
    is_personal = personal.__contains__ if isinstance(personal, frozenset) else personal
    out: list[Static | Fragment] = []
    pending, start = "", 0
    for piece in template.pieces:
        if isinstance(piece, Static):
            pending += piece.text
        elif any(is_personal(name.text) for name in names((piece,))):
            out.extend(_static(pending, start, piece.start))
            out.append(Fragment(_alone(_written(piece, template.text))))
            pending, start = "", piece.end
        else:
            pending += _folded(_alone(template.text[piece.start : piece.end]), constants, locale, html, currencies)
    out.extend(_static(pending, start, len(template.text)))
    return tuple(out)


def _static(text: str, start: int, end: int) -> Iterator[Static | Fragment]:
    """Static text, cut so that no piece of it holds `$(`."""
    for number, piece in enumerate(text.split(MARK)):
        if number:
            yield Fragment(Template(MARK, (Static(MARK, 0, len(MARK)),)))
        if piece:
            yield Static(piece, start, end)


def _folded(
    piece: Template, constants: Mapping[str, object], locale: str, html: bool, currencies: Mapping[str, str]
) -> str:
    from sendspec.templates.render import render

    return render(piece, constants, locale, html, currencies)


def _alone(text: str) -> Template:
    """A part of a text as a text of its own."""
    template, problems = parse(text)
    assert template is not None, problems  # a whole piece of a text that was taken
    return template


def _written(piece: Piece, text: str) -> str:
    """A piece's source; a print always in one spelling, so that equal ones are equal."""
    if not isinstance(piece, Print):
        return text[piece.start : piece.end]
    spoken = [text[piece.value.start : piece.value.end]]
    for each in piece.filters:
        inside = ", ".join(_argument(argument, text) for argument in each.arguments)
        spoken.append(f"{each.name}({inside})" if inside else each.name)
    return "{{ " + " | ".join(spoken) + " }}"


def _argument(argument: Name | Constant, text: str) -> str:
    if isinstance(argument, Constant) and isinstance(argument.value, str):
        inner = argument.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{inner}"' if "\r" not in inner else text[argument.start : argument.end]
    return text[argument.start : argument.end]
