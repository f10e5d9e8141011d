"""A rung's words by Apple Messages → the fragments of a request: who sends, and the channel's object by its type.

What makes a request right is the shapes' business, not this module's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sendspec.channels.apple.interactive import app, authenticate, list_picker, payment, quick_reply, time_picker
from sendspec.channels.apple.media import told
from sendspec.channels.apple.pages import form
from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    content = next((child for child in filled.children if child.word.name in CONTENT), None)
    made = CONTENT[content.word.name](content) if content is not None else Made(filled)
    files: list[Tree] = [_file(file) for file in filled.all("attach")]
    if files:  # what is no text has none; the first alone says where that is told
        made["attachments"] = files if filled.child("text") else files[0]
    return {"from": sender.text("app") if sender else None, "content": made}


def _text(text: Filled) -> Made:
    return Made(text, type="text", text=text.first())


def _file(file: Filled) -> Made:
    """A file, with the media type that its address tells where the spec states none."""
    return Made(file, url=file.first(), mimeType=file.get("type") or _told(file.first()))


def _told(address: Leaf | None) -> Leaf | None:
    if address is None:
        return None
    found = told(address.value if isinstance(address.value, str) else address.closing)
    return Leaf("type", address.source, address.span, found, used=address.used) if found else None


def _rich_link(link: Filled) -> Made:
    assets = Made(link, **{asset.word.name: _file(asset) for asset in link.all("image", "video")})
    return Made(
        link, type="richLink", richLinkData=Made(link, url=link.first(), title=link.text("title"), assets=assets)
    )


def _invitation(invitation: Filled) -> Made:
    return Made(
        invitation,
        type="invitation",
        withImage=invitation.get("with_image"),
        brandName=invitation.first(),
        requestIdentifier=invitation.get("request_identifier"),
        locale=invitation.get("locale"),
    )


def _signal(signal: Filled) -> Made:
    return Made(signal, type=signal.first())


def _interactive(make: Callable[[Filled], Made]) -> Callable[[Filled], Made]:
    """A maker of one kind of interactive content."""
    return lambda block: Made(block, type="interactive", interactiveData=make(block))


#: By word: what makes the channel's object.
CONTENT: Mapping[str, Callable[[Filled], Made]] = {
    "text": _text,
    "rich_link": _rich_link,
    "quick_reply": _interactive(quick_reply),
    "list_picker": _interactive(list_picker),
    "time_picker": _interactive(time_picker),
    "form": _interactive(form),
    "app": _interactive(app),
    "authenticate": _interactive(authenticate),
    "payment": _interactive(payment),
    "invitation": _invitation,
    "signal": _signal,
}
