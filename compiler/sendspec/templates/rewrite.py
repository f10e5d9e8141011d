"""Jinja's tree of a text, made ready to compile: our names, exact numbers, line ends as written.

Jinja turns every line end into one form and reads decimals as floats; both are put right here. It must not know values.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from sendspec.templates.scan import Raw, scan

#: Stands for a carriage return while Jinja reads; a blank, as that is, and in no text (`scan.RESERVED`).
_RETURN = "\x1c"


def source(text: str) -> str:
    """The text as Jinja is given it."""
    if "\r" not in text:
        return text
    out = []
    for piece in scan(text):
        cut = text[piece.start : piece.end]
        out.append(cut.replace("\r", _RETURN) if isinstance(piece, Raw) else cut)
    return "".join(out)


def key(name: str) -> str:
    """The name by which a rendered text knows a variable: none of Jinja's own, and without a point."""
    return name.replace(".", "·") + "·"


def rewrite(tree: nodes.Template, currencies: Mapping[str, str]) -> dict[str, object]:
    """Changes the tree in place; gives the constants that it now reads by name."""
    inner = dict(currencies)
    for loop in tree.find_all(nodes.For):
        found = {_currency(item, currencies) for item in loop.iter.iter_child_nodes()}
        target = loop.target.name if isinstance(loop.target, nodes.Name) else ""
        inner.pop(target, None)
        if len(found) == 1 and (currency := found.pop()):
            inner[target] = currency
    writer = _Writer(inner)
    writer.visit(tree)
    return writer.constants


def _currency(node: nodes.Node, currencies: Mapping[str, str]) -> str | None:
    """The currency of what a filter is applied to."""
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    return currencies.get(node.name) if isinstance(node, nodes.Name) else None


class _Writer(NodeTransformer):
    def __init__(self, currencies: Mapping[str, str]) -> None:
        self.currencies = currencies
        self.constants: dict[str, object] = {}

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802 (Jinja's name)
        node.data = node.data.replace(_RETURN, "\r")
        return node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        return nodes.Name(key(node.name), node.ctx, lineno=node.lineno)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        assert isinstance(node.node, nodes.Name)
        return nodes.Name(key(f"{node.node.name}.{node.attr}"), "load", lineno=node.lineno)

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802
        if not isinstance(node.value, float):
            return node
        name = f"n·{len(self.constants)}"
        self.constants[name] = Decimal(repr(node.value))
        return nodes.Name(name, "load", lineno=node.lineno)

    def visit_Neg(self, node: nodes.Neg) -> nodes.Node:  # noqa: N802
        assert isinstance(node.node, nodes.Const)
        return self.visit_Const(nodes.Const(-node.node.value, lineno=node.lineno))

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        if node.name == "money" and (currency := _currency(node, self.currencies)):
            node.args = [nodes.Const(currency, lineno=node.lineno)]
        return self.generic_visit(node)
