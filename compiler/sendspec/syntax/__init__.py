"""Text → tokens → AST → text: the only room that knows how a spec is written.

nodes  · the AST                            decode, parse · bytes → Source → Document + findings
scan   · characters → tokens; its helpers are brackets, plain, quotes, texts, literals, odd (mistakes)
lalr, tables (by make_tables), build · driver, tables made by Lark, nodes; recover, explain, balance · mistakes
print  · Document → the one style; parts, columns. This room must not know what a statement means.
"""
