"""A text that one of its own quotes ends too early: inside of a `{{ … }}` or `{% … %}` that goes on behind it.

Imported only when there is such a text. It must not know what a tag may hold.
"""

from __future__ import annotations

import re

from sendspec.record import NamedTuple

_TAG = r"(?:\{\{(?:(?!\{[{%]|\}\})[^\r\n])*+\}\}|\{%(?:(?!\{[{%]|%\})[^\r\n])*+%\})"
#: What a quote cannot stand behind when it opens a text: a value that is whole.
_VALUE = r"(?:([\w.]+)|[)\]\"'])\s*\Z"
_WORDS = frozenset({"if", "elif", "else", "in", "and", "or", "not", "is"})
#: The beginning of a tag in which a text in quotes may stand: a filter's bracket is open, or a condition.
_BEGUN = r"\{\{-?\s*\w.*\|\s*\w+\s*\(|\{%-?\s*(?:if|elif|for)\s"
#: What may follow the closing quote of a text.
_FOLLOW = ("", *' \t\r\n,})].|+-=<@#("')
_INNER = r'(?<!\\)"([^"\\]*)"'
_MOST = 40
_LONGEST = 400


class Torn(NamedTuple):
    """Where the text truly ends (behind its closing quote), and the tag that the early quote stands in."""

    end: int
    tag: str
    opener: str


def torn(text: str, start: int, early: int, closing: str) -> Torn | None:
    """The text that begins at `start`, if the quote at `early` stands in one of its tags and is not its last."""
    tag = max(text.rfind("{{", start, early), text.rfind("{%", start, early))
    if tag < 0 or not _goes_on(text, tag, early):
        return None
    rest = re.compile(rf"(?:{_TAG}|\\[^\r\n]|[^{closing}\\\r\n])*+[{closing}]").match(text, start + 1)
    whole = re.compile(_TAG).match(text, tag)
    if rest is None or whole is None or not early < whole.end() <= rest.end():
        return None
    return Torn(rest.end(), text[tag : whole.end()], text[tag : tag + 2])


def _goes_on(text: str, tag: int, early: int) -> bool:
    """Whether a quote in a tag is of the tag: what follows can follow no closing quote, or it opens a text there."""
    if text[early + 1 : early + 2] not in _FOLLOW:
        return True
    inside = text[tag:early]
    value = re.search(_VALUE, inside[-_MOST:])
    opens = value is None or value[1] in _WORDS or inside.count("'") % 2 == 1
    return opens and re.match(_BEGUN, inside) is not None


def advice(tag: str) -> str:
    """What to write in a tag of a text in `"`, in place of its quotes."""
    inner = list(re.finditer(_INNER, tag)) if len(tag) <= _LONGEST else []
    forms = list(dict.fromkeys(_form(tag, found) for found in inner))
    if not 0 < len(forms) <= 3 or any(len(form) > _MOST or sum(map(str.isdigit, form)) > 6 for form in forms):
        return "inside it write `'…'` or `\\\"`"
    if len(forms) == 1 and forms[0][0] == "'":
        return f'inside it write `{forms[0]}` or `\\"{forms[0][1:-1]}\\"`'
    return "inside it write " + " and ".join(f"`{form}`" for form in forms)


def _form(tag: str, found: re.Match[str]) -> str:
    before = re.sub(_INNER, "", tag[: found.start()])
    return f'\\"{found[1]}\\"' if "'" in found[1] or before.count("'") % 2 else f"'{found[1]}'"
