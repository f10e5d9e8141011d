"""A recipient's values: their types and bounds, how a cell is read, how long a text of them can be.

types · the type of a variable      bounds · smallest and largest length of a text
gsm   · the SMS alphabet and parts  read   · a cell's text → a typed value, or what is wrong with it
mask  · a value as a report may show it
This room must not know about specs, channels or files.
"""
