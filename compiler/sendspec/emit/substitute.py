"""Partial evaluation for v2: a personal text becomes its fixed text once, with `$(name)` for each personal part.

A `$(` that is text, in a spec or in data, arrives as text: a fixed one is carried in a substitution of its own, and the
API does not look into a value again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sendspec.channels.filled import Leaf, Tree
from sendspec.channels.paths import changed, values_at
from sendspec.record import field, record
from sendspec.templates.split import MARK, Fragment, split
from sendspec.templates.tree import Print, Static, Template

Path = tuple[str, ...]
Segments = tuple[Static | Fragment, ...]

_OPENING = re.compile(r"\$\((?:(\w+)\))?")


@record(frozen=False)
class Substitutions:
    """What a request's texts are given, by name: `each` person for themselves, or all of them the `fixed` texts.

    `variables` are the names that differ from person to person, `constants` the fixed texts that a text can name, and
    `own` the names that the platform itself fills in.
    """

    variables: frozenset[str]
    constants: Mapping[str, str]
    own: frozenset[str]
    locale: str
    currencies: Mapping[str, str]
    each: dict[str, Leaf] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    _names: dict[tuple[str, bool], str] = field(default_factory=dict)

    @property
    def inline(self) -> frozenset[str]:
        """The names that texts were cut for: a text can do without one that is empty."""
        return frozenset(self._names.values())

    def take(self, given: Mapping[str, Tree]) -> None:
        """The substitutions that a spec states itself, for a stored template."""
        for name, tree in given.items():
            if isinstance(tree, Leaf) and tree.personal:
                self.each[name] = tree
            else:
                self.fixed[name] = str(tree.value if isinstance(tree, Leaf) else tree)

    def evaluate(self, fragments: dict[str, Tree], paths: list[Path]) -> None:
        """Replaces the texts at these paths by the ones that all people share."""
        leaves = [leaf for path in paths for _, leaf in values_at(fragments, path) if isinstance(leaf, Leaf)]
        cuts = {id(leaf): (leaf, self._segments(leaf)) for leaf in leaves}
        for plain in (True, False):  # `{{ name }}` has the first claim on `name`
            for leaf, segments in cuts.values():
                self._name_all(segments, leaf, plain)

        def shared(tree: Tree) -> Tree:
            return self._shared(cuts[id(tree)][1], tree) if isinstance(tree, Leaf) else tree

        for fragment, *keys in paths:
            if fragment in fragments:  # the model's own tree stays as it is
                fragments[fragment] = changed(fragments[fragment], keys, shared)

    def _segments(self, leaf: Leaf) -> Segments:
        if isinstance(leaf.text, Template) and leaf.personal:
            parts = split(leaf.text, self.variables, self.constants, self.locale, leaf.html, self.currencies)
            return tuple(Static(MARK, 0, 0) if isinstance(part, Fragment) and part.literal else part for part in parts)
        return (Static(str(leaf.value), 0, 0),)

    def _name_all(self, segments: Segments, leaf: Leaf, plain: bool) -> None:
        for segment in segments:
            if isinstance(segment, Static) or _key(segment, leaf) in self._names:
                continue
            if _prints_plainly(segment.template) is plain:
                self._names[_key(segment, leaf)] = name = self._free(self._wish(segment.template.text))
                self.each[name] = Leaf(name, leaf.source, leaf.span, None, segment.template, html=leaf.html)

    def _wish(self, text: str) -> str:
        """The name that a part would have: of the first variable in it."""
        return next((word for word in re.findall(r"[A-Za-z_]\w*", text) if word in self.variables), "text")

    def _free(self, wish: str) -> str:
        """A name that no other substitution has: `name`, `name_2`, `name_3`."""
        name, number = wish, 1
        while name in self.each or name in self.fixed or name in self.own:
            number += 1
            name = f"{wish}_{number}"
        return name

    def _shared(self, segments: Segments, leaf: Leaf) -> str:
        made, fixed = "", ""
        for segment in segments:
            if isinstance(segment, Static):
                fixed += segment.text
            else:
                made, fixed = f"{made}{self._carried(fixed)}$({self._names[_key(segment, leaf)]})", ""
        return made + self._carried(fixed)

    def _carried(self, text: str) -> str:
        """A fixed text with each `$(` in a substitution, but for the platform's own placeholders."""
        return _OPENING.sub(lambda found: found[0] if found[1] in self.own else self._dollar() + found[0][2:], text)

    def _dollar(self) -> str:
        name = next((name for name, value in self.fixed.items() if value == MARK), None)
        if name is None:
            self.fixed[name := self._free("dollar")] = MARK
        return f"$({name})"


def _key(part: Fragment, leaf: Leaf) -> tuple[str, bool]:
    """Equal parts share a substitution, but in HTML a value is another text."""
    return part.template.text, leaf.html


def _prints_plainly(template: Template) -> bool:
    match template.pieces:
        case (Print(filters=()),):
            return True
        case _:
            return False
