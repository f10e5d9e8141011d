"""Text → tree → AST → text: the only room that knows how a spec is written.

nodes  · the AST                      scan  · characters → tokens, one regular expression
parse  · Source → Document + findings print · Document → the one style (the formatter)
tables · Lark's LALR tables, made at build time
This room must not know what a statement means.
"""
