"""Build the parse tables with Lark: `python -m sendspec.syntax.make_tables` writes `tables.py`.

The only module that imports lark. States are numbered in the order of a walk from the first, so the same grammar always
gives the same tables.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendspec import grammar
from sendspec.syntax.lalr import Tables
from sendspec.syntax.tokens import NAMES

if TYPE_CHECKING:
    from lark import Lark

_HEAD = '''"""The parse tables of the grammar, written by `python -m sendspec.syntax.make_tables`; not to be edited."""

# fmt: off
# ruff: noqa: E501
'''


def reference(lexer: Any = "basic") -> Lark:
    """Lark's own parser of the grammar, every token kept in its trees."""
    from lark import Lark

    return Lark.open(str(grammar.path()), parser="lalr", lexer=lexer, keep_all_tokens=True, maybe_placeholders=False)


def build() -> Tables:
    """The tables of the grammar as it stands."""
    return _tables(reference(_no_lexer()))


def _no_lexer() -> Any:
    from lark.lexer import Lexer

    class Silent(Lexer):
        def __init__(self, conf: object) -> None: ...

        def lex(self, lexer_state: object, parser_state: object) -> Any:
            return iter(())

    return Silent


def _tables(lark: Lark) -> Tables:
    table = lark.parser.parser._parse_table
    used = {str(symbol.name) for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    terminals = (*NAMES, *sorted(used.difference(NAMES)))
    made = sorted({str(rule.origin.name) for rule in lark.rules})
    symbols = (*terminals, *made)
    number = {name: at for at, name in enumerate(symbols)}
    rules = {rule: at for at, rule in enumerate(lark.rules)}
    order = [table.start_states["start"]]
    renamed = {order[0]: 0}
    states = []
    for state in order:  # grows while it is walked
        row: dict[int, int] = {}
        for name, (action, target) in sorted(table.states[state].items(), key=lambda item: number[item[0]]):
            if action.name == "Shift":
                if target not in renamed:
                    renamed[target] = len(order)
                    order.append(target)
                row[number[name]] = renamed[target]
            else:
                row[number[name]] = ~rules[target]
        states.append(row)
    return Tables(
        grammar.mark(),
        symbols,
        tuple((number[rule.origin.name], len(rule.expansion), str(rule.alias)) for rule in lark.rules),
        tuple(states),
        renamed[table.end_states["start"]],
    )


def render(tables: Tables) -> str:
    """The text of `tables.py`."""
    rows = "".join(f"    {{{', '.join(f'{at}: {go}' for at, go in state.items())}}},\n" for state in tables.states)
    rules = "".join(f"    {rule},\n" for rule in tables.rules).replace("'", '"')
    symbols = str(tables.symbols).replace("'", '"')
    return (
        f"{_HEAD}GRAMMAR = {tables.grammar}\nFINAL = {tables.final}\nSYMBOLS = {symbols}\n"
        f"RULES = (\n{rules})\nSTATES: tuple[dict[int, int], ...] = (\n{rows})\n"
    )


def main() -> None:
    """Write `tables.py` anew."""
    Path(__file__).with_name("tables.py").write_text(render(build()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
