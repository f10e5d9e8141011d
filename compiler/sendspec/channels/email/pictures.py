"""Pictures in a mail: those that its HTML shows by `cid:`, and those that are attached to be shown.

HTML that differs from person to person is judged by what is fixed in it: a cid that stands there whole, and one that
stands nowhere, unless the address of a picture has a personal part. In a body the values of `$(name)` stand as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sendspec.channels.declare import Fault, Pointer, unless
from sendspec.channels.filled import GAP, Leaf, Tree, known
from sendspec.channels.trail import safe
from sendspec.diagnostic import Severity

#: A whole cid: what differs from person to person neither belongs to it nor stands beside it.
_CID = r"""\bcid:([^"'\s>)\0]+)(?=["'\s>)]|\Z)"""
#: An address of a picture that a person's own value is a part of, so that it may show any cid.
_OPEN = (
    r"""cid:[^"'\s>)\0]*\0|(?:\b(?:src|srcset|background|poster|data)\s*=\s*|url\(\s*)"""
    r"""(?:"[^"\0]*\0|'[^'\0]*\0|[^\s>"')\0]*\0)"""
)
_SUBSTITUTION = re.compile(r"\$\(([^()\s]*)\)")
#: Where a word of HTML ends, an address among them.
_ENDS = re.compile(r"""["'\s<>]""")
#: Names that the platform fills, with an address of its own.
PLACEHOLDERS = frozenset({"unsubscribe"})


@unless("it['html'].isascii() and 'cid:' not in it['html'].lower()")
def unattached(content: Tree, at: Pointer) -> Iterator[Fault]:
    """Every `cid:` in the HTML has its attachment."""
    html, cids = _outline(_of(content, "html")), _cids(content)
    if html is None or _personal(content):
        return
    for name in _shown(html):
        if name not in cids:
            said = f'the HTML shows "cid:{safe(name)}", which no attachment is called'
            yield Fault("EML007", Severity.WARNING, said, (*at, "html"), f'attach the image with `cid` "{safe(name)}"')


@unless("'attachments' not in it.get('content', ())")
def unused(body: Tree, at: Pointer) -> Iterator[Fault]:
    """Every attachment with a cid is shown by the HTML."""
    content = _of(body, "content")
    html = _of(content, "html")
    outline = _outline(html)
    if known(_of(content, "type")) != "html" or outline is None:
        return
    shown = _shown(outline)
    left = [(number, name) for number, name in enumerate(_cids(content)) if isinstance(name, str) and name]
    left = [(number, name) for number, name in left if name not in shown]
    filled = _filled(body, html, outline) if left else set()
    for number, name in left:
        if filled is not None and name not in filled:
            said = f'the attachment has the cid "{safe(name)}", which the HTML does not show'
            help = f'show it with `src="cid:{safe(name)}"`, or leave the cid out'
            yield Fault("EML008", Severity.WARNING, said, (*at, "content", "attachments", number, "cid"), help)


def _of(value: Tree, key: str) -> Tree:
    return value.get(key) if isinstance(value, dict) else None


def _cids(content: Tree) -> list[Tree]:
    files = _of(content, "attachments")
    return [known(_of(file, "cid")) for file in files] if isinstance(files, list) else []


def _personal(content: Tree) -> bool:
    """Whether the cid of an attachment hangs on the person."""
    files = _of(content, "attachments")
    cids = [_of(file, "cid") for file in files] if isinstance(files, list) else []
    return any(isinstance(cid, Leaf) and cid.personal for cid in cids)


def _shown(html: str) -> dict[str, None]:
    return dict.fromkeys(re.findall(_CID, html, re.IGNORECASE))


def _outline(html: Tree) -> str | None:
    """What is fixed in the HTML, with gaps for what differs from person to person; None when there is none."""
    if isinstance(html, Leaf):
        fixed = html.outline or None if html.personal else html.value
        return fixed if isinstance(fixed, str) else None
    return _SUBSTITUTION.sub(GAP, html) if isinstance(html, str) else None


def _filled(body: Tree, html: Tree, outline: str) -> set[str] | None:
    """The cids that the values of people show besides; None when they may show any.

    In a spec's HTML a value is text and no tag. In a body it can be a tag, but all values stand there too.
    """
    if isinstance(html, Leaf):
        return None if re.search(_OPEN, outline, re.IGNORECASE) else set()
    names = set(_SUBSTITUTION.findall(html)) - PLACEHOLDERS if isinstance(html, str) else set()
    people = _people(body) if names else []
    if not isinstance(html, str) or not all(names <= values.keys() for values in people):
        return None
    telling = {name for values in people for name in names if "cid" in values[name].lower()}
    found: set[str] = set()
    for word in {word for word in _ENDS.split(html) if "$(" in word}:
        used = _SUBSTITUTION.findall(word)
        if "cid" not in word.lower() and telling.isdisjoint(used):
            continue
        fixed = _SUBSTITUTION.sub(GAP, word).split(GAP)
        for values in {tuple(person.get(name, "") for name in used) for person in people}:
            found |= _shown("".join(part for pair in zip(fixed, (*values, ""), strict=True) for part in pair)).keys()
    return found


def _people(body: Tree) -> list[dict[str, str]]:
    """The values that each destination of a body has."""
    shared, people = _values(_of(body, "substitutions")), _of(body, "to")
    each = people if isinstance(people, list) else []
    return [shared | _values(_of(one, "substitutions")) for one in each] or [shared]


def _values(given: Tree) -> dict[str, str]:
    found: Mapping[str, Tree] = given if isinstance(given, dict) else {}
    return {name: value for name, value in found.items() if isinstance(value, str)}
