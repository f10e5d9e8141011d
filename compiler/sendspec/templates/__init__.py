"""Texts: Jinja2, sandboxed, and behind an allow-list over its parsed tree.

tree   · a text, analysed            parse   · text → Template or problems (scan, expression, refuse)
check  · names and types in a text   bound   · types → smallest and largest length (spread, pattern, locales)
split  · what is the same for all, and what is personal
render · values → text by Jinja, behind allow and rewrite
filters · what a text can do with a value (isolated: babel's data)
This room must not know specs or channels; positions are offsets into the decoded text.
"""
