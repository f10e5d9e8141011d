"""The second wall: an allow-list over the tree that Jinja itself made of a text, before anything is compiled.

`parse` has refused everything else with a finding; what stops here is read differently by the two, and our own bug.
"""

from __future__ import annotations

from jinja2 import nodes

from sendspec.templates.catalogue import FILTERS


class NotAllowed(Exception):  # noqa: N818 (named after what stopped)
    """Jinja read something in a text that the language does not take."""


def allow(tree: nodes.Template) -> None:
    """Passes a tree that holds nothing but names, constants, named filters, `if`, and `for` over literal lists."""
    for node in tree.body:
        _statement(node, False)


def _statement(node: nodes.Node, looping: bool) -> None:
    match node:
        case nodes.If():
            _expression(node.test)
            bodies = [*node.body, *node.elif_, *node.else_]
        case nodes.For(target=nodes.Name(), iter=nodes.List(), test=None, recursive=False, else_=[]) if not looping:
            _expression(node.iter)
            _expression(node.target)
            bodies, looping = node.body, True
        case nodes.Output():
            for printed in node.nodes:
                _expression(printed)
            return
        case _:
            raise NotAllowed(type(node).__name__)
    for inner in bodies:
        _statement(inner, looping)


def _expression(node: nodes.Node) -> None:
    match node:
        case nodes.TemplateData() | nodes.Const(value=str() | int() | float()):
            return
        case nodes.Name(name=name) if not name.startswith("_"):
            return
        case nodes.Getattr(node=nodes.Name(), attr=attr) if not attr.startswith("_"):
            _expression(node.node)
        case nodes.Neg(node=nodes.Const(value=int() | float())):
            return
        case nodes.Filter(node=nodes.Node(), kwargs=[], dyn_args=None, dyn_kwargs=None) if node.name in FILTERS:
            _all(node)
        case nodes.And() | nodes.Or() | nodes.Not() | nodes.Compare() | nodes.Operand() | nodes.List():
            _all(node)
        case _:
            raise NotAllowed(type(node).__name__)


def _all(node: nodes.Node) -> None:
    for inner in node.iter_child_nodes():
        _expression(inner)
