"""A rung by SMS, filled, and its sender → fragments of a request.

The alphabet decides the type where the spec does not: a text that is outside it for one person is Unicode for that one.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.record import replace
from sendspec.values.gsm import is_gsm

#: The names of plain and Unicode text on v1 and v2 (DEV/send-message-api-v1, DEV/send-sms-message-api-v2).
_V1_TYPES, _V2_TYPES = ("1", "4"), ("text", "unicode")


def v1(filled: Filled, sender: Filled | None) -> Fragments:
    """`channels.sms`, and `message` for a stored template."""
    extras = Made(filled.child("dlt_template"), dlt_templateid=filled.text("dlt_template"))
    content = Made(
        filled,
        senderid=sender.text("id") if sender else None,
        **_said(filled, _V1_TYPES),
        **_further(filled),
        extras=extras or None,
    )
    stored = filled.child("template")
    if stored is None:
        return {"content": content}
    return {"content": content, "message": Made(stored, template=stored.first(), parameters=_values(stored))}


def v2(filled: Filled, sender: Filled | None) -> Fragments:
    """`from`, and either `content` or `template` with `substitutions`. What v2 has not stands there too, to be told."""
    stored = filled.child("template")
    made: dict[str, Tree] = {"from": sender.text("id") if sender else None}
    further = _further(filled)
    if (dlt := filled.text("dlt_template")) is not None:
        further["extras"] = dlt
    if stored is None:
        said = _said(filled, _V2_TYPES)
        if filled.child("binary") is not None:
            said.pop("type", None)
        made["content"] = Made(filled, **said, **further)
        return made
    made["template"] = Made(stored, id=stored.first(), **further)
    if values := _values(stored):
        made["substitutions"] = values
    return made


def _said(filled: Filled, types: tuple[str, str]) -> dict[str, Tree]:
    """The text or the binary body, and its type."""
    if (binary := filled.text("binary")) is not None:
        return {"type": "3", "body": binary}
    text = filled.text("body")
    if text is None:
        return {}
    return {"type": _type(filled, text, types), "text": text}


def _type(filled: Filled, text: Leaf, types: tuple[str, str]) -> Tree:
    """Plain or Unicode: as the spec says, else by what the text holds, for each person where it hangs on them.

    v1 takes a text for plain where nothing is said; it is said there only where a spec has `unicode no`.
    """
    plain, unicode = types
    silent = types is _V1_TYPES and filled.text("unicode") is None
    asked = filled.text("unicode")
    if asked is not None and asked.value is True:
        return replace(asked, value=unicode, form="text")
    gsm = is_gsm(text.value) if isinstance(text.value, str) else text.bounds.gsm if text.bounds is not None else None
    if gsm is None:
        return replace(
            text,
            name="type",
            bounds=None,
            opening="",
            closing="",
            kind="",
            form="alphabet",
            choices=("" if silent else plain, unicode),
        )
    return unicode if not gsm else None if silent else plain


def _further(filled: Filled) -> dict[str, Tree]:
    return {
        key: leaf
        for key, word in (("sendLinkAsAppClip", "send_link_as_app_clip"), ("storeRegion", "store_region"))
        if (leaf := filled.text(word)) is not None
    }


def _values(stored: Filled) -> Made | None:
    """The values of a stored template, by their names in it."""
    assigned: Mapping[str, object] = stored.assigned or {}
    made = Made(stored)
    made.update({name: leaf for name, leaf in assigned.items() if isinstance(leaf, Leaf)})
    return made or None
