"""Values → text, by Jinja in a sandbox that holds nothing but our filters. Each text is compiled once.

A value is only ever printed or compared, never looked into. This module must not know types or specs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sendspec.templates.filters import Absent, Unprintable, by_locale, escaped, plain
from sendspec.templates.reads import reads
from sendspec.templates.tree import Template

if TYPE_CHECKING:
    from jinja2 import Template as Compiled
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_NONE: Mapping[str, str] = MappingProxyType({})
#: How many compiled texts and how many locales are kept.
_TEXTS, _RENDERERS = 4_096, 256


def render(
    template: Template, values: Mapping[str, object], locale: str, html: bool, currencies: Mapping[str, str] = _NONE
) -> str:
    """The text for one person. `currencies`: the currency of each variable of type money (`Type.code`).

    `values` are typed (see `values.types.Value`); snippets, also those of imports ("brand.opt_out"), stand among them.
    Raises `Unprintable` where a value that the text needs is not there.
    """
    return _renderer(locale, html, tuple(sorted(currencies.items()))).render(template, values)


@lru_cache(_RENDERERS)
def _renderer(locale: str, html: bool, currencies: tuple[tuple[str, str], ...]) -> Renderer:
    return Renderer(locale, html, dict(currencies))


class Renderer:
    """Renders texts for one locale, for HTML or not. Keeps what it has compiled."""

    __slots__ = ("_compiled", "_currencies", "_environment")

    def __init__(self, locale: str, html: bool, currencies: Mapping[str, str] = _NONE) -> None:
        self._environment = _environment(locale, html)
        self._currencies = currencies
        self._compiled: dict[str, Callable[[Mapping[str, object]], str]] = {}

    def render(self, template: Template, values: Mapping[str, object]) -> str:
        """The text for one person; see the function `render`."""
        if template.constant is not None:
            return template.constant
        compiled = self._compiled.get(template.text)
        if compiled is None:
            if len(self._compiled) >= _TEXTS:
                self._compiled.clear()
            compiled = self._compiled[template.text] = self._compile(template)
        return compiled(values)

    def _compile(self, template: Template) -> Callable[[Mapping[str, object]], str]:
        from sendspec.templates.allow import allow
        from sendspec.templates.rewrite import key, rewrite, source

        tree = self._environment.parse(source(template.text))
        allow(tree)
        constants = rewrite(tree, self._currencies)
        compiled: Compiled = self._environment.from_string(tree)
        names = tuple((name, key(name)) for name in sorted(reads(template)))

        def run(values: Mapping[str, object]) -> str:
            context = dict(constants)
            for name, inside in names:
                value = values.get(name)
                context[inside] = Absent(name) if value is None else value
            try:
                return "".join(compiled.root_render_func(compiled.new_context(context)))
            except Unprintable as lack:
                if lack.name or len(names) != 1:
                    raise
                raise Unprintable(names[0][0], lack.why) from None

        return run


def _environment(locale: str, html: bool) -> ImmutableSandboxedEnvironment:
    """A sandbox without globals or tests, with our filters alone. `{#` is text: no text holds the comment marks."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        comment_start_string="\0#", comment_end_string="#\0", keep_trailing_newline=True, optimized=False,
        autoescape=False, undefined=StrictUndefined, finalize=_escaping if html else plain,
    )  # fmt: skip
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(by_locale(locale))
    return made


def _escaping(value: object) -> str:
    return escaped(plain(value))


__all__ = ["Absent", "Renderer", "Unprintable", "render"]
