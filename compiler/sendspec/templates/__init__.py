"""Texts: Jinja2, sandboxed, and behind an allow-list over its parsed tree.

tree   · a text, analysed            parse  · text → Template or problems (a quick scanner; Jinja for what it declines)
check  · names and types in a text   bound  · types → smallest and largest length
split  · what is the same for all, and what is personal
render · values → text               filters · what a text can do with a value
This room must not know specs or channels; positions are offsets into the decoded text.
"""
