"""A `list { … }` and `buttons { … }` → WhatsApp's interactive content. Counts and lengths are not known here."""

from __future__ import annotations

from sendspec.channels.filled import Filled, Made, Tree

#: The words of a media header, and the type of each.
MEDIA = {"image": "image", "video": "video", "file": "document"}


def menu(block: Filled) -> Made:
    """The `list` object: rows in sections, behind a button."""
    sections: list[Tree] = [_section(section) for section in block.all("section")]
    action = Made(block, button=block.text("button"), sections=sections)
    return Made(block, header=_line(block), body=_text(block, "body"), footer=_text(block, "footer"), action=action)


def buttons(block: Filled) -> Made:
    """The `reply` object: a text with buttons that answer."""
    made: list[Tree] = [_button(reply) for reply in block.all("reply")]
    action = Made(block, buttons=made)
    header = _line(block) or _media(block)
    return Made(block, header=header, body=_text(block, "body"), footer=_text(block, "footer"), action=action)


def _text(block: Filled, word: str) -> Made | None:
    child = block.child(word)
    return Made(child, text=child.first()) if child else None


def _line(block: Filled) -> Made | None:
    """The header, when it is a text."""
    child = block.child("header")
    return Made(child, type="text", text=child.first()) if child else None


def _media(block: Filled) -> Made | None:
    """The header, when it is a medium."""
    media = next(block.all(*MEDIA), None)
    if media is None:
        return None
    kind, provider = MEDIA[media.word.name], media.get("provider")
    named = Made(media, name=provider) if provider else None
    content = Made(media, url=media.first(), provider=named, filename=media.get("name"))
    return Made(media, type=kind, **{kind: content})


def _section(section: Filled) -> Made:
    rows: list[Tree] = [_row(row) for row in section.all("row")]
    return Made(section, title=section.first(), rows=rows)


def _row(row: Filled) -> Made:
    return Made(row, id=row.first(), title=row.get("title"), description=row.get("about"))


def _button(reply: Filled) -> Made:
    return Made(reply, type="reply", reply=Made(reply, id=reply.get("data"), title=reply.first()))
