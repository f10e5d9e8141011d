"""What members of an object are together, in keywords of JSON Schema (draft 2020-12): for `declare.states`.

An empty string counts as absent, as everywhere. It must not know any channel.
"""

from __future__ import annotations

Keywords = dict[str, object]
#: A pattern of texts without blanks and the signs of ASCII.
NO_SIGNS = r"^[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+$"


def stands(key: str) -> Keywords:
    """A member is there, and not empty."""
    return {"required": [key], "properties": {key: {"not": {"const": ""}}}}


def is_one_of(key: str, *values: object) -> Keywords:
    """A member is there, and has one of some values."""
    return {"required": [key], "properties": {key: {"enum": list(values)}}}


def any_of(*keys: str) -> Keywords:
    """One member stands at least."""
    return {"anyOf": [stands(key) for key in keys]}


def exactly_one_of(*keys: str) -> Keywords:
    """One member stands, and no other."""
    return {"oneOf": [stands(key) for key in keys]}


def not_both(one: str, other: str) -> Keywords:
    """Two members do not stand together."""
    return {"not": {"allOf": [stands(one), stands(other)]}}


def needs(condition: Keywords, *keys: str) -> Keywords:
    """Where a condition holds, some members stand."""
    return {"if": condition, "then": {"allOf": [stands(key) for key in keys]}}


def within(path: tuple[str, ...], keywords: Keywords) -> Keywords:
    """What stands at a path of members keeps some keywords, where it is there."""
    for key in reversed(path):
        keywords = {"properties": {key: keywords}}
    return keywords


def lies_at(path: tuple[str, ...], keywords: Keywords) -> Keywords:
    """Something stands at a path of members, and keeps some keywords."""
    for key in reversed(path):
        keywords = {"required": [key], "properties": {key: keywords}}
    return keywords


def up_to(most: int) -> str:
    """A pattern of whole numbers as digits, none above `most`, with zeros before them or not."""
    text = str(most)
    shorter = f"[0-9]{{1,{len(text) - 1}}}|" if len(text) > 1 else ""
    below = [
        f"{text[:number]}[0-{int(digit) - 1}][0-9]{{{len(text) - number - 1}}}|"
        for number, digit in enumerate(text)
        if digit != "0"
    ]
    return f"^0*(?:{shorter}{''.join(below)}{text})$"


def in_any_case(*texts: str) -> str:
    """A pattern of the beginning of a text: one of some texts, whatever the case of its letters."""
    folded = ("".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else f"[{c}]" for c in text) for text in texts)
    return f"^(?:{'|'.join(folded)})"
