"""A module with one fault more, again and again: each comparison, sum, number, order of branches and statement.

What is no behaviour stays as it is: docstrings, annotations, texts of errors.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}  # fmt: skip
_REPLACED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
}  # fmt: skip
_NAMED = {"max": "min", "min": "max", "all": "any", "any": "all"}


def mutants(path: Path) -> Iterator[tuple[str, ModuleType]]:
    """Each fault as (what and where, the module that has it). A module that cannot be loaded is not given: nobody could
    run it."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    for at, (node, parent) in enumerate(_behaving(tree)):
        for number in range(len(_changes(node, parent))):
            spoilt = copy.deepcopy(tree)
            node_, parent_ = list(_behaving(spoilt))[at]
            said = f"{_changes(node_, parent_)[number]()} in `{ast.unparse(node)[:60]}`"
            made = ModuleType(f"{path.stem}_mutant")
            try:
                exec(compile(ast.fix_missing_locations(spoilt), str(path), "exec"), made.__dict__)
            except Exception:
                continue
            yield said, made


def _behaving(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """The nodes of a module that say what it does, each with its parent."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "bases") or isinstance(tree, ast.Raise):
            continue
        for node in value if isinstance(value, list) else [value]:
            if isinstance(node, ast.AST):
                yield node, tree
                yield from _behaving(node)


def _changes(node: ast.AST, parent: ast.AST) -> list[Any]:
    """What can be changed at a node, each as a function that does it and says it."""
    found: list[Any] = []
    match node:
        case ast.Compare():
            for at, op in enumerate(node.ops):
                for other in _COMPARED.get(type(op), ()):
                    found.append(lambda at=at, op=op, other=other: _put(node.ops, at, op, other()))
        case ast.BinOp() if type(node.op) in _REPLACED:
            found.append(lambda: _set(node, "op", _REPLACED[type(node.op)]()))
        case ast.AugAssign() if type(node.op) in _REPLACED:
            found.append(lambda: _set(node, "op", _REPLACED[type(node.op)]()))
        case ast.BoolOp():
            found.append(lambda: _set(node, "op", ast.And() if isinstance(node.op, ast.Or) else ast.Or()))
        case ast.UnaryOp(op=ast.Not()):
            found.append(lambda: _set(node, "op", ast.UAdd()))
        case ast.If() | ast.IfExp() | ast.While():
            found.append(lambda: _set(node, "test", ast.Constant(False)))
            if not isinstance(node, ast.While):
                found.append(lambda: _set(node, "test", ast.Constant(True)))
        case ast.Constant(value=bool() as value):
            found.append(lambda: _set(node, "value", not value))
        case ast.Constant(value=int() | float() as value):
            found.append(lambda: _set(node, "value", value + 1))
        case ast.Constant(value=str() as text) if not isinstance(parent, ast.Expr) and text:
            found.append(lambda: _set(node, "value", f"{text}?"))
        case ast.Call(func=ast.Name(id=name)) if name in _NAMED:
            found.append(lambda: _set(node, "func", ast.Name(_NAMED[name], ast.Load())))
        case ast.Return(value=ast.expr() as given) if not (isinstance(given, ast.Constant) and given.value is None):
            found.append(lambda: _set(node, "value", ast.Constant(None)))
        case ast.Break():
            found.append(lambda: _swap(parent, node, ast.Pass()))
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr) and _is_step(node, parent):
        found.append(lambda: _swap(parent, node, ast.Pass()))
    return found


def _is_step(node: ast.stmt, parent: ast.AST) -> bool:
    inside = isinstance(parent, ast.FunctionDef | ast.If | ast.For | ast.While | ast.With)
    return inside and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _put(into: list[Any], at: int, old: ast.AST, new: ast.AST) -> str:
    into[at] = new
    return f"{type(old).__name__} → {type(new).__name__}"


def _set(node: ast.AST, name: str, new: Any) -> str:
    old = getattr(node, name)
    setattr(node, name, new)
    return f"{name} {_shown(old)} → {_shown(new)}"


def _shown(value: Any) -> str:
    return ast.unparse(value) if isinstance(value, ast.expr) else type(value).__name__ if isinstance(
        value, ast.AST
    ) else repr(value)  # fmt: skip


def _swap(parent: ast.AST, node: ast.stmt, new: ast.stmt) -> str:
    for name in ("body", "orelse", "finalbody"):
        steps = getattr(parent, name, None)
        if isinstance(steps, list) and node in steps:
            steps[steps.index(node)] = new
    return f"without `{ast.unparse(node)}`"
